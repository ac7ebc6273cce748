import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { AnswerStatus, Outcome } from './edits';

const idle: AnswerStatus = { state: 'idle' };
export const pending: AnswerStatus = { state: 'pending' };
/** Those of which a page tells one, however many of its answers have others. */
const pressing = ['conflict', 'failed', 'waiting', 'problem', 'saving', 'pending'] as const;

/** How each answer of a page stands, and who wants to know when that changes. */
export class AnswerStatuses {
  private readonly statuses = new Map<QuestionKey, AnswerStatus>();
  /** With the answer each wants to know of; null: all of them. */
  private readonly listeners = new Map<() => void, QuestionKey | null>();

  of(key: QuestionKey): AnswerStatus {
    return this.statuses.get(key) ?? idle;
  }

  set(key: QuestionKey, status: AnswerStatus): void {
    // Another key into the same text changes nothing that is shown.
    if (this.statuses.get(key) === status) return;
    this.statuses.set(key, status);
    for (const [listener, wanted] of this.listeners) if (wanted === null || wanted === key) listener();
  }

  /** The most pressing one; where nothing presses, the one that was saved last. */
  overall(): AnswerStatus {
    const all = [...this.statuses.values()];
    for (const state of pressing) {
      const found = all.find((status) => status.state === state);
      if (found) return found;
    }
    const saved = all.flatMap((status) => (status.state === 'saved' ? [status] : []));
    return saved.sort((a, b) => b.at.localeCompare(a.at))[0] ?? idle;
  }

  /** @param key the only answer whose changes are wanted; null: all */
  subscribe(listener: () => void, key: QuestionKey | null): () => void {
    this.listeners.set(listener, key);
    return () => this.listeners.delete(listener);
  }
}

/** How an answer stands once the server has said what became of its edit. */
export function statusAfter(outcome: Exclude<Outcome, { status: 'conflict' }>): AnswerStatus {
  switch (outcome.status) {
    case 'saved':
    case 'unchanged':
      return { state: 'saved', at: outcome.updatedAt };
    case 'problem':
      return { state: 'problem', problem: outcome.problem };
    case 'empty':
      return idle;
    case 'unknown-question':
      return { state: 'failed', message: null };
  }
}
