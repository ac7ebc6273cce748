import { and, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { AnswerValue } from '~/workflows/questionnaire/answer';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { FrozenAnswer, FrozenEvidence } from '~/workflows/submission';
import type { VerdictKind } from '~/workflows/words';
import { listInterfaces } from '../catalogue';
import type { Db } from '../client';
import { getQuestionnaire } from '../questionnaires';
import { municipalities, submissionAnswers, submissions, verdicts } from '../schema';
import { type Colleague, listColleagues, listReviewSections, type ReviewSection } from './read-case-page';
import type { ReviewedCase } from './reviewed-case';
import { type AnswerInForce, listAnswersInForce } from './verdicts-in-force';

/** A judgement as its readers see it: with the municipality, and the colleague for those who may know the name. */
export interface ShownVerdict {
  kind: VerdictKind;
  reason: string | null;
  givenAt: Date;
  municipality: string;
  reviewer: Colleague | null;
}

/** What was answered in the submission before, and what was thought of it. */
export interface PreviousAnswer {
  submissionNumber: number;
  submittedAt: Date;
  value: AnswerValue;
  justification: string | null;
  evidence: FrozenEvidence[];
  /** It says the same as the present answer, evidence included. */
  isSame: boolean;
  verdict: ShownVerdict | null;
}

export interface ReviewedAnswer {
  frozen: FrozenAnswer;
  /** Help and an example of evidence, from the questionnaire; null when it has no such question any more. */
  help: { text: Record<'da' | 'en', string>; evidenceExample: Record<'da' | 'en', string> } | null;
  interfaceName: Record<'da' | 'en', string> | null;
  /** Nobody has approved it in this form: it has to be judged. */
  isMoved: boolean;
  /** The verdict in force: given on this submission, or carried over. */
  verdict: ShownVerdict | null;
  isCarried: boolean;
  previous: PreviousAnswer | null;
}

export interface ReviewSectionPage {
  section: ReviewSection;
  sections: ReviewSection[];
  answers: ReviewedAnswer[];
  reviewChecks: { id: string; text: Record<'da' | 'en', string> }[];
  evidenceTypes: Record<string, Record<'da' | 'en', string>>;
  municipalities: Record<string, string>;
}

/** @returns undefined when the present submission has no such section */
export async function findReviewSection(
  db: Db,
  reviewed: ReviewedCase,
  sectionId: string,
): Promise<ReviewSectionPage | undefined> {
  const { submission } = reviewed;
  const inForce = await listAnswersInForce(db, submission.id);
  const sections = await listReviewSections(db, reviewed, inForce);
  const section = sections.find(({ id }) => id === sectionId);
  if (!section) return undefined;
  const { definition } = await getQuestionnaire(db, submission.questionnaireId);
  const names = await listMunicipalityNames(db);
  const frozen = submission.document.answers.filter((answer) => answer.sectionId === sectionId);
  const context = await answerContext(db, reviewed, frozen, inForce);
  return {
    section,
    sections,
    answers: frozen.map((answer) => reviewedAnswer(answer, { ...context, names, definition })),
    reviewChecks: definition.reviewChecks,
    evidenceTypes: Object.fromEntries(definition.evidenceTypes.map(({ id, text }) => [id, text])),
    municipalities: Object.fromEntries(names),
  };
}

type Definition = Awaited<ReturnType<typeof getQuestionnaire>>['definition'];
type GivenVerdict = NonNullable<AnswerInForce['verdict']>;

interface AnswerContext {
  inForce: Map<QuestionKey, AnswerInForce>;
  previous: Map<QuestionKey, PreviousRow>;
  colleagues: Map<string, Colleague>;
  interfaceNames: Map<string, Record<'da' | 'en', string>>;
}

async function answerContext(
  db: Db,
  { row, submission }: ReviewedCase,
  frozen: readonly FrozenAnswer[],
  answers: readonly AnswerInForce[],
): Promise<AnswerContext> {
  const inForce = new Map(answers.map((answer) => [answer.questionKey, answer]));
  const previous = await listPreviousAnswers(db, {
    declarationId: row.declarationId,
    before: submission.number,
    keys: frozen.map(({ key }) => key),
  });
  const given = [
    ...frozen.map(({ key }) => inForce.get(key)?.verdict),
    ...[...previous.values()].map(({ verdict }) => verdict),
  ];
  const colleagues = await listColleagues(
    db,
    given.flatMap((verdict) => verdict?.reviewerId ?? []),
  );
  const interfaceNames = new Map((await listInterfaces(db)).map(({ id, name }) => [id, name]));
  return { inForce, previous, colleagues, interfaceNames };
}

function reviewedAnswer(
  frozen: FrozenAnswer,
  context: AnswerContext & { names: Map<string, string>; definition: Definition },
): ReviewedAnswer {
  const { inForce, previous, colleagues, names, definition, interfaceNames } = context;
  const present = inForce.get(frozen.key);
  const before = previous.get(frozen.key);
  const shown = (verdict: GivenVerdict | null | undefined): ShownVerdict | null =>
    verdict
      ? {
          kind: verdict.kind,
          reason: verdict.reason,
          givenAt: verdict.givenAt,
          municipality: names.get(verdict.municipalityCode) ?? verdict.municipalityCode,
          reviewer: colleagues.get(verdict.reviewerId) ?? null,
        }
      : null;
  const question = questionOf(definition, frozen);
  return {
    frozen,
    help: question && { text: question.help, evidenceExample: question.evidenceExample },
    interfaceName: (frozen.interfaceId && interfaceNames.get(frozen.interfaceId)) || null,
    isMoved: present?.isMoved ?? true,
    isCarried: present?.isCarried ?? false,
    verdict: shown(present?.verdict),
    previous: before
      ? {
          submissionNumber: before.submissionNumber,
          submittedAt: before.submittedAt,
          value: before.value,
          justification: before.justification,
          evidence: before.evidence,
          isSame: before.answerHash === frozen.answerHash,
          verdict: shown(before.verdict),
        }
      : null,
  };
}

function questionOf({ interfaceTemplate, sections }: Definition, { question, interfaceId }: FrozenAnswer) {
  const asked = interfaceId === null ? sections.flatMap(({ questions }) => questions) : interfaceTemplate;
  return asked.find(({ id }) => id === question.id) ?? null;
}

type PreviousRow = Awaited<ReturnType<typeof readPreviousAnswers>>[number];

/** The newest earlier answer to each question, from whichever submission of the declaration it stood in. */
async function listPreviousAnswers(
  db: Db,
  wanted: { declarationId: string; before: number; keys: readonly QuestionKey[] },
): Promise<Map<QuestionKey, PreviousRow>> {
  if (wanted.keys.length === 0 || wanted.before <= 1) return new Map();
  const rows = await readPreviousAnswers(db, wanted);
  // Newest first, so the first of each question counts.
  return new Map(rows.reverse().map((row) => [row.questionKey, row]));
}

async function readPreviousAnswers(
  db: Db,
  { declarationId, before, keys }: { declarationId: string; before: number; keys: readonly QuestionKey[] },
) {
  const own = alias(verdicts, 'own');
  const carried = alias(verdicts, 'carried');
  const rows = await db
    .select({
      answer: submissionAnswers,
      number: submissions.number,
      submittedAt: submissions.submittedAt,
      own,
      carried,
    })
    .from(submissionAnswers)
    .innerJoin(submissions, eq(submissions.id, submissionAnswers.submissionId))
    .leftJoin(
      own,
      and(
        eq(own.submissionId, submissionAnswers.submissionId),
        eq(own.questionKey, submissionAnswers.questionKey),
        isNull(own.replacedAt),
      ),
    )
    .leftJoin(carried, eq(carried.id, submissionAnswers.carriedVerdictId))
    .where(
      and(
        eq(submissions.declarationId, declarationId),
        lt(submissions.number, before),
        inArray(submissionAnswers.questionKey, [...keys]),
      ),
    )
    .orderBy(desc(submissions.number));
  return rows.map(({ answer, number, submittedAt, own: given, carried: kept }) => ({
    ...answer,
    submissionNumber: number,
    submittedAt,
    verdict: given ?? kept,
  }));
}

async function listMunicipalityNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.select({ code: municipalities.code, name: municipalities.name }).from(municipalities);
  return new Map(rows.map(({ code, name }) => [code, name]));
}
