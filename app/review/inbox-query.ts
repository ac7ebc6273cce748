import { type Actor, hasRole } from '~/workflows/actor';
import {
  type InboxCursor,
  type InboxQuery,
  type InboxSort,
  type InboxView,
  inboxColumns,
  inboxFilters,
  inboxSorts,
  inboxViews,
} from '~/workflows/review/inbox';

/** What an inbox's address asks for: unknown values give the usual ones, never an error. */
export function readInboxQuery(address: URL, usual: InboxView): InboxQuery {
  const ask = address.searchParams;
  const view = inboxViews.find((each) => each === ask.get('view')) ?? usual;
  const [sort, direction] = readSort(ask.get('sort')) ?? usualSort(view);
  const from = readCursor(ask, sort);
  return {
    view,
    sort,
    direction,
    search: (ask.get('q') ?? '').trim().slice(0, 100),
    ...(view === 'available' && ask.get('areas') === 'all' ? { isWide: true } : {}),
    ...(from ? { from } : {}),
    ...listed(
      'only',
      inboxFilters.filter((each) => ask.getAll('only').includes(each)),
    ),
    ...listed(
      'hidden',
      inboxColumns.filter((each) => ask.getAll('hide').includes(each)),
    ),
  };
}

/** What is not asked for is not there, so that one state is one query. */
function listed<K extends string, T>(name: K, found: readonly T[]): { [key in K]?: readonly T[] } {
  return found.length === 0 ? {} : ({ [name]: found } as { [key in K]?: readonly T[] });
}

/** `due` sorts upwards, `-due` downwards. */
function readSort(text: string | null): [InboxSort, InboxQuery['direction']] | undefined {
  const isDown = text?.startsWith('-') ?? false;
  const sort = inboxSorts.find((each) => each === (isDown ? text?.slice(1) : text));
  return sort && [sort, isDown ? 'descending' : 'ascending'];
}

/** The longest waiting first; of closed cases the last closed. */
function usualSort(view: InboxView): [InboxSort, InboxQuery['direction']] {
  return ['since', view === 'closed' ? 'descending' : 'ascending'];
}

/** The case's number, and what the list is sorted by where it is not that: `2026-0042~2026-05-01T07:00:00.000Z`. */
function cursorText({ number, value }: InboxCursor): string {
  return value === null || value === number ? number : `${number}~${value}`;
}

/** A page that the address does not say rightly is the first. */
function readCursor(ask: URLSearchParams, sort: InboxSort): InboxCursor | undefined {
  const direction = ask.has('after') ? 'after' : 'before';
  const [, number, value = null] = /^(\d{4}-\d{1,9})(?:~(.{0,300}))?$/s.exec(ask.get(direction) ?? '') ?? [];
  if (number === undefined) return undefined;
  if (sort === 'number') return { direction, value: number, number };
  if (value === null) return sort === 'due' ? { direction, value, number } : undefined;
  const isTime = sort === 'since' || sort === 'due';
  if (isTime && !/^[12]\d{3}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(value)) return undefined;
  if (isTime && Number.isNaN(Date.parse(value))) return undefined;
  if (sort === 'changed' && !/^\d{1,6}$/.test(value)) return undefined;
  // PostgreSQL holds no NUL.
  return value.includes('\0') ? undefined : { direction, value, number };
}

/** The query of an address, the usual values left out so that one state has one address. */
export function inboxAddress(
  query: Pick<InboxQuery, 'view' | 'search'> &
    Partial<Pick<InboxQuery, 'sort' | 'direction' | 'only' | 'hidden' | 'isWide'>> & {
      from?: InboxCursor | null | undefined;
    },
): Record<string, string | number | null | readonly string[]> {
  const { view, search, sort, direction, from, only = [], hidden = [], isWide = false } = query;
  const [usual, usualDirection] = usualSort(view);
  const isUsual = sort === undefined || (sort === usual && direction === usualDirection);
  return {
    view,
    q: search || null,
    sort: isUsual ? null : `${direction === 'descending' ? '-' : ''}${sort}`,
    areas: isWide && view === 'available' ? 'all' : null,
    only,
    hide: hidden,
    after: from?.direction === 'after' ? cursorText(from) : null,
    before: from?.direction === 'before' ? cursorText(from) : null,
  };
}

/** The tab with which somebody's work begins. */
export function usualView(actor: Actor): InboxView {
  if (hasRole(actor, 'coordinator')) return 'routing';
  return hasRole(actor, 'reviewer', 'lead-reviewer') ? 'mine' : 'available';
}

/** The tabs that somebody has use for, in order. */
export function viewsFor(actor: Actor): readonly InboxView[] {
  const isReviewing = hasRole(actor, 'reviewer', 'lead-reviewer');
  const seesRouting = hasRole(actor, 'lead-reviewer', 'coordinator', 'auditor', 'municipal-admin');
  return inboxViews.filter((view) => {
    if (view === 'mine') return isReviewing;
    return view === 'routing' ? seesRouting : true;
  });
}
