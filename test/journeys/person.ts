import type { Browser, Locator, Page, Response } from 'playwright-core';
import { expect } from 'vitest';
import type { DemoPerson } from '~/app/auth/demo.server';
import { refusalSentence } from '~/app/i18n/refusals';
import { type Paths, paths } from '~/app/paths';
import type { Refusal } from '~/workflows/refusal';
import type { Language } from '~/workflows/words';
import { signIn, type Visitor, visit } from '../browser';

/** Somebody at their own browser, with the addresses of the portal in their language. */
export interface Person extends Visitor {
  language: Language;
  to: Paths;
  javaScript: boolean;
}

export interface Appearance {
  url: string;
  /** Whom to sign in as; without: a reader whom the portal does not know. */
  as?: DemoPerson;
  language?: Language;
  javaScript: boolean;
}

export async function meet(browser: Browser, { url, as, language = 'da', javaScript }: Appearance): Promise<Person> {
  const visitor = await visit(browser, { url, javaScript });
  if (as) await signIn(visitor.page, as);
  return { ...visitor, language, to: paths(language), javaScript };
}

/** Goes to an address and answers what came of it. */
export async function open(page: Page, address: string): Promise<Response> {
  const response = await page.goto(address);
  if (!response) throw new Error(`${address} was not loaded.`);
  return response;
}

/**
 * Presses what leads to another page, or to the same one drawn anew, and waits until it is there.
 * @returns the status of the page that came, after redirects
 */
export async function press(control: Locator): Promise<number> {
  const page = control.page();
  const arrived = page.waitForEvent('load');
  // Also when the scripts of the page hold it back to save first.
  const answered = page.waitForResponse(
    (response) => response.request().isNavigationRequest() && (response.status() < 300 || response.status() >= 400),
  );
  const [response] = await Promise.all([answered, arrived, control.click()]);
  return response.status();
}

/** A form's button by its name and value, as a browser sends it; not the one that the Enter key presses. */
export function button(page: Page | Locator, name: string, value: string): Locator {
  return page.locator(`button[name="${name}"][value="${value}"]:not([aria-hidden])`);
}

/** What can be seen on the page, in one line. */
export async function words(page: Page | Locator): Promise<string> {
  const main = 'goto' in page ? page.locator('main') : page;
  return (await main.allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ');
}

/** That the page says why something is not possible. */
export async function expectRefusal({ page, language }: Pick<Person, 'page' | 'language'>, refusal: Refusal) {
  expect(await words(page)).toContain(refusalSentence(refusal, language));
}

/** The sentences of the error summary, which has the focus and leads to the fields. */
export async function readErrors(page: Page): Promise<string[]> {
  const summary = page.locator('.sd-error-summary');
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  const links = summary.locator('a');
  for (const link of await links.all()) {
    const target = (await link.getAttribute('href'))?.slice(1) ?? '';
    expect(await page.locator(`[id="${target}"]`).count()).toBe(1);
  }
  return links.allInnerTexts();
}
