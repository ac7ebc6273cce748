import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json';
import type { ComparableAnswer } from '../proposal';
import type { AnswerValue } from '../questionnaire/answer';
import type { QuestionKey } from '../questionnaire/instances';

/** Where something stands in a file, as the program that made it names the place. */
export interface Place {
  /** Null in files of one sheet. */
  sheet: string | null;
  /** From 1; null where the file has no rows. */
  row: number | null;
  /** The heading of the column; null: the whole row. */
  column: string | null;
}

/** An answer out of a file, read and checked in itself, on its way to the preview. */
export interface StagedAnswer {
  key: QuestionKey;
  value: AnswerValue;
  justification: string | null;
  /** What the answer was when the file was made (`markOf`); null: the file does not tell. */
  mark: string | null;
  place: Place;
}

/** Stands in an exported file beside each answer, so that on the way in it shows who has changed it meanwhile. */
export function markOf(answer: ComparableAnswer | undefined): string {
  const { value = null, justification = null } = answer ?? {};
  return createHash('sha256').update(canonicalJson({ value, justification })).digest('hex').slice(0, 16);
}
