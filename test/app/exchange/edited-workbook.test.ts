import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { exportWorkbook } from '~/app/exchange/export-files.server';
import { readImport } from '~/app/exchange/read-import.server';
import { compareImport } from '~/workflows/interchange/compare-import';
import { exchanged, type GivenAnswers, importInto, layout } from '../../factories/exchanged';

/** Another program than the one that writes the workbook: it reads it, changes it and saves it its own way. */
const given: GivenAnswers = {
  'gen-text': { value: 'Som før', justification: null },
  'gen-date': { value: '2027-02-01', justification: null },
  'gen-table': { value: [{ what: 'Test', when: '2026-01-02', where: '0751' }], justification: null },
};

async function openWorkbook() {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(exportWorkbook(exchanged(given), layout()).buffer as ArrayBuffer);
  return book;
}

function rowOf(sheet: ExcelJS.Worksheet | undefined, key: string): ExcelJS.Row {
  let found: ExcelJS.Row | undefined;
  sheet?.eachRow((row) => {
    if (row.getCell(9).value === key) found = row;
  });
  if (!found) throw new Error(`There is no row for ${key}.`);
  return found;
}

async function read(book: ExcelJS.Workbook) {
  return readImport('svar.xlsx', new Uint8Array(await book.xlsx.writeBuffer()), importInto(given));
}

test('a workbook has a sheet per section, drop-downs, and only answers that are not locked', async () => {
  const book = await openWorkbook();
  expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ['Om filen', 'visible'],
    ['general', 'visible'],
    ['Tabel – general', 'visible'],
    ['group', 'visible'],
    ['Svarmuligheder', 'hidden'],
  ]);
  const general = book.getWorksheet('general');
  const choice = rowOf(general, 'gen-single-choice').getCell(3);
  expect(choice.dataValidation).toMatchObject({ type: 'list', formulae: [expect.stringContaining('Svarmuligheder')] });
  expect(choice.protection.locked).toBe(false);
  expect(rowOf(general, 'gen-single-choice').getCell(2).protection?.locked).not.toBe(false);
  expect(rowOf(general, 'gen-date').getCell(3).value).toEqual(new Date('2027-02-01'));
  expect(book.getWorksheet('group')?.getCell('A2').value).toContain('SF');
});

test('what was changed with another program is read, and nothing else differs', async () => {
  const book = await openWorkbook();
  const general = book.getWorksheet('general');
  const put = (key: string, value: ExcelJS.CellValue, column = 3) => {
    rowOf(general, key).getCell(column).value = value;
  };
  put('gen-text', 'Rettet\ni Excel');
  put('gen-text', 'Fordi', 4);
  put('gen-single-choice', 'REST, med JSON');
  put('gen-multi-choice', 'rest; SOAP/XML');
  put('gen-yes-no', 'ja');
  put('gen-number', '1.234,5');
  put('gen-date', new Date('2028-03-31'));
  put('gen-checkbox', 'x');
  put('gen-municipality-list', 'Aarhus, København');
  put('gen-url', { text: 'link', hyperlink: 'https://example.org' });
  put('gen-version', { formula: '"4."&1', result: '4.1' });
  const table = book.getWorksheet('Tabel – general');
  if (table) table.getCell('A4').value = 'Ny række';
  const imported = await read(book);
  expect(imported).toMatchObject({
    ok: false,
    problems: [{ code: 'not-an-address', place: { sheet: 'general', column: 'Svar' } }],
  });
  put('gen-url', 'https://example.org');
  const again = await read(book);
  if (!again.ok) throw new Error(JSON.stringify(again.problems));
  const present = { ...exchanged(given), catalogue: new Map(), published: new Map() };
  const { differences } = compareImport(again.answers, present);
  expect(Object.fromEntries(differences.map(({ key, proposed }) => [key, proposed.value]))).toEqual({
    'gen-text': 'Rettet\ni Excel',
    'gen-single-choice': 'rest',
    'gen-multi-choice': ['rest', 'soap'],
    'gen-yes-no': 'yes',
    'gen-number': 1234.5,
    'gen-date': '2028-03-31',
    'gen-checkbox': true,
    'gen-municipality-list': ['0751', '0101'],
    'gen-url': 'https://example.org',
    'gen-version': '4.1',
    'gen-table': [
      { what: 'Test', when: '2026-01-02', where: '0751' },
      { what: 'Ny række', when: '', where: '' },
    ],
  });
  expect(differences.find(({ key }) => key === 'gen-text')?.proposed.justification).toBe('Fordi');
});

test('each mistake is told at its sheet, row and column', async () => {
  const book = await openWorkbook();
  const general = book.getWorksheet('general');
  const put = (key: string, value: ExcelJS.CellValue, column = 3) => {
    const cell = rowOf(general, key).getCell(column);
    cell.value = value;
    return cell.row;
  };
  rowOf(general, 'gen-version').getCell(3).numFmt = 'dd-mm-yyyy';
  const expected = [
    ['not-an-option', put('gen-single-choice', 'Måske')],
    ['not-a-date', put('gen-date', '31-02-2027')],
    ['formula', put('gen-number', { formula: 'A1+1' } as ExcelJS.CellFormulaValue)],
    ['cell-error', put('gen-cvr', { error: '#REF!' })],
    ['not-a-municipality', put('gen-municipality-list', 'Atlantis')],
    ['evidence-not-here', put('gen-evidence', 'Se vedlagte')],
    ['too-long', put('gen-text', 'x'.repeat(301))],
    ['became-date', put('gen-version', new Date('2026-04-01'))],
  ] as const;
  const table = book.getWorksheet('Tabel – general');
  if (table) table.getCell('B3').value = 'i går';
  general?.addRow(['', 'Mit eget', 'Svar', '', '', '', '', '', 'gen-opfundet']);
  general?.addRow(['', 'Uden nøgle', 'Svar']);
  general?.addRow(['', 'Igen', '', '', '', '', '', '', 'gen-text']);
  const imported = await read(book);
  if (imported.ok) throw new Error('None of it can go in.');
  const found = imported.problems.map(({ code, place }) => `${code} ${place?.sheet} ${place?.row} ${place?.column}`);
  const last = general?.rowCount ?? 0;
  expect(found.toSorted()).toEqual(
    [
      ...expected.map(([code, row]) => `${code} general ${row} Svar`),
      'not-a-date Tabel – general 3 Hvornår',
      `unknown-question general ${last - 2} Nøgle`,
      `no-key general ${last - 1} Nøgle`,
      `twice general ${last} Nøgle`,
    ].toSorted(),
  );
});
