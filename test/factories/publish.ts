import type { Database } from '~/db/client';
import { publishDecision } from '~/db/publication';
import { type DecidedProduct, type GivenProduct, insertDecidedProduct, level } from './decided-product';

/** A product with a decision that is published at a moment; ready for SF1500 unless told. */
export async function publishOn(
  db: Database,
  product: Partial<GivenProduct> & Pick<GivenProduct, 'name'>,
  now: Date,
): Promise<DecidedProduct> {
  const made = await insertDecidedProduct(db, { answers: [level('SF1500', 'ready')], decidedAt: now, ...product });
  const { decisionId } = made;
  if (!decisionId) throw new Error('Nothing was decided.');
  await db.transaction((tx) => publishDecision(tx, { decisionId, now }));
  return made;
}
