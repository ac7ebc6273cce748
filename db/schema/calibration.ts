import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { VerdictKind } from '~/workflows/words';
import { cases, submissions } from './cases';
import { municipalities } from './catalogue';
import { id, moment } from './columns';
import { people } from './people';

/** How much is reviewed twice, and when a question's agreement is low. One row. */
export const calibrationSettings = pgTable(
  'calibration_settings',
  {
    id: integer().primaryKey(),
    /** Of the assessed sections, in percent. */
    sharePercent: integer().notNull(),
    /** Agreement below it sends a question to its editors, in percent. */
    thresholdPercent: integer().notNull(),
    version: integer().notNull(),
  },
  (table) => [
    check('calibration_settings_one', sql`${table.id} = 1`),
    check(
      'calibration_settings_bounds',
      sql`${table.sharePercent} between 0 and 100 and ${table.thresholdPercent} between 1 and 100`,
    ),
  ],
);

/** A section that a second reviewer judges without seeing the first one's verdicts. It decides nothing. */
export const calibrations = pgTable(
  'calibrations',
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    sectionId: text().notNull(),
    reviewerId: uuid()
      .notNull()
      .references(() => people.id),
    municipalityCode: text()
      .notNull()
      .references(() => municipalities.code),
    takenAt: moment().notNull(),
    doneAt: moment(),
  },
  (table) => [
    unique('calibrations_section').on(table.submissionId, table.sectionId),
    index('calibrations_reviewer').on(table.reviewerId),
  ],
);

/** What the second reviewer would have said, beside what the first one had said at that moment. Never changed. */
export const calibrationVerdicts = pgTable(
  'calibration_verdicts',
  {
    calibrationId: uuid()
      .notNull()
      .references(() => calibrations.id),
    questionKey: text().notNull(),
    first: text().$type<VerdictKind>().notNull(),
    second: text().$type<VerdictKind>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.calibrationId, table.questionKey] })],
);
