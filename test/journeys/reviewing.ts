import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { verdictField } from '~/app/review/verdict-fields';
import type { InboxView } from '~/workflows/review/inbox';
import type { VerdictKind } from '~/workflows/words';
import { reveal } from './declaring';
import { button, open, type Person, press } from './person';

/** From one of the inbox's selections to a case by its number. @returns the id of the case */
export async function openCase({ page, to }: Person, number: string, view: InboxView): Promise<string> {
  await open(page, to.review.inbox({ view, q: number }));
  await press(page.locator('main a[href*="/review/cases/"]'));
  const [, id] = /\/cases\/([^/?]+)/.exec(page.url()) ?? [];
  if (!id) throw new Error(`The inbox has no case ${number}.`);
  return id;
}

/** Sends one of the events on the case's own page, with the fields that it asks for. @returns the page's status */
export async function sendEvent(page: Page, event: string, fields: Readonly<Record<string, string>> = {}) {
  return fillAndPress(button(page, 'event', event), fields);
}

/** Demands an interface on the case's page. @returns the page's status */
export async function demand(page: Page, fields: { interfaceId: string; reason: string }): Promise<number> {
  return fillAndPress(button(page, 'act', 'demand'), fields);
}

async function fillAndPress(control: Locator, fields: Readonly<Record<string, string>>): Promise<number> {
  const form = control.page().locator('form', { has: control });
  await reveal(control);
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`);
    const isSelect = await field.evaluate((element) => element.tagName === 'SELECT');
    if (isSelect) await field.selectOption(value);
    else await field.fill(value);
  }
  return press(control);
}

/** Claims a section from the case's page, and stands in it then. */
export async function claim(page: Page, section: string): Promise<number> {
  return press(button(page.locator(`#section-${section}`), 'event', 'claim'));
}

export type Findings = Readonly<Record<string, { kind: VerdictKind; reason?: string }>>;

/** Chooses a verdict on each answer that needs one: what is found, else accepted. Does not save. */
export async function judge(page: Page, findings: Findings = {}): Promise<string[]> {
  const names = await page
    .locator('.sd-judge input[name^="hash:"]')
    .evaluateAll((elements) =>
      elements.filter((element) => element.closest('details') === null).map((element) => element.getAttribute('name')),
    );
  const keys = names.flatMap((name) => name?.slice('hash:'.length) ?? []);
  for (const key of keys) {
    const { kind, reason } = findings[key] ?? { kind: 'accepted' as const };
    await page.locator(`[name="${verdictField.kind(key)}"][value="${kind}"]`).check();
    if (reason !== undefined) await page.locator(`[name="${verdictField.reason(key)}"]`).fill(reason);
  }
  return keys;
}

/** Saves the verdicts and closes the section. */
export async function assess(page: Page): Promise<void> {
  expect(await press(button(page, 'event', 'assess'))).toBe(200);
}

/** Claims, judges and closes sections one after the other. */
export async function review(reviewer: Person, caseId: string, sections: readonly string[], findings: Findings = {}) {
  const { page, to } = reviewer;
  for (const section of sections) {
    await open(page, to.review.case(caseId));
    expect(await claim(page, section)).toBe(200);
    await judge(page, findings);
    await assess(page);
  }
}

/** The sections of the case that wait for somebody, as its page shows them. */
export async function listOpenSections({ page, to }: Person, caseId: string): Promise<string[]> {
  await open(page, to.review.case(caseId));
  return page
    .locator('.sd-review-tasks > li', { has: button(page, 'event', 'claim') })
    .evaluateAll((elements) => elements.map(({ id }) => id.slice('section-'.length)));
}

/** The lead's proposal. @returns the page's status */
export async function propose({ page, to }: Person, caseId: string, outcome: string, reasons: string) {
  await open(page, to.review.decision(caseId));
  await page.locator(`input[name="outcome"][value="${outcome}"]`).check();
  await page.locator('#reasons').fill(reasons);
  return press(button(page, 'event', 'propose'));
}

export async function confirm({ page, to }: Person, caseId: string): Promise<number> {
  await open(page, to.review.decision(caseId));
  return press(button(page, 'event', 'confirm'));
}
