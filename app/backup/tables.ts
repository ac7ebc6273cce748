import type postgres from 'postgres';

/** A table of the portal's with the columns that can be written. */
export interface SavedTable {
  /** With its schema, as PostgreSQL quotes it. */
  name: string;
  columns: string[];
}

/**
 * Every table, those first that others refer to: in this order all foreign keys hold while tables are filled one after
 * the other. Drizzle's own table is left out; the migrations of the code that restores write it.
 * @throws when tables refer to each other in a circle, which no order can fill
 */
export async function listTables(
  sql: postgres.Sql | postgres.ReservedSql | postgres.TransactionSql,
): Promise<SavedTable[]> {
  const tables = await sql<{ name: string; columns: string[] }[]>`
    select c.oid::regclass::text as name,
      array(select quote_ident(a.attname) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'published')
    order by n.nspname, c.relname`;
  const references = await sql<{ from: string; to: string }[]>`
    select distinct conrelid::regclass::text as "from", confrelid::regclass::text as "to"
    from pg_constraint where contype = 'f' and conrelid <> confrelid`;
  const left = new Map(tables.map((table) => [table.name, table]));
  const ordered: SavedTable[] = [];
  while (left.size > 0) {
    const ready = [...left.values()].filter(
      ({ name }) => !references.some(({ from, to }) => from === name && left.has(to)),
    );
    if (ready.length === 0) throw new Error(`Tables refer to each other in a circle: ${[...left.keys()].join(', ')}`);
    for (const table of ready) {
      left.delete(table.name);
      ordered.push({ name: table.name, columns: [...table.columns] });
    }
  }
  return ordered;
}

/** The newest migration that the database has. */
export async function lastMigration(
  sql: postgres.Sql | postgres.ReservedSql | postgres.TransactionSql,
): Promise<number> {
  const [row] = await sql`select max(created_at)::float8 as at from drizzle.__drizzle_migrations`;
  return Number(row?.at);
}
