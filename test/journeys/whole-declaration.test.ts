import ExcelJS from 'exceljs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerProblemTexts } from '~/app/i18n/answers';
import { exchangeTexts, importTexts } from '~/app/i18n/exchange';
import { handoverTexts } from '~/app/i18n/handovers';
import { importProblemTexts } from '~/app/i18n/import-problems';
import { renewalTexts } from '~/app/i18n/renewal';
import { translator } from '~/app/i18n/texts';
import { readInterchange } from '~/workflows/interchange/declaration';
import { launchBrowser } from '../browser';
import { type RunningPortal, startPortal } from '../portal';
import {
  answerEverything,
  answerSection,
  beginDeclaration,
  chooseInterfaces,
  confirmScope,
  openSection,
  submit,
} from './declaring';
import { button, meet, open, type Person, press, readErrors, words } from './person';

/**
 * One declaration from its first answer to its submission, as two colleagues make it: a section is handed over; what is
 * written without a connection, at the same time and in a workbook is never lost; and a new version of the questionnaire
 * comes in the middle.
 */
const handing = translator(handoverTexts, 'da');
const imported = translator(importTexts, 'da');
const exchange = translator(exchangeTexts, 'da');
const renewal = translator(renewalTexts, 'da');
/** A product that has not come far: no evidence is asked for. */
const said = {
  'if-support@SF1500': 'not_supported',
  'if-support@SF1511': 'not_supported',
  'if-support@SF1514': 'not_supported',
  'if-support@SF1530': 'not_supported',
  'if-support@administrationsmodul': 'not_relevant',
};

let browser: Browser;
let portal: RunningPortal;
let signatory: Person;
let editor: Person;
let supplier: Person;
let declaration: string;

beforeAll(async () => {
  portal = await startPortal({ peopleOnly: true });
  browser = await launchBrowser();
  signatory = await meet(browser, { url: portal.url, as: 'supplier-signatory', javaScript: true });
  editor = await meet(browser, { url: portal.url, as: 'supplier-editor', javaScript: true });
  // The pages of files and of renewal have no scripts.
  supplier = await meet(browser, { url: portal.url, as: 'supplier-signatory', javaScript: false });
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

test('a declaration is begun, and a section handed to a colleague, who answers it', async () => {
  const facts = { description: 'Viser ledige pladser.', type: 'andet', kle: '05' };
  declaration = await beginDeclaration(signatory, { ...facts, name: 'Parkvagt' });
  await chooseInterfaces(signatory.page, {});
  await confirmScope(signatory.page);
  await open(supplier.page, supplier.to.supplier.handovers(declaration, { section: 'data' }));
  await supplier.page.locator('#assignee').selectOption({ label: 'Mikkel Dahl' });
  await supplier.page.locator('#message').fill('Kan du tage data?');
  await press(button(supplier.page, 'act', 'give'));
  await openSection(editor, declaration, 'data');
  expect(await words(editor.page)).toContain('Kan du tage data?');
  await answerSection(editor, {});
  await openSection(editor, declaration, 'data');
  await press(button(editor.page, 'act', 'done'));
  expect(await words(editor.page)).toContain(handing('currentNone'));
});

test('without scripts a character that cannot be kept is refused at its place; the others are saved, and nothing typed is lost', async () => {
  const { page } = supplier;
  await openSection(supplier, declaration, 'produkt');
  const texts = { 'gen-former-name': 'Parkeringsvagten', 'gen-version': '3.9\0beta' };
  for (const [key, text] of Object.entries(texts)) await page.locator(`[name="${key}"]`).fill(text);
  expect(await press(button(page, 'intent', 'continue'))).toBe(400);
  const sentence = translator(answerProblemTexts, 'da')('control-characters');
  expect((await readErrors(page)).join()).toContain(sentence);
  expect(await words(page.locator('[id="q-gen-version"]'))).toContain(sentence);
  expect(await page.locator('[name="gen-version"]').inputValue()).toMatch(/^3\.9.beta$/);
  expect(await answered('gen-former-name')).toBe('Parkeringsvagten');
  expect(await answered('gen-version')).toBeNull();
});

test('what two colleagues write to one question, one of them without a connection, is shown to the second; one click resolves', async () => {
  const key = 'gen-version';
  const at = ({ page }: Person) => ({
    field: page.locator(`[name="${key}"]`),
    until: (state: string) => page.locator(`[id="q-${key}"] .sd-save-${state}`).waitFor(),
    shows: (text: string) =>
      expect.poll(() => page.locator(`[name="${key}"]`).inputValue(), { timeout: 20_000 }).toBe(text),
  });
  const [mine, theirs] = [at(signatory), at(editor)];
  for (const person of [signatory, editor]) await openSection(person, declaration, 'produkt');
  await editor.context.setOffline(true);
  await theirs.field.fill('4.2');
  await theirs.field.blur();
  await theirs.until('waiting');
  await mine.field.fill('4.1');
  await mine.field.blur();
  await mine.until('saved');
  await editor.context.setOffline(false);
  await theirs.until('conflict');
  const conflict = editor.page.locator(`[id="q-${key}"] [data-conflict]`);
  expect(await words(conflict)).toContain('4.1');
  expect(await theirs.field.inputValue()).toBe('4.2');
  await conflict.locator('button').first().click();
  await theirs.until('saved');
  await mine.shows('4.2');
  expect(await answered(key)).toBe('4.2');
});

test('a filled-in workbook is shown before anything is saved, and applied with one press', async () => {
  const { page, to } = supplier;
  await open(page, to.supplier.declaration(declaration));
  await press(page.locator(`main a[href="${to.supplier.exchange(declaration)}"]`));
  await page.locator(`a[href="${to.supplier.exportWorkbook(declaration)}"]`).waitFor();
  const file = await filledIn({ 'gen-version': '4.10', 'gen-former-name': 'Æbleskiven' });
  expect(await upload('Udfyldt æ.xlsx', file)).toBe(200);
  const preview = await words(page);
  expect(preview).toContain('Udfyldt æ.xlsx');
  expect(preview).toContain(imported('changes', { count: 2 }));
  expect(preview).toContain('Æbleskiven');
  expect(await answered('gen-version')).toBe('4.2');
  expect(await press(button(page, 'decision', 'apply'))).toBe(200);
  expect(await words(page)).toContain(imported('applied'));
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

test('a new version of the questionnaire comes; the declaration is moved to it, answered and submitted', async () => {
  const { page, to } = supplier;
  await answerEverything(supplier, declaration, said);
  const coordinator = await meet(browser, { url: portal.url, as: 'coordinator', javaScript: false });
  await open(coordinator.page, coordinator.to.admin.questionnaires());
  expect(await press(coordinator.page.locator('main form button', { hasText: 'Offentliggør version 1.1' }))).toBe(200);
  await open(page, to.supplier.renewal(declaration));
  expect(await press(button(page, 'act', 'move'))).toBe(200);
  expect(await words(page)).toContain(renewal('movedHeading'));
  if (await button(page, 'all', 'accept').isVisible()) await press(button(page, 'all', 'accept'));
  while (await page.locator('button[name="accept"]').first().isVisible()) {
    await press(page.locator('button[name="accept"]').first());
  }
  await answerEverything(supplier, declaration, said);
  expect(await submit(supplier, declaration, 'submit')).toMatch(/^\d{4}-\d+$/);
  expect(await answered('gen-version')).toBe('4.10');
  expect(supplier.complaints).toEqual([]);
});
