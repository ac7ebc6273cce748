import { and, eq, inArray, ne } from 'drizzle-orm';
import type { CaseSnapshot } from '~/workflows/case/decide-event';
import type { CaseState } from '~/workflows/words';
import type { Db, Transaction } from '../client';
import { cases, products } from '../schema';

/** A case as it is stored. */
export type CaseRow = Omit<typeof cases.$inferSelect, 'snapshot'> & { snapshot: CaseSnapshot };

/** What an id out of an address has to be before PostgreSQL is asked about it. */
export function isCaseId(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}

/** The column's content is what this portal wrote: openCase and sendCaseEvent are its only writers. */
export function asCaseRow(row: typeof cases.$inferSelect): CaseRow {
  return { ...row, snapshot: row.snapshot as CaseSnapshot };
}

/** Locks a case until commit: whoever comes second waits, and then sees what the first did. */
export async function lockCase(tx: Transaction, caseId: string): Promise<CaseRow | undefined> {
  if (!isCaseId(caseId)) return undefined;
  const [row] = await tx.select().from(cases).where(eq(cases.id, caseId)).for('update');
  return row && withHolder(tx, asCaseRow(row));
}

/**
 * The case as its present supplier has it. The row names the supplier that it was opened for, for ever; after a transfer
 * the rights in it are those of the supplier that has the product now. Asked when the row is locked, if it is.
 */
export async function withHolder(db: Db, row: CaseRow): Promise<CaseRow> {
  const [product] = await db
    .select({ supplierId: products.supplierId })
    .from(products)
    .where(eq(products.id, row.productId));
  if (!product || product.supplierId === row.supplierId) return row;
  const { supplierId } = product;
  return { ...row, supplierId, snapshot: { ...row.snapshot, context: { ...row.snapshot.context, supplierId } } };
}

export async function lockOpenCase(tx: Transaction, declarationId: string): Promise<CaseRow | undefined> {
  const [row] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.declarationId, declarationId), eq(cases.isOpen, true)))
    .for('update');
  return row && withHolder(tx, asCaseRow(row));
}

/** Locks the declaration's other cases that are in one of these states, oldest first. */
export async function lockOtherCases(
  tx: Transaction,
  { declarationId, id }: Pick<CaseRow, 'declarationId' | 'id'>,
  states: readonly CaseState[],
): Promise<CaseRow[]> {
  const rows = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.declarationId, declarationId), ne(cases.id, id), inArray(cases.state, [...states])))
    .orderBy(cases.openedAt, cases.id)
    .for('update');
  return Promise.all(rows.map((row) => withHolder(tx, asCaseRow(row))));
}
