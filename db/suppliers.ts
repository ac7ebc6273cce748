import { randomUUID } from 'node:crypto';
import { asc, eq, like, sql } from 'drizzle-orm';
import type { Actor } from '~/workflows/actor';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { freeSlug, slugOf } from '~/workflows/slug';
import { type SupplierInput, type SupplierProblem, supplierProblems, supplierSchema } from '~/workflows/supplier';
import type { Db, Transaction } from './client';
import { appendLog } from './log';
import { suppliers } from './schema';

export type Supplier = typeof suppliers.$inferSelect;

/** Names get their slugs one after the other. */
const slugLock = 0x736c7567;

export async function lockSlugs(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${slugLock})`);
}

/**
 * @param acting null actor: the portal itself (operator's command line, demo data)
 * @param input checked here; `isDemo` marks a fictional company
 */
export function createSupplier(
  db: Db,
  acting: { actor: Actor | null; now: Date },
  input: SupplierInput & { isDemo: boolean },
): Promise<Result<{ supplierId: string; slug: string }, 'cvr-in-use' | SupplierProblem>> {
  return db.transaction(async (tx) => {
    const checked = supplierSchema.safeParse({ cvr: input.cvr, name: input.name, website: input.website });
    if (!checked.success) return refuse(problemOf(checked.error.issues));
    await lockSlugs(tx);
    const [same] = await tx.select({ id: suppliers.id }).from(suppliers).where(eq(suppliers.cvr, checked.data.cvr));
    if (same) return refuse('cvr-in-use', { cvr: checked.data.cvr });
    const supplierId = randomUUID();
    const slug = await freeSupplierSlug(tx, checked.data.name);
    const row = { ...checked.data, id: supplierId, slug, isDemo: input.isDemo, createdAt: acting.now };
    await tx.insert(suppliers).values(row);
    await appendLog(tx, acting, {
      action: 'supplier.create',
      subject: { type: 'supplier', id: supplierId },
      details: { ...checked.data, slug, isDemo: input.isDemo },
    });
    return ok({ supplierId, slug });
  });
}

function problemOf(issues: readonly { message: string }[]): SupplierProblem {
  return supplierProblems.find((code) => code === issues[0]?.message) ?? 'name-required';
}

async function freeSupplierSlug(tx: Transaction, name: string): Promise<string> {
  const slug = slugOf(name);
  const taken = await tx
    .select({ slug: suppliers.slug })
    .from(suppliers)
    .where(like(suppliers.slug, `${slug}%`));
  return freeSlug(slug, new Set(taken.map((row) => row.slug)));
}

/** @throws when there is no such supplier */
export async function getSupplier(db: Db, supplierId: string): Promise<Supplier> {
  const [row] = await db.select().from(suppliers).where(eq(suppliers.id, supplierId));
  if (!row) throw new Error(`There is no supplier ${supplierId}.`);
  return row;
}

/** By name; for the operator and the coordinator. Public pages read the published ones only. */
export function listSuppliers(db: Db): Promise<Supplier[]> {
  return db.select().from(suppliers).orderBy(asc(suppliers.name));
}
