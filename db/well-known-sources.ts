import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import type { Acting, Actor } from '~/workflows/actor';
import { fitsDeclaration, proposedAnswersOf } from '~/workflows/interchange/proposed-answers';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canEditAnswers, canReadProduct } from '~/workflows/supplier-rights';
import { type PullOutcome, pullEvery, readWellKnown, wellKnownUrl } from '~/workflows/well-known';
import type { Db, Transaction } from './client';
import { findDeclarationOfProduct, isUuid, loadDeclaration } from './declarations';
import { appendLog } from './log';
import { proposeAnswers } from './proposals';
import { memberships, people, products, wellKnownSources } from './schema';
import { readRestrictions } from './sessions';

export interface WellKnownSource {
  url: string;
  /** Whether the portal pulls by itself. */
  isScheduled: boolean;
  lastPulledAt: Date | null;
  lastOutcome: PullOutcome | null;
  lastProposed: number | null;
}

/** @returns undefined when no address is chosen. Nothing is authorized here. */
export async function findWellKnownSource(db: Db, productId: string): Promise<WellKnownSource | undefined> {
  const [row] = await db.select().from(wellKnownSources).where(eq(wellKnownSources.productId, productId));
  if (!row) return undefined;
  const { url, nextPullAt, lastPulledAt, lastOutcome, lastProposed } = row;
  return { url, isScheduled: nextPullAt !== null, lastPulledAt, lastOutcome, lastProposed };
}

/**
 * Chooses where a product's declaration is pulled from, and whether the portal does so by itself.
 * @param input.address as a person typed it: a site, or the whole address of the file
 */
export function setWellKnownSource(
  db: Db,
  acting: Acting,
  input: { productId: string; address: string; isScheduled: boolean },
): Promise<Result<null, 'not-found' | 'role-required' | 'site-address-wrong'>> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    const allowed = await lockOwnProduct(tx, actor, input.productId);
    if (!allowed.ok) return allowed;
    const url = wellKnownUrl(input.address);
    if (url === null) return refuse('site-address-wrong');
    const chosen = { url, nextPullAt: input.isScheduled ? now : null, setBy: actor.personId, setAt: now };
    const fresh = { lastPulledAt: null, lastOutcome: null, lastProposed: null };
    const [before] = await tx.select().from(wellKnownSources).where(eq(wellKnownSources.productId, input.productId));
    await tx
      .insert(wellKnownSources)
      .values({ productId: input.productId, ...chosen })
      .onConflictDoUpdate({
        target: wellKnownSources.productId,
        set: before?.url === url ? chosen : { ...chosen, ...fresh },
      });
    await appendLog(tx, acting, {
      action: 'well-known.set',
      subject: { type: 'product', id: input.productId },
      details: { url, isScheduled: input.isScheduled },
    });
    return ok(null);
  });
}

/** Nothing is pulled for the product any more. */
export function removeWellKnownSource(
  db: Db,
  acting: Acting,
  { productId }: { productId: string },
): Promise<Result<null, 'not-found' | 'role-required'>> {
  return db.transaction(async (tx) => {
    const allowed = await lockOwnProduct(tx, acting.actor, productId);
    if (!allowed.ok) return allowed;
    const removed = await tx
      .delete(wellKnownSources)
      .where(eq(wellKnownSources.productId, productId))
      .returning({ url: wellKnownSources.url });
    if (removed.length === 0) return ok(null);
    await appendLog(tx, acting, {
      action: 'well-known.remove',
      subject: { type: 'product', id: productId },
      details: { url: removed[0]?.url },
    });
    return ok(null);
  });
}

async function lockOwnProduct(
  tx: Transaction,
  actor: Actor,
  productId: string,
): Promise<Result<null, 'not-found' | 'role-required'>> {
  if (!isUuid(productId)) return refuse('not-found');
  const [product] = await tx.select().from(products).where(eq(products.id, productId)).for('no key update');
  if (!product || product.supplierId !== actor.supplierId || !canReadProduct(actor, product))
    return refuse('not-found');
  return canEditAnswers(actor, productId) ? ok(null) : refuse('role-required');
}

/** What came of fetching the file; the text is not yet read. */
export type Fetched = { ok: true; text: string } | { ok: false; failure: PullOutcome };

export interface Pulled {
  outcome: PullOutcome;
  proposed: number;
}

/**
 * Makes proposals of a file that was just fetched from the product's address, and keeps what came of it.
 * @param fetched.url the address that it was fetched from; when another is chosen meanwhile nothing is done
 */
export function takeWellKnown(
  db: Db,
  acting: Acting,
  { productId, url, fetched }: { productId: string; url: string; fetched: Fetched },
): Promise<Result<Pulled, 'not-found' | 'role-required'>> {
  return db.transaction(async (tx) => {
    const allowed = await lockOwnProduct(tx, acting.actor, productId);
    if (!allowed.ok) return allowed;
    const [source] = await tx
      .select({ url: wellKnownSources.url })
      .from(wellKnownSources)
      .where(eq(wellKnownSources.productId, productId));
    if (source?.url !== url) return refuse('not-found');
    const pulled = fetched.ok
      ? await propose(tx, acting, { productId, url, text: fetched.text })
      : { outcome: fetched.failure, proposed: 0 };
    await keepOutcome(tx, productId, acting.now, pulled);
    return ok(pulled);
  });
}

async function propose(
  tx: Transaction,
  acting: Acting,
  { productId, url, text }: { productId: string; url: string; text: string },
): Promise<Pulled> {
  const nothing = (outcome: PullOutcome): Pulled => ({ outcome, proposed: 0 });
  const read = readWellKnown(text, productId);
  if (!read.ok) return nothing(read.failure);
  const declarationId = await findDeclarationOfProduct(tx, productId);
  if (declarationId === undefined) return nothing('no-declaration');
  const { questionnaire } = await loadDeclaration(tx, declarationId);
  const fit = fitsDeclaration(read.declaration, { productId, questionnaire });
  if (fit !== 'fits') return nothing(fit);
  const made = await proposeAnswers(tx, acting, {
    declarationId,
    origin: 'well-known',
    originDetails: { url },
    proposals: proposedAnswersOf(read.declaration),
    allOrNothing: true,
    leaveOut: 'waiting-or-declined',
  });
  if (!made.ok) return nothing('role-required');
  if (made.value.problems.length > 0) return nothing('answers-wrong');
  const { proposed } = made.value;
  return { outcome: proposed > 0 ? 'proposed' : 'nothing-new', proposed };
}

function keepOutcome(tx: Db, productId: string, now: Date, { outcome, proposed }: Pulled) {
  return tx
    .update(wellKnownSources)
    .set({ lastPulledAt: now, lastOutcome: outcome, lastProposed: proposed })
    .where(eq(wellKnownSources.productId, productId));
}

/** A pull that is due, claimed: no other process gets it. */
export interface DuePull {
  productId: string;
  url: string;
  /** Whoever chose the address, with the roles they have now; null when they have none with the supplier any more. */
  actor: Actor | null;
}

/** Claims the pull that is due first; the next one is a day later whatever comes of this. */
export function claimDuePull(db: Db, now: Date): Promise<DuePull | undefined> {
  return db.transaction(async (tx) => {
    const [due] = await tx
      .select({ source: wellKnownSources, supplierId: products.supplierId })
      .from(wellKnownSources)
      .innerJoin(products, eq(products.id, wellKnownSources.productId))
      .where(and(lte(wellKnownSources.nextPullAt, now), isNull(products.endedAt)))
      .orderBy(asc(wellKnownSources.nextPullAt))
      .limit(1)
      .for('update', { of: wellKnownSources, skipLocked: true });
    if (!due) return undefined;
    const { productId, url, setBy } = due.source;
    const nextPullAt = new Date(now.getTime() + pullEvery);
    await tx.update(wellKnownSources).set({ nextPullAt }).where(eq(wellKnownSources.productId, productId));
    return { productId, url, actor: await findColleague(tx, setBy, due.supplierId) };
  });
}

/** Ends the pulls of somebody who has left: a colleague has to choose the address anew. */
export async function endOrphanedPull(db: Db, now: Date, productId: string): Promise<void> {
  await db
    .update(wellKnownSources)
    .set({ nextPullAt: null, lastPulledAt: now, lastOutcome: 'role-required', lastProposed: 0 })
    .where(eq(wellKnownSources.productId, productId));
}

/** A person with the roles that they have now in one supplier; null when they have none. */
async function findColleague(db: Db, personId: string, supplierId: string): Promise<Actor | null> {
  const rows = await db
    .select({
      membershipId: memberships.id,
      role: memberships.role,
      name: people.name,
      isChosen: memberships.onlyChosenProducts,
    })
    .from(memberships)
    .innerJoin(people, and(eq(people.id, memberships.personId), isNull(people.endedAt)))
    .where(
      and(eq(memberships.personId, personId), eq(memberships.supplierId, supplierId), isNull(memberships.endedAt)),
    );
  const [first] = rows;
  if (!first) return null;
  const roles = rows.map(({ role }) => role);
  const actor = { personId, name: first.name, roles, supplierId, municipalityCode: null };
  const restricted = rows.filter(({ isChosen }) => isChosen);
  return restricted.length === 0 ? actor : { ...actor, restrictedTo: await readRestrictions(db, restricted) };
}
