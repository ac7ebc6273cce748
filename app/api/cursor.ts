import * as z from 'zod';
import { ApiProblem } from './problem';

const schema = z.tuple([z.string().min(1).max(200)]);

/**
 * After which entry the next page begins. Opaque to clients: what stands in it may change, so they should only hand it back.
 * @param id never changes, and the list is sorted by it: what is renamed meanwhile is neither lost nor repeated
 */
export function writeCursor(id: string): string {
  return Buffer.from(JSON.stringify([id])).toString('base64url');
}

/**
 * @returns the id of the entry that was given last; undefined on the first page
 * @throws ApiProblem 400 for what writeCursor did not make
 */
export function readCursor(search: URLSearchParams): string | undefined {
  const text = search.get('cursor');
  if (text === null || text === '') return undefined;
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) throw ApiProblem.badParameter('cursor');
  const [id] = parsed.data;
  return id;
}

/**
 * @returns a number of entries; undefined where none is asked for
 * @throws ApiProblem 400 for what is no number
 */
export function readCount(search: URLSearchParams, name: string): number | undefined {
  const text = search.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,12}$/.test(text)) throw ApiProblem.badParameter(name);
  return Number(text);
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
