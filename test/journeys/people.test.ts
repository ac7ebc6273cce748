import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handoverTexts } from '~/app/i18n/handovers';
import { supplierPeopleTexts } from '~/app/i18n/supplier-people';
import { translator } from '~/app/i18n/texts';
import { launchBrowser, visit } from '../browser';
import { type RunningPortal, startPortal } from '../portal';
import { answerSection, beginDeclaration, confirmScope, openSection } from './declaring';
import { button, meet, open, type Person, press, words } from './person';

const email = 'ny.kollega@fjordlys.example';
const name = 'Nadja Kollega';
const message = 'Kan du svare inden fredag?\nRing, hvis du er i tvivl.';
const people = translator(supplierPeopleTexts, 'da');
const handing = translator(handoverTexts, 'da');

let portal: RunningPortal;
let browser: Browser;
let admin: Person;
let invited: Person;
const declarations = { hers: '', other: '' };
let link = '';

beforeAll(async () => {
  portal = await startPortal({ peopleOnly: true });
  browser = await launchBrowser();
  admin = await meet(browser, { url: portal.url, as: 'supplier-signatory', javaScript: false });
  const facts = { description: 'Styrer adgang.', type: 'andet', kle: '05' };
  for (const [key, product] of [
    ['hers', 'Bygvagt'],
    ['other', 'Dagplan'],
  ] as const) {
    declarations[key] = await beginDeclaration(admin, { ...facts, name: product });
    await confirmScope(admin.page);
  }
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
  await portal?.place.remove();
});

test('an administrator invites a colleague for one product', async () => {
  const { page, to } = admin;
  await open(page, to.supplier.home());
  await press(page.locator(`main a[href="${to.supplier.people()}"]`).first());
  await page.locator('#email').fill(email);
  await page.locator('input[name="role"][value="editor"]').check();
  await page.locator('input[name="reach"][value="chosen"]').check();
  await page.getByRole('checkbox', { name: 'Bygvagt' }).check();
  await press(button(page, 'act', 'invite'));
  expect(await words(page)).toContain(people('doneInvited'));
  expect(await words(page)).toContain(email);
});

test('the mail’s link lets the colleague in, once', async () => {
  const coordinator = await meet(browser, { url: portal.url, as: 'coordinator', javaScript: false });
  const mailed = coordinator.page.locator('tr').filter({ hasText: email });
  await expect
    .poll(
      async () => {
        await open(coordinator.page, coordinator.to.admin.inbox());
        return mailed.count();
      },
      { timeout: 60_000 },
    )
    .toBe(1);
  await mailed.locator('summary').click();
  link = (await mailed.locator('a[href*="/invitation/"]').getAttribute('href')) ?? '';
  const { pathname } = new URL(link);
  const visitor = await visit(browser, { url: portal.url });
  invited = { ...visitor, language: 'da', to: admin.to, javaScript: true };
  const { page, to } = invited;
  await open(page, pathname);
  expect(await words(page)).toContain(email);
  await page.locator('#name').fill(name);
  await press(button(page, 'act', 'accept'));
  expect(new URL(page.url()).pathname).toBe(to.supplier.home());
  expect((await open(admin.page, pathname)).status()).toBe(404);
});

test('they answer for the product that is theirs, and do not learn of the other', async () => {
  const { page, to } = invited;
  const seen = await words(page);
  expect(seen).toContain('Bygvagt');
  expect(seen).not.toContain('Dagplan');
  for (const address of [to.supplier.declaration(declarations.other), to.supplier.check(declarations.other)]) {
    expect((await open(page, address)).status()).toBe(404);
  }
  await openSection(invited, declarations.hers, 'produkt');
  const next = await answerSection(invited, {});
  expect(next).toContain(declarations.hers);
  await open(page, to.supplier.people());
  expect(await button(page, 'act', 'invite').count()).toBe(0);
});

test('a section is handed to them with a message, which they meet wherever they work', async () => {
  await open(admin.page, admin.to.supplier.handovers(declarations.hers, { section: 'organisation' }));
  await admin.page.locator('#assignee').selectOption({ label: name });
  await admin.page.locator('#message').fill(message);
  await press(button(admin.page, 'act', 'give'));
  expect(await words(admin.page)).toContain(handing('givenAlert'));
  const { page, to } = invited;
  const [line = ''] = message.split('\n');
  await open(page, to.supplier.home());
  expect(await words(page.locator('section[aria-labelledby="received"]'))).toContain(line);
  await open(page, to.supplier.declaration(declarations.hers));
  expect(await words(page)).toContain(`${handing('mine', { name: 'Birgitte Holm' })}: ${line}`);
  await openSection(invited, declarations.hers, 'organisation');
  expect(await words(page)).toContain(handing('noticeHeading', { name: 'Birgitte Holm' }));
  await press(button(page, 'act', 'done'));
  expect(await words(page)).toContain(handing('currentNone'));
  expect(invited.complaints).toEqual([]);
});

test('they come back by the sign-in page, and are out at once when they are removed', async () => {
  const { page, to } = invited;
  await press(page.locator(`form[action="${to.signOut()}"] button`));
  await press(page.getByRole('button', { name, exact: false }));
  expect(new URL(page.url()).pathname).toBe(to.supplier.home());
  await open(admin.page, admin.to.supplier.people());
  await press(admin.page.getByRole('link', { name: people('changeOf', { name }) }));
  await press(button(admin.page, 'act', 'end'));
  expect(await words(admin.page)).not.toContain(name);
  await open(page, to.supplier.home());
  expect(new URL(page.url()).pathname).toBe(to.signIn());
});
