import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type postgres from 'postgres';
import type { EvidenceStorage } from '~/app/storage/evidence-storage';
import { readCopy } from '~/db/copy-out';
import { OperatorProblem } from '~/db/operator-problem';
import { evidenceFile, type Manifest, manifestFile, tableFile } from './manifest';
import { lastMigration, listTables, type SavedTable } from './tables';

/**
 * Saves the database and the evidence as they are at one moment, while everybody works on: one snapshot of the database,
 * then the files that it names. Flat memory.
 * @param folder is made; must be empty if it is there
 * @throws OperatorProblem when the folder is not empty or a file is lost
 */
export async function saveBackup(
  sql: postgres.Sql,
  storage: EvidenceStorage,
  { folder, now }: { folder: string; now: Date },
): Promise<Manifest> {
  await mkdir(path.join(folder, 'tables'), { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 1) throw new OperatorProblem(`${folder} is not empty.`);
  const saved = await sql.begin('isolation level repeatable read read only', async (tx) => {
    await tx`set local statement_timeout = 0`;
    const tables: Manifest['tables'] = [];
    for (const table of await listTables(tx)) tables.push(await saveTable(tx, folder, table));
    const [head] = await tx`select number::int as number, hash from log_head`;
    const files = await tx<{ hash: string }[]>`select hash from files order by hash`;
    return { migration: await lastMigration(tx), log: head, tables, evidence: files.map(({ hash }) => hash) };
  });
  for (const hash of saved.evidence) await saveFile(storage, folder, hash);
  const manifest = { schema: 'snitfladeklar/backup/1', madeAt: now.toISOString(), ...saved } as Manifest;
  await writeFile(path.join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  });
  return manifest;
}

async function saveTable(
  tx: postgres.TransactionSql,
  folder: string,
  { name, columns }: SavedTable,
): Promise<Manifest['tables'][number]> {
  const hash = createHash('sha256');
  const rows = await tx.unsafe(`select count(*)::int as count from ${name}`);
  const watched = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const target = createWriteStream(path.join(folder, tableFile(name)), { mode: 0o600 });
  await readCopy(tx, `copy ${name} (${columns.join(', ')}) to stdout`, (source) =>
    pipeline(source, watched, createGzip(), target),
  );
  return { name, columns, rows: Number(rows[0]?.count), sha256: hash.digest('hex') };
}

async function saveFile(storage: EvidenceStorage, folder: string, hash: string): Promise<void> {
  const content = await storage.get(hash);
  if (!content) throw new OperatorProblem(`The evidence store has lost the file ${hash}; the backup is not complete.`);
  const file = path.join(folder, evidenceFile(hash));
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await pipeline(Readable.fromWeb(content as never), createWriteStream(file, { mode: 0o600 }));
}
