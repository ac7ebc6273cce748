import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type postgres from 'postgres';
import type { EvidenceStorage } from '~/app/storage/evidence-storage';
import type { Db } from '~/db/client';
import { verifyLog } from '~/db/log';
import { OperatorProblem } from '~/db/operator-problem';
import { evidenceFile, type Manifest, manifestFile, manifestSchema, tableFile } from './manifest';
import { lastMigration, listTables } from './tables';

/**
 * Brings a backup into an empty database and an evidence store, all or nothing: each table and file is checked against
 * its hash, each foreign key by the database; then the log from its first row to the end that was saved.
 * @param dryRun checks the same and takes the rows back; no file is stored, and the log's chain stays unread
 * @throws OperatorProblem in words when the folder is no whole backup, the database holds something, or it is of another
 *   version of the portal
 */
export async function restoreBackup(
  { sql, db, storage }: { sql: postgres.Sql; db: Db; storage: EvidenceStorage },
  folder: string,
  { dryRun = false } = {},
): Promise<Manifest> {
  const manifest = await readManifest(folder);
  if ((await lastMigration(sql)) !== manifest.migration) {
    throw new OperatorProblem(
      'The backup is of another version of the portal: restore it with that one, then upgrade.',
    );
  }
  // The files first: rows that name files which are not there would be worse than files that no row names.
  for (const hash of manifest.evidence) {
    await restoreFile(dryRun ? { put: hashOnly } : storage, folder, hash);
  }
  const restored = sql.begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await requireEmpty(tx);
    const known = await listTables(tx);
    if (known.map(({ name }) => name).join() !== manifest.tables.map(({ name }) => name).join()) {
      throw new OperatorProblem('The backup does not hold the tables that this version of the portal has.');
    }
    for (const { name } of known) await tx.unsafe(`alter table ${name} disable trigger user`);
    for (const { name } of [...known].reverse()) await tx.unsafe(`delete from ${name}`);
    for (const table of manifest.tables) await restoreTable(tx, folder, table);
    for (const { name } of known) await tx.unsafe(`alter table ${name} enable trigger user`);
    if (dryRun) throw new TakenBack();
  });
  const isTakenBack = await restored.then(
    () => false,
    (error: Error) => {
      if (error instanceof TakenBack) return true;
      throw error;
    },
  );
  if (isTakenBack) return manifest;
  const { problem } = await verifyLog(db, manifest.log.number > 0 ? [manifest.log] : []);
  if (problem) throw new OperatorProblem(`The log of the backup is broken at row ${problem.number}.`);
  return manifest;
}

/** Rolls the rows of a dry run back. */
class TakenBack extends Error {}

/** Reads a file as the store does, and keeps nothing. */
async function hashOnly(content: AsyncIterable<Uint8Array>): Promise<{ sha256: string }> {
  const hash = createHash('sha256');
  for await (const part of content) hash.update(part);
  return { sha256: hash.digest('hex') };
}

interface FileSink {
  put(content: ReadStream): Promise<{ sha256: string }>;
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, manifestFile), 'utf8').catch(() => null);
  if (text === null)
    throw new OperatorProblem(`${folder} is no backup, or one that was interrupted: it has no ${manifestFile}.`);
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new OperatorProblem(`${path.join(folder, manifestFile)} cannot be read.`);
  }
}

/** The migrations leave a row of their own in two tables; anybody's data begins with a row in the log. */
async function requireEmpty(tx: postgres.TransactionSql): Promise<void> {
  const [found] = await tx`
    select exists (select 1 from log) or exists (select 1 from people) or exists (select 1 from suppliers) as is_used`;
  if (found?.is_used)
    throw new OperatorProblem('There is data in the database already. A backup is restored into an empty one.');
}

async function restoreTable(
  tx: postgres.TransactionSql,
  folder: string,
  { name, columns, rows, sha256 }: Manifest['tables'][number],
): Promise<void> {
  const hash = createHash('sha256');
  const watched = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const target = await tx.unsafe(`copy ${name} (${columns.join(', ')}) from stdin`).writable();
  await pipeline(createReadStream(path.join(folder, tableFile(name))), createGunzip(), watched, target).catch(
    (error: Error) => {
      throw new OperatorProblem(`${tableFile(name)} cannot be restored: ${error.message}`);
    },
  );
  const [counted] = await tx.unsafe(`select count(*)::int as count from ${name}`);
  if (hash.digest('hex') !== sha256 || Number(counted?.count) !== rows) {
    throw new OperatorProblem(`${tableFile(name)} is not what was saved.`);
  }
}

async function restoreFile(storage: FileSink, folder: string, hash: string): Promise<void> {
  const file = evidenceFile(hash);
  const kept = await storage.put(createReadStream(path.join(folder, file))).catch((error: Error) => {
    throw new OperatorProblem(`${file} cannot be read: ${error.message}`);
  });
  if (kept.sha256 !== hash) throw new OperatorProblem(`${file} is not what was saved.`);
}
