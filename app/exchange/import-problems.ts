import type { Place } from '~/workflows/interchange/staged-answer';
import type { AnswerProblem } from '~/workflows/questionnaire/answer';
import type { CellProblem } from './answer-cells';
import type { FileProblem } from './sheets';

export type ImportProblemCode =
  | FileProblem
  | CellProblem
  | AnswerProblem
  | 'no-file'
  | 'unknown-schema'
  | 'wrong-form'
  | 'not-json'
  | 'other-declaration'
  | 'other-questionnaire'
  | 'unknown-question'
  | 'not-in-scope'
  | 'twice'
  | 'no-key';

/** One thing that is wrong with a file, and where. */
export interface ImportProblem {
  code: ImportProblemCode;
  /** Null: the file as a whole. */
  place: Place | null;
  /** What the sentence names: a version, a key, an interface. */
  found: string;
}

/** An answer as a file says it: undefined is not said, and the present one stays. */
export interface ReadAnswer {
  key: string;
  value: unknown;
  justification: unknown;
  mark: string | null;
  place: Place;
  /** The heading of the column that a justification is in. */
  reasonColumn: string | null;
  /** Where the rows of a table stand, and what its columns are called. */
  rows?: readonly Place[];
}

/** What a file says of itself; what it does not say is null. */
export interface FileFacts {
  declarationId: string | null;
  productId: string | null;
  productName: string | null;
  questionnaire: { slug: string; version: string } | null;
}

export interface ReadFile {
  facts: FileFacts;
  answers: ReadAnswer[];
  problems: ImportProblem[];
}
