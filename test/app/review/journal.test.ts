import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journalPackage } from '~/app/review/journal-package.server';
import { folderStorage } from '~/app/storage/folder-storage';
import { findCaseByNumber, findJournal, type Journal } from '~/db/cases/journal';
import { createTestDatabase, type TestDatabase } from '../../database';
import { CaseWalk, makeCaseWorld } from '../../factories/reviewed-case';

let test: TestDatabase;
let folder: string;
let walk: CaseWalk;

beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'snitfladeklar-journal-'));
  walk = await CaseWalk.begin(await makeCaseWorld(test.db));
});
afterAll(async () => {
  await test.drop();
  await rm(folder, { recursive: true, force: true });
});

const madeAt = new Date('2026-11-24T12:00:00Z');

async function unpack(journal: Journal): Promise<Record<string, Uint8Array>> {
  const content = journalPackage(journal, folderStorage(folder), madeAt);
  return unzipSync(new Uint8Array(await new Response(content).arrayBuffer()));
}

async function getJournal(): Promise<Journal> {
  const journal = await findJournal(test.db, walk.caseId);
  if (!journal) throw new Error('There is no journal.');
  return journal;
}

const sha256 = (bytes: Uint8Array | undefined) =>
  createHash('sha256')
    .update(bytes ?? new Uint8Array())
    .digest('hex');

describe('the journal of a case', () => {
  it('does not exist before something was sent', async () => {
    expect(await findJournal(test.db, walk.caseId)).toBeUndefined();
  });

  it('holds everything that was said and decided, with the rows of the log', async () => {
    await walk.toDecision(['needs-elaboration', 'accepted']);
    await walk.decide('partially-approved');
    const { number } = await walk.row();
    expect(await findCaseByNumber(test.db, number)).toBe(walk.caseId);
    const files = await unpack(await getJournal());
    const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(JSON.parse(read('afgoerelse.json'))).toMatchObject({ outcome: 'partially-approved' });
    expect(JSON.parse(read('vurderinger.json'))).toHaveLength(4);
    expect(JSON.parse(read('indsendelser/1.json')).document.answers).toHaveLength(4);
    const actions = read('log.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).action);
    expect(actions.slice(0, 2)).toEqual(['case.open', 'case.submit']);
    expect(actions.at(-1)).toBe('case.confirm');
    const page = read('sag.html');
    expect(page).toContain(`Sag ${number}`);
    expect(page).toContain('Delvist godkendt');
    expect(page).toContain('Svar på first-one');
  });

  it('names, dates and sums each document, as sha256sum reads it', async () => {
    const files = await unpack(await getJournal());
    const { documents } = JSON.parse(strFromU8(files['index.json'] ?? new Uint8Array()));
    const sums = strFromU8(files.SHA256SUMS ?? new Uint8Array())
      .trim()
      .split('\n')
      .map((line) => line.split('  '));
    expect(sums.map(([, name]) => name).sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'SHA256SUMS')
        .sort(),
    );
    for (const [hash, name = ''] of sums) expect(sha256(files[name]), name).toBe(hash);
    for (const each of documents) expect(sha256(files[each.path]), each.path).toBe(each.sha256);
  });

  it('holds uploaded files under names that stay in their folder', async () => {
    const bytes = new Uint8Array(3_000_000).fill(7);
    const { sha256: hash } = await folderStorage(folder).put(bytes);
    const journal = await getJournal();
    const files = await unpack({ ...journal, files: [{ hash, size: bytes.length, name: '../../etc/<b>Prøve 1.pdf' }] });
    const name = Object.keys(files).find((each) => each.startsWith('dokumentation/'));
    expect(name).toBe(`dokumentation/${hash.slice(0, 12)}-____etc__b_Prøve 1.pdf`);
    expect(sha256(files[name ?? ''])).toBe(hash);
  });

  it('fails rather than to leave out a file that is lost', async () => {
    const lost = { ...(await getJournal()), files: [{ hash: '0'.repeat(64), size: 1, name: 'væk.pdf' }] };
    await expect(unpack(lost)).rejects.toThrow('has no file');
  });

  it('writes what people typed as text', async () => {
    const journal = await getJournal();
    const hostile = { ...journal, case: { ...journal.case, product: { id: 'x', name: '<script>alert(1)</script>' } } };
    const page = strFromU8((await unpack(hostile))['sag.html'] ?? new Uint8Array());
    expect(page).not.toContain('<script');
  });
});
