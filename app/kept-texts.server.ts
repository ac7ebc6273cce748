import { LRUCache } from 'lru-cache';
import { LanguageContext } from '~/app/i18n/language';
import type { KeptPart } from '~/app/kept-parts';
import { ViewedDayContext } from '~/app/viewed-day';
import type { ViewedDay } from '~/workflows/viewed-day';
import type { Language } from '~/workflows/words';

/** In characters and bytes, of keys and texts together: some two thousand rows of the matrix with all interfaces. */
const mostKept = 48 * 1024 * 1024;

/** Short ones as text, to be put into others; long ones as the bytes that they are sent as. */
export const keptParts = new LRUCache<string, string | Buffer<ArrayBuffer>>({
  maxSize: mostKept,
  sizeCalculation: (text, key) => text.length + key.length + 100,
});

type ReadContext = (context: Readable) => unknown;
/** A context of React's, as its renderers see it. */
interface Readable {
  _currentValue: unknown;
}

const language = LanguageContext as unknown as Readable;
const viewedDay = ViewedDayContext as unknown as Readable;

export function isInKey(context: object): boolean {
  return context === language || context === viewedDay;
}

export function languageOf(read: ReadContext): Language {
  return read(language) as Language;
}

export function viewedDayOf(read: ReadContext): ViewedDay | null {
  return read(viewedDay) as ViewedDay | null;
}

export function keyOfPart({ part }: KeptPart, props: Readonly<Record<string, unknown>>, read: ReadContext): string {
  let key = `${part} ${read(language)}`;
  const viewed = read(viewedDay) as ViewedDay | null;
  if (viewed !== null) key += JSON.stringify(viewed);
  // In the order in which they were given: another order is another key, and nothing worse.
  for (const name in props) key += `\u0000${name}\u0000${wordFor(props[name])}`;
  return key;
}

/** Which objects there have been, by number. */
const numbers = new WeakMap<object, number>();
let seen = 0;

function wordFor(value: unknown): string {
  switch (typeof value) {
    case 'string':
      // With its length, so that no text can look like the end of one prop and the beginning of another.
      return `${value.length}"${value}`;
    case 'object':
      return value === null ? 'null' : `#${numberOf(value)}`;
    case 'function':
      return `#${numberOf(value)}`;
    default:
      return String(value);
  }
}

function numberOf(value: object): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  seen += 1;
  numbers.set(value, seen);
  return seen;
}
