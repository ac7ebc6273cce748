import ExcelJS from 'exceljs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchangeTexts, importTexts } from '~/app/i18n/exchange';
import { importProblemTexts } from '~/app/i18n/import-problems';
import { translator } from '~/app/i18n/texts';
import { readInterchange } from '~/workflows/interchange/declaration';
import { launchBrowser } from '../browser';
import { type RunningPortal, startPortal } from '../portal';
import { beginDeclaration, chooseInterfaces, confirmScope } from './declaring';
import { button, meet, open, type Person, press, readErrors, words } from './person';

/** A declaration is taken out, filled in with another program, and brought in again; without scripts, as the page is. */
const t = translator(importTexts, 'da');
const exchange = translator(exchangeTexts, 'da');

let browser: Browser;
let portal: RunningPortal;
let supplier: Person;
let declaration: string;

beforeAll(async () => {
  portal = await startPortal({ peopleOnly: true });
  browser = await launchBrowser();
  supplier = await meet(browser, { url: portal.url, as: 'supplier-signatory', javaScript: false });
  const facts = { description: 'Viser ledige pladser.', type: 'andet', kle: '05' };
  declaration = await beginDeclaration(supplier, { ...facts, name: 'Regnearket' });
  await chooseInterfaces(supplier.page, {});
  await confirmScope(supplier.page);
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
  await portal?.place.remove();
});

async function download(address: string): Promise<Buffer> {
  const answer = await supplier.page.request.get(address);
  expect(answer.status()).toBe(200);
  return answer.body();
}

/** The workbook, with cells filled in by the key of their question. */
async function filledIn(cells: Readonly<Record<string, string>>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const exported = await download(supplier.to.supplier.exportWorkbook(declaration));
  await book.xlsx.load(new Uint8Array(exported).buffer);
  let filled = 0;
  book.eachSheet((sheet) =>
    sheet.eachRow((row) => {
      const value = cells[String(row.getCell(9).value)];
      if (value === undefined) return;
      row.getCell(3).value = value;
      filled += 1;
    }),
  );
  expect(filled).toBe(Object.keys(cells).length);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function upload(name: string, buffer: Buffer): Promise<number> {
  const { page, to } = supplier;
  await open(page, to.supplier.exchange(declaration));
  await page.locator('#file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  return press(page.locator('main form button').last());
}

async function answered(key: string): Promise<unknown> {
  const read = readInterchange((await download(supplier.to.supplier.export(declaration))).toString());
  return read.ok ? read.declaration.answers[key]?.value : read;
}

test('a filled-in workbook is shown before anything is saved, and applied with one press', async () => {
  const { page, to } = supplier;
  await open(page, to.supplier.declaration(declaration));
  await press(page.locator(`main a[href="${to.supplier.exchange(declaration)}"]`));
  await page.locator(`a[href="${to.supplier.exportWorkbook(declaration)}"]`).waitFor();
  const file = await filledIn({ 'gen-version': '4.10', 'gen-former-name': 'Æbleskiven' });
  expect(await upload('Udfyldt æ.xlsx', file)).toBe(200);
  const preview = await words(page);
  expect(preview).toContain('Udfyldt æ.xlsx');
  expect(preview).toContain(t('changes', { count: 2 }));
  expect(preview).toContain('Æbleskiven');
  expect(await answered('gen-version')).toBeNull();
  expect(await press(button(page, 'decision', 'apply'))).toBe(200);
  expect(await words(page)).toContain(t('applied'));
  expect(await answered('gen-version')).toBe('4.10');
  expect(await answered('gen-former-name')).toBe('Æbleskiven');
});

test('a workbook with mistakes is told by sheet, row and column, and none of it goes in', async () => {
  const { page } = supplier;
  const file = await filledIn({ 'gen-former-name': 'Nyt navn', 'gen-lifecycle': 'Måske' });
  expect(await upload('svar.xlsx', file)).toBe(400);
  expect(await readErrors(page)).toEqual([exchange('summary', { count: 1 })]);
  const [row] = await page.locator('#problems tbody tr').allInnerTexts();
  expect(row).toMatch(/Svar/);
  expect(row).toMatch(/\d/);
  expect(await answered('gen-former-name')).toBe('Æbleskiven');
});

test('a file that is none is told in a sentence at the field', async () => {
  const { page } = supplier;
  const cases: [string, Buffer, keyof typeof importProblemTexts][] = [
    ['svar.xlsx', Buffer.from('hej'), 'wrong-file'],
    ['svar.csv', Buffer.alloc(11_000_000, 'x'), 'too-large'],
    ['svar.json', Buffer.from('{'), 'not-json'],
    ['svar.csv', Buffer.alloc(0), 'empty'],
  ];
  for (const [name, content, code] of cases) {
    expect(await upload(name, content)).toBe(400);
    const sentence = importProblemTexts[code].da;
    expect(await readErrors(page)).toEqual([sentence]);
    expect(await page.locator('.form-error-message').textContent()).toContain(sentence);
  }
});
