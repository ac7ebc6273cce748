import { generateKeyPairSync } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DemoPerson } from '~/app/auth/demo.server';
import { inLanguage } from '~/app/i18n/language';
import { signerOf } from '~/app/server/signing-key';
import { type Language, languages } from '~/workflows/words';
import { axeFaults } from '../axe';
import { launchBrowser, signIn, visit } from '../browser';
import { type RunningPortal, startPortal } from '../portal';
import { explore, portalRoutes } from './addresses';
import { connect } from './client';
import { button, meet, open, press, words } from './person';
import { weigh } from './weight';

/** Whoever has pages of their own: where they begin, which they look at, and how many examples of each. */
const readers: readonly { as?: DemoPerson; from: readonly string[]; within: RegExp; most: number }[] = [
  {
    from: ['/', '/sign-in', '/about', '/statistics', '/products/sandbib/publications/changes'],
    within: /^\/(?!supplier\/|supplier$|review|admin)/,
    most: 1,
  },
  { as: 'supplier-editor', from: ['/supplier'], within: /^\/supplier(?!s)|^\/account$/, most: 2 },
  { as: 'supplier-signatory', from: ['/supplier'], within: /\/(?:check|events|api-tokens|:declaration)$/, most: 1 },
  { as: 'reviewer-a', from: ['/review', '/review?view=available'], within: /^\/review/, most: 1 },
  {
    as: 'lead-a',
    from: ['/review?view=decision', '/review?view=routing', '/review?view=closed'],
    within: /\/(?::case|decision)$/,
    most: 2,
  },
  // The list in which a row claims a section and is ticked to be given to somebody.
  { as: 'lead-a', from: ['/review?view=available'], within: /^\/review$/, most: 1 },
  { as: 'coordinator', from: ['/admin', '/review'], within: /^\/admin|:case$/, most: 1 },
];

/** Routes that are no pages: they answer forms and scripts, or with a file. */
const noPages = [
  '/products/feed/:file',
  '/products/:slug/feed/:file',
  '/products/:slug/badges/:file',
  '/interfaces/:id/badges/:file',
  '/profile/:file',
  '/account/data',
  '/sign-in/demo',
  '/sign-in/oidc',
  '/sign-in/oidc/callback',
  '/sign-out/oidc',
  '/subscriptions/:token/end',
  '/sign-out',
  '/supplier/products/:product/declare',
  '/supplier/declarations/:declaration/answers',
  '/supplier/evidence/:evidence',
  '/review/cases/:case/evidence/:evidence',
  '/review/cases/:case/chart',
  '/review/cases/:case/journal',
  '/review/cases/:case/confirmation',
  '/review/views',
  '/review/cases/:case/sections/:section/hand-over',
  '/review/routing',
  '/review/cases/:case/letter/file',
  '/supplier/declarations/:declaration/letters/:letter/file',
  '/*',
];

/** Pages that the walk need not come by: the demo data leads to some of them only on some days. */
const notMet = [
  '/access/:token',
  '/disputes/:token',
  '/subscriptions/:token',
  '/invitation/:token',
  '/calendar',
  '/supplier/access-requests',
  '/supplier/declarations/:declaration/imports/:import',
  '/supplier/declarations/:declaration/evidence/:evidence/detach',
  '/review/cases/:case/letter',
  '/review/calibration/:calibration',
  '/admin/merges/preview',
  '/admin/questionnaires/hearings/:hearing',
  '/questionnaires/:slug/hearing',
  '/hearing/:token',
  '/admin/merges/:change',
];

const widths = [1280, 390] as const;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser: Browser;
let portal: RunningPortal;

beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  // A product leads to how its declaration is verified once it is signed, which the portal does soon after it has started.
  await vi.waitFor(async () => expect((await fetch(signedDeclaration())).status).toBe(200), {
    timeout: 60_000,
    interval: 250,
  });
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
  await portal?.place.remove();
});

const signedDeclaration = () => `${portal.url}/api/v1/products/birkebyg/declaration`;

const opened = new Set<string>();

/** Everything that is wrong with the page that is open, at the window's width. */
async function faultsOf(page: Page, language: Language, isLookedAtByAxe: boolean): Promise<string[]> {
  const faults = await page.evaluate((expected) => {
    const { documentElement: root, title } = document;
    const headings = document.querySelectorAll('h1').length;
    const tooWide = () => root.scrollWidth - window.innerWidth;
    const asItOpens = tooWide();
    const folded = [...document.querySelectorAll('details:not([open])')];
    for (const part of folded) part.toggleAttribute('open', true);
    const unfolded = tooWide();
    for (const part of folded) part.toggleAttribute('open', false);
    return [
      root.lang === expected ? null : `lang is ${root.lang}`,
      headings === 1 ? null : `${headings} h1`,
      /^.+ – Snitfladeklar$|^Snitfladeklar/.test(title) ? null : `title is »${title}«`,
      asItOpens <= 0 ? null : `${asItOpens} px too wide`,
      unfolded <= 0 ? null : `${unfolded} px too wide with everything unfolded`,
    ].filter((fault) => fault !== null);
  }, language);
  return isLookedAtByAxe ? [...faults, ...(await axeFaults(page, tags))] : faults;
}

/** As it was sent: a browser leaves the inner form out and tells nobody. */
function holdsFormInForm(html: string): boolean {
  let depth = 0;
  for (const [tag] of html.matchAll(/<form[\s>]|<\/form>/g)) {
    depth += tag === '</form>' ? -1 : 1;
    if (depth > 1) return true;
  }
  return false;
}

describe.each(readers)('the pages of $as (undefined: of anybody)', ({ as, from, within, most }) => {
  test('are in order in both languages, on a screen and on a phone', async () => {
    const client = await connect(portal.url, as);
    const examples = await explore(client, from, most);
    const { context, page, complaints } = await visit(browser, { url: portal.url });
    if (as) await signIn(page, as);
    const faults: string[] = [];
    for (const [pattern, addresses] of examples) {
      if (!within.test(pattern)) continue;
      opened.add(pattern);
      for (const address of addresses) {
        for (const language of languages) {
          const sent = await open(page, inLanguage(address, language));
          if (holdsFormInForm(await sent.text()))
            faults.push(`${address}: a form in a form, whose buttons a browser loses`);
          for (const width of widths) {
            await page.setViewportSize({ width, height: 900 });
            // Each language at one width: what axe finds hardly ever hangs on both.
            const isLookedAt = (language === 'da') === (width === 1280);
            const found = await faultsOf(page, language, isLookedAt);
            faults.push(
              ...[...found, ...complaints.splice(0)].map((fault) => `${language} ${width} ${address}: ${fault}`),
            );
          }
        }
      }
    }
    await context.close();
    expect(faults).toEqual([]);
  });
});

test('no public page weighs more than 100 kB with everything that it loads', async () => {
  const [open] = readers;
  const examples = await explore(await connect(portal.url), open?.from ?? [], 2);
  const heavy: string[] = [];
  for (const [pattern, addresses] of examples) {
    if (!open?.within.test(pattern)) continue;
    for (const address of addresses) {
      const bytes = await weigh(portal.url, address);
      if (bytes > 100_000) heavy.push(`${address}: ${bytes}`);
    }
  }
  expect(heavy).toEqual([]);
});

describe('what a buyer does with it', () => {
  test('verifies a signed declaration without a network; one that was changed is told apart', async () => {
    const declaration = await (await fetch(signedDeclaration())).json();
    const { context, page } = await visit(browser, { url: portal.url });
    await open(page, '/verify/declaration');
    await context.setOffline(true);
    const result = page.locator('#declaration-result');
    const choose = (content: unknown) =>
      page.setInputFiles('#declaration', {
        name: 'erklaering.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(content)),
      });
    await choose(declaration);
    await result.getByText('Erklæringen er ægte og uændret').waitFor();
    await choose({ ...declaration, document: { ...declaration.document, number: 99 } });
    await result.getByText('Indholdet er ikke det, der blev offentliggjort.').waitFor();
    const [first, ...others] = declaration.entries;
    const zeros = '0'.repeat(64);
    await choose({ ...declaration, entries: [{ ...first, proof: [zeros, ...first.proof.slice(1)] }, ...others] });
    await result.getByText('Beviset passer ikke til den offentlige protokol.').waitFor();
    const [header = '', , signature = ''] = first.signature.split('.');
    const forged = `${header}..${[...signature].reverse().join('')}`;
    await choose({ ...declaration, entries: [{ ...first, signature: forged }, ...others] });
    await result.getByText('Underskriften passer ikke til indholdet.').waitFor();
    const stranger = await signerOf(generateKeyPairSync('ed25519').privateKey);
    const head = Buffer.from(declaration.head.jws.split('.')[1], 'base64url');
    await choose({ ...declaration, head: { jws: await stranger.sign(head) } });
    await result.getByText('en nøgle, som denne portal ikke kender').waitFor();
    await choose({ noget: 'andet' });
    await result.getByText('Filen er ikke en signeret erklæring').waitFor();
    await context.close();
  });

  test('finds, narrows, compares and follows by mail, and ends that with one click; all without scripts', async () => {
    const reader = await meet(browser, { url: portal.url, javaScript: false });
    const { page, to } = reader;
    await open(page, '/');
    await page.fill('input[type="search"]', 'organsation');
    await press(page.locator('main form button').first());
    expect(await words(page)).toContain('organisation');
    const found = await page.locator('main article').count();
    expect(found).toBeGreaterThan(5);
    for (const choice of ['type:fagsystem', 'level:in_production']) {
      const [name, value] = choice.split(':');
      const box = page.locator(`input[name="${name}"][value="${value}"]`);
      await page.locator('details', { has: box }).last().locator('summary').first().click();
      await box.check();
    }
    await press(page.locator('.sd-filters-form button[type="submit"]').last());
    expect(await page.locator('main article').count()).toBeLessThan(found);
    const search = new URL(page.url()).search;

    await press(page.getByText('Sammenlign disse it-systemer'));
    expect([...new URL(page.url()).searchParams]).toEqual([
      ['q', 'organsation'],
      ['level', 'in_production'],
      ['type', 'fagsystem'],
    ]);
    expect(await page.locator('.sd-matrix tbody tr').count()).toBeGreaterThan(2);
    await press(page.locator('.sd-matrix tbody th a').first());
    expect(new URL(page.url()).pathname).toMatch(/^\/products\/./);

    await open(page, to.products() + search);
    await press(page.locator('main a', { hasText: 'E-mail' }));
    const email = 'koeber@odder.example';
    await page.fill('[name="email"]', email);
    expect(await press(page.locator('main form button[type="submit"]'))).toBe(200);
    const coordinator = await meet(browser, { url: portal.url, as: 'coordinator', javaScript: false });
    const link = coordinator.page.locator('tr', { hasText: email }).locator('a[href*="/subscriptions/"]').first();
    await expect
      .poll(
        async () => {
          await open(coordinator.page, to.admin.inbox());
          return link.count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
    const address = (await link.getAttribute('href')) ?? '';
    // Opening the link is not yet consent: programs that check mails open it too.
    await open(page, address);
    expect(await press(button(page, 'act', 'confirm'))).toBe(200);
    expect(await words(page)).toContain('Du følger søgningen');
    const { pathname } = new URL(address, portal.url);
    const ended = await fetch(`${portal.url}${pathname}/end`, { method: 'POST', body: 'List-Unsubscribe=One-Click' });
    expect(ended.status).toBe(200);
    await open(page, address);
    expect(await button(page, 'act', 'end').count()).toBe(0);
    expect([...reader.complaints, ...coordinator.complaints]).toEqual([]);
    await Promise.all([reader.context.close(), coordinator.context.close()]);
  });

  test('builds a requirement profile without scripts and takes the annex home', async () => {
    const { context, page, complaints } = await visit(browser, { url: portal.url, javaScript: false });
    await open(page, '/profile');
    for (const [id, label] of [
      ['SF1500', 'K1'],
      ['SF1470', 'K2'],
    ] as const) {
      await page.selectOption('[name="add"]', id);
      await page.fill('[name="addLabel"]', label);
      await press(page.locator('.sd-profile-form button:not([aria-hidden])'));
    }
    expect(new URL(page.url()).searchParams.getAll('need')).toEqual(['SF1500~ready~must~~K1', 'SF1470~ready~must~~K2']);
    expect(await page.locator('.sd-matrix tbody tr').count()).toBeGreaterThan(5);
    await page.uncheck('[name="need"][value^="SF1500"]');
    await press(page.locator('.sd-profile-form button:not([aria-hidden])'));
    expect(new URL(page.url()).searchParams.getAll('need')).toEqual(['SF1470~ready~must~~K2']);
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('a[href*="annex.docx"]')]);
    expect(file.suggestedFilename()).toBe('snitfladeklar-annex.docx');
    expect(complaints).toEqual([]);
    await context.close();
  });
});

test('no page was left out', () => {
  const pages = portalRoutes.filter(({ pattern, file }) => file.endsWith('.tsx') && !noPages.includes(pattern));
  expect(
    pages.map(({ pattern }) => pattern).filter((pattern) => !opened.has(pattern) && !notMet.includes(pattern)),
  ).toEqual([]);
});
