import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from './client';
import { declarations, log, products } from './schema';

/** Enough to tell how fast somebody answers now. */
const latest = 200;

/** When a person saved answers about a supplier's products, out of the log, the latest first. */
export async function listSaves(db: Db, { personId, supplierId }: { personId: string; supplierId: string }) {
  const own = await db
    .select({ id: declarations.id })
    .from(declarations)
    .innerJoin(products, eq(products.id, declarations.productId))
    .where(eq(products.supplierId, supplierId));
  const rows = await db
    .select({ at: log.at })
    .from(log)
    .where(
      and(
        eq(log.subjectType, 'declaration'),
        inArray(
          log.subjectId,
          own.map(({ id }) => id),
        ),
        eq(log.action, 'answer.save'),
        eq(log.personId, personId),
      ),
    )
    .orderBy(desc(log.number))
    .limit(latest);
  return rows.map(({ at }) => at);
}
