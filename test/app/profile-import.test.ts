import type { ActionFunctionArgs } from '@remix-run/node';
import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReadList, readPastedRequirements, readRequirementFile } from '~/app/profile/read-requirements.server';
import { action } from '~/app/routes/public/profile-import';
import { fakeContext } from '~/test/app/context';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { insertSmallCatalogue } from '~/test/factories/decided-product';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What OS2kravmotor's list of requirements holds, in its columns; it saves .xls, which a person saves as .xlsx. */
async function kravmotorList(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Krav');
  sheet.addRow(['Krav id', 'Navn', 'Beskrivelse', 'Rationale', 'Kategori', 'Prioritet', 'Fortolkning']);
  sheet.addRow([
    101,
    'Integration til organisation',
    'Løsningen skal læse fra SF1500.',
    '',
    'Integrationer',
    'Mindstekrav',
  ]);
  sheet.addRow([102, 'Sags- og Dokumentindeks', 'Sager skal indekseres.', 'Overblik', 'Integrationer', 'Option']);
  sheet.addRow([103, 'Løsningen skal være på dansk', '', '', 'Brugervenlighed', 'Krav']);
  workbook.addWorksheet('Metadata').addRow(['Udtræk foretaget']);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function listedIn(list: ReadList) {
  if (!list.ok) throw new Error(JSON.stringify(list.problems));
  return list.listed;
}

/** As OS2kravmotor writes a supplier's answers: the it-system above the headings. */
const answerSheet =
  'IT System;EksempelSystem (Leverandør)\n\n\nKrav id;Krav;Kategori;Beskrivelse;Leverandørens svar\n7;"SF1470; SDI";Integration;"to\nlinjer";Ja\n';

describe('reading a list of requirements', () => {
  it('takes OS2kravmotor’s columns out of a workbook that another program has written', async () => {
    const list = readRequirementFile('krav.xlsx', await kravmotorList());
    expect(list).toMatchObject({
      ok: true,
      listed: [
        { row: 2, number: '101', name: 'Integration til organisation', importance: 'Mindstekrav' },
        { row: 3, number: '102', name: 'Sags- og Dokumentindeks', importance: 'Option' },
        { row: 4, number: '103' },
      ],
    });
    expect(list.ok && list.listed[0]?.description).toContain('SF1500');
  });

  it('takes a sheet of answers, Danish CSV in Windows-1252, and pasted cells', () => {
    const latin = new Uint8Array(Buffer.from(answerSheet, 'latin1'));
    expect(readRequirementFile('svar.csv', latin)).toMatchObject({
      ok: true,
      listed: [{ row: 5, number: '7', name: 'SF1470; SDI' }],
    });
    expect(readPastedRequirements('Nr.\tKrav\nK1\tSF1500 Organisation\n')).toMatchObject({
      listed: [{ row: 2, number: 'K1', name: 'SF1500 Organisation' }],
    });
    expect(readPastedRequirements('SF1500\nSF1470\n')).toMatchObject({
      listed: [
        { row: 1, name: 'SF1500' },
        { row: 2, name: 'SF1470' },
      ],
    });
  });

  it('takes the JSON of OS2kravmotor’s API', () => {
    const items = [{ id: 5, name: 'Organisation', description: 'SF1500', importance: 'ABSOLUTE' }];
    const expected = { ok: true, listed: [{ row: 1, number: '5', name: 'Organisation', importance: 'ABSOLUTE' }] };
    expect(readPastedRequirements(JSON.stringify(items))).toMatchObject(expected);
    expect(readRequirementFile('krav.json', bytesOf(JSON.stringify({ requirements: items })))).toMatchObject(expected);
  });

  it.each<[string, string, Uint8Array, string]>([
    ['nothing', 'krav.xlsx', new Uint8Array(), 'empty'],
    ['the old Excel', 'krav.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'old-excel'],
    ['no zip', 'krav.xlsx', bytesOf('hej'), 'wrong-file'],
    ['a zip that is no workbook', 'krav.xlsx', zipSync({ 'a.txt': bytesOf('a') }), 'damaged'],
    ['a bomb', 'krav.xlsx', zipSync({ 'xl/workbook.xml': new Uint8Array(40_000_000) }), 'too-much'],
    ['too large a file', 'krav.csv', new Uint8Array(5_000_001), 'too-large'],
    ['NUL in it', 'krav.csv', bytesOf('a;b\0'), 'damaged'],
    ['JSON cut short', 'krav.json', bytesOf('[{"name":'), 'not-json'],
    ['other JSON', 'krav.json', bytesOf('{"a":1}'), 'wrong-form'],
    ['blank rows', 'krav.csv', bytesOf('Krav id;Krav\n;\n'), 'no-rows'],
    ['too many rows', 'krav.csv', bytesOf(`Nr.;Krav\n${'1;SF1500\n'.repeat(2_001)}`), 'too-many-rows'],
  ])('refuses %s', (_, name, bytes, code) => {
    const list = readRequirementFile(name, bytes);
    expect(list.ok ? 'read' : list.problems[0]?.code).toBe(code);
  });

  const table = 'Krav id;Krav;Prioritet\n1;Organisation SF1500 æøå;Mindstekrav\n';
  const [little, big] = [Buffer.from(table, 'utf16le'), Buffer.from(table, 'utf16le').swap16()];
  it.each<[string, Uint8Array]>([
    ['UTF-8 with a byte order mark', bytesOf(`\uFEFF${table}`)],
    ['Windows-1252', new Uint8Array(Buffer.from(table, 'latin1'))],
    ['UTF-16 with the little end first', Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
    ['UTF-16 with the big end first', Buffer.concat([Buffer.from([0xfe, 0xff]), big])],
    ['UTF-16 without a mark', little],
    ['the other UTF-16 without a mark', big],
  ])('takes %s', (_, bytes) => {
    const [only] = listedIn(readRequirementFile('krav.csv', bytes));
    expect(only).toMatchObject({ row: 2, number: '1', name: 'Organisation SF1500 æøå', importance: 'Mindstekrav' });
  });

  it('takes quotation marks as people type them, and JSON whatever the file is called', () => {
    const [line] = listedIn(readPastedRequirements('Løsningen skal bruge "SF1500" til opslag\n'));
    expect(line?.name).toBe('Løsningen skal bruge "SF1500" til opslag');
    expect(listedIn(readRequirementFile('krav.csv', bytesOf('[{"id":1,"name":"SF1500"}]')))).toHaveLength(1);
    const list = readRequirementFile('krav.csv', bytesOf('Nr.;Krav\n1;"uafsluttet;SF1500\n'));
    expect(list).toEqual({ ok: false, problems: [{ code: 'open-quote' }] });
  });

  it('takes merged cells of a workbook for what stands in the first of them', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Krav');
    sheet.addRow(['Kravspecifikation for omsorg']);
    sheet.mergeCells('A1:D1');
    sheet.addRow(['Krav id', 'Krav', 'Beskrivelse', 'Prioritet']);
    sheet.addRow(['K1', 'Organisation', 'SF1500', 'Mindstekrav']);
    sheet.addRow(['', 'Indeks', 'SF1470', 'Mindstekrav']);
    sheet.mergeCells('A3:A4');
    const listed = listedIn(readRequirementFile('krav.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer())));
    expect(listed.map(({ row, name }) => [row, name])).toEqual([
      [3, 'Organisation'],
      [4, 'Indeks'],
    ]);
  });

  it('says where a table’s headings are unknown, and not of sentences with commas', () => {
    const isUnknown = (text: string) => {
      const list = readRequirementFile('krav.csv', bytesOf(text));
      return list.ok && list.isWithoutHeadings === true;
    };
    expect(isUnknown('Farve;Pris\nRød;SF1500\n')).toBe(true);
    expect(isUnknown('Nr.;Krav\n1;SF1500\n')).toBe(false);
    expect(isUnknown('Løsningen skal læse organisationen, jf. SF1500, og indekset, jf. SF1470.\n')).toBe(false);
  });

  it('names the item of JSON that departs from the form', () => {
    const list = readPastedRequirements('[{"name":"SF1500"},{"name":5}]');
    expect(list).toEqual({ ok: false, problems: [{ code: 'wrong-form', found: '2.name' }] });
  });
});

describe('the page', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await insertSmallCatalogue(database.db);
  });
  afterAll(() => database.drop());

  async function send(form: FormData, query = '') {
    const request = new Request(`http://localhost:3000/profile/import${query}`, { method: 'POST', body: form });
    const args: ActionFunctionArgs = { request, params: {}, context: fakeContext({ db: database.db }) };
    const { data, init } = await action(args);
    return { ...data, status: init?.status ?? 200 };
  }

  it('adds what it understood to the profile in the address, and lists the rest', async () => {
    const form = new FormData();
    form.set('file', new File([Buffer.from(await kravmotorList())], 'krav.xlsx'));
    const { status, result } = await send(form, '?title=Udbud&need=SF1501');
    expect(status).toBe(200);
    expect(result?.profile).toMatchObject({
      title: 'Udbud',
      need: ['SF1501~ready~must', 'SF1500~ready~must~~101', 'SF1470~ready~should~~102'],
    });
    expect(result?.unmatched).toEqual([
      { row: 4, number: '103', name: 'Løsningen skal være på dansk', because: 'no-interface' },
    ]);
  });

  it('says what is wrong in a sentence with the row, and loses nothing that was pasted', async () => {
    const form = new FormData();
    form.set('pasted', '{"requirements": 1}');
    const sent = await send(form);
    expect(sent).toMatchObject({ status: 400, pasted: '{"requirements": 1}', result: null });
    expect(sent.problems[0]).toContain('requirements');
  });
});
