import { randomUUID } from 'node:crypto';
import { and, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { type Acting, hasRole } from '~/workflows/actor';
import {
  type CalibrationOutcome,
  calibrationNoteLimit,
  calibrationOutcomes,
  calibrationTaskStep,
  type PairCount,
} from '~/workflows/calibration-task';
import { type NoteProblem, noteProblem } from '~/workflows/note';
import type { QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { Text, VerdictKind } from '~/workflows/words';
import { getCalibrationSettings } from './calibration';
import type { Database, Db, Transaction } from './client';
import { isUuid } from './declarations';
import { appendLog } from './log';
import { queueNotice } from './mail/plain-notice';
import {
  calibrations,
  calibrationTasks,
  calibrationVerdicts,
  cases,
  municipalities,
  people,
  questionnaires,
  submissions,
} from './schema';

export type CalibrationTaskRefusal =
  | 'role-required'
  | 'not-found'
  | 'calibration-outcome-needed'
  | 'note-needed'
  | NoteProblem
  | 'calibration-task-moved';

type TaskRow = typeof calibrationTasks.$inferSelect;

const questionOfKey = sql<string>`split_part(${calibrationVerdicts.questionKey}, '@', 1)`;

/** Pairs of verdicts by question and version, over all interfaces that the question was asked about. */
async function countPairs(db: Db, only?: { questionnaireId: string; questionId: string }) {
  const { questionnaireId } = submissions;
  return db
    .select({
      questionnaireId,
      questionId: questionOfKey,
      pairs: count(),
      agreed: sql<number>`count(*) filter (where ${calibrationVerdicts.first} = ${calibrationVerdicts.second})::int`,
    })
    .from(calibrationVerdicts)
    .innerJoin(calibrations, eq(calibrations.id, calibrationVerdicts.calibrationId))
    .innerJoin(submissions, eq(submissions.id, calibrations.submissionId))
    .where(only && and(eq(questionnaireId, only.questionnaireId), eq(questionOfKey, only.questionId)))
    .groupBy(questionnaireId, questionOfKey);
}

const closingOf = ({ state, closedPairs, closedAgreed }: TaskRow): PairCount | null =>
  state === 'open' ? null : { pairs: closedPairs ?? 0, agreed: closedAgreed ?? 0 };

/**
 * Gives the editors a task for each question of a version on which reviewers do not agree, and opens closed ones again
 * where later reviews say so. Whoever calls and how often: each is raised once, and mailed once.
 * @returns how many were raised or opened again
 */
export async function raiseCalibrationTasks(db: Database, now: Date): Promise<number> {
  const { thresholdPercent } = await getCalibrationSettings(db);
  const tasks = await db.select().from(calibrationTasks);
  let done = 0;
  for (const counted of await countPairs(db)) {
    const { questionnaireId, questionId } = counted;
    const task = tasks.find((each) => each.questionnaireId === questionnaireId && each.questionId === questionId);
    const step = calibrationTaskStep(counted, task && closingOf(task), thresholdPercent);
    if (step === null) continue;
    if (await db.transaction((tx) => (task ? reopen(tx, now, task, counted) : raise(tx, now, counted)))) done += 1;
  }
  return done;
}

type Counted = PairCount & { questionnaireId: string; questionId: string };

/** The row is the promise that it is mailed once: whoever inserts it queues the mail, in the same transaction. */
async function raise(tx: Transaction, now: Date, counted: Counted): Promise<boolean> {
  const { questionnaireId, questionId, pairs, agreed } = counted;
  const id = randomUUID();
  const [mine] = await tx
    .insert(calibrationTasks)
    .values({ id, questionnaireId, questionId, state: 'open', openedAt: now, version: 1 })
    .onConflictDoNothing()
    .returning({ id: calibrationTasks.id });
  if (!mine) return false;
  const { version, definition } = await questionnaireOf(tx, questionnaireId);
  const text = textOf(definition, questionId);
  await queueNotice(tx, now, {
    about: 'agreement-low',
    to: { coordinators: true },
    params: {
      question: text?.da ?? questionId,
      ...(text ? { questionEn: text.en } : {}),
      version,
      percent: String(Math.round((agreed / pairs) * 100)),
      pairs: String(pairs),
    },
    link: { page: 'calibration-task', taskId: id },
  });
  await appendTaskLog(tx, { actor: null, now }, 'calibration.raise', { taskId: id, ...counted });
  return true;
}

async function reopen(tx: Transaction, now: Date, task: TaskRow, counted: Counted): Promise<boolean> {
  const [mine] = await tx
    .update(calibrationTasks)
    .set({ state: 'open', openedAt: now, version: task.version + 1 })
    .where(and(eq(calibrationTasks.id, task.id), eq(calibrationTasks.version, task.version)))
    .returning({ id: calibrationTasks.id });
  if (!mine) return false;
  await appendTaskLog(tx, { actor: null, now }, 'calibration.reopen', { taskId: task.id, ...counted });
  return true;
}

async function appendTaskLog(
  tx: Transaction,
  acting: Parameters<typeof appendLog>[1],
  action: string,
  { questionnaireId, ...details }: Counted & { taskId: string; outcome?: CalibrationOutcome; note?: string },
): Promise<void> {
  const { slug, version } = await questionnaireOf(tx, questionnaireId);
  await appendLog(tx, acting, { action, subject: { type: 'questionnaire', id: `${slug} ${version}` }, details });
}

async function questionnaireOf(db: Db, id: string) {
  const [row] = await db.select().from(questionnaires).where(eq(questionnaires.id, id));
  if (!row) throw new Error('A task is about no questionnaire.');
  return row;
}

function textOf(definition: QuestionnaireDefinition, questionId: string): Text | null {
  const asked = [...definition.interfaceTemplate, ...definition.sections.flatMap(({ questions }) => questions)];
  return asked.find(({ id }) => id === questionId)?.text ?? null;
}

/** A task of the editors, with how far reviewers agree by now. */
export interface CalibrationTask extends PairCount {
  id: string;
  questionnaire: { slug: string; version: string };
  questionId: string;
  /** As that version asks it. */
  text: Text | null;
  state: 'open' | 'closed';
  openedAt: Date;
  /** What it was closed with, last; also of one that is open again. */
  closed: { at: Date; by: string | null; outcome: CalibrationOutcome; note: string } | null;
  version: number;
}

/** @param only `open`: what the editors have to look at; undefined: all, the open ones first */
export async function listCalibrationTasks(db: Db, only?: 'open'): Promise<CalibrationTask[]> {
  const rows = await db
    .select({
      task: calibrationTasks,
      slug: questionnaires.slug,
      of: questionnaires.version,
      definition: questionnaires.definition,
      by: people.name,
    })
    .from(calibrationTasks)
    .innerJoin(questionnaires, eq(questionnaires.id, calibrationTasks.questionnaireId))
    .leftJoin(people, eq(people.id, calibrationTasks.closedBy))
    .where(only && eq(calibrationTasks.state, only))
    .orderBy(desc(calibrationTasks.state), desc(calibrationTasks.openedAt), calibrationTasks.questionId);
  if (rows.length === 0) return [];
  const counts = await countPairs(db);
  return rows.map(({ task, slug, of, definition, by }) => {
    const { id, questionId, questionnaireId, state, openedAt, closedAt, outcome, note, version } = task;
    const counted = counts.find((each) => each.questionnaireId === questionnaireId && each.questionId === questionId);
    return {
      ...{ id, questionId, state, openedAt, version },
      questionnaire: { slug, version: of },
      text: textOf(definition, questionId),
      pairs: counted?.pairs ?? 0,
      agreed: counted?.agreed ?? 0,
      closed: closedAt && outcome ? { at: closedAt, by, outcome, note: note ?? '' } : null,
    };
  });
}

/** Two verdicts on one answer that are not the same. Of the reviewers their municipalities are told, no names. */
export interface Disagreement {
  caseId: string;
  caseNumber: string;
  product: string;
  /** The whole key, since the question may be asked of several interfaces. */
  questionKey: string;
  first: VerdictKind;
  second: VerdictKind;
  secondMunicipality: string;
  doneAt: Date;
}

/** @returns undefined where there is none */
export async function findCalibrationTask(
  db: Db,
  id: string,
): Promise<(CalibrationTask & { disagreements: Disagreement[] }) | undefined> {
  if (!isUuid(id)) return undefined;
  const task = (await listCalibrationTasks(db)).find((each) => each.id === id);
  const [row] = await db.select().from(calibrationTasks).where(eq(calibrationTasks.id, id));
  if (!task || !row) return undefined;
  const { questionKey, first, second } = calibrationVerdicts;
  const found = await db
    .select({
      caseId: cases.id,
      caseNumber: cases.number,
      product: sql<string>`${submissions.document}->'product'->>'name'`,
      ...{ questionKey, first, second },
      secondMunicipality: municipalities.name,
      doneAt: calibrations.doneAt,
    })
    .from(calibrationVerdicts)
    .innerJoin(calibrations, eq(calibrations.id, calibrationVerdicts.calibrationId))
    .innerJoin(submissions, eq(submissions.id, calibrations.submissionId))
    .innerJoin(cases, eq(cases.id, calibrations.caseId))
    .innerJoin(municipalities, eq(municipalities.code, calibrations.municipalityCode))
    .where(
      and(
        eq(submissions.questionnaireId, row.questionnaireId),
        eq(questionOfKey, row.questionId),
        sql`${first} <> ${second}`,
        isNotNull(calibrations.doneAt),
      ),
    )
    .orderBy(desc(calibrations.doneAt), questionKey);
  const disagreements = found.flatMap(({ doneAt, ...each }) => (doneAt ? [{ ...each, doneAt }] : []));
  return { ...task, disagreements };
}

/**
 * Closes a task: the question is kept as it is, or will be reworded in the next version.
 * @param input.expectedVersion of the task as the person saw it
 */
export function closeCalibrationTask(
  db: Db,
  acting: Acting,
  input: { taskId: string; expectedVersion: number; outcome: string; note: string },
): Promise<Result<null, CalibrationTaskRefusal>> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    if (!hasRole(actor, 'coordinator')) return refuse('role-required');
    if (!isUuid(input.taskId)) return refuse('not-found');
    const [task] = await tx.select().from(calibrationTasks).where(eq(calibrationTasks.id, input.taskId)).for('update');
    if (!task) return refuse('not-found');
    if (task.state !== 'open' || task.version !== input.expectedVersion) return refuse('calibration-task-moved');
    const outcome = calibrationOutcomes.find((each) => each === input.outcome);
    if (!outcome) return refuse('calibration-outcome-needed');
    const note = input.note.replaceAll('\r\n', '\n').trim();
    if (note === '') return refuse('note-needed');
    const problem = noteProblem(note, calibrationNoteLimit);
    if (problem) return { ok: false, refusal: problem };
    const { questionnaireId, questionId } = task;
    const [counted] = await countPairs(tx, { questionnaireId, questionId });
    const { pairs, agreed } = counted ?? { pairs: 0, agreed: 0 };
    const closing = { closedAt: now, closedBy: actor.personId, closedPairs: pairs, closedAgreed: agreed };
    await tx
      .update(calibrationTasks)
      .set({ state: 'closed', outcome, note, version: task.version + 1, ...closing })
      .where(eq(calibrationTasks.id, task.id));
    const told = { taskId: task.id, questionnaireId, questionId, pairs, agreed, outcome, note };
    await appendTaskLog(tx, acting, 'calibration.close', told);
    return ok(null);
  });
}
