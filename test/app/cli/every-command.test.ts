import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Command } from 'commander';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProgram, runCli } from '~/app/cli/run-cli';
import { parseConfig } from '~/app/config.server';
import type { OpenPortal } from '~/app/server/open-portal';
import { folderStorage } from '~/app/storage/folder-storage';
import { confirmAccessRequest, requestAccess } from '~/db/access-requests';
import { makeApiToken } from '~/db/api-tokens';
import { raiseCalibrationTasks } from '~/db/calibration-tasks';
import { commentInHearing } from '~/db/hearing-comments';
import type { Actor } from '~/workflows/actor';
import { addDays, copenhagenDay } from '~/workflows/working-days';
import { createTestDatabase, type TestDatabase } from '../../database';

/** Every command of the operator, on the demo data: what it promises to leave alone, and how it says no. */

const start = new Date('2026-11-24T10:00:00Z');
const folder = mkdtempSync(path.join(tmpdir(), 'snitfladeklar-cli-'));
const coordinator = 'kirsten.aagaard@portal.example';
const lead = 'henrik.moelgaard@kommune-a.example';
const administrator = 'birgitte.holm@fjordlys.example';
const otherAdministrator = 'jonas.krogh@hedebo.example';
const [fjordlys, hedebo] = ['30182547', '57251269'];
const nowhere = '00000000-0000-4000-8000-000000000000';

let database: TestDatabase;
let portal: OpenPortal;
let clock = start;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db, sql } = database;
  const parsed = parseConfig({ DATA_DIR: folder, DEMO: '1', SESSION_SECRET: 'x'.repeat(32) });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  portal = {
    config: { ...parsed.config, sessionSecret: 'x'.repeat(32) },
    ...{ db, sql, publicDb: db, publicSql: sql, replicaDb: null },
    storage: folderStorage(path.join(folder, 'evidence')),
    log: pino({ enabled: false }),
    now: () => clock,
  };
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

interface Ran {
  code: number;
  out: string;
  err: string;
}

async function run(...args: string[]): Promise<Ran> {
  const ran = { code: 0, out: '', err: '' };
  ran.code = await runCli(args, {
    out: (text) => {
      ran.out += text;
    },
    err: (text) => {
      ran.err += text;
    },
    open: (work) => work(portal),
  });
  return ran;
}

/** Each table's rows in one hash, and the files. */
async function readAll(): Promise<Record<string, string>> {
  const tables = await database.sql`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`;
  const found: Record<string, string> = { files: readdirSync(folder, { recursive: true }).sort().join('\n') };
  for (const { name } of tables) {
    const [row] = await database.sql.unsafe(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as content from ${name} t`,
    );
    found[name] = String(row?.content);
  }
  return found;
}

const differing = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter((name) => before[name] !== after[name]);

async function one(query: string): Promise<string> {
  const [row] = await database.sql.unsafe(query);
  return String(Object.values(row ?? {})[0]);
}

async function actorOf(email: string): Promise<Actor> {
  const rows = await database.sql`
    select p.id, p.name, m.role, m.supplier_id from memberships m join people p on p.id = m.person_id where email = ${email}`;
  const [first] = rows;
  return {
    personId: first?.id,
    name: first?.name,
    roles: rows.map(({ role }) => role),
    supplierId: first?.supplier_id,
    municipalityCode: null,
  };
}

interface Writing {
  /** What has to be there first. */
  given?: () => Promise<unknown>;
  args: (id: string) => string[];
  /** The id that the arguments name, looked up when it is the command's turn. */
  id?: string | (() => Promise<string>);
}

const by = ['--by', coordinator];
const because = [...by, '--reason', 'De er ét og samme system.'];
const bySupplier = ['--supplier', fjordlys, '--by', administrator];
const lastOf = (table: string, at: string, more = '') => `select id from ${table} ${more} order by ${at} desc limit 1`;

/** In the order in which they are carried out: one leaves what another needs. */
const writing: Record<string, Writing> = {
  'demo people': { args: () => [] },
  'demo load': { args: () => [] },
  'catalogue load': {
    given: () =>
      database.sql.unsafe(`delete from loaded_content; update interfaces set removed_on = '2026-01-01'
      where id = (select min(id) from interfaces)`),
    args: () => [],
  },
  'user add': { args: () => ['--name', 'Anna And', '--email', 'anna@example.dk'] },
  'user role': { args: () => ['anna@example.dk', 'auditor'] },
  'user competence': {
    args: () => ['sofie.lindgaard@kommune-a.example', '--municipality', '0615', '--section', 'organisation'],
  },
  'user identity': { args: () => ['anna@example.dk', 'oidc:1234'] },
  'user end': { args: () => ['anna@example.dk'] },
  'colleague invite': { args: () => [fjordlys, 'ny@example.dk', '--by', administrator] },
  'colleague resend': {
    id: lastOf('invitations', 'created_at'),
    args: (id) => [fjordlys, id, '--by', administrator],
  },
  'colleague withdraw': {
    id: lastOf('invitations', 'created_at'),
    args: (id) => [fjordlys, id, '--by', administrator],
  },
  'colleague roles': {
    args: () => [fjordlys, 'mikkel.dahl@fjordlys.example', 'editor', 'signatory', '--by', administrator],
  },
  'colleague end': { args: () => [fjordlys, 'mikkel.dahl@fjordlys.example', '--by', administrator] },
  'api-token revoke': {
    given: async () =>
      makeApiToken(
        portal.db,
        { actor: await actorOf(administrator), now: clock },
        { name: 'Test', scopes: ['declarations:read'], productId: null, lifetime: 30 },
      ),
    id: 'select id from api_tokens limit 1',
    args: (id) => [id],
  },
  'export all': { args: () => [] },
  'log head': { args: () => [] },
  'dispute step': {
    id: `select id from disputes where state = 'received' limit 1`,
    args: (id) => [id, 'accept', '--text', 'Drift kan ikke bekræftes.', '--stated-by', 'En kommune', ...by],
  },
  'access decline': { given: askForAccess, id: lastOf('access_requests', 'created_at'), args: (id) => [id, ...by] },
  'access appoint': {
    given: () =>
      database.sql.unsafe(`update memberships set ended_at = now() where role = 'supplier-admin'
        and supplier_id = (select id from suppliers where cvr = '29726312')`),
    args: () => ['29726312', 'ny@sand.example', ...by],
  },
  'settings set': { args: () => ['--lease-hours', '48', '--expired-days', '0'] },
  'read-only on': { args: () => ['--reason', 'Vi flytter.'] },
  'read-only off': { args: () => [] },
  'attestation give': {
    args: () => ['lyngpost', 'SF1500', '--municipality', '0615', '--by', lead, '--since', '2026-01-01'],
  },
  'attestation change': {
    id: `select id from attestations where municipality_code = '0615' and ended_at is null limit 1`,
    args: (id) => [id, 'unname', '--municipality', '0615', '--by', lead],
  },
  'calibration close': {
    given: () => raiseCalibrationTasks(portal.db, clock),
    id: lastOf('calibration_tasks', 'opened_at'),
    args: (id) => [id, 'kept', '--note', 'Vejledningen er skrevet om.', ...by],
  },
  'calibration set': { args: () => ['--share', '7', ...by] },
  'reason add': { args: () => ['--kind', 'rejected', '--title', 'Ny', '--text', 'Forklaring.', ...by] },
  'reason change': { id: lastOf('canned_reasons', 'title'), args: (id) => [id, '--title', 'Ny titel', ...by] },
  'interface sunset': { args: () => ['SF1500', '{version}', addDays(copenhagenDay(start), 400)] },
  'routing add': { args: () => ['--name', 'Ny regel', '--way', 'least-loaded', '--position', '9'] },
  'routing automatic': { args: () => ['off'] },
  'routing apply': { args: () => ['--as', coordinator] },
  'text set': { args: () => ['notice-subject.steward', 'da', '--text', 'Du passer {product}'] },
  'text reset': { args: () => ['notice-subject.steward', 'da'] },
  'handover give': {
    args: () => ['fjordlys-aktindsigt', 'produkt', '--to', 'nanna.bruun@fjordlys.example', ...bySupplier],
  },
  'handover end': {
    id: `select a.id from section_assignments a join declarations d on d.id = a.declaration_id
      join products p on p.id = d.product_id where slug = 'fjordlys-aktindsigt' and a.ended_at is null limit 1`,
    args: (id) => ['fjordlys-aktindsigt', id, ...bySupplier],
  },
  'steward appoint': { args: () => ['fjordlys-arkiv', 'nanna.bruun@fjordlys.example', ...bySupplier] },
  'transfer offer': { args: () => ['fjordlys-moede', '--to', hedebo, ...bySupplier] },
  'transfer decide': {
    id: "select id from product_transfers where decided_as is null and product_id = (select id from products where slug = 'fjordlys-moede')",
    args: (id) => [id, 'accepted', '--supplier', hedebo, '--by', otherAdministrator],
  },
  'outbox retry': {
    given: () =>
      database.sql.unsafe(
        'update outbox set attempts = 99, sent_at = null where id = (select id from outbox order by id limit 1)',
      ),
    args: () => [],
  },
  'product split': { args: () => ['lyngpost', '--name', 'LyngPost Erhverv', ...because] },
  'product merge': { args: () => ['lyngpost-erhverv', 'lyngpost', ...because] },
  'registry undo': { id: lastOf('registry_changes', 'done_at'), args: (id) => [id, ...because] },
  'supplier split': {
    args: () => ['48285784', '--cvr', '11223344', '--name', 'Lyng Ny ApS', '--product', 'lyngblanket', ...because],
  },
  'supplier merge': { args: () => ['11223344', '48285784', ...because] },
  'hearing open': {
    given: layDraft,
    args: () => {
      const until = addDays(copenhagenDay(start), 30);
      return ['faelleskommunal-infrastruktur', '1.2', '--until', until, '--introduction', 'Sig til.', ...by];
    },
  },
  'hearing answer': {
    given: comment,
    id: 'select id from hearing_comments',
    args: (id) => [id, '--text', 'Tak.', ...by],
  },
  'hearing end': { id: 'select id from published.questionnaire_hearings', args: (id) => [id, ...by] },
  'questionnaire publish': { args: () => [] },
  'clocks fire': {
    given: async () => {
      clock = new Date(start.getTime() + 120 * 86_400_000);
    },
    args: () => [],
  },
  'clocks escalate': { args: () => [] },
};

async function askForAccess(): Promise<void> {
  const input = {
    cvr: fjordlys,
    name: 'Bo',
    email: 'bo@example.dk',
    reason: 'Jeg er ny.',
    language: 'da',
    subject: 's',
  };
  await requestAccess(portal.db, clock, input as never, () => 'hash');
  await confirmAccessRequest(portal.db, clock, 'hash');
}

/** As a later start finds it in the files: a version that waits to be published. */
async function layDraft(): Promise<void> {
  await database.sql`
    insert into questionnaire_drafts (slug, version, definition, mapping, hash, loaded_at)
    select slug, '1.2', jsonb_set(definition, '{version}', '"1.2"'), null, 'hash', now() from questionnaires
    where version = '1.1'`;
}

async function comment(): Promise<void> {
  const { personId } = await actorOf(lead);
  const words = { name: 'Henrik', email: lead, organisation: 'Kommune A', body: 'Fint.' };
  const input = { ...words, slug: 'faelleskommunal-infrastruktur', questionId: null, language: 'da' as const };
  await commentInHearing(portal.db, clock, input, { personId });
}

function leavesOf(command: Command, names: string[] = []): { name: string; command: Command }[] {
  if (command.commands.length === 0) return [{ name: names.join(' '), command }];
  return command.commands.flatMap((each) => leavesOf(each, [...names, each.name()]));
}
const unused = () => undefined;
const leaves = leavesOf(
  createProgram({
    withPortal: () => Promise.reject(new Error('unused')),
    ...{ print: unused, say: unused, fail: unused, writeOut: unused, writeErr: unused },
  }),
);
const optionsOf = (command: Command): string[] => command.options.map(({ long }) => String(long));

/** What makes a file that the operator names and leaves the portal as it was, and what runs until it is stopped. */
const withoutDryRun = ['backup', 'case journal', 'worker'];

/** Of the reading ones, what each is given. */
const reading: Record<string, string[]> = {
  'questionnaire check': [],
  'user list': [],
  'user data': [coordinator],
  'colleague list': [fjordlys],
  'colleague invitations': [fjordlys],
  'api-token list': ['--supplier', fjordlys],
  'log verify': [],
  'ledger verify': [],
  'dispute list': by,
  'access list': [],
  'access orphans': [],
  'read-only status': [],
  'settings show': [],
  'registry list': [],
  'transfer list': [fjordlys],
  'handover list': ['fjordlys-aktindsigt'],
  'steward list': [fjordlys],
  'municipality list': [],
  'municipality show': ['0615'],
  'attestation list': ['0615'],
  'calibration show': [],
  'calibration list': [],
  'hearing list': [],
  'reason list': ['--all'],
  'interface sunsets': [],
  'routing list': [],
  'routing plan': [],
  'text list': [],
  'text show': ['notice-subject.steward'],
  'outbox list': [],
};
/** Read above by what they need, or from files: see declaration.test.ts, backup.test.ts. */
const readingElsewhere = [
  'hearing comments',
  'declaration verify',
  'ledger consistency',
  'backup',
  'case journal',
  'worker',
  'restore',
];

describe('with --dry-run', () => {
  test('every command is one that reads, or one that is tried here', () => {
    const tried = [...Object.keys(writing), ...Object.keys(reading), ...readingElsewhere];
    expect(leaves.map(({ name }) => name).sort()).toEqual(tried.sort());
  });

  test('exactly those that write have it; all but the worker have --json', () => {
    const having = leaves.filter(({ command }) => optionsOf(command).includes('--dry-run')).map(({ name }) => name);
    expect(having.sort()).toEqual([...Object.keys(writing), 'restore'].sort());
    for (const name of withoutDryRun) expect(leaves.map((leaf) => leaf.name)).toContain(name);
    const silent = leaves.filter(({ command }) => !optionsOf(command).includes('--json')).map(({ name }) => name);
    expect(silent).toEqual(['worker']);
  });

  /** What the command before left. */
  let known: Record<string, string> | undefined;

  test.each(Object.keys(writing))(
    '%s changes no row and no file, and without it does',
    async (name) => {
      const { given, id, args } = writing[name] as Writing;
      await given?.();
      const found = typeof id === 'string' ? await one(id) : ((await id?.()) ?? '');
      const version =
        name === 'interface sunset'
          ? await one(`select label from interface_versions where interface_id = 'SF1500' limit 1`)
          : '';
      const whole = [...name.split(' '), ...args(found).map((each) => each.replace('{version}', version))];
      const before = given || !known ? await readAll() : known;
      known = before;
      const dry = await run(...whole, '--dry-run', '--json');
      expect(dry, `${dry.err} ${whole.join(' ')}`).toMatchObject({ code: 0, err: '' });
      expect(JSON.parse(dry.out)).toBeTypeOf('object');
      expect(differing(before, await readAll())).toEqual([]);
      expect(await run(...whole)).toMatchObject({ code: 0 });
      known = await readAll();
      expect(differing(before, known)).not.toEqual([]);
    },
    300_000,
  );

  test('what only reads changes nothing', async () => {
    const before = await readAll();
    for (const [name, args] of Object.entries(reading)) {
      const ran = await run(...name.split(' '), ...args, '--json');
      expect(ran, name).toMatchObject({ code: 0, err: '' });
      JSON.parse(ran.out);
    }
    expect(differing(before, await readAll())).toEqual([]);
  });
});

describe('with --json', () => {
  async function refusalOf(...args: string[]) {
    const { code, out, err } = await run(...args, '--json');
    expect({ code, out, args }).toEqual({ code: 1, out: '', args });
    return JSON.parse(err).error as { code: string; text: string; params?: object };
  }

  test.each([
    [['nonsense'], 'usage', /unknown command 'nonsense'/],
    [['user'], 'usage', /not whole/],
    [['user', 'add', '--name', 'A'], 'usage', /--email/],
    [['user', 'list', '--nonsense'], 'usage', /--nonsense/],
    [['user', 'role', 'a@b.dk', 'king'], 'usage', /king/],
    [['user', 'role', 'a@b.dk'], 'usage', /role/],
    [['user', 'add', '--name', ' ', '--email', 'a@b.dk'], 'name-required', /Write the name/],
    [['user', 'competence', lead, '--municipality', '0615'], 'usage', /--every-section/],
    [
      ['user', 'competence', lead, '--municipality', '0615', '--section', 'nothing'],
      'sections-unknown',
      /questionnaire in force/,
    ],
    [
      ['user', 'competence', lead, '--municipality', '0851', '--every-section'],
      'membership-unknown',
      /not have the role/,
    ],
    [['attestation', 'list', '9999'], 'unknown-municipality', /9999/],
    [['colleague', 'list', '99999999'], 'unknown-supplier', /99999999/],
    [['colleague', 'invitations', '99999999'], 'unknown-supplier', /99999999/],
    [['transfer', 'list', '99999999'], 'unknown-supplier', /99999999/],
    [['steward', 'list', '99999999'], 'unknown-supplier', /99999999/],
    [['api-token', 'list', '--supplier', '99999999'], 'unknown-supplier', /99999999/],
    [['handover', 'list', 'nothing'], 'unknown-product', /nothing/],
    [['user', 'data', 'nobody@example.dk'], 'unknown-person', /nobody@example.dk/],
    [['dispute', 'list', '--by', 'nobody@example.dk'], 'unknown-person', /nobody@example.dk/],
    [['dispute', 'list', '--by', lead], 'role-required', /coordinator/],
    [['hearing', 'comments', nowhere], 'unknown-hearing', /0000/],
    [['hearing', 'comments', 'x'], 'unknown-hearing', /x/],
    [['text', 'show', 'nothing'], 'unknown-text', /nothing/],
    [['case', 'journal', '1999-0001'], 'unknown-case', /1999-0001/],
    [
      ['settings', 'set', '--lease-hours', '0', '--review-days', 'x'],
      'settings-out-of-bounds',
      /--lease-hours.*--review-days/,
    ],
    [['interface', 'sunset', 'SF0000', '1', 'none'], 'unknown-interface', /SF0000/],
    [['outbox', 'retry', nowhere], 'unknown-mail', /0000/],
    [['outbox', 'list', 'nonsense'], 'not-possible', /waiting/],
    [['product', 'merge', 'lyngpost', 'nothing', ...because], 'unknown-product', /nothing/],
    [['supplier', 'merge', '99999999', fjordlys, ...because], 'unknown-supplier', /99999999/],
  ])('%j is refused as one object', async (args, code, text) => {
    const error = await refusalOf(...args);
    expect(error.code).toBe(code);
    expect(error.text).toMatch(text);
  });

  /** Of each command: all it needs, of which nothing is there. */
  const strangers = leaves
    .filter(({ name, command }) => command.registeredArguments.length > 0 && name !== 'questionnaire check')
    .flatMap(({ name, command }) =>
      [nowhere, 'x'].map((word) => {
        const given = command.registeredArguments.map(({ argChoices }) => argChoices?.[0] ?? word);
        const needed = command.options.filter(({ mandatory }) => mandatory).flatMap(({ long }) => [String(long), word]);
        const real = needed.map((each, at) => (needed[at - 1] === '--by' ? coordinator : each));
        return [...name.split(' '), ...given, ...real];
      }),
    );

  test('what names nothing that is there is a refusal of each, never a failure, and changes nothing', async () => {
    const before = await readAll();
    for (const args of strangers) {
      const error = await refusalOf(...args);
      expect(error.text, args.join(' ')).not.toBe('');
      expect(['failure', 'unknown'], args.join(' ')).not.toContain(error.code);
    }
    expect(differing(before, await readAll())).toEqual([]);
  });

  test('what takes its time is not told, so that the error output stays one object', async () => {
    const { err } = await run('demo', 'load', '--json');
    expect(err).toBe('');
    expect(existsSync(path.join(folder, 'evidence'))).toBe(true);
  });
});
