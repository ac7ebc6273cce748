import { sql } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import type { AnswerValue } from '~/workflows/questionnaire/answer';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { Transaction } from './client';
import { answers } from './schema';

export type AnswerRow = typeof answers.$inferSelect;

/** An answer as it is to be from now on. */
export interface WrittenAnswer {
  key: QuestionKey;
  value: AnswerValue;
  justification: string | null;
  /** One more than before. */
  version: number;
}

/**
 * Writes answers, whose declaration the caller has locked, and has checked and found changed; all of them in one
 * statement, because a whole section is saved as often as a single answer.
 * @param written each question at most once
 */
export async function writeAnswers(
  tx: Transaction,
  { actor, now }: Acting,
  declarationId: string,
  written: readonly WrittenAnswer[],
): Promise<void> {
  if (written.length === 0) return;
  const rows = written.map(({ key, ...answer }) => ({
    declarationId,
    questionKey: key,
    ...answer,
    updatedBy: actor.personId,
    updatedAt: now,
  }));
  await tx
    .insert(answers)
    .values(rows)
    .onConflictDoUpdate({
      target: [answers.declarationId, answers.questionKey],
      set: {
        value: sql`excluded.value`,
        justification: sql`excluded.justification`,
        version: sql`excluded.version`,
        updatedBy: sql`excluded.updated_by`,
        updatedAt: sql`excluded.updated_at`,
      },
    });
}
