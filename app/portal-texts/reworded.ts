import type { Rewordings } from '~/db/portal-texts';
import { fitsPlaceholders } from '~/workflows/placeholders';
import type { Text } from '~/workflows/words';
import type { TextGroup } from './editable';

export const noRewordings: Rewordings = new Map();

/**
 * A group's texts with the coordinator's own words in place of the built-in ones. Own words that do not fit any longer,
 * after the built-in text got other placeholders, are left out.
 */
export function reworded<T extends Readonly<Record<string, Text>>>(group: TextGroup, texts: T, own: Rewordings): T {
  if (own.size === 0) return texts;
  const pick = (name: string, builtIn: Text): Text => ({
    da: fitting(own.get(`${group}.${name}:da`), builtIn.da),
    en: fitting(own.get(`${group}.${name}:en`), builtIn.en),
  });
  const entries = Object.entries(texts).map(([name, builtIn]) => [name, pick(name, builtIn)]);
  return Object.fromEntries(entries) as T;
}

function fitting(own: string | undefined, builtIn: string): string {
  return own !== undefined && fitsPlaceholders(builtIn, own) ? own : builtIn;
}
