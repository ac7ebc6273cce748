import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from '../axe';
import { launchBrowser, visit } from '../browser';
import { galleryPages } from '../gallery/gallery';
import { serveGallery } from '../gallery/serve.js';

/** Every component of the kit, looked at by axe as people with different eyes, windows and settings see it. */
const looks = [
  { theme: 'light', width: 320, language: 'da' },
  { theme: 'light', width: 768, language: 'da' },
  { theme: 'light', width: 1280, language: 'en' },
  { theme: 'dark', width: 320, language: 'en' },
  { theme: 'dark', width: 1280, language: 'da' },
] as const;

let browser: Browser;
let gallery: Awaited<ReturnType<typeof serveGallery>>;

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

describe.each(looks)('$theme at $width in $language', ({ theme, width, language }) => {
  test.each(galleryPages)('%s', async (name) => {
    const { context, page, complaints } = await visit(browser, { url: gallery.url, viewport: { width, height: 900 } });
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(`/${language}/${name}`);
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

test('the summary of errors has the focus although no script runs, and leads to the field', async () => {
  const { context, page } = await visit(browser, { url: gallery.url, javaScript: false });
  await page.goto('/da/form');
  expect(await page.locator('.sd-error-summary:focus').count()).toBe(1);
  await page.getByRole('link', { name: 'Filen er tom. Vælg en fil med indhold.' }).click();
  expect(await page.locator('#file:focus').count()).toBe(1);
  await context.close();
});

test('the menu opens on a phone without a script', async () => {
  const { context, page } = await visit(browser, {
    url: gallery.url,
    javaScript: false,
    viewport: { width: 390, height: 844 },
  });
  await page.goto('/da/public');
  const link = page.getByRole('link', { name: 'Kommuner', exact: true });
  expect(await link.isVisible()).toBe(false);
  await page.locator('.sd-menu > summary').click();
  expect(await link.isVisible()).toBe(true);
  await context.close();
});
