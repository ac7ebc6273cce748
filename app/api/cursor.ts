import * as z from 'zod';
import { ApiProblem } from './problem';

/** After which entry the next page begins: what the list is sorted by, and the id that tells entries apart. */
export interface Position {
  name: string;
  id: string;
}

const schema = z.tuple([z.string().max(500), z.string().max(200)]);

/** Opaque to clients: what stands in it may change, so they should only hand it back. */
export function writeCursor({ name, id }: Position): string {
  return Buffer.from(JSON.stringify([name, id])).toString('base64url');
}

/** @throws ApiProblem 400 for what writeCursor did not make */
export function readCursor(search: URLSearchParams): Position | undefined {
  const text = search.get('cursor');
  if (text === null || text === '') return undefined;
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) throw ApiProblem.badParameter('cursor');
  const [name, id] = parsed.data;
  return { name, id };
}

/** PostgreSQL holds no NUL and no half surrogate, so a cursor with one was not made here. */
function parseJson(text: string): unknown {
  if (!/^[\w-]{1,2000}$/.test(text)) return undefined;
  const decoded = Buffer.from(text, 'base64url').toString('utf8');
  try {
    const value: unknown = JSON.parse(decoded);
    return JSON.stringify(value).includes('\\u') ? undefined : value;
  } catch {
    return undefined;
  }
}
