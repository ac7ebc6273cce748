import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderStorage } from '~/app/storage/folder-storage';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'snitfladeklar-evidence-'));
  folder = path.join(parent, 'evidence');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const bytes = Buffer.from('Driftsrapport fra Aarhus');
const sha256 = createHash('sha256').update(bytes).digest('hex');

async function read(hash: string): Promise<Buffer | null> {
  const stream = await folderStorage(folder).get(hash);
  return stream === null ? null : Buffer.from(await new Response(stream).arrayBuffer());
}

function files(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

test('keeps bytes under their hash and gives them back', async () => {
  expect(await folderStorage(folder).put(bytes)).toEqual({ sha256, size: bytes.byteLength });
  expect(await read(sha256)).toEqual(bytes);
});

test('keeps a stream as it keeps bytes, and the same content once', async () => {
  const storage = folderStorage(folder);
  await storage.put(bytes);
  async function* chunks() {
    yield bytes.subarray(0, 5);
    yield bytes.subarray(5);
  }
  expect(await storage.put(chunks())).toEqual({ sha256, size: bytes.byteLength });
  expect(files()).toEqual([sha256.slice(0, 2), path.join(sha256.slice(0, 2), sha256)]);
});

test('keeps nothing of a source that breaks off', async () => {
  async function* broken() {
    yield bytes;
    throw new Error('too large');
  }
  await expect(folderStorage(folder).put(broken())).rejects.toThrow('too large');
  expect(files()).toEqual([]);
});

test('finds nothing where there is nothing', async () => {
  expect(await read(sha256)).toBeNull();
});

test.each(['../../secret', '', 'a', '..%2fsecret', sha256.toUpperCase(), `${sha256}/..`])(
  'takes no path for a hash: %s',
  async (hash) => {
    writeFileSync(path.join(parent, 'secret'), 'secret');
    await folderStorage(folder).put(bytes);
    expect(await read(hash)).toBeNull();
  },
);
