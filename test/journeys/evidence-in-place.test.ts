import AxeBuilder from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pagesInPlace } from '~/app/evidence/open-pdf';
import { evidencePdfTexts } from '~/app/i18n/evidence-pdf';
import { translator } from '~/app/i18n/texts';
import { inboxViews } from '~/workflows/review/inbox';
import { launchBrowser } from '../browser';
import { type RunningPortal, startPortal } from '../portal';
import { scannedPdf, writtenPdf } from './pdf-files';
import { meet, open, type Person, words } from './person';

/** A PDF of the demo data, read where the reviewer judges the answer that it backs. */
const t = translator(evidencePdfTexts, 'da');

let browser: Browser;
let portal: RunningPortal;
let auditor: Person;
/** The section with the PDF, and the PDF's own address. */
let section = '';
let file = '';

beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  auditor = await meet(browser, { url: portal.url, as: 'auditor', javaScript: true });
  [section, file] = await findPdf(auditor);
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
  await portal?.place.remove();
});

/** @returns the addresses of a section and of a PDF in it */
async function findPdf({ page, to }: Person): Promise<[section: string, file: string]> {
  const read = async (address: string) => (await page.request.get(address)).text();
  const links = (html: string, pattern: RegExp) => new Set([...html.matchAll(pattern)].map(([, link = '']) => link));
  for (const view of inboxViews) {
    for (const reviewed of links(await read(to.review.inbox({ view })), /href="(\/review\/cases\/[\w-]+)"/g)) {
      for (const each of links(await read(reviewed), /href="(\/review\/cases\/[\w-]+\/sections\/[\w-]+)[#"]/g)) {
        const found = /href="([^"]+\/evidence\/[\w-]+)"(?:(?!<\/a>).)*\.pdf/.exec(await read(each));
        if (found?.[1]) return [each, found[1]];
      }
    }
  }
  throw new Error('No section of the demo data has a PDF.');
}

/** The PDF's own line, with what is under it. */
const line = (page: Page) => page.locator('.sd-evidence > li', { has: page.locator(`a[href="${file}"]`) }).first();
const toggle = (page: Page) => line(page).locator('button[aria-expanded]');
const viewer = (page: Page) => line(page).locator('.sd-pdf');

/** Opens the section; answers that are accepted already are folded. */
async function openSection(page: Page): Promise<void> {
  await open(page, section);
  await toggle(page).waitFor({ state: 'attached' });
  const folded = page.locator('details:not([open])', { has: toggle(page) });
  while ((await folded.count()) > 0) await folded.first().locator('> summary').click();
}

async function show(page: Page): Promise<void> {
  await openSection(page);
  await toggle(page).click();
}

/** Each colour of the picture, as `r,g,b`. */
async function coloursOf(figure: Locator): Promise<string[]> {
  return figure.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const colours = new Set<string>();
    for (let at = 0; at < data.length; at += 4) colours.add([data[at], data[at + 1], data[at + 2]].join(','));
    return [...colours];
  });
}

test('a PDF is read in its place by keyboard alone, and nothing leaves the portal', async () => {
  const { page, complaints } = await meet(browser, { url: portal.url, as: 'auditor', javaScript: true });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openSection(page);
  // Nothing of the reader is loaded before somebody wants it.
  expect(asked.filter((address) => /\/pdf\.|\.pfb$|\.wasm$/.test(address))).toEqual([]);
  await toggle(page).focus();
  await page.keyboard.press('Enter');
  const figure = viewer(page).locator('figure[data-outcome="text"]').first();
  await figure.waitFor();
  expect(await toggle(page).getAttribute('aria-expanded')).toBe('true');
  expect(await figure.textContent()).toContain(t('page', { number: 1, total: 1 }));
  expect(await figure.locator('.sd-pdf-text').textContent()).toContain('Serviceaftale');
  expect((await coloursOf(figure)).length).toBeGreaterThan(1);

  await page.keyboard.press('Tab');
  expect(await viewer(page).evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => viewer(page).evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  const found = await new AxeBuilder({ page }).include('.sd-evidence').analyze();
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  expect(await viewer(page).count()).toBe(0);
  expect(await toggle(page).getAttribute('aria-expanded')).toBe('false');
  expect(asked.filter((address) => !address.startsWith(`${portal.url}/`))).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('text stands where it is drawn, on a phone too, and the page does not grow wider', async () => {
  const { page } = auditor;
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await show(page);
    const figure = viewer(page).locator('figure[data-outcome="text"]').first();
    await figure.waitFor();
    const heading = figure.locator('.sd-pdf-text span').first();
    const [paper, words] = await Promise.all([figure.locator('.sd-pdf-paper').boundingBox(), heading.boundingBox()]);
    if (!paper || !words) throw new Error('The page is not drawn.');
    // It begins 56 of 595 points from the left, its feet 62 of 842 from the top, and is 18 high.
    const scale = paper.width / 595;
    expect(Math.abs(words.x - paper.x - 56 * scale)).toBeLessThan(3);
    expect(Math.abs(words.y + words.height - paper.y - 62 * scale)).toBeLessThan(8 * scale);
    expect(words.height).toBeGreaterThan(12 * scale);
    expect(words.height).toBeLessThan(30 * scale);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

/** Opens the PDF's line while its address answers with something else. */
async function showInstead(answer: { status?: number; body: Buffer; contentType?: string }): Promise<Page> {
  const { page } = auditor;
  await page.unrouteAll();
  await page.route(`**${file}`, (route) => route.fulfill({ contentType: 'application/pdf', ...answer }));
  await show(page);
  return page;
}

test.each([
  ['is broken', 'unreadable', async () => ({ body: Buffer.from('%PDF-1.4\nnot one') })],
  ['has a password', 'password', async () => ({ body: await writtenPdf({ pages: 1, password: 'x' }) })],
  ['is a page to sign in on', 'unreachable', async () => ({ body: Buffer.from('<p>'), contentType: 'text/html' })],
  ['is refused', 'unreachable', async () => ({ body: Buffer.from('%PDF-1.4'), status: 403 })],
] as const)('what %s is told of, with the way to the file', async (_what, problem, make) => {
  const page = await showInstead(await make());
  const alert = line(page).locator('[role="alert"]');
  await alert.waitFor();
  expect(await words(alert)).toContain(t(problem));
  expect(await alert.locator('a').getAttribute('href')).toBe(file);
});

test('of a long one the first pages are shown, each drawn when it comes near', async () => {
  const page = await showInstead({ body: await writtenPdf({ pages: pagesInPlace + 10 }) });
  const figures = viewer(page).locator('figure');
  await figures.first().locator('canvas').waitFor();
  expect(await figures.count()).toBe(pagesInPlace);
  expect(await words(line(page))).toContain(t('onlyFirst', { shown: pagesInPlace, total: pagesInPlace + 10 }));
  expect(await viewer(page).locator('canvas').count()).toBeLessThan(6);
  await figures.last().scrollIntoViewIfNeeded();
  await figures.last().locator('canvas').waitFor();
  await expect.poll(() => figures.last().locator('.sd-pdf-text').textContent()).toContain(`Bilag ${pagesInPlace}`);
  // The first is given back, and its text is still there to be found.
  await expect.poll(() => figures.first().locator('canvas').count()).toBe(0);
  expect(await figures.first().locator('.sd-pdf-text').textContent()).toContain('Bilag 1');
});

test('a scanned page is drawn, and it is said that it has no text', async () => {
  const page = await showInstead({ body: scannedPdf() });
  const figure = viewer(page).locator('figure[data-outcome="no-text"]');
  await figure.waitFor();
  expect(await words(figure)).toContain(t('noText'));
  const colours = (await coloursOf(figure)).map((colour) => colour.split(',').map(Number));
  expect(colours.some(([red = 0, green = 0]) => red > 150 && green < 80)).toBe(true);
});

test('without scripts there is the file and no button', async () => {
  const { page } = await meet(browser, { url: portal.url, as: 'auditor', javaScript: false });
  await open(page, section);
  expect(await line(page).count()).toBe(1);
  expect(await toggle(page).count()).toBe(0);
  await page.context().close();
});
