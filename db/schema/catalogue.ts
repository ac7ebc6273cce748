import { date, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { InterfaceStatus, Text } from '~/workflows/words';

/** Interfaces that are declared together. */
export const interfaceGroups = pgTable('interface_groups', {
  id: text().primaryKey(),
  name: jsonb().$type<Text>().notNull(),
  position: integer().notNull(),
});

/** One standardized interface of the common municipal infrastructure. Rows stay for ever: `removedOn` is the tombstone. */
export const interfaces = pgTable('interfaces', {
  /** The SF number or slug of the catalogue, as in addresses. */
  id: text().primaryKey(),
  groupId: text()
    .notNull()
    .references(() => interfaceGroups.id),
  position: integer().notNull(),
  name: jsonb().$type<Text>().notNull(),
  summary: jsonb().$type<Text>().notNull(),
  platform: text().notNull(),
  protocols: text().array().notNull(),
  /** From the supplier's product: outbound, inbound or both. */
  direction: text().$type<'outbound' | 'inbound' | 'both'>().notNull(),
  kind: text().notNull(),
  status: text().$type<InterfaceStatus>().notNull(),
  source: text().notNull(),
  confidence: text().$type<'high' | 'medium' | 'low'>().notNull(),
  note: jsonb().$type<Text>(),
  replacedBy: text().array().notNull(),
  dependsOn: text().array().notNull(),
  /** The rest of what the catalogue's file tells: services, roles, delimitations, further sources. */
  details: jsonb().$type<Record<string, string[]>>().notNull(),
  removedOn: date({ mode: 'string' }),
});

/** Versions of an interface, newest first by position. */
export const interfaceVersions = pgTable(
  'interface_versions',
  {
    interfaceId: text()
      .notNull()
      .references(() => interfaces.id),
    label: text().notNull(),
    position: integer().notNull(),
    availableOn: date({ mode: 'string' }),
    sunsetOn: date({ mode: 'string' }),
    retiredOn: date({ mode: 'string' }),
  },
  (table) => [primaryKey({ columns: [table.interfaceId, table.label] })],
);

export const municipalities = pgTable('municipalities', {
  code: text().primaryKey(),
  name: text().notNull(),
  cvr: text().notNull().unique(),
  region: text().notNull(),
});

/** KLE main groups. */
export const kleGroups = pgTable('kle_groups', { number: text().primaryKey(), title: text().notNull() });

/** What content was loaded last, by name and hash, so that an unchanged file costs nothing at start. */
export const loadedContent = pgTable('loaded_content', { name: text().notNull(), hash: text().notNull() }, (table) => [
  primaryKey({ columns: [table.name] }),
]);
