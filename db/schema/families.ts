import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from './columns';
import { declarations } from './declarations';
import { suppliers } from './suppliers';

/** Products of a supplier that answer alike: one declaration is the source, the others inherit from it. */
export const productFamilies = pgTable(
  'product_families',
  {
    id: id(),
    supplierId: uuid()
      .notNull()
      .references(() => suppliers.id),
    name: text().notNull(),
    sourceDeclarationId: uuid()
      .notNull()
      .unique()
      .references(() => declarations.id),
    createdAt: createdAt(),
  },
  (table) => [unique('product_families_name').on(table.supplierId, table.name)],
);

/** Who inherits in a family; whoever left stays as a row. */
export const familyMembers = pgTable(
  'family_members',
  {
    familyId: uuid()
      .notNull()
      .references(() => productFamilies.id),
    declarationId: uuid()
      .notNull()
      .references(() => declarations.id),
    joinedAt: moment().notNull(),
    leftAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.familyId, table.declarationId] }),
    uniqueIndex('family_members_one').on(table.declarationId).where(sql`${table.leftAt} is null`),
  ],
);

/** "The same as …, except": the parts that a member answers for itself, and why. Nothing is offered to it there. */
export const familyExceptions = pgTable(
  'family_exceptions',
  {
    familyId: uuid()
      .notNull()
      .references(() => productFamilies.id),
    declarationId: uuid()
      .notNull()
      .references(() => declarations.id),
    /** A question's key, `section:<id>` or `interface:<id>` (workflows/family.ts). */
    part: text().notNull(),
    reason: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.familyId, table.declarationId, table.part] }),
    index('family_exceptions_declaration').on(table.declarationId),
  ],
);
