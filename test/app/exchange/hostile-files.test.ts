import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportDeclaration } from '~/app/exchange/export-declaration';
import { exportCsv, exportWorkbook } from '~/app/exchange/export-files.server';
import { problemInWords } from '~/app/exchange/import-problem-words';
import { importLimit, readImport } from '~/app/exchange/read-import.server';
import { importProblemTexts } from '~/app/i18n/import-problems';
import { writeInterchange } from '~/workflows/interchange/declaration';
import { exchanged, type GivenAnswers, importInto, layout } from '../../factories/exchanged';

const encode = (text: string) => new TextEncoder().encode(text);
const workbook = (given: GivenAnswers = {}) => exportWorkbook(exchanged(given), layout());
const csv = (given: GivenAnswers = {}) => exportCsv(exchanged(given), layout());
const json = (given: GivenAnswers = {}) => exportDeclaration({ ...exchanged(given), scope: [] });

/** The workbook with some of its parts changed; null takes one away. */
function changed(parts: Record<string, (text: string) => string | null>): Uint8Array {
  const files = unzipSync(workbook());
  for (const [name, change] of Object.entries(parts)) {
    const text = change(new TextDecoder().decode(files[name]));
    if (text === null) delete files[name];
    else files[name] = strToU8(text);
  }
  return zipSync(files);
}

function problemsOf(name: string, bytes: Uint8Array, given: GivenAnswers = {}) {
  const read = readImport(name, bytes, importInto(given));
  return read.ok ? [] : read.problems.map(({ code, place, found }) => ({ code, row: place?.row ?? null, found }));
}
const codeOf = (name: string, bytes: Uint8Array) => problemsOf(name, bytes).map(({ code }) => code);

describe('a file that is none of ours', () => {
  const compound = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const encrypted = new Uint8Array([...compound, ...Buffer.from('EncryptedPackage', 'utf16le')]);
  const flagged = workbook();
  const directory = Buffer.from(flagged).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  flagged[directory + 8] = 1;

  test.each([
    ['empty', 'svar.xlsx', new Uint8Array()],
    ['too-large', 'svar.csv', new Uint8Array(importLimit + 1)],
    ['wrong-file', 'svar.xlsx', encode(csv())],
    ['wrong-file', 'svar.csv', workbook()],
    ['wrong-file', 'svar.json', workbook()],
    ['wrong-file', 'svar.pdf', encode('%PDF-1.7')],
    ['wrong-file', 'svar', encode('{}')],
    ['wrong-file', 'svar.xlsx', compound],
    ['password', 'svar.xlsx', encrypted],
    ['password', 'svar.xlsx', flagged],
    ['macros', 'svar.xlsx', zipSync({ ...unzipSync(workbook()), 'xl/vbaProject.bin': strToU8('x') })],
    ['damaged', 'svar.xlsx', workbook().slice(0, -40)],
    ['damaged', 'svar.xlsx', encode('PK\u0003\u0004 and no more')],
    ['damaged', 'svar.xlsx', zipSync({ 'word/document.xml': strToU8('<document/>') })],
    ['damaged', 'svar.xlsx', changed({ 'xl/worksheets/sheet2.xml': (text) => text.slice(0, -30) })],
    ['damaged', 'svar.xlsx', changed({ 'xl/worksheets/sheet2.xml': () => null })],
    ['open-quote', 'svar.csv', encode('Nøgle;Svar\r\ngen-text;"uden ende')],
    ['damaged', 'svar.csv', encode('Nøgle;Svar\r\ngen-text;a\0b')],
    ['damaged', 'svar.json', Uint8Array.from([0x7b, 0xff, 0xfe])],
    ['no-answers', 'svar.csv', encode('Navn;Alder\r\nAnna;7')],
    ['not-json', 'svar.json', encode('{"schema":1')],
    ['unknown-schema', 'svar.json', encode('{"schema":2}')],
    ['wrong-form', 'svar.json', encode('{"schema":1,"constructor":{}}')],
    ['wrong-form', 'svar.json', encode(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)],
  ])('%s: %s', (code, name, bytes) => {
    expect(codeOf(name, bytes)).toEqual([code]);
  });

  test('entities are not expanded, and nothing outside is fetched', () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    for (const entity of ['&b;', '&c;']) {
      const bomb = changed({
        'xl/worksheets/sheet2.xml': (text) =>
          text.replace('?>', `?>${laughs}`).replace('preserve">', `preserve">${entity}`),
      });
      expect(codeOf('svar.xlsx', bomb)).toEqual(['damaged']);
    }
  });

  test('a zip that unpacks to more than any declaration is given up', () => {
    const zeros = (size: number) => zipSync({ ...unzipSync(workbook()), 'xl/sharedStrings.xml': new Uint8Array(size) });
    expect(codeOf('svar.xlsx', zeros(40_000_000))).toEqual(['too-much']);
    expect(codeOf('svar.xlsx', zeros(3_000_000))).toEqual(['too-much']);
  });

  test('the size that a zip claims is not believed', () => {
    const bytes = zipSync({ ...unzipSync(workbook()), 'xl/sharedStrings.xml': new Uint8Array(40_000_000) });
    const view = new DataView(bytes.buffer);
    const name = Buffer.from(bytes).lastIndexOf('xl/sharedStrings.xml');
    view.setUint32(name - 46 + 24, 10, true);
    expect(codeOf('svar.xlsx', bytes)).toEqual(['too-much']);
  });

  test('thousands of parts are not gone through, and names that lead elsewhere lead nowhere', () => {
    const parts = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`x${index}`, new Uint8Array()]));
    expect(codeOf('svar.xlsx', zipSync({ ...unzipSync(workbook()), ...parts }))).toEqual(['too-much']);
    const outside = { ...unzipSync(workbook()), '../../etc/cron.d/x': strToU8('x') };
    expect(codeOf('svar.xlsx', zipSync(outside))).toEqual([]);
    const away = changed({
      'xl/_rels/workbook.xml.rels': (text) => text.replace('worksheets/sheet2.xml', '../../secret.xml'),
    });
    expect(codeOf('svar.xlsx', away)).toEqual([]);
  });
});

describe('a file that is another’s, or another time’s', () => {
  test('of another declaration', () => {
    const other = changed({ 'xl/worksheets/sheet1.xml': (text) => text.replace('11111111-', '22222222-') });
    expect(problemsOf('svar.xlsx', other)).toEqual([{ code: 'other-declaration', row: null, found: 'Omsorg & Co' }]);
    expect(codeOf('svar.csv', encode(csv().replace('11111111-', '22222222-')))).toEqual(['other-declaration']);
    const product = { id: 'another', name: 'Et andet' };
    expect(codeOf('svar.json', encode(writeInterchange({ ...json(), product })))).toEqual(['other-declaration']);
  });

  test('of another version of the questionnaire, or of the format', () => {
    const questionnaire = { slug: 'test', version: '0.9' };
    const old = encode(writeInterchange({ ...json(), questionnaire }));
    expect(problemsOf('svar.json', old)).toEqual([{ code: 'other-questionnaire', row: null, found: 'test 0.9' }]);
    const newer = encode(csv().replace('Snitfladeklar;1;', 'Snitfladeklar;7;'));
    expect(problemsOf('svar.csv', newer)).toEqual([{ code: 'unknown-schema', row: null, found: '7' }]);
    const unknown = [{ code: 'unknown-schema', row: null, found: '2.0' }];
    expect(problemsOf('svar.csv', encode(csv().replace('Snitfladeklar;1;', 'Snitfladeklar;2.0;')))).toEqual(unknown);
    expect(problemsOf('svar.json', encode(JSON.stringify({ ...json(), schema: '2.0' })))).toEqual(unknown);
  });

  test('a workbook of an unknown version, written as text', () => {
    const newer = changed({
      'xl/worksheets/sheet1.xml': (text) =>
        text.replace(/(Snitfladeklar<[\s\S]*?<t[^>]*>|Snitfladeklar<[\s\S]*?<v>)1</, '$12.0<'),
    });
    expect(problemsOf('svar.xlsx', newer)).toEqual([{ code: 'unknown-schema', row: null, found: '2.0' }]);
  });
});

describe('answers that cannot be taken', () => {
  const lines = (...rows: string[]) => encode(['Nøgle;Svar;Begrundelse', ...rows].join('\r\n'));

  test('to unknown questions and to interfaces out of scope, unless they say nothing', () => {
    const rows = ['gen-opfundet;x;', 'gen-andet;;', 'if-support@SF9999;Klar;', '__proto__;x;', 'constructor;x;'];
    expect(problemsOf('svar.csv', lines(...rows))).toEqual([
      { code: 'unknown-question', row: 2, found: 'gen-opfundet' },
      { code: 'unknown-question', row: 5, found: '__proto__' },
      { code: 'unknown-question', row: 6, found: 'constructor' },
      { code: 'not-in-scope', row: 4, found: 'SF9999' },
    ]);
  });

  test('control characters, endless texts, and ten thousand mistakes', () => {
    expect(codeOf('svar.csv', lines('gen-text;a\u0007b;'))).toEqual(['control-characters']);
    expect(codeOf('svar.csv', lines(`gen-long-text;${'x'.repeat(900_000)};`))).toEqual(['too-long']);
    const tenMegabytes = { ...json(), answers: { 'gen-long-text': answerOf('x'.repeat(9_900_000)) } };
    expect(codeOf('svar.json', encode(writeInterchange(tenMegabytes)))).toEqual(['too-long']);
    const read = readImport(
      'svar.csv',
      lines(...Array.from({ length: 10_000 }, (_, index) => `q-${index};x;`)),
      importInto(),
    );
    expect(read).toMatchObject({ ok: false, more: 9_800 });
  });

  test('of the wrong kind', () => {
    const wrong = { ...json(), answers: { 'gen-number': answerOf(['1']), 'gen-text': answerOf(true) } };
    expect(codeOf('svar.json', encode(writeInterchange(wrong)))).toEqual(['not-a-number', 'wrong-type']);
  });

  const answerOf = (value: string | boolean | string[]) => ({ value, justification: null, evidence: [] });
});

test('everything that can be wrong is told in a whole sentence', () => {
  for (const code of Object.keys(importProblemTexts) as (keyof typeof importProblemTexts)[]) {
    for (const language of ['da', 'en'] as const) {
      const { message } = problemInWords({ code, place: null, found: 'X' }, language);
      expect(message).toMatch(/^\S.*\.$/);
      expect(message).not.toContain('{');
    }
  }
});
