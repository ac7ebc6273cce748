import path from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import type postgres from 'postgres';
import { projectRoot } from '~/db/project-root';
import { type ConnectionTarget, openPool } from './client';

export const migrationsFolder = path.join(projectRoot, 'db', 'migrations');

/** "snit" in ASCII; any number will do as long as everybody who starts the portal uses the same. */
const startLock = 0x736e6974;

/**
 * Brings the database up to the migrations in db/migrations, then runs `prepare` (content, demo data), all under one
 * advisory lock, so that two processes starting at once do it one after the other. The lock is held by a
 * connection of its own: drizzle's migrator takes none.
 * @returns how many migrations were applied
 */
export async function migrate(target: ConnectionTarget, prepare?: () => Promise<void>): Promise<number> {
  // One connection, so that lock, migrations and unlock are one session.
  const sql = openPool(target, { applicationName: 'migrate', max: 1, statementTimeout: 0 });
  try {
    await sql`select pg_advisory_lock(${startLock})`;
    const pending = await countPending(sql);
    if (pending > 0) await applyMigrations(drizzle(sql), { migrationsFolder });
    await prepare?.();
    return pending;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** How many migrations in db/migrations the database does not have yet. */
export async function countPending(sql: postgres.Sql): Promise<number> {
  const known = readMigrationFiles({ migrationsFolder });
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  if (!table?.exists) return known.length;
  const [last] = await sql`select coalesce(max(created_at), 0)::float8 as at from drizzle.__drizzle_migrations`;
  return known.filter(({ folderMillis }) => folderMillis > Number(last?.at)).length;
}
