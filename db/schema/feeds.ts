import { sql } from 'drizzle-orm';
import { pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from './columns';
import { people } from './people';

/** A person's private calendar address. The token stands in the address alone; here is its SHA-256. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    tokenHash: text().notNull().unique(),
    createdAt: createdAt(),
    /** The address works no longer. */
    revokedAt: moment(),
  },
  (table) => [uniqueIndex('calendar_feeds_one').on(table.personId).where(sql`${table.revokedAt} is null`)],
);
