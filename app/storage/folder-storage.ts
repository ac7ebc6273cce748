import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { webStreamOf } from '~/app/server/web-stream';
import type { EvidenceStorage, StoredEvidence } from './evidence-storage';

/**
 * Evidence in a folder of this machine: `ab/abcdef…` by content hash. Files are written under another name, forced
 * to the disk and then renamed, so that a crash leaves either the whole file or nothing under its hash.
 * @param folder created when missing
 */
export function folderStorage(folder: string): EvidenceStorage {
  return {
    put: (content) => put(folder, content),
    get: (sha256) => get(folder, sha256),
  };
}

async function put(folder: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredEvidence> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = path.join(folder, `incoming-${randomUUID()}`);
  try {
    const stored = await writeDurably(draft, content instanceof Uint8Array ? [content] : content);
    const target = fileOf(folder, stored.sha256);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await rename(draft, target);
    await syncFolder(path.dirname(target));
    await syncFolder(folder);
    return stored;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeDurably(
  file: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<StoredEvidence> {
  const hash = createHash('sha256');
  let size = 0;
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.byteLength;
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** The new name is part of the folder; without this a power failure could lose it. */
async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function get(folder: string, sha256: string): Promise<ReadableStream<Uint8Array> | null> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  const file = fileOf(folder, sha256);
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  return isThere ? webStreamOf(createReadStream(file)) : null;
}

function fileOf(folder: string, sha256: string): string {
  return path.join(folder, sha256.slice(0, 2), sha256);
}
