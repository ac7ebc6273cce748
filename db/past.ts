import { drizzle } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import type { Database } from './client';
import * as schema from './schema';

/** As PostgreSQL and drizzle write the read model's schema, and the one that has the same tables as of a day. */
const [present, past] = ['"published".', '"past".'];

/**
 * The database as the public saw it at the end of a day: every read of the read model reads what it was then, by the
 * same query (docs/decisions/0028). A statement that stands in no transaction gets
 * one of its own, which is enough: the past stands still.
 * @param sql the pool that public pages read from
 * @param day yyyy-mm-dd in Copenhagen
 */
export function databaseOn(sql: postgres.Sql, day: string): Database {
  const begin = <Result>(work: (client: Pick<postgres.TransactionSql, 'unsafe'>) => Promise<Result>) =>
    sql.begin('read only', async (tx) => {
      await tx`select set_config('portal.day', ${day}, true)`;
      return work({ unsafe: (query, ...rest) => tx.unsafe(query.replaceAll(present, past), ...rest) });
    }) as Promise<Result>;
  const ask = <Rows>(query: string, params: unknown[], read: (pending: Pending) => Promise<Rows>) =>
    begin((client) => read(client.unsafe(query, params as never[])));
  const client = {
    options: sql.options,
    begin,
    unsafe: (query: string, params: unknown[] = []) => ({
      values: () => ask(query, params, (pending) => pending.values()),
      // biome-ignore lint/suspicious/noThenProperty: the driver's queries are thenables, and drizzle awaits them
      then: (done: (rows: unknown) => unknown, failed: (error: unknown) => unknown) =>
        ask(query, params, async (pending) => await pending).then(done, failed),
    }),
  };
  return drizzle(client as unknown as postgres.Sql, { schema, casing: 'snake_case' });
}

type Pending = ReturnType<postgres.TransactionSql['unsafe']>;
