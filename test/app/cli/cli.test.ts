import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fictionalCvr } from '~/app/demo/fictional-cvr';
import { connect } from '~/db/client';
import { type EmbeddedServer, openEmbedded } from '~/db/embedded';
import { bundleProgram, runProgram } from '../../program';

let dataDir: string;
let program: string;
let server: EmbeddedServer;

beforeAll(async () => {
  dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'snitfladeklar-test-0-')), 'data');
  program = await bundleProgram('app/server/cli.ts');
  // Held open, so that each command joins it, as it joins that of a running portal.
  server = await openEmbedded({ dataDir, durable: false });
});
afterAll(async () => {
  await server.stop();
  rmSync(path.dirname(dataDir), { recursive: true, force: true });
});

async function portal(...args: string[]): Promise<{ code: number | null; output: string }> {
  const running = runProgram(program, args, { DATA_DIR: dataDir, SESSION_SECRET: 'x'.repeat(32) });
  return { code: await running.exited, output: running.output() };
}

async function listed(): Promise<{ email: string; memberships: { role: string }[]; endedAt: string | null }[]> {
  return JSON.parse((await portal('user', 'list', '--json')).output);
}

const anna = ['--name', 'Anna And', '--email', 'anna@example.dk'];

describe('user', () => {
  test('adds, changes and ends somebody', async () => {
    expect(await portal('user', 'add', ...anna, '--role', 'coordinator', '--identity', 'oidc:1234')).toEqual({
      code: 0,
      output: 'anna@example.dk was added.\n',
    });
    expect((await portal('user', 'role', 'anna@example.dk', 'auditor')).code).toBe(0);
    expect((await listed())[0]?.memberships.map(({ role }) => role)).toEqual(['coordinator', 'auditor']);
    expect((await portal('user', 'role', 'anna@example.dk', 'coordinator', '--remove')).code).toBe(0);
    expect((await listed())[0]?.memberships.map(({ role }) => role)).toEqual(['auditor']);
    expect((await portal('user', 'end', 'anna@example.dk')).code).toBe(0);
    expect((await listed())[0]).toMatchObject({
      email: 'anna@example.dk',
      memberships: [],
      endedAt: expect.any(String),
    });
  });

  test('with --dry-run does all but keep it, and refuses what would be refused', async () => {
    const before = await listed();
    const birte = ['--name', 'Birte', '--email', 'birte@example.dk'];
    expect(await portal('user', 'add', ...birte, '--dry-run')).toEqual({
      code: 0,
      output: 'birte@example.dk would be added.\n',
    });
    const refused = await portal('user', 'add', '--dry-run', ...birte, '--role', 'editor');
    expect(refused.code).toBe(1);
    expect(await listed()).toEqual(before);
  });

  test.each([
    [['user', 'end', 'nobody@example.dk'], 'Nobody has the e-mail nobody@example.dk.\n'],
    [['user', 'add', ...anna, '--role', 'editor', '--supplier', '1'], 'No supplier has the CVR number 1.\n'],
    [['user', 'add', ...anna, '--role', 'reviewer', '--municipality', '9'], 'No municipality has the code 9.\n'],
    [['user', 'add', '--name', ' ', '--email', 'anna@example.dk'], 'Write the name.\n'],
    [
      ['user', 'add', '--name', 'Anna And', '--email', 'anna'],
      'Write the e-mail address as in a mail program: name@example.dk.\n',
    ],
    [['user', 'add', ...anna, '--identity', 'oidc'], 'An identity is a provider and a subject: oidc:1234.\n'],
  ])('says in one sentence why not: %j', async (args, sentence) => {
    expect(await portal(...args)).toEqual({ code: 1, output: sentence });
  });
});

describe('dispute and access', () => {
  test('tell what waits, on the word of a coordinator', async () => {
    const by = 'kir@example.dk';
    expect((await portal('dispute', 'list', '--by', by)).output).toContain(`Nobody has the e-mail ${by}.`);
    expect((await portal('user', 'add', '--name', 'Kir', '--email', by, '--role', 'coordinator')).code).toBe(0);
    expect(await portal('dispute', 'list', '--by', by, '--json')).toMatchObject({ code: 0, output: '[]\n' });
    const step = ['dispute', 'step', '00000000-0000-4000-8000-000000000000', 'resolve', '--text', 'x', '--by', by];
    expect(await portal(...step)).toMatchObject({ code: 1, output: expect.stringContaining('There is no objection') });
    expect((await portal('access', 'list')).output).toBe('No request waits.\n');
    expect(JSON.parse((await portal('access', 'orphans', '--json')).output)).toMatchObject({ products: [] });
    expect((await portal('access', 'appoint', '12345678', 'ny@example.dk', '--by', by)).code).toBe(1);
    expect((await portal('user', 'end', by)).code).toBe(0);
  });
});

describe('colleague', () => {
  test('invites and takes back for an administrator of the supplier, and for nobody else', async () => {
    expect((await portal('demo', 'people')).code).toBe(0);
    const people = await listed();
    const held = (role: string) => people.find(({ memberships }) => memberships.some((each) => each.role === role));
    const [administrator, editor] = [held('supplier-admin')?.email ?? '', held('editor')?.email ?? ''];
    const invite = ['colleague', 'invite', fictionalCvr('Fjordlys Data A/S'), 'ny@example.dk', '--by'];
    expect(await portal(...invite, editor)).toMatchObject({ code: 1 });
    expect(await portal(...invite, administrator, '--dry-run')).toMatchObject({
      output: 'ny@example.dk would be invited.\n',
    });
    const { invitationId } = JSON.parse((await portal(...invite, administrator, '--json')).output);
    const back = ['colleague', 'withdraw', fictionalCvr('Fjordlys Data A/S'), invitationId, '--by', administrator];
    expect(await portal(...back)).toEqual({ code: 0, output: 'The invitation is withdrawn.\n' });
  });
});

test('api-token lists tokens and ends them; one that is not there is refused', async () => {
  expect(JSON.parse((await portal('api-token', 'list', '--json')).output)).toEqual([]);
  const revoked = await portal('api-token', 'revoke', '00000000-0000-4000-8000-000000000000');
  expect(revoked).toEqual({ code: 1, output: 'It does not exist, or you have no access to it.\n' });
});

describe('log verify', () => {
  test('finds the chain whole, and broken where somebody changed a row', async () => {
    expect((await portal('log', 'verify')).output).toMatch(
      /^The log is whole: \d+ rows, checked against \d+ ends that were kept\.\n$/,
    );
    const { sql, close } = connect({ ...server.admin, database: 'snitfladeklar' }, { applicationName: 'test', max: 1 });
    await sql.unsafe(`alter table log disable trigger all; update log set action = 'forged' where number = 2`);
    expect(await portal('log', 'verify')).toEqual({
      code: 1,
      output: 'The log is broken: row 2 has been edited.\n',
    });
    expect((await portal('log', 'verify', '--json')).code).toBe(1);
    await sql.unsafe(`update log set action = 'person.role.give' where number = 2`);
    await close();
    expect((await portal('log', 'verify')).code).toBe(0);
  });
});

test('demo load is refused in production', async () => {
  const running = runProgram(program, ['demo', 'load'], {
    DATA_DIR: dataDir,
    NODE_ENV: 'production',
    SESSION_SECRET: 'x'.repeat(32),
    PUBLIC_URL: 'https://portal.example.dk',
  });
  expect(await running.exited).toBe(1);
  expect(running.output()).toMatch(/^NODE_ENV must not be production: .*\n$/);
});

test('help names every noun; what is unknown is refused', async () => {
  const help = await portal('help');
  expect(help.code).toBe(0);
  for (const noun of ['catalogue', 'questionnaire', 'user', 'demo', 'log'])
    expect(help.output).toMatch(new RegExp(`^  ${noun}\\b`, 'm'));
  expect((await portal('nonsense')).code).toBe(1);
});

describe('text', () => {
  test('is set, shown and reset, and refuses what lacks a placeholder', async () => {
    const key = 'notice-subject.steward';
    const set = async (text: string, ...more: string[]) => portal('text', 'set', key, 'da', '--text', text, ...more);
    expect((await set('Du passer {product}', '--dry-run')).code).toBe(0);
    expect(JSON.parse((await portal('text', 'show', key, '--json')).output).versions).toEqual([]);
    const refused = await set('Du passer et system');
    expect(refused.code).not.toBe(0);
    expect(refused.output).toContain('{product}');
    expect((await set('Du passer {product}')).output).toBe(`${key} da is at version 1.\n`);
    expect((await portal('text', 'reset', key, 'da')).code).toBe(0);
    const { versions } = JSON.parse((await portal('text', 'show', key, '--json')).output);
    expect(versions.map(({ text }: { text: string | null }) => text)).toEqual([null, 'Du passer {product}']);
  });
});
