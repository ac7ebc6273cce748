import { and, desc, eq, ilike, inArray, or, type SQL, sql } from 'drizzle-orm';
import { type Actor, hasRole } from '~/workflows/actor';
import { type Turn, whoseTurn } from '~/workflows/case/turn';
import type { CaseState } from '~/workflows/words';
import type { Db } from '../client';
import { cases, conflictsOfInterest, municipalities, products, submissions, suppliers } from '../schema';
import { asCaseRow } from './case-row';

export interface CaseFilters {
  /** `mine`: a section is claimed by the actor; `ours`: the actor's municipality decides; `unclaimed`: a section waits. */
  view?: 'all' | 'mine' | 'ours' | 'unclaimed' | undefined;
  states?: readonly CaseState[] | undefined;
  /** Part of the number, the product's or the supplier's name. */
  search?: string | undefined;
  /** At most 200; 50 when nothing is said. */
  limit?: number | undefined;
  offset?: number | undefined;
}

export interface ListedCase {
  caseId: string;
  number: string;
  version: number;
  state: CaseState;
  /** Since when it is in this state. */
  stateSince: Date;
  dueAt: Date | null;
  turn: Turn;
  product: { id: string; name: string };
  supplier: { id: string; name: string };
  municipality: { code: string; name: string } | null;
  submission: { number: number; submittedAt: Date } | null;
  sections: { total: number; mine: number; unclaimed: number; claimed: number; assessed: number; carried: number };
  /** Answers of the present submission, and how many of them moved since they were approved. */
  answers: { total: number; moved: number };
  /** Whether the actor has declared a conflict with the supplier. */
  hasConflict: boolean;
}

/**
 * The inbox: cases that the actor may know of, the longest waiting first.
 * @returns the page asked for, and how many there are in all
 */
export async function listCasesFor(
  db: Db,
  actor: Actor,
  filters: CaseFilters = {},
): Promise<{ total: number; cases: ListedCase[] }> {
  const where = and(visibleTo(actor), ...conditions(actor, filters));
  const query = db
    .select({
      row: cases,
      productName: products.name,
      supplierName: suppliers.name,
      municipalityName: municipalities.name,
      submissionNumber: submissions.number,
      submittedAt: submissions.submittedAt,
      sections: sectionCounts(actor),
      answers: answerCounts,
      hasConflict: conflictWith(actor),
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(cases)
    .innerJoin(products, eq(products.id, cases.productId))
    .innerJoin(suppliers, eq(suppliers.id, cases.supplierId))
    .leftJoin(municipalities, eq(municipalities.code, cases.municipalityCode))
    .leftJoin(submissions, eq(submissions.id, cases.currentSubmissionId))
    .where(where)
    .orderBy(desc(cases.isOpen), cases.stateSince, cases.number)
    .limit(Math.min(filters.limit ?? 50, 200))
    .offset(filters.offset ?? 0);
  const rows = await query;
  const total = rows[0]?.total ?? (filters.offset ? await countCases(db, where) : 0);
  return { total, cases: rows.map(listedOf) };
}

type Row = {
  row: typeof cases.$inferSelect;
  productName: string;
  supplierName: string;
  municipalityName: string | null;
  submissionNumber: number | null;
  submittedAt: Date | null;
  sections: ListedCase['sections'];
  answers: ListedCase['answers'];
  hasConflict: boolean;
};

function listedOf(found: Row): ListedCase {
  const row = asCaseRow(found.row);
  const { id, number, version, state, stateSince, dueAt, productId, supplierId, municipalityCode } = row;
  const { submissionNumber, submittedAt } = found;
  return {
    caseId: id,
    number,
    version,
    state,
    stateSince,
    dueAt,
    turn: whoseTurn(row.snapshot),
    product: { id: productId, name: found.productName },
    supplier: { id: supplierId, name: found.supplierName },
    municipality: municipalityCode === null ? null : { code: municipalityCode, name: found.municipalityName ?? '' },
    submission: submissionNumber === null || submittedAt === null ? null : { number: submissionNumber, submittedAt },
    sections: found.sections,
    answers: found.answers,
    hasConflict: found.hasConflict,
  };
}

async function countCases(db: Db, where: SQL | undefined): Promise<number> {
  const [row] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(cases)
    .innerJoin(products, eq(products.id, cases.productId))
    .innerJoin(suppliers, eq(suppliers.id, cases.supplierId))
    .where(where);
  return row?.total ?? 0;
}

/** The same as mayKnowCase (workflows/case/visibility.ts), for a list. */
function visibleTo(actor: Actor): SQL | undefined {
  if (actor.roles.includes('auditor')) return undefined;
  const own = actor.supplierId === null ? sql`false` : eq(cases.supplierId, actor.supplierId);
  const isReviewing = hasRole(actor, 'reviewer', 'lead-reviewer', 'municipal-admin', 'coordinator');
  return or(own, isReviewing ? sql`${cases.currentSubmissionId} is not null` : sql`false`);
}

function conditions(actor: Actor, { view, states, search }: CaseFilters): (SQL | undefined)[] {
  const like = search?.trim() ? `%${search.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
  return [
    states && states.length > 0 ? inArray(cases.state, [...states]) : undefined,
    like ? or(ilike(cases.number, like), ilike(products.name, like), ilike(suppliers.name, like)) : undefined,
    view === 'ours' ? eq(cases.municipalityCode, actor.municipalityCode ?? '') : undefined,
    view === 'mine'
      ? sql`exists (select 1 from case_sections s where s.case_id = ${cases.id} and s.reviewer_id = ${actor.personId})`
      : undefined,
    view === 'unclaimed'
      ? and(
          eq(cases.state, 'review'),
          sql`exists (select 1 from case_sections s where s.case_id = ${cases.id} and s.state = 'waiting')`,
        )
      : undefined,
  ];
}

function sectionCounts(actor: Actor): SQL<ListedCase['sections']> {
  return sql`(
    select json_build_object(
      'total', count(*),
      'mine', count(*) filter (where s.state = 'claimed' and s.reviewer_id = ${actor.personId}),
      'unclaimed', count(*) filter (where s.state = 'waiting'),
      'claimed', count(*) filter (where s.state = 'claimed'),
      'assessed', count(*) filter (where s.state = 'assessed'),
      'carried', count(*) filter (where s.is_carried))
    from case_sections s where s.case_id = ${cases.id})`;
}

const answerCounts: SQL<ListedCase['answers']> = sql`(
  select json_build_object('total', count(*), 'moved', count(*) filter (where a.carried_verdict_id is null))
  from submission_answers a where a.submission_id = ${cases.currentSubmissionId})`;

function conflictWith(actor: Actor): SQL<boolean> {
  return sql<boolean>`exists (
    select 1 from ${conflictsOfInterest} c
    where c.person_id = ${actor.personId} and c.supplier_id = ${cases.supplierId} and c.ended_at is null)`;
}
