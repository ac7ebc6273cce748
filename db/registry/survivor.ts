import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../client';
import { registryChanges, suppliers } from '../schema';

/** The supplier that a CVR number stands for now, also where the company has gone up in another. */
export async function findPresentSupplierId(db: Db, cvr: string): Promise<string | undefined> {
  const [row] = await db.select({ id: suppliers.id }).from(suppliers).where(eq(suppliers.cvr, cvr));
  let id = row?.id;
  while (id !== undefined) {
    const merged = and(
      eq(registryChanges.fromId, id),
      eq(registryChanges.kind, 'supplier-merge'),
      isNull(registryChanges.undoneAt),
    );
    const [onward] = await db.select({ toId: registryChanges.toId }).from(registryChanges).where(merged);
    if (!onward) return id;
    id = onward.toId;
  }
  return id;
}
