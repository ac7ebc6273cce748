import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

type Columns = Readonly<Record<string, PgColumn | SQL>>;

/**
 * Rows that belong to the row around them, as one column: a question less to the database, and the driver takes one text
 * apart instead of a text per cell. Dates come as yyyy-mm-dd, instants as ISO texts.
 * @param from tables, joins and conditions, without the word `from`
 */
export function jsonRows<Row>(columns: Columns, { from, order }: { from: SQL; order: readonly SQL[] }): SQL<Row[]> {
  const pairs = Object.entries(columns).flatMap(([name, column]) => [sql.raw(`'${name}'`), sql`${column}`]);
  return sql<Row[]>`(
    select coalesce(json_agg(json_build_object(${sql.join(pairs, sql`, `)}) order by ${sql.join([...order], sql`, `)}), '[]')
    from ${from}
  )`;
}
