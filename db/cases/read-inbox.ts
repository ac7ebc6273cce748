import { and, count, eq, gte, ilike, inArray, isNotNull, lt, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { type Actor, hasRole } from '~/workflows/actor';
import type { CaseSnapshot } from '~/workflows/case/decide-event';
import { type Turn, whoseTurn } from '~/workflows/case/turn';
import type { Competence } from '~/workflows/review/competence';
import {
  type InboxCursor,
  type InboxFilter,
  type InboxQuery,
  type InboxSort,
  type InboxView,
  inboxViews,
} from '~/workflows/review/inbox';
import type { CaseState, SectionState, Text } from '~/workflows/words';
import type { Db } from '../client';
import { readCompetence } from '../competences';
import { getPortalSettings } from '../portal-settings';
import { getQuestionnaire } from '../questionnaires';
import {
  caseSections,
  cases,
  conflictsOfInterest,
  memberships,
  municipalities,
  people,
  products,
  submissions,
  suppliers,
} from '../schema';
import { countWithin, type InboxCompetence, waitsWithin } from './inbox-competence';

export interface InboxRow {
  id: string;
  number: string;
  product: string;
  supplier: string;
  state: CaseState;
  turn: Turn;
  /** Who is to handle it, and whether that is the reader. */
  assignee: string | null;
  isAssignedToMe: boolean;
  stateSince: Date;
  dueAt: Date | null;
  municipality: string | null;
  submissionNumber: number;
  sections: {
    total: number;
    waiting: number;
    claimed: number;
    assessed: number;
    /** Those of the waiting that the actor knows; 0 where the actor has no limit. */
    waitingKnown: number;
  };
  /** The sections that the actor has claimed, in the questionnaire's order. */
  mySections: { id: string; title: Text; state: SectionState }[];
  /** The first section that the actor could claim, one that they know before others; null: there is none. */
  nextFree: { id: string; title: Text; isKnown: boolean } | null;
  answers: { total: number; moved: number };
  /** The actor has declared a conflict with the supplier, or belongs to it. */
  isBarred: boolean;
  /** What a form that routes several cases sends along. */
  version: number;
  /** How many municipalities run the product, as far as the supplier says. */
  runBy: number;
  /** So many that the case has high impact. */
  isHighImpact: boolean;
}

export interface Inbox {
  rows: InboxRow[];
  /** Rows in the chosen view and search. */
  total: number;
  /** Where the pages before and after this one are; null: there is none. */
  previous: InboxCursor | null;
  next: InboxCursor | null;
  /**
   * Cases in each view as it opens, whatever is searched for: to somebody with a competence, of those that are ready to
   * claim the ones inside it.
   */
  counts: Record<InboxView, number>;
  /** Null: the actor has no limit. */
  competence: InboxCompetence | null;
}

const pageSize = 50;

/** What is known of the reader before any case is looked at. */
interface Reader {
  actor: Actor;
  /** Suppliers with whom the reader has declared a conflict, or to whom they belong. */
  barredFrom: readonly string[];
  /** From so many municipalities on a case has high impact. */
  highImpactFrom: number;
  /** The sections that the reader knows; empty: no limit. */
  competence: Competence;
}

/** The cases that were sent, as one person's inbox. Nothing is authorized here but what the rows say of the person. */
export async function listInbox(db: Db, actor: Actor, query: InboxQuery, now: Date): Promise<Inbox> {
  const reader = await readReader(db, actor);
  const all = await countViews(db, actor);
  const competence = await countWithin(db, reader.competence, all.available);
  const counts = competence ? { ...all, available: competence.inside } : all;
  const { view, search, only = [], isWide = false } = query;
  const filters = only.map((filter) => filterCondition(filter, reader, now));
  const area = view === 'available' && !isWide ? waitsWithin(reader.competence) : undefined;
  const where = and(viewCondition(actor, view), area, searchCondition(search), ...filters);
  const isNarrowed = search !== '' || only.length > 0;
  const total = isNarrowed ? await countCases(db, where, search !== '') : (isWide ? all : counts)[view];
  const page = await readPage(db, query, where);
  const rows = await readRows(db, page.ids);
  const details = await readDetails(db, actor, rows);
  const shown = rows.map((row) => withDetails(row, reader, details));
  const at = (row: InboxRow | undefined, direction: InboxCursor['direction'], is: boolean) =>
    is && row ? cursorAt(row, query.sort, direction) : null;
  return {
    total,
    counts,
    competence,
    rows: shown,
    previous: at(shown[0], 'before', page.hasPrevious),
    next: at(shown.at(-1), 'after', page.hasNext),
  };
}

async function readReader(db: Db, actor: Actor): Promise<Reader> {
  const { personId, municipalityCode } = actor;
  const rows = await db.execute<{ id: string }>(sql`
    select ${conflictsOfInterest.supplierId} as id from ${conflictsOfInterest}
      where ${conflictsOfInterest.personId} = ${personId} and ${conflictsOfInterest.endedAt} is null
    union select ${memberships.supplierId} from ${memberships}
      where ${memberships.personId} = ${personId} and ${memberships.supplierId} is not null
        and ${memberships.endedAt} is null
    union select ${suppliers.id} from ${suppliers}
      join ${municipalities} on ${municipalities.cvr} = ${suppliers.cvr}
      where ${municipalities.code} = ${municipalityCode}`);
  const { highImpactFrom } = await getPortalSettings(db);
  return { actor, barredFrom: rows.map(({ id }) => id), highImpactFrom, competence: await readCompetence(db, actor) };
}

interface Page {
  ids: string[];
  hasPrevious: boolean;
  hasNext: boolean;
}

/**
 * Only which cases: what a row says besides is read for those of the page. By key, not by number: the page begins where
 * the last one ended, so that cases that come and go meanwhile neither repeat nor hide others, and the last page costs
 * what the first does. An end that nothing lies beyond any more gives the first page.
 */
async function readPage(db: Db, query: InboxQuery, where: SQL | undefined): Promise<Page> {
  const { from } = query;
  const found = await listIds(db, query, where);
  const ids = found.slice(0, pageSize);
  const hasMore = found.length > pageSize;
  if (from === undefined) return { ids, hasPrevious: false, hasNext: hasMore };
  const isWhole = from.direction === 'after' ? ids.length > 0 : hasMore || ids.length === pageSize;
  if (!isWhole) {
    const { from: _, ...first } = query;
    return readPage(db, first, where);
  }
  if (from.direction === 'after') return { ids, hasPrevious: true, hasNext: hasMore };
  return { ids: ids.reverse(), hasPrevious: hasMore, hasNext: true };
}

async function listIds(db: Db, query: InboxQuery, where: SQL | undefined): Promise<string[]> {
  const { from } = query;
  const isReversed = from?.direction === 'before';
  const isAscending = (query.direction === 'ascending') !== isReversed;
  const way = isAscending ? sql`asc` : sql`desc`;
  const column = sortColumn(query.sort);
  const rows = await db
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(products, eq(products.id, cases.productId))
    .innerJoin(suppliers, eq(suppliers.id, cases.supplierId))
    .where(and(where, from && beyond(query.sort, from, isAscending)))
    .orderBy(
      ...(query.sort === 'number' ? [] : [sql`${column} ${way} nulls ${isReversed ? sql`first` : sql`last`}`]),
      sql`${cases.number} ${way}`,
    )
    .limit(pageSize + 1);
  return rows.map(({ id }) => id);
}

/** What lies beyond a cursor in the order that is read; what has no value comes last, whichever way the list is sorted. */
function beyond(sort: InboxSort, { direction, value, number }: InboxCursor, isAscending: boolean): SQL {
  const is = isAscending ? sql`>` : sql`<`;
  const column = sortColumn(sort);
  const further = sql`${cases.number} ${is} ${number}`;
  if (sort === 'number') return further;
  if (value === null) {
    const none = sql`(${column} is null and ${further})`;
    return direction === 'after' ? none : sql`(${column} is not null or ${none})`;
  }
  const bound = boundOf(sort, value);
  const known = sql`(${column}, ${cases.number}) ${is} (${bound}, ${number})`;
  return sort === 'due' && direction === 'after' ? sql`(${known} or ${column} is null)` : known;
}

/** The cursor's text as what the column holds. */
function boundOf(sort: InboxSort, value: string): SQL {
  if (sort === 'since' || sort === 'due') return sql`${value}::timestamptz`;
  return sort === 'changed' ? sql`${value}::int` : sql`${value}::text`;
}

/** Whoever holds the ball has a clock: the supplier one of the chart's, the municipality the review's. */
const dueAt = sql<Date | null>`coalesce(${cases.dueAt}, ${cases.reviewDueAt})`;

function cursorAt(row: InboxRow, sort: InboxSort, direction: InboxCursor['direction']): InboxCursor {
  const values = {
    number: row.number,
    product: row.product,
    supplier: row.supplier,
    state: row.state,
    since: row.stateSince.toISOString(),
    due: row.dueAt?.toISOString() ?? null,
    changed: String(row.answers.moved),
  } as const satisfies Record<InboxSort, string | null>;
  return { direction, value: values[sort], number: row.number };
}

async function readRows(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: cases.id,
      number: cases.number,
      version: cases.version,
      runBy: cases.runBy,
      product: products.name,
      supplier: suppliers.name,
      supplierId: cases.supplierId,
      state: cases.state,
      snapshot: sql<CaseSnapshot>`${cases.snapshot}`,
      stateSince: cases.stateSince,
      dueAt: sql<Date | null>`${dueAt}`.mapWith(cases.dueAt),
      municipality: municipalities.name,
      assignee: people.name,
      assigneeId: cases.assigneeId,
      questionnaireId: submissions.questionnaireId,
      submissionNumber: submissions.number,
      answersTotal: cases.answersTotal,
      answersMoved: cases.answersMoved,
    })
    .from(cases)
    .innerJoin(products, eq(products.id, cases.productId))
    .innerJoin(suppliers, eq(suppliers.id, cases.supplierId))
    .innerJoin(submissions, eq(submissions.id, cases.currentSubmissionId))
    .leftJoin(municipalities, eq(municipalities.code, cases.municipalityCode))
    .leftJoin(people, eq(people.id, cases.assigneeId))
    .where(inArray(cases.id, [...ids]));
  const place = new Map(ids.map((id, index) => [id, index]));
  return rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

type FoundRow = Awaited<ReturnType<typeof readRows>>[number];

type Details = Awaited<ReturnType<typeof readDetails>>;

async function readDetails(db: Db, actor: Actor, found: readonly FoundRow[]) {
  const sections =
    found.length === 0
      ? []
      : await db
          .select({
            caseId: caseSections.caseId,
            sectionId: caseSections.sectionId,
            state: caseSections.state,
            isMine: sql<boolean>`${caseSections.reviewerId} is not distinct from ${actor.personId}`,
          })
          .from(caseSections)
          .where(
            inArray(
              caseSections.caseId,
              found.map(({ id }) => id),
            ),
          );
  const versions = new Map<string, readonly { id: string; title: Text }[]>();
  for (const id of new Set(found.map(({ questionnaireId }) => questionnaireId))) {
    versions.set(id, (await getQuestionnaire(db, id)).definition.sections);
  }
  return { sections, versions };
}

function withDetails(found: FoundRow, reader: Reader, { sections, versions }: Details): InboxRow {
  const { snapshot, questionnaireId, supplierId, assigneeId, answersTotal, answersMoved, ...row } = found;
  const ofCase = sections.filter(({ caseId }) => caseId === row.id);
  const inState = (wanted: SectionState) => ofCase.filter(({ state }) => state === wanted).length;
  const titled = (versions.get(questionnaireId) ?? []).flatMap(({ id, title }) => {
    const section = ofCase.find(({ sectionId }) => sectionId === id);
    return section ? [{ id, title, state: section.state, isMine: section.isMine }] : [];
  });
  const waiting = ofCase.filter(({ state }) => state === 'waiting').map(({ sectionId }) => sectionId);
  const known = reader.competence.filter((id) => waiting.includes(id));
  const mayClaim = row.state === 'review' && hasRole(reader.actor, 'reviewer', 'lead-reviewer');
  const first = (ids: readonly string[]) => (mayClaim ? titled.find(({ id }) => ids.includes(id)) : undefined);
  const free = first(known) ?? first(waiting);
  return {
    ...row,
    nextFree: free ? { id: free.id, title: free.title, isKnown: known.includes(free.id) } : null,
    turn: whoseTurn(snapshot),
    isBarred: reader.barredFrom.includes(supplierId),
    isHighImpact: row.runBy >= reader.highImpactFrom,
    isAssignedToMe: assigneeId === reader.actor.personId,
    sections: {
      total: ofCase.length,
      waiting: waiting.length,
      waitingKnown: known.length,
      claimed: inState('claimed'),
      assessed: inState('assessed'),
    },
    mySections: titled.flatMap(({ isMine, ...section }) => (isMine ? [section] : [])),
    answers: { total: answersTotal, moved: answersMoved },
  };
}

/** By what is kept with each case: an index is counted, not cases looked at. */
async function countViews(db: Db, actor: Actor): Promise<Inbox['counts']> {
  const places = await db
    .select({ place: cases.inboxPlace, cases: sql<number>`count(*)::int` })
    .from(cases)
    .where(isNotNull(cases.inboxPlace))
    .groupBy(cases.inboxPlace);
  const [mine] = await db
    .select({
      all: sql<number>`count(*)::int`,
      waiting: sql<number>`count(*) filter (where ${cases.inboxPlace} = 'waiting')::int`,
    })
    .from(cases)
    .where(viewCondition(actor, 'mine'));
  const counts = Object.fromEntries(inboxViews.map((view) => [view, 0])) as Inbox['counts'];
  for (const { place, cases: count } of places) if (place) counts[place] = count;
  return { ...counts, mine: mine?.all ?? 0, waiting: counts.waiting - (mine?.waiting ?? 0) };
}

async function countCases(db: Db, where: SQL | undefined, isSearched: boolean): Promise<number> {
  const counting = db.select({ total: count() }).from(cases).$dynamic();
  const joined = isSearched
    ? counting
        .innerJoin(products, eq(products.id, cases.productId))
        .innerJoin(suppliers, eq(suppliers.id, cases.supplierId))
    : counting;
  const [row] = await joined.where(where);
  return row?.total ?? 0;
}

function viewCondition(actor: Actor, view: InboxView): SQL | undefined {
  const claimed = sql`${cases.id} in (select ${caseSections.caseId} from ${caseSections}
    where ${caseSections.reviewerId} = ${actor.personId} and ${caseSections.state} = 'claimed')`;
  const inReview = eq(cases.state, 'review');
  switch (view) {
    case 'mine': {
      const assigned = and(eq(cases.assigneeId, actor.personId), eq(cases.inboxPlace, 'available'));
      return and(inReview, or(claimed, assigned));
    }
    case 'waiting':
      return and(eq(cases.inboxPlace, 'waiting'), sql`not (${inReview} and ${claimed})`);
    default:
      return eq(cases.inboxPlace, view);
  }
}

function filterCondition(filter: InboxFilter, { barredFrom, highImpactFrom }: Reader, now: Date): SQL {
  switch (filter) {
    case 'high-impact':
      return gte(cases.runBy, highImpactFrom);
    case 'overdue':
      return lt(dueAt, sql.param(now, cases.dueAt));
    case 'no-conflict':
      return barredFrom.length === 0 ? sql`true` : notInArray(cases.supplierId, [...barredFrom]);
  }
}

function searchCondition(search: string): SQL | undefined {
  if (search === '') return undefined;
  const pattern = `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  return or(ilike(cases.number, pattern), ilike(products.name, pattern), ilike(suppliers.name, pattern));
}

function sortColumn(sort: InboxSort): SQL {
  const columns = {
    number: sql`${cases.number}`,
    product: sql`${products.name} collate "da-x-icu"`,
    supplier: sql`${suppliers.name} collate "da-x-icu"`,
    state: sql`${cases.state}`,
    since: sql`${cases.stateSince}`,
    due: dueAt,
    changed: sql`${cases.answersMoved}`,
  } as const satisfies Record<InboxSort, SQL>;
  return columns[sort];
}
