/** What a key does on a section of the questionnaire. */
export type SectionShortcut = 'next' | 'previous' | 'unanswered' | 'field' | { choose: number };

/** The same places on the keyboard as in the review room. */
const keys: Readonly<Record<string, SectionShortcut>> = {
  j: 'next',
  k: 'previous',
  u: 'unanswered',
  b: 'field',
};

/** @returns what a pressed key does; nothing while it is held with Ctrl, Alt or Meta, or while somebody writes */
export function sectionShortcutOf(
  key: string,
  { isWriting, isModified }: { isWriting: boolean; isModified: boolean },
): SectionShortcut | undefined {
  if (isWriting || isModified) return undefined;
  if (/^[1-9]$/.test(key)) return { choose: Number(key) };
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}
