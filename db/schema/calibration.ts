import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { CalibrationOutcome } from '~/workflows/calibration-task';
import type { VerdictKind } from '~/workflows/words';
import { cases, submissions } from './cases';
import { municipalities } from './catalogue';
import { id, moment } from './columns';
import { people } from './people';
import { questionnaires } from './questionnaires';

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

/**
 * A question of one version on which reviewers do not agree: a task of those who edit the questionnaire. One for a
 * question and a version, which can be closed and open again; what it was closed with stays until it is closed anew.
 */
export const calibrationTasks = pgTable(
  'calibration_tasks',
  {
    id: id(),
    questionnaireId: uuid()
      .notNull()
      .references(() => questionnaires.id),
    questionId: text().notNull(),
    state: text().$type<'open' | 'closed'>().notNull(),
    /** When it was raised, or opened again. */
    openedAt: moment().notNull(),
    closedAt: moment(),
    closedBy: uuid().references(() => people.id),
    outcome: text().$type<CalibrationOutcome>(),
    note: text(),
    /** Pairs of verdicts when it was closed, and in how many of them both said the same. */
    closedPairs: integer(),
    closedAgreed: integer(),
    version: integer().notNull(),
  },
  (table) => [
    unique('calibration_tasks_question').on(table.questionnaireId, table.questionId),
    check(
      'calibration_tasks_closed',
      sql`${table.state} = 'open' or (${table.closedAt} is not null and ${table.closedBy} is not null
        and ${table.outcome} is not null and ${table.note} is not null and ${table.closedPairs} is not null
        and ${table.closedAgreed} is not null)`,
    ),
  ],
);
