import type { Readable, Writable } from 'node:stream';
import type postgres from 'postgres';
import { readCopy } from '~/db/copy-out';

/** What the export of all answers has in a row, by name: an expression in SQL. */
const columns = {
  product: 'p.slug',
  supplier: 'p.supplier_slug',
  interface: `coalesce(a."interfaceId", '')`,
  question: 'a."questionId"',
  value: harmless('a.value'),
  justification: harmless('a.justification'),
  remark: harmless('a.remark'),
  approved_on: 'a."approvedOn"',
  approved_by: 'a."approvedBy"',
};

/** What a spreadsheet would take for a formula gets an apostrophe before it, as in app/api/tables/csv.ts. */
function harmless(text: string): string {
  return `case when ${text} ~ '^(\\s*[=+@\\-＝＋－＠]|[\\t\\r\\n])' then '''' || ${text} else ${text} end`;
}

const fields =
  '"interfaceId" text, "questionId" text, value text, justification text, remark text, "approvedOn" text, "approvedBy" text';
const selected = Object.values(columns).join(', ');
const statement = `copy (
  select ${selected} from published.products p, jsonb_to_recordset(p.answers) a(${fields})
  union all
  select ${selected} from published.products p join published.support s using (product_id), jsonb_to_recordset(s.answers) a(${fields})
) to stdout with (format csv)`;

/** A visitor who reads slowly keeps a connection for so long and no longer. */
const patience = '10min';
/** In bytes: the rows that are sent in one piece. A row alone is too small a thing to send. */
const piece = 64 * 1024;

/**
 * Writes every approved answer of this moment as CSV: one state of the database, row by row as fast as `to` takes them,
 * so that memory does not grow with the answers. When `to` is closed before the end, the database stops too.
 */
export async function writeAllAnswers(sql: postgres.Sql, to: Writable): Promise<void> {
  to.write(`${Object.keys(columns).join(',')}\n`);
  await sql.begin('isolation level repeatable read read only', async (tx) => {
    await tx.unsafe(`set local statement_timeout = '${patience}'`);
    const [backend] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
    const cancel = () => sql`select pg_cancel_backend(${backend?.pid ?? 0})`;
    await readCopy(tx, statement, (rows) => pour(rows, to, cancel));
  });
}

/** Not `pipeline`: rows have to be read to their end, or the connection would never be free again. */
function pour(rows: Readable, to: Writable, cancel: () => Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    let waiting: Buffer[] = [];
    let size = 0;
    const send = (): void => {
      if (size === 0) return;
      if (!to.write(Buffer.concat(waiting, size))) rows.pause();
      waiting = [];
      size = 0;
    };
    const stop = (): void => {
      cancel().catch(reject);
      rows.resume();
    };
    if (to.destroyed) stop();
    else to.once('close', stop);
    to.on('drain', () => rows.resume());
    rows.on('data', (row: Buffer) => {
      if (to.destroyed) return;
      waiting.push(row);
      size += row.byteLength;
      if (size >= piece) send();
    });
    rows.once('error', reject);
    rows.once('end', () => {
      to.off('close', stop);
      send();
      to.end();
      resolve();
    });
  });
}
