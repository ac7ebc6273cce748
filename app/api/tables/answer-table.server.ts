import { ReadableStream } from 'node:stream/web';
import * as z from 'zod';
import type { Licence } from '../licence';
import { ApiProblem } from '../problem';
import { apiAnswers } from '../schemas';
import { type Cell, columnsOf, rowsOf, type TableColumn } from './columns';
import { csvLine } from './csv';
import { type Format, formats } from './format';
import { xlsxChunks } from './xlsx';

/** How an answer of the API is a table. */
export interface ApiTable {
  /** The file's name, without its end. */
  name: string;
  /** The list whose entries are the rows, beside what each of them is part of. */
  expand?: string;
  columns(first: object): TableColumn[];
}

/** The table of an address: its columns are those of the schema that its JSON keeps to. */
export function tableOf(name: keyof typeof apiAnswers, expand?: string): ApiTable {
  const data = apiAnswers[name].shape.data;
  const entry = data instanceof z.ZodArray ? (data.element as z.ZodType) : data;
  let columns: TableColumn[] | undefined;
  return {
    name,
    expand,
    columns: () => {
      columns ??= columnsOf(entry, expand);
      return columns;
    },
  };
}

/**
 * @returns the format that is asked for, and the request without it
 * @throws ApiProblem 400 for one that there is not
 */
export function takeFormat(request: Request): { format: Format; request: Request } {
  const url = new URL(request.url);
  const asked = url.searchParams.getAll('format').filter((value) => value !== '');
  const format = asked.length === 0 ? 'json' : formats.find((each) => each === asked[0]);
  if (!format || asked.length > 1) throw ApiProblem.badParameter('format');
  url.searchParams.delete('format');
  return { format, request: new Request(url, { method: request.method, signal: request.signal }) };
}

interface TableAnswer {
  format: Exclude<Format, 'json' | 'jsonld'>;
  table: ApiTable;
  /** The JSON answer, or its first page. */
  first: object;
  readAfter: (cursor: string) => Promise<object>;
  licence: Licence;
  headers: Record<string, string>;
}

const contentTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The whole list as one file. Only one page of it is in memory at a time: the next is read when the reader has room. */
export function tableResponse({ format, table, first, readAfter, licence, headers }: TableAnswer): Response {
  const columns = table.columns(first);
  const rows = batchesOf(first, readAfter, (entry) => rowsOf(entry, columns, table.expand));
  const names = columns.map(({ name }) => name);
  const notes = [
    ['licence', licence.name],
    ['url', licence.url],
    ['attribution', licence.attribution],
  ];
  const chunks = format === 'csv' ? csvChunks(names, rows) : xlsxChunks(names, rows, notes);
  return new Response(streamOf(chunks) as BodyInit, {
    headers: {
      ...headers,
      'Content-Type': contentTypes[format],
      'Content-Disposition': `attachment; filename="snitfladeklar-${table.name}.${format}"`,
    },
  });
}

async function* batchesOf(
  first: object,
  readAfter: TableAnswer['readAfter'],
  rows: (entry: object) => Cell[][],
): AsyncGenerator<Cell[][]> {
  let page = pageSchema.parse(first);
  for (;;) {
    const entries = Array.isArray(page.data) ? page.data : [page.data];
    yield entries.flatMap(rows);
    if (!page.next) return;
    page = pageSchema.parse(await readAfter(page.next));
  }
}

const entrySchema = z.custom<object>((value) => typeof value === 'object' && value !== null);
const pageSchema = z.object({
  data: z.union([z.array(entrySchema), entrySchema]),
  next: z.string().nullish(),
});

const encoder = new TextEncoder();
/** Tells Excel that the file is UTF-8. */
const byteOrderMark = '\u{FEFF}';

async function* csvChunks(names: readonly string[], rows: AsyncIterable<Cell[][]>): AsyncGenerator<Uint8Array> {
  yield encoder.encode(byteOrderMark + csvLine(names));
  for await (const batch of rows) yield encoder.encode(batch.map(csvLine).join(''));
}

function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}
