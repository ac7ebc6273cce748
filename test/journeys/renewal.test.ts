import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renewalTexts } from '~/app/i18n/renewal';
import { translator } from '~/app/i18n/texts';
import { paths, questionnaireSlug } from '~/app/paths';
import { launchBrowser } from '../browser';
import { type RunningPortal, startPortal } from '../portal';
import { answerEverything, answerQuestions, readCaseNumber, reveal, submit } from './declaring';
import { button, expectRefusal, meet, open, type Person, press, readErrors, words } from './person';
import { assess, claim, confirm, judge, listOpenSections, openCase, propose, sendEvent } from './reviewing';
import { makeSubjects, type Subjects } from './subjects';

/**
 * After approval, without scripts: one published answer is corrected, and the declaration goes from a published new version
 * to the reviewer's table.
 */
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

test('one published answer is corrected: it alone is reviewed, and public once it is approved', async () => {
  const key = 'if-support@SF1511';
  const { page, to } = supplier;
  const reader = await meet(browser, { url: portal.url, javaScript: false });
  const readPublic = async () => {
    await open(reader.page, paths('da').product('vejlys'));
    return words(reader.page.locator('tr', { hasText: 'SF1511' }).first());
  };
  const before = await readPublic();
  expect(before).toContain('Understøttes ikke');
  await open(page, to.supplier.corrections(subjects.sent));
  const correct = button(page, 'correct', key);
  await reveal(correct);
  await press(correct);
  await answerQuestions(supplier, { [key]: 'not_relevant', [`${key}:why`]: 'It-systemet har ingen brugere.' });
  await press(button(page, 'intent', 'stay'));
  await press(page.locator(`main a[href^="${to.supplier.corrections(subjects.sent)}"]`).first());
  expect(await page.locator('input[name="only"]:checked').count()).toBe(1);
  await page.locator('#confirm').check();
  expect(await press(button(page, 'act', 'send'))).toBe(200);
  const number = await readCaseNumber(page);
  const [leadA, leadB, reviewer] = await Promise.all(
    (['lead-a', 'lead-b', 'reviewer-a'] as const).map((as) =>
      meet(browser, { url: portal.url, as, javaScript: false }),
    ),
  );
  if (!leadA || !leadB || !reviewer) throw new Error('Nobody reviews.');
  const caseId = await openCase(leadA, number, 'routing');
  await sendEvent(leadA.page, 'route');
  expect(await listOpenSections(reviewer, caseId)).toEqual(['adgangsstyring']);
  await claim(reviewer.page, 'adgangsstyring');
  expect(await judge(reviewer.page)).toEqual([key]);
  await assess(reviewer.page);
  await propose(leadA, caseId, 'approved', '');
  expect(await readPublic()).toBe(before);
  expect(await confirm(leadB, caseId)).toBe(200);
  expect(await readPublic()).toContain('Ikke relevant');
});

test('a coordinator sees what version 1.1 costs, and hears everybody before publishing it', async () => {
  await open(supplier.page, supplier.to.supplier.renewal(subjects.sent));
  expect(await words(supplier.page)).toContain(t('none'));
  const coordinator = await meet(browser, { url: portal.url, as: 'coordinator', javaScript: false });
  const { page, to } = coordinator;
  const publish = page.locator('main form button', { hasText: 'Offentliggør version 1.1' });
  await open(page, to.admin.questionnaires());
  expect(await words(page)).toMatch(
    /\d+ besvarelser i 2 it-systemer: \d+ % følger med, \d+ % kræver ét klik, \d+ % kræver et nyt svar/,
  );
  await page.locator('summary', { hasText: 'Send i høring' }).click();
  expect(await press(button(page, 'act', 'hear'))).toBe(400);
  expect(await readErrors(page)).toHaveLength(2);
  await page.locator('#closesOn').fill(daysFromToday(14));
  await page.locator('#introduction').fill('Er spørgsmålene om data til at svare på?');
  expect(await press(button(page, 'act', 'hear'))).toBe(200);
  const hearing = page.url();
  await open(page, to.admin.questionnaires());
  expect(await press(publish)).toBe(409);
  await expectRefusal(coordinator, { code: 'hearing-not-over', params: { date: daysFromToday(14) } });

  await comment(supplier, 'Godt, at data spørges der til.');
  expect(await words(supplier.page)).toContain('Tak for dit høringssvar');
  const reader = await meet(browser, { url: portal.url, javaScript: false });
  await open(reader.page, reader.to.questionnaire(questionnaireSlug));
  await press(reader.page.locator('main a', { hasText: 'Læs version 1.1' }));
  expect(await words(reader.page)).toContain('Er spørgsmålene om data til at svare på?');
  const mine = { name: 'Ane Toft', email: 'ane.toft@odder.example' };
  await comment(reader, 'Skriv, hvilken lov det handler om.', mine);
  expect(await words(reader.page)).toContain('Bekræft dit høringssvar');
  await open(page, hearing);
  expect(await words(page)).not.toContain('Skriv, hvilken lov det handler om.');
  await expect
    .poll(async () => (await open(page, to.admin.inbox())) && page.locator('main a[href*="/hearing/"]').count(), {
      timeout: 60_000,
      interval: 500,
    })
    .toBe(1);
  await open(reader.page, (await page.locator('main a[href*="/hearing/"]').getAttribute('href')) ?? '');
  expect(await press(reader.page.locator('main form button'))).toBe(200);

  await open(page, hearing);
  expect(await press(button(page, 'act', 'end'))).toBe(200);
  await open(page, to.admin.questionnaires());
  expect(await press(publish)).toBe(409);
  await expectRefusal(coordinator, { code: 'hearing-comments-open', params: { count: 2 } });
  await open(page, hearing);
  expect(await press(button(page, 'act', 'closed').first())).toBe(200);
  expect(await press(button(page, 'act', 'answered'))).toBe(400);
  await page.locator('textarea[name="answer"]').fill('Det står nu i hjælpeteksten.');
  expect(await press(button(page, 'act', 'answered'))).toBe(200);
  await open(page, to.admin.questionnaires());
  expect(await press(publish)).toBe(200);
  expect(await words(page)).toContain('Version 1.1 er offentliggjort');
  for (const person of [coordinator, reader]) expect(person.complaints).toEqual([]);
});

/** yyyy-mm-dd in Copenhagen. */
function daysFromToday(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return at.toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' });
}

/** Writes a comment on the version that is heard, the first time without its text. */
async function comment({ page, to }: Person, body: string, by: Readonly<Record<string, string>> = {}): Promise<void> {
  await open(page, to.hearing(questionnaireSlug));
  const send = page.locator('form.sd-event-form button');
  expect(await press(send)).toBe(400);
  expect((await readErrors(page)).length).toBeGreaterThan(1);
  const typed = { body, organisation: 'Odder Kommune', ...by };
  for (const [name, value] of Object.entries(typed)) await page.locator(`#${name}`).fill(value);
  expect(await press(send)).toBe(200);
}

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
