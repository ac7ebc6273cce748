import { expect, test } from 'vitest';
import { exportCsv } from '~/app/exchange/export-files.server';
import { readCsv } from '~/app/exchange/read-csv';
import { readImport } from '~/app/exchange/read-import.server';
import { exchanged, importInto, layout } from '../../factories/exchanged';

/** The letters of Windows-1252 that Danish needs, and the euro sign, which Latin-1 has not. */
const western: Readonly<Record<string, number>> = {
  æ: 0xe6,
  ø: 0xf8,
  å: 0xe5,
  Æ: 0xc6,
  Ø: 0xd8,
  Å: 0xc5,
  '€': 0x80,
  '–': 0x96,
};
const windows1252 = (text: string) =>
  Uint8Array.from([...text].map((letter) => western[letter] ?? letter.charCodeAt(0)));

const danish = [
  'Nøgle;Spørgsmål;Svar;Begrundelse',
  'gen-text;Navn;Rødgrød – 5 €;',
  'gen-long-text;Tekst;"Første ""linje""',
  'anden; linje";Æblegrød',
  'gen-number;Antal;1.234,5;',
  'gen-date;Dato;31-12-2027;',
  'gen-cvr;CVR;01234567;',
  'gen-yes-no;Er det?;Nej;',
  '',
].join('\r\n');

const wanted = [
  { key: 'gen-text', value: 'Rødgrød – 5 €' },
  { key: 'gen-long-text', value: 'Første "linje"\nanden; linje', justification: 'Æblegrød' },
  { key: 'gen-number', value: 1234.5 },
  { key: 'gen-date', value: '2027-12-31' },
  { key: 'gen-cvr', value: '01234567' },
  { key: 'gen-yes-no', value: 'no' },
];
const read = (bytes: Uint8Array) => readImport('svar.csv', bytes, importInto());

test.each([
  ['Windows-1252', windows1252(danish)],
  ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${danish}`)],
  ['UTF-8', new TextEncoder().encode(danish)],
  ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${danish}`, 'utf16le'))],
  [
    'tabs',
    new TextEncoder().encode(danish.replaceAll('anden; linje', 'anden# linje').replaceAll(';', '\t').replace('#', ';')),
  ],
])('CSV as Danish Excel writes it is read right: %s', (_, bytes) => {
  expect(read(bytes)).toMatchObject({ ok: true, answers: wanted });
});

test('a mistake is told by the row that Excel shows, quoted line breaks or not', () => {
  const text = `${danish}gen-single-choice;Valg;Måske;\r\n`;
  expect(read(windows1252(text))).toMatchObject({
    ok: false,
    problems: [{ code: 'not-an-option', place: { sheet: null, row: 8, column: 'Svar' } }],
  });
});

test('an exported file begins as Danish Excel needs it, and holds no formula', () => {
  const formulas = ['=1+1', '+45', '-2', '@SUM(A1)', "'=1"];
  for (const value of formulas) {
    const csv = exportCsv(exchanged({ 'gen-text': { value, justification: '\t=2' } }), layout());
    expect(csv.startsWith('\uFEFFSnitfladeklar;1;')).toBe(true);
    for (const [cell] of csv.matchAll(/(?<=^|;)"?[=+\-@\t][^;]*/gm)) expect(cell).toBe('');
    const [sheet] = [readCsv(new TextEncoder().encode(csv))];
    expect([...(sheet?.rows ?? [])].some(({ cells }) => [...cells.values()].some((cell) => cell.value === value))).toBe(
      true,
    );
  }
});
