import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renewalTexts } from '~/app/i18n/renewal';
import { translator } from '~/app/i18n/texts';
import { launchBrowser } from '../browser';
import { type RunningPortal, startPortal } from '../portal';
import { answerEverything, submit } from './declaring';
import { button, meet, open, type Person, press, words } from './person';
import { listOpenSections, openCase, sendEvent } from './reviewing';
import { makeSubjects, type Subjects } from './subjects';

/** From a published new version to a renewed declaration on the reviewer's table, without scripts. */
const t = translator(renewalTexts, 'da');

let browser: Browser;
let portal: RunningPortal;
let subjects: Subjects;
let supplier: Person;

beforeAll(async () => {
  portal = await startPortal({ peopleOnly: true });
  browser = await launchBrowser();
  subjects = await makeSubjects(browser, portal.url);
  supplier = await meet(browser, { url: portal.url, as: 'supplier-signatory', javaScript: false });
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
  await portal?.place.remove();
});

test('a coordinator sees what version 1.1 costs, and publishes it', async () => {
  await open(supplier.page, supplier.to.supplier.renewal(subjects.sent));
  expect(await words(supplier.page)).toContain(t('none'));
  const { page, to } = await meet(browser, { url: portal.url, as: 'coordinator', javaScript: false });
  await open(page, to.admin.questionnaires());
  expect(await words(page)).toMatch(
    /\d+ besvarelser i 2 it-systemer: \d+ % følger med, \d+ % kræver ét klik, \d+ % kræver et nyt svar/,
  );
  expect(await press(page.locator('main form button', { hasText: 'Offentliggør version 1.1' }))).toBe(200);
  expect(await words(page)).toContain('Version 1.1 er offentliggjort');
});

test('a supplier moves an approved declaration, confirms with clicks, answers what is new, and submits', async () => {
  const { page, to } = supplier;
  const renewal = to.supplier.renewal(subjects.sent);
  await open(page, to.supplier.home());
  await press(page.locator(`a[href="${renewal}"]`));
  expect(await words(page)).toContain(t('statCarried'));
  expect(await press(button(page, 'act', 'move'))).toBe(200);
  expect(await words(page)).toContain(t('movedHeading'));
  expect(await press(button(page.locator('.sd-proposal').first(), 'accept', await firstProposal()))).toBe(200);
  expect(await words(page)).toContain(t('confirmed', { count: 1 }));
  if (await button(page, 'all', 'accept').isVisible()) await press(button(page, 'all', 'accept'));
  // A single one is left without a button for all.
  while (await page.locator('button[name="accept"]').first().isVisible()) {
    await press(page.locator('button[name="accept"]').first());
  }
  await answerEverything(supplier, subjects.sent, {});
  await open(page, renewal);
  expect(await words(page)).toContain(t('doneHeading'));
});

/** The value of the first button that confirms an earlier answer. */
async function firstProposal(): Promise<string> {
  return (await supplier.page.locator('button[name="accept"]').first().getAttribute('value')) ?? '';
}

test('the reviewer is asked only about what moved', async () => {
  const number = await submit(supplier, subjects.sent, 'submit');
  const lead = await meet(browser, { url: portal.url, as: 'lead-a', javaScript: false });
  const caseId = await openCase(lead, number, 'routing');
  await sendEvent(lead.page, 'route');
  const reviewer = await meet(browser, { url: portal.url, as: 'reviewer-a', javaScript: false });
  const sections = await listOpenSections(reviewer, caseId);
  expect(sections).toEqual(expect.arrayContaining(['data', 'rammearkitektur']));
  expect(sections).not.toContain('produkt');
  expect(sections).not.toContain('administration');
});
