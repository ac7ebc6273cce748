import { asc, eq, isNotNull } from 'drizzle-orm';
import type { Transaction } from '../client';
import { decisions, letters, publicLetters } from '../schema';

/**
 * Writes anew what everybody may learn of the letters that have left, by their code. The caller has locked the read
 * model.
 */
export async function rebuildPublicLetters(tx: Transaction): Promise<void> {
  await tx.delete(publicLetters);
  const sent = await tx
    .select({
      code: letters.code,
      decisionId: letters.decisionId,
      sentAt: letters.sentAt,
      municipalityCode: decisions.municipalityCode,
    })
    .from(letters)
    .innerJoin(decisions, eq(decisions.id, letters.decisionId))
    .where(isNotNull(letters.sentAt))
    .orderBy(asc(letters.sentAt), asc(letters.id));
  const rows = sent.flatMap(({ sentAt, ...row }) => (sentAt === null ? [] : [{ ...row, sentAt }]));
  for (let from = 0; from < rows.length; from += 1000) {
    await tx.insert(publicLetters).values(rows.slice(from, from + 1000));
  }
}
