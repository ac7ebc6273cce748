import { and, asc, desc, eq, gt, inArray, like, sql } from 'drizzle-orm';
import type { Actor } from '~/workflows/actor';
import { decisionStepOf, type ListedEvent, listEventsFor } from '~/workflows/case/decide-event';
import type { CaseFacts } from '~/workflows/case/facts';
import { approvingVerdicts, type SectionState, type Text, type VerdictKind, verdictKinds } from '~/workflows/words';
import type { Db } from '../client';
import { caseNotes, caseSections, log, memberships, municipalities, people, scopeEntries, suppliers } from '../schema';
import { loadFacts } from './load-facts';
import type { ReviewedCase } from './reviewed-case';
import { type AnswerInForce, listAnswersInForce } from './verdicts-in-force';

/** Somebody's name, for colleagues; the municipality they act for, or null for the portal's own people. */
export interface Colleague {
  id: string;
  name: string;
  municipality: string | null;
}

export interface ReviewSection {
  id: string;
  title: Text;
  state: SectionState;
  since: Date;
  reviewer: Colleague | null;
  /** Answers in it; those that nobody has approved in this form before; and those among them that are judged. */
  answers: number;
  moved: number;
  judged: number;
  verdicts: Record<VerdictKind, number>;
  /** Who approved what carried over, and when last. */
  carriedFrom: { municipality: string; at: Date } | null;
}

/** One event of the case, as the log has it. */
export interface PathEntry {
  number: number;
  at: Date;
  /** The machine's event, `open`, or another verb of the log. */
  verb: string;
  by: { kind: 'supplier' | 'municipality' | 'portal'; organisation: string | null; colleague: string | null };
  details: Record<string, unknown>;
}

export interface CaseNote {
  id: string;
  event: string;
  audience: 'shared' | 'internal';
  text: string;
  at: Date;
  /** Null: somebody of the supplier. */
  by: Colleague | null;
}

export interface ScopeLine {
  interfaceId: string;
  isProposed: boolean;
  isIncluded: boolean;
  reason: string | null;
  demand: { reason: string; isOfThisCase: boolean } | null;
}

export interface CasePage {
  decisionStep: 'lead' | 'second-pair-of-eyes' | null;
  sections: ReviewSection[];
  events: ListedEvent[];
  facts: CaseFacts;
  notes: CaseNote[];
  path: PathEntry[];
  scope: ScopeLine[];
  proposer: Colleague | null;
}

/** Everything on the overview of a case, as one person may use it. The case was found by findReviewedCase. */
export async function readCasePage(db: Db, actor: Actor, now: Date, reviewed: ReviewedCase): Promise<CasePage> {
  const { row, submission } = reviewed;
  const facts = await loadFacts(db, { row, actor });
  const { proposal } = row.snapshot.context;
  const colleagues = proposal ? await listColleagues(db, [proposal.proposedBy]) : new Map<string, Colleague>();
  return {
    decisionStep: decisionStepOf(row.snapshot),
    sections: await listReviewSections(db, reviewed, await listAnswersInForce(db, submission.id)),
    events: listEventsFor(row.snapshot, actor, facts, now),
    facts,
    notes: await listNotes(db, row.id),
    path: await listPath(db, row.id),
    scope: await listScope(db, reviewed),
    proposer: (proposal && colleagues.get(proposal.proposedBy)) ?? null,
  };
}

/** The sections of the present submission in the questionnaire's order, with what there is to do in each. */
export async function listReviewSections(
  db: Db,
  { row, submission }: ReviewedCase,
  answers: readonly AnswerInForce[],
): Promise<ReviewSection[]> {
  const rows = await db.select().from(caseSections).where(eq(caseSections.caseId, row.id));
  const reviewers = await listColleagues(
    db,
    rows.flatMap(({ reviewerId }) => reviewerId ?? []),
  );
  const names = new Map(
    (await db.select({ code: municipalities.code, name: municipalities.name }).from(municipalities)).map(
      ({ code, name }) => [code, name],
    ),
  );
  return submission.document.sections.flatMap(({ id, title }) => {
    const section = rows.find(({ sectionId }) => sectionId === id);
    if (!section) return [];
    const ofSection = answers.filter(({ sectionId }) => sectionId === id);
    const carried = ofSection.flatMap(({ isCarried, verdict }) => (isCarried && verdict ? [verdict] : []));
    const latest = carried.sort((a, b) => b.givenAt.getTime() - a.givenAt.getTime())[0];
    return [
      {
        id,
        title,
        state: section.state,
        since: section.since,
        reviewer: (section.reviewerId && reviewers.get(section.reviewerId)) || null,
        ...countAnswers(ofSection),
        carriedFrom: latest
          ? { municipality: names.get(latest.municipalityCode) ?? latest.municipalityCode, at: latest.givenAt }
          : null,
      },
    ];
  });
}

function countAnswers(
  answers: readonly AnswerInForce[],
): Pick<ReviewSection, 'answers' | 'moved' | 'judged' | 'verdicts'> {
  const moved = answers.filter(({ isMoved }) => isMoved);
  const verdicts = Object.fromEntries(
    verdictKinds.map((kind) => [kind, answers.filter(({ verdict }) => verdict?.kind === kind).length]),
  ) as Record<VerdictKind, number>;
  return {
    answers: answers.length,
    moved: moved.length,
    judged: moved.filter(({ verdict }) => verdict !== null).length,
    verdicts,
  };
}

/** Whether a verdict lets its answer become public. */
export function isApproving(kind: VerdictKind): boolean {
  return approvingVerdicts.some((each) => each === kind);
}

/** The people of municipalities and of the portal among these, by id; a supplier's people have no name here. */
export async function listColleagues(db: Db, ids: readonly string[]): Promise<Map<string, Colleague>> {
  if (ids.length === 0) return new Map();
  const found = await db
    .select({
      id: people.id,
      name: people.name,
      municipality: sql<string | null>`max(${municipalities.name})`,
    })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .leftJoin(municipalities, eq(municipalities.code, memberships.municipalityCode))
    .where(inArray(people.id, [...new Set(ids)]))
    .groupBy(people.id, people.name)
    .having(sql`bool_or(${memberships.supplierId} is null)`);
  return new Map(found.map((colleague) => [colleague.id, colleague]));
}

async function listNotes(db: Db, caseId: string): Promise<CaseNote[]> {
  const rows = await db
    .select()
    .from(caseNotes)
    .where(eq(caseNotes.caseId, caseId))
    .orderBy(desc(caseNotes.writtenAt), desc(caseNotes.id));
  const colleagues = await listColleagues(
    db,
    rows.map(({ personId }) => personId),
  );
  return rows.map(({ id, event, audience, text, writtenAt, personId }) => ({
    id,
    event,
    audience,
    text,
    at: writtenAt,
    by: colleagues.get(personId) ?? null,
  }));
}

/**
 * What happened in a case, newest first.
 * @param sinceVersion only what came after this version of the case
 */
export async function listPath(db: Db, caseId: string, sinceVersion?: number): Promise<PathEntry[]> {
  const rows = await db
    .select({
      number: log.number,
      at: log.at,
      action: log.action,
      organisation: log.organisation,
      personId: log.personId,
      details: log.details,
      supplier: suppliers.name,
      municipality: municipalities.name,
    })
    .from(log)
    .leftJoin(suppliers, sql`${suppliers.id}::text = ${log.organisation}`)
    .leftJoin(municipalities, eq(municipalities.code, log.organisation))
    .where(
      and(
        eq(log.subjectType, 'case'),
        eq(log.subjectId, caseId),
        like(log.action, 'case.%'),
        sinceVersion === undefined ? undefined : gt(sql`(${log.details} ->> 'version')::int`, sinceVersion),
      ),
    )
    .orderBy(desc(log.number));
  const colleagues = await listColleagues(
    db,
    rows.flatMap(({ personId }) => personId ?? []),
  );
  return rows.map(({ number, at, action, personId, details, supplier, municipality }) => ({
    number,
    at,
    verb: action.replace(/^case\./, ''),
    by: {
      kind: supplier ? 'supplier' : municipality ? 'municipality' : 'portal',
      organisation: supplier ?? municipality,
      colleague: (personId && !supplier && colleagues.get(personId)?.name) || null,
    },
    details,
  }));
}

/** What the supplier declared when it sent, with what reviewers have demanded since. */
async function listScope(db: Db, { row, submission }: ReviewedCase): Promise<ScopeLine[]> {
  const rows = await db
    .select()
    .from(scopeEntries)
    .where(eq(scopeEntries.declarationId, row.declarationId))
    .orderBy(asc(scopeEntries.interfaceId));
  const demands = new Map(
    rows.flatMap(({ interfaceId, demandedByCaseId, demandReason }) =>
      demandedByCaseId === null
        ? []
        : [[interfaceId, { reason: demandReason ?? '', isOfThisCase: demandedByCaseId === row.id }]],
    ),
  );
  const sent = submission.document.scope.map((line) => ({ ...line, demand: demands.get(line.interfaceId) ?? null }));
  const known = new Set(sent.map(({ interfaceId }) => interfaceId));
  const added = [...demands].flatMap(([interfaceId, demand]) =>
    known.has(interfaceId) ? [] : [{ interfaceId, isProposed: false, isIncluded: false, reason: null, demand }],
  );
  return [...sent, ...added];
}
