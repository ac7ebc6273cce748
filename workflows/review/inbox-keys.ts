/** What a key does in the inbox. */
export const inboxActs = ['next', 'previous', 'open', 'choose', 'claim', 'search', 'list'] as const;
export type InboxAct = (typeof inboxActs)[number];

/** The keys of each act, in the order in which they are listed; the first of each is a letter or sign, the rest are its kin. */
export const inboxKeys = {
  next: ['j', 'ArrowDown'],
  previous: ['k', 'ArrowUp'],
  open: ['Enter'],
  choose: ['x'],
  claim: ['c'],
  search: ['/'],
  list: ['?'],
} as const satisfies Record<InboxAct, readonly string[]>;

/**
 * @param at.isWriting somebody writes in a field
 * @param at.isModified the key is held with Ctrl, Alt or Meta
 * @param at.isInList a case of the list has the focus: only there the arrows and Enter are the list's
 * @returns what a pressed key does
 */
export function inboxActOf(
  key: string,
  at: { isWriting: boolean; isModified: boolean; isInList: boolean },
): InboxAct | undefined {
  if (at.isWriting || at.isModified) return undefined;
  // Elsewhere the arrows scroll, and Enter is whatever has the focus.
  if (key.length > 1 && !at.isInList) return undefined;
  return inboxActs.find((act) => inboxKeys[act].some((each) => each === key));
}
