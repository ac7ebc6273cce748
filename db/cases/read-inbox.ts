import { and, count, desc, eq, ilike, inArray, isNotNull, lt, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '~/workflows/actor';
import type { CaseSnapshot } from '~/workflows/case/decide-event';
import { type Turn, whoseTurn } from '~/workflows/case/turn';
import {
  type InboxFilter,
  type InboxQuery,
  type InboxSort,
  type InboxView,
  inboxViews,
} from '~/workflows/review/inbox';
import type { CaseState, SectionState, Text } from '~/workflows/words';
import type { Db } from '../client';
import {
  caseSections,
  cases,
  conflictsOfInterest,
  memberships,
  municipalities,
  portalSettings,
  products,
  submissionAnswers,
  submissions,
  suppliers,
} from '../schema';
import { runByCount } from './run-by';

export interface InboxRow {
  id: string;
  number: string;
  product: string;
  supplier: string;
  state: CaseState;
  turn: Turn;
  stateSince: Date;
  dueAt: Date | null;
  municipality: string | null;
  submissionNumber: number;
  sections: { total: number; waiting: number; claimed: number; assessed: number };
  /** The sections that the actor has claimed, in the questionnaire's order. */
  mySections: { id: string; title: Text; state: SectionState }[];
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
  pages: number;
  /** Cases in each view, whatever is searched for. */
  counts: Record<InboxView, number>;
}

const pageSize = 50;
const openViewsStates = {
  routing: ['submitted', 'screening'],
  decision: ['decision', 'appealed'],
  waiting: ['changes-requested', 'hearing'],
} as const satisfies Partial<Record<InboxView, readonly CaseState[]>>;
const notClosed: readonly CaseState[] = ['draft', 'review', ...Object.values(openViewsStates).flat()];

/** The cases that were sent, as one person's inbox. Nothing is authorized here but what the rows say of the person. */
export async function listInbox(db: Db, actor: Actor, query: InboxQuery, now: Date): Promise<Inbox> {
  const counts = await countViews(db, actor);
  const { view, search, only = [] } = query;
  const filters = only.map((filter) => filterCondition(filter, actor, now));
  const where = and(viewCondition(db, actor, view), searchCondition(search), ...filters);
  const total = search === '' && only.length === 0 ? counts[view] : await countCases(db, where);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(Math.max(1, query.page), pages);
  const ids = await listPage(db, query, where, page);
  const rows = await readRows(db, actor, ids);
  const details = await readDetails(
    db,
    actor,
    rows.map(({ id, submissionId }) => ({ id, submissionId })),
  );
  return { total, pages, counts, rows: rows.map((row) => withDetails(row, details)) };
}

/** Only which cases: what a row says besides is read for those of the page, not for the thousands before it. */
async function listPage(db: Db, query: InboxQuery, where: SQL | undefined, page: number): Promise<string[]> {
  const rows = await db
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(products, eq(products.id, cases.productId))
    .innerJoin(suppliers, eq(suppliers.id, cases.supplierId))
    .where(where)
    .orderBy(...orderOf(query), desc(cases.number))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return rows.map(({ id }) => id);
}

async function readRows(db: Db, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select(inboxColumns(actor))
    .from(cases)
    .innerJoin(products, eq(products.id, cases.productId))
    .innerJoin(suppliers, eq(suppliers.id, cases.supplierId))
    .innerJoin(submissions, eq(submissions.id, cases.currentSubmissionId))
    .leftJoin(municipalities, eq(municipalities.code, cases.municipalityCode))
    .where(inArray(cases.id, [...ids]));
  const place = new Map(ids.map((id, index) => [id, index]));
  return rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

function inboxColumns(actor: Actor) {
  return {
    id: cases.id,
    number: cases.number,
    version: cases.version,
    runBy: runByCount(),
    isHighImpact: highImpact(),
    product: products.name,
    supplier: suppliers.name,
    state: cases.state,
    snapshot: sql<CaseSnapshot>`${cases.snapshot}`,
    stateSince: cases.stateSince,
    dueAt: cases.dueAt,
    municipality: municipalities.name,
    submissionId: submissions.id,
    submissionNumber: submissions.number,
    titles: sql<{ id: string; title: Text }[]>`${submissions.document} -> 'sections'`,
    isBarred: barred(actor),
  };
}

/** The coordinator sets how many municipalities make a case's impact high. */
function highImpact(): SQL<boolean> {
  return sql<boolean>`(${runByCount()} >= (select ${portalSettings.highImpactFrom} from ${portalSettings}))`;
}

/** The actor has declared a conflict with the supplier, or belongs to it. Needs the suppliers joined. */
function barred(actor: Actor): SQL<boolean> {
  return sql<boolean>`(
      exists (select 1 from ${conflictsOfInterest} where ${conflictsOfInterest.personId} = ${actor.personId}
        and ${conflictsOfInterest.supplierId} = ${cases.supplierId} and ${conflictsOfInterest.endedAt} is null)
      or exists (select 1 from ${memberships} where ${memberships.personId} = ${actor.personId}
        and ${memberships.supplierId} = ${cases.supplierId} and ${memberships.endedAt} is null)
      or exists (select 1 from ${municipalities} as own where own.code = ${actor.municipalityCode}
        and own.cvr = ${suppliers.cvr}))`;
}

type Details = Awaited<ReturnType<typeof readDetails>>;

async function readDetails(db: Db, actor: Actor, found: readonly { id: string; submissionId: string }[]) {
  if (found.length === 0) return { sections: [], answers: [] };
  const sections = await db
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
  const answers = await db
    .select({
      submissionId: submissionAnswers.submissionId,
      total: count(),
      moved: sql<number>`count(*) filter (where ${submissionAnswers.carriedVerdictId} is null)::int`,
    })
    .from(submissionAnswers)
    .where(
      inArray(
        submissionAnswers.submissionId,
        found.map(({ submissionId }) => submissionId),
      ),
    )
    .groupBy(submissionAnswers.submissionId);
  return { sections, answers };
}

type FoundRow = Omit<InboxRow, 'sections' | 'mySections' | 'answers' | 'turn'> & {
  snapshot: CaseSnapshot;
  submissionId: string;
  titles: { id: string; title: Text }[];
};

function withDetails({ titles, submissionId, snapshot, ...row }: FoundRow, { sections, answers }: Details): InboxRow {
  const ofCase = sections.filter(({ caseId }) => caseId === row.id);
  const inState = (wanted: SectionState) => ofCase.filter(({ state }) => state === wanted).length;
  const counted = answers.find((each) => each.submissionId === submissionId);
  return {
    ...row,
    turn: whoseTurn(snapshot),
    sections: {
      total: ofCase.length,
      waiting: inState('waiting'),
      claimed: inState('claimed'),
      assessed: inState('assessed'),
    },
    mySections: titles.flatMap(({ id, title }) => {
      const mine = ofCase.find(({ sectionId, isMine }) => isMine && sectionId === id);
      return mine ? [{ id, title, state: mine.state }] : [];
    }),
    answers: { total: counted?.total ?? 0, moved: counted?.moved ?? 0 },
  };
}

async function countViews(db: Db, actor: Actor): Promise<Inbox['counts']> {
  const columns = Object.fromEntries(
    inboxViews.map((view) => [view, sql<number>`count(*) filter (where ${viewCondition(db, actor, view)})::int`]),
  ) as Record<InboxView, SQL<number>>;
  const [counts] = await db.select(columns).from(cases).where(isNotNull(cases.currentSubmissionId));
  if (!counts) throw new Error('A count without a group gives one row.');
  return counts;
}

async function countCases(db: Db, where: SQL | undefined): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(cases)
    .innerJoin(products, eq(products.id, cases.productId))
    .innerJoin(suppliers, eq(suppliers.id, cases.supplierId))
    .where(where);
  return row?.total ?? 0;
}

function viewCondition(db: Db, actor: Actor, view: InboxView): SQL | undefined {
  const sent = isNotNull(cases.currentSubmissionId);
  const inReview = eq(cases.state, 'review');
  const mine = hasSection(db, eq(caseSections.state, 'claimed'), eq(caseSections.reviewerId, actor.personId));
  const free = hasSection(db, eq(caseSections.state, 'waiting'));
  switch (view) {
    case 'mine':
      return and(sent, inReview, mine);
    case 'available':
      return and(sent, inReview, free);
    case 'waiting':
      return and(
        sent,
        or(inArray(cases.state, [...openViewsStates.waiting]), and(inReview, sql`not ${mine}`, sql`not ${free}`)),
      );
    case 'closed':
      return and(sent, notInArray(cases.state, [...notClosed]));
    default:
      return and(sent, inArray(cases.state, [...openViewsStates[view]]));
  }
}

function hasSection(db: Db, ...conditions: readonly SQL[]): SQL {
  const found = db
    .select({ one: sql`1` })
    .from(caseSections)
    .where(and(eq(caseSections.caseId, cases.id), ...conditions));
  return sql`exists ${found}`;
}

function filterCondition(filter: InboxFilter, actor: Actor, now: Date): SQL {
  switch (filter) {
    case 'high-impact':
      return highImpact();
    case 'overdue':
      return lt(cases.dueAt, now);
    case 'no-conflict':
      return sql`not ${barred(actor)}`;
  }
}

function searchCondition(search: string): SQL | undefined {
  if (search === '') return undefined;
  const pattern = `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  return or(ilike(cases.number, pattern), ilike(products.name, pattern), ilike(suppliers.name, pattern));
}

function orderOf({ sort, direction }: InboxQuery): SQL[] {
  const moved = sql`(select count(*) filter (where ${submissionAnswers.carriedVerdictId} is null)
    from ${submissionAnswers} where ${submissionAnswers.submissionId} = ${cases.currentSubmissionId})`;
  const columns = {
    number: sql`${cases.number}`,
    product: sql`${products.name} collate "da-x-icu"`,
    supplier: sql`${suppliers.name} collate "da-x-icu"`,
    state: sql`${cases.state}`,
    since: sql`${cases.stateSince}`,
    due: sql`${cases.dueAt}`,
    changed: moved,
  } as const satisfies Record<InboxSort, SQL>;
  const column = columns[sort];
  return [direction === 'ascending' ? sql`${column} asc nulls last` : sql`${column} desc nulls last`];
}
