import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { type Acting, type Actor, hasRole } from '~/workflows/actor';
import { agreementByQuestion, isDrawn, type QuestionAgreement } from '~/workflows/calibration';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { FrozenAnswer } from '~/workflows/submission';
import type { Text, VerdictKind } from '~/workflows/words';
import type { Db } from './client';
import { hasConflict } from './conflicts';
import { isUuid } from './declarations';
import { appendLog } from './log';
import { getQuestionnaire } from './questionnaires';
import {
  calibrationSettings,
  calibrations,
  calibrationVerdicts,
  caseSections,
  cases,
  questionnaires,
  submissions,
  verdicts,
} from './schema';

export type CalibrationSettings = Omit<typeof calibrationSettings.$inferSelect, 'id'>;

export type CalibrationRefusal =
  | 'role-required'
  | 'not-found'
  | 'conflict-of-interest'
  | 'calibration-taken'
  | 'calibration-own-verdicts'
  | 'calibration-not-whole'
  | 'settings-have-moved'
  | 'calibration-settings-wrong';

/** Sections that are looked through for those that are drawn, newest first. */
const mostLooked = 500;

export async function getCalibrationSettings(db: Db): Promise<CalibrationSettings> {
  const [row] = await db.select().from(calibrationSettings).where(eq(calibrationSettings.id, 1));
  if (!row) throw new Error('Calibration has no settings: the migrations are not complete.');
  const { id: _, ...settings } = row;
  return settings;
}

/** How much is reviewed twice, and below which agreement a question goes to its editors. For the coordinator. */
export function changeCalibrationSettings(
  db: Db,
  acting: Acting,
  input: { sharePercent: number; thresholdPercent: number; expectedVersion: number },
): Promise<Result<null, CalibrationRefusal>> {
  return db.transaction(async (tx) => {
    const { sharePercent, thresholdPercent, expectedVersion } = input;
    if (!hasRole(acting.actor, 'coordinator')) return refuse('role-required');
    if (!isPercent(sharePercent, 0) || !isPercent(thresholdPercent, 1)) return refuse('calibration-settings-wrong');
    const [changed] = await tx
      .update(calibrationSettings)
      .set({ sharePercent, thresholdPercent, version: expectedVersion + 1 })
      .where(and(eq(calibrationSettings.id, 1), eq(calibrationSettings.version, expectedVersion)))
      .returning({ id: calibrationSettings.id });
    if (!changed) return refuse('settings-have-moved');
    const subject = { type: 'portal', id: 'portal' };
    await appendLog(tx, acting, { action: 'calibration.set', subject, details: { sharePercent, thresholdPercent } });
    return ok(null);
  });
}

const isPercent = (value: number, least: number) => Number.isInteger(value) && value >= least && value <= 100;

/** A section that waits for a second reviewer. Neither the first one nor what they said is told. */
export interface DrawnSection {
  submissionId: string;
  sectionId: string;
  title: Text;
  caseNumber: string;
  productName: string;
}

/** The drawn sections that an actor can take: assessed by somebody else, and not taken yet. */
export async function listDrawnSections(db: Db, actor: Actor): Promise<DrawnSection[]> {
  if (!mayCalibrate(actor)) return [];
  const { sharePercent } = await getCalibrationSettings(db);
  const rows = await db
    .select({
      submissionId: submissions.id,
      sectionId: caseSections.sectionId,
      questionnaireId: submissions.questionnaireId,
      caseNumber: cases.number,
      supplierId: cases.supplierId,
      productName: sql<string>`${submissions.document}->'product'->>'name'`,
      isOwn: sql<boolean>`exists (select 1 from ${verdicts} where ${verdicts.submissionId} = ${submissions.id} and ${verdicts.reviewerId} = ${actor.personId})`,
    })
    .from(caseSections)
    .innerJoin(cases, eq(cases.id, caseSections.caseId))
    .innerJoin(submissions, eq(submissions.id, cases.currentSubmissionId))
    .leftJoin(
      calibrations,
      and(eq(calibrations.submissionId, submissions.id), eq(calibrations.sectionId, caseSections.sectionId)),
    )
    .where(and(eq(caseSections.state, 'assessed'), eq(caseSections.isCarried, false), isNull(calibrations.id)))
    .orderBy(desc(caseSections.since), asc(caseSections.sectionId))
    .limit(mostLooked);
  const open: DrawnSection[] = [];
  for (const { isOwn, supplierId, questionnaireId, ...row } of rows.filter((each) => isDrawn(each, sharePercent))) {
    if (isOwn || (await hasConflict(db, { personId: actor.personId, supplierId }))) continue;
    open.push({ ...row, title: await titleOf(db, questionnaireId, row.sectionId) });
  }
  return open;
}

async function titleOf(db: Db, questionnaireId: string, sectionId: string): Promise<Text> {
  const { definition } = await getQuestionnaire(db, questionnaireId);
  return definition.sections.find(({ id }) => id === sectionId)?.title ?? { da: sectionId, en: sectionId };
}

function mayCalibrate(actor: Actor): actor is Actor & { municipalityCode: string } {
  return actor.municipalityCode !== null && hasRole(actor, 'reviewer', 'lead-reviewer');
}

/** Takes a drawn section for a second, blind review. Of two who take it at once, one does. */
export function takeCalibration(
  db: Db,
  acting: Acting,
  input: { submissionId: string; sectionId: string },
): Promise<Result<{ id: string }, CalibrationRefusal>> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    if (!mayCalibrate(actor)) return refuse('role-required');
    if (!isUuid(input.submissionId)) return refuse('not-found');
    const { submissionId, sectionId } = input;
    const [found] = await tx
      .select({ caseId: cases.id, supplierId: cases.supplierId })
      .from(cases)
      .innerJoin(caseSections, eq(caseSections.caseId, cases.id))
      .where(
        and(
          eq(cases.currentSubmissionId, submissionId),
          eq(caseSections.sectionId, sectionId),
          eq(caseSections.state, 'assessed'),
        ),
      );
    const { sharePercent } = await getCalibrationSettings(tx);
    if (!found || !isDrawn(input, sharePercent)) return refuse('not-found');
    if (await hasConflict(tx, { personId: actor.personId, supplierId: found.supplierId })) {
      return refuse('conflict-of-interest');
    }
    const isOwn = and(eq(verdicts.submissionId, submissionId), eq(verdicts.reviewerId, actor.personId));
    if ((await tx.$count(verdicts, isOwn)) > 0) return refuse('calibration-own-verdicts');
    const { municipalityCode, personId: reviewerId } = actor;
    const id = randomUUID();
    const [taken] = await tx
      .insert(calibrations)
      .values({ id, caseId: found.caseId, submissionId, sectionId, reviewerId, municipalityCode, takenAt: now })
      .onConflictDoNothing()
      .returning({ id: calibrations.id });
    if (!taken) return refuse('calibration-taken');
    const subject = { type: 'case', id: found.caseId };
    await appendLog(tx, acting, { action: 'calibration.take', subject, details: { id, submissionId, sectionId } });
    return ok({ id });
  });
}

export interface OwnCalibration {
  id: string;
  title: Text;
  caseNumber: string;
  productName: string;
  doneAt: Date | null;
}

/** What an actor has taken, unfinished first. */
export async function listOwnCalibrations(db: Db, actor: Actor): Promise<OwnCalibration[]> {
  const rows = await db
    .select({
      id: calibrations.id,
      sectionId: calibrations.sectionId,
      doneAt: calibrations.doneAt,
      questionnaireId: submissions.questionnaireId,
      caseNumber: cases.number,
      productName: sql<string>`${submissions.document}->'product'->>'name'`,
    })
    .from(calibrations)
    .innerJoin(submissions, eq(submissions.id, calibrations.submissionId))
    .innerJoin(cases, eq(cases.id, calibrations.caseId))
    .where(eq(calibrations.reviewerId, actor.personId))
    .orderBy(sql`${calibrations.doneAt} is not null`, desc(calibrations.takenAt))
    .limit(50);
  return Promise.all(
    rows.map(async ({ sectionId, questionnaireId, ...row }) => ({
      ...row,
      title: await titleOf(db, questionnaireId, sectionId),
    })),
  );
}

/** Whether somebody is in the middle of a blind review of the section, and so must not see what was said. */
export async function findOpenCalibration(
  db: Db,
  actor: Actor,
  { caseId, sectionId }: { caseId: string; sectionId: string },
): Promise<string | undefined> {
  if (!isUuid(caseId)) return undefined;
  const [row] = await db
    .select({ id: calibrations.id })
    .from(calibrations)
    .where(
      and(
        eq(calibrations.caseId, caseId),
        eq(calibrations.sectionId, sectionId),
        eq(calibrations.reviewerId, actor.personId),
        isNull(calibrations.doneAt),
      ),
    );
  return row?.id;
}

export interface BlindSection extends OwnCalibration {
  caseId: string;
  evidenceTypes: { id: string; text: Text; proves: Text }[];
  /** The answers that the first reviewer judged, as they were sent, without the verdicts. */
  answers: FrozenAnswer[];
}

/** @returns undefined for what somebody else took */
export async function findBlindSection(db: Db, actor: Actor, id: string): Promise<BlindSection | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await db
    .select({
      calibration: calibrations,
      document: submissions.document,
      questionnaireId: submissions.questionnaireId,
      caseNumber: cases.number,
    })
    .from(calibrations)
    .innerJoin(submissions, eq(submissions.id, calibrations.submissionId))
    .innerJoin(cases, eq(cases.id, calibrations.caseId))
    .where(and(eq(calibrations.id, id), eq(calibrations.reviewerId, actor.personId)));
  if (!row) return undefined;
  const { calibration, document, caseNumber, questionnaireId } = row;
  const { definition } = await getQuestionnaire(db, questionnaireId);
  const judged = await firstVerdicts(db, calibration.submissionId);
  const section = document.sections.find((each) => each.id === calibration.sectionId);
  return {
    id,
    title: section?.title ?? { da: calibration.sectionId, en: calibration.sectionId },
    caseNumber,
    productName: document.product.name,
    doneAt: calibration.doneAt,
    caseId: calibration.caseId,
    evidenceTypes: definition.evidenceTypes,
    answers: document.answers.filter(({ key, sectionId }) => sectionId === calibration.sectionId && judged.has(key)),
  };
}

async function firstVerdicts(db: Db, submissionId: string): Promise<ReadonlyMap<string, VerdictKind>> {
  const rows = await db
    .select({ questionKey: verdicts.questionKey, kind: verdicts.kind })
    .from(verdicts)
    .where(and(eq(verdicts.submissionId, submissionId), isNull(verdicts.replacedAt)));
  return new Map(rows.map(({ questionKey, kind }) => [questionKey, kind]));
}

/**
 * Ends a blind review with a verdict on each answer, once. Nothing of it counts in the case.
 * @param input.kinds by question key
 */
export function finishCalibration(
  db: Db,
  acting: Acting,
  input: { id: string; kinds: ReadonlyMap<string, VerdictKind> },
): Promise<Result<{ pairs: number; agreed: number }, CalibrationRefusal>> {
  return db.transaction(async (tx) => {
    const section = await findBlindSection(tx, acting.actor, input.id);
    if (!section) return refuse('not-found');
    const [row] = await tx.select().from(calibrations).where(eq(calibrations.id, input.id)).for('update');
    if (!row || row.doneAt !== null) return refuse('calibration-taken');
    const firsts = await firstVerdicts(tx, row.submissionId);
    const pairs = section.answers.flatMap(({ key: questionKey }) => {
      const [first, second] = [firsts.get(questionKey), input.kinds.get(questionKey)];
      return first && second ? [{ calibrationId: row.id, questionKey, first, second }] : [];
    });
    if (pairs.length < section.answers.length || pairs.length === 0) return refuse('calibration-not-whole');
    await tx.update(calibrations).set({ doneAt: acting.now }).where(eq(calibrations.id, row.id));
    await tx.insert(calibrationVerdicts).values(pairs);
    const agreed = pairs.filter(({ first, second }) => first === second).length;
    const details = { id: row.id, pairs: pairs.length, agreed };
    await appendLog(tx, acting, { action: 'calibration.finish', subject: { type: 'case', id: row.caseId }, details });
    return ok({ pairs: pairs.length, agreed });
  });
}

/** A question with how far reviewers agree on it. */
export interface CalibratedQuestion extends QuestionAgreement {
  /** As the newest version that has it asks it; null where none does. */
  text: Text | null;
}

/** Agreement of all blind reviews that are done, lowest first. */
export async function listAgreement(db: Db): Promise<CalibratedQuestion[]> {
  const { thresholdPercent } = await getCalibrationSettings(db);
  const { questionKey, first, second } = calibrationVerdicts;
  const pairs = await db.select({ questionKey, first, second }).from(calibrationVerdicts);
  const texts = new Map<string, Text>();
  for (const { definition } of await db
    .select({ definition: questionnaires.definition })
    .from(questionnaires)
    .orderBy(asc(questionnaires.version))) {
    const asked = [...definition.interfaceTemplate, ...definition.sections.flatMap(({ questions }) => questions)];
    for (const { id, text } of asked) texts.set(id, text);
  }
  return agreementByQuestion(pairs, thresholdPercent).map((each) => ({
    ...each,
    text: texts.get(each.questionId) ?? null,
  }));
}
