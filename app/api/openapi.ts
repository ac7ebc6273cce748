import * as z from 'zod';
import type { Config } from '~/app/config.server';
import { describeSupplierApi, supplierSecurity } from '~/app/supplier-api/openapi';
import { freshnesses, matches } from '~/workflows/product-query';
import { productTypes, rungs, supportLevels } from '~/workflows/words';
import { licences } from './licence';
import { linkedTypeOf } from './linked-data';
import { apiAnswers, apiSchemas, ledgerAnswers, problemSchema, profileAnswer } from './schemas';
import { formats } from './tables/format';

/**
 * The API's description (OpenAPI 3.1), made from the schemas that its answers are checked against.
 * @param config the portal's own address, and the licence
 */
export function describeApi({ publicUrl, licence }: Pick<Config, 'publicUrl' | 'licence'>) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Snitfladeklar',
      version: '1.0.0',
      summary: 'Approved declarations of how products support the common municipal infrastructure in Denmark.',
      description:
        'Everything that the public pages show, and nothing else: only answers that a municipality has approved. Lists come in pages; hand the cursor in `next` back as `cursor` to get the following one. Answers carry an ETag: ask with If-None-Match.',
      license: { name: licences[licence].name, url: licences[licence].url },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    // Reading takes no key; what a supplier's systems send says itself which.
    security: [],
    paths: {
      '/products': listPath('products', [...productParameters, productAddress]),
      '/products/{id}': itemPath('product', 'The id in addresses, or the uuid in KITOS.'),
      '/products/{id}/declaration': {
        get: {
          operationId: 'get-declaration',
          summary: 'A publication with its signature and its place in the ledger',
          parameters: [
            { name: 'id', in: 'path', required: true, description: 'The id in addresses.', schema: { type: 'string' } },
            single('publication', 'The number of the publication; without it the latest.', {
              type: 'integer',
              minimum: 1,
            }),
          ],
          responses: {
            200: onlyJsonOf(ledgerAnswers.declaration),
            304: unchanged,
            400: problemOf('A parameter cannot be used.'),
            404: problemOf('There is no such publication, or it is not signed yet.'),
          },
        },
      },
      '/ledger': {
        get: {
          operationId: 'get-ledger',
          summary: 'The signed state of the ledger of publications, and the keys',
          responses: {
            200: onlyJsonOf(ledgerAnswers.ledger),
            304: unchanged,
            400: problemOf('A parameter cannot be used.'),
          },
        },
      },
      '/ledger/entries': {
        get: {
          operationId: 'list-ledger-entries',
          summary: 'Every entry of the ledger, in the order of its tree',
          parameters: [cursor],
          responses: {
            200: onlyJsonOf(ledgerAnswers.entries),
            304: unchanged,
            400: problemOf('A parameter cannot be used.'),
          },
        },
      },
      '/ledger/heads': {
        get: {
          operationId: 'list-ledger-heads',
          summary: 'Every signed state of the ledger, oldest first',
          parameters: [cursor],
          responses: {
            200: onlyJsonOf(ledgerAnswers.heads),
            304: unchanged,
            400: problemOf('A parameter cannot be used.'),
          },
        },
      },
      '/ledger/consistency': {
        get: {
          operationId: 'prove-ledger-consistency',
          summary: 'Proof that the ledger has only grown since an earlier head',
          parameters: [
            {
              ...single('from', 'The size of the earlier head.', { type: 'integer', minimum: 1 }),
              required: true,
            },
          ],
          responses: {
            200: onlyJsonOf(ledgerAnswers.consistency),
            304: unchanged,
            400: problemOf('The ledger never had so many entries.'),
          },
        },
      },
      '/answers.csv': {
        get: {
          operationId: 'export-answers',
          summary: 'Every approved answer of this moment, as one table',
          description:
            'Sent as it is read, however long it is. The columns product, supplier, interface, question, value, justification, remark, approved_on and approved_by; a value that is no text stands as JSON.',
          responses: {
            200: { description: 'Found.', content: { 'text/csv': { schema: { type: 'string' } } } },
            400: problemOf('A parameter cannot be used.'),
            503: problemOf('Others are fetching it.'),
          },
        },
      },
      '/suppliers': listPath('suppliers'),
      '/suppliers/{id}': itemPath('supplier', 'The id in addresses, or the CVR number.'),
      '/interfaces': listPath('interfaces'),
      '/interfaces/{id}': itemPath('interface', 'The SF number or slug.'),
      '/interface-groups': listPath('interface-groups'),
      '/interface-groups/{id}': itemPath('interface-group', 'The slug of the group.'),
      '/matrix': listPath('matrix', productParameters),
      '/profile': {
        get: {
          operationId: 'match-profile',
          summary: 'A requirement profile against all products',
          parameters: [
            several(
              'need',
              'A requirement: interface~level~importance~rung~label; what is left out at the end is ready, must, none.',
            ),
            single('title', 'The name of the profile; changes nothing.', { type: 'string', maxLength: 100 }),
            several('type', 'Types of product to look at.', { type: 'string', enum: productTypes }),
            several('kle', 'KLE main groups to look at.'),
            single('on', 'As of the end of this day; on a coming one with what is to be expected.', {
              type: 'string',
              format: 'date',
            }),
            tableFormat,
          ],
          responses: { 200: jsonOf(profileAnswer), 304: unchanged, 400: problemOf('A parameter cannot be used.') },
        },
      },
      '/municipalities': listPath('municipalities'),
      '/municipalities/{id}': itemPath('municipality', 'The municipality code.'),
      ...describeSupplierApi(referenceTo),
    },
    components: { schemas: componentSchemas(), securitySchemes: supplierSecurity },
  };
}

type Answered = keyof typeof apiAnswers;

const several = (name: string, description: string, items: object = { type: 'string' }) => ({
  name,
  in: 'query',
  description: `${description} Can be repeated.`,
  style: 'form',
  explode: true,
  schema: { type: 'array', items, maxItems: 50 },
});

const single = (name: string, description: string, schema: object) => ({ name, in: 'query', description, schema });

const format = single('format', 'JSON or JSON-LD in pages, or the whole list as one table.', {
  type: 'string',
  enum: formats,
  default: 'json',
});

const onDay = single(
  'on',
  'As of the end of this day in Copenhagen, exactly as it was published then: not before the first publication. On a coming day the facts are those of today; one product, supplier or interface has a forecast beside them.',
  { type: 'string', format: 'date' },
);

/** Where one answer is not about one kind of thing. */
const tableFormat = single('format', 'JSON in pages, or the whole list as one table.', {
  type: 'string',
  enum: formats.filter((each) => each !== 'jsonld'),
  default: 'json',
});

const cursor = single('cursor', 'Where the page begins: `next` of the page before.', { type: 'string' });

/** The filters of the public list, under the same names. */
const productParameters = [
  single(
    'q',
    'Words in the name, supplier, CVR number, KLE area or supported interfaces; all have to be found. OR between words, a minus before a word, and quotes work; typing errors are forgiven. In interface, group, supplier, kle, type and municipality a minus before a value leaves out what has it.',
    {
      type: 'string',
      maxLength: 200,
    },
  ),
  several('interface', 'Interfaces that the product supports, each of them.'),
  several('level', 'Levels that count as support; without it all but not_supported and not_relevant.', {
    type: 'string',
    enum: supportLevels,
  }),
  several('group', 'Interface groups of which the product supports an interface, any of them.'),
  several('supplier', 'Ids of suppliers, any of them.'),
  several('kle', 'KLE main groups, any of them.'),
  several('type', 'Types of product, any of them.', { type: 'string', enum: productTypes }),
  single('match', 'Whether a product has to support all of the interfaces or any of them.', {
    type: 'string',
    enum: matches,
    default: 'all',
  }),
  several('rung', 'Steps of the readiness ladder of the support that counts, any of them.', {
    type: 'string',
    enum: rungs,
  }),
  several('version', 'Versions of the interface that the support is of, any of them.'),
  several(
    'municipality',
    'Codes of municipalities that use the support, as the supplier names them or as they attest themselves; any of them.',
  ),
  single('fresh', 'Published at most so many days ago.', { type: 'string', enum: freshnesses }),
  single('since', 'Published on this day or later.', { type: 'string', format: 'date' }),
];

const productAddress = single(
  'url',
  'The address of a product’s page on this portal, in either language: the list is that product, or the one that it has been merged into; empty where none is published there.',
  { type: 'string', format: 'uri' },
);

const inWords = (name: Answered): string => name.replace('-', ' ');

function listPath(name: Answered, parameters: object[] = []) {
  return {
    get: {
      operationId: `list-${name}`,
      summary: `The published ${inWords(name)}, in pages`,
      parameters: [...parameters, onDay, cursor, linkedTypeOf(name) ? format : tableFormat],
      responses: {
        200: jsonOf(apiAnswers[name], linkedTypeOf(name) !== undefined),
        304: unchanged,
        400: problemOf('A parameter cannot be used.'),
      },
    },
  };
}

function itemPath(name: Answered, idDescription: string) {
  return {
    get: {
      operationId: `get-${name}`,
      summary: `One ${inWords(name)}`,
      parameters: [
        { name: 'id', in: 'path', required: true, description: idDescription, schema: { type: 'string' } },
        onDay,
        format,
      ],
      responses: {
        200: jsonOf(apiAnswers[name], true),
        304: unchanged,
        400: problemOf('A parameter cannot be used.'),
        404: problemOf('Nothing published has this id.'),
        410: problemOf('What was published under this id is not public any more.'),
      },
    },
  };
}

const unchanged = { description: 'Unchanged since the ETag given with If-None-Match.' };

function jsonOf(schema: z.ZodType, isLinked = false) {
  return {
    description: 'Found.',
    content: {
      'application/json': { schema: referenceTo(schema) },
      ...(isLinked ? { 'application/ld+json': { schema: { type: 'object' } } } : {}),
      'text/csv': { schema: { type: 'string' } },
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
        schema: { type: 'string', contentEncoding: 'binary' },
      },
    },
  };
}

function onlyJsonOf(schema: z.ZodType) {
  return { description: 'Found.', content: { 'application/json': { schema: referenceTo(schema) } } };
}

function problemOf(description: string) {
  return { description, content: { 'application/problem+json': { schema: referenceTo(problemSchema) } } };
}

const componentUri = (id: string): string => `#/components/schemas/${id}`;

/** The named schemas, which refer to each other. */
function componentSchemas(): Record<string, object> {
  const { schemas: named } = z.toJSONSchema(apiSchemas, { uri: componentUri });
  return Object.fromEntries(
    Object.entries(named).map(([name, { $schema: _schema, $id: _id, id: _name, ...schema }]) => [name, schema]),
  );
}

function referenceTo(schema: z.ZodType): { $ref: string } {
  const id = apiSchemas.get(schema)?.id;
  if (!id) throw new Error('Every schema that an answer refers to needs a name.');
  return { $ref: componentUri(id) };
}
