import { Zip, ZipDeflate } from 'fflate';
import type { Cell } from './columns';

const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetMl = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** What a sheet holds (ECMA-376 says more of rows, Excel does not). */
const mostRows = 1_048_576;
const longestText = 32_767;

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${sheetMl}" xmlns:r="${office}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="Licence" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${sheetMl}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
};

/**
 * A workbook as it is made, in pieces: a sheet with the rows under a bold head that stays in view, and one with the licence.
 * Texts are stored as texts, so none is ever a formula.
 * @param rows in batches, the head not among them
 * @param notes rows of the second sheet
 */
export async function* xlsxChunks(
  columns: readonly string[],
  rows: AsyncIterable<readonly Cell[][]>,
  notes: readonly (readonly string[])[],
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const taken = function* () {
    const chunks = ready;
    ready = [];
    yield* chunks;
  };
  for (const [name, xml] of Object.entries(parts)) addWhole(zip, name, xml);
  addWhole(
    zip,
    'xl/worksheets/sheet2.xml',
    `${sheetStart('')}${notes.map((cells, index) => row(cells, index + 1)).join('')}${sheetEnd}`,
  );
  const sheet = addFile(zip, 'xl/worksheets/sheet1.xml');
  sheet.push(bytes(head + sheetStart(frozen) + row(columns, 1, 1)));
  let count = 1;
  for await (const batch of rows) {
    const fitting = batch.slice(0, Math.max(0, mostRows - count));
    const first = count + 1;
    count += fitting.length;
    sheet.push(bytes(fitting.map((cells, index) => row(cells, first + index)).join('')));
    yield* taken();
  }
  sheet.push(bytes(sheetEnd), true);
  zip.end();
  yield* taken();
}

const frozen =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
const sheetStart = (views: string): string => `<worksheet xmlns="${sheetMl}">${views}<sheetData>`;
const sheetEnd = '</sheetData></worksheet>';

function addFile(zip: Zip, name: string): ZipDeflate {
  const file = new ZipDeflate(name, { level: 4 });
  // The same data, the same bytes.
  file.mtime = new Date(1980, 0, 1);
  zip.add(file);
  return file;
}

function addWhole(zip: Zip, name: string, xml: string): void {
  addFile(zip, name).push(bytes(head + xml), true);
}

/**
 * Rows and cells say where they are: the standard lets a program count for itself, and some do not.
 * @param number from 1 up
 */
function row(cells: readonly Cell[], number: number, style = 0): string {
  return `<row r="${number}">${cells.map((cell, index) => xmlCell(cell, `${columnName(index)}${number}`, style)).join('')}</row>`;
}

function xmlCell(cell: Cell, at: string, style: number): string {
  const start = `<c r="${at}"${style === 0 ? '' : ` s="${style}"`}`;
  if (cell === null) return `${start}/>`;
  if (typeof cell === 'number') return `${start}><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `${start} t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell.slice(0, longestText))}</t></is></c>`;
}

/** @param index from 0 up: A, B … Z, AA */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** Characters that XML cannot hold are left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const encoder = new TextEncoder();
const bytes = (text: string): Uint8Array => encoder.encode(text);
