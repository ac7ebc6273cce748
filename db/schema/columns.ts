import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { AnswerValue } from '~/workflows/questionnaire/answer';

/** Ids are made by the caller (crypto.randomUUID), so that a command knows them before it writes. */
export const id = () => uuid().primaryKey();

/** A moment, always with its zone; shown in Europe/Copenhagen. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date' });

export const createdAt = () => moment().notNull();

/**
 * JSON whose top level may be a text. Drizzle's own jsonb parses a text a second time after the driver did, which makes
 * the answer "4.1" the number 4.1 and a CVR number a number.
 */
export const answerValue = customType<{ data: AnswerValue; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value as AnswerValue,
});
