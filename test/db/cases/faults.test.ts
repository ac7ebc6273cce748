import { drizzle } from 'drizzle-orm/postgres-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendCaseEvent } from '~/db/cases/send-event';
import { submitDeclaration } from '~/db/cases/submit';
import type { Database } from '~/db/client';
import { verifyLog } from '~/db/log';
import * as schema from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '../../database';
import { copyCase } from '../../factories/copied-cases';
import { CaseWalk, type CaseWorld, makeCaseWorld } from '../../factories/reviewed-case';

/**
 * A command that breaks off at any one of its statements, as when its process is killed there, has done nothing: the
 * case, the decisions, the publication, the letter, the log and the mail to come are as they were. Then it succeeds.
 */
let test: TestDatabase;
let world: CaseWorld;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());

/** A database that fails at the nth statement that it is given. */
function failingAt(nth: number): { db: Database; isReached: () => boolean } {
  let count = 0;
  const logQuery = () => {
    count += 1;
    if (count === nth) throw new Error(`broken off at statement ${nth}`);
  };
  const db = drizzle(test.sql, { schema, casing: 'snake_case', logger: { logQuery } });
  return { db, isReached: () => count >= nth };
}

const tables = [
  'cases',
  'decisions',
  'published.publications',
  'published.products',
  'letters',
  'log',
  'outbox',
  'submissions',
];

/** How much there is of everything that a command could leave half of. */
async function countAll(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await test.sql.unsafe(
      `select count(*)::int as n, coalesce(md5(string_agg(t::text, '' order by t::text)), '') as h from ${table} t`,
    );
    counts[`${table} ${row?.h}`] = row?.n;
  }
  return counts;
}

/** @returns how many statements the command has */
async function breakEverywhere(command: (db: Database) => Promise<{ ok: boolean }>): Promise<number> {
  const before = await countAll();
  for (let nth = 1; nth < 200; nth += 1) {
    const { db, isReached } = failingAt(nth);
    const result = await command(db).catch((error: Error) => error);
    if (!isReached()) {
      expect(result).toMatchObject({ ok: true });
      return nth - 1;
    }
    expect(result, `statement ${nth}`).toBeInstanceOf(Error);
    expect(await countAll(), `statement ${nth}`).toEqual(before);
  }
  throw new Error('The command never ends.');
}

describe('a command that breaks off', { timeout: 240_000 }, () => {
  it('while a declaration is submitted has sent nothing', async () => {
    const walk = await CaseWalk.begin(world);
    const { version } = await walk.row();
    const input = { declarationId: walk.declarationId, expectedCaseVersion: version };
    const statements = await breakEverywhere((db) =>
      submitDeclaration(db, { ...world.signatory, now: walk.now }, input),
    );
    expect(statements).toBeGreaterThan(10);
  });

  it('while a case is decided has decided, published and written nothing', async () => {
    const first = await CaseWalk.begin(world);
    await first.toDecision(['rejected', 'accepted']);
    const [walk] = await copyCase(first, 1);
    if (!walk) throw new Error('No copy was made.');
    await walk.send(world.leadA, { type: 'propose', outcome: 'partially-approved', reasons: 'Fordi.' });
    const { version } = await walk.row();
    const input = { caseId: walk.caseId, expectedVersion: version, event: { type: 'confirm', note: '' } as const };
    const statements = await breakEverywhere((db) => sendCaseEvent(db, { ...world.leadB, now: walk.now }, input));
    expect(statements).toBeGreaterThan(15);
    expect((await walk.row()).state).toBe('partially-approved');
    expect((await verifyLog(test.db)).problem).toBeNull();
  });
});
