import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type postgres from 'postgres';
import { readCopy } from '~/db/copy-out';
import { dataPackageOf } from './data-package';
import { type DumpTable, dumpTables } from './dump-tables';

export interface DumpFile {
  name: string;
  rows: number;
  /** Of the compressed file. */
  sha256: string;
}

export interface Dump {
  madeAt: string;
  licence: { name: string; url: string; attribution: string };
  files: DumpFile[];
  /** Which file says what each column means. */
  dictionary: string;
}

/** The data dictionary in the dump. */
export const dictionaryName = 'datapackage.json';

/** A row of which no value can hold it: JSON writes control characters out, CSV's texts have none of these. */
const notInText = { quote: "E'\\x01'", delimiter: "E'\\x02'" };

/**
 * Writes everything that is public to a folder, as JSON Lines and CSV, compressed, with a manifest: one state of the
 * database, copied row by row, so that memory does not grow with it. What is there is replaced file by file when all is
 * written.
 * @param sql a pool that may take its time
 * @param folder is made where it is not there
 */
export async function writeDump(
  sql: postgres.Sql,
  folder: string,
  { now, licence }: { now: Date; licence: Dump['licence'] },
): Promise<Dump> {
  await mkdir(folder, { recursive: true });
  const draft = await mkdtemp(path.join(folder, '.draft-'));
  try {
    const files = await sql.begin('isolation level repeatable read read only', async (tx) => {
      await tx`set local statement_timeout = 0`;
      const written: DumpFile[] = [];
      for (const table of dumpTables) {
        written.push(await writeFileOf(tx, draft, `${table.name}.jsonl.gz`, jsonLinesOf(table)));
        written.push(await writeFileOf(tx, draft, `${table.name}.csv.gz`, csvOf(table)));
      }
      return written;
    });
    const dump: Dump = { madeAt: now.toISOString(), licence, dictionary: dictionaryName, files };
    const write = (name: string, value: object) =>
      writeFile(path.join(draft, name), `${JSON.stringify(value, null, 2)}\n`);
    await write(dictionaryName, dataPackageOf(dump));
    await write('manifest.json', dump);
    for (const name of [...files.map((file) => file.name), dictionaryName, 'manifest.json']) {
      // Whoever asks is told when the dump was made, not when the file was moved.
      await utimes(path.join(draft, name), now, now);
      await rename(path.join(draft, name), path.join(folder, name));
    }
    return dump;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function writeFileOf(
  tx: postgres.TransactionSql,
  folder: string,
  name: string,
  { copy, head }: { copy: string; head: string },
): Promise<DumpFile> {
  const hash = createHash('sha256');
  const size = { lines: 0 };
  const counted = new Transform({
    construct(done) {
      if (head !== '') this.push(head);
      done();
    },
    // COPY hands over one row at a time.
    transform(row: Buffer, _encoding, done) {
      size.lines += 1;
      done(null, row);
    },
  });
  const hashed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const file = createWriteStream(path.join(folder, name));
  await readCopy(tx, copy, (rows) => pipeline(rows, counted, createGzip({ level: 6 }), hashed, file));
  return { name, rows: size.lines, sha256: hash.digest('hex') };
}

function jsonLinesOf({ columns, from }: DumpTable): { copy: string; head: string } {
  const pairs = columns.map(({ name, expression }) => `'${name}', ${expression}`).join(', ');
  const { quote, delimiter } = notInText;
  return {
    copy: `copy (select json_build_object(${pairs}) ${from}) to stdout with (format csv, quote ${quote}, delimiter ${delimiter})`,
    head: '',
  };
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it, as in app/api/tables/csv.ts. */
function csvOf({ columns, from }: DumpTable): { copy: string; head: string } {
  const cells = columns.map(({ expression, type }) =>
    type === 'number' || type === 'yes/no'
      ? expression
      : `regexp_replace((${expression})::text, '^(\\s*[=+@\\-＝＋－＠]|[\\t\\r\\n])', '''\\1')`,
  );
  return {
    copy: `copy (select ${cells.join(', ')} ${from}) to stdout with (format csv)`,
    head: `${columns.map(({ name }) => name).join(',')}\n`,
  };
}
