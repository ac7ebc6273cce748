import type { CaseState } from '../words';

/** What somebody looks for in the inbox; each is a tab. */
export const inboxViews = ['mine', 'available', 'routing', 'decision', 'waiting', 'closed'] as const;
export type InboxView = (typeof inboxViews)[number];

/** Where a case stands for everybody alike: all tabs but the reader's own. */
export type InboxPlace = Exclude<InboxView, 'mine'>;

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
  /** Where the page begins or ends; none: the first page. */
  from?: InboxCursor;
  only?: readonly InboxFilter[];
  /** Of what is ready to claim also what lies outside the reader's competence (workflows/review/competence.ts). */
  isWide?: true;
  /** Columns that are left out. */
  hidden?: readonly InboxColumn[];
}

/** The last case of the page before, or the first of the page after. */
export interface InboxCursor {
  direction: 'after' | 'before';
  /** What the list was sorted by, as text; null: the case has none. */
  value: string | null;
  /** The case's number, which tells equals apart. */
  number: string;
}

/** @param isFree some section of its review waits for a reviewer */
export function inboxPlaceOf(state: CaseState, isFree: boolean): InboxPlace | null {
  switch (state) {
    case 'draft':
      return null;
    case 'submitted':
    case 'screening':
      return 'routing';
    case 'review':
      return isFree ? 'available' : 'waiting';
    case 'changes-requested':
    case 'hearing':
      return 'waiting';
    case 'decision':
    case 'appealed':
      return 'decision';
    default:
      return 'closed';
  }
}
