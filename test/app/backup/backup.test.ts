import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreBackup } from '~/app/backup/restore';
import { saveBackup } from '~/app/backup/save';
import { listTables } from '~/app/backup/tables';
import { folderStorage } from '~/app/storage/folder-storage';
import { rebuildPublished } from '~/db/publication';
import { files } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '../../database';
import { CaseWalk, makeCaseWorld } from '../../factories/reviewed-case';

/** The drill: a portal that is in use is saved, and comes back elsewhere as it was. */
const parent = mkdtempSync(path.join(tmpdir(), 'snitfladeklar-backup-'));
const folder = path.join(parent, 'backup');
const now = new Date('2026-11-24T12:00:00Z');
const bytes = Buffer.from('Driftsrapport fra Aarhus');
let from: TestDatabase;
let walk: CaseWalk;

const storageOf = (name: string) => folderStorage(path.join(parent, name));

beforeAll(async () => {
  from = await createTestDatabase();
  walk = await CaseWalk.begin(await makeCaseWorld(from.db));
  await walk.toDecision();
  await walk.decide('approved');
  const { sha256, size } = await storageOf('evidence').put(bytes);
  await from.db.insert(files).values({ hash: sha256, size, mediaType: 'text/plain', storedAt: now });
  await saveBackup(from.sql, storageOf('evidence'), { folder, now });
});
afterAll(async () => {
  await from.drop();
  rmSync(parent, { recursive: true, force: true });
});

async function contentOf({ sql }: TestDatabase): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  for (const { name } of await listTables(sql)) {
    const [row] = await sql.unsafe(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as content from ${name} t`,
    );
    content[name] = String(row?.content);
  }
  return content;
}

async function withEmpty(work: (to: TestDatabase) => Promise<void>): Promise<void> {
  const to = await createTestDatabase();
  try {
    await work(to);
  } finally {
    await to.drop();
  }
}

const restore = ({ sql, db }: TestDatabase, name = 'restored') =>
  restoreBackup({ sql, db, storage: storageOf(name) }, folder);

describe('a backup', () => {
  it('comes back as it was, to the last row and file', () =>
    withEmpty(async (to) => {
      await restore(to);
      const before = await contentOf(from);
      expect(await contentOf(to)).toEqual(before);
      expect(Object.values(before).filter((content) => !content.startsWith('0 ')).length).toBeGreaterThan(20);
      const [hash] = (await to.sql`select hash from files`).map((row) => String(row.hash));
      const content = await storageOf('restored').get(hash ?? '');
      expect(Buffer.from(await new Response(content).arrayBuffer())).toEqual(bytes);
      // What the public sees follows from the decisions there as well, and triggers guard again.
      await rebuildPublished(to.db);
      const rebuilt = await contentOf(to);
      expect(rebuilt['published.products']).toBe(before['published.products']);
      await expect(to.sql`delete from log`).rejects.toThrow('append-only');
    }));

  it('is tried without keeping a row or a file', () =>
    withEmpty(async (to) => {
      const before = await contentOf(to);
      const tried = await restoreBackup({ sql: to.sql, db: to.db, storage: storageOf('tried') }, folder, {
        dryRun: true,
      });
      expect(tried.evidence).toHaveLength(1);
      expect(await contentOf(to)).toEqual(before);
      expect(existsSync(path.join(parent, 'tried'))).toBe(false);
    }));

  it('is one moment, whoever works on meanwhile', async () => {
    const other = path.join(parent, 'busy');
    const saving = saveBackup(from.sql, storageOf('evidence'), { folder: other, now });
    await Promise.all([saving, ...Array.from({ length: 5 }, () => CaseWalk.begin(walk.world))]);
    await withEmpty(async (to) => {
      await restoreBackup({ sql: to.sql, db: to.db, storage: storageOf('busy-files') }, other);
    });
  });

  it('is not written over another', async () => {
    await expect(saveBackup(from.sql, storageOf('evidence'), { folder, now })).rejects.toThrow('is not empty');
  });

  it('is not made without a file that is lost', async () => {
    const elsewhere = { folder: path.join(parent, 'lost'), now };
    await expect(saveBackup(from.sql, storageOf('nothing'), elsewhere)).rejects.toThrow('has lost the file');
    expect(readdirSync(elsewhere.folder)).not.toContain('manifest.json');
  });
});

describe('restoring refuses, and leaves the database empty,', () => {
  const isEmpty = async ({ sql }: TestDatabase) => (await sql`select 1 from people limit 1`).length === 0;

  it('where there is data already', async () => {
    const before = await contentOf(from);
    await expect(restore(from)).rejects.toThrow('There is data in the database already');
    expect(await contentOf(from)).toEqual(before);
  });

  it('what is no backup', () =>
    withEmpty(async ({ sql, db }) => {
      const nothing = restoreBackup({ sql, db, storage: storageOf('x') }, path.join(parent, 'evidence'));
      await expect(nothing).rejects.toThrow('is no backup');
    }));

  /** Changes one file of the backup, tries, and puts it back. */
  async function withChanged(
    file: string,
    change: (content: Buffer) => Buffer,
    message: string | RegExp,
  ): Promise<void> {
    const place = path.join(folder, file);
    const kept = readFileSync(place);
    writeFileSync(place, change(kept));
    try {
      await withEmpty(async (to) => {
        const tried = restoreBackup({ sql: to.sql, db: to.db, storage: storageOf('tried') }, folder, { dryRun: true });
        await expect(tried).rejects.toThrow(message);
        await expect(restore(to)).rejects.toThrow(message);
        expect(await isEmpty(to)).toBe(true);
      });
    } finally {
      writeFileSync(place, kept);
    }
  }

  it('a table in which a row was changed', () =>
    withChanged(
      'tables/people.copy.gz',
      (content) => gzipSync(gunzipSync(content).toString().replace('Hemmelig', 'Ændret__')),
      'tables/people.copy.gz is not what was saved',
    ));

  it('a table that was cut off', () =>
    withChanged('tables/log.copy.gz', (content) => content.subarray(0, -20), 'tables/log.copy.gz cannot be restored'));

  it('a file that was changed', async () => {
    const [hash = ''] = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')).evidence;
    await withChanged(`evidence/${hash.slice(0, 2)}/${hash}`, () => Buffer.from('andet'), 'is not what was saved');
  });

  it('a backup of another version', () =>
    withChanged(
      'manifest.json',
      (content) => Buffer.from(content.toString().replace(/"migration": \d+/, '"migration": 1')),
      'is of another version of the portal',
    ));
});
