import { CsvError, parse } from 'csv-parse/sync';
import { type ReadCell, type ReadSheet, UnreadableFile } from './sheets';

const lineLimit = 20_000;

/**
 * What bytes 80 to 9F are in Windows-1252 (encoding.spec.whatwg.org); the rest is as in Latin-1. Node 20 decodes
 * `windows-1252` as if all of it were.
 */
const highSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Reads CSV as Danish Excel writes it (semicolons, Windows-1252 or UTF-8 with a byte order mark, line breaks in
 * quotes) and as others do (UTF-8, UTF-16, commas or tabs). Rows are numbered as lines of a table, as Excel shows them.
 * @throws UnreadableFile
 */
export function readCsv(bytes: Uint8Array): ReadSheet {
  const text = decode(bytes);
  if (text.includes('\0')) throw new UnreadableFile('damaged');
  let records: string[][];
  try {
    records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      // A quotation mark within a cell is one that somebody typed.
      relax_quotes: true,
      max_record_size: 1_000_000,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableFile(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open-quote' : 'damaged');
  }
  if (records.length > lineLimit) throw new UnreadableFile('too-much');
  const rows = records.map((record, index) => ({ number: index + 1, cells: cellsOf(record) }));
  return { name: null, rows: rows.filter(({ cells }) => cells.size > 0) };
}

/** The text of a file from whatever program: by its byte order mark, as UTF-16 without one, as UTF-8, else as Windows-1252. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const half = halfOfZeros(bytes);
  if (half !== null) return new TextDecoder(half).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const latin = new TextDecoder('latin1').decode(bytes);
    return latin.replace(/[\u0080-\u009f]/g, (sign) => highSigns[sign.charCodeAt(0) - 0x80] ?? sign);
  }
}

/** Of Danish text in UTF-16 every second byte is nearly always zero; no other encoding has zeros at all. */
function halfOfZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.byteLength < 4 || bytes.byteLength % 2 !== 0) return null;
  const head = bytes.subarray(0, 2_000);
  const zeros = [0, 1].map((half) => head.filter((byte, index) => index % 2 === half && byte === 0).byteLength);
  const [even = 0, odd = 0] = zeros;
  const most = head.byteLength / 2;
  if (even === 0 && odd > most * 0.8) return 'utf-16le';
  return odd === 0 && even > most * 0.8 ? 'utf-16be' : null;
}

/** What stands most often outside quotes in the first lines; a semicolon where nothing tells. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4_000).replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string) => head.split(sign).length;
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function cellsOf(record: readonly string[]): Map<number, ReadCell> {
  const cells = new Map<number, ReadCell>();
  for (const [column, raw] of record.entries()) {
    const value = unguard(raw);
    if (value.trim() !== '') cells.set(column, { value, isDate: false, problem: null });
  }
  return cells;
}

/** The apostrophe that `guard` put before what a spreadsheet would take for a formula. */
function unguard(text: string): string {
  return /^'+[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text;
}

/** See OWASP, CSV injection. */
export function guard(text: string): string {
  return /^'*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

/**
 * CSV that Danish Excel opens with a double click: semicolons, \r\n, UTF-8 with a byte order mark.
 * @param rows texts and numbers; a number is written with a decimal comma
 */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(';')}\r\n`).join('')}`;
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const safe = guard(cell);
  return /[";\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
