import { eq } from 'drizzle-orm';
import type { FrozenAnswer, SubmissionDocument } from '~/workflows/submission';
import { approvingVerdicts, type Text, type VerdictKind } from '~/workflows/words';
import { listInterfaces } from '../catalogue';
import type { Db } from '../client';
import { municipalities, submissions } from '../schema';
import { loadNames } from './read-case';
import { listAnswersInForce, type Verdict } from './verdicts-in-force';

/** A judgement as reviewers read it: with the municipality, and the colleague's name. */
export interface ShownVerdict {
  kind: VerdictKind;
  reason: string | null;
  givenAt: Date;
  municipality: string;
  reviewer: string;
}

/** An answer of the submission under review with what is thought of it. */
export interface JudgedAnswer {
  frozen: FrozenAnswer;
  interfaceName: Text | null;
  /** Nobody has approved it in this form: it has to be judged. */
  isMoved: boolean;
  /** The verdict in force: given on this submission, or carried over. */
  verdict: ShownVerdict | null;
  isCarried: boolean;
}

export interface Judgements {
  questionnaireId: string;
  document: SubmissionDocument;
  /** In the questionnaire's order. */
  answers: JudgedAnswer[];
}

/**
 * Everything that was sent with a submission and how it is judged. Nothing is authorized here.
 * @throws when there is no such submission
 */
export async function readJudgements(db: Db, submissionId: string): Promise<Judgements> {
  const [submission] = await db.select().from(submissions).where(eq(submissions.id, submissionId));
  if (!submission) throw new Error(`There is no submission ${submissionId}.`);
  const { document, questionnaireId } = submission;
  const inForce = new Map((await listAnswersInForce(db, submissionId)).map((answer) => [answer.questionKey, answer]));
  const show = await verdictPresenter(
    db,
    [...inForce.values()].map(({ verdict }) => verdict),
  );
  const interfaceNames = new Map((await listInterfaces(db)).map(({ id, name }) => [id, name]));
  return {
    questionnaireId,
    document,
    answers: document.answers.map((frozen) => {
      const answer = inForce.get(frozen.key);
      return {
        frozen,
        interfaceName: (frozen.interfaceId && interfaceNames.get(frozen.interfaceId)) || null,
        isMoved: answer?.isMoved ?? true,
        isCarried: answer?.isCarried ?? false,
        verdict: show(answer?.verdict ?? null),
      };
    }),
  };
}

type GivenVerdict = Pick<Verdict, 'kind' | 'reason' | 'reviewerId' | 'municipalityCode' | 'givenAt'>;

/** @param given the verdicts that will be shown, so that their people are read once */
export async function verdictPresenter(db: Db, given: readonly (GivenVerdict | null)[]) {
  const municipalityNames = await listMunicipalityNames(db);
  const people = await loadNames(
    db,
    given.flatMap((verdict) => verdict?.reviewerId ?? []),
  );
  return (verdict: GivenVerdict | null): ShownVerdict | null =>
    verdict && {
      kind: verdict.kind,
      reason: verdict.reason,
      givenAt: verdict.givenAt,
      municipality: municipalityNames[verdict.municipalityCode] ?? verdict.municipalityCode,
      reviewer: people.get(verdict.reviewerId) ?? '',
    };
}

/** Names of the municipalities, by code. */
export async function listMunicipalityNames(db: Db): Promise<Record<string, string>> {
  const rows = await db.select({ code: municipalities.code, name: municipalities.name }).from(municipalities);
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]));
}

/** Whether a verdict lets its answer become public. */
export function isApproving(kind: VerdictKind): boolean {
  return approvingVerdicts.some((each) => each === kind);
}
