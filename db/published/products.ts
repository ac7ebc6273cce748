import { and, asc, desc, eq, gt, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { groupBy } from '~/workflows/group-by';
import type { ProductFilters, ProductSort } from '~/workflows/product-query';
import type { PublicAnswer, PublicationDocument } from '~/workflows/publication';
import type { Db } from '../client';
import {
  publicAttestations,
  publications,
  publicDisputes,
  publicProducts,
  publicRedirects,
  publicSplits,
  publicSupplierChanges,
} from '../schema';
import { listNamedAttestations, type NamedAttestation } from './attestations';
import { listPublicDisputes, listSupplierChanges, type PublicDispute, type SupplierChange } from './disputes';
import { jsonRows } from './json-rows';
import { isSignedColumn } from './ledger';
import { productCondition, productOrders, selectionOf } from './product-filters';
import { listSupport, type SupportDetail, type SupportView, supportDetails, supportView } from './support';

/** Products on a page of the public list and of the API. */
export const pageSize = 50;

const columns = {
  productId: publicProducts.productId,
  slug: publicProducts.slug,
  name: publicProducts.name,
  description: publicProducts.description,
  type: publicProducts.type,
  kle: publicProducts.kle,
  kitosUuid: publicProducts.kitosUuid,
  supplierSlug: publicProducts.supplierSlug,
  supplierName: publicProducts.supplierName,
  supplierCvr: publicProducts.supplierCvr,
  isDemo: publicProducts.isDemo,
  outcome: publicProducts.outcome,
  decidedBy: publicProducts.decidedBy,
  publicationNumber: publicProducts.publicationNumber,
  firstPublishedAt: publicProducts.firstPublishedAt,
  publishedAt: publicProducts.publishedAt,
};

type ProductRow = Pick<typeof publicProducts.$inferSelect, keyof typeof columns>;

/** A published product as lists show it. */
export interface ProductView extends ProductRow {
  support: SupportView[];
}

/**
 * One page of the products that meet the filters.
 * @param page from 1 up, of `size` products
 * @param today yyyy-mm-dd in Copenhagen, for rungs
 */
export async function listPublishedProducts(
  db: Db,
  filters: ProductFilters,
  options: { sort?: ProductSort; page?: number; size?: number; today: string },
): Promise<{ products: ProductView[]; total: number }> {
  const { sort = 'name', page = 1, size = pageSize, today } = options;
  const condition = productCondition(db, await selectionOf(db, filters, today));
  const [total, rows] = await Promise.all([
    db.$count(publicProducts, condition),
    db
      .select(columns)
      .from(publicProducts)
      .where(condition)
      .orderBy(...productOrders[sort])
      .limit(size)
      .offset((page - 1) * size),
  ]);
  return { products: await withSupport(db, rows, today), total };
}

/**
 * Products by slug, which never changes: what is published, renamed or taken away meanwhile neither repeats nor hides another.
 * @param options.after the last product that was given
 * @param options.among slugs of the products among which to look; empty: all of them
 * @returns at most `pageSize` products, and whether there are more
 */
export async function listPublishedProductsAfter(
  db: Db,
  filters: ProductFilters,
  { after, today, among = [] }: { after?: string; today: string; among?: readonly string[] },
): Promise<{ products: ProductView[]; hasMore: boolean }> {
  const rows = await db
    .select(columns)
    .from(publicProducts)
    .where(
      and(
        productCondition(db, await selectionOf(db, filters, today)),
        after === undefined ? undefined : gt(publicProducts.slug, after),
        among.length === 0 ? undefined : inArray(publicProducts.slug, [...among]),
      ),
    )
    .orderBy(asc(publicProducts.slug))
    .limit(pageSize + 1);
  return { products: await withSupport(db, rows.slice(0, pageSize), today), hasMore: rows.length > pageSize };
}

/** These products, by name. */
export async function listProductsById(db: Db, productIds: readonly string[], today: string): Promise<ProductView[]> {
  if (productIds.length === 0) return [];
  return listWhere(db, inArray(publicProducts.productId, [...productIds]), today);
}

/** The products of a supplier, by name. */
export async function listProductsOfSupplier(db: Db, supplierSlug: string, today: string): Promise<ProductView[]> {
  return listWhere(db, eq(publicProducts.supplierSlug, supplierSlug), today);
}

/** The products whose present publication a municipality decided on, newest first. */
export async function listProductsDecidedBy(db: Db, code: string, today: string): Promise<ProductView[]> {
  return listWhere(db, eq(publicProducts.decidedBy, code), today, productOrders.newest);
}

async function listWhere(db: Db, condition: SQL, today: string, order = productOrders.name): Promise<ProductView[]> {
  const rows = await db
    .select(columns)
    .from(publicProducts)
    .where(condition)
    .orderBy(...order);
  return withSupport(db, rows, today);
}

async function withSupport(db: Db, rows: readonly ProductRow[], today: string): Promise<ProductView[]> {
  const ids = rows.map(({ productId }) => productId);
  const byProduct = groupBy(await listSupport(db, ids, today), ({ productId }) => productId);
  return rows.map((row) => ({ ...row, support: byProduct.get(row.productId) ?? [] }));
}

/** An earlier or the present publication, as the history of a product lists it. */
export type PublicationView = Pick<
  typeof publications.$inferSelect,
  'number' | 'publishedAt' | 'endedAt' | 'endedBecause' | 'readableUntil'
>;

export interface ProductDetail extends ProductRow {
  questionnaire: PublicationDocument['questionnaire'];
  sections: PublicationDocument['sections'];
  support: SupportDetail[];
  /** About answers that are public now, oldest first. */
  disputes: PublicDispute[];
  /** Where it came from, oldest first. */
  supplierChanges: SupplierChange[];
  /** Those that hold and name their municipality. */
  attestations: NamedAttestation[];
  /** Approved answers that are not about one interface, in the questionnaire's order. */
  answers: PublicAnswer[];
  /** Latest first. */
  history: PublicationView[];
  /** Whether other products went up in it. */
  hasMerged: boolean;
  /** Whether it has come out of another, or another out of it. */
  hasSplits: boolean;
  /** Whether its latest publication has its signature yet. */
  isSigned: boolean;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Built once for each database: putting the text together took a twentieth of a product's page. */
const productQueries = new WeakMap<Db, Record<'bySlug' | 'byEither', ReturnType<typeof makeProductQuery>>>();

const isSlug = eq(publicProducts.slug, sql.placeholder('id'));

function queriesOf(db: Db) {
  const known = productQueries.get(db) ?? {
    bySlug: makeProductQuery(db, isSlug),
    byEither: makeProductQuery(db, or(isSlug, eq(publicProducts.kitosUuid, sql.placeholder('id')))),
  };
  productQueries.set(db, known);
  return known;
}

function makeProductQuery(db: Db, condition: SQL | undefined) {
  return db
    .select({
      ...columns,
      answers: publicProducts.answers,
      // In one go: each look into a document unpacks all of it.
      frame: sql<Pick<PublicationDocument, 'questionnaire' | 'sections'>>`(
        select to_json(frame) from jsonb_to_record(${publications.document}) frame (questionnaire jsonb, sections jsonb)
      )`,
      support: supportDetails,
      history: historyRows,
      // Most products have none of these, and each would be a question of its own.
      hasDisputes: isThere(publicDisputes, eq(publicDisputes.productId, publicProducts.productId)),
      hasSupplierChanges: isThere(publicSupplierChanges, eq(publicSupplierChanges.productSlug, publicProducts.slug)),
      hasAttestations: isThere(publicAttestations, eq(publicAttestations.productId, publicProducts.productId)),
      hasMerged: isThere(
        publicRedirects,
        and(eq(publicRedirects.kind, 'product'), eq(publicRedirects.toSlug, publicProducts.slug)),
      ),
      hasSplits: isThere(
        publicSplits,
        or(eq(publicSplits.fromSlug, publicProducts.slug), eq(publicSplits.toSlug, publicProducts.slug)),
      ),
      isSigned: isSignedColumn(publicProducts.slug),
    })
    .from(publicProducts)
    .innerJoin(
      publications,
      and(eq(publications.productSlug, publicProducts.slug), eq(publications.number, publicProducts.publicationNumber)),
    )
    .where(condition)
    .orderBy(asc(publicProducts.slug))
    .limit(1)
    .prepare('published_product');
}

/** @param id the product's slug, or its uuid in KITOS */
export async function findPublishedProduct(db: Db, id: string, today: string): Promise<ProductDetail | undefined> {
  const { bySlug, byEither } = queriesOf(db);
  // A condition on both would go through all products, which no index has by their uuid.
  const [row] = await (uuid.test(id) ? byEither : bySlug).execute({ id });
  if (!row) return undefined;
  const { hasDisputes, hasSupplierChanges, hasAttestations, frame, ...product } = row;
  const { questionnaire, sections } = frame;
  const support = row.support.map((each) => supportView(each, today));
  const history = row.history.map(historyView);
  const [supplierChanges, attestations] = await Promise.all([
    hasSupplierChanges ? listSupplierChanges(db, row.slug) : [],
    hasAttestations ? listNamedAttestations(db, row.productId, today) : [],
  ]);
  const keys = new Set([...row.answers, ...support.flatMap(({ answers }) => answers)].map(({ key }) => key));
  const disputes = hasDisputes ? await listPublicDisputes(db, row.productId, keys) : [];
  return { ...product, questionnaire, sections, support, history, disputes, supplierChanges, attestations };
}

function isThere(table: PgTable, condition: SQL | undefined): SQL<boolean> {
  return sql<boolean>`exists (select from ${table} where ${condition})`;
}

const { number, publishedAt, endedAt, endedBecause, readableUntil, productSlug } = publications;
const historyColumns = { number, publishedAt, endedAt, endedBecause, readableUntil };

type HistoryRow = Pick<PublicationView, 'number' | 'endedBecause' | 'readableUntil'> & {
  publishedAt: string;
  endedAt: string | null;
};

/** The publications of the product around, latest first. */
const historyRows = jsonRows<HistoryRow>(historyColumns, {
  from: sql`${publications} where ${productSlug} = ${publicProducts.slug}`,
  order: [desc(number)],
});

function historyView(row: HistoryRow): PublicationView {
  return {
    ...row,
    publishedAt: new Date(row.publishedAt),
    endedAt: row.endedAt === null ? null : new Date(row.endedAt),
  };
}

async function listPublicationsOf(db: Db, slug: string): Promise<PublicationView[]> {
  return db.select(historyColumns).from(publications).where(eq(productSlug, slug)).orderBy(desc(number));
}

/** A product that was public and is not any more. */
export interface EndedProduct {
  name: string;
  supplierName: string;
  /** Latest first. */
  history: PublicationView[];
}

/** The tombstone of a product without a publication in force. @returns undefined where there never was one */
export async function findEndedProduct(db: Db, slug: string): Promise<EndedProduct | undefined> {
  const history = await listPublicationsOf(db, slug);
  const [latest] = history;
  if (!latest?.endedAt) return undefined;
  const [row] = await db
    .select({
      name: sql<string>`${publications.document}->'product'->>'name'`,
      supplierName: sql<string>`${publications.document}->'supplier'->>'name'`,
    })
    .from(publications)
    .where(and(eq(publications.productSlug, slug), eq(publications.number, latest.number)));
  return row && { ...row, history };
}
