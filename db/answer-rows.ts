import { and, eq } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import type { AnswerValue } from '~/workflows/questionnaire/answer';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { Transaction } from './client';
import { answers } from './schema';

export type AnswerRow = typeof answers.$inferSelect;

/**
 * Writes one answer, whose declaration the caller has locked, and has checked and found changed.
 * @param present the row as it is; null: the first answer to the question
 * @returns the answer's new version
 */
export async function writeAnswer(
  tx: Transaction,
  { actor, now }: Acting,
  input: {
    declarationId: string;
    key: QuestionKey;
    present: Pick<AnswerRow, 'version'> | null;
    to: { value: AnswerValue; justification: string | null };
  },
): Promise<number> {
  const version = (input.present?.version ?? 0) + 1;
  const row = { ...input.to, version, updatedBy: actor.personId, updatedAt: now };
  const { declarationId, key } = input;
  if (input.present) {
    await tx
      .update(answers)
      .set(row)
      .where(and(eq(answers.declarationId, declarationId), eq(answers.questionKey, key)));
  } else {
    await tx.insert(answers).values({ declarationId, questionKey: key, ...row });
  }
  return version;
}
