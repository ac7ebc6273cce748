import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Acting } from '~/workflows/actor';
import { isText } from '~/workflows/email-address';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canManagePeople, isTransferableState } from '~/workflows/supplier-rights';
import type { Db, Transaction } from './client';
import { isUuid } from './declarations';
import { messageLimit } from './handovers';
import { appendLog } from './log';
import { queueNotice } from './mail/plain-notice';
import { movePublication } from './publication';
import {
  cases,
  declarations,
  evidence,
  membershipProducts,
  memberships,
  products,
  productTransfers,
  sectionAssignments,
  stewards,
  suppliers,
} from './schema';

export type TransferRefusal =
  | 'not-found'
  | 'role-required'
  | 'transfer-to-whom'
  | 'transfer-to-self'
  | 'transfer-open'
  | 'transfer-decided'
  | 'transfer-case-open'
  | 'transfer-name-in-use'
  | 'message-not-valid';

/** A transfer as both sides see it. */
export interface Transfer {
  id: string;
  productId: string;
  productName: string;
  from: { id: string; name: string };
  to: { id: string; name: string };
  message: string | null;
  offeredAt: Date;
  decidedAs: 'accepted' | 'declined' | 'taken-back' | null;
  decidedAt: Date | null;
}

/** Transfers from and to a supplier, those that wait first. The caller has authorized it. */
export async function listTransfers(db: Db, supplierId: string): Promise<Transfer[]> {
  const giver = alias(suppliers, 'giver');
  const taker = alias(suppliers, 'taker');
  const rows = await db
    .select({ transfer: productTransfers, productName: products.name, from: giver.name, to: taker.name })
    .from(productTransfers)
    .innerJoin(products, eq(products.id, productTransfers.productId))
    .innerJoin(giver, eq(giver.id, productTransfers.fromSupplierId))
    .innerJoin(taker, eq(taker.id, productTransfers.toSupplierId))
    .where(sql`${supplierId} in (${productTransfers.fromSupplierId}::text, ${productTransfers.toSupplierId}::text)`)
    .orderBy(asc(isNotNull(productTransfers.decidedAt)), desc(productTransfers.createdAt));
  return rows.map(({ transfer, productName, from, to }) => ({
    id: transfer.id,
    productId: transfer.productId,
    productName,
    from: { id: transfer.fromSupplierId, name: from },
    to: { id: transfer.toSupplierId, name: to },
    message: transfer.message,
    offeredAt: transfer.createdAt,
    decidedAs: transfer.decidedAs,
    decidedAt: transfer.decidedAt,
  }));
}

/**
 * Offers a product to another supplier, which has to accept. Nothing changes until then.
 * @param input.toCvr the other company's CVR number; it must be known here already
 */
export function offerTransfer(
  db: Db,
  acting: Acting,
  input: { productId: string; toCvr: string; message: string },
): Promise<Result<{ transferId: string }, TransferRefusal>> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    if (actor.supplierId === null || !canManagePeople(actor)) return refuse('role-required');
    if (!isUuid(input.productId)) return refuse('not-found');
    const [product] = await tx.select().from(products).where(eq(products.id, input.productId)).for('no key update');
    if (product?.supplierId !== actor.supplierId || product.endedAt !== null) return refuse('not-found');
    const [to] = await tx
      .select()
      .from(suppliers)
      .where(eq(suppliers.cvr, input.toCvr.replaceAll(/\s/g, '')));
    if (!to) return refuse('transfer-to-whom');
    if (to.id === actor.supplierId) return refuse('transfer-to-self');
    const message = input.message.trim() || null;
    if (message !== null && !isText(message, messageLimit)) return refuse('message-not-valid', { limit: messageLimit });
    const open = and(eq(productTransfers.productId, product.id), isNull(productTransfers.decidedAt));
    if ((await tx.$count(productTransfers, open)) > 0) return refuse('transfer-open');
    const obstacle = await findObstacle(tx, product, to.id);
    if (obstacle) return refuse(obstacle);
    const transferId = randomUUID();
    await tx.insert(productTransfers).values({
      id: transferId,
      productId: product.id,
      fromSupplierId: actor.supplierId,
      toSupplierId: to.id,
      message,
      offeredBy: actor.personId,
      createdAt: now,
    });
    await queueNotice(tx, now, {
      about: 'transfer-offered',
      to: { adminsOf: to.id },
      params: { product: product.name, supplier: await nameOf(tx, actor.supplierId) },
      link: { page: 'transfers' },
    });
    await appendLog(tx, acting, {
      action: 'transfer.offer',
      subject: { type: 'product', id: product.id },
      details: { transferId, to: to.id, message },
    });
    return ok({ transferId });
  });
}

/**
 * Decides an offer: the other company's administrator accepts or declines, the own one takes it back. Accepting moves
 * the product with its declaration, draft, evidence and publication in one transaction; the earlier supplier's roles,
 * stewards and handed-over sections end with it.
 */
export function decideTransfer(
  db: Db,
  acting: Acting,
  input: { transferId: string; as: 'accepted' | 'declined' | 'taken-back' },
): Promise<Result<{ productId: string; transferId: string }, TransferRefusal>> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    if (actor.supplierId === null || !canManagePeople(actor)) return refuse('role-required');
    if (!isUuid(input.transferId)) return refuse('not-found');
    const [offer] = await tx
      .select()
      .from(productTransfers)
      .where(eq(productTransfers.id, input.transferId))
      .for('update');
    const side = input.as === 'taken-back' ? offer?.fromSupplierId : offer?.toSupplierId;
    if (!offer || side !== actor.supplierId) return refuse('not-found');
    if (offer.decidedAt !== null) return refuse('transfer-decided');
    const { productId, fromSupplierId, toSupplierId } = offer;
    const [product] = await tx.select().from(products).where(eq(products.id, productId)).for('no key update');
    if (product?.supplierId !== fromSupplierId) return refuse('not-found');
    if (input.as === 'accepted') {
      const obstacle = await moveProduct(tx, acting, { transferId: offer.id, product, fromSupplierId, toSupplierId });
      if (obstacle) return refuse(obstacle);
    }
    await tx
      .update(productTransfers)
      .set({ decidedAs: input.as, decidedBy: actor.personId, decidedAt: now })
      .where(eq(productTransfers.id, offer.id));
    if (input.as === 'accepted') await movePublication(tx, { transferId: offer.id, now });
    await tellOfDecision(tx, acting, offer, product.name, input.as);
    await appendLog(tx, acting, {
      action: `transfer.${input.as}`,
      subject: { type: 'product', id: productId },
      details: { transferId: offer.id, from: fromSupplierId, to: toSupplierId },
    });
    return ok({ productId, transferId: offer.id });
  });
}

type Product = typeof products.$inferSelect;

/** Why a product cannot go to a supplier now. Locks its cases, so that none is sent meanwhile. */
async function findObstacle(
  tx: Transaction,
  product: Product,
  toSupplierId: string,
): Promise<'transfer-case-open' | 'transfer-name-in-use' | null> {
  await tx
    .select({ id: declarations.id })
    .from(declarations)
    .where(eq(declarations.productId, product.id))
    .for('no key update');
  const states = await tx
    .select({ state: cases.state })
    .from(cases)
    .where(eq(cases.productId, product.id))
    .for('share');
  if (!states.every(({ state }) => isTransferableState(state))) return 'transfer-case-open';
  const sameName = and(eq(products.supplierId, toSupplierId), sql`lower(${products.name}) = lower(${product.name})`);
  return (await tx.$count(products, sameName)) > 0 ? 'transfer-name-in-use' : null;
}

async function moveProduct(
  tx: Transaction,
  { actor, now }: Acting,
  move: { transferId: string; product: Product; fromSupplierId: string; toSupplierId: string },
): Promise<'transfer-case-open' | 'transfer-name-in-use' | null> {
  const { product, fromSupplierId, toSupplierId } = move;
  const obstacle = await findObstacle(tx, product, toSupplierId);
  if (obstacle) return obstacle;
  await tx
    .update(products)
    .set({ supplierId: toSupplierId, version: product.version + 1 })
    .where(eq(products.id, product.id));
  const own = tx.select({ id: declarations.id }).from(declarations).where(eq(declarations.productId, product.id));
  await tx.update(evidence).set({ supplierId: toSupplierId }).where(inArray(evidence.declarationId, own));
  await tx
    .update(sectionAssignments)
    .set({ endedAt: now, endedAs: 'left' })
    .where(and(inArray(sectionAssignments.declarationId, own), isNull(sectionAssignments.endedAt)));
  await tx
    .update(stewards)
    .set({ endedAt: now })
    .where(and(eq(stewards.productId, product.id), isNull(stewards.endedAt)));
  // Whoever took it over looks after it until they say otherwise.
  await tx.insert(stewards).values({
    id: randomUUID(),
    productId: product.id,
    personId: actor.personId,
    place: 1,
    createdAt: now,
  });
  const theirs = tx.select({ id: memberships.id }).from(memberships).where(eq(memberships.supplierId, fromSupplierId));
  await tx
    .delete(membershipProducts)
    .where(and(eq(membershipProducts.productId, product.id), inArray(membershipProducts.membershipId, theirs)));
  return null;
}

async function tellOfDecision(
  tx: Transaction,
  { now }: Acting,
  offer: typeof productTransfers.$inferSelect,
  product: string,
  as: 'accepted' | 'declined' | 'taken-back',
): Promise<void> {
  if (as === 'taken-back') return;
  await queueNotice(tx, now, {
    about: as === 'accepted' ? 'transfer-accepted' : 'transfer-declined',
    to: { adminsOf: offer.fromSupplierId },
    params: { product, supplier: await nameOf(tx, offer.toSupplierId) },
    link: { page: 'transfers' },
  });
}

async function nameOf(tx: Transaction, supplierId: string): Promise<string> {
  const [supplier] = await tx.select({ name: suppliers.name }).from(suppliers).where(eq(suppliers.id, supplierId));
  return supplier?.name ?? '';
}
