import { randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import { inject } from 'vitest';
import { type ConnectionTarget, connect, type Database } from '~/db/client';
import { onDatabase, schemaTemplate, withAdmin } from './setup/server';

export interface TestDatabase {
  db: Database;
  sql: postgres.Sql;
  /** For opening further pools: `connect(target, …)`. */
  target: ConnectionTarget;
  /** Closes this pool and removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** True: catalogue, municipalities and questionnaire are loaded. Else the tables are empty. */
  content?: boolean;
  /** Most connections of its pool; races need more than the usual five. */
  max?: number;
  /** In milliseconds; the portal's own unless given. */
  statementTimeout?: number;
}

const contentTemplate = 'template_content';
const contentLock = 0x636f6e74;

/**
 * A database of the test file's own with all migrations: a copy of the run's template, about 30 ms.
 * Call it in beforeAll (or beforeEach), and drop() in afterAll (or afterEach).
 */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { admin, owner } = inject('testServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = options.content ? contentTemplate : schemaTemplate;
  if (options.content) await ensureContentTemplate();
  await withAdmin(admin, (sql) => sql.unsafe(`create database ${name} template ${template} owner ${owner.name}`));
  const target = onDatabase(owner.target, name);
  const { db, sql, close } = connect(target, { applicationName: 'test', ...options, max: options.max ?? 5 });
  return {
    db,
    sql,
    target,
    drop: async () => {
      await close();
      await withAdmin(admin, (admins) => admins.unsafe(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Made by the first file of the run that needs it; a lock makes the others wait. */
async function ensureContentTemplate(): Promise<void> {
  const { admin, owner } = inject('testServer');
  await withAdmin(admin, async (sql) => {
    await sql`select pg_advisory_lock(${contentLock})`;
    const [found] = await sql`select 1 from pg_database where datname = ${contentTemplate}`;
    if (found) return;
    const draft = `${contentTemplate}_draft`;
    await sql.unsafe(`drop database if exists ${draft} with (force)`);
    await sql.unsafe(`create database ${draft} template ${schemaTemplate} owner ${owner.name}`);
    const { db, close } = connect(onDatabase(owner.target, draft), { applicationName: 'test-content', max: 2 });
    const { loadContent } = await import('~/db/content');
    await loadContent(db).finally(close);
    await sql.unsafe(`alter database ${draft} rename to ${contentTemplate}`);
  });
}
