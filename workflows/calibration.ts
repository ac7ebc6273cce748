/**
 * Calibration: some sections are judged by a second reviewer who does not see what the first one said. How often the two
 * agree tells whether a question can be judged alike; where it is low, the question is unclear and goes to its editors.
 */
import { isLowAgreement } from './calibration-task';
import { hashOf } from './canonical';
import { groupBy } from './group-by';
import { splitKey } from './questionnaire/instances';
import type { VerdictKind } from './words';

/**
 * Whether a section of a submission is drawn for a second review. The same section always gets the same answer, and a
 * larger share keeps what a smaller one drew.
 * @param sharePercent of all sections, from 0 to 100
 */
export function isDrawn(
  { submissionId, sectionId }: { submissionId: string; sectionId: string },
  sharePercent: number,
): boolean {
  const drawn = Number.parseInt(hashOf({ submissionId, sectionId }).slice(0, 8), 16);
  return drawn % 100 < sharePercent;
}

/** What two reviewers said about the same answer. */
export interface VerdictPair {
  questionKey: string;
  first: VerdictKind;
  second: VerdictKind;
}

export interface Agreement {
  /** Pairs of verdicts. */
  pairs: number;
  /** Pairs in which both said the same. */
  agreed: number;
  /** From 0 to 1. */
  share: number;
  /**
   * Cohen's kappa: agreement beyond what chance would give, 1 at most. Null where both always said one and the same
   * thing, since chance explains everything then.
   */
  kappa: number | null;
}

/**
 * How far two reviewers agree.
 * Source: J. Cohen, A coefficient of agreement for nominal scales, 1960.
 * @returns undefined without any pair
 */
export function agreementOf(pairs: readonly Omit<VerdictPair, 'questionKey'>[]): Agreement | undefined {
  if (pairs.length === 0) return undefined;
  const all = pairs.length;
  const agreed = pairs.filter(({ first, second }) => first === second).length;
  const share = agreed / all;
  const kinds = new Set(pairs.flatMap(({ first, second }) => [first, second]));
  const byChance = [...kinds].reduce((sum, kind) => {
    const one = pairs.filter(({ first }) => first === kind).length / all;
    const other = pairs.filter(({ second }) => second === kind).length / all;
    return sum + one * other;
  }, 0);
  return { pairs: all, agreed, share, kappa: byChance === 1 ? null : (share - byChance) / (1 - byChance) };
}

export interface QuestionAgreement extends Agreement {
  questionId: string;
  /** Whether its editors should look at it. */
  isLow: boolean;
}

/**
 * Agreement by question, over all interfaces it was asked about, lowest first.
 * @param thresholdPercent agreement below it is low, once there are enough pairs
 */
export function agreementByQuestion(pairs: readonly VerdictPair[], thresholdPercent: number): QuestionAgreement[] {
  const groups = groupBy(pairs, ({ questionKey }) => splitKey(questionKey).questionId);
  return [...groups]
    .flatMap(([questionId, of]) => {
      const agreement = agreementOf(of);
      if (!agreement) return [];
      const isLow = isLowAgreement(agreement, thresholdPercent);
      return [{ questionId, ...agreement, isLow }];
    })
    .sort((a, b) => Number(b.isLow) - Number(a.isLow) || a.share - b.share || b.pairs - a.pairs);
}
