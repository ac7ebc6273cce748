import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPool } from '~/db/client';
import { type EmbeddedServer, openEmbedded, startServerOnTcp } from '~/db/embedded';
import { readPostmasterPid } from '~/db/embedded/cluster';
import { OperatorProblem } from '~/db/operator-problem';
import { bundleProgram, runProgram } from '../program';

let dataDir: string;
const opened: EmbeddedServer[] = [];

beforeEach(() => {
  dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'snitfladeklar-test-0-')), 'data');
});
afterEach(async () => {
  for (const server of opened.splice(0)) await server.stop();
  rmSync(path.dirname(dataDir), { recursive: true, force: true });
});

async function open(durable = false): Promise<EmbeddedServer> {
  const server = await openEmbedded({ dataDir, durable });
  opened.push(server);
  return server;
}

async function query<T>(server: EmbeddedServer, text: string): Promise<T | undefined> {
  const sql = openPool(server.options, { applicationName: 'test', max: 1 });
  try {
    const [row] = await sql.unsafe(text);
    return row?.value as T | undefined;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const home = () => ({ home: path.join(dataDir, 'postgres') });

function postmaster(): number {
  const pid = readPostmasterPid(home());
  if (pid === null) throw new Error('No server is running.');
  return pid;
}

describe('the embedded database', () => {
  test('starts in an empty folder, sorts in Danish and listens on no port', async () => {
    const server = await open();
    expect(server.reused).toBe(false);
    expect(
      await query(
        server,
        `select string_agg(w, ' ' order by w) as value from unnest(array['å','z','aa','ø','a','æ']) w`,
      ),
    ).toBe('a z æ ø å aa');
    expect(await query(server, `select current_setting('listen_addresses') as value`)).toBe('');
    expect(await query(server, 'select current_user as value')).toBe('snitfladeklar');
    expect(await query(server, `select rolsuper as value from pg_roles where rolname = current_user`)).toBe(false);
    expect(statSync(path.join(dataDir, 'postgres', 'data')).mode & 0o077).toBe(0);
  });

  test('is shared by whoever opens it, and stops with the last', async () => {
    const first = await open();
    const second = await open();
    expect(second.reused).toBe(true);
    await first.stop();
    expect(await query(second, 'select 1 as value')).toBe(1);
    await second.stop();
    expect(existsSync(path.join(dataDir, 'postgres', 'data', 'postmaster.pid'))).toBe(false);
    opened.length = 0;
    expect((await open()).reused).toBe(false);
  });

  test('opened by two at once starts one server', async () => {
    const [first, second] = await Promise.all([open(), open()]);
    expect([first.reused, second.reused].sort()).toEqual([false, true]);
  });

  test('comes back by itself when its server is killed', async () => {
    const server = await open();
    const before = postmaster();
    process.kill(before, 'SIGKILL');
    await expect.poll(() => query(server, 'select 1 as value').catch(() => null), { timeout: 20_000 }).toBe(1);
    expect(postmaster()).not.toBe(before);
  });

  test('takes over a lock whose process is gone, and a lock file left by a crashed server', async () => {
    const first = await open();
    await query(first, 'create table kept as select 1 as value');
    await first.stop();
    opened.length = 0;
    writeFileSync(path.join(dataDir, 'postgres.lock'), '999999999 gone');
    // Process ids are reused: this one is alive but is no PostgreSQL.
    writeFileSync(
      path.join(dataDir, 'postgres', 'data', 'postmaster.pid'),
      `${process.pid}\n${path.join(dataDir, 'postgres', 'data')}\n1700000000\n5432\n`,
    );
    expect(await query(await open(), 'select value from kept')).toBe(1);
  });

  test('has a socket also where the path is too long for one', async () => {
    const short = dataDir;
    dataDir = path.join(short, 'a'.repeat(60), 'b'.repeat(60));
    const server = await open();
    expect(Buffer.byteLength(server.options.host)).toBeLessThan(100);
    expect(await query(server, 'select 1 as value')).toBe(1);
    rmSync(server.options.host, { recursive: true, force: true });
    dataDir = short;
  });

  test('says DATA_DIR when the folder cannot be used', async () => {
    mkdirSync(path.dirname(dataDir), { recursive: true });
    writeFileSync(dataDir, 'a file');
    await expect(open()).rejects.toThrow(OperatorProblem);
    await expect(open()).rejects.toThrow(/^DATA_DIR: /);
  });

  test('says which version made the cluster when it is another', async () => {
    const server = await open();
    await server.stop();
    opened.length = 0;
    writeFileSync(path.join(dataDir, 'postgres', 'data', 'PG_VERSION'), '12\n');
    await expect(open()).rejects.toThrow(/was made by PostgreSQL 12 and this is PostgreSQL \d+/);
  });

  test('on TCP asks for a password and listens on loopback only', async () => {
    const server = await startServerOnTcp({ dataDir, durable: false });
    opened.push(server);
    expect(server.url).toMatch(/^postgres:\/\/snitfladeklar:[\w-]{30,}@127\.0\.0\.1:\d+\/snitfladeklar$/);
    expect(await query(server, `select current_setting('listen_addresses') as value`)).toBe('127.0.0.1');
    const wrong = openPool({ ...server.options, password: 'wrong' }, { applicationName: 'test', max: 1 });
    await expect(wrong`select 1`).rejects.toThrow(/password/);
    await wrong.end();
  });
});

test('kill -9 of portal and database at once loses nothing that was acknowledged', async () => {
  const program = await bundleProgram('test/db/embedded/writer.ts');
  const writer = runProgram(program, [dataDir], {});
  await expect.poll(() => writer.output().split('\n').length, { timeout: 30_000 }).toBeGreaterThan(300);
  const server = postmaster();
  writer.child.kill('SIGKILL');
  process.kill(server, 'SIGKILL');
  await writer.exited;
  // The last line may be cut off in the middle.
  const acknowledged = writer.output().split('\n').slice(0, -1).map(Number);
  const again = await open(true);
  const found = new Set(await query<number[]>(again, 'select array_agg(number) as value from written'));
  expect(acknowledged.filter((number) => !found.has(number))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThanOrEqual(300);
});
