import { LRUCache } from 'lru-cache';
import { contentOf } from '~/app/drawn-parts.server';

/** Some kilobytes each: products as the matrix shows them, and its columns. */
const mostRemembered = 6_000;

const remembered = new LRUCache<string, object>({ max: mostRemembered });

/**
 * The object that was given first of all those that say the same. What is loaded again after a publication is another
 * object each time; parts of pages that are kept by it (decision 0037) are found again by this one. Nobody may change it.
 */
export function sameContent<Value extends object>(value: Value): Value {
  const content = contentOf(value);
  const known = remembered.get(content) as Value | undefined;
  if (known) return known;
  remembered.set(content, value);
  return value;
}
