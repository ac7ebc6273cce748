import { createHash } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import type { Db, Transaction } from './client';
import { apiRequests } from './schema';

/** In milliseconds: how long the same key gets the same answer. */
export const keyLifetime = 24 * 60 * 60_000;

/** What makes two requests the same one. */
export function fingerprintOf(parts: { method: string; path: string; body: string }): string {
  return createHash('sha256')
    .update(JSON.stringify([parts.method, parts.path, parts.body]))
    .digest('hex');
}

export interface KeyedRequest {
  tokenId: string;
  /** The Idempotency-Key; null: do it whatever was done before. */
  key: string | null;
  fingerprint: string;
  now: Date;
}

/** `repeated`: nothing was done, the answer is the first one's; `key-reused`: the key belongs to another request. */
export type KeyedAnswer<Answer> =
  | { kind: 'done' | 'repeated'; answer: Answer }
  | { kind: 'key-reused' }
  | { kind: 'refused' };

/**
 * Does something once per key, in one transaction with what is kept of it: a second request that comes while the first
 * is under way waits for it. What was refused is not kept, so that it can be put right under the same key.
 * @param work null: it was refused; everything it wrote is taken back
 * @source draft-ietf-httpapi-idempotency-key-header
 */
export async function answerOnce<Answer extends Record<string, unknown>>(
  db: Db,
  { tokenId, key, fingerprint, now }: KeyedRequest,
  work: (tx: Transaction) => Promise<Answer | null>,
): Promise<KeyedAnswer<Answer>> {
  return db
    .transaction(async (tx): Promise<KeyedAnswer<Answer>> => {
      if (key !== null) {
        const known = await claimKey(tx, { tokenId, key, fingerprint, now });
        if (known) {
          if (known.fingerprint !== fingerprint) return { kind: 'key-reused' };
          return { kind: 'repeated', answer: known.answer as Answer };
        }
      }
      const answer = await work(tx);
      if (answer === null) throw new Refused();
      if (key !== null) {
        await tx
          .update(apiRequests)
          .set({ answer })
          .where(and(eq(apiRequests.tokenId, tokenId), eq(apiRequests.key, key)));
      }
      return { kind: 'done', answer };
    })
    .catch((error: unknown) => {
      if (error instanceof Refused) return { kind: 'refused' };
      throw error;
    });
}

class Refused extends Error {}

async function claimKey(tx: Transaction, { tokenId, key, fingerprint, now }: KeyedRequest & { key: string }) {
  const tooOld = new Date(now.getTime() - keyLifetime);
  await tx.delete(apiRequests).where(and(eq(apiRequests.tokenId, tokenId), lt(apiRequests.createdAt, tooOld)));
  const claimed = await tx
    .insert(apiRequests)
    .values({ tokenId, key, fingerprint, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: apiRequests.key });
  if (claimed.length > 0) return undefined;
  const [known] = await tx
    .select()
    .from(apiRequests)
    .where(and(eq(apiRequests.tokenId, tokenId), eq(apiRequests.key, key)));
  if (!known) throw new Error('A key that is taken must be there.');
  return known;
}
