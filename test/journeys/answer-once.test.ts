import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser';
import { type RunningPortal, startPortal } from '../portal';
import { beginDeclaration, chooseInterfaces, confirmScope, openSection, reveal } from './declaring';
import { button, meet, open, type Person, press } from './person';

/** Answering once: a change at the source is offered to whoever follows it; a text is written once. Without scripts. */
const contact = 'gen-contact-integration';
const docs = 'gen-api-docs';

let browser: Browser;
let portal: RunningPortal;
let supplier: Person;
let source: string;
let member: string;

beforeAll(async () => {
  portal = await startPortal({ peopleOnly: true });
  browser = await launchBrowser();
  supplier = await meet(browser, { url: portal.url, as: 'supplier-signatory', javaScript: false });
  source = await declare('Bygvej');
  member = await declare('Bygvej Mini');
  await answer(source, 'produkt', contact, 'hjaelp@example.org');
  await answer(source, 'data', docs, 'https://example.org/api');
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
  await portal?.place.remove();
});

async function declare(name: string): Promise<string> {
  const id = await beginDeclaration(supplier, { name, description: 'Viser veje.', type: 'andet', kle: '05' });
  await chooseInterfaces(supplier.page, {});
  await confirmScope(supplier.page);
  return id;
}

async function answer(declaration: string, section: string, key: string, text: string): Promise<void> {
  await openSection(supplier, declaration, section);
  await supplier.page.locator(`[name="${key}"]`).fill(text);
  await press(button(supplier.page, 'intent', 'stay').last());
}

const proposal = (question: string) => supplier.page.locator('.sd-proposal', { hasText: question });

test('what the source answers is offered; one is used, the other is answered for itself with a reason', async () => {
  const { page, to } = supplier;
  await open(page, to.supplier.families());
  await page.locator('[name="name"]').fill('Veje');
  await page.locator('[name="source"]').selectOption(source);
  await press(page.locator('main form button').last());
  await page.locator('[name="declaration"]').selectOption(member);
  await press(button(page, 'act', 'join'));
  const family = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await open(page, to.supplier.proposals(member));
  expect(await page.locator('.sd-proposal').count()).toBe(2);
  await press(proposal('hjaelp@example.org').locator('button[name="accept"]'));
  await open(page, to.supplier.familyMember(family, member, { part: docs }));
  await page.locator('[name="reason"]').fill('Har sin egen dokumentation.');
  await press(button(page, 'act', 'except'));
  await open(page, to.supplier.proposals(member));
  expect(await page.locator('.sd-proposal').count()).toBe(0);
  await openSection(supplier, member, 'produkt');
  expect(await page.locator(`[name="${contact}"]`).inputValue()).toBe('hjaelp@example.org');
  expect(await page.locator(`[id="q-${contact}"]`).textContent()).toContain('Som Bygvej, version 1');
  await openSection(supplier, member, 'data');
  expect(await page.locator(`[id="q-${docs}"]`).textContent()).toContain('Har sin egen dokumentation.');
});

test('a change at the source is offered, never made', async () => {
  const { page, to } = supplier;
  await answer(source, 'produkt', contact, 'ny@example.org');
  await open(page, to.supplier.families());
  await page.getByRole('link', { name: 'Veje' }).click();
  await press(button(page, 'act', 'offer'));
  await open(page, to.supplier.declaration(member));
  await page.getByText('1 forslag fra familien').waitFor();
  await openSection(supplier, member, 'produkt');
  expect(await page.locator(`[name="${contact}"]`).inputValue()).toBe('hjaelp@example.org');
  await press(page.locator(`[id="q-${contact}"] button[value^="accept:"]`));
  expect(await page.locator(`[name="${contact}"]`).inputValue()).toBe('ny@example.org');
});

test('a text of the library is put into an answer', async () => {
  const { page, to } = supplier;
  await open(page, to.supplier.library());
  await page.locator('[name="title"]').fill('Beskrivelse');
  await page.locator('[name="body"]').fill('Driftes i Danmark.');
  await press(page.locator('main form button').last());
  await openSection(supplier, member, 'produkt');
  const choice = page.locator('[name="library:gen-description"]');
  await reveal(choice);
  await choice.selectOption({ label: 'Beskrivelse' });
  await press(button(page, 'intent', 'insert:gen-description'));
  expect(await page.locator('[name="gen-description"]').inputValue()).toBe('Viser veje.\n\nDriftes i Danmark.');
});
