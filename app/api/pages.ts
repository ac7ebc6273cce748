import { readCursor, writeCursor } from './cursor';
import { ApiProblem } from './problem';

/** As many entries as the lists from the database have. */
const size = 50;

/**
 * One page of a list that is known whole, such as the catalogue.
 * @throws ApiProblem 400 for a cursor behind an entry that is not there
 */
export function pageOf<Item>(
  items: readonly Item[],
  search: URLSearchParams,
  idOf: (item: Item) => string,
): { items: Item[]; next: string | null } {
  const after = readCursor(search);
  const at = after === undefined ? -1 : items.findIndex((item) => idOf(item) === after);
  if (after !== undefined && at < 0) throw ApiProblem.badParameter('cursor');
  const page = items.slice(at + 1, at + 1 + size);
  const last = page.at(-1);
  const hasMore = at + 1 + size < items.length;
  return { items: page, next: hasMore && last !== undefined ? writeCursor(idOf(last)) : null };
}
