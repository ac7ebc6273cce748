import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Actor } from '~/workflows/actor';
import { decisionStepOf, type ListedEvent, listEventsFor, sectionStateOf } from '~/workflows/case/decide-event';
import type { Proposal, VerdictSummary } from '~/workflows/case/facts';
import { outcomeFits } from '~/workflows/case/rules';
import { type Turn, whoseTurn } from '~/workflows/case/turn';
import { mayKnowCase } from '~/workflows/case/visibility';
import {
  approvingVerdicts,
  type CaseState,
  type Outcome,
  outcomes,
  type SectionState,
  type Text,
} from '~/workflows/words';
import type { Db } from '../client';
import { getQuestionnaire, type Questionnaire } from '../questionnaires';
import {
  caseNotes,
  cases,
  decisions,
  declarations,
  municipalities,
  people,
  products,
  scopeEntries,
  submissions,
  suppliers,
} from '../schema';
import { asCaseRow, type CaseRow, isCaseId, withHolder } from './case-row';
import { type CaseStep, listCaseSteps } from './history';
import { loadFacts } from './load-facts';
import { type AnswerInForce, listAnswersInForce } from './verdicts-in-force';

/** @returns undefined when there is none, or the actor may not know that there is one */
export async function findCaseFor(db: Db, actor: Actor, caseId: string): Promise<CaseRow | undefined> {
  if (!isCaseId(caseId)) return undefined;
  const [found] = await db.select().from(cases).where(eq(cases.id, caseId));
  const row = found && (await withHolder(db, asCaseRow(found)));
  return row && mayKnowCase(actor, row) ? row : undefined;
}

export interface CaseSection {
  id: string;
  title: Text;
  state: SectionState;
  isCarried: boolean;
  /** Who claimed it last. */
  reviewer: { personId: string; name: string } | null;
  /** Claimed by the actor and not yet assessed: verdicts can be given. */
  isMine: boolean;
  answers: number;
  moved: number;
  judged: number;
  notApproved: number;
  /** When the latest approval was given that carried over. */
  approvedEarlierAt: Date | null;
}

export interface CaseNote {
  id: string;
  event: string;
  audience: 'shared' | 'internal';
  text: string;
  personName: string;
  writtenAt: Date;
}

export interface CaseDecision {
  outcome: Outcome;
  reasons: string | null;
  municipality: { code: string; name: string };
  proposedBy: { personId: string; name: string };
  confirmedBy: { personId: string; name: string };
  decidedAt: Date;
}

/** What reviewers see of a case. Never for the supplier: it names people (see read-supplier-case.ts). */
export interface ReviewedCase {
  id: string;
  number: string;
  version: number;
  state: CaseState;
  step: 'lead' | 'second-pair-of-eyes' | null;
  turn: Turn;
  openedAt: Date;
  stateSince: Date;
  dueAt: Date | null;
  declarationId: string;
  product: typeof products.$inferSelect;
  supplier: typeof suppliers.$inferSelect;
  municipality: { code: string; name: string } | null;
  /** Who is to handle it there. */
  assignee: { personId: string; name: string } | null;
  questionnaire: { slug: string; version: string; title: Text };
  submission: { id: string; number: number; submittedAt: Date; hash: string } | null;
  /** Every submission of the declaration, newest first. */
  submissions: { id: string; caseId: string; number: number; submittedAt: Date }[];
  sections: CaseSection[];
  verdicts: VerdictSummary;
  proposal: (Proposal & { proposedByName: string }) | null;
  /** The outcomes that the verdicts allow. */
  fittingOutcomes: Outcome[];
  decision: CaseDecision | null;
  notes: CaseNote[];
  scopeDemands: { interfaceId: string; reason: string; isInEffect: boolean }[];
  steps: CaseStep[];
  hasConflict: boolean;
  /** Buttons: what the actor's role may send now, with the reason where something else stands in the way. */
  events: ListedEvent[];
}

/**
 * The case page of reviewers, the coordinator and the auditor.
 * @returns undefined when there is none, or the actor may not know that there is one
 */
export async function readCase(
  db: Db,
  acting: { actor: Actor; now: Date },
  caseId: string,
): Promise<ReviewedCase | undefined> {
  const row = await findCaseFor(db, acting.actor, caseId);
  if (!row) return undefined;
  const about = await loadAbout(db, row);
  const answers = row.currentSubmissionId ? await listAnswersInForce(db, row.currentSubmissionId) : [];
  const facts = await loadFacts(db, { row, actor: acting.actor });
  const { proposal, claims, municipalityCode } = row.snapshot.context;
  const named = [proposal?.proposedBy, row.assigneeId].filter((id) => id !== undefined && id !== null);
  const names = await loadNames(db, [...Object.values(claims), ...named]);
  return {
    ...about.parts,
    id: row.id,
    number: row.number,
    version: row.version,
    state: row.state,
    step: decisionStepOf(row.snapshot),
    turn: whoseTurn(row.snapshot),
    openedAt: row.openedAt,
    stateSince: row.stateSince,
    dueAt: row.dueAt ?? row.reviewDueAt,
    declarationId: row.declarationId,
    municipality: municipalityCode ? { code: municipalityCode, name: about.municipalityName ?? '' } : null,
    assignee: row.assigneeId === null ? null : { personId: row.assigneeId, name: names.get(row.assigneeId) ?? '' },
    submission: about.submissions.find(({ id }) => id === row.currentSubmissionId) ?? null,
    submissions: about.submissions,
    sections: sectionsOf(row, about.questionnaire, answers, acting.actor, names),
    verdicts: facts.verdicts,
    proposal: proposal && { ...proposal, proposedByName: names.get(proposal.proposedBy) ?? '' },
    fittingOutcomes: outcomes.filter((outcome) => outcomeFits(outcome, facts.verdicts)),
    decision: await findDecision(db, row.id),
    notes: await listNotes(db, row.id),
    scopeDemands: await listScopeDemands(db, row.id),
    steps: await listCaseSteps(db, row.id),
    hasConflict: facts.hasConflict,
    events: listEventsFor(row.snapshot, acting.actor, facts, acting.now),
  };
}

async function loadAbout(db: Db, row: CaseRow) {
  const [found] = await db
    .select({
      product: products,
      supplier: suppliers,
      questionnaireId: declarations.questionnaireId,
      municipalityName: municipalities.name,
    })
    .from(declarations)
    .innerJoin(products, eq(products.id, declarations.productId))
    .innerJoin(suppliers, eq(suppliers.id, products.supplierId))
    .leftJoin(municipalities, eq(municipalities.code, row.municipalityCode ?? ''))
    .where(eq(declarations.id, row.declarationId));
  if (!found) throw new Error(`Case ${row.id} has no declaration.`);
  const { id, caseId, number, submittedAt, hash, questionnaireId } = submissions;
  const sent = await db
    .select({ id, caseId, number, submittedAt, hash, questionnaireId })
    .from(submissions)
    .where(eq(submissions.declarationId, row.declarationId))
    .orderBy(submissions.number);
  sent.reverse();
  // A submission keeps the questionnaire that it was made with, even when the declaration has moved on.
  const current = sent.find((each) => each.id === row.currentSubmissionId);
  const questionnaire = await getQuestionnaire(db, current?.questionnaireId ?? found.questionnaireId);
  const { slug, version, definition } = questionnaire;
  return {
    questionnaire,
    municipalityName: found.municipalityName,
    submissions: sent,
    parts: {
      product: found.product,
      supplier: found.supplier,
      questionnaire: { slug, version, title: definition.title },
    },
  };
}

/** The sections of a case with their counts, in the questionnaire's order. */
export function sectionsOf(
  row: CaseRow,
  { definition }: Pick<Questionnaire, 'definition'>,
  answers: readonly AnswerInForce[],
  actor: Actor,
  names: ReadonlyMap<string, string>,
): CaseSection[] {
  const { sections, carried, claims } = row.snapshot.context;
  return definition.sections
    .filter(({ id }) => sections.includes(id))
    .map(({ id, title }) => {
      const within = answers.filter(({ sectionId }) => sectionId === id);
      const state = sectionStateOf(row.snapshot, id);
      const claimedBy = claims[id];
      return {
        id,
        title,
        state,
        isCarried: carried.includes(id),
        reviewer: claimedBy === undefined ? null : { personId: claimedBy, name: names.get(claimedBy) ?? '' },
        isMine: state === 'claimed' && claimedBy === actor.personId,
        answers: within.length,
        moved: within.filter(({ isMoved }) => isMoved).length,
        judged: within.filter(({ verdict }) => verdict !== null).length,
        notApproved: within.filter(({ verdict }) => verdict && !isApproving(verdict.kind)).length,
        approvedEarlierAt: latest(
          within.flatMap(({ isCarried, verdict }) => (isCarried && verdict ? verdict.givenAt : [])),
        ),
      };
    });
}

function latest(moments: readonly Date[]): Date | null {
  return moments.reduce<Date | null>((last, moment) => (last && last >= moment ? last : moment), null);
}

function isApproving(kind: string): boolean {
  return approvingVerdicts.some((each) => each === kind);
}

export async function loadNames(db: Db, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(personIds)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function findDecision(db: Db, caseId: string): Promise<CaseDecision | null> {
  const [row] = await db
    .select({ decision: decisions, municipalityName: municipalities.name })
    .from(decisions)
    .innerJoin(municipalities, eq(municipalities.code, decisions.municipalityCode))
    .where(eq(decisions.caseId, caseId));
  if (!row) return null;
  const { outcome, reasons, municipalityCode, proposedBy, confirmedBy, decidedAt } = row.decision;
  const names = await loadNames(db, [proposedBy, confirmedBy]);
  const personOf = (personId: string) => ({ personId, name: names.get(personId) ?? '' });
  return {
    outcome,
    reasons,
    municipality: { code: municipalityCode, name: row.municipalityName },
    proposedBy: personOf(proposedBy),
    confirmedBy: personOf(confirmedBy),
    decidedAt,
  };
}

function listNotes(db: Db, caseId: string): Promise<CaseNote[]> {
  const { id, event, audience, text, writtenAt } = caseNotes;
  return db
    .select({ id, event, audience, text, personName: people.name, writtenAt })
    .from(caseNotes)
    .innerJoin(people, eq(people.id, caseNotes.personId))
    .where(eq(caseNotes.caseId, caseId))
    .orderBy(asc(writtenAt), asc(id));
}

async function listScopeDemands(db: Db, caseId: string): Promise<ReviewedCase['scopeDemands']> {
  const rows = await db
    .select()
    .from(scopeEntries)
    .where(and(eq(scopeEntries.demandedByCaseId, caseId)))
    .orderBy(asc(scopeEntries.interfaceId));
  return rows.map(({ interfaceId, demandReason, isIncluded }) => ({
    interfaceId,
    reason: demandReason ?? '',
    isInEffect: isIncluded,
  }));
}
