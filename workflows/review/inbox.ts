/** What somebody looks for in the inbox; each is a tab. */
export const inboxViews = ['mine', 'available', 'routing', 'decision', 'waiting', 'closed'] as const;
export type InboxView = (typeof inboxViews)[number];

export const inboxSorts = ['number', 'product', 'supplier', 'state', 'since', 'due', 'changed'] as const;
export type InboxSort = (typeof inboxSorts)[number];

export interface InboxQuery {
  view: InboxView;
  sort: InboxSort;
  direction: 'ascending' | 'descending';
  /** Part of a case's number, product or supplier; empty: every case. */
  search: string;
  /** From 1. */
  page: number;
}
