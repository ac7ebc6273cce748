import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchangeTexts, importTexts } from '~/app/i18n/exchange';
import { handoverTexts } from '~/app/i18n/handovers';
import { importProblemTexts } from '~/app/i18n/import-problems';
import { liveSectionTexts } from '~/app/i18n/live-section';
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
  untilLive,
} from './declaring';
import { button, meet, open, type Person, press, readErrors, words } from './person';

/**
 * One declaration from its first answer to its submission, as two colleagues make it: a section is handed over; what is
 * written without a connection, in two tabs and in a workbook is never lost; and a new version of the questionnaire comes
 * in the middle.
 */
const live = translator(liveSectionTexts, 'da');
const handing = translator(handoverTexts, 'da');
const imported = translator(importTexts, 'da');
const exchange = translator(exchangeTexts, 'da');
const renewal = translator(renewalTexts, 'da');
const section = 'produkt';
const key = 'gen-version';
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

const field = (page: Page) => page.locator(`[name="${key}"]`);
const status = (page: Page) => page.locator(`[id="q-${key}"] .sd-save`);
async function write(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).blur();
}
const until = (page: Page, state: string) => page.locator(`[id="q-${key}"] .sd-save-${state}`).waitFor();

test('what is written without a connection is kept over a reload and sent when it is back', async () => {
  const { page, context } = signatory;
  await openSection(signatory, declaration, section);
  // The page itself can be loaded; only saving fails, as behind a portal that is being restarted.
  await context.route('**/answers', (route) => route.abort());
  await write(page, '4.1');
  await until(page, 'waiting');
  expect(await status(page).textContent()).toContain(live('waitingKept'));
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await untilLive(signatory);
  await page.getByText(live('restored', { count: 1 })).waitFor();
  expect(await field(page).inputValue()).toBe('4.1');
  await context.unroute('**/answers');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await until(page, 'saved');
  await page.reload();
  await untilLive(signatory);
  expect(await field(page).inputValue()).toBe('4.1');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('two tabs see each other’s answers; when both write at once, both texts are shown and one click resolves', async () => {
  const { page, context } = signatory;
  await openSection(signatory, declaration, section);
  const second = await context.newPage();
  const tab = { ...signatory, page: second };
  await openSection(tab, declaration, section);
  await write(page, '4.2');
  await until(page, 'saved');
  // Told over PostgreSQL, without a reload.
  await second.waitForFunction(
    (name) => document.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value === '4.2',
    key,
  );
  // The second writes while it stands in the field, so that it does not see what comes.
  await field(second).focus();
  await write(page, '4.3');
  await until(page, 'saved');
  await field(second).fill('4.4');
  await until(second, 'conflict');
  const conflict = second.locator(`[id="q-${key}"] [data-conflict]`);
  expect(await words(conflict)).toContain('4.3');
  expect(await field(second).inputValue()).toBe('4.4');
  await conflict.locator('button').first().click();
  await until(second, 'saved');
  await second.close();
  await page.waitForFunction(
    (name) => document.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value === '4.4',
    key,
  );
});

test('colleagues see each other come and go', async () => {
  await openSection(signatory, declaration, section);
  await openSection(editor, declaration, section);
  const presence = editor.page.locator('[data-presence] li');
  await presence.waitFor();
  const mine = signatory.page.locator('[data-presence] li');
  await mine.waitFor();
  await editor.page.goto(editor.to.supplier.home());
  await signatory.page.getByText(live('presentNobody')).waitFor();
});

test('a choice can be taken back', async () => {
  const { page } = signatory;
  const choice = page.locator('.sd-asked input[type="radio"]').first();
  const name = await choice.getAttribute('name');
  await choice.check();
  await page.locator(`[id="q-${name}"] .sd-save-saved`).waitFor();
  await page.locator(`[data-clear="${name}"]`).click();
  expect(await page.locator(`[name="${name}"]:checked`).count()).toBe(0);
  await page.waitForFunction((asked) => document.querySelector(`[id="q-${asked}"] .sd-save-saved`), name);
  await page.reload();
  await untilLive(signatory);
  expect(await page.locator(`[name="${name}"]:checked`).count()).toBe(0);
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
  expect(await answered('gen-version')).toBe('4.4');
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
  expect(await press(coordinator.page.locator('main form button'))).toBe(200);
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
