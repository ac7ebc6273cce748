import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '~/workflows/actor';
import { type ListedEvent, listEventsFor } from '~/workflows/case/decide-event';
import { type Turn, whoseTurn } from '~/workflows/case/turn';
import { actorFor } from '~/workflows/supplier-rights';
import type { CaseEventType, CaseState, Outcome, VerdictKind } from '~/workflows/words';
import type { Db } from '../client';
import { caseNotes, cases, decisions, municipalities, submissions } from '../schema';
import { asCaseRow, type CaseRow } from './case-row';
import { type CaseStep, listCaseSteps } from './history';
import { loadFacts } from './load-facts';
import { findCaseFor } from './read-case';
import { listAnswersInForce } from './verdicts-in-force';

/** Who says something, as the supplier may know it: their own people, a municipality, or the portal. No names. */
export type Voice = { side: 'supplier' } | { side: 'municipality'; name: string } | { side: 'portal' };

export interface SharedVerdict {
  questionKey: string;
  sectionId: string;
  kind: VerdictKind;
  reason: string | null;
  /** The day's municipality; a verdict may have carried over from another one's. */
  municipalityName: string;
  isCarried: boolean;
}

/** A case as its supplier sees it. No reviewer's name, no internal note, no verdict before it is shared. */
export interface SupplierCase {
  id: string;
  number: string;
  version: number;
  state: CaseState;
  turn: Turn;
  openedAt: Date;
  stateSince: Date;
  dueAt: Date | null;
  municipalityName: string | null;
  /** Every submission of the case, newest first. */
  submissions: { number: number; submittedAt: Date }[];
  notes: { event: string; text: string; writtenAt: Date; from: Voice }[];
  /** Verdicts on the present submission: once changes are requested, or decided. Else null. */
  verdicts: SharedVerdict[] | null;
  decision: { outcome: Outcome; reasons: string | null; municipalityName: string; decidedAt: Date } | null;
  /** What happened when, without what reviewers do among themselves. */
  steps: { event: CaseStep['event']; to: CaseState; at: Date; from: Voice }[];
  /** Buttons: what the actor's role may send now, with the reason where something else stands in the way. */
  events: ListedEvent[];
}

/** Steps of the reviewers' own work, which the supplier is not told of one by one. */
const internalSteps: readonly (CaseEventType | 'open')[] = [
  'claim',
  'release',
  'assess',
  'reopen',
  'propose',
  'return',
  'lapse',
];

/**
 * @returns undefined when there is none, or the actor does not belong to its supplier (the auditor reads it too)
 */
export async function readSupplierCase(
  db: Db,
  acting: { actor: Actor; now: Date },
  caseId: string,
): Promise<SupplierCase | undefined> {
  const { now } = acting;
  const row = await findCaseFor(db, acting.actor, caseId);
  const actor = row ? actorFor(acting.actor, row.productId) : acting.actor;
  if (!row || (actor.supplierId !== row.supplierId && !actor.roles.includes('auditor'))) return undefined;
  const facts = await loadFacts(db, { row, actor });
  const steps = await listCaseSteps(db, row.id);
  const { id, number, version, state, openedAt, stateSince, dueAt } = row;
  return {
    id,
    number,
    version,
    state,
    turn: whoseTurn(row.snapshot),
    openedAt,
    stateSince,
    dueAt,
    municipalityName: await findMunicipalityName(db, row.municipalityCode),
    submissions: await listSubmissions(db, row.id),
    notes: await listSharedNotes(db, row, steps),
    verdicts: isShared(row) ? await listSharedVerdicts(db, row) : null,
    decision: await findSharedDecision(db, row.id),
    steps: steps
      .filter(({ event }) => !internalSteps.includes(event))
      .map((step) => ({ event: step.event, to: step.to, at: step.at, from: voiceOf(step, row) })),
    events: listEventsFor(row.snapshot, actor, facts, now),
  };
}

/** The newest case of a declaration as its supplier sees it: the open one, else the last. */
export async function readSupplierCaseOf(
  db: Db,
  acting: { actor: Actor; now: Date },
  declarationId: string,
): Promise<SupplierCase | undefined> {
  const rows = await db.select().from(cases).where(eq(cases.declarationId, declarationId)).orderBy(asc(cases.openedAt));
  const newest = rows.find(({ isOpen }) => isOpen) ?? rows.at(-1);
  return newest && readSupplierCase(db, acting, asCaseRow(newest).id);
}

function isShared({ state, snapshot }: CaseRow): boolean {
  return state === 'changes-requested' || snapshot.context.outcome !== null;
}

function voiceOf({ organisation, municipalityName }: CaseStep, { supplierId }: CaseRow): Voice {
  if (organisation === supplierId) return { side: 'supplier' };
  return municipalityName === null ? { side: 'portal' } : { side: 'municipality', name: municipalityName };
}

async function findMunicipalityName(db: Db, code: string | null): Promise<string | null> {
  if (code === null) return null;
  const [row] = await db
    .select({ name: municipalities.name })
    .from(municipalities)
    .where(eq(municipalities.code, code));
  return row?.name ?? null;
}

async function listSubmissions(db: Db, caseId: string): Promise<SupplierCase['submissions']> {
  const { number, submittedAt } = submissions;
  const rows = await db
    .select({ number, submittedAt })
    .from(submissions)
    .where(eq(submissions.caseId, caseId))
    .orderBy(asc(number));
  return rows.reverse();
}

async function listSharedNotes(db: Db, row: CaseRow, steps: readonly CaseStep[]): Promise<SupplierCase['notes']> {
  const notes = await db
    .select()
    .from(caseNotes)
    .where(and(eq(caseNotes.caseId, row.id), eq(caseNotes.audience, 'shared')))
    .orderBy(asc(caseNotes.writtenAt), asc(caseNotes.id));
  return notes.map(({ event, text, writtenAt, personId }) => {
    // A note is written with its event, in one transaction and at one moment; the log knows for whom the writer acted.
    const step = steps.find(
      (each) => each.event === event && each.personId === personId && each.at.getTime() === writtenAt.getTime(),
    );
    return { event, text, writtenAt, from: step ? voiceOf(step, row) : { side: 'portal' } };
  });
}

async function listSharedVerdicts(db: Db, row: CaseRow): Promise<SharedVerdict[]> {
  if (row.currentSubmissionId === null) return [];
  const answers = await listAnswersInForce(db, row.currentSubmissionId);
  const all = await db.select({ code: municipalities.code, name: municipalities.name }).from(municipalities);
  const names = new Map(all.map(({ code, name }) => [code, name]));
  return answers.flatMap(({ questionKey, sectionId, verdict, isCarried }) =>
    verdict
      ? [
          {
            questionKey,
            sectionId,
            kind: verdict.kind,
            reason: verdict.reason,
            municipalityName: names.get(verdict.municipalityCode) ?? '',
            isCarried,
          },
        ]
      : [],
  );
}

async function findSharedDecision(db: Db, caseId: string): Promise<SupplierCase['decision']> {
  const [row] = await db
    .select({
      outcome: decisions.outcome,
      reasons: decisions.reasons,
      decidedAt: decisions.decidedAt,
      municipalityName: municipalities.name,
    })
    .from(decisions)
    .innerJoin(municipalities, eq(municipalities.code, decisions.municipalityCode))
    .where(eq(decisions.caseId, caseId));
  return row ?? null;
}
