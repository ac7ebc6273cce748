import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { s3Storage } from '~/app/storage/s3-storage';

/** A real store on a port of its own, which checks signatures. */
const directory = mkdtempSync(path.join(tmpdir(), 'snitfladeklar-s3-'));
const server = new S3rver({ port: 0, silent: true, directory, configureBuckets: [{ name: 'evidence', configs: [] }] });
let endpoint: string;
let storage: Awaited<ReturnType<typeof s3Storage>>;

const settings = () => ({
  endpoint,
  bucket: 'evidence',
  region: 'eu-central-1',
  accessKeyId: 'S3RVER',
  secretAccessKey: 'S3RVER',
});

beforeAll(async () => {
  const { port } = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
  storage = await s3Storage(settings());
});
afterAll(async () => {
  storage?.close();
  await server.close();
  rmSync(directory, { recursive: true, force: true });
});

const bytes = Buffer.from('Driftsrapport fra Aarhus');
const sha256 = createHash('sha256').update(bytes).digest('hex');

async function read(hash: string): Promise<Buffer | null> {
  const stream = await storage.get(hash);
  return stream === null ? null : Buffer.from(await new Response(stream).arrayBuffer());
}

test('finds nothing where there is nothing', async () => {
  expect(await read(sha256)).toBeNull();
});

test('keeps nothing of a source that breaks off', async () => {
  async function* broken() {
    yield bytes;
    throw new Error('too large');
  }
  await expect(storage.put(broken())).rejects.toThrow('too large');
  expect(await read(sha256)).toBeNull();
});

test('keeps bytes and streams under their hash and gives them back', async () => {
  expect(await storage.put(bytes)).toEqual({ sha256, size: bytes.byteLength });
  expect(await read(sha256)).toEqual(bytes);
  const large = Buffer.alloc(5_000_000, 'æ');
  async function* chunks() {
    for (let from = 0; from < large.length; from += 65_536) yield large.subarray(from, from + 65_536);
  }
  const stored = await storage.put(chunks());
  expect(stored.size).toBe(large.length);
  expect((await read(stored.sha256))?.equals(large)).toBe(true);
});

test.each(['../../secret', '', 'a', sha256.toUpperCase(), `${sha256}/..`])(
  'takes no path for a hash: %s',
  async (hash) => {
    expect(await read(hash)).toBeNull();
  },
);

test.each([
  ['a bucket that is not there', { bucket: 'elsewhere' }],
  ['a key that the store does not know', { accessKeyId: 'unknown' }],
  ['a store that is not there', { endpoint: 'http://127.0.0.1:9' }],
])('says at the start: %s', async (_, change) => {
  await expect(s3Storage({ ...settings(), ...change })).rejects.toThrow(/^S3_BUCKET: \w+ at \S+ cannot be used/);
});
