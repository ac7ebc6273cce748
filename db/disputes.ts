import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, gt, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Acting, Actor } from '~/workflows/actor';
import { mayAttest } from '~/workflows/attestation';
import { copenhagenDay } from '~/workflows/day';
import {
  contradictionDays,
  type DisputeRefusal,
  type DisputeState,
  type DisputeStep,
  listSteps,
  replyDays,
  takeStep,
} from '~/workflows/dispute';
import { isEmailAddress, isLine, isText } from '~/workflows/email-address';
import type { PublicAnswer } from '~/workflows/publication';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canReadProduct, canSubmit } from '~/workflows/supplier-rights';
import type { Language } from '~/workflows/words';
import { dueAfter } from '~/workflows/working-days';
import { countAttempt } from './attempts';
import type { Db, Transaction } from './client';
import { isUuid } from './declarations';
import type { TokenHashOf } from './invitations';
import { appendLog } from './log';
import { queueNotice } from './mail/plain-notice';
import { publishDispute } from './publication/public-disputes';
import { disputes, products, publicProducts, publicSupport, suppliers } from './schema';

export type Dispute = typeof disputes.$inferSelect;

/** In characters. */
export const disputeLimits = { name: 200, organisation: 200, reason: 4_000, evidence: 2_000, text: 4_000 } as const;
const day = 24 * 60 * 60_000;
/** In milliseconds: how long the mail's link works. */
const confirmLifetime = 3 * day;
const limit = { kind: 'dispute', each: 3, all: 100, milliseconds: day };

export interface NewDispute {
  name: string;
  email: string;
  organisation: string;
  reason: string;
  /** Where it can be checked; may be empty. */
  evidence: string;
}
export type DisputeField = keyof NewDispute;

/** @returns the fields that cannot be taken as they are */
export function disputeProblems(input: NewDispute): DisputeField[] {
  const problems: DisputeField[] = [];
  if (!isLine(input.name.trim(), disputeLimits.name)) problems.push('name');
  if (!isEmailAddress(input.email.trim())) problems.push('email');
  if (!isLine(input.organisation.trim(), disputeLimits.organisation)) problems.push('organisation');
  if (!isText(input.reason, disputeLimits.reason)) problems.push('reason');
  if (input.evidence.trim() !== '' && !isText(input.evidence, disputeLimits.evidence)) problems.push('evidence');
  return problems;
}

export interface DisputedAnswer {
  productId: string;
  productName: string;
  productSlug: string;
  publicationNumber: number;
  answer: PublicAnswer;
}

/** The published answer that a reader disagrees with; undefined for everything that is not public now. */
export async function findDisputedAnswer(db: Db, slug: string, key: string): Promise<DisputedAnswer | undefined> {
  const [product] = await db.select().from(publicProducts).where(eq(publicProducts.slug, slug));
  if (!product) return undefined;
  const support = await db
    .select({ answers: publicSupport.answers })
    .from(publicSupport)
    .where(eq(publicSupport.productId, product.productId));
  const answer = [...product.answers, ...support.flatMap(({ answers }) => answers)].find((each) => each.key === key);
  if (!answer) return undefined;
  const { productId, name, publicationNumber } = product;
  return { productId, productName: name, productSlug: slug, publicationNumber, answer };
}

/**
 * Takes down that somebody disagrees with a published answer, and sends them a mail. Nobody reads it before they have
 * confirmed that the mail is theirs.
 * @param input.subject a keyed hash of the e-mail address, to count tries by
 */
export function fileDispute(
  db: Db,
  now: Date,
  input: NewDispute & { slug: string; questionKey: string; language: Language; subject: string },
  tokenHashOf: TokenHashOf,
): Promise<Result<null, 'not-found' | 'request-not-understood' | 'too-many-attempts'>> {
  return db.transaction(async (tx) => {
    if (disputeProblems(input).length > 0) return refuse('request-not-understood');
    const about = await findDisputedAnswer(tx, input.slug, input.questionKey);
    if (!about) return refuse('not-found');
    if (!(await countAttempt(tx, now, limit, input.subject))) return refuse('too-many-attempts');
    // What nobody confirmed in time is nobody's statement: nothing of it is kept but that it came.
    await forgetUnconfirmed(tx, now);
    const id = randomUUID();
    const secretOf = `dispute:${id}:1`;
    const expiresAt = new Date(now.getTime() + confirmLifetime);
    const email = input.email.trim();
    await tx.insert(disputes).values({
      id,
      productId: about.productId,
      questionKey: input.questionKey,
      publicationNumber: about.publicationNumber,
      name: input.name.trim(),
      email,
      organisation: input.organisation.trim(),
      reason: input.reason.trim(),
      evidence: input.evidence.trim(),
      language: input.language,
      tokenHash: tokenHashOf(secretOf),
      createdAt: now,
      expiresAt,
      state: 'unconfirmed',
    });
    await queueNotice(tx, now, {
      about: 'dispute-confirm',
      to: { address: email, language: input.language },
      params: { product: about.productName, date: copenhagenDay(expiresAt) },
      link: { page: 'dispute-confirmation' },
      secretOf,
    });
    await appendLog(
      tx,
      { actor: null, now },
      {
        action: 'dispute.file',
        subject: { type: 'product', id: about.productId },
        details: { disputeId: id, questionKey: input.questionKey },
      },
    );
    return ok(null);
  });
}

async function forgetUnconfirmed(tx: Transaction, now: Date): Promise<void> {
  await tx
    .update(disputes)
    .set({ name: '', email: '', organisation: '', reason: '', evidence: '' })
    .where(and(eq(disputes.state, 'unconfirmed'), lt(disputes.expiresAt, now), ne(disputes.email, '')));
}

/** What a mail's link leads to. Reading changes nothing. @returns undefined for every link that does not work */
export async function findUnconfirmedDispute(db: Db, now: Date, tokenHash: string) {
  const [row] = await db
    .select({ productName: products.name, reason: disputes.reason })
    .from(disputes)
    .innerJoin(products, eq(products.id, disputes.productId))
    .where(isUnconfirmed(now, tokenHash));
  return row;
}

/** Confirms, once, that the mail is the sender's own. From then on the coordinator reads it. */
export function confirmDispute(db: Db, now: Date, tokenHash: string): Promise<Result<null, 'link-not-valid'>> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(disputes).where(isUnconfirmed(now, tokenHash)).for('update');
    if (!row) return refuse('link-not-valid');
    await tx
      .update(disputes)
      .set({ state: 'received', confirmedAt: now, version: row.version + 1 })
      .where(eq(disputes.id, row.id));
    await queueNotice(tx, now, {
      about: 'dispute-arrived',
      to: { coordinators: true },
      params: { product: await productName(tx, row.productId) },
      link: { page: 'admin-disputes' },
    });
    await appendLog(tx, { actor: null, now }, entryOf('confirm', row, 'received'));
    return ok(null);
  });
}

function isUnconfirmed(now: Date, tokenHash: string) {
  return and(eq(disputes.tokenHash, tokenHash), eq(disputes.state, 'unconfirmed'), gt(disputes.expiresAt, now));
}

/** What comes with a step. */
export interface StepInput {
  disputeId: string;
  /** The version that the person saw. */
  expectedVersion: number;
  step: Exclude<DisputeStep, 'confirm' | 'lapse'>;
  /** accept: the statement as everybody will read it; reply: the supplier's words; approve-reply: the reply as
   * everybody will read it; decline, return-reply: why; resolve: what came of it; contest: the
   * supplier's words to the municipality; stand-by: the municipality's final statement; retract: why. */
  text: string;
  /** accept: who states it, an organisation and never a person. */
  statedBy?: string;
}

export type StepRefusal =
  | DisputeRefusal
  | 'not-found'
  | 'dispute-has-moved'
  | 'dispute-text-needed'
  | 'dispute-not-public';

/** Takes one step in a dispute, in one transaction; what the public sees of it changes with it. */
export function stepDispute(db: Db, acting: Acting, input: StepInput): Promise<Result<DisputeState, StepRefusal>> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    const found = isUuid(input.disputeId) ? await lockDispute(tx, input.disputeId) : undefined;
    if (!found || !mayKnow(actor, found)) return refuse('not-found');
    const { dispute, product } = found;
    if (dispute.version !== input.expectedVersion) return refuse('dispute-has-moved');
    const facts = factsOf(found, now);
    const next = takeStep(facts, input.step, actor, canSubmit(actor, product.id));
    if (!next.ok) return next;
    const text = input.text.trim();
    const statedBy = input.statedBy?.trim() ?? '';
    const isStated = input.step !== 'accept' || isLine(statedBy, disputeLimits.organisation);
    if (!isText(text, disputeLimits.text) || !isStated) return refuse('dispute-text-needed');
    if (input.step === 'accept' && !(await isStillPublic(tx, dispute))) return refuse('dispute-not-public');
    await tx
      .update(disputes)
      .set({ ...changeOf(input.step, acting, text, statedBy), state: next.value, version: dispute.version + 1 })
      .where(eq(disputes.id, dispute.id));
    if (!isUnseen(input.step)) {
      await publishDispute(tx, dispute.id, now);
    }
    await tellOfStep(tx, acting, found, input.step, text);
    await appendLog(tx, acting, entryOf(input.step, dispute, next.value));
    return ok(next.value);
  });
}

/** Steps of which the public sees nothing. */
function isUnseen(step: StepInput['step']): boolean {
  return ['reply', 'decline', 'return-reply', 'contest', 'retract'].includes(step);
}

function factsOf({ dispute, product }: FoundDispute, now: Date) {
  const { state, municipalityCode, replyDueAt } = dispute;
  return { state, municipalityCode, replyDueAt, supplierId: product.supplierId, now };
}

function changeOf(step: StepInput['step'], { actor, now }: Acting, text: string, statedBy: string): Partial<Dispute> {
  switch (step) {
    case 'accept':
      return { statement: text, statedBy, acceptedAt: now, replyDueAt: new Date(now.getTime() + replyDays * day) };
    case 'decline':
      return { outcome: text, endedAt: now };
    case 'reply':
      return { reply: text, repliedBy: actor.personId, repliedAt: now };
    case 'approve-reply':
      return { approvedReply: text };
    case 'return-reply':
      return { replyDueAt: new Date(now.getTime() + replyDays * day) };
    case 'resolve':
    case 'retract':
      return { outcome: text, endedAt: now };
    case 'contest':
      return { reply: text, repliedBy: actor.personId, repliedAt: now, replyDueAt: dueAfter(now, contradictionDays) };
    case 'stand-by':
      return { statement: text, acceptedAt: now };
  }
}

interface FoundDispute {
  dispute: Dispute;
  product: typeof products.$inferSelect;
}

async function lockDispute(tx: Transaction, disputeId: string): Promise<FoundDispute | undefined> {
  const [dispute] = await tx.select().from(disputes).where(eq(disputes.id, disputeId)).for('update');
  if (!dispute) return undefined;
  const [product] = await tx.select().from(products).where(eq(products.id, dispute.productId));
  return product && { dispute, product };
}

/** The coordinator and the auditor know every confirmed one; a supplier those that were opened about its products. */
function mayKnow(actor: Actor, { dispute, product }: FoundDispute): boolean {
  if (dispute.state === 'unconfirmed') return false;
  if (actor.roles.includes('coordinator') || actor.roles.includes('auditor')) return true;
  if (mayAttest(actor)) return actor.municipalityCode === dispute.municipalityCode;
  return openedStates.some((state) => state === dispute.state) && canReadProduct(actor, product);
}

const openedStates = ['contradicted', 'contested', 'settled', 'open', 'replied', 'answered', 'resolved'] as const;

async function isStillPublic(tx: Transaction, { productId, questionKey }: Dispute): Promise<boolean> {
  const [product] = await tx
    .select({ slug: publicProducts.slug })
    .from(publicProducts)
    .where(eq(publicProducts.productId, productId));
  return product !== undefined && (await findDisputedAnswer(tx, product.slug, questionKey)) !== undefined;
}

async function tellOfStep(
  tx: Transaction,
  { now }: Acting,
  { dispute, product }: FoundDispute,
  step: StepInput['step'],
  text: string,
): Promise<void> {
  const params = { product: product.name };
  const disputer = { address: dispute.email, language: dispute.language };
  const supplierSide = { stewardsOf: product.id, supplierId: product.supplierId };
  const shown = { page: 'product', slug: product.slug } as const;
  switch (step) {
    case 'accept': {
      const date = copenhagenDay(new Date(now.getTime() + replyDays * day));
      await queueNotice(tx, now, {
        about: 'dispute-opened',
        to: supplierSide,
        params: { ...params, date },
        link: { page: 'disputes' },
      });
      return queueNotice(tx, now, { about: 'dispute-accepted', to: disputer, params, link: shown });
    }
    case 'decline':
      return queueNotice(tx, now, {
        about: 'dispute-declined',
        to: disputer,
        params: { ...params, note: text },
        link: shown,
      });
    case 'reply':
      return queueNotice(tx, now, {
        about: 'dispute-replied',
        to: { coordinators: true },
        params,
        link: { page: 'admin-disputes' },
      });
    case 'return-reply':
      return queueNotice(tx, now, {
        about: 'dispute-reply-returned',
        to: supplierSide,
        params: { ...params, note: text },
        link: { page: 'disputes' },
      });
    case 'resolve':
      await queueNotice(tx, now, { about: 'dispute-resolved', to: supplierSide, params, link: shown });
      return queueNotice(tx, now, { about: 'dispute-resolved', to: disputer, params, link: shown });
    case 'approve-reply':
      return;
    case 'contest':
      return queueNotice(tx, now, {
        about: 'contradiction-contested',
        to: disputer,
        params: { ...params, date: copenhagenDay(dueAfter(now, contradictionDays)) },
        link: { page: 'contradictions' },
      });
    case 'retract':
      return queueNotice(tx, now, {
        about: 'contradiction-settled',
        to: supplierSide,
        params,
        link: { page: 'disputes' },
      });
    case 'stand-by':
      await queueNotice(tx, now, { about: 'contradiction-public', to: supplierSide, params, link: shown });
      return queueNotice(tx, now, {
        about: 'dispute-replied',
        to: { coordinators: true },
        params,
        link: { page: 'admin-disputes' },
      });
  }
}

/** A dispute with what a page needs beside it. */
export interface ListedDispute {
  dispute: Dispute;
  productName: string;
  productSlug: string;
  supplierName: string;
  /** As it is public now; null: it is no longer. */
  answer: PublicAnswer | null;
  steps: DisputeStep[];
}

/** Disputes that an actor may know, newest first: the coordinator's own work, or a supplier's. */
export async function listDisputesFor(db: Db, { actor, now }: Acting): Promise<ListedDispute[]> {
  const rows = await db
    .select({ dispute: disputes, product: products, supplierName: suppliers.name })
    .from(disputes)
    .innerJoin(products, eq(products.id, disputes.productId))
    .innerJoin(suppliers, eq(suppliers.id, products.supplierId))
    .where(and(ne(disputes.state, 'unconfirmed'), limitTo(actor)))
    .orderBy(asc(inArray(disputes.state, ['resolved', 'declined', 'settled'])), desc(disputes.createdAt))
    .limit(200);
  const listed: ListedDispute[] = [];
  for (const { dispute, product, supplierName } of rows.filter((row) => mayKnow(actor, row))) {
    const about = await findDisputedAnswer(db, product.slug, dispute.questionKey);
    const facts = factsOf({ dispute, product }, now);
    listed.push({
      dispute,
      productName: product.name,
      productSlug: product.slug,
      supplierName,
      answer: about?.answer ?? null,
      steps: listSteps(facts, actor, canSubmit(actor, product.id)),
    });
  }
  return listed;
}

function limitTo(actor: Actor) {
  if (actor.roles.includes('coordinator') || actor.roles.includes('auditor')) return undefined;
  if (mayAttest(actor)) return eq(disputes.municipalityCode, actor.municipalityCode);
  return actor.supplierId === null ? sql`false` : eq(products.supplierId, actor.supplierId);
}

async function productName(tx: Transaction, productId: string): Promise<string> {
  const [product] = await tx.select({ name: products.name }).from(products).where(eq(products.id, productId));
  return product?.name ?? '';
}

function entryOf(step: DisputeStep, { id, productId, state }: Dispute, to: DisputeState) {
  return {
    action: `dispute.${step}`,
    subject: { type: 'product', id: productId },
    details: { disputeId: id, from: state, to },
  };
}
