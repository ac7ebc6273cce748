import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeDump } from '~/db/published/dump';
import { dumpTables } from '~/db/published/dump-tables';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { insertMarket, insertSecrets } from '~/test/factories/published-market';

let database: TestDatabase;
let folder: string;
const licence = {
  name: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: 'Snitfladeklar',
};

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'dump-'));
  await insertMarket(database.db);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const write = () => writeDump(database.sql, folder, { now: new Date('2026-11-24T02:00:00Z'), licence });
const text = async (name: string) => gunzipSync(await readFile(path.join(folder, name))).toString();
const everything = async () =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(folder)).map(async (name) => [name, await readFile(path.join(folder, name), 'hex')]),
    ),
  );

it('has the same rows as JSON Lines and CSV, and a manifest that counts them', async () => {
  const { files } = await write();
  expect((await readdir(folder)).sort()).toEqual(
    [...files.map(({ name }) => name), 'manifest.json', 'datapackage.json'].sort(),
  );
  for (const { name, columns } of dumpTables) {
    const lines = (await text(`${name}.jsonl.gz`)).split('\n').filter(Boolean);
    const json = lines.map((line): unknown => JSON.parse(line));
    const csv: Record<string, string>[] = parse(await text(`${name}.csv.gz`), { columns: true });
    expect(files.find((file) => file.name === `${name}.jsonl.gz`)?.rows).toBe(json.length);
    expect(csv).toHaveLength(json.length);
    for (const row of [...json.slice(0, 1), ...csv.slice(0, 1)]) {
      expect(Object.keys(row as object)).toEqual(columns.map((column) => column.name));
    }
  }
  const support: Record<string, string>[] = parse(await text('support.csv.gz'), { columns: true });
  expect(support.find((row) => row.interface === 'SF1500' && row.level === 'in_production')).toMatchObject({
    municipalities: '0101; 0851',
    since_on: '2025-03-01',
  });
});

it('never begins a cell of CSV with a formula', async () => {
  await database.sql`update published.products set description = '=HYPERLINK("http://x")' where name = 'Zebra'`;
  await write();
  const rows: Record<string, string>[] = parse(await text('products.csv.gz'), { columns: true });
  expect(rows.find(({ name }) => name === 'Zebra')?.description).toBe(`'=HYPERLINK("http://x")`);
  expect(await text('products.jsonl.gz')).toContain(String.raw`"=HYPERLINK(\"http://x\")"`);
});

it('has nothing that is not published: the same bytes with and without it', async () => {
  await write();
  const before = await everything();
  await insertSecrets(database.db);
  await write();
  expect(await everything()).toEqual(before);
});

it('has a data dictionary that names every column of every file, with the licence', async () => {
  const { files } = await write();
  const dictionary = JSON.parse(await readFile(path.join(folder, 'datapackage.json'), 'utf8'));
  expect(dictionary.licenses).toEqual([{ title: licence.name, path: licence.url }]);
  interface Resource {
    path: string;
    hash: string;
    schema: { fields: { name: string; description: string }[] };
  }
  const resources: Resource[] = dictionary.resources;
  expect(resources.map(({ path: name, hash }) => [name, hash])).toEqual(
    files.map(({ name, sha256 }) => [name, `sha256:${sha256}`]),
  );
  for (const { path: name, schema } of resources) {
    const content = await text(name);
    const fields = schema.fields.map((field) => field.name);
    if (name.endsWith('.csv.gz')) expect(content.split('\n')[0]).toBe(fields.join(','));
    else if (content !== '') expect(Object.keys(JSON.parse(content.split('\n')[0] ?? ''))).toEqual(fields);
    expect(schema.fields.filter(({ description }) => description.length < 5)).toEqual([]);
  }
});
