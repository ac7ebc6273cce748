import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type Visitor, visit } from '../browser';
import { type RunningPortal, startPortal } from '../portal';
import { openForeignSite } from './foreign-site';
import { meet, open, press, words } from './person';
import { openCase, sendEvent } from './reviewing';

/** What the public pages are like to read: at the front door, on a phone, by keyboard and on paper. */
let browser: Browser;
let portal: RunningPortal;

beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
  await portal?.place.remove();
});

const phone = { width: 390, height: 844 };

/** A window of its own without scripts, as the public pages need none; nothing in it may complain. */
async function read(look: (page: Page) => Promise<void>, options: Partial<Parameters<typeof visit>[1]> = {}) {
  const visitor: Visitor = await visit(browser, { url: portal.url, javaScript: false, ...options });
  await look(visitor.page);
  expect(visitor.complaints).toEqual([]);
  await visitor.context.close();
}

/** In pixels from the top of the page. */
async function topOf(page: Page, selector: string): Promise<number> {
  return (await page.locator(selector).first().boundingBox())?.y ?? Number.POSITIVE_INFINITY;
}

describe('the front page', () => {
  test.each(['', '/en'])('leads everybody on, on a phone too: »%s«', async (language) => {
    await read(
      async (page) => {
        await open(page, `${language}/`);
        expect(await topOf(page, 'main input[type="search"]'), 'the search is seen at once').toBeLessThan(phone.height);
        const links = await page
          .locator('main a[href^="/"]')
          .evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute('href') ?? ''))]);
        for (const part of ['/products', '/suppliers', '/interfaces', '/statistics', '/compare', '/profile']) {
          expect(links).toContain(language + part);
        }
        const statuses = await Promise.all(
          links.map(async (link) => [link, (await page.request.get(link)).status()] as const),
        );
        expect(statuses.filter(([, status]) => status !== 200)).toEqual([]);
        await page.fill('main input[type="search"]', 'SF1500');
        expect(await press(page.locator('main form button').first())).toBe(200);
        expect(page.url()).toContain('/products?q=SF1500');
        expect(await page.locator('main article, main .sd-results > li').count()).toBeGreaterThan(5);
      },
      { viewport: phone },
    );
  });

  test('says the same figures as the list and the statistics', async () => {
    await read(async (page) => {
      await open(page, '/');
      const figures = await page.locator('.sd-stats dd, .sd-stats dt').allInnerTexts();
      await open(page, '/products');
      const [count = ''] = /\d+/.exec((await page.locator('.sd-results-head').textContent()) ?? '') ?? [];
      expect(Number(count)).toBeGreaterThan(5);
      expect(figures.map((text) => text.trim())).toContain(count);
    });
  });
});

describe('the list on a phone', () => {
  test('begins with products, its filters folded; what is chosen there stays to be seen', async () => {
    await read(
      async (page) => {
        await open(page, '/products');
        const firstProduct = 'main .sd-results > li';
        expect(await topOf(page, firstProduct), 'the first product is seen at once').toBeLessThan(phone.height);
        expect(await page.locator('main input[type="search"]').isVisible()).toBe(false);
        const fold = page.locator('details.sd-filters > summary');
        expect((await fold.boundingBox())?.height, 'large enough for a thumb').toBeGreaterThanOrEqual(44);
        await fold.click();
        await page.fill('main input[type="search"]', 'birk');
        await press(page.locator('details.sd-filters .sd-buttons button').first());
        expect(await page.locator(firstProduct).count()).toBeGreaterThan(0);
        expect(await words(page)).toContain('birk');
        expect(await topOf(page, firstProduct)).toBeLessThan(1.3 * phone.height);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(tooWide).toBeLessThanOrEqual(0);
      },
      { viewport: phone },
    );
  });
});

test('the matrix is passed with one key, forwards and back', async () => {
  await read(async (page) => {
    await open(page, '/compare');
    const focused = () => page.evaluate(() => document.activeElement?.closest('a')?.getAttribute('href') ?? '');
    const tabUntil = async (href: string | RegExp, key: string, most: number) => {
      for (let steps = 0; steps < most; steps += 1) {
        await page.keyboard.press(key);
        const at = await focused();
        if (typeof href === 'string' ? at === href : href.test(at)) return steps + 1;
      }
      throw new Error(`${href} was not reached in ${most} steps.`);
    };
    await tabUntil('#matrix-after', 'Tab', 60);
    expect(await page.locator('#matrix-before').isVisible()).toBe(true);
    const { height } = (await page.locator('#matrix-before').boundingBox()) ?? { height: 0 };
    expect(height, 'it can be seen when it has the focus').toBeGreaterThan(20);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#matrix-after$/);
    expect(await tabUntil(/format=csv/, 'Tab', 12)).toBeLessThanOrEqual(12);
    await tabUntil('#matrix-before', 'Shift+Tab', 14);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#matrix-before$/);
    await page.keyboard.press('Tab');
    expect(await focused(), 'the table comes next').not.toBe('#matrix-before');
  });
});

test('on a phone the matrix shows one product at a time, the one that is chosen', async () => {
  await read(
    async (page) => {
      await open(page, '/compare');
      const shown = page.locator('.sd-matrix tbody tr:visible');
      const names = page.locator('.sd-matrix-picker a');
      expect(await names.count()).toBeGreaterThan(5);
      expect(await shown.count()).toBe(1);
      expect(await shown.locator('th a').textContent()).toBe(await names.first().textContent());
      const third = await names.nth(2).textContent();
      await names.nth(2).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/#r\./);
      expect(await shown.count()).toBe(1);
      expect(await shown.locator('th a').textContent()).toBe(third);
      expect(await shown.locator('th').isVisible()).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4_000);
    },
    { viewport: phone },
  );
  await read(async (page) => {
    await open(page, '/compare');
    expect(await page.locator('.sd-matrix-picker').isVisible()).toBe(false);
    expect(await page.locator('.sd-matrix tbody tr:visible').count()).toBeGreaterThan(5);
  });
});

test('a product is printed on few pages, with all its answers and the addresses of its evidence', async () => {
  await read(async (page) => {
    await open(page, '/products/birkebyg');
    const evidence = await page.locator('ul.sd-answer-evidence a[href^="http"]').first().getAttribute('href');
    const paper = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
    expect(paper.numPages).toBeLessThanOrEqual(12);
    const { text } = await extractText(paper, { mergePages: true });
    const flat = text.replace(/\s+/g, '');

    for (const question of await page.locator('dl.sd-answers dt').allTextContents()) {
      expect(flat).toContain(question.replace(/\s+/g, ''));
    }
    expect(flat, 'the address of evidence').toContain(evidence);
    for (const onScreen of ['Hovedmenu', 'Somdata:', 'Sådanlæserdutabellen:', '<ahref=', 'Følgmed']) {
      expect(flat).not.toContain(onScreen);
    }
  });
});

test('the statistics fold what would be most of the page on a phone, and lead to each part', async () => {
  await read(
    async (page) => {
      await open(page, '/statistics');
      const parts = await page
        .locator('nav.sd-on-page a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1) ?? ''));
      expect(parts).toContain('groups');
      for (const id of parts) expect(await page.locator(`[id="${id}"]`).count()).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(6_200);
      const section = page.locator('section[aria-labelledby="groups"]');
      const first = section.locator('details').first();
      const table = first.locator('table');
      expect(await table.isVisible()).toBe(false);
      await first.locator('summary').click();
      expect(await table.isVisible()).toBe(true);
      expect(await table.locator('tbody tr').count()).toBeGreaterThan(1);
    },
    { viewport: phone },
  );
});

describe('on another site', () => {
  const product = 'skovjob';
  const component = (attributes: string) => `<snitfladeklar-badge ${attributes}>Hentes …</snitfladeklar-badge>`;

  test('badges and the web component show what holds at the moment, under a strict policy', async () => {
    const site = await openForeignSite(
      portal.url,
      `<script src="${portal.url}/embed/badge.js"></script><script src="${portal.url}/embed/badge.js"></script>
       ${component(`product="${product}"`)} ${component('interface="SF1500" lang="en"')}
       ${component(`product="${product}" interface="SF1500" lang="en"`)}
       <img src="${portal.url}/products/${product}/badges/product.svg" alt="">
       <img src="${portal.url}/interfaces/SF1500/badges/interface.svg" alt="">`,
    );
    const reader = await visit(browser, { url: site.url });
    const { page } = reader;
    const badges = page.locator('snitfladeklar-badge a');
    const said = () =>
      badges.evaluateAll((all) => all.map((link) => [...link.children].map((part) => part.textContent)));
    await page.goto('/');
    await expect.poll(() => badges.count()).toBe(3);
    expect(await said()).toEqual([
      ['snitflader', expect.stringMatching(/^\d+ af \d+ klar/)],
      ['SF1500', expect.stringMatching(/^\d+ products? ready$/)],
      ['SF1500', expect.stringContaining(' · ')],
    ]);
    // The component's own styles hold where the site's policy allows none of others.
    const label = page.locator('snitfladeklar-badge .label').first();
    expect(await label.evaluate((part) => getComputedStyle(part).backgroundColor)).toBe('rgb(43, 58, 66)');
    const widths = () =>
      page.locator('img').evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth));
    await expect.poll(async () => (await widths()).every((width) => width > 50)).toBe(true);

    const coordinator = await meet(browser, { url: portal.url, as: 'coordinator', javaScript: false });
    await openCase(coordinator, product, 'closed');
    for (const [event, message] of [
      ['suspend', 'suspenderet'],
      ['reinstate', expect.stringMatching(/^\d+ af \d+ klar/)],
    ] as const) {
      expect(await sendEvent(coordinator.page, event, { note: 'Prøve af mærket.' })).toBe(200);
      // Somebody comes back to the page.
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await expect.poll(async () => (await said())[0]?.[1]).toEqual(message);
    }
    expect([...reader.complaints, ...coordinator.complaints]).toEqual([]);
    site.close();
  });

  test('a product that nobody knows is told of as such, and without the portal the page keeps its own words', async () => {
    const site = await openForeignSite(
      portal.url,
      `<script src="${portal.url}/embed/badge.js"></script>${component('product="findes-ikke"')}`,
    );
    const { page, context } = await visit(browser, { url: site.url });
    await page.goto('/');
    await page.locator('snitfladeklar-badge').getByText('it-systemet kendes ikke').waitFor();
    await page.route('**/badges/**', (route) => route.abort());
    await page.reload();
    await page.locator('snitfladeklar-badge').getByText('Hentes …').waitFor();
    await context.close();
    site.close();
  });
});
