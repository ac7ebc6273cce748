import type * as z from 'zod';
import { apiScopes } from '~/workflows/api-token';
import { supplierAnswers, supplierProblemSchema } from './schemas';

type Refer = (schema: z.ZodType) => { $ref: string };

/** How a supplier's own systems show who they are. */
export const supplierSecurity = {
  supplierToken: {
    type: 'http',
    scheme: 'bearer',
    description: `A token that the supplier’s administrator makes under /supplier/api-tokens. It is good for one or both of ${apiScopes.join(' and ')}.`,
  },
};

/**
 * The addresses of the supplier API for the API's description.
 * @param refer to a schema by its name
 */
export function describeSupplierApi(refer: Refer) {
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: refer(supplierProblemSchema) } },
  });
  const refusals = {
    401: problem('There is no token, or it is not good.'),
    403: problem('The token is not good for this.'),
    429: { ...problem('Too many requests.'), headers: { 'Retry-After': { schema: { type: 'integer' } } } },
  };
  const json = (schema: z.ZodType, description: string) => ({
    description,
    headers: { ETag: { schema: { type: 'string' } } },
    content: { 'application/json': { schema: refer(schema) } },
  });
  const security = [{ supplierToken: [] }];
  const ofDeclaration = [
    {
      name: 'id',
      in: 'path',
      required: true,
      description: 'The id of a declaration.',
      schema: { type: 'string', format: 'uuid' },
    },
  ];
  const read = (operationId: string, summary: string, schema: z.ZodType) => ({
    operationId,
    summary,
    security,
    parameters: ofDeclaration,
    responses: {
      200: json(schema, 'Found.'),
      ...refusals,
      404: problem('There is no such declaration for the token.'),
    },
  });
  const propose = (operationId: string) => ({
    operationId,
    summary: 'Send a declaration as proposals that a person accepts',
    description:
      'The same JSON as GET answers with. Each answer that says something else than the present one becomes a proposal; empty ones (null) propose nothing, and scope and evidence are not read. All or nothing: one wrong answer refuses the whole.',
    security,
    parameters: [
      ...ofDeclaration,
      {
        name: 'Idempotency-Key',
        in: 'header',
        description: 'The same key with the same body gets the same answer for 24 hours, and nothing is done twice.',
        schema: { type: 'string', minLength: 1, maxLength: 200 },
      },
      {
        name: 'If-Match',
        in: 'header',
        description: 'The ETag that the declaration had when it was read.',
        schema: { type: 'string' },
      },
    ],
    requestBody: { required: true, content: { 'application/json': { schema: refer(supplierAnswers.declaration) } } },
    responses: {
      202: json(supplierAnswers.proposed, 'The answers wait for a person.'),
      ...refusals,
      400: problem('What was sent is no JSON.'),
      404: problem('There is no such declaration for the token.'),
      409: problem('The declaration answers another version of the questionnaire now.'),
      412: problem('The declaration has changed since it was read.'),
      413: problem('More than 10 MB.'),
      415: problem('Another content type than application/json.'),
      422: problem('Answers that cannot be used, each with a pointer; or the Idempotency-Key of another request.'),
    },
  });
  return {
    '/supplier/products': {
      get: {
        operationId: 'list-own-products',
        summary: 'The supplier’s own products and how far their declarations are',
        security,
        responses: { 200: json(supplierAnswers.products, 'Found.'), ...refusals },
      },
    },
    '/supplier/declarations/{id}': {
      get: read('get-own-declaration', 'A declaration as it stands', supplierAnswers.declaration),
      put: propose('put-own-declaration'),
      post: propose('post-own-declaration'),
    },
    '/supplier/declarations/{id}/questions': {
      get: read(
        'list-own-questions',
        'The questions that are asked now, and what is missing',
        supplierAnswers.questions,
      ),
    },
    '/supplier/declarations/{id}/proposals': {
      get: read('list-own-proposals', 'The proposals that wait for a person', supplierAnswers.proposals),
    },
  };
}
