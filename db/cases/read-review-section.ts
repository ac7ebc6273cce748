import { and, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { AnswerValue } from '~/workflows/questionnaire/answer';
import type { QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { FrozenAnswer, FrozenEvidence } from '~/workflows/submission';
import type { Text } from '~/workflows/words';
import type { Db } from '../client';
import { getQuestionnaire } from '../questionnaires';
import { submissionAnswers, submissions, verdicts } from '../schema';
import type { CaseSection, ReviewedCase } from './read-case';
import {
  type JudgedAnswer,
  listMunicipalityNames,
  readJudgements,
  type ShownVerdict,
  verdictPresenter,
} from './read-judgements';

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

export interface ReviewedAnswer extends JudgedAnswer {
  /** From the questionnaire; null when it has no such question any more. */
  help: { text: Text; evidenceExample: Text } | null;
  previous: PreviousAnswer | null;
}

export interface ReviewSection {
  section: CaseSection;
  answers: ReviewedAnswer[];
  /** What a reviewer checks before giving a verdict. */
  reviewChecks: QuestionnaireDefinition['reviewChecks'];
  /** Names of the types of evidence, by id. */
  evidenceTypes: Record<string, Text>;
  /** Names of the municipalities, by code. */
  municipalities: Record<string, string>;
}

/** @returns undefined when the present submission has no such section */
export async function findReviewSection(
  db: Db,
  reviewed: Pick<ReviewedCase, 'declarationId' | 'submission' | 'sections'>,
  sectionId: string,
): Promise<ReviewSection | undefined> {
  const { submission } = reviewed;
  const section = reviewed.sections.find(({ id }) => id === sectionId);
  if (!section || !submission) return undefined;
  const { answers, questionnaireId } = await readJudgements(db, submission.id);
  const ofSection = answers.filter(({ frozen }) => frozen.sectionId === sectionId);
  const previous = await listPreviousAnswers(db, {
    declarationId: reviewed.declarationId,
    before: submission.number,
    keys: ofSection.map(({ frozen }) => frozen.key),
  });
  const show = await verdictPresenter(
    db,
    [...previous.values()].map(({ verdict }) => verdict),
  );
  const { definition } = await getQuestionnaire(db, questionnaireId);
  return {
    section,
    answers: ofSection.map((answer) => ({
      ...answer,
      help: helpOf(definition, answer.frozen),
      previous: previousOf(answer.frozen, previous.get(answer.frozen.key), show),
    })),
    reviewChecks: definition.reviewChecks,
    evidenceTypes: Object.fromEntries(definition.evidenceTypes.map(({ id, text }) => [id, text])),
    municipalities: await listMunicipalityNames(db),
  };
}

function helpOf(
  { interfaceTemplate, sections }: QuestionnaireDefinition,
  { question, interfaceId }: FrozenAnswer,
): ReviewedAnswer['help'] {
  const asked = interfaceId === null ? sections.flatMap(({ questions }) => questions) : interfaceTemplate;
  const found = asked.find(({ id }) => id === question.id);
  return found ? { text: found.help, evidenceExample: found.evidenceExample } : null;
}

type PreviousRow = Awaited<ReturnType<typeof readPreviousAnswers>>[number];

function previousOf(
  { answerHash }: FrozenAnswer,
  row: PreviousRow | undefined,
  show: (verdict: PreviousRow['verdict']) => ShownVerdict | null,
): PreviousAnswer | null {
  if (!row) return null;
  const { submissionNumber, submittedAt, value, justification, evidence } = row;
  const isSame = row.answerHash === answerHash;
  return { submissionNumber, submittedAt, value, justification, evidence, isSame, verdict: show(row.verdict) };
}

interface Wanted {
  declarationId: string;
  /** Only submissions with a lower number. */
  before: number;
  keys: readonly QuestionKey[];
}

/** The newest earlier answer to each question, from whichever submission of the declaration it stood in. */
async function listPreviousAnswers(db: Db, wanted: Wanted): Promise<Map<QuestionKey, PreviousRow>> {
  if (wanted.keys.length === 0 || wanted.before <= 1) return new Map();
  const newestFirst = await readPreviousAnswers(db, wanted);
  return new Map(newestFirst.reverse().map((row) => [row.questionKey, row]));
}

async function readPreviousAnswers(db: Db, { declarationId, before, keys }: Wanted) {
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
