import { timestamp, uuid } from 'drizzle-orm/pg-core';

/** Ids are made by the caller (crypto.randomUUID), so that a command knows them before it writes. */
export const id = () => uuid().primaryKey();

/** A moment, always with its zone; shown in Europe/Copenhagen. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date' });

export const createdAt = () => moment().notNull();
