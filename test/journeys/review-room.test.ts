import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser';
import { operate, type RunningPortal, startPortal } from '../portal';
import { button, expectRefusal, meet, open, type Person, press, readErrors, words } from './person';
import { listOpenSections, sendEvent } from './reviewing';

/** From a rule to a section that somebody else goes on with, on the demo data and without scripts. */
let browser: Browser;
let portal: RunningPortal;
let coordinator: Person;
let reviewer: Person;
let lead: Person;

const sit = (as: Parameters<typeof meet>[1]['as']) =>
  meet(browser, { url: portal.url, javaScript: false, ...(as ? { as } : {}) });

beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  coordinator = await sit('coordinator');
  reviewer = await sit('reviewer-a');
  lead = await sit('lead-b');
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
  await portal?.place.remove();
});

/** The municipality of reviewer A and lead A. */
const horsens = '0615';
let routedAddress = '';

test('the coordinator routes a case by a rule, the reviewer reads which, and who is late is told of', async () => {
  const { page, to } = coordinator;
  const late = await sit('coordinator');
  await open(late.page, late.to.review.inbox({ view: 'routing' }));
  const chosen = late.page.locator('input[name="case"]');
  expect(await press(button(late.page, 'act', 'route'))).toBe(400);
  for (let index = 0; index < (await chosen.count()); index += 1) await chosen.nth(index).check();
  await late.page.locator('#municipalityCode').selectOption(horsens);

  await open(page, to.admin.routing());
  const form = page.locator('form', { has: page.locator('#name-new') });
  expect(await press(form.locator('button'))).toBe(400);
  await page.locator('#name-new').fill('Horsens tager de første');
  await form.locator('summary').last().click();
  await form.locator(`input[name="municipality"][value="${horsens}"]`).check();
  expect(await press(form.locator('button'))).toBe(200);
  expect(await words(page)).toContain('Horsens tager de første');
  // What the rule would do, before it does it.
  expect(await words(page.locator('section', { has: page.locator('#plan') }))).toContain('Horsens');

  const boxes = page.locator('input[name="case"]');
  const count = await boxes.count();
  expect(count).toBeGreaterThan(0);
  for (let index = 1; index < count; index += 1) await boxes.nth(index).uncheck();
  const [caseId = ''] = ((await boxes.first().getAttribute('value')) ?? '').split(':');
  routedAddress = reviewer.to.review.case(caseId);
  await press(button(page, 'act', 'route'));
  expect(await words(page)).toContain('1 sag er fordelt');

  // The inbox that was opened before the rule had its way.
  expect(await press(button(late.page, 'act', 'route'))).toBe(409);
  expect(await words(late.page)).toContain('1 sag er ikke fordelt');

  await open(reviewer.page, routedAddress);
  expect(await words(reviewer.page)).toContain('Reglen »Horsens tager de første«');
  expect(await operate(portal.place, ['routing', 'list', '--json'])).toContain('Horsens tager de første');
});

test('a reviewer saves a view of the inbox, and only those who work there see it when it is shared', async () => {
  const { page, to } = reviewer;
  await open(page, to.review.inbox({ view: 'available', sort: '-due', only: ['no-conflict'], hide: ['changed'] }));
  await page.locator('#name').fill('Klar til mig');
  await page.locator('#isShared').check();
  await press(button(page, 'act', 'add'));
  expect(await page.locator('th', { hasText: 'Ændret' }).count()).toBe(0);
  await open(page, to.review.inbox());
  await page.locator('summary', { hasText: 'gemte visninger' }).click();
  await press(page.locator('a', { hasText: 'Klar til mig' }));
  expect(page.url()).toContain('only=no-conflict');
  await open(lead.page, lead.to.review.inbox());
  expect(await lead.page.locator('a', { hasText: 'Klar til mig' }).count()).toBe(0);
});

test('a reviewer is given an area, sees what is ready in it first, and everything by one link', async () => {
  const knowing = await sit('reviewer-b');
  const { page, to, complaints } = knowing;
  const available = to.review.inbox({ view: 'available' });
  const rows = page.locator('form.sd-inbox-claim');
  const tab = page.locator('.sd-tabs [aria-current="page"] .sd-tabs-count');
  await open(page, available);
  const all = await rows.count();
  expect(await page.locator('a', { hasText: 'Vis også andres områder' }).count()).toBe(0);
  // An area that waits in some of the cases, and not in all of them.
  const waiting: string[][] = [];
  const links = page.locator('.sd-inbox-frame tbody th a');
  for (const href of await links.evaluateAll((found) => found.map((link) => String(link)))) {
    waiting.push(await listOpenSections(knowing, href.split('/').at(-1) ?? ''));
  }
  const casesWith = (section: string) => waiting.filter((sections) => sections.includes(section)).length;
  const area = waiting.flat().find((section) => casesWith(section) < all);
  if (!area) throw new Error('Every area waits in every case.');

  const office = coordinator;
  await open(office.page, office.to.admin.people({ q: 'Amalie Brandt' }));
  await press(office.page.locator('main a', { hasText: 'Amalie Brandt' }));
  const form = office.page.locator('form', { has: button(office.page, 'act', 'competence') });
  await form.locator(`input[name="section"][value="${area}"]`).check();
  expect(await press(button(form, 'act', 'competence'))).toBe(200);
  expect(await form.locator('input[name="section"]:checked').count()).toBe(1);

  await open(page, available);
  expect(await rows.count()).toBe(casesWith(area));
  expect(await tab.textContent()).toBe(String(casesWith(area)));
  const offered = await rows
    .locator('input[name="sectionId"]')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  expect(new Set(offered)).toEqual(new Set([area]));
  expect(await words(rows.first())).toContain('Dit område');
  await press(page.locator('a', { hasText: 'Vis også andres områder' }));
  expect(await rows.count()).toBe(all);
  expect(await tab.textContent()).toBe(String(casesWith(area)));
  // A view that is saved with it keeps it.
  await page.locator('summary', { hasText: 'gemte visninger' }).click();
  await page.locator('#name').fill('Alt, der kan tages');
  await press(button(page, 'act', 'add'));
  await open(page, available);
  await page.locator('summary', { hasText: 'gemte visninger' }).click();
  await press(page.locator('a', { hasText: 'Alt, der kan tages' }));
  expect(await rows.count()).toBe(all);
  await press(page.locator('a', { hasText: 'Vis kun mine områder' }));
  expect(await rows.count()).toBe(casesWith(area));
  await press(page.locator('.sd-inbox-frame tbody th a').first());
  expect(await words(page.locator(`#section-${area}`))).toContain('Dit område');
  await open(page, to.account());
  expect(await words(page.locator('section', { has: page.locator('#competence') }))).toContain('Næstved Kommune');
  expect(complaints).toEqual([]);

  const amalie = ['amalie.brandt@kommune-b.example', '--municipality', '0370'];
  const set = ['user', 'competence', ...amalie, '--every-section', '--json'];
  expect(JSON.parse(await operate(portal.place, set))).toMatchObject({ sectionIds: [] });
  await open(page, available);
  expect(await rows.count()).toBe(all);
});

test('keys walk through the inbox, until they are switched off', async () => {
  const { page, to, complaints } = await meet(browser, { url: portal.url, as: 'reviewer-b', javaScript: true });
  const rows = page.locator('tbody th a');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href') ?? null);
  const list = page.locator('details', { has: page.locator('.sd-keys') });
  await open(page, to.review.inbox({ view: 'closed' }));
  await list.waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await focused()).toBe(await rows.nth(1).getAttribute('href'));
  await page.keyboard.press('k');
  const first = (await focused()) ?? 'nowhere';
  expect(first).toBe(await rows.first().getAttribute('href'));
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${first}`);

  await open(page, to.review.inbox({ view: 'closed' }));
  await list.waitFor();
  await page.keyboard.press('?');
  await list.locator('input[name="shortcuts"]').focus();
  const [answered] = await Promise.all([page.waitForResponse(`**${to.account()}`), page.keyboard.press('Space')]);
  expect(answered.status()).toBeLessThan(400);
  await page.keyboard.press('j');
  expect(await rows.evaluateAll((links) => links.includes(document.activeElement as HTMLElement))).toBe(false);
  await open(page, to.review.inbox({ view: 'closed' }));
  await list.waitFor();
  await page.keyboard.press('j');
  expect(await focused()).toBeNull();
  expect(complaints).toEqual([]);
});

/** The decided products of the demo that the appeals are about, and who decided: neither is the first lead reviewer's. */
const partly = 'Hedebo Hjælpemidler';
const rejected = 'KlitPPR';

async function findCase({ page, to }: Person, product: string): Promise<string> {
  await open(page, to.review.inbox({ view: 'decision', q: product }));
  await press(page.locator('main a[href*="/review/cases/"]').first());
  return page.url().split('/').at(-1) ?? '';
}

test('a supplier appeals; whoever took part is told why they cannot rule, and the letter says what others ruled', async () => {
  const supplier = await sit('supplier-b-signatory');
  await open(supplier.page, supplier.to.supplier.home());
  const row = supplier.page.locator('main li, main tr, main section', { hasText: partly }).last();
  await press(row.locator('a[href*="/supplier/declarations/"]').first());
  const declaration = supplier.page.url();
  expect(await sendEvent(supplier.page, 'appeal', { note: '' })).toBe(400);
  expect(await sendEvent(supplier.page, 'appeal', { note: 'Svaret er rettet i den nye version.' })).toBe(200);

  const first = await sit('lead-a');
  const caseId = await findCase(first, partly);
  expect(await words(first.page)).toContain('Svaret er rettet i den nye version.');
  expect(await sendEvent(first.page, 'overturn', { note: '' })).toBe(400);
  expect(await sendEvent(first.page, 'overturn', { note: 'Den nye version er i drift.' })).toBe(200);
  expect(await button(first.page, 'event', 'uphold').count()).toBe(0);
  await expect
    .poll(async () => (await open(supplier.page, declaration)) && words(supplier.page), {
      timeout: 60_000,
      interval: 500,
    })
    .toContain('om klagen');
  await press(supplier.page.locator('a[href*="/letters/"]').first());
  for (const part of ['Afgørelsen er omgjort.', 'Den nye version er i drift.', 'Svaret er rettet i den nye version.']) {
    expect(await words(supplier.page)).toContain(part);
  }
  await open(lead.page, lead.to.review.case(caseId));
  expect(await button(lead.page, 'event', 'overturn').count()).toBe(0);
  // Who reviews reads the same letter.
  await press(lead.page.locator('main a[href*="of=ruling"]'));
  expect(await words(lead.page)).toContain('Den nye version er i drift.');
  const file = await lead.page.locator('main a[href*="/letter/file"]').first().getAttribute('href');
  expect((await lead.page.request.get(new URL(file ?? '', portal.url).href)).headers()['content-type']).toBe(
    'application/pdf',
  );

  // The second lead reviewer proposed this one's rejection.
  const other = await findCase(lead, rejected);
  await expectRefusal(lead, { code: 'took-part-earlier' });
  expect(await button(lead.page, 'event', 'uphold').count()).toBe(0);
  await open(first.page, first.to.review.case(other));
  expect(await sendEvent(first.page, 'uphold', { note: 'Begrundelsen holder.' })).toBe(200);
  for (const person of [supplier, first]) expect(person.complaints).toEqual([]);
});

test('the coordinator adds somebody, gives a role, and ends it', async () => {
  const { page, to } = coordinator;
  await open(page, to.admin.people());
  expect(await press(button(page, 'act', 'add'))).toBe(400);
  expect((await readErrors(page)).length).toBeGreaterThan(0);
  await page.locator('#name').fill('Gudrun Holm');
  await page.locator('#email').fill('gudrun.holm@kommune-a.example');
  await page.locator('#role').selectOption('reviewer');
  await page.locator('#municipality').selectOption(horsens);
  expect(await press(button(page, 'act', 'add'))).toBe(200);
  expect(await words(page)).toContain('Gudrun Holm');
  await page.locator('#role').selectOption('lead-reviewer');
  await page.locator('#municipality').selectOption(horsens);
  expect(await press(button(page, 'act', 'give-role'))).toBe(200);
  const roles = page.locator('section', { has: page.locator('#roles') });
  expect(await button(roles, 'act', 'end-role').count()).toBe(2);
  expect(await press(button(roles, 'act', 'end-role').first())).toBe(200);
  expect(await button(roles, 'act', 'end-role').count()).toBe(1);
  const shown = await operate(portal.place, ['user', 'list', '--json']);
  expect(shown).toContain('gudrun.holm@kommune-a.example');
});

test('the coordinator words a reason and a mail, and closes the portal for a while', async () => {
  const { page, to } = coordinator;
  await open(page, to.admin.reasons());
  expect(await press(button(page, 'act', 'add'))).toBe(400);
  await page.locator('#title-new').fill('Uden dato');
  await page.locator('#text-new').fill('Skriv, hvornår I er klar.');
  expect(await press(button(page, 'act', 'add'))).toBe(200);
  expect(await words(page)).toContain('Uden dato');

  await open(page, to.admin.text('mail-body.confirm'));
  const wording = page.locator('form', { has: page.locator('#text-da') });
  const before = await page.locator('#text-da').inputValue();
  await page.locator('#text-da').fill(`${before} {ukendt}`);
  expect(await press(button(wording, 'act', 'save'))).toBe(400);
  expect(await page.locator('#text-da').inputValue()).toContain('{ukendt}');
  await page.locator('#text-da').fill(`${before} Spørg gerne.`);
  expect(await press(button(wording, 'act', 'preview'))).toBe(200);
  expect(await words(page)).toContain('Spørg gerne.');
  expect(await press(button(wording, 'act', 'save'))).toBe(200);

  await open(page, to.admin.settings());
  await page.locator('#reason').fill('Vi flytter databasen.');
  expect(await press(button(page, 'act', 'close'))).toBe(200);
  // Somebody of their own: a browser complains of the 503 that is meant.
  const held = await sit('reviewer-b');
  await open(held.page, held.to.review.absences());
  expect(await held.page.content()).toContain('Vi flytter databasen.');
  expect(await press(button(held.page, 'act', 'add'))).toBe(503);
  expect(await press(button(page, 'act', 'open'))).toBe(200);
  await open(held.page, held.to.review.absences());
  expect(await held.page.content()).not.toContain('Vi flytter databasen.');
});

test('a section whose reviewer is away is taken over by another', async () => {
  const { page, to } = reviewer;
  await open(page, routedAddress);
  const [section] = await listOpenSections(reviewer, routedAddress.split('/').at(-1) ?? '');
  if (!section) throw new Error('The case has no section to claim.');
  await open(page, routedAddress);
  await press(button(page.locator(`#section-${section}`), 'event', 'claim'));
  await open(lead.page, routedAddress);
  expect(await button(lead.page.locator(`#section-${section}`), 'act', 'take-over').count()).toBe(0);

  await open(page, to.review.absences());
  expect(await press(button(page, 'act', 'add'))).toBe(400);
  const today = await page.evaluate(() => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' }));
  await page.locator('#startsOn').fill(today);
  await page.locator('#endsOn').fill(today);
  await press(button(page, 'act', 'add'));
  expect(await words(page)).toContain('Dine afsnit kan overtages af alle bedømmere');

  await open(lead.page, routedAddress);
  await press(button(lead.page.locator(`#section-${section}`), 'act', 'take-over'));
  await open(page, routedAddress);
  expect(await words(page.locator(`#section-${section}`))).not.toContain('Du har afsnittet');
  for (const person of [coordinator, reviewer, lead]) expect(person.complaints).toEqual([]);
});

test('a lead reviewer claims a section and gives a case to somebody in one and the same list', async () => {
  // With scripts: what a browser made of other HTML than was sent, it would complain of.
  const own = await meet(browser, { url: portal.url, as: 'lead-a', javaScript: true });
  const { page, to } = own;
  const list = to.review.inbox({ view: 'available' });
  await open(page, list);
  await press(button(page.locator('tbody'), 'event', 'claim').first());
  expect(page.url()).toContain('/review/cases/');
  expect(await words(page)).toContain('Du har taget afsnittet');

  await open(page, list);
  expect(await press(button(page, 'act', 'assign'))).toBe(400);
  expect((await readErrors(page)).length).toBe(2);
  const horsensRow = page.locator('tbody tr', { hasText: 'Horsens Kommune' }).first();
  await horsensRow.locator('input[name="case"]').check();
  await page.locator('#assignee').selectOption({ index: 1 });
  await press(button(page, 'act', 'assign'));
  expect(await words(page)).toContain('1 sag er tildelt');
  expect(own.complaints.filter((each) => !each.includes('400'))).toEqual([]);
});
