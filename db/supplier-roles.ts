import { randomUUID } from 'node:crypto';
import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import type { supplierRoles } from '~/workflows/words';
import type { Transaction } from './client';
import { isUuid } from './declarations';
import { membershipProducts, memberships, products, suppliers } from './schema';

export type SupplierRole = (typeof supplierRoles)[number];

/** Everything that is decided about a supplier's people is decided one after the other. */
export async function lockSupplier(tx: Transaction, supplierId: string): Promise<void> {
  await tx.select({ id: suppliers.id }).from(suppliers).where(eq(suppliers.id, supplierId)).for('no key update');
}

/** Gives a role in a supplier; one that the person has already becomes what is asked for. */
export async function giveSupplierRole(
  tx: Transaction,
  now: Date,
  input: { personId: string; supplierId: string; role: SupplierRole; productIds: readonly string[] | null },
): Promise<void> {
  const { personId, supplierId, role, productIds } = input;
  const onlyChosenProducts = productIds !== null;
  const [held] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.supplierId, supplierId),
        eq(memberships.role, role),
        isNull(memberships.endedAt),
      ),
    );
  const id = held?.id ?? randomUUID();
  if (held) await tx.update(memberships).set({ onlyChosenProducts }).where(eq(memberships.id, id));
  else await tx.insert(memberships).values({ id, personId, supplierId, role, onlyChosenProducts, createdAt: now });
  await tx.delete(membershipProducts).where(eq(membershipProducts.membershipId, id));
  if (productIds && productIds.length > 0) {
    await tx.insert(membershipProducts).values(productIds.map((productId) => ({ membershipId: id, productId })));
  }
}

/** Whether all of these are products of the supplier, and at least one. */
export async function areOwn(tx: Transaction, supplierId: string, productIds: readonly string[]): Promise<boolean> {
  if (productIds.length === 0 || productIds.length > 1_000 || !productIds.every(isUuid)) return false;
  const [found] = await tx
    .select({ count: count() })
    .from(products)
    .where(and(eq(products.supplierId, supplierId), inArray(products.id, [...productIds]), isNull(products.endedAt)));
  return found?.count === productIds.length;
}
