import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull, like, ne, sql } from 'drizzle-orm';
import type { Acting, Actor } from '~/workflows/actor';
import { checkProduct, type ProductFacts, type ProductProblems } from '~/workflows/product';
import { ok, type Refusal, refuse } from '~/workflows/refusal';
import { freeSlug, slugOf } from '~/workflows/slug';
import { canCreateProducts, canEditProducts, canReadProduct } from '~/workflows/supplier-rights';
import { listKleGroups } from './catalogue';
import type { Db, Transaction } from './client';
import { isUuid } from './declarations';
import { appendLog } from './log';
import { products } from './schema';
import { proposeAnew } from './scope';
import { lockSlugs } from './suppliers';

export type Product = typeof products.$inferSelect;

export type ProductRefusal = 'not-found' | 'role-required' | 'product-has-changed';

/** A product, a refusal of the whole, or what is wrong with single fields. */
export type ProductResult =
  | { ok: true; value: Product }
  | { ok: false; refusal: Refusal<ProductRefusal> }
  | { ok: false; problems: ProductProblems };

/**
 * @param input what the form or machine sent; checked here
 */
export function createProduct(db: Db, acting: Acting, input: unknown): Promise<ProductResult> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    if (!canCreateProducts(actor) || actor.supplierId === null) return refuse('role-required');
    await lockSlugs(tx);
    const checked = await checkFacts(tx, { supplierId: actor.supplierId, productId: null }, input);
    if (!checked.ok) return checked;
    const product = {
      ...checked.facts,
      id: randomUUID(),
      supplierId: actor.supplierId,
      slug: await freeProductSlug(tx, checked.facts.name),
      version: 1,
      createdAt: now,
      endedAt: null,
    };
    await tx.insert(products).values(product);
    await appendLog(tx, acting, {
      action: 'product.create',
      subject: { type: 'product', id: product.id },
      details: { ...checked.facts, slug: product.slug },
    });
    return ok(product);
  });
}

/**
 * Corrects a product. Its address stays the same whatever it is called, so that links keep working. New KLE areas or
 * another type may propose further interfaces in an open declaration.
 * @param input.expectedVersion the version the person saw; another one is refused as `product-has-changed`
 */
export function updateProduct(
  db: Db,
  acting: Acting,
  input: { productId: string; expectedVersion: number; facts: unknown },
): Promise<ProductResult> {
  return db.transaction(async (tx) => {
    const { actor } = acting;
    if (!isUuid(input.productId)) return refuse('not-found');
    await lockSlugs(tx);
    const [present] = await tx.select().from(products).where(eq(products.id, input.productId)).for('no key update');
    if (!present || present.supplierId !== actor.supplierId || present.endedAt) return refuse('not-found');
    if (!canReadProduct(actor, present)) return refuse('not-found');
    if (!canEditProducts(actor, present.id)) return refuse('role-required');
    const checked = await checkFacts(tx, { supplierId: present.supplierId, productId: present.id }, input.facts);
    if (!checked.ok) return checked;
    const changes = changesOf(present, checked.facts);
    if (changes === null) return ok(present);
    if (present.version !== input.expectedVersion) return refuse('product-has-changed');
    const product = { ...present, ...checked.facts, version: present.version + 1 };
    await tx
      .update(products)
      .set({ ...checked.facts, version: product.version })
      .where(eq(products.id, present.id));
    await proposeAnew(tx, acting, product);
    await appendLog(tx, acting, {
      action: 'product.update',
      subject: { type: 'product', id: product.id },
      details: { ...changes, version: product.version },
    });
    return ok(product);
  });
}

function changesOf(present: Product, facts: ProductFacts): { from: object; to: object } | null {
  const names = (Object.keys(facts) as (keyof ProductFacts)[]).filter(
    (name) => JSON.stringify(present[name]) !== JSON.stringify(facts[name]),
  );
  if (names.length === 0) return null;
  const pick = (source: ProductFacts) => Object.fromEntries(names.map((name) => [name, source[name]]));
  return { from: pick(present), to: pick(facts) };
}

async function checkFacts(
  tx: Transaction,
  subject: { supplierId: string; productId: string | null },
  input: unknown,
): Promise<{ ok: true; facts: ProductFacts } | { ok: false; problems: ProductProblems }> {
  const checked = checkProduct(input);
  if (!checked.ok) return checked;
  const { name, kle, kitosUuid } = checked.facts;
  const problems: ProductProblems = {};
  const mainGroups = new Set((await listKleGroups(tx)).map(({ number }) => number));
  if (kle.some((number) => !mainGroups.has(number.slice(0, 2)))) problems.kle = 'kle-unknown';
  const isAnother = subject.productId === null ? undefined : ne(products.id, subject.productId);
  const sameName = and(
    eq(products.supplierId, subject.supplierId),
    sql`lower(${products.name}) = lower(${name})`,
    isAnother,
  );
  const [named] = await tx.select({ id: products.id }).from(products).where(sameName);
  if (named) problems.name = 'name-in-use';
  if (kitosUuid !== null) {
    const [linked] = await tx
      .select({ id: products.id })
      .from(products)
      .where(and(eq(products.kitosUuid, kitosUuid), isAnother));
    if (linked) problems.kitosUuid = 'kitos-in-use';
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : checked;
}

async function freeProductSlug(tx: Transaction, name: string): Promise<string> {
  const slug = slugOf(name);
  const taken = await tx
    .select({ slug: products.slug })
    .from(products)
    .where(like(products.slug, `${slug}%`));
  return freeSlug(slug, new Set(taken.map((row) => row.slug)));
}

/** The supplier's products by name, without those that ended. */
export function listProducts(db: Db, supplierId: string): Promise<Product[]> {
  return db
    .select()
    .from(products)
    .where(and(eq(products.supplierId, supplierId), isNull(products.endedAt)))
    .orderBy(asc(sql`${products.name} collate "da-x-icu"`));
}

/** @returns undefined when there is none, or the actor may not know that there is one */
export async function findProductFor(db: Db, actor: Actor, productId: string): Promise<Product | undefined> {
  if (!isUuid(productId)) return undefined;
  const [product] = await db.select().from(products).where(eq(products.id, productId));
  return product && canReadProduct(actor, product) ? product : undefined;
}
