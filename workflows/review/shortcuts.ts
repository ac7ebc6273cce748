import { type VerdictKind, verdictKinds } from '../words';

/** What a key does on the page where verdicts are given. */
export type Shortcut = { act: 'next' | 'previous' | 'unjudged' | 'reason' } | { act: 'verdict'; kind: VerdictKind };

/** The keys, in the order in which they are listed. The same in every language: they are places, not letters of words. */
export const shortcutKeys = {
  j: { act: 'next' },
  k: { act: 'previous' },
  u: { act: 'unjudged' },
  ...Object.fromEntries(verdictKinds.map((kind, index) => [String(index + 1), { act: 'verdict', kind } as const])),
  b: { act: 'reason' },
} as const satisfies Readonly<Record<string, Shortcut>>;

/** @returns what a pressed key does; nothing while it is held with Ctrl, Alt or Meta, or while somebody writes */
export function shortcutOf(
  key: string,
  { isWriting, isModified }: { isWriting: boolean; isModified: boolean },
): Shortcut | undefined {
  if (isWriting || isModified) return undefined;
  const keys: Readonly<Record<string, Shortcut>> = shortcutKeys;
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}
