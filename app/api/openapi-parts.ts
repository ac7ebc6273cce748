import type * as z from 'zod';
import { freshnesses, matches } from '~/workflows/product-query';
import { productTypes, rungs, supportLevels } from '~/workflows/words';
import { apiAnswers, apiSchemas, problemSchema } from './schemas';
import { formats } from './tables/format';

/** What the description of the API (openapi.ts) is put together of. */

type Answered = keyof typeof apiAnswers;

export const several = (name: string, description: string, items: object = { type: 'string' }) => ({
  name,
  in: 'query',
  description: `${description} Can be repeated.`,
  style: 'form',
  explode: true,
  schema: { type: 'array', items, maxItems: 50 },
});

export const single = (name: string, description: string, schema: object) => ({
  name,
  in: 'query',
  description,
  schema,
});

export const format = single('format', 'JSON or JSON-LD in pages, or the whole list as one table.', {
  type: 'string',
  enum: formats,
  default: 'json',
});

const onDay = single(
  'on',
  'As of the end of this day in Copenhagen, exactly as it was published then: not before the first publication. On a coming day the facts are those of today; one product, supplier, interface or group has a forecast beside them.',
  { type: 'string', format: 'date' },
);

export const cursor = single('cursor', 'Where the page begins: `next` of the page before.', { type: 'string' });

/** The filters of the public list, under the same names. */
export const productParameters = [
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

/** What the matrix has beside the filters. */
export const matrixParameters = [
  several('product', 'Ids of products: these alone, of those that the filters find.'),
  single('different', '1: only the interfaces on which the products differ.', { type: 'string', enum: ['1'] }),
];

export const productAddress = single(
  'url',
  'The address of a product’s page on this portal, in either language: the list is that product, or the one that it has been merged into; empty where none is published there.',
  { type: 'string', format: 'uri' },
);

const inWords = (name: Answered): string => name.replace('-', ' ');

export function listPath(name: Answered, parameters: object[] = []) {
  return {
    get: {
      operationId: `list-${name}`,
      summary: `The published ${inWords(name)}, in pages`,
      parameters: [...parameters, onDay, cursor, format],
      responses: {
        200: jsonOf(apiAnswers[name]),
        304: unchanged,
        400: problemOf('A parameter cannot be used.'),
        503: tooSlow,
      },
    },
  };
}

/** @param more further answers, by status */
export function itemPath(name: Answered, idDescription: string, more: object = {}) {
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
        200: jsonOf(apiAnswers[name]),
        304: unchanged,
        400: problemOf('A parameter cannot be used.'),
        404: problemOf('Nothing published has this id.'),
        503: tooSlow,
        ...more,
      },
    },
  };
}

export const merged = {
  description: 'Merged into another, which `Location` names.',
  content: { 'text/plain': { schema: { type: 'string' } } },
};

export const tooSlow = problemOf('It takes too long, or others are asking for as much: ask for less, or later.');

const text = { type: 'string' };

/** What every answer says beside itself. */
const told = {
  ETag: { required: true, description: 'To be given back as If-None-Match.', schema: text },
  'Last-Modified': {
    description: 'To be given back as If-Modified-Since. Left out for two seconds after a change.',
    schema: text,
  },
  Link: { required: true, description: 'The licence, with `rel="license"`.', schema: text },
};

/** @param content what is found, by media type */
export function found(content: object) {
  return { description: 'Found.', headers: told, content };
}

export const unchanged = {
  description:
    'Unchanged since the ETag given with If-None-Match, or since exactly the date given with If-Modified-Since.',
  headers: told,
};

export function jsonOf(schema: z.ZodType) {
  return found({
    'application/json': { schema: referenceTo(schema) },
    'application/ld+json': { schema: { type: 'object' } },
    'text/csv': { schema: text },
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
      schema: { type: 'string', contentEncoding: 'binary' },
    },
  });
}

export function onlyJsonOf(schema: z.ZodType) {
  return found({ 'application/json': { schema: referenceTo(schema) } });
}

export function problemOf(description: string) {
  return { description, content: { 'application/problem+json': { schema: referenceTo(problemSchema) } } };
}

/** A schema by its name in the description. */
export function componentUri(id: string): string {
  return `#/components/schemas/${id}`;
}

export function referenceTo(schema: z.ZodType): { $ref: string } {
  const id = apiSchemas.get(schema)?.id;
  if (!id) throw new Error('Every schema that an answer refers to needs a name.');
  return { $ref: componentUri(id) };
}
