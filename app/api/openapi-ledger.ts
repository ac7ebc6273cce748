import { cursor, found, onlyJsonOf, problemOf, single, tooSlow, unchanged } from './openapi-parts';
import { ledgerAnswers } from './schemas';

/** What proves a publication. */
export function describeLedger() {
  return {
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
  };
}

/** What is taken whole. */
export function describeWhole() {
  return {
    '/answers.csv': {
      get: {
        operationId: 'export-answers',
        summary: 'Every approved answer of this moment, as one table',
        description:
          'Sent as it is read, however long it is. The columns product, supplier, interface, question, value, justification, remark, approved_on and approved_by; a value that is no text stands as JSON.',
        responses: {
          200: found({ 'text/csv': { schema: { type: 'string' } } }),
          400: problemOf('A parameter cannot be used.'),
          304: unchanged,
          503: tooSlow,
        },
      },
    },
    '/dump/{file}': {
      get: {
        operationId: 'get-dump-file',
        summary: 'A file of the nightly dump',
        description:
          '`manifest.json` names the others with their rows and SHA-256, `datapackage.json` tells what each column means (Frictionless Data Package). The others are gzip.',
        parameters: [
          {
            name: 'file',
            in: 'path',
            required: true,
            description: 'The name of the file.',
            schema: { type: 'string' },
          },
        ],
        responses: {
          200: found({
            'application/json': { schema: { type: 'object' } },
            'application/gzip': { schema: { type: 'string', contentEncoding: 'binary' } },
          }),
          304: unchanged,
          404: problemOf('There is no such file, or no dump has been made yet.'),
        },
      },
    },
  };
}
