import * as z from 'zod';
import type { Config } from '~/app/config.server';
import { describeSupplierApi, supplierSecurity } from '~/app/supplier-api/openapi';
import { productTypes } from '~/workflows/words';
import { licences } from './licence';
import { describeLedger, describeWhole } from './openapi-ledger';
import {
  componentUri,
  format,
  itemPath,
  jsonOf,
  listPath,
  matrixParameters,
  merged,
  problemOf,
  productAddress,
  productParameters,
  referenceTo,
  several,
  single,
  tooSlow,
  unchanged,
} from './openapi-parts';
import { apiSchemas, profileAnswer } from './schemas';

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
        'Everything that the public pages show, and nothing else: only answers that a municipality has approved. Lists come in pages; hand the cursor in `next` back as `cursor` to get the following one. Answers carry an ETag and, when the last change is two seconds old, a Last-Modified: ask with If-None-Match or If-Modified-Since.',
      license: { name: licences[licence].name, url: licences[licence].url },
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    // Reading takes no key; what a supplier's systems send says itself which.
    security: [],
    paths: {
      '/products': listPath('products', [...productParameters, productAddress]),
      '/products/{id}': itemPath('product', 'The id in addresses, or the uuid in KITOS.', {
        301: merged,
        410: problemOf('What was published under this id is not public any more.'),
      }),
      ...describeWhole(),
      ...describeLedger(),
      '/suppliers': listPath('suppliers'),
      '/suppliers/{id}': itemPath('supplier', 'The id in addresses, or the CVR number.', { 301: merged }),
      '/interfaces': listPath('interfaces'),
      '/interfaces/{id}': itemPath('interface', 'The SF number or slug.'),
      '/interface-groups': listPath('interface-groups'),
      '/interface-groups/{id}': itemPath('interface-group', 'The slug of the group.'),
      '/matrix': listPath('matrix', [...productParameters, ...matrixParameters]),
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
            format,
          ],
          responses: {
            200: jsonOf(profileAnswer),
            304: unchanged,
            400: problemOf('A parameter cannot be used.'),
            503: tooSlow,
          },
        },
      },
      '/municipalities': listPath('municipalities'),
      '/municipalities/{id}': itemPath('municipality', 'The municipality code.'),
      ...describeSupplierApi(referenceTo),
    },
    components: { schemas: componentSchemas(), securitySchemes: supplierSecurity },
  };
}

/** The named schemas, which refer to each other. */
function componentSchemas(): Record<string, object> {
  const { schemas: named } = z.toJSONSchema(apiSchemas, { uri: componentUri });
  return Object.fromEntries(
    Object.entries(named).map(([name, { $schema: _schema, $id: _id, id: _name, ...schema }]) => [name, schema]),
  );
}
