import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { checkProduct } from '~/workflows/product';
import type { Db } from '../client';
import { membershipProducts, memberships, stewards } from '../schema';
import { listPresentProducts, type ProductRow } from './facts';
import { PlanBuilder, type RegistryPlan } from './plan';
import { setStep } from './steps';

export interface ProductSplit {
  from: ProductRow;
  /** The product that comes out of it. */
  name: string;
  slug: string;
  id: string;
  /** Whether the KITOS uuid is the new one's from now on. */
  takesKitos: boolean;
  now: Date;
}

/**
 * A second product comes out of one: with the same people and stewards, and a declaration of its own, which the supplier
 * begins by copying. What was approved was approved for the first, so nothing of the second is public before it is
 * reviewed, and municipalities say themselves which of the two they run.
 */
export async function planProductSplit(db: Db, split: ProductSplit): Promise<RegistryPlan> {
  const { from, name, slug, id, now, takesKitos } = split;
  const at = now.toISOString();
  const plan = new PlanBuilder();
  const { description, type, kle } = from;
  const checked = checkProduct({ name, description, type, kle: [...kle], kitosUuid: '' });
  const present = await listPresentProducts(db, from.supplierId);
  const isTaken = present.some((each) => each.name.toLowerCase() === name.trim().toLowerCase());
  const row = {
    id,
    supplier_id: from.supplierId,
    slug,
    name: name.trim(),
    description,
    type,
    kle: [...kle],
    version: 1,
    created_at: at,
  };
  plan.take({ do: 'add', table: 'products', row, undo: 'end' });
  plan.tell('kle', 'stays', kle.length, kle);
  plan.tell('declarations', 'stays', 1);
  if (takesKitos && from.kitosUuid !== null) {
    plan.tell('kitos', 'moves', 1, [from.kitosUuid]);
    plan.take(
      ...setStep('products', [from.id], { kitos_uuid: from.kitosUuid }, { kitos_uuid: null }),
      ...setStep('products', [id], { kitos_uuid: null }, { kitos_uuid: from.kitosUuid }),
    );
  }
  const letIn = await db
    .select({ membershipId: membershipProducts.membershipId })
    .from(membershipProducts)
    .innerJoin(memberships, eq(memberships.id, membershipProducts.membershipId))
    .where(and(eq(membershipProducts.productId, from.id), isNull(memberships.endedAt)))
    .orderBy(membershipProducts.membershipId);
  plan.tell('people', 'moves', letIn.length);
  for (const { membershipId } of letIn) {
    const link = { membership_id: membershipId, product_id: id };
    plan.take({ do: 'add', table: 'membership_products', row: link, undo: 'remove' });
  }
  const looking = await db
    .select()
    .from(stewards)
    .where(and(eq(stewards.productId, from.id), isNull(stewards.endedAt)))
    .orderBy(stewards.place);
  plan.tell('stewards', 'moves', looking.length);
  for (const { personId, place } of looking) {
    const steward = { id: randomUUID(), product_id: id, person_id: personId, place, created_at: at };
    plan.take({ do: 'add', table: 'stewards', row: steward, undo: 'end' });
  }
  const { moves, collisions, steps } = plan;
  return {
    kind: 'product-split',
    from: { id: from.id, slug: from.slug, name: from.name },
    to: { id, slug, name: name.trim() },
    refusal:
      from.endedAt !== null
        ? { code: 'registry-ended' }
        : !checked.ok
          ? { code: 'registry-product-invalid' }
          : isTaken
            ? { code: 'registry-name-in-use', params: { names: name.trim() } }
            : null,
    moves,
    collisions,
    steps,
  };
}
