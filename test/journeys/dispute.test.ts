import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemoPerson } from '~/app/auth/demo.server';
import { refusalSentence } from '~/app/i18n/refusals';
import type { Refusal } from '~/workflows/refusal';
import { launchBrowser } from '../browser';
import { type RunningPortal, startPortal } from '../portal';
import { button, meet, open, type Person, press, readErrors, words } from './person';

/** A reader objects to a published answer, without scripts; the mark comes and goes with what the coordinator does. */
const supplier = 'fjordlys-data-a-s';
const written = {
  reason: 'Opslag i systemet er uden resultat for alle vores enheder.',
  evidence: 'Prøvet den 12. november i Odder',
  name: 'Hemmelige Hanne',
  organisation: 'Odder Kommune',
  email: 'hanne@odder.example',
};
const statement = 'Opslag gav ikke noget resultat.';
const reply = 'Fejlen er rettet i version 7.2.';
const outcome = 'Odder Kommune har prøvet igen, og det virker.';

/** What can be wrong with a text, and how it is told. */
const wrongTexts: Readonly<Record<string, (most: number) => Refusal>> = {
  ['x'.repeat(5_001)]: (most) => ({ code: 'note-too-long', params: { most } }),
  'Et nul\0tegn': () => ({ code: 'note-control-characters' }),
};

let browser: Browser;
let portal: RunningPortal;
let reader: Person;
let coordinator: Person;
let signatory: Person;
/** Nobody objects to it in the demo data. */
const productName = 'Fjordlys Selvbetjening';
const slug = 'fjordlys-selvbetjening';

beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  const sit = (as?: DemoPerson) => meet(browser, { url: portal.url, javaScript: false, ...(as && { as }) });
  [reader, coordinator, signatory] = [await sit(), await sit('coordinator'), await sit('supplier-signatory')];
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
  await portal?.place.remove();
});

/** Everything that the public reads of a product, in one text. */
async function publicWords(product = slug, company = supplier): Promise<string> {
  const addresses = [`/products/${product}`, `/en/products/${product}`, `/compare?supplier=${company}`, '/products'];
  const machines = [`/api/v1/products/${product}`, `/api/v1/matrix?supplier=${company}`];
  const texts = [];
  for (const address of [...addresses, ...machines]) {
    const response = await reader.context.request.get(address);
    texts.push(`${response.status()} ${await response.text()}`);
  }
  return texts.join('\n').replaceAll(/data-request-id="[^"]*"/g, '');
}

async function take(person: Person, address: string, step: string, text: string, status = 200): Promise<void> {
  await open(person.page, address);
  const card = person.page.getByRole('region', { name: productName });
  const form = card.locator('form', { has: button(person.page, 'step', step) });
  await form
    .locator('xpath=ancestor::details[not(@open)]/summary')
    .first()
    .click({ timeout: 1_000 })
    .catch(() => null);
  await form.locator('textarea[name="text"]').fill(text);
  expect(await press(button(form, 'step', step))).toBe(status);
}

test('a reader objects, and nobody reads it before the mail’s link is used', async () => {
  const { page, to } = reader;
  const before = await publicWords();
  await open(page, to.product(slug));
  await page.locator('summary', { hasText: 'Alle svar' }).first().click();
  await press(page.locator('a', { hasText: 'Meld uenighed' }).first());
  expect(await press(page.locator('main form button'))).toBe(400);
  expect(await readErrors(page)).toHaveLength(4);
  for (const [field, text] of Object.entries(written)) await page.locator(`[name="${field}"]`).fill(text);
  expect(await press(page.locator('main form button'))).toBe(200);
  expect(await words(page)).toContain('Bekræft indsigelsen i din e-mail');
  expect(await publicWords()).toBe(before);
  await open(coordinator.page, to.admin.disputes());
  expect(await words(coordinator.page)).not.toContain(written.reason);

  const mail = coordinator.page.locator('tr', { hasText: written.email });
  const link = mail.locator('a[href*="/disputes/"]').first();
  await expect
    .poll(
      async () => {
        await open(coordinator.page, to.admin.inbox());
        return link.count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await open(page, (await link.getAttribute('href')) ?? '');
  expect(await words(page)).toContain(written.reason);
  expect(await press(page.locator('main form button'))).toBe(200);
  expect(await words(page)).toContain('Indsigelsen er modtaget');
  expect(await publicWords()).toBe(before);
});

test('opened, the answer is marked at once, with approved words and no person’s name', async () => {
  await take(coordinator, coordinator.to.admin.disputes(), 'accept', statement);
  const shown = await publicWords();
  expect(shown).toContain('Omstridt');
  expect(shown).toContain('"disputed":true');
  expect(shown).toContain(statement);
  for (const secret of [written.name, written.email, written.reason, written.evidence]) {
    expect(shown).not.toContain(secret);
  }
});

test('the supplier replies, which is shown when the coordinator has read it', async () => {
  const at = signatory.to.supplier.disputes();
  const field = signatory.page.locator('textarea[aria-invalid="true"]');
  for (const [text, problem] of Object.entries(wrongTexts)) {
    await take(signatory, at, 'reply', text, 400);
    expect(await readErrors(signatory.page)).toEqual([refusalSentence(problem(4_000), 'da')]);
    expect((await field.inputValue()).length).toBe(text.length);
  }
  await take(signatory, at, 'reply', reply);
  expect(await words(signatory.page)).not.toContain(written.email);
  expect(await publicWords()).not.toContain(reply);
  await take(coordinator, coordinator.to.admin.disputes(), 'approve-reply', reply);
  expect(await publicWords()).toContain(reply);
});

test('closed, the mark is gone at once and both sides’ words still stand', async () => {
  await take(coordinator, coordinator.to.admin.disputes(), 'resolve', outcome);
  const shown = await publicWords();
  expect(shown).not.toContain('"disputed":true');
  expect(shown).not.toMatch(/sd-tag-warning"[^>]*title="Nogen er uenig/);
  for (const text of [statement, reply, outcome]) expect(shown).toContain(text);
});

test('what is public is withdrawn with a message; a wrong one is told at its field, and nothing is withdrawn', async () => {
  const { page, to } = signatory;
  await open(page, to.supplier.home());
  const corrections = page.locator('main a[href$="/corrections"]', { hasText: productName });
  await open(page, ((await corrections.getAttribute('href')) ?? '').replace(/corrections$/, ''));
  const form = page.locator('form', { has: button(page, 'event', 'withdraw') }).last();
  await page.locator('details', { has: form }).last().locator('summary').click();
  for (const [text, problem] of Object.entries(wrongTexts)) {
    await form.locator('textarea').fill(text);
    expect(await press(button(form, 'event', 'withdraw'))).toBe(400);
    expect(await readErrors(page)).toEqual([refusalSentence(problem(5_000), 'da')]);
    expect((await form.locator('textarea').inputValue()).length).toBe(text.length);
    // The form is that of what is public, also while a case is open beside it.
    expect(await words(form)).toContain('Træk det offentlige tilbage');
  }
  await form.locator('textarea').fill('Vi udfaser systemet.');
  expect(await press(button(form, 'event', 'withdraw'))).toBe(200);
  await open(reader.page, reader.to.product(slug));
  expect(await words(reader.page)).toContain('trukket');
});

test('the coordinator merges two products: the old address leads on and says so; undone, the public reads the same bytes', async () => {
  const { page, to } = coordinator;
  const old = { id: 'englogin', name: 'EngLogin' };
  const survivor = 'engrolle';
  const oldAddress = `/products/${old.id}`;
  const read = async () => {
    const words = await publicWords(survivor, 'engdal-identitet-aps');
    return `${words}${await (await reader.context.request.get(oldAddress)).text()}`;
  };
  const before = (await read()).replaceAll(/data-request-id="[^"]*"/g, '');
  await open(page, to.admin.merges());
  const form = page.locator('form', { has: page.locator('input[value="product-merge"]') });
  await page.locator('main summary').first().click();
  await form.locator('[name="from"]').fill(`${portal.url}${oldAddress}`);
  await form.locator('[name="to"]').fill(survivor);
  expect(await press(form.locator('button'))).toBe(200);
  expect(await words(page)).toContain(`/products/${old.id}`);
  await page.locator('[name="reason"]').fill('Det er det samme it-system.');
  // Without the tick nothing happens, and nothing typed is lost.
  expect(await press(page.locator('main form button'))).toBe(400);
  expect(await page.locator('[name="reason"]').inputValue()).toBe('Det er det samme it-system.');
  await page.locator('[name="confirmed"]').check();
  expect(await press(page.locator('main form button'))).toBe(200);

  const moved = await reader.context.request.get(oldAddress, { maxRedirects: 0 });
  expect([moved.status(), moved.headers().location]).toEqual([301, `/products/${survivor}#merged`]);
  const machine = await reader.context.request.get(`/api/v1/products/${old.id}`, { maxRedirects: 0 });
  expect([machine.status(), machine.headers().location]).toEqual([301, `/api/v1/products/${survivor}`]);
  // The day as of which somebody reads goes along.
  const inYears = `?on=${new Date().getUTCFullYear() + 4}-01-01`;
  const expected = await reader.context.request.get(oldAddress + inYears, { maxRedirects: 0 });
  expect(expected.headers().location).toBe(`/products/${survivor}${inYears}#merged`);
  expect((await reader.context.request.get(`${oldAddress}/badges/product.svg`)).status()).toBe(200);
  await open(reader.page, oldAddress);
  expect(await words(reader.page.locator('#merged'))).toContain(old.name);
  // What was published before can still be read and cited.
  expect((await open(reader.page, `${oldAddress}/publications/1`)).status()).toBe(200);

  await page.locator('[name="reason"]').fill('Det var alligevel to systemer.');
  await page.locator('[name="confirmed"]').check();
  expect(await press(page.locator('main form button'))).toBe(200);
  // The ledger's new entry is signed within moments; until then the page does not offer the signed file.
  await expect
    .poll(async () => (await read()).replaceAll(/data-request-id="[^"]*"/g, ''), { timeout: 60_000, interval: 2_000 })
    .toBe(before);
});
