import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser';
import { type RunningPortal, startPortal } from '../portal';
import {
  answerEverything,
  beginDeclaration,
  chooseInterfaces,
  confirmScope,
  declarationIn,
  readCaseNumber,
  untilLive,
} from './declaring';
import { button, meet, open, type Person, readErrors } from './person';
import { openCase, sendEvent } from './reviewing';

/** A part of the main job by Tab, Space, Enter and the arrows alone. */
/** The focus is looked at when it has arrived, not on its way. */
const still = { reducedMotion: 'reduce' } as const;

let browser: Browser;
let portal: RunningPortal;
let supplier: Person;
let declaration: string;
let caseNumber: string;

beforeAll(async () => {
  portal = await startPortal({ peopleOnly: true });
  browser = await launchBrowser();
  supplier = await meet(browser, { url: portal.url, as: 'supplier-signatory', javaScript: true });
  await supplier.page.emulateMedia(still);
  const facts = { description: 'Måler vandstand i åer og søer.', type: 'andet', kle: '06' };
  declaration = await beginDeclaration(supplier, { ...facts, name: 'Vandvagt' });
  const why = 'Produktet har ikke brug for den.';
  await chooseInterfaces(supplier.page, { SF1511: why, SF1514: why, administrationsmodul: why });
  await confirmScope(supplier.page);
  await answerEverything(supplier, declaration, { 'if-support@SF1500': 'not_supported' });
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
  await portal?.place.remove();
});

/** What is wrong with where the focus is; null: it can be seen. */
function faultOfFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    // A box drawn by its label shows the focus there.
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : null;
    const drawn = [
      getComputedStyle(element),
      ...(label ? [label, '::before', '::after'] : []).map((part) =>
        part instanceof Element ? getComputedStyle(part) : getComputedStyle(label as Element, part as string),
      ),
    ];
    const isMarked = drawn.some(
      ({ outlineStyle, outlineWidth, boxShadow }) =>
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
    );
    const name = `${element.tagName} ${element.id || element.textContent?.trim().slice(0, 40)}`;
    if (element.tabIndex > 0) return `${name} jumps the queue`;
    if (!element.matches(':focus-visible') || !isMarked) return `${name} does not show its focus`;
    const { left, top, right, bottom } = (label ?? element).getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].map((part) => [left + (right - left) * 0.5, top + (bottom - top) * part] as const);
    const isSeen = points.some(([x, y]) => {
      const found = document.elementFromPoint(x, y);
      return found !== null && (element.contains(found) || label?.contains(found) || found.contains(element));
    });
    return isSeen ? null : `${name} has the focus out of sight`;
  });
}

/** Presses Tab until something has the focus; wherever it stops on the way, the focus can be seen. */
async function tabTo(target: Locator): Promise<void> {
  const page = target.page();
  const faults: string[] = [];
  for (let steps = 0; steps < 250; steps += 1) {
    await page.keyboard.press('Tab');
    const fault = await faultOfFocus(page);
    if (fault !== null) faults.push(fault);
    if (await target.evaluate((element) => element === document.activeElement)) {
      expect(faults).toEqual([]);
      return;
    }
  }
  throw new Error(`Tab never came to ${target}.`);
}

/** Presses Enter on what has the focus, and waits for the page that comes. */
async function enter(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

describe('by keyboard alone', () => {
  test('the first Tab offers the way past the menu', async () => {
    const { page, to } = supplier;
    await open(page, to.supplier.declaration(declaration));
    await tabTo(page.locator('.skipnav'));
    await page.keyboard.press('Enter');
    expect(await page.locator('main:focus').count()).toBe(1);
  });

  test('a section is reached, answered and saved', async () => {
    const { page, to } = supplier;
    await tabTo(page.locator(`main a[href="${to.supplier.section(declaration, 'organisation')}"]`).first());
    await enter(page);
    const level = (value: string) => page.locator(`[name="if-support@SF1500"][value="${value}"]`);
    await untilLive(supplier);
    await tabTo(level('not_supported'));
    await page.keyboard.press('ArrowDown');
    expect(await level('not_relevant').isChecked()).toBe(true);
    const reason = page.locator('[name="if-reason@SF1500"]');
    await tabTo(reason);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Produktet kender ingen medarbejdere.');
    await tabTo(button(page, 'intent', 'continue'));
    await enter(page);
    expect(new URL(page.url()).pathname).toBe(to.supplier.check(declaration));
    expect(await page.locator('main').textContent()).toContain('Produktet kender ingen medarbejdere.');
  });

  test('keys that are pressed before the page is live break nothing', async () => {
    const page = await supplier.page.context().newPage();
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));
    await page.addInitScript(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        document.querySelector('main input')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
        port2.postMessage(null);
      };
      port2.postMessage(null);
    });
    await open(page, supplier.to.supplier.section(declaration, 'organisation'));
    await untilLive({ ...supplier, page });
    expect(failures).toEqual([]);
    await page.close();
  });

  test('the signatory is told what is missing, corrects it and submits', async () => {
    const { page } = supplier;
    await tabTo(button(page, 'event', 'submit'));
    await enter(page);
    expect(await readErrors(page)).toHaveLength(1);
    await tabTo(page.locator('.sd-error-summary a'));
    await page.keyboard.press('Enter');
    const confirm = page.locator('#confirm');
    expect(await confirm.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Space');
    expect(await confirm.isChecked()).toBe(true);
    await tabTo(button(page, 'event', 'submit'));
    await enter(page);
    expect(new URL(page.url()).pathname).toContain('/receipts/1');
    expect(declarationIn(page)).toBe(declaration);
    caseNumber = await readCaseNumber(page);
  });

  test('a reviewer claims a section, gives a verdict with its reason and closes it', async () => {
    const lead = await meet(browser, { url: portal.url, as: 'lead-a', javaScript: true });
    await openCase(lead, caseNumber, 'routing');
    await sendEvent(lead.page, 'route');
    const reviewer = await meet(browser, { url: portal.url, as: 'reviewer-a', javaScript: true });
    const { page } = reviewer;
    await page.emulateMedia(still);
    await openCase(reviewer, caseNumber, 'available');
    await tabTo(button(page.locator('#section-organisation'), 'event', 'claim'));
    await enter(page);
    const kinds = page.locator('[name="kind:if-support@SF1500"]');
    await tabTo(kinds.first());
    for (const _ of ['accepted-with-remark', 'needs-elaboration']) await page.keyboard.press('ArrowDown');
    expect(await page.locator('[name="kind:if-support@SF1500"]:checked').inputValue()).toBe('needs-elaboration');
    await tabTo(button(page, 'event', 'assess'));
    await enter(page);
    expect((await readErrors(page)).length).toBeGreaterThan(0);
    const reason = page.locator('[name="reason:if-support@SF1500"]');
    await tabTo(page.locator('.sd-error-summary a', { hasText: 'Skriv en begrundelse' }));
    await page.keyboard.press('Enter');
    await page.locator('[name="reason:if-support@SF1500"]:focus').waitFor();
    // The jump to the field takes neither the errors nor the choice that is not saved yet.
    await page.waitForTimeout(500);
    expect(await page.locator('.sd-error-summary').count()).toBe(1);
    expect(await page.locator('[name="kind:if-support@SF1500"]:checked').inputValue()).toBe('needs-elaboration');
    expect(await reason.evaluate((element) => element === document.activeElement)).toBe(true);
    const question = page.locator('[id="question:if-support@SF1500"]');
    expect((await question.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.type('Uddyb, hvad produktet gør.');
    for (const key of ['if-reason@SF1500', 'if-confirmed@SF1500']) {
      await tabTo(page.locator(`[name="kind:${key}"]`).first());
      await page.keyboard.press('Space');
    }
    await tabTo(button(page, 'event', 'assess'));
    await enter(page);
    expect(new URL(page.url()).searchParams.get('done')).toBe('assess');
    // What was done has the focus: it is read aloud, and Tab goes on from it.
    expect(await page.locator('.alert-success').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(reviewer.complaints).toEqual([]);
  });
});
