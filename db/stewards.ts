import { randomUUID } from 'node:crypto';
import { and, asc, eq, exists, inArray, isNull, notExists, sql } from 'drizzle-orm';
import { type Acting, hasRole } from '~/workflows/actor';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canManagePeople } from '~/workflows/supplier-rights';
import type { Db } from './client';
import { listColleagues } from './colleagues';
import { isUuid } from './declarations';
import { appendLog } from './log';
import { queueNotice } from './mail/plain-notice';
import { memberships, people, products, stewards, suppliers } from './schema';
import { lockSupplier } from './supplier-roles';

export interface Steward {
  productId: string;
  personId: string;
  name: string;
}

/** The query's condition for a steward who can still act: somebody of the supplier that has the product now. */
function isActive(db: Db) {
  return and(
    isNull(stewards.endedAt),
    isNull(people.endedAt),
    exists(
      db
        .select({ one: sql`1` })
        .from(memberships)
        .where(
          and(
            eq(memberships.personId, stewards.personId),
            eq(memberships.supplierId, products.supplierId),
            isNull(memberships.endedAt),
          ),
        ),
    ),
  );
}

/** The active stewards of a supplier's products, first and second. The caller has authorized it. */
export function listStewards(db: Db, supplierId: string): Promise<Steward[]> {
  return db
    .select({ productId: stewards.productId, personId: people.id, name: people.name })
    .from(stewards)
    .innerJoin(products, eq(products.id, stewards.productId))
    .innerJoin(people, eq(people.id, stewards.personId))
    .where(and(eq(products.supplierId, supplierId), isActive(db)))
    .orderBy(asc(stewards.productId), asc(stewards.place));
}

/**
 * Says who looks after a product: nobody, one or two people of its supplier. Its administrator does it; the coordinator
 * does it where nobody of the supplier can.
 * @param input.personIds in order
 */
export function appointStewards(
  db: Db,
  acting: Acting,
  input: { productId: string; personIds: readonly string[] },
): Promise<Result<null, 'not-found' | 'role-required' | 'two-stewards'>> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    const wanted = [...new Set(input.personIds)];
    if (!isUuid(input.productId)) return refuse('not-found');
    const [product] = await tx.select().from(products).where(eq(products.id, input.productId)).for('no key update');
    const isOwn = product?.supplierId === actor.supplierId;
    if (!product || product.endedAt !== null || !(isOwn || hasRole(actor, 'coordinator'))) return refuse('not-found');
    if (!(isOwn && canManagePeople(actor)) && !hasRole(actor, 'coordinator')) return refuse('role-required');
    if (wanted.length > 2) return refuse('two-stewards');
    await lockSupplier(tx, product.supplierId);
    const colleagues = await listColleagues(tx, product.supplierId);
    if (!wanted.every((id) => colleagues.some(({ personId }) => personId === id))) return refuse('not-found');
    const present = await tx
      .select({ personId: stewards.personId })
      .from(stewards)
      .where(and(eq(stewards.productId, product.id), isNull(stewards.endedAt)))
      .orderBy(asc(stewards.place));
    const before = present.map(({ personId }) => personId);
    if (before.join() === wanted.join()) return ok(null);
    await tx
      .update(stewards)
      .set({ endedAt: now })
      .where(and(eq(stewards.productId, product.id), isNull(stewards.endedAt)));
    if (wanted.length > 0) {
      await tx.insert(stewards).values(
        wanted.map((personId, index) => ({
          id: randomUUID(),
          productId: product.id,
          personId,
          place: index + 1,
          createdAt: now,
        })),
      );
    }
    const added = wanted.filter((id) => !before.includes(id));
    const [supplier] = await tx
      .select({ name: suppliers.name })
      .from(suppliers)
      .where(eq(suppliers.id, product.supplierId));
    if (added.length > 0) {
      await queueNotice(tx, now, {
        about: 'steward',
        to: { personIds: added },
        params: { product: product.name, supplier: supplier?.name ?? '' },
        link: { page: 'home' },
      });
    }
    await appendLog(tx, acting, {
      action: 'product.stewards',
      subject: { type: 'product', id: product.id },
      details: { from: before, to: wanted },
    });
    return ok(null);
  });
}

export interface OrphanedSupplier {
  supplierId: string;
  name: string;
  cvr: string;
  /** People who have another role there. */
  people: number;
  products: number;
}

/** Suppliers with products or people, but without anybody who can let people in: only the coordinator can help them. */
export async function listOrphanedSuppliers(db: Db): Promise<OrphanedSupplier[]> {
  const active = (role?: 'supplier-admin') =>
    db
      .select({ one: sql`1` })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(
        and(
          eq(memberships.supplierId, suppliers.id),
          role === undefined ? undefined : eq(memberships.role, role),
          isNull(memberships.endedAt),
          isNull(people.endedAt),
        ),
      );
  return db
    .select({
      supplierId: suppliers.id,
      name: suppliers.name,
      cvr: suppliers.cvr,
      people: sql<number>`(select count(distinct m.person_id)::int from memberships m join people p on p.id = m.person_id
        where m.supplier_id = "suppliers"."id" and m.ended_at is null and p.ended_at is null)`,
      products: sql<number>`(select count(*)::int from products p where p.supplier_id = "suppliers"."id" and p.ended_at is null)`,
    })
    .from(suppliers)
    .where(and(isNull(suppliers.endedAt), notExists(active('supplier-admin'))))
    .orderBy(asc(sql`${suppliers.name} collate "da-x-icu"`));
}

export interface OrphanedProduct {
  productId: string;
  name: string;
  supplierId: string;
  supplierName: string;
}

/** Products that nobody looks after. */
export function listOrphanedProducts(db: Db): Promise<OrphanedProduct[]> {
  const looked = db
    .select({ one: sql`1` })
    .from(stewards)
    .innerJoin(people, eq(people.id, stewards.personId))
    .where(and(eq(stewards.productId, products.id), isActive(db)));
  return db
    .select({
      productId: products.id,
      name: products.name,
      supplierId: suppliers.id,
      supplierName: suppliers.name,
    })
    .from(products)
    .innerJoin(suppliers, eq(suppliers.id, products.supplierId))
    .where(and(isNull(products.endedAt), notExists(looked)))
    .orderBy(asc(sql`${suppliers.name} collate "da-x-icu"`), asc(sql`${products.name} collate "da-x-icu"`));
}

/** People of some suppliers, for whoever appoints one of them. */
export async function listPeopleOf(db: Db, supplierIds: readonly string[]) {
  if (supplierIds.length === 0) return [];
  return db
    .selectDistinct({ personId: people.id, name: people.name, supplierId: memberships.supplierId })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(inArray(memberships.supplierId, [...supplierIds]), isNull(memberships.endedAt), isNull(people.endedAt)))
    .orderBy(asc(people.name));
}
