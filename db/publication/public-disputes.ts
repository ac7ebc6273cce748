import { eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../client';
import { disputes, publicDisputes } from '../schema';
import { keepPast } from './past';
import { lockReadModel } from './read-model';

/** Once it is open, a dispute stays told of, also when it has been resolved. */
const toldStates = ['open', 'replied', 'answered', 'resolved'] as const;

/** Writes what the public reads of a dispute: approved texts only. Call it in the step's own transaction. */
export async function publishDispute(tx: Transaction, disputeId: string, now: Date): Promise<void> {
  await lockReadModel(tx);
  const [row] = await tx.select().from(disputes).where(eq(disputes.id, disputeId));
  await tx.delete(publicDisputes).where(eq(publicDisputes.disputeId, disputeId));
  if (!row) return;
  await insertPublic(tx, [row]);
  await keepPast(tx, { productId: row.productId, now });
}

/** Every public dispute anew. The caller has locked the read model. */
export async function rebuildPublicDisputes(tx: Transaction): Promise<void> {
  await tx.delete(publicDisputes);
  await insertPublic(
    tx,
    await tx
      .select()
      .from(disputes)
      .where(inArray(disputes.state, [...toldStates])),
  );
}

async function insertPublic(tx: Transaction, rows: readonly (typeof disputes.$inferSelect)[]): Promise<void> {
  const told = rows.flatMap((row) => {
    const { id, productId, questionKey, publicationNumber, statement, statedBy, acceptedAt } = row;
    const isTold = toldStates.some((state) => state === row.state);
    if (!isTold || statement === null || statedBy === null || acceptedAt === null) return [];
    return [
      {
        disputeId: id,
        productId,
        questionKey,
        publicationNumber,
        statement,
        statedBy,
        openedAt: acceptedAt,
        reply: row.approvedReply,
        repliedAt: row.approvedReply === null ? null : row.repliedAt,
        outcome: row.outcome,
        resolvedAt: row.state === 'resolved' ? row.endedAt : null,
      },
    ];
  });
  if (told.length > 0) await tx.insert(publicDisputes).values(told);
}
