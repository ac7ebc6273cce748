import { SaxesParser } from 'saxes';
import { readZip, type ZipParts } from './read-zip.server';
import { type ReadCell, type ReadRow, type ReadSheet, UnreadableFile } from './sheets';

/** Filled cells of a whole workbook; the largest declaration has some 20,000. */
const cellLimit = 300_000;
const sheetLimit = 200;

/** The container of Office's older formats, in which a workbook with a password is wrapped. */
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * Reads the values of a workbook (ECMA-376, also as LibreOffice, Numbers and Google write it). Of a formula the result
 * that was saved with it is read; nothing is calculated, followed or fetched.
 * @throws UnreadableFile
 */
export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  if (compound.every((byte, index) => bytes[index] === byte)) {
    const isEncrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new UnreadableFile(isEncrypted ? 'password' : 'wrong-file');
  }
  const zip = readZip(bytes);
  if (zip.names.some((name) => name.toLowerCase().endsWith('vbaproject.bin'))) throw new UnreadableFile('macros');
  const workbook = readBook(zip);
  const texts = readSharedTexts(zip);
  const dates = readDateStyles(zip);
  const budget = { cells: cellLimit };
  return workbook.sheets.slice(0, sheetLimit).map(({ name, part }) => {
    const xml = zip.read(part);
    if (!xml) throw new UnreadableFile('damaged');
    return { name, rows: readRows(xml, { texts, dates, is1904: workbook.is1904, budget }) };
  });
}

interface Handlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Names come without their prefix. A document type, and with it every entity of one's own, is refused. */
function parse(xml: Uint8Array, handlers: Handlers): void {
  const parser = new SaxesParser();
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('doctype', () => {
    throw new UnreadableFile('damaged');
  });
  parser.on('opentag', ({ name, attributes }) => {
    handlers.open?.(local(name), attributes);
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name }) => handlers.close?.(local(name)));
  try {
    parser.write(new TextDecoder().decode(xml)).close();
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('damaged');
  }
}

function readBook(zip: ZipParts): { sheets: { name: string; part: string }[]; is1904: boolean } {
  const xml = zip.read('xl/workbook.xml');
  const relations = zip.read('xl/_rels/workbook.xml.rels');
  if (!xml || !relations) throw new UnreadableFile('damaged');
  const parts = new Map<string, string>();
  parse(relations, {
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id && Target) parts.set(Id, Target.replace(/^\/xl\/|^\.\//, ''));
    },
  });
  const sheets: { name: string; part: string }[] = [];
  let is1904 = false;
  parse(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const part = id === undefined ? undefined : parts.get(id);
      // Chart sheets and the like hold no cells.
      if (part?.startsWith('worksheets/')) sheets.push({ name: attributes.name ?? '', part: `xl/${part}` });
    },
  });
  return { sheets, is1904 };
}

function readSharedTexts(zip: ZipParts): string[] {
  const xml = zip.read('xl/sharedStrings.xml');
  const texts: string[] = [];
  if (!xml) return texts;
  let current = '';
  const inside: string[] = [];
  parse(xml, {
    open(name) {
      if (name === 'si') current = '';
      inside.push(name);
    },
    text(text) {
      if (isWritten(inside)) current += text;
    },
    close(name) {
      inside.pop();
      if (name === 'si') texts.push(unescapeText(current));
    },
  });
  return texts;
}

/** Whether a text is one that is shown: not how it is pronounced (rPh). */
function isWritten(inside: readonly string[]): boolean {
  return inside.at(-1) === 't' && !inside.includes('rPh');
}

/** ECMA-376 22.9.2.19: characters that XML cannot hold, written by their number. */
function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Which of the cell formats show a number as a date (ECMA-376 18.8.30 lists those without a text of their own). */
function readDateStyles(zip: ZipParts): boolean[] {
  const xml = zip.read('xl/styles.xml');
  const styles: boolean[] = [];
  if (!xml) return styles;
  const own = new Map<number, string>();
  const inside: string[] = [];
  parse(xml, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'xf' && inside.at(-1) === 'cellXfs') {
        const id = Number(attributes.numFmtId ?? 0);
        styles.push(isDateFormat(id, own.get(id)));
      }
      inside.push(name);
    },
    close() {
      inside.pop();
    },
  });
  return styles;
}

function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
  // Texts, colours and conditions in a format are no part of the date.
  return /[dmyåhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|General|Standard/gi, ''));
}

interface RowContext {
  texts: readonly string[];
  dates: readonly boolean[];
  is1904: boolean;
  budget: { cells: number };
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  text: string;
  hasFormula: boolean;
}

function readRows(xml: Uint8Array, context: RowContext): ReadRow[] {
  const rows: ReadRow[] = [];
  const inside: string[] = [];
  let cells = new Map<number, ReadCell>();
  let number = 0;
  let cell: OpenCell | null = null;
  parse(xml, {
    open(name, attributes) {
      inside.push(name);
      if (name === 'row') {
        number = attributes.r === undefined ? number + 1 : Number(attributes.r);
        cells = new Map();
      }
      if (name === 'c') {
        const column = attributes.r === undefined ? Math.max(-1, ...cells.keys()) + 1 : columnOf(attributes.r);
        cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), text: '', hasFormula: false };
      }
      if (name === 'f' && cell) cell.hasFormula = true;
    },
    text(text) {
      if (cell && (inside.at(-1) === 'v' || isWritten(inside))) cell.text += text;
    },
    close(name) {
      inside.pop();
      if (name === 'c' && cell) {
        const read = readValue(cell, context);
        if (read) cells.set(cell.column, read);
        if (read) context.budget.cells -= 1;
        if (context.budget.cells < 0) throw new UnreadableFile('too-much');
        cell = null;
      }
      if (name === 'row' && cells.size > 0) rows.push({ number, cells });
    },
  });
  return rows;
}

/** `AB12` is column 27. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A';
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function readValue(cell: OpenCell, { texts, dates, is1904 }: RowContext): ReadCell | null {
  const plain = { isDate: false, problem: null };
  if (cell.type === 'e') return { value: cell.text, isDate: false, problem: 'cell-error' };
  if (cell.text === '' && cell.hasFormula) {
    // A text formula may well have an empty result; Excel writes that as a text.
    return cell.type === 'str' ? null : { value: '', isDate: false, problem: 'formula' };
  }
  if (cell.text === '') return null;
  switch (cell.type) {
    case 's':
      return { value: texts[Number(cell.text)] ?? '', ...plain };
    case 'b':
      return { value: cell.text === '1', ...plain };
    case 'str':
    case 'inlineStr':
      return { value: unescapeText(cell.text), ...plain };
    case 'd':
      return { value: cell.text, ...plain };
    default: {
      const number = Number(cell.text);
      if (!Number.isFinite(number)) throw new UnreadableFile('damaged');
      const isDate = dates[cell.style] === true;
      return { value: isDate && is1904 ? number + 1462 : number, isDate, problem: null };
    }
  }
}
