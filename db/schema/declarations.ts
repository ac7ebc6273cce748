import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { EvidenceEnvironment } from '~/workflows/words';
import { interfaces, municipalities } from './catalogue';
import { answerValue, createdAt, id, moment } from './columns';
import { people } from './people';
import { questionnaires } from './questionnaires';
import { products, suppliers } from './suppliers';

/** A product's living set of answers to one questionnaire, pinned to one version of it. */
export const declarations = pgTable(
  'declarations',
  {
    id: id(),
    productId: uuid()
      .notNull()
      .references(() => products.id),
    questionnaireId: uuid()
      .notNull()
      .references(() => questionnaires.id),
    /** The questionnaire's slug: one declaration per product and questionnaire, whatever its version. */
    questionnaireSlug: text().notNull(),
    createdAt: createdAt(),
    /** When the supplier has been through the scope step. */
    scopeConfirmedAt: moment(),
    updatedAt: moment().notNull(),
  },
  (table) => [unique('declarations_once').on(table.productId, table.questionnaireSlug)],
);

/** Which interfaces a declaration answers for. No row: never proposed and never added. */
export const scopeEntries = pgTable(
  'scope_entries',
  {
    declarationId: uuid()
      .notNull()
      .references(() => declarations.id),
    interfaceId: text()
      .notNull()
      .references(() => interfaces.id),
    /** Proposed from the product's KLE areas and type. */
    isProposed: boolean().notNull(),
    isIncluded: boolean().notNull(),
    /** Why a proposed interface was removed, or another added. */
    reason: text(),
    /** The case in which a reviewer demanded it; it cannot be removed then, and why. */
    demandedByCaseId: uuid(),
    demandReason: text(),
    updatedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.declarationId, table.interfaceId] })],
);

/** The present answer to one question; earlier ones are in the log. */
export const answers = pgTable(
  'answers',
  {
    declarationId: uuid()
      .notNull()
      .references(() => declarations.id),
    /** `gen-version`, or `if-support@SF1500` for a question of the interface template. */
    questionKey: text().notNull(),
    value: answerValue(),
    justification: text(),
    /** Counts up from 1 with each change of this answer. */
    version: integer().notNull(),
    updatedBy: uuid()
      .notNull()
      .references(() => people.id),
    updatedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.declarationId, table.questionKey] })],
);

/** Something that backs answers: a link, or a file kept by its hash. */
export const evidence = pgTable(
  'evidence',
  {
    id: id(),
    supplierId: uuid()
      .notNull()
      .references(() => suppliers.id),
    /** Evidence belongs to one declaration; answers of it may share it. */
    declarationId: uuid()
      .notNull()
      .references(() => declarations.id),
    /** One of the questionnaire's evidence types. */
    type: text().notNull(),
    title: text().notNull(),
    url: text(),
    fileHash: text().references(() => files.hash),
    fileName: text(),
    /** The municipality that confirms, where the evidence is a reference. */
    municipalityCode: text().references(() => municipalities.code),
    /** When what it shows was seen, as the supplier states it (not the upload time). */
    observedOn: date({ mode: 'string' }).notNull(),
    validTo: date({ mode: 'string' }),
    /** What it was seen on: the product's version, and where it ran. */
    productVersion: text(),
    environment: text().$type<EvidenceEnvironment>(),
    /** The older evidence that it stands in for; that one stays in what was submitted with it. */
    replacesId: uuid().references((): AnyPgColumn => evidence.id),
    /** SHA-256 over everything above that a reviewer judges. */
    hash: text().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (table) => [
    index('evidence_declaration').on(table.declarationId),
    check('evidence_one_kind', sql`num_nonnulls(${table.url}, ${table.fileHash}) <= 1`),
  ],
);

/** A reminder that evidence runs out: each once, however often it is looked for. */
export const evidenceReminders = pgTable(
  'evidence_reminders',
  {
    evidenceId: uuid()
      .notNull()
      .references(() => evidence.id),
    /** How many days before the last valid day it is about. */
    daysBefore: integer().notNull(),
    remindedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.evidenceId, table.daysBefore] })],
);

/** Which evidence backs which answer; detached rows stay. */
export const answerEvidence = pgTable(
  'answer_evidence',
  {
    declarationId: uuid()
      .notNull()
      .references(() => declarations.id),
    questionKey: text().notNull(),
    evidenceId: uuid()
      .notNull()
      .references(() => evidence.id),
    attachedAt: moment().notNull(),
    detachedAt: moment(),
  },
  (table) => [primaryKey({ columns: [table.declarationId, table.questionKey, table.evidenceId] })],
);

/** Uploaded files, by the SHA-256 of their bytes; the bytes are in the evidence store. */
export const files = pgTable('files', {
  hash: text().primaryKey(),
  size: bigint({ mode: 'number' }).notNull(),
  mediaType: text().notNull(),
  storedAt: moment().notNull(),
});
