import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Actor } from '~/workflows/actor';
import { type ListedEvent, listEventsFor } from '~/workflows/case/decide-event';
import type { Section } from '~/workflows/questionnaire/definition';
import { splitKey } from '~/workflows/questionnaire/instances';
import type { FrozenAnswer } from '~/workflows/submission';
import type { CaseState, Text, VerdictKind } from '~/workflows/words';
import type { Db } from '../client';
import { getQuestionnaire, type Questionnaire } from '../questionnaires';
import { municipalities, people, questionnaires, submissionAnswers, submissions, verdicts } from '../schema';
import type { CaseRow } from './case-row';
import { loadFacts } from './load-facts';
import { type CaseSection, findCaseFor, loadNames, sectionsOf } from './read-case';
import { type AnswerInForce, listAnswersInForce } from './verdicts-in-force';

export interface SeenVerdict {
  kind: VerdictKind;
  reason: string | null;
  personName: string;
  municipality: { code: string; name: string };
  givenAt: Date;
  /** What it was given on. */
  submissionNumber: number;
  questionnaireVersion: string;
}

/** An answer as it was sent before, with what was said about it then. */
export interface EarlierAnswer {
  submissionNumber: number;
  submittedAt: Date;
  value: FrozenAnswer['value'];
  justification: string | null;
  evidence: FrozenAnswer['evidence'];
  optionTexts: Record<string, Text>;
  verdict: SeenVerdict | null;
}

export interface ReviewedAnswer {
  /** Question and answer as they were sent. */
  answer: FrozenAnswer;
  /** How to answer and what proves it, from the questionnaire; null where the version no longer has the question. */
  guidance: { help: Text; evidenceExample: Text } | null;
  /** The verdict that counts now. */
  verdict: SeenVerdict | null;
  /** It was approved before, and nothing in it moved since: `verdict` says by whom and when. */
  isCarried: boolean;
  /** Something moved since it was last approved, or it never was. */
  isMoved: boolean;
  /** The same question in the newest earlier submission that answered it; for the difference. */
  earlier: EarlierAnswer | null;
}

export interface ReviewedSection {
  case: {
    id: string;
    number: string;
    version: number;
    state: CaseState;
    productName: string;
    supplierName: string;
    submissionNumber: number;
    submittedAt: Date;
  };
  section: CaseSection & { introduction: Text };
  /** The sections before and after it in the case. */
  previousSectionId: string | null;
  nextSectionId: string | null;
  /** What a reviewer checks before giving a verdict. */
  reviewChecks: { id: string; text: Text }[];
  evidenceTypes: { id: string; text: Text; proves: Text }[];
  answers: ReviewedAnswer[];
  /** The actor may give verdicts here now. */
  canJudge: boolean;
  /** Events of this section. */
  events: ListedEvent[];
}

/**
 * One section of a case for its reviewer: each answer beside its evidence, its verdict and what it was before.
 * @returns undefined when there is no such section in the case, or the actor may not know of the case
 */
export async function readCaseSection(
  db: Db,
  acting: { actor: Actor; now: Date },
  { caseId, sectionId }: { caseId: string; sectionId: string },
): Promise<ReviewedSection | undefined> {
  const row = await findCaseFor(db, acting.actor, caseId);
  if (!row || row.currentSubmissionId === null || !row.snapshot.context.sections.includes(sectionId)) return undefined;
  const sent = await getSubmission(db, row.currentSubmissionId);
  const questionnaire = await getQuestionnaire(db, sent.questionnaireId);
  const inForce = await listAnswersInForce(db, sent.id);
  const names = await loadNames(db, Object.values(row.snapshot.context.claims));
  const sections = sectionsOf(row, questionnaire, inForce, acting.actor, names);
  const index = sections.findIndex(({ id }) => id === sectionId);
  const section = sections[index];
  const defined = questionnaire.definition.sections.find(({ id }) => id === sectionId);
  if (!section || !defined) return undefined;
  const facts = await loadFacts(db, { row, actor: acting.actor });
  const events = listEventsFor(row.snapshot, acting.actor, facts, acting.now);
  const answers = await readAnswers(db, { row, sent, questionnaire, section: defined, inForce });
  return {
    case: {
      id: row.id,
      number: row.number,
      version: row.version,
      state: row.state,
      productName: sent.productName,
      supplierName: sent.supplierName,
      submissionNumber: sent.number,
      submittedAt: sent.submittedAt,
    },
    section: { ...section, introduction: defined.introduction },
    previousSectionId: sections[index - 1]?.id ?? null,
    nextSectionId: sections[index + 1]?.id ?? null,
    reviewChecks: questionnaire.definition.reviewChecks,
    evidenceTypes: questionnaire.definition.evidenceTypes,
    answers,
    canJudge: section.isMine && row.state === 'review' && !facts.hasConflict && !facts.belongsToSupplier,
    events: events.filter((event) => event.sectionId === sectionId),
  };
}

async function getSubmission(db: Db, submissionId: string) {
  const [row] = await db
    .select({
      id: submissions.id,
      number: submissions.number,
      questionnaireId: submissions.questionnaireId,
      declarationId: submissions.declarationId,
      document: submissions.document,
      submittedAt: submissions.submittedAt,
    })
    .from(submissions)
    .where(eq(submissions.id, submissionId));
  if (!row) throw new Error(`There is no submission ${submissionId}.`);
  return { ...row, productName: row.document.product.name, supplierName: row.document.supplier.name };
}

interface ToRead {
  row: CaseRow;
  sent: Awaited<ReturnType<typeof getSubmission>>;
  questionnaire: Questionnaire;
  section: Section;
  inForce: readonly AnswerInForce[];
}

async function readAnswers(db: Db, { sent, questionnaire, section, inForce }: ToRead): Promise<ReviewedAnswer[]> {
  const within = inForce.filter(({ sectionId }) => sectionId === section.id);
  const frozen = new Map(sent.document.answers.map((answer) => [answer.key, answer]));
  const verdictIds = within.flatMap(({ verdict }) => verdict?.id ?? []);
  const earlier = await listEarlierAnswers(
    db,
    sent,
    within.map(({ questionKey }) => questionKey),
  );
  const seen = await listSeenVerdicts(db, verdictIds);
  const guidance = guidanceIn(questionnaire, section);
  return within.flatMap(({ questionKey, verdict, isCarried, isMoved }) => {
    const answer = frozen.get(questionKey);
    if (!answer) return [];
    return {
      answer,
      guidance: guidance.get(splitKey(questionKey).questionId) ?? null,
      verdict: verdict ? (seen.get(verdict.id) ?? null) : null,
      isCarried,
      isMoved,
      earlier: earlier.get(questionKey) ?? null,
    };
  });
}

function guidanceIn({ definition }: Questionnaire, section: Section): Map<string, ReviewedAnswer['guidance']> {
  return new Map(
    [...section.questions, ...definition.interfaceTemplate].map(({ id, help, evidenceExample }) => [
      id,
      { help, evidenceExample },
    ]),
  );
}

async function listSeenVerdicts(db: Db, verdictIds: readonly string[]): Promise<Map<string, SeenVerdict>> {
  if (verdictIds.length === 0) return new Map();
  const rows = await db
    .select({
      verdict: verdicts,
      personName: people.name,
      municipalityName: municipalities.name,
      submissionNumber: submissions.number,
      questionnaireVersion: questionnaires.version,
    })
    .from(verdicts)
    .innerJoin(people, eq(people.id, verdicts.reviewerId))
    .innerJoin(municipalities, eq(municipalities.code, verdicts.municipalityCode))
    .innerJoin(submissions, eq(submissions.id, verdicts.submissionId))
    .innerJoin(questionnaires, eq(questionnaires.id, submissions.questionnaireId))
    .where(inArray(verdicts.id, [...verdictIds]));
  return new Map(
    rows.map(({ verdict: { id, kind, reason, municipalityCode, givenAt }, municipalityName, ...rest }) => [
      id,
      { kind, reason, givenAt, ...rest, municipality: { code: municipalityCode, name: municipalityName } },
    ]),
  );
}

/** For each question its answer in the newest earlier submission that had one. */
async function listEarlierAnswers(
  db: Db,
  sent: { declarationId: string; number: number },
  keys: readonly string[],
): Promise<Map<string, EarlierAnswer>> {
  if (keys.length === 0 || sent.number === 1) return new Map();
  const rows = await db
    .selectDistinctOn([submissionAnswers.questionKey], {
      answer: submissionAnswers,
      number: submissions.number,
      submittedAt: submissions.submittedAt,
    })
    .from(submissionAnswers)
    .innerJoin(submissions, eq(submissions.id, submissionAnswers.submissionId))
    .where(
      and(
        eq(submissions.declarationId, sent.declarationId),
        lt(submissions.number, sent.number),
        inArray(submissionAnswers.questionKey, [...keys]),
      ),
    )
    .orderBy(submissionAnswers.questionKey, desc(submissions.number));
  const ids = [...new Set(rows.map(({ answer }) => answer.submissionId))];
  const inForce = new Map<string, AnswerInForce>();
  const optionTexts = new Map<string, Record<string, Text>>();
  for (const id of ids) {
    for (const answer of await listAnswersInForce(db, id)) inForce.set(`${id} ${answer.questionKey}`, answer);
    const { document } = await getSubmission(db, id);
    for (const answer of document.answers) optionTexts.set(`${id} ${answer.key}`, answer.question.optionTexts);
  }
  const seen = await listSeenVerdicts(
    db,
    [...inForce.values()].flatMap(({ verdict }) => verdict?.id ?? []),
  );
  return new Map(
    rows.map(({ answer: { submissionId, questionKey, value, justification, evidence }, number, submittedAt }) => {
      const place = `${submissionId} ${questionKey}`;
      const verdict = inForce.get(place)?.verdict;
      return [
        questionKey,
        {
          submissionNumber: number,
          submittedAt,
          value,
          justification,
          evidence,
          optionTexts: optionTexts.get(place) ?? {},
          verdict: verdict ? (seen.get(verdict.id) ?? null) : null,
        },
      ];
    }),
  );
}
