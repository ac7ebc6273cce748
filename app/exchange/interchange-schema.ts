import * as z from 'zod';
import { interchangeSchema } from '~/workflows/interchange/declaration';

/**
 * JSON Schema (2020-12), from the same definition that reads such files.
 * @param id the address that it is published at
 */
export function describeInterchange(id: string) {
  return { $id: id, title: 'Snitfladeklar declaration', ...z.toJSONSchema(interchangeSchema) };
}
