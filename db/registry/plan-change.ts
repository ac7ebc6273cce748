import { randomUUID } from 'node:crypto';
import { like } from 'drizzle-orm';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { RegistryRefusal } from '~/workflows/registry';
import { freeSlug, slugOf } from '~/workflows/slug';
import { supplierSchema } from '~/workflows/supplier';
import type { Db } from '../client';
import { products, suppliers } from '../schema';
import { findProductByRef, findSupplierByRef } from './facts';
import type { RegistryPlan } from './plan';
import { planProductMerge } from './product-merge';
import { planProductSplit } from './product-split';
import { planSupplierMove } from './supplier-move';

/** What is asked for. Products are named by id or address name, suppliers by id, address name or CVR number. */
export type RegistryRequest =
  | { kind: 'product-merge'; from: string; to: string }
  | { kind: 'supplier-merge'; from: string; to: string }
  | { kind: 'product-split'; from: string; name: string; takesKitos: boolean }
  /** To a supplier that is there, by its CVR number, or to one that is made with this name. */
  | { kind: 'supplier-split'; from: string; cvr: string; name: string; products: readonly string[] };

interface Doing {
  personId: string;
  now: Date;
}

/** Works out what a merge or a split would do. Changes nothing. */
export function planChange(
  db: Db,
  request: RegistryRequest,
  doing: Doing,
): Promise<Result<RegistryPlan, RegistryRefusal>> {
  if (request.kind === 'product-merge') return mergeProducts(db, request, doing);
  if (request.kind === 'product-split') return splitProduct(db, request, doing);
  if (request.kind === 'supplier-merge') return mergeSuppliers(db, request, doing);
  return splitSupplier(db, request, doing);
}

type Planned = Promise<Result<RegistryPlan, RegistryRefusal>>;
type RequestOf<Kind extends RegistryRequest['kind']> = Extract<RegistryRequest, { kind: Kind }>;

async function mergeProducts(db: Db, request: RequestOf<'product-merge'>, { now }: Doing): Planned {
  const from = await findProductByRef(db, request.from);
  const to = await findProductByRef(db, request.to);
  if (!from || !to) return refuse('not-found');
  return ok(await planProductMerge(db, { from, to, now }));
}

async function splitProduct(
  db: Db,
  { from: ref, name, takesKitos }: RequestOf<'product-split'>,
  { now }: Doing,
): Planned {
  const from = await findProductByRef(db, ref);
  if (!from) return refuse('not-found');
  const base = slugOf(name);
  const taken = await db
    .select({ slug: products.slug })
    .from(products)
    .where(like(products.slug, `${base}%`));
  const slug = freeSlug(base, new Set(taken.map((row) => row.slug)));
  return ok(await planProductSplit(db, { from, name, slug, id: randomUUID(), takesKitos, now }));
}

async function mergeSuppliers(db: Db, request: RequestOf<'supplier-merge'>, { now, personId }: Doing): Planned {
  const from = await findSupplierByRef(db, request.from);
  const to = await findSupplierByRef(db, request.to);
  if (!from || !to) return refuse('not-found');
  const move = { kind: 'supplier-merge' as const, from, to: { supplier: to }, productIds: [], personId, now };
  return ok(await planSupplierMove(db, move));
}

async function splitSupplier(db: Db, request: RequestOf<'supplier-split'>, { now, personId }: Doing): Planned {
  const from = await findSupplierByRef(db, request.from);
  if (!from) return refuse('not-found');
  const productIds: string[] = [];
  for (const ref of request.products) {
    const product = await findProductByRef(db, ref);
    if (product?.supplierId !== from.id) return refuse('not-found');
    productIds.push(product.id);
  }
  const cvr = request.cvr.replaceAll(/\s/g, '');
  const known = await findSupplierByRef(db, cvr);
  const checked = supplierSchema.safeParse({ cvr, name: request.name, website: null });
  if (!known && !checked.success) return refuse('registry-supplier-invalid');
  const base = slugOf(request.name);
  const taken = await db
    .select({ slug: suppliers.slug })
    .from(suppliers)
    .where(like(suppliers.slug, `${base}%`));
  const slug = freeSlug(base, new Set(taken.map((row) => row.slug)));
  const to = known
    ? { supplier: known }
    : { isNew: true as const, id: randomUUID(), cvr, name: request.name.trim(), slug };
  return ok(await planSupplierMove(db, { kind: 'supplier-split', from, to, productIds, personId, now }));
}
