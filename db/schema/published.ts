import { type SQL, sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { PublicAnswer, PublicationDocument, PublicEvidence } from '~/workflows/publication';
import type { Outcome, ProductType, SupportLevel } from '~/workflows/words';
import { id, moment } from './columns';

/**
 * The public read model: public by construction. Public pages and the API read these tables (and the catalogue,
 * municipalities and questionnaires) and nothing else; a house test holds that. Written only by db/publication.ts, in
 * the same transaction as the decision; `rebuildPublished` makes the same rows anew from the decisions.
 */
export const published = pgSchema('published');

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * One row: a number that every transaction moves which changes what the public sees, here or in the catalogue. Kept pages
 * are good for one version.
 */
export const publishedState = published.table('state', {
  only: boolean().primaryKey().default(true),
  version: bigint({ mode: 'number' }).notNull(),
});

/** Each publication ever, numbered per product; the latest is also in the tables below. Earlier ones stay citable. */
export const publications = published.table(
  'publications',
  {
    id: id(),
    decisionId: uuid().notNull().unique(),
    productSlug: text().notNull(),
    number: integer().notNull(),
    document: jsonb().$type<PublicationDocument>().notNull(),
    publishedAt: moment().notNull(),
    /** When a later one took its place, it was withdrawn, suspended, revoked or expired, or its product was merged. */
    endedAt: moment(),
    endedBecause: text().$type<'superseded' | 'withdrawn' | 'suspended' | 'revoked' | 'expired' | 'merged'>(),
    /** Of one that expired: the last day on which it can be read, unless it is taken away. Null: its end hid it. */
    readableUntil: date({ mode: 'string' }),
  },
  (table) => [
    unique('publications_number').on(table.productSlug, table.number),
    index('publications_readable_until').on(table.readableUntil).where(sql`readable_until is not null`),
  ],
);

/** What is kept of a product's publication, for the present one and for each that was. */
const productColumns = () => ({
  slug: text().notNull(),
  name: text().notNull(),
  description: text().notNull(),
  type: text().$type<ProductType>().notNull(),
  kle: text().array().notNull(),
  kitosUuid: uuid(),
  supplierSlug: text().notNull(),
  supplierName: text().notNull(),
  supplierCvr: text().notNull(),
  isDemo: boolean().notNull(),
  outcome: text().$type<Outcome>().notNull(),
  decidedBy: text().notNull(),
  publicationNumber: integer().notNull(),
  firstPublishedAt: moment().notNull(),
  publishedAt: moment().notNull(),
  /** Interfaces declared, and those in production or ready, for lists and filters. */
  interfaceIds: text().array().notNull(),
  readyInterfaceIds: text().array().notNull(),
  groupIds: text().array().notNull(),
  /** Lower case: name, supplier, CVR, KLE and interfaces with their names. */
  searchText: text().notNull(),
  /** The same as Danish word stems; the database keeps it in step. */
  searchStems: tsvector().generatedAlwaysAs((): SQL => sql`to_tsvector('danish'::regconfig, "search_text")`),
  /** Every approved answer that is not about an interface, in the questionnaire's order. */
  answers: jsonb().$type<PublicAnswer[]>().notNull(),
});

/** A product with a current publication. */
export const publicProducts = published.table(
  'products',
  { productId: uuid().primaryKey(), ...productColumns() },
  (table) => [
    unique('products_slug_unique').on(table.slug),
    index('public_products_supplier').on(table.supplierSlug),
    index('public_products_name').on(table.name),
    index('public_products_stems').using('gin', table.searchStems),
  ],
);

const supportColumns = () => ({
  interfaceId: text().notNull(),
  groupId: text().notNull(),
  level: text().$type<SupportLevel>().notNull(),
  version: text(),
  plannedOn: date({ mode: 'string' }),
  sinceOn: date({ mode: 'string' }),
  approvedOn: date({ mode: 'string' }).notNull(),
  /** The code of the municipality that approved the support level. */
  approvedBy: text().notNull(),
  /** The support level and the answers about this interface, in the questionnaire's order. */
  answers: jsonb().$type<PublicAnswer[]>().notNull(),
  /** What lists need of the answers, kept in step by the database: all evidence, for rungs. */
  evidence: jsonb()
    .$type<PublicEvidence[]>()
    .generatedAlwaysAs((): SQL => sql`jsonb_path_query_array("answers", '$[*].evidence[*]')`),
  /** And the codes of the municipalities that the answers name. */
  municipalities: jsonb()
    .$type<string[]>()
    .generatedAlwaysAs(
      (): SQL => sql`jsonb_path_query_array("answers", '$[*] ? (@.type == "municipality_list").value[*]')`,
    ),
});

/** How a product supports an interface: one approved support level with what else was approved about it. */
export const publicSupport = published.table(
  'support',
  {
    productId: uuid()
      .notNull()
      .references(() => publicProducts.productId),
    ...supportColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.productId, table.interfaceId] }),
    index('public_support_interface').on(table.interfaceId, table.level),
  ],
);

/** From when a row was public, and until when: null while it is. */
export const period = () => ({
  id: uuid().primaryKey().defaultRandom(),
  fromAt: moment().notNull(),
  toAt: moment(),
});

/**
 * What stood in the tables above, and from when until when: every past day can be read exactly as it was published
 * (docs/decisions/0028). Written by db/publication/past.ts in the transaction that changes the present.
 */
export const pastProducts = published.table(
  'past_products',
  { ...period(), productId: uuid().notNull(), supplierWebsite: text(), ...productColumns() },
  (table) => [
    index('past_products_product').on(table.productId),
    index('past_products_slug').on(table.slug),
    index('past_products_supplier').on(table.supplierSlug),
    index('past_products_from').on(table.fromAt),
    index('past_products_stems').using('gin', table.searchStems),
    uniqueIndex('past_products_open').on(table.productId).where(sql`${table.toAt} is null`),
  ],
);

export const pastSupport = published.table(
  'past_support',
  { ...period(), productId: uuid().notNull(), ...supportColumns() },
  (table) => [
    index('past_support_product').on(table.productId, table.interfaceId),
    index('past_support_interface').on(table.interfaceId, table.level),
    index('past_support_planned').on(table.plannedOn).where(sql`${table.plannedOn} is not null`),
    uniqueIndex('past_support_open').on(table.productId, table.interfaceId).where(sql`${table.toAt} is null`),
  ],
);

/** A supplier with at least one published product. */
export const publicSuppliers = published.table('suppliers', {
  slug: text().primaryKey(),
  name: text().notNull(),
  cvr: text().notNull().unique(),
  website: text(),
  isDemo: boolean().notNull(),
});
