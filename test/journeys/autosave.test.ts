import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { liveSectionTexts } from '~/app/i18n/live-section';
import { translator } from '~/app/i18n/texts';
import { sessionIdleLimit } from '~/db/sessions';
import { launchBrowser, signIn } from '../browser';
import { type RunningPortal, startPortal } from '../portal';
import { beginDeclaration, chooseInterfaces, confirmScope, openSection, untilLive } from './declaring';
import { button, meet, open, type Person, press, words } from './person';

/** Writing that is never lost: without a connection, over a reload, against another tab and a colleague. */
const t = translator(liveSectionTexts, 'da');
const section = 'produkt';
const key = 'gen-version';

let browser: Browser;
let portal: RunningPortal;
let signatory: Person;
let editor: Person;
let plain: Person;
let declaration: string;

beforeAll(async () => {
  portal = await startPortal({ peopleOnly: true });
  browser = await launchBrowser();
  signatory = await meet(browser, { url: portal.url, as: 'supplier-signatory', javaScript: true });
  editor = await meet(browser, { url: portal.url, as: 'supplier-editor', javaScript: true });
  plain = await meet(browser, { url: portal.url, as: 'supplier-editor', javaScript: false });
  const facts = { description: 'Viser ledige pladser.', type: 'andet', kle: '05' };
  declaration = await beginDeclaration(signatory, { ...facts, name: 'Parkvagt' });
  await chooseInterfaces(signatory.page, {});
  await confirmScope(signatory.page);
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
  await portal?.place.remove();
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
  expect(await status(page).textContent()).toContain(t('waitingKept'));
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await untilLive(signatory);
  await page.getByText(t('restored', { count: 1 })).waitFor();
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
  await signatory.page.getByText(t('presentNobody')).waitFor();
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

test('a choice can be taken back without scripts, too', async () => {
  const { page } = plain;
  await open(page, plain.to.supplier.section(declaration, section));
  const choice = page.locator('.sd-asked input[type="radio"]').first();
  const name = (await choice.getAttribute('name')) ?? '';
  await choice.check();
  await press(button(page, 'intent', 'stay'));
  expect(await page.locator(`[name="${name}"]:checked`).count()).toBe(1);
  expect(await press(button(page, 'intent', `clear:${name}`))).toBe(200);
  expect(await page.locator(`[name="${name}"]:checked`).count()).toBe(0);
});

test('a question opens where its room was, and what follows hardly moves', async () => {
  const { page } = signatory;
  await openSection(signatory, declaration, section);
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift' });
  });
  const ending = page.locator('[name="gen-lifecycle"][value="end_of_life"]');
  await ending.evaluate((radio) => radio.scrollIntoView({ block: 'center' }));
  await page.locator(`label[for="${await ending.getAttribute('id')}"]`).click();
  await page.locator('[id="q-gen-eol-date"]').waitFor();
  await page.locator('[data-clear="gen-lifecycle"]').click();
  await page.locator('[id="q-gen-eol-date"]').waitFor({ state: 'detached' });
  const shifted = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(shifted.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.05);
});

test('keys go from question to question and choose, but a letter in a field is a letter', async () => {
  const { page } = signatory;
  await openSection(signatory, declaration, section);
  await page.locator('.sd-shortcuts summary').waitFor();
  const here = () => page.evaluate(() => document.activeElement?.closest('.sd-asked')?.id ?? null);
  await page.keyboard.press('j');
  const first = await here();
  await page.keyboard.press('j');
  expect(await here()).not.toBe(first);
  await page.keyboard.press('k');
  expect(await here()).toBe(first);
  await field(page).fill('');
  await field(page).pressSequentially('jk1');
  expect(await field(page).inputValue()).toBe('jk1');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  expect(await here()).toBe('q-gen-lifecycle');
  await page.keyboard.press('1');
  expect(await page.locator('[name="gen-lifecycle"]').first().isChecked()).toBe(true);
  // Switched off, they do nothing, here and on the pages to come.
  await page.locator('.sd-shortcuts summary').click();
  await page.locator('.sd-shortcuts label').click();
  await page.locator('[id="q-gen-lifecycle"]').evaluate((asked: HTMLElement) => asked.focus());
  await page.keyboard.press('2');
  expect(await page.locator('[name="gen-lifecycle"]').first().isChecked()).toBe(true);
  await page.locator('.sd-shortcuts label').click();
  await page.locator('[data-clear="gen-lifecycle"]').click();
});

test('the end of the session is told before it comes, and what is written after it is saved once signed in again', async () => {
  const { page, context } = signatory;
  await page.clock.setFixedTime(Date.now() + sessionIdleLimit - 5 * 60_000);
  await openSection(signatory, declaration, section);
  await page.getByText(t('sessionHeading')).waitFor();
  await context.clearCookies();
  await write(page, '5.0');
  await until(page, 'failed');
  expect(await status(page).textContent()).toContain(t('signedOutKept'));
  const second = await context.newPage();
  await signIn(second, 'supplier-signatory');
  await second.close();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await until(page, 'saved');
  await page.reload();
  await untilLive(signatory);
  expect(await field(page).inputValue()).toBe('5.0');
});
