import * as z from 'zod';
import { decode, readCsv } from '~/app/exchange/read-csv';
import { readWorkbook } from '~/app/exchange/read-workbook.server';
import { type FileProblem, type ReadRow, type ReadSheet, textOf, UnreadableFile } from '~/app/exchange/sheets';
import type { ListedRequirement } from '~/workflows/requirement-import';
import { foldForSearch } from '~/workflows/search-words';

/** Endings of files that can be brought. */
export const requirementFormats = ['xlsx', 'csv', 'json'] as const;
/** In bytes: some thousands of requirements with long descriptions. */
export const requirementLimit = 5_000_000;
/** Rows of a list; of what is more, a person can no longer check what was understood. */
export const mostRows = 2_000;

export type ListProblem =
  | { code: Exclude<FileProblem, 'no-answers'> | 'old-excel' | 'not-json' | 'no-rows' | 'too-many-rows' }
  | { code: 'wrong-form'; found: string }
  | { code: 'cell-error'; row: number; found: string };

export type ReadList =
  | {
      ok: true;
      listed: ListedRequirement[];
      /** Whether rows of several cells were each read as one requirement, because no heading was known. */
      isWithoutHeadings?: boolean;
    }
  | { ok: false; problems: ListProblem[] };

/**
 * Reads a list of requirements: a workbook or CSV file with the headings that OS2kravmotor writes, or any with the same words in
 * them, in any order; its API's JSON; or plain lines, one requirement each.
 */
export function readRequirementFile(name: string, bytes: Uint8Array): ReadList {
  if (bytes.byteLength === 0) return refused({ code: 'empty' });
  if (bytes.byteLength > requirementLimit) return refused({ code: 'too-large' });
  try {
    const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1];
    if (isOldExcel(bytes)) return refused({ code: 'old-excel' });
    const isText = ending === 'csv' || ending === 'txt' || ending === 'tsv';
    const text = isText || ending === 'json' ? decode(bytes) : '';
    if (ending === 'json' || looksLikeJson(text)) return readJson(text);
    if (isText) return readSheet(readCsv(bytes));
    if (!isZip(bytes)) return refused({ code: 'wrong-file' });
    const [sheet] = readWorkbook(bytes);
    return sheet ? readSheet(sheet) : refused({ code: 'no-rows' });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return refused({ code: error.problem === 'no-answers' ? 'no-rows' : error.problem });
  }
}

/** Reads what was pasted: cells of a spreadsheet, JSON, or lines. */
export function readPastedRequirements(text: string): ReadList {
  return text.trim() === ''
    ? refused({ code: 'empty' })
    : readRequirementFile('pasted.csv', new TextEncoder().encode(text));
}

/** A list of objects, or an object with one: no line of a spreadsheet begins so. */
function looksLikeJson(text: string): boolean {
  return /^\uFEFF?\s*(?:\[\s*[{\]]|\{\s*["}])/.test(text);
}

const refused = (...problems: ListProblem[]): ReadList => ({ ok: false, problems });

/** The format of Excel before 2007, which is what OS2kravmotor writes. A workbook with a password is wrapped the same way. */
function isOldExcel(bytes: Uint8Array): boolean {
  const isCompound = [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
  return isCompound && !Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

const requirementSchema = z.object({
  id: z.union([z.string().max(200), z.number()]).optional(),
  name: z.string().max(2_000),
  description: z.string().max(20_000).nullish(),
  rationale: z.string().max(20_000).nullish(),
  importance: z.string().max(100).nullish(),
});
/** As OS2kravmotor's API answers `/api/purchase/{id}/requirements`; or that list under a name. */
const listSchema = z.union([z.array(requirementSchema), z.object({ requirements: z.array(requirementSchema) })]);

function readJson(text: string): ReadList {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused({ code: 'not-json' });
  }
  const read = listSchema.safeParse(value);
  if (!read.success) return refused({ code: 'wrong-form', found: placeOf(value) });
  const items = Array.isArray(read.data) ? read.data : read.data.requirements;
  return listOf(
    items.map(({ id, name, description, rationale, importance }, index) => ({
      row: index + 1,
      number: String(id ?? ''),
      name,
      description: [description, rationale].filter(Boolean).join('\n'),
      importance: importance ?? '',
      level: '',
    })),
  );
}

/** Where a list departs from the form: the first item that is none. */
function placeOf(value: unknown): string {
  const items = Array.isArray(value) ? value : (value as { requirements?: unknown } | null)?.requirements;
  if (!Array.isArray(items)) return 'requirements';
  const index = items.findIndex((item) => !requirementSchema.safeParse(item).success);
  const wrong = requirementSchema.safeParse(items[index]);
  return [index + 1, ...(wrong.error?.issues[0]?.path ?? [])].join('.').slice(0, 100);
}

/** Headings by what they head, folded; the first of them that a sheet has counts. */
const headings = {
  number: [
    'krav id',
    'kravid',
    'krav nr',
    'kravnr',
    'kravnummer',
    'nr',
    'nummer',
    'id',
    'requirement id',
    'number',
    'no',
  ],
  name: [
    'krav',
    'kravets navn',
    'navn',
    'kravtekst',
    'titel',
    'requirement',
    'name',
    'title',
    'snitflade',
    'interface',
  ],
  description: ['beskrivelse', 'kravbeskrivelse', 'description'],
  rationale: ['rationale', 'begrundelse', 'formaal'],
  help: ['fortolkning', 'lokal beskrivelse', 'hjaelpetekst', 'help text', 'noter', 'notes'],
  category: ['kategori', 'underkategori', 'category'],
  importance: ['prioritet', 'prioritering', 'vigtighed', 'vaegt', 'importance', 'priority', 'weight'],
  level: ['niveau', 'kraevet niveau', 'level', 'required level'],
} as const;
type Heading = keyof typeof headings;

/** Rows above the headings: OS2kravmotor's sheet of answers begins with the it-system. */
const searchedForHeadings = 20;

function readSheet({ rows }: ReadSheet): ReadList {
  const broken = rows.flatMap(({ number, cells }) =>
    [...cells.values()]
      .filter(({ problem }) => problem === 'cell-error')
      .map(({ value }) => ({ row: number, found: String(value) })),
  );
  if (broken.length > 0)
    return refused(...broken.slice(0, 20).map((each) => ({ code: 'cell-error' as const, ...each })));
  const head = rows.slice(0, searchedForHeadings).findIndex((row) => columnsOf(row).has('name'));
  if (head < 0) {
    const list = listOf(rows.map(asLine));
    return list.ok ? { ...list, isWithoutHeadings: looksLikeHeadings(rows[0]) } : list;
  }
  const columns = columnsOf(rows[head]);
  const text = (row: ReadRow, ...wanted: Heading[]): string =>
    wanted.flatMap((heading) => textOf(row.cells.get(columns.get(heading) ?? -1)) || []).join('\n');
  return listOf(
    rows.slice(head + 1).map((row) => ({
      row: row.number,
      number: text(row, 'number'),
      name: text(row, 'name'),
      description: text(row, 'description', 'rationale', 'help', 'category'),
      importance: text(row, 'importance'),
      level: text(row, 'level'),
    })),
  );
}

/** Several short cells, as a table begins with; sentences with commas are longer. */
function looksLikeHeadings(row: ReadRow | undefined): boolean {
  const cells = [...(row?.cells.values() ?? [])].map(textOf);
  return cells.length > 1 && cells.every((text) => text.length <= 30);
}

/** Without headings every line is a requirement. */
function asLine({ number, cells }: ReadRow): ListedRequirement {
  const name = [...cells.values()].map(textOf).join(' ');
  return { row: number, number: '', name, description: '', importance: '', level: '' };
}

function columnsOf(row: ReadRow | undefined): Map<Heading, number> {
  const columns = new Map<Heading, number>();
  const texts = [...(row?.cells ?? [])].map(([column, cell]) => ({ column, text: foldHeading(textOf(cell)) }));
  for (const heading of Object.keys(headings) as Heading[]) {
    const words: readonly string[] = headings[heading];
    const found = words.flatMap((word) => texts.find(({ text }) => text === word) ?? [])[0];
    if (found) columns.set(heading, found.column);
  }
  // A heading alone in its row is a title.
  return texts.length > 1 ? columns : new Map();
}

function foldHeading(text: string): string {
  return foldForSearch(text)
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

function listOf(all: readonly ListedRequirement[]): ReadList {
  const listed = all.filter(({ name, description }) => `${name}${description}`.trim() !== '');
  if (listed.length === 0) return refused({ code: 'no-rows' });
  if (listed.length > mostRows) return refused({ code: 'too-many-rows' });
  return { ok: true, listed };
}
