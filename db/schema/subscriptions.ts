import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { Language } from '~/workflows/words';
import { createdAt, id, moment } from './columns';

/** A search of the public list that somebody gets mails of. Whoever it is has no account here. */
export const searchSubscriptions = pgTable(
  'search_subscriptions',
  {
    id: id(),
    /** Null: the subscription has ended, and the address is gone. */
    address: text(),
    language: text().$type<Language>().notNull(),
    /** The query of the list's address, as `writeProductQuery` writes it; empty: everything. */
    query: text().notNull(),
    /** SHA-256 of the token in the links of its mails, with which it is confirmed and ended. */
    tokenHash: text().notNull().unique(),
    createdAt: createdAt(),
    /** When the mail with the link to confirm was made. */
    askedAt: moment(),
    /** Null: nobody has said that the address is theirs. */
    confirmedAt: moment(),
    endedAt: moment(),
    /** The last entry of the ledger that it has been looked at for; what came before is no news. */
    lastIndex: integer().notNull().default(-1),
    /** The same for days set for versions of interfaces; null: as `confirmedAt`. */
    sunsetsTo: moment(),
    /** The day in Copenhagen on which it was last looked at for news, also when there were none. */
    checkedOn: date({ mode: 'string' }),
    lastSentAt: moment(),
  },
  (table) => [
    index('search_subscriptions_due')
      .on(table.checkedOn)
      .where(sql`${table.confirmedAt} is not null and ${table.endedAt} is null`),
    index('search_subscriptions_unconfirmed').on(table.createdAt).where(sql`${table.confirmedAt} is null`),
  ],
);
