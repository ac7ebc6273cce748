import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signerOf } from '~/app/server/signing-key';
import { signLedger } from '~/db/ledger';
import { findGrowth, findLedgerHead, findSignedDeclaration, listSigningKeys } from '~/db/published/ledger';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { publishOn } from '~/test/factories/publish';
import { insertMarket } from '~/test/factories/published-market';
import { bundleProgram, runProgram } from '../../program';

let database: TestDatabase;
let program: string;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'snitfladeklar-test-0-'));
  program = await bundleProgram('app/server/cli.ts');
  database = await createTestDatabase();
  await insertMarket(database.db);
  await signLedger(
    database.db,
    await signerOf(generateKeyPairSync('ed25519').privateKey),
    new Date('2026-11-24T10:00:00Z'),
  );
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, value: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(value));
  return file;
}

/** Without any database: whoever has the file and the keys needs nothing of ours but the program. */
async function run(...args: string[]): Promise<{ code: number | null; output: string }> {
  const running = runProgram(program, args, {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
  });
  return { code: await running.exited, output: running.output() };
}

const verify = (...args: string[]) => run('declaration', 'verify', ...args);

test('a file is verified with the keys that somebody kept, without the portal', async () => {
  const declaration = await findSignedDeclaration(database.db, { slug: 'zebra', today: '2026-11-20' });
  const keys = write('keys.json', await listSigningKeys(database.db));
  const good = write('good.json', declaration);
  const { code, output } = await verify(good, '--keys', keys);
  expect([code, output.split('\n')[0]]).toEqual([
    0,
    expect.stringMatching(/^Genuine: publication 1 of zebra, published /),
  ]);
  // As /api/v1/ledger answers.
  const answered = write('answered.json', { data: await listSigningKeys(database.db) });
  expect(JSON.parse((await verify(good, '--keys', answered, '--json')).output)).toMatchObject({ ok: true });

  const bad = write('bad.json', { ...declaration, document: { ...(declaration?.document as object), number: 2 } });
  expect(await verify(bad, '--keys', keys)).toMatchObject({
    code: 1,
    output: expect.stringContaining('not what was published'),
  });
  const refused = await verify(bad, '--keys', keys, '--json');
  expect([refused.code, JSON.parse(refused.output)]).toEqual([1, { ok: false, problem: 'altered-document' }]);
});

test('a head that was kept is compared with the present one, without the portal', async () => {
  const kept = write('kept.json', { data: { head: await findLedgerHead(database.db) } });
  const size = (await findLedgerHead(database.db))?.size ?? 0;
  await publishOn(database.db, { name: 'Senere' }, new Date('2026-11-25T10:00:00Z'));
  const signer = await signerOf(generateKeyPairSync('ed25519').privateKey);
  await signLedger(database.db, signer, new Date('2026-11-25T10:00:00Z'));
  const growth = await findGrowth(database.db, size);
  const [keys, proof] = [write('keys.json', await listSigningKeys(database.db)), write('proof.json', { data: growth })];
  const compare = (now: string, ...more: string[]) => run('ledger', 'consistency', kept, now, '--keys', keys, ...more);
  expect(await compare(proof)).toMatchObject({ code: 0, output: expect.stringMatching(/^Consistent: the 3 entries/) });

  const ofOther = write('other.json', { data: await findGrowth(database.db, 1) });
  const refused = await compare(ofOther, '--json');
  expect([refused.code, JSON.parse(refused.output)]).toEqual([1, { ok: false, problem: 'not-grown' }]);
  const forged = write('forged.json', {
    data: { ...growth, head: { jws: `${growth?.head.jws.slice(0, -8)}AAAAAAAA` } },
  });
  expect(await compare(forged)).toMatchObject({ code: 1, output: expect.stringContaining('signature of a head') });
  expect((await compare(write('empty.json', {}))).output).toContain('holds no signed head');
  const strangers = write('strangers.json', { keys: [] });
  const unknown = await run('ledger', 'consistency', kept, proof, '--keys', strangers);
  expect(unknown.output).toContain('not known here');
});

test('what cannot be read is said in a sentence', async () => {
  const keys = write('keys.json', { keys: [] });
  expect((await verify(path.join(folder, 'none.json'), '--keys', keys)).output).toContain('cannot be read as JSON');
  expect((await verify(write('empty.json', {}), '--keys', write('no-keys.json', {}))).output).toContain(
    'holds no set of keys',
  );
});
