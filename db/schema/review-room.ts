import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { RoutingReason, RoutingWay } from '~/workflows/review/routing';
import { cases } from './cases';
import { municipalities } from './catalogue';
import { id, moment } from './columns';
import { people } from './people';

/** Who gets which case, in order; kept by the coordinator. Never deleted. */
export const routingRules = pgTable(
  'routing_rules',
  {
    id: id(),
    name: text().notNull(),
    /** Rules are tried in this order. */
    position: integer().notNull(),
    /** Holds for cases with answers in one of these sections (interface groups); empty: for every case. */
    sectionIds: jsonb().$type<string[]>().notNull(),
    /** Codes of the municipalities that may get the case; empty: all that review. */
    municipalityCodes: jsonb().$type<string[]>().notNull(),
    way: text().$type<RoutingWay>().notNull(),
    /** Whoever has so many open cases gets no more; null: no limit. */
    mostOpen: integer(),
    /** Also names the one in the municipality who is to handle the case. */
    toPerson: boolean().notNull().default(false),
    version: integer().notNull(),
    changedAt: moment().notNull(),
    /** Null: an operator, by the command line. */
    changedBy: uuid().references(() => people.id),
    endedAt: moment(),
  },
  (table) => [
    check('routing_rules_name', sql`length(trim(${table.name})) > 0`),
    check('routing_rules_most', sql`${table.mostOpen} > 0`),
  ],
);

/** Which rule routed a case, in the words that it had then, and why. */
export const caseRoutings = pgTable(
  'case_routings',
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    ruleId: uuid()
      .notNull()
      .references(() => routingRules.id),
    ruleName: text().notNull(),
    municipalityCode: text()
      .notNull()
      .references(() => municipalities.code),
    /** Whom the rule named, where it names somebody. */
    personId: uuid().references(() => people.id),
    /** The portal did it at the submission; else somebody sent it as the rule suggested. */
    isAutomatic: boolean().notNull().default(false),
    reason: jsonb().$type<RoutingReason>().notNull(),
    routedAt: moment().notNull(),
  },
  (table) => [index('case_routings_case').on(table.caseId)],
);

/** When somebody who reviews is away, both days included. A change of plans ends the row and makes a new one. */
export const absences = pgTable(
  'absences',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    startsOn: date({ mode: 'string' }).notNull(),
    endsOn: date({ mode: 'string' }).notNull(),
    /** Who takes over; null: whoever can. */
    substituteId: uuid().references(() => people.id),
    createdAt: moment().notNull(),
    endedAt: moment(),
  },
  (table) => [
    index('absences_person').on(table.personId),
    check('absences_days', sql`${table.startsOn} <= ${table.endsOn}`),
  ],
);

/**
 * The sections that somebody knows where they review. Beside their roles there, not in one of them: who becomes lead
 * reviewer knows the same as before.
 */
export const competences = pgTable(
  'competences',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    municipalityCode: text()
      .notNull()
      .references(() => municipalities.code),
    /** Sections (interface groups), in the questionnaire's order; empty: no limit. */
    sectionIds: jsonb().$type<string[]>().notNull(),
    changedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.municipalityCode] })],
);

/** A section that went from one reviewer to another while it was claimed. */
export const sectionHandovers = pgTable(
  'section_handovers',
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    sectionId: text().notNull(),
    /** `take-over`: the new one took it; `hand-over`: the former one gave it. */
    kind: text().$type<'take-over' | 'hand-over'>().notNull(),
    fromId: uuid()
      .notNull()
      .references(() => people.id),
    toId: uuid()
      .notNull()
      .references(() => people.id),
    note: text().notNull(),
    at: moment().notNull(),
  },
  (table) => [index('section_handovers_case').on(table.caseId, table.sectionId)],
);

/** A way of looking at the inbox that somebody gave a name: everything is in the address. */
export const inboxBookmarks = pgTable(
  'inbox_bookmarks',
  {
    id: id(),
    name: text().notNull(),
    /** What stands after the `?`, in the portal's own order. */
    search: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** Shared with everybody who acts for the same municipality; among coordinators where it has none. */
    isShared: boolean().notNull(),
    municipalityCode: text().references(() => municipalities.code),
    createdAt: moment().notNull(),
    endedAt: moment(),
  },
  (table) => [
    index('inbox_bookmarks_person').on(table.personId),
    index('inbox_bookmarks_municipality').on(table.municipalityCode),
    check('inbox_bookmarks_name', sql`length(trim(${table.name})) > 0`),
  ],
);

/** What the coordinator sets for the whole portal; one row. */
export const portalSettings = pgTable(
  'portal_settings',
  {
    id: integer().primaryKey(),
    /** Hours without work after which others may take over a claimed section. */
    leaseHours: integer().notNull(),
    /** A case has high impact when so many municipalities run the product. */
    highImpactFrom: integer().notNull(),
    /** Working days that a municipality's review may take. */
    reviewDays: integer().notNull().default(30),
    /** Working days after that until the coordinators are told. */
    escalateDays: integer().notNull().default(5),
    /** Days on which the answers of an expired publication can still be read; 0 hides them at once. */
    expiredDays: integer().notNull().default(30),
    /** The rules route a case when it is submitted; else they only suggest. */
    isRoutingAutomatic: boolean().notNull().default(true),
    isReadOnly: boolean().notNull(),
    /** What people read while nothing can be changed. */
    readOnlyReason: text().notNull(),
    version: integer().notNull(),
    changedAt: moment(),
  },
  (table) => [
    check('portal_settings_one', sql`${table.id} = 1`),
    check(
      'portal_settings_bounds',
      sql`${table.leaseHours} between 1 and 2000 and ${table.highImpactFrom} between 1 and 98`,
    ),
    check(
      'portal_settings_review_clock',
      sql`${table.reviewDays} between 1 and 200 and ${table.escalateDays} between 1 and 200`,
    ),
    check('portal_settings_expired', sql`${table.expiredDays} between 0 and 1000`),
  ],
);
