import { zipSync } from 'fflate';
import { serialOf } from './answer-cells';
import type { SheetCell, WrittenSheet } from './sheets';

const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetMl = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packageMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What a cell of Excel holds. */
const longestText = 32_767;

/** The cell formats by their place in `cellXfs`; those that are filled in are the ones that are not locked. */
const looks = { head: 1, locked: 2, quiet: 3, text: 4, number: 5, date: 6 } as const;

const open = '<protection locked="0"/>';
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const styles = `<styleSheet xmlns="${sheetMl}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><sz val="9"/><color rgb="FF595959"/><name val="Calibri"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDCE6F1"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF8DC"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FF8C8C8C"/></left><right style="thin"><color rgb="FF8C8C8C"/></right><top style="thin"><color rgb="FF8C8C8C"/></top><bottom style="thin"><color rgb="FF8C8C8C"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="7"><xf xfId="0"/><xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1">${wrapped}</xf><xf xfId="0" applyAlignment="1">${wrapped}</xf><xf xfId="0" fontId="2" applyFont="1" applyAlignment="1">${wrapped}</xf><xf xfId="0" numFmtId="49" fillId="3" borderId="1" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${wrapped}${open}</xf><xf xfId="0" fillId="3" borderId="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${wrapped}${open}</xf><xf xfId="0" numFmtId="164" fillId="3" borderId="1" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${wrapped}${open}</xf></cellXfs></styleSheet>`;

/**
 * A workbook (ECMA-376). Texts are stored as texts, so none is ever a formula; what is not to be filled in is locked,
 * without a password. Choices stand in a hidden sheet that the drop-downs read.
 * @param choicesName the hidden sheet's
 */
export function writeWorkbook(sheets: readonly WrittenSheet[], choicesName: string): Uint8Array {
  const choices = new ChoiceLists(choicesName);
  const written = sheets.map((sheet) => sheetXml(sheet, choices));
  const all = [...written, choices.sheet()];
  const names = [...sheets.map(({ name }) => name), choicesName];
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': bytes(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${packageMl}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${packageMl}.styles+xml"/>${all.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${packageMl}.worksheet+xml"/>`).join('')}</Types>`,
    ),
    '_rels/.rels': bytes(
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': bytes(
      `<workbook xmlns="${sheetMl}" xmlns:r="${office}"><sheets>${names.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${index === names.length - 1 ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': bytes(
      `<Relationships xmlns="${relations}">${all.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${all.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': bytes(styles),
  };
  for (const [index, xml] of all.entries()) files[`xl/worksheets/sheet${index + 1}.xml`] = bytes(xml);
  // The same data, the same bytes.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}

/** Lists of choices, each once, one below the other in a column. */
class ChoiceLists {
  private readonly columns = new Map<string, { letter: string; labels: readonly string[] }>();

  constructor(private readonly sheetName: string) {}

  /** @returns the reference to the list, for a validation */
  reference(labels: readonly string[]): string {
    const id = labels.join('\n');
    const column = this.columns.get(id) ?? { letter: columnName(this.columns.size), labels };
    this.columns.set(id, column);
    return `'${this.sheetName}'!$${column.letter}$1:$${column.letter}$${labels.length}`;
  }

  sheet(): string {
    const columns = [...this.columns.values()].map(({ labels }) => labels);
    const height = Math.max(0, ...columns.map(({ length }) => length));
    const rows = Array.from({ length: height }, (_, row) =>
      columns.map((labels): SheetCell => ({ value: labels[row] ?? null, look: 'locked' })),
    );
    return `${sheetStart}<sheetData>${rows.map(rowXml).join('')}</sheetData>${protection}</worksheet>`;
  }
}

const sheetStart = `<worksheet xmlns="${sheetMl}">`;
const protection =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0"/>';

function sheetXml({ rows, widths, hidden = [], frozenRows }: WrittenSheet, choices: ChoiceLists): string {
  const pane =
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${hidden.includes(index) ? ' hidden="1"' : ''}/>`,
  );
  return [
    sheetStart,
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<cols>${columns.join('')}</cols>`,
    `<sheetData>${rows.map(rowXml).join('')}</sheetData>`,
    protection,
    validations(rows, choices),
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('');
}

function rowXml(cells: readonly SheetCell[], index: number): string {
  const row = index + 1;
  return `<row r="${row}">${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row}`)).join('')}</row>`;
}

function cellXml({ value, look = 'locked' }: SheetCell, reference: string): string {
  const start = `<c r="${reference}" s="${looks[look]}"`;
  const serial = look === 'date' && typeof value === 'string' ? serialOf(value) : null;
  if (value === null || value === '') return `${start}/>`;
  if (serial !== null) return `${start}><v>${serial}</v></c>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeNumbers(value.slice(0, longestText)))}</t></is></c>`;
}

function validations(rows: readonly (readonly SheetCell[])[], choices: ChoiceLists): string {
  const places = new Map<string, string[]>();
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (!cell.choices) continue;
      const list = choices.reference(cell.choices);
      places.set(list, [...(places.get(list) ?? []), `${columnName(column)}${row + 1}`]);
    }
  }
  if (places.size === 0) return '';
  const written = [...places].map(
    ([list, cells]) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${cells.join(' ')}"><formula1>${escapeXml(list)}</formula1></dataValidation>`,
  );
  return `<dataValidations count="${places.size}">${written.join('')}</dataValidations>`;
}

/** 27 is AB. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** A text that looks like the number of a character would be read as that character (ECMA-376 22.9.2.19). */
function escapeNumbers(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Characters that XML cannot hold are left out; answers hold none. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

function bytes(xml: string): Uint8Array {
  return new TextEncoder().encode(head + xml);
}
