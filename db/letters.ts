import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, notInArray } from 'drizzle-orm';
import {
  type LetterDocument,
  type LetterFacts,
  type LetterHearing,
  type LetterRuling,
  type LetterSubjectKind,
  letterCode,
} from '~/workflows/letter';
import type { Outcome } from '~/workflows/words';
import { readJudgements } from './cases/read-judgements';
import type { Database, Db, Transaction } from './client';
import { lockReadModel } from './publication/read-model';
import { caseNotes, decisions, letters, municipalities, publicLetters, questionnaires, submissions } from './schema';

/** What a letter is about, before or after there is a decision. */
export interface LetterSubject {
  caseNumber: string;
  submissionId: string;
  municipalityCode: string;
  outcome: Outcome;
  reasons: string | null;
}

/** Gathers what a letter says. Nothing is authorized here. */
export async function loadLetterFacts(db: Db, subject: LetterSubject): Promise<LetterFacts> {
  const [sent] = await db
    .select({
      number: submissions.number,
      submittedAt: submissions.submittedAt,
      definition: questionnaires.definition,
      version: questionnaires.version,
    })
    .from(submissions)
    .innerJoin(questionnaires, eq(questionnaires.id, submissions.questionnaireId))
    .where(eq(submissions.id, subject.submissionId));
  const [municipality] = await db
    .select({ name: municipalities.name })
    .from(municipalities)
    .where(eq(municipalities.code, subject.municipalityCode));
  if (!sent || !municipality) throw new Error(`The letter of case ${subject.caseNumber} has nothing to be about.`);
  const { document, answers } = await readJudgements(db, subject.submissionId);
  const hearings = await listHearings(db, subject.submissionId);
  const titles = new Map(document.sections.map(({ id, title }) => [id, title]));
  const { product, supplier } = document;
  return {
    caseNumber: subject.caseNumber,
    submissionNumber: sent.number,
    submittedAt: sent.submittedAt.toISOString(),
    product: product.name,
    supplier: { name: supplier.name, cvr: supplier.cvr },
    municipality: municipality.name,
    outcome: subject.outcome,
    reasons: subject.reasons,
    questionnaire: { title: sent.definition.title, version: sent.version },
    counts: {
      answers: answers.length,
      approved: answers.filter(({ verdict }) => verdict?.kind.startsWith('accepted')).length,
    },
    answers: answers.flatMap(({ frozen, interfaceName, verdict }) => {
      if (!verdict || verdict.kind === 'accepted') return [];
      const section = titles.get(frozen.sectionId) ?? { da: frozen.sectionId, en: frozen.sectionId };
      const about = frozen.interfaceId ? { id: frozen.interfaceId, name: interfaceName ?? section } : null;
      const question = frozen.question.text;
      return { section, interface: about, question, kind: verdict.kind, reason: verdict.reason ?? '' };
    }),
    ...(hearings.length > 0 && { hearings }),
  };
}

/** The hearings of a submission's case, with what the supplier said in each. */
async function listHearings(db: Db, submissionId: string): Promise<LetterHearing[]> {
  const notes = await db
    .select({ event: caseNotes.event, text: caseNotes.text, writtenAt: caseNotes.writtenAt })
    .from(caseNotes)
    .innerJoin(submissions, eq(submissions.caseId, caseNotes.caseId))
    .where(and(eq(submissions.id, submissionId), inArray(caseNotes.event, ['open-hearing', 'answer-hearing'])))
    .orderBy(asc(caseNotes.writtenAt), asc(caseNotes.id));
  const hearings: LetterHearing[] = [];
  for (const { event, text, writtenAt } of notes) {
    const at = writtenAt.toISOString();
    const last = hearings.at(-1);
    if (event === 'open-hearing') hearings.push({ openedAt: at, statement: text, reply: null });
    else if (last) last.reply = { text, at };
  }
  return hearings;
}

/** Writes the letter of a decision, in the decision's own transaction. The worker puts it into words and sends it. */
export async function writeLetter(
  tx: Transaction,
  { caseId, decisionId, now, ...subject }: LetterSubject & { caseId: string; decisionId: string; now: Date },
): Promise<void> {
  const facts = await loadLetterFacts(tx, subject);
  await tx
    .insert(letters)
    .values({ id: randomUUID(), caseId, decisionId, code: letterCode(randomBytes(12)), facts, createdAt: now });
}

/** Writes the letter that tells the supplier how its appeal was ruled on, in the ruling's own transaction. */
export async function writeRulingLetter(
  tx: Transaction,
  input: {
    caseId: string;
    caseNumber: string;
    as: LetterRuling['as'];
    reasons: string;
    municipalityCode: string;
    now: Date;
  },
): Promise<void> {
  const { caseId, caseNumber, as, reasons, municipalityCode, now } = input;
  const [decision] = await tx.select().from(decisions).where(eq(decisions.caseId, caseId));
  const [municipality] = await tx
    .select({ name: municipalities.name })
    .from(municipalities)
    .where(eq(municipalities.code, municipalityCode));
  if (!decision || !municipality) throw new Error(`The appeal in case ${caseNumber} has no decision to be about.`);
  const [appeal] = await tx
    .select({ text: caseNotes.text, writtenAt: caseNotes.writtenAt })
    .from(caseNotes)
    .where(and(eq(caseNotes.caseId, caseId), eq(caseNotes.event, 'appeal')))
    .orderBy(desc(caseNotes.writtenAt))
    .limit(1);
  const facts = await loadLetterFacts(tx, { ...decision, caseNumber });
  const ruling: LetterRuling = {
    as,
    municipality: municipality.name,
    decidedAt: decision.decidedAt.toISOString(),
    appealedAt: appeal?.writtenAt.toISOString() ?? null,
    appeal: appeal?.text ?? null,
    reasons,
  };
  await tx.insert(letters).values({
    id: randomUUID(),
    caseId,
    decisionId: decision.id,
    about: as,
    code: letterCode(randomBytes(12)),
    facts: { ...facts, ruling },
    createdAt: now,
  });
}

export interface SendingLetters {
  compose: (facts: LetterFacts, at: { datedAt: Date; code: string }) => LetterDocument;
  /** The same for reading in English; fixed with the letter. */
  translate?: SendingLetters['compose'];
  render: (document: LetterDocument) => Promise<Uint8Array>;
  /** When a letter leaves: now, but for those of demo data's past. */
  datedAt: (letter: { createdAt: Date }) => Date;
  onError: (error: unknown, letterId: string) => void;
  isStopping?: () => boolean;
}

/**
 * Sends the letters that have not left: puts each into words, makes its file and dates it, in one transaction that holds
 * its row. Several processes may do it at once: one has the row, and what is sent never changes again (a trigger).
 * @returns how many were sent
 */
export async function sendLetters(db: Database, sending: SendingLetters): Promise<number> {
  const failed: string[] = [];
  let sent = 0;
  while (!sending.isStopping?.()) {
    const next = await sendNext(db, sending, failed);
    if (next === undefined) break;
    if (next) sent += 1;
  }
  return sent;
}

async function sendNext(db: Database, sending: SendingLetters, failed: string[]): Promise<boolean | undefined> {
  let letterId: string | undefined;
  try {
    return await db.transaction(async (tx) => {
      const [row] = await tx
        .select()
        .from(letters)
        .where(and(isNull(letters.sentAt), failed.length > 0 ? notInArray(letters.id, failed) : undefined))
        .orderBy(asc(letters.createdAt), asc(letters.id))
        .limit(1)
        .for('update', { skipLocked: true });
      if (!row) return undefined;
      letterId = row.id;
      const sentAt = sending.datedAt(row);
      const at = { datedAt: sentAt, code: row.code };
      const document = sending.compose(row.facts, at);
      const translation = sending.translate?.(row.facts, at) ?? null;
      const pdf = await sending.render(document);
      const pdfHash = createHash('sha256').update(pdf).digest('hex');
      await tx.update(letters).set({ sentAt, document, translation, pdf, pdfHash }).where(eq(letters.id, row.id));
      await publishLetter(tx, { ...row, sentAt });
      return true;
    });
  } catch (error) {
    if (letterId === undefined) throw error;
    sending.onError(error, letterId);
    failed.push(letterId);
    return false;
  }
}

/** From now on anybody who has the code can check the letter. */
async function publishLetter(
  tx: Transaction,
  { code, decisionId, sentAt }: { code: string; decisionId: string; sentAt: Date },
): Promise<void> {
  await lockReadModel(tx);
  const [decision] = await tx
    .select({ municipalityCode: decisions.municipalityCode })
    .from(decisions)
    .where(eq(decisions.id, decisionId));
  if (!decision) throw new Error(`The letter ${code} has no decision.`);
  await tx
    .insert(publicLetters)
    .values({ code, decisionId, sentAt, municipalityCode: decision.municipalityCode })
    .onConflictDoNothing();
}

/** The letter of a case: as it was written and, once it has left, as it was sent. */
export interface CaseLetter {
  id: string;
  facts: LetterFacts;
  code: string;
  sentAt: Date | null;
  document: LetterDocument | null;
}

const columns = {
  id: letters.id,
  facts: letters.facts,
  code: letters.code,
  sentAt: letters.sentAt,
  document: letters.document,
};

/** The letter of the decision. @returns undefined as long as the case is not decided. Nothing is authorized here. */
export async function findLetterOfCase(db: Db, caseId: string): Promise<CaseLetter | undefined> {
  const [row] = await db.select(columns).from(letters).where(isDecisionOf(caseId));
  return row;
}

function isDecisionOf(caseId: string) {
  return and(eq(letters.caseId, caseId), eq(letters.about, 'decision'));
}

function isRulingOf(caseId: string) {
  return and(eq(letters.caseId, caseId), ne(letters.about, 'decision'));
}

/** Whether the supplier has been sent the ruling on its appeal. Nothing is authorized here. */
export async function isRulingSent(db: Db, caseId: string): Promise<boolean> {
  return (await db.$count(letters, and(isRulingOf(caseId), isNotNull(letters.sentAt)))) > 0;
}

/** The letters of a declaration that have left, newest first. Nothing is authorized here. */
export async function listSentLetters(
  db: Db,
  declarationId: string,
): Promise<{ id: string; about: LetterSubjectKind; sentAt: Date; outcome: Outcome; submissionNumber: number }[]> {
  const rows = await db
    .select({
      id: letters.id,
      about: letters.about,
      sentAt: letters.sentAt,
      outcome: decisions.outcome,
      submissionNumber: submissions.number,
    })
    .from(letters)
    .innerJoin(decisions, eq(decisions.id, letters.decisionId))
    .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
    .where(and(eq(submissions.declarationId, declarationId), isNotNull(letters.sentAt)))
    .orderBy(desc(letters.sentAt));
  return rows.flatMap(({ sentAt, ...rest }) => (sentAt ? [{ ...rest, sentAt }] : []));
}

/** A letter as it left. */
export interface SentLetter {
  document: LetterDocument;
  translation: LetterDocument | null;
  pdf: Uint8Array;
  pdfHash: string;
  caseNumber: string;
}

/** A letter that has left, and its file. Nothing is authorized here. @param of the case or the letter, and whose it is */
export async function findSentLetter(
  db: Db,
  of: { caseId: string; isRuling?: boolean } | { letterId: string; declarationId: string },
): Promise<SentLetter | undefined> {
  const [row] = await db
    .select({
      document: letters.document,
      translation: letters.translation,
      pdf: letters.pdf,
      pdfHash: letters.pdfHash,
      facts: letters.facts,
    })
    .from(letters)
    .innerJoin(decisions, eq(decisions.id, letters.decisionId))
    .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
    .where(
      'caseId' in of
        ? of.isRuling
          ? isRulingOf(of.caseId)
          : isDecisionOf(of.caseId)
        : and(eq(letters.id, of.letterId), eq(submissions.declarationId, of.declarationId)),
    );
  if (!row?.document || !row.pdf || !row.pdfHash) return undefined;
  const { document, translation, pdf, pdfHash, facts } = row;
  return { document, translation, pdf, pdfHash, caseNumber: facts.caseNumber };
}
