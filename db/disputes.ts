import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Acting, Actor } from '~/workflows/actor';
import { mayAttest } from '~/workflows/attestation';
import {
  contradictionDays,
  type DisputeRefusal,
  type DisputeState,
  type DisputeStep,
  disputeLimits,
  listSteps,
  replyDays,
  takeStep,
} from '~/workflows/dispute';
import { isLine } from '~/workflows/email-address';
import { type NoteProblem, noteProblem } from '~/workflows/note';
import type { PublicAnswer } from '~/workflows/publication';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canReadProduct, canSubmit } from '~/workflows/supplier-rights';
import { dueAfter } from '~/workflows/working-days';
import type { Db, Transaction } from './client';
import { isUuid } from './declarations';
import { tellOfStep } from './dispute-notices';
import { appendLog } from './log';
import { publishDispute } from './publication/public-disputes';
import { disputes, products, publicProducts, publicSupport, suppliers } from './schema';

export type Dispute = typeof disputes.$inferSelect;

const day = 24 * 60 * 60_000;

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
  | 'note-needed'
  | NoteProblem
  | 'dispute-sender-needed'
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
    if (text === '') return refuse('note-needed');
    const problem = noteProblem(text, disputeLimits.text);
    if (problem) return { ok: false, refusal: problem };
    if (input.step === 'accept' && !isLine(statedBy, disputeLimits.organisation))
      return refuse('dispute-sender-needed');
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

export interface FoundDispute {
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

export function entryOf(step: DisputeStep, { id, productId, state }: Dispute, to: DisputeState) {
  return {
    action: `dispute.${step}`,
    subject: { type: 'product', id: productId },
    details: { disputeId: id, from: state, to },
  };
}
