import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, isNull, max, min } from 'drizzle-orm';
import { copenhagenDay } from '~/workflows/day';
import type { PublicationDocument } from '~/workflows/publication';
import { publishedRowsOf } from '~/workflows/published-rows';
import { addDays } from '~/workflows/working-days';
import type { Db, Transaction } from './client';
import { getPortalSettings } from './portal-settings';
import { composePublication } from './publication/compose';
import { addToLedger } from './publication/ledger';
import { keepPast } from './publication/past';
import { rebuildPublicAttestations } from './publication/public-attestations';
import { rebuildPublicDisputes } from './publication/public-disputes';
import { rebuildPublicLetters } from './publication/public-letters';
import { loadPublishedCatalogue } from './publication/published-catalogue';
import { lockReadModel } from './publication/read-model';
import { writeRedirects } from './publication/redirects';
import { writeSplits } from './publication/splits';
import { underPresentSupplier, writeSupplierChanges } from './publication/supplier-changes';
import {
  cases,
  decisions,
  declarations,
  products,
  productTransfers,
  publications,
  publicProducts,
  publicSuppliers,
  publicSupport,
  registryChanges,
  suppliers,
} from './schema';

/** Why a publication is no longer the public's present view of a product. */
export type EndReason = NonNullable<(typeof publications.$inferSelect)['endedBecause']>;

/**
 * Makes what a decision approved public, in the decision's own transaction: numbers a publication, ends the product's
 * earlier one, and writes the read model's rows.
 * @param now the moment of the decision
 * @throws if the decision approves nothing, or is published already (a unique index)
 */
export async function publishDecision(
  tx: Transaction,
  { decisionId, now }: { decisionId: string; now: Date },
): Promise<{ publicationId: string; number: number }> {
  await lockReadModel(tx);
  const { productId, compose, productSlug } = await composePublication(tx, decisionId);
  const [last] = await tx
    .select({ number: max(publications.number) })
    .from(publications)
    .where(eq(publications.productSlug, productSlug));
  const number = (last?.number ?? 0) + 1;
  const document = compose(number);
  const superseded = await tx
    .update(publications)
    .set({ endedAt: now, endedBecause: 'superseded' })
    .where(and(eq(publications.productSlug, productSlug), isNull(publications.endedAt)))
    .returning({ document: publications.document });
  for (const earlier of superseded) await addToLedger(tx, { event: 'superseded', document: earlier.document, at: now });
  const publicationId = randomUUID();
  await tx
    .insert(publications)
    .values({ id: publicationId, decisionId, productSlug, number, document, publishedAt: now });
  await addToLedger(tx, { event: 'published', document, at: now });
  await project(tx, { productId, document, publishedAt: now });
  await writeSplits(tx);
  await keepPast(tx, { productId, now });
  return { publicationId, number };
}

/**
 * Takes a declaration's present publication out of every public view; the publication itself stays as a tombstone, and
 * one that expired can be read for as many days as the coordinator has set. One that was suspended already tells from
 * now on the reason that cannot be taken back, and one that had expired that it was taken away.
 * Does nothing where there is none.
 */
export async function endPublication(
  tx: Transaction,
  { declarationId, because, now }: { declarationId: string; because: EndReason; now: Date },
): Promise<void> {
  await lockReadModel(tx);
  const [latest] = await listPublications(tx, declarationId);
  if (!latest || !canEnd(latest, because)) return;
  await tx
    .update(publications)
    .set({
      endedAt: latest.endedAt ?? now,
      endedBecause: because,
      ...(because === 'expired' ? { readableUntil: await lastReadableDay(tx, now) } : {}),
    })
    .where(eq(publications.id, latest.id));
  await addToLedger(tx, { event: because, document: latest.document, at: now });
  await unproject(tx, latest.productId);
  await keepPast(tx, { productId: latest.productId, now });
}

function canEnd({ endedBecause }: { endedBecause: EndReason | null }, because: EndReason): boolean {
  const isTakenAway = because === 'revoked' || because === 'withdrawn';
  return endedBecause === null || endedBecause === 'suspended' || (endedBecause === 'expired' && isTakenAway);
}

/** @returns yyyy-mm-dd, or null where what expires is hidden at once */
async function lastReadableDay(tx: Transaction, expiredAt: Date): Promise<string | null> {
  const { expiredDays } = await getPortalSettings(tx);
  return expiredDays === 0 ? null : addDays(copenhagenDay(expiredAt), expiredDays);
}

/**
 * Makes a suspended publication public again, unchanged and under its own number.
 * Does nothing where the declaration's latest publication was not suspended.
 */
export async function resumePublication(
  tx: Transaction,
  { declarationId, now }: { declarationId: string; now: Date },
): Promise<void> {
  await lockReadModel(tx);
  const [latest] = await listPublications(tx, declarationId);
  if (latest?.endedBecause !== 'suspended') return;
  await tx.update(publications).set({ endedAt: null, endedBecause: null }).where(eq(publications.id, latest.id));
  await addToLedger(tx, { event: 'resumed', document: latest.document, at: now });
  await project(tx, latest);
  await keepPast(tx, { productId: latest.productId, now });
}

/**
 * After a product went to another supplier: its page and its row are the new supplier's, with the earlier one told of.
 * Publications keep their numbers and what they say. Does nothing where nothing of the product was ever public.
 */
export async function movePublication(
  tx: Transaction,
  { transferId, now }: { transferId: string; now: Date },
): Promise<void> {
  const [moved] = await tx
    .select({ productId: products.id, slug: products.slug })
    .from(productTransfers)
    .innerJoin(products, eq(products.id, productTransfers.productId))
    .where(eq(productTransfers.id, transferId));
  if (!moved || (await tx.$count(publications, eq(publications.productSlug, moved.slug))) === 0) return;
  await lockReadModel(tx);
  await writeSupplierChanges(tx, moved.productId);
  const [present] = await tx
    .select({ document: publications.document, publishedAt: publications.publishedAt })
    .from(publications)
    .where(and(eq(publications.productSlug, moved.slug), isNull(publications.endedAt)));
  if (present) await project(tx, { productId: moved.productId, ...present });
  await keepPast(tx, { productId: moved.productId, now });
}

/** The same for products that went to another supplier, or came back, without an offer of theirs. */
export async function moveToPresentSupplier(tx: Transaction, productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return;
  await lockReadModel(tx);
  await writeSupplierChanges(tx, null);
  const present = await tx
    .select({ productId: products.id, document: publications.document, publishedAt: publications.publishedAt })
    .from(publications)
    .innerJoin(products, eq(products.slug, publications.productSlug))
    .where(and(inArray(products.id, [...productIds]), isNull(publications.endedAt)))
    .orderBy(asc(products.slug));
  for (const each of present) await project(tx, each);
}

/**
 * A merge was undone: the publication that it ended stands again, unless its case came to an end meanwhile. Then that is
 * how it ended. Does nothing where it had ended before the merge.
 */
export async function separatePublication(
  tx: Transaction,
  { declarationId, now }: { declarationId: string; now: Date },
): Promise<void> {
  await lockReadModel(tx);
  const [latest] = await listPublications(tx, declarationId);
  if (latest?.endedBecause !== 'merged') return;
  const because = endingStates.find((ending) => ending === latest.state);
  const readableUntil = because === 'expired' ? await lastReadableDay(tx, latest.stateSince) : null;
  const ended = because ? { endedBecause: because, readableUntil } : { endedAt: null, endedBecause: null };
  await tx.update(publications).set(ended).where(eq(publications.id, latest.id));
  await addToLedger(tx, { event: because ?? 'resumed', document: latest.document, at: now });
  if (!because) await project(tx, latest);
}

/**
 * Makes every row of the read model anew from the decisions. A publication's number, days and end are kept as they
 * were recorded; one that is missing is recorded again from its decision and case. Also after the catalogue changed:
 * search finds products by the names of interfaces. What the past was stays as it was; what is another than before, is
 * so from now on.
 * @returns how many products are public
 */
export async function rebuildPublished(db: Db, now = new Date()): Promise<{ products: number }> {
  return db.transaction(async (tx) => {
    await lockReadModel(tx);
    await tx.delete(publicSupport);
    await tx.delete(publicProducts);
    await tx.delete(publicSuppliers);
    const decided = await tx
      .select({ decisionId: decisions.id, decidedAt: decisions.decidedAt, publication: publications })
      .from(decisions)
      .leftJoin(publications, eq(publications.decisionId, decisions.id))
      .where(inArray(decisions.outcome, ['approved', 'partially-approved']))
      .orderBy(asc(decisions.decidedAt), asc(decisions.id));
    for (const { decisionId, decidedAt, publication } of decided) {
      if (publication) await rebuildPublication(tx, publication);
      else await publishDecision(tx, { decisionId, now: decidedAt });
    }
    await endWhereCaseEnded(tx);
    await endWhereMerged(tx);
    await writeSupplierChanges(tx, null);
    await rebuildPublicDisputes(tx);
    await rebuildPublicLetters(tx);
    await rebuildPublicAttestations(tx);
    await writeRedirects(tx);
    await writeSplits(tx);
    await keepPast(tx, { productId: null, now });
    return { products: await tx.$count(publicProducts) };
  });
}

async function rebuildPublication(tx: Transaction, kept: typeof publications.$inferSelect): Promise<void> {
  const { productId, compose } = await composePublication(tx, kept.decisionId);
  const document = compose(kept.number);
  await tx.update(publications).set({ document }).where(eq(publications.id, kept.id));
  if (kept.endedAt === null) await project(tx, { productId, document, publishedAt: kept.publishedAt });
}

const endingStates = ['suspended', 'revoked', 'expired', 'withdrawn'] as const satisfies readonly EndReason[];

/** For publications that had to be recorded again: what the case says of their end. */
async function endWhereCaseEnded(tx: Transaction): Promise<void> {
  const ended = await tx
    .select({ declarationId: cases.declarationId, state: cases.state, now: cases.stateSince })
    .from(publications)
    .innerJoin(decisions, eq(decisions.id, publications.decisionId))
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .where(and(isNull(publications.endedAt), inArray(cases.state, endingStates)));
  for (const { declarationId, state, now } of ended) {
    const because = endingStates.find((ending) => ending === state);
    if (because) await endPublication(tx, { declarationId, because, now });
  }
}

/** The same for products that have gone up in another. */
async function endWhereMerged(tx: Transaction): Promise<void> {
  const ended = await tx
    .select({ declarationId: declarations.id, now: registryChanges.doneAt })
    .from(registryChanges)
    .innerJoin(declarations, eq(declarations.productId, registryChanges.fromId))
    .where(and(eq(registryChanges.kind, 'product-merge'), isNull(registryChanges.undoneAt)));
  for (const { declarationId, now } of ended) await endPublication(tx, { declarationId, because: 'merged', now });
}

/** A declaration's publications, latest first. */
function listPublications(tx: Transaction, declarationId: string) {
  return tx
    .select({
      id: publications.id,
      productId: cases.productId,
      state: cases.state,
      stateSince: cases.stateSince,
      document: publications.document,
      publishedAt: publications.publishedAt,
      endedAt: publications.endedAt,
      endedBecause: publications.endedBecause,
    })
    .from(publications)
    .innerJoin(decisions, eq(decisions.id, publications.decisionId))
    .innerJoin(cases, eq(cases.id, decisions.caseId))
    .where(eq(cases.declarationId, declarationId))
    .orderBy(desc(publications.number));
}

interface Projected {
  productId: string;
  document: PublicationDocument;
  publishedAt: Date;
}

/** Writes the read model's rows of a product, in place of those it had. */
async function project(tx: Transaction, { productId, document: cited, publishedAt }: Projected): Promise<void> {
  await unproject(tx, productId);
  const document = await underPresentSupplier(tx, productId, cited);
  const { product, support } = publishedRowsOf(document, await loadPublishedCatalogue(tx));
  const [first] = await tx
    .select({ publishedAt: min(publications.publishedAt) })
    .from(publications)
    .where(eq(publications.productSlug, product.slug));
  await tx
    .insert(publicProducts)
    .values({ ...product, productId, publishedAt, firstPublishedAt: first?.publishedAt ?? publishedAt });
  if (support.length > 0) await tx.insert(publicSupport).values(support.map((row) => ({ ...row, productId })));
  await projectSupplier(tx, document);
}

/** The latest publication tells the supplier's name; where it is reached on the web is the company's own statement. */
async function projectSupplier(tx: Transaction, { supplier, product }: PublicationDocument): Promise<void> {
  const [known] = await tx
    .select({ website: suppliers.website })
    .from(suppliers)
    .where(eq(suppliers.slug, supplier.slug));
  const row = { ...supplier, website: known?.website ?? null, isDemo: product.isDemo };
  await tx.insert(publicSuppliers).values(row).onConflictDoUpdate({ target: publicSuppliers.slug, set: row });
}

async function unproject(tx: Transaction, productId: string): Promise<void> {
  await tx.delete(publicSupport).where(eq(publicSupport.productId, productId));
  const [gone] = await tx
    .delete(publicProducts)
    .where(eq(publicProducts.productId, productId))
    .returning({ supplierSlug: publicProducts.supplierSlug });
  if (!gone) return;
  const isPublished = await tx.$count(publicProducts, eq(publicProducts.supplierSlug, gone.supplierSlug));
  if (isPublished === 0) await tx.delete(publicSuppliers).where(eq(publicSuppliers.slug, gone.supplierSlug));
}

/** The address of a product's public page, where it has one. For the supplier's and reviewers' own pages. */
export async function findPublicSlug(db: Db, productId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ slug: publicProducts.slug })
    .from(publicProducts)
    .where(eq(publicProducts.productId, productId));
  return row?.slug;
}

/** Those of these products that the public can read now. */
export async function listPublicProductIds(db: Db, productIds: readonly string[]): Promise<Set<string>> {
  if (productIds.length === 0) return new Set();
  const rows = await db
    .select({ id: publicProducts.productId })
    .from(publicProducts)
    .where(inArray(publicProducts.productId, [...productIds]));
  return new Set(rows.map(({ id }) => id));
}
