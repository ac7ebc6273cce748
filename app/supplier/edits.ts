import type { AnswerProblem, AnswerValue } from '~/workflows/questionnaire/answer';
import type { QuestionKey } from '~/workflows/questionnaire/instances';

/** What somebody has written, as it is sent. */
export interface Draft {
  value: unknown;
  justification: string | null;
}

/** An answer as the server has it; moments are ISO 8601. */
export interface SavedAnswer {
  value: AnswerValue;
  justification: string | null;
  version: number;
  updatedAt: string;
}

/** What became of one edit: `SaveOutcome` of db/answers.ts as it comes over the wire. */
export type Outcome =
  | ({ key: QuestionKey; status: 'saved' | 'unchanged' } & SavedAnswer)
  | { key: QuestionKey; status: 'empty' }
  | { key: QuestionKey; status: 'problem'; problem: AnswerProblem; field: 'value' | 'justification' }
  | { key: QuestionKey; status: 'conflict'; present: SavedAnswer; changedBy: string }
  | { key: QuestionKey; status: 'unknown-question' };

export type Reply =
  | { ok: true; outcomes: readonly Outcome[] }
  /** No connection, or the server cannot answer now: the same is sent again later. */
  | { ok: false; retry: true; reason: 'offline' | 'signed-out' }
  /** It will never be accepted, with the sentence why. */
  | { ok: false; retry: false; message: string };

export interface SentEdit extends Draft {
  key: QuestionKey;
  expectedVersion: number;
}

/** How one answer stands. */
export type AnswerStatus =
  | { state: 'idle' }
  | { state: 'pending' }
  | { state: 'saving' }
  | { state: 'saved'; at: string }
  | { state: 'waiting'; reason: 'offline' | 'signed-out' }
  | { state: 'problem'; problem: AnswerProblem }
  | { state: 'failed'; message: string | null }
  | { state: 'conflict'; present: SavedAnswer; changedBy: string };

/** An answer that is not acknowledged yet, as it is kept in the browser. */
export interface KeptEdit {
  key: QuestionKey;
  /** Was on its way: it may have arrived, so the same is sent again before anything newer. */
  sent: SentEdit | null;
  /** What was written after that. */
  newest: Draft | null;
  /** The version that the person saw. */
  version: number;
}

/** Where edits outlive the page. */
export interface EditKeeper {
  /** @returns false when there is no room, or the browser keeps nothing */
  keep(edit: KeptEdit): boolean;
  drop(key: QuestionKey): void;
}
