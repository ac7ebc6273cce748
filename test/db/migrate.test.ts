import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { createHealth } from '~/app/server/health';
import { type ConnectionTarget, openPool } from '~/db/client';
import { countPending, migrate } from '~/db/migrate';
import { onDatabase, withAdmin } from '../setup/server';

let name: string;
let target: ConnectionTarget;

beforeEach(async () => {
  const { admin, owner } = inject('testServer');
  name = `empty_${randomBytes(6).toString('hex')}`;
  await withAdmin(admin, (sql) => sql.unsafe(`create database ${name} owner ${owner.name}`));
  target = onDatabase(owner.target, name);
});
afterEach(() => withAdmin(inject('testServer').admin, (sql) => sql.unsafe(`drop database ${name} with (force)`)));

async function pending(): Promise<number> {
  const sql = openPool(target, { applicationName: 'test', max: 1 });
  return countPending(sql).finally(() => sql.end());
}

test('brings an empty database up to date, once', async () => {
  const before = await pending();
  expect(before).toBeGreaterThan(0);
  expect(await migrate(target)).toBe(before);
  expect(await pending()).toBe(0);
  expect(await migrate(target)).toBe(0);
});

test('two that start at once migrate and prepare one after the other', async () => {
  let inside = 0;
  let most = 0;
  const prepare = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await wait(50);
    inside -= 1;
  };
  const applied = await Promise.all([migrate(target, prepare), migrate(target, prepare), migrate(target, prepare)]);
  expect(applied.filter((count) => count > 0)).toHaveLength(1);
  expect(most).toBe(1);
});

test('lets go of the lock when preparing fails', async () => {
  const failing = migrate(target, async () => {
    throw new Error('content is wrong');
  });
  await expect(failing).rejects.toThrow('content is wrong');
  expect(await migrate(target)).toBe(0);
});

test('until it is up to date, the portal is not ready', async () => {
  const sql = openPool(target, { applicationName: 'test', max: 2 });
  let isStopping = false;
  const health = createHealth(sql, () => isStopping);
  const readiness = async () => {
    const report = await health('/readyz');
    return [report?.status, await report?.json()];
  };
  expect(await readiness()).toEqual([503, { status: 'unavailable', reason: 'migrations-pending' }]);
  await migrate(target);
  expect(await readiness()).toEqual([200, { status: 'ready' }]);
  isStopping = true;
  expect(await readiness()).toEqual([503, { status: 'unavailable', reason: 'stopping' }]);
  expect((await health('/healthz'))?.status).toBe(200);
  expect(health('/products')).toBeNull();
  isStopping = false;
  await sql.end();
  expect(await readiness()).toEqual([503, { status: 'unavailable', reason: 'database-unreachable' }]);
});
