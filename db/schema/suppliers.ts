import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ProductType } from '~/workflows/words';
import { createdAt, id, moment } from './columns';

/** A company, keyed by its CVR number. */
export const suppliers = pgTable(
  'suppliers',
  {
    id: id(),
    cvr: text().notNull().unique(),
    name: text().notNull(),
    slug: text().notNull().unique(),
    website: text(),
    /** Fictional, made by the demo data; shown as such everywhere. */
    isDemo: boolean().notNull(),
    createdAt: createdAt(),
    /** Since then it has gone up in another one (db/registry). */
    endedAt: moment(),
  },
  (table) => [check('suppliers_cvr', sql`${table.cvr} ~ '^[0-9]{8}$'`)],
);

/** A product (it-system) of a supplier that municipalities use. */
export const products = pgTable(
  'products',
  {
    id: id(),
    supplierId: uuid()
      .notNull()
      .references(() => suppliers.id),
    slug: text().notNull().unique(),
    name: text().notNull(),
    description: text().notNull(),
    type: text().$type<ProductType>().notNull(),
    /** KLE numbers: main group, group or subject (NN, NN.NN, NN.NN.NN). */
    kle: text().array().notNull(),
    kitosUuid: uuid(),
    /** Counts up with each change; a form that was opened on an older one is shown what changed. */
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    endedAt: moment(),
  },
  (table) => [
    index('products_supplier').on(table.supplierId),
    uniqueIndex('products_kitos_uuid').on(table.kitosUuid).where(sql`${table.kitosUuid} is not null`),
    uniqueIndex('products_name').on(table.supplierId, sql`lower(${table.name})`).where(sql`${table.endedAt} is null`),
  ],
);
