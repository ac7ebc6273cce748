/** What somebody looks for in the inbox; each is a tab. */
export const inboxViews = ['mine', 'available', 'routing', 'decision', 'waiting', 'closed'] as const;
export type InboxView = (typeof inboxViews)[number];

export const inboxSorts = ['number', 'product', 'supplier', 'state', 'since', 'due', 'changed'] as const;
export type InboxSort = (typeof inboxSorts)[number];

/** What narrows a tab; those that are chosen hold together. */
export const inboxFilters = ['high-impact', 'overdue', 'no-conflict'] as const;
export type InboxFilter = (typeof inboxFilters)[number];

/** Columns that can be left out. */
export const inboxColumns = ['supplier', 'since', 'due', 'turn', 'sections', 'changed'] as const;
export type InboxColumn = (typeof inboxColumns)[number];

export interface InboxQuery {
  view: InboxView;
  sort: InboxSort;
  direction: 'ascending' | 'descending';
  /** Part of a case's number, product or supplier; empty: every case. */
  search: string;
  /** From 1. */
  page: number;
  only?: readonly InboxFilter[];
  /** Columns that are left out. */
  hidden?: readonly InboxColumn[];
}
