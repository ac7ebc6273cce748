import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DemoPerson } from '~/app/auth/demo.server';
import { fileProblemTexts } from '~/app/i18n/answers';
import { reviewTexts } from '~/app/i18n/review';
import { sectionTexts } from '~/app/i18n/supplier-section';
import { translator } from '~/app/i18n/texts';
import { supportLevelTexts } from '~/app/i18n/words';
import { apiPaths } from '~/app/paths';
import type { Language } from '~/workflows/words';
import { launchBrowser } from '../browser';
import { operate, type RunningPortal, startPortal } from '../portal';
import {
  answerEverything,
  answerQuestions,
  answerSection,
  attachEvidence,
  beginDeclaration,
  chooseInterfaces,
  confirmScope,
  nextStep,
  openEvidenceForm,
  openSection,
  pdf,
  submit,
} from './declaring';
import { button, expectRefusal, meet, open, type Person, press, readErrors, words } from './person';
import { answerTo, listPublicAddresses, readJson, readPublic } from './reading';
import {
  assess,
  claim,
  confirm,
  demand,
  judge,
  listOpenSections,
  openCase,
  propose,
  review,
  sendEvent,
} from './reviewing';

const lighting = {
  name: 'Lysvagt',
  description: 'Styrer og overvåger gadebelysningen i en kommune.',
  type: 'andet',
  kle: '05',
};
const gritting = { name: 'Saltplan', description: 'Planlægger glatførebekæmpelse.', type: 'andet', kle: '05' };
const parking = { name: 'Parkeringsvagt', description: 'Udsteder parkeringsafgifter.', type: 'andet', kle: '05' };

/** Two municipalities, by the codes of app/demo/cast.ts. */
const horsens = '0615';

const about = {
  slug: 'lysvagt',
  name: lighting.name,
  supplier: 'fjordlys-data-a-s',
  interfaces: ['SF1500', 'SF1511', 'SF1530'],
  group: 'organisation',
  municipality: horsens,
};
const publicAddresses = listPublicAddresses(about);

const inDanish = { review: translator(reviewTexts, 'da'), section: translator(sectionTexts, 'da') };
const level = translator(supportLevelTexts, 'da');

/** What the supplier says where it matters; everything else is answered as a person without much to tell would. */
const saidOfLighting = {
  'if-support@SF1511': 'planned',
  'if-planned-date@SF1511': '2027-10-01',
  'if-support@SF1514': 'not_supported',
  'if-support@administrationsmodul': 'not_relevant',
  'if-reason@SF1514': 'Produktet kalder ingen af de fælles services.',
  'if-reason@administrationsmodul': 'Produktet er lukket land og henter ingen data om borgere.',
  'if-support@SF1530': 'ready',
  'if-version@SF1530': '1.0',
};

describe.each([
  { browsing: 'with scripts', javaScript: true },
  { browsing: 'without scripts', javaScript: false },
])('the main job, $browsing', ({ javaScript }) => {
  let browser: Browser;
  let portal: RunningPortal;
  const people: Person[] = [];

  beforeAll(async () => {
    portal = await startPortal({ peopleOnly: true });
    browser = await launchBrowser();
    reader = await sit();
    before = await readPublic(reader, publicAddresses);
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
    await portal?.place.remove();
  });

  const sit = async (as?: DemoPerson, language: Language = 'da'): Promise<Person> => {
    const person = await meet(browser, { url: portal.url, javaScript, language, ...(as ? { as } : {}) });
    people.push(person);
    return person;
  };

  let reader: Person;
  let before: Awaited<ReturnType<typeof readPublic>>;
  let editor: Person;
  let signatory: Person;
  let other: Person;
  let coordinator: Person;
  let reviewerA: Person;
  let reviewerB: Person;
  let leadA: Person;
  let leadB: Person;
  let declaration: string;
  let caseNumber: string;
  let caseId: string;

  describe('the supplier declares', () => {
    test('creates a product and begins its declaration', async () => {
      editor = await sit('supplier-editor');
      declaration = await beginDeclaration(editor, lighting);
      expect(new URL(editor.page.url()).pathname).toBe(editor.to.supplier.scope(declaration));
    });

    test('the scope step wants a reason for what is taken out, and loses nothing', async () => {
      const { page } = editor;
      await chooseInterfaces(page, { SF1500: '', SF1530: 'Lysvagt slår elselskaber op i CVR.' });
      expect(await confirmScope(page)).toBe(400);
      expect(await readErrors(page)).toEqual([expect.stringContaining('Skriv')]);
      expect(await page.title()).toMatch(/^Fejl: /);
      expect(await page.locator('#scope-SF1530').isChecked()).toBe(true);
      expect(await page.locator('#scope-SF1500').isChecked()).toBe(false);
      await page.locator('[name="reason-SF1500"]').fill('Kommunens enheder bruges ikke i produktet.');
      expect(await confirmScope(page)).toBe(200);
      expect(new URL(page.url()).pathname).toBe(editor.to.supplier.declaration(declaration));
    });

    test('what is written is kept, and the page says so', async () => {
      const { page } = editor;
      await openSection(editor, declaration, 'produkt');
      const version = page.locator('[name="gen-version"]');
      await version.fill('8.2');
      if (javaScript) await page.locator('[id="q-gen-version"] .sd-save-saved').waitFor();
      else await press(button(page, 'intent', 'stay'));
      await openSection(editor, declaration, 'produkt');
      expect(await version.inputValue()).toBe('8.2');
    });

    test('a question appears and disappears with the answer it hangs on, and what was typed comes back', async () => {
      const { page } = editor;
      const lifecycle = (value: string) => page.locator(`[name="gen-lifecycle"][value="${value}"]`);
      const date = page.locator('[name="gen-eol-date"]');
      const settle = async () => {
        if (!javaScript) await press(button(page, 'intent', 'stay'));
      };
      await lifecycle('end_of_life').check();
      await settle();
      await date.fill('2027-12-31');
      await settle();
      await lifecycle('active').check();
      await settle();
      await expect.poll(() => date.count()).toBe(0);
      await lifecycle('end_of_life').check();
      await settle();
      expect(await date.inputValue()).toBe('2027-12-31');
      await lifecycle('active').check();
      expect(await answerSection(editor, {})).toBe(editor.to.supplier.section(declaration, 'data'));
    });

    test('what cannot be understood is told at its field, and nothing typed is lost', async () => {
      const { page } = editor;
      await openSection(editor, declaration, 'produkt');
      await page.locator('[name="gen-contact-integration"]').fill('ikke en adresse');
      await button(page, 'intent', 'continue').click();
      await page.locator('.sd-error-summary').waitFor();
      expect(await readErrors(page)).toHaveLength(1);
      expect(await page.title()).toMatch(/^Fejl: /);
      expect(await page.locator('[name="gen-contact-integration"]').inputValue()).toBe('ikke en adresse');
      await page.locator('[name="gen-contact-integration"]').fill('integration@lysvagt.example');
      await press(button(page, 'intent', 'continue'));
      expect(new URL(page.url()).pathname).toBe(editor.to.supplier.section(declaration, 'data'));
    });

    test('evidence is a link or a file, and a wrong file is refused in words', async () => {
      const { page } = editor;
      await openSection(editor, declaration, 'virksomhed');
      await answerQuestions(editor, saidOfLighting);
      if (!javaScript) await press(button(page, 'intent', 'stay'));
      await openEvidenceForm(editor, 'if-evidence@SF1530');
      const report = { type: 'test_report', title: 'Test af CVR-opslag', observedOn: '2026-08-12' };
      const file = { name: 'testrapport.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ, not a PDF') };
      expect(await attachEvidence(editor, { ...report, file })).toBe(400);
      expect(await readErrors(page)).toEqual([translator(fileProblemTexts, 'da')('file-content')]);
      expect(await page.locator('#title').inputValue()).toBe(report.title);
      expect(await attachEvidence(editor, { ...report, file: pdf('testrapport.pdf', 'CVR') })).toBe(200);
      const attached = page.locator('[id="q-if-evidence@SF1530"] .sd-evidence-part li');
      expect(await attached.allInnerTexts()).toEqual([expect.stringContaining(report.title)]);
      await openEvidenceForm(editor, 'if-evidence@SF1530');
      const link = { type: 'release_notes', title: 'Udgivelsesnoter 8.2', url: 'https://lysvagt.example/8.2' };
      expect(await attachEvidence(editor, { ...link, observedOn: '2026-09-01' })).toBe(200);
      expect(await attached.count()).toBe(2);
    });

    test('answers the rest; an editor cannot submit, and is told who can', async () => {
      await answerEverything(editor, declaration, saidOfLighting);
      const { page } = editor;
      expect(await button(page, 'event', 'submit').count()).toBe(0);
      expect(await words(page)).toContain('Birgitte Holm');
    });

    test('the signatory reads every answer, confirms and submits; the receipt can be opened again', async () => {
      signatory = await sit('supplier-signatory');
      const { page, to } = signatory;
      await open(page, to.supplier.home());
      await press(nextStep(signatory, lighting.name));
      expect(await words(page)).toContain('Produktet er lukket land');
      expect(await press(button(page, 'event', 'submit'))).toBe(400);
      expect(await readErrors(page)).toHaveLength(1);
      caseNumber = await submit(signatory, declaration, 'submit');
      const receipt = page.url();
      expect((await open(page, receipt)).status()).toBe(200);
      expect(await words(page)).toContain(caseNumber);
      await open(page, to.supplier.check(declaration));
      expect(await button(page, 'event', 'submit').count()).toBe(0);
    });
  });

  describe('another supplier', () => {
    let foreign: string;

    test('finds nothing at the first one’s addresses, in the same words as where nothing is', async () => {
      other = await sit('supplier-b-signatory');
      const { supplier } = other.to;
      const nothing = '00000000-0000-4000-8000-000000000000';
      const addresses = [
        supplier.declaration,
        supplier.scope,
        supplier.answers,
        supplier.check,
        supplier.events,
        (id: string) => supplier.section(id, 'produkt'),
        (id: string) => supplier.receipt(id, 1),
        (id: string) => supplier.newEvidence(id, { question: 'if-evidence@SF1530' }),
      ];
      for (const address of addresses) {
        const theirs = await answerTo(other, address(declaration));
        const nobodys = await answerTo(other, address(nothing));
        expect(theirs).toEqual({ status: 404, body: nobodys.body.replaceAll(nothing, declaration) });
      }
    });

    test('declares a product of its own in English, with no more than what is asked', async () => {
      const english = await sit('supplier-b-signatory', 'en');
      foreign = await beginDeclaration(english, gritting);
      const why = 'The product needs none of it.';
      await chooseInterfaces(english.page, { SF1514: why, administrationsmodul: why });
      expect(await confirmScope(english.page)).toBe(200);
      await answerEverything(english, foreign, {
        'if-support@SF1500': 'not_supported',
        'if-support@SF1511': 'in_development',
        'if-planned-date@SF1511': '2027-10-01',
        'if-version@SF1511': '1.0',
      });
      expect(await words(english.page)).toContain('Check your answers and submit');
      const number = await submit(english, foreign, 'submit');
      expect(number).not.toBe(caseNumber);
    });

    test('withdraws what it sent, begins again from the same answers, and submits', async () => {
      const { page, to } = other;
      await open(page, to.supplier.declaration(foreign));
      expect(await sendEvent(page, 'withdraw', { note: 'Vi har fundet en fejl.' })).toBe(200);
      await press(button(page, 'intent', 'begin-anew'));
      otherNumber = await submit(other, foreign, 'submit');
    });
  });
  let otherNumber: string;

  describe('the municipalities review', () => {
    test('the coordinator routes both cases to one municipality', async () => {
      coordinator = await sit('coordinator');
      for (const number of [caseNumber, otherNumber]) {
        const id = await openCase(coordinator, number, 'routing');
        if (number === caseNumber) caseId = id;
        expect(await sendEvent(coordinator.page, 'route', { municipalityCode: '' })).toBe(400);
        expect(await readErrors(coordinator.page)).toHaveLength(1);
        expect(await sendEvent(coordinator.page, 'route', { municipalityCode: horsens })).toBe(200);
      }
    });

    test('nothing of it is public', async () => {
      const now = await readPublic(reader, publicAddresses);
      for (const address of publicAddresses)
        expect({ address, ...now.get(address) }).toEqual({ address, ...before.get(address) });
      expect(now.get(reader.to.product(about.slug))?.status).toBe(404);
    });

    test('two reviewers claim different sections; who comes second is told, with what happened', async () => {
      reviewerA = await sit('reviewer-a');
      reviewerB = await sit('reviewer-b');
      await openCase(reviewerA, caseNumber, 'available');
      await openCase(reviewerB, caseNumber, 'available');
      expect(await claim(reviewerA.page, 'produkt')).toBe(200);
      expect(await claim(reviewerB.page, 'produkt')).toBe(409);
      await expectRefusal(reviewerB, { code: 'section-already-claimed' });
      expect(await words(reviewerB.page)).toContain('Sofie Lindgaard');
      expect(await claim(reviewerB.page, 'virksomhed')).toBe(200);
    });

    test('a verdict without its reason is refused, and nothing that was chosen is lost', async () => {
      const { page } = reviewerB;
      const version = 'if-version@SF1530';
      await judge(page, { [version]: { kind: 'needs-elaboration' } });
      expect(await press(button(page, 'event', 'assess'))).toBe(400);
      expect(await readErrors(page)).toHaveLength(1);
      expect(await page.locator(`[name="kind:${version}"]:checked`).inputValue()).toBe('needs-elaboration');
      expect(await page.locator('[name^="kind:"]:checked').count()).toBeGreaterThan(3);
      await page.locator(`[name="reason:${version}"]`).fill('Skriv også, hvilken version der er testet.');
      await assess(page);
    });

    test('a reviewer demands an interface, and the case comes to its lead when all is judged', async () => {
      const { page, to } = reviewerB;
      await open(page, to.review.case(caseId));
      const reason = 'Produktet viser, hvem i kommunen der har meldt en fejl.';
      expect(await demand(reviewerB.page, { interfaceId: 'SF1500', reason })).toBe(200);
      expect(await words(page)).toContain(reason);
      await open(reviewerA.page, reviewerA.to.review.section(caseId, 'produkt'));
      await judge(reviewerA.page);
      await assess(reviewerA.page);
      await review(reviewerA, caseId, await listOpenSections(reviewerA, caseId));
      expect(await listOpenSections(reviewerA, caseId)).toEqual([]);
    });

    test('the lead asks for changes, and a window opened before is told what happened', async () => {
      leadA = await sit('lead-a');
      await openCase(leadA, caseNumber, 'decision');
      const stale = await leadA.context.newPage();
      await open(stale, leadA.to.review.case(caseId));
      const note = 'Vi mangler svar på to ting.';
      expect(await sendEvent(leadA.page, 'request-changes', { note, workingDays: '10' })).toBe(200);
      expect(await sendEvent(stale, 'request-changes', { note: 'Skrevet imens', workingDays: '10' })).toBe(409);
      expect(await words(stale)).toContain(inDanish.review('movedHeading'));
      expect(await stale.locator('details', { hasText: inDanish.review('whatYouWrote') }).innerHTML()).toContain(
        'Skrevet imens',
      );
      await stale.close();
    });
  });

  describe('the supplier changes what was asked for', () => {
    test('sees exactly what is wanted', async () => {
      const { page, to } = editor;
      await open(page, to.supplier.declaration(declaration));
      const said = await words(page);
      expect(said).toContain('Vi mangler svar på to ting.');
      expect(said).toContain('Produktet viser, hvem i kommunen der har meldt en fejl.');
      expect(said).toContain('Skriv også, hvilken version der er testet.');
      expect(await page.locator('.sd-changes > li').count()).toBe(1);
    });

    test('two windows never lose an edit: the second is shown both texts', async () => {
      const { page, context, to } = editor;
      await openSection(editor, declaration, 'virksomhed');
      const stale = { ...editor, page: await context.newPage() };
      await openSection(stale, declaration, 'virksomhed');
      const version = (at: Person) => at.page.locator('[name="if-version@SF1530"]');
      // Who stands in a field does not see what comes from others meanwhile.
      await version(stale).focus();
      await version(editor).fill('1.1');
      if (javaScript) await page.locator('[id="q-if-version@SF1530"] .sd-save-saved').waitFor();
      else await press(button(page, 'intent', 'stay'));
      await version(stale).fill('1.2');
      if (javaScript) await stale.page.locator('[data-conflict]').waitFor();
      else expect(await press(button(stale.page, 'intent', 'stay'))).toBe(409);
      const conflict = stale.page.locator('[id="q-if-version@SF1530"] [data-conflict]');
      expect(await words(conflict)).toContain('1.1');
      expect(await version(stale).inputValue()).toBe('1.2');
      const keep = conflict.getByRole('button', { name: inDanish.section('keepMine') });
      if (javaScript) {
        await keep.click();
        await stale.page.locator('[id="q-if-version@SF1530"] .sd-save-saved').waitFor();
      } else expect(await press(keep)).toBe(200);
      await stale.page.close();
      await open(page, to.supplier.section(declaration, 'virksomhed'));
      expect(await version(editor).inputValue()).toBe('1.2');
    });

    test('answers the demanded interface, and the signatory sends it again', async () => {
      await openSection(editor, declaration, 'organisation');
      await answerSection(editor, { 'if-support@SF1500': 'planned', 'if-planned-date@SF1500': '2027-10-01' });
      expect(await submit(signatory, declaration, 'resubmit')).toBe(caseNumber);
    });
  });

  describe('the decision', () => {
    test('only what moved is open; the rest carries over, with who approved it', async () => {
      expect(await listOpenSections(reviewerB, caseId)).toEqual(['organisation', 'virksomhed']);
      const { page } = reviewerB;
      await claim(page, 'virksomhed');
      expect(await judge(page)).toEqual(['if-version@SF1530']);
      await assess(page);
      await review(reviewerB, caseId, ['organisation']);
    });

    test('the lead proposes, and is told why the same person cannot confirm', async () => {
      const { page } = leadA;
      expect(await propose(leadA, caseId, 'approved', '')).toBe(200);
      expect(await button(page, 'event', 'confirm').count()).toBe(0);
      await expectRefusal(leadA, { code: 'proposer-cannot-confirm' });
      const version = await page.locator('main').locator('[name="version"]').count();
      expect(version).toBe(0);
    });

    test('another lead returns it once, then confirms what is proposed anew', async () => {
      leadB = await sit('lead-b');
      await openCase(leadB, caseNumber, 'decision');
      await open(leadB.page, leadB.to.review.decision(caseId));
      expect(await sendEvent(leadB.page, 'return', { note: '' })).toBe(400);
      expect(await sendEvent(leadB.page, 'return', { note: 'Se på versionen en gang til.' })).toBe(200);
      await open(leadA.page, leadA.to.review.case(caseId));
      expect(await words(leadA.page)).toContain('Se på versionen en gang til.');
      expect(await propose(leadA, caseId, 'approved', '')).toBe(200);
      const late = await leadB.context.newPage();
      await open(late, leadB.to.review.decision(caseId));
      expect(await confirm(leadB, caseId)).toBe(200);
      expect(await press(button(late, 'event', 'confirm'))).toBe(409);
      expect(await words(late)).toContain(inDanish.review('movedHeading'));
      await late.close();
    });

    test('the other supplier’s declaration is approved in part, with reasons', async () => {
      const id = await openCase(reviewerA, otherNumber, 'available');
      await review(reviewerA, id, await listOpenSections(reviewerA, id), {
        'if-support@SF1500': { kind: 'rejected', reason: 'Beskrivelsen siger det modsatte.' },
      });
      expect(await propose(leadA, id, 'partially-approved', '')).toBe(400);
      expect(await readErrors(leadA.page)).toHaveLength(1);
      expect(await propose(leadA, id, 'partially-approved', 'Svaret om SF1500 kan ikke godkendes.')).toBe(200);
      expect(await confirm(leadB, id)).toBe(200);
    });

    test('a third product is rejected', async () => {
      const third = await beginDeclaration(editor, parking);
      const why = 'Produktet har ikke brug for den.';
      await chooseInterfaces(editor.page, { SF1500: why, SF1514: why, SF1511: why });
      await confirmScope(editor.page);
      await answerEverything(editor, third, { 'if-support@administrationsmodul': 'not_relevant' });
      const number = await submit(signatory, third, 'submit');
      const id = await openCase(leadA, number, 'routing');
      expect(await sendEvent(leadA.page, 'route')).toBe(200);
      await review(reviewerA, id, await listOpenSections(reviewerA, id), {
        'if-support@administrationsmodul': { kind: 'rejected', reason: 'Produktet sender breve.' },
      });
      expect(await propose(leadA, id, 'rejected', 'Erklæringen dækker ikke produktet.')).toBe(200);
      expect(await confirm(leadB, id)).toBe(200);
      await open(editor.page, editor.to.supplier.declaration(third));
      expect(await words(editor.page)).toContain('Erklæringen dækker ikke produktet.');
    });
  });

  describe('the public', () => {
    test('reads the approved answers on the product’s page, and nobody’s name or file', async () => {
      const { page, to } = reader;
      expect((await open(page, to.product(about.slug))).status()).toBe(200);
      const html = await page.content();
      expect(await words(page)).toContain('Horsens');
      for (const shown of ['SF1500', 'SF1511', 'SF1530', '1.2']) expect(html).toContain(shown);
      const hidden = ['Mølgaard', 'Vang', 'Lindgaard', 'Brandt', 'Mikkel Dahl', 'testrapport.pdf', 'integration@'];
      for (const word of hidden) expect(html).not.toContain(word);
    });

    test('tells »not relevant« from »not declared«', async () => {
      const { page } = reader;
      expect(await words(page.locator('#administrationsmodul'))).toContain(level('not_relevant'));
      expect(await page.locator('.sd-not-declared a[href$="/interfaces/SF1601"]').count()).toBe(1);
      expect(await page.locator('.sd-not-declared a[href$="/interfaces/administrationsmodul"]').count()).toBe(0);
    });

    test('finds it by search, filters, interface and matrix, in both languages', async () => {
      const { page, to } = reader;
      for (const address of [
        to.products({ q: 'lysvagt' }),
        to.products({ interface: 'SF1530', level: 'ready' }),
        to.interface('SF1530'),
        to.compare(),
        to.publicSupplier(about.supplier),
        to.municipality(horsens),
        `/en${to.compare()}`,
        `/en${to.interface('SF1530')}`,
      ]) {
        await open(page, address);
        expect({ address, found: (await words(page)).includes(lighting.name) }).toEqual({ address, found: true });
      }
      await open(page, to.products({ interface: 'SF1530', level: 'in_production' }));
      expect(await words(page)).not.toContain(lighting.name);
    });

    test('sees of the partly approved product only what was approved, and nothing of the rejected one', async () => {
      const { context } = reader;
      const { data } = (await readJson(context.request.get(apiPaths.product('saltplan')))) as {
        data: { decision: { outcome: string }; support: { interface: string; level: string }[] };
      };
      expect(data.decision.outcome).toBe('partially-approved');
      expect(data.support.map((each) => each.interface)).toEqual(['SF1511']);
      const { data: all } = (await readJson(context.request.get(apiPaths.products()))) as { data: { id: string }[] };
      expect(all.map(({ id }) => id).sort()).toEqual(['lysvagt', 'saltplan']);
      expect((await answerTo(reader, apiPaths.product('parkeringsvagt'))).status).toBe(404);
      expect((await answerTo(reader, reader.to.product('parkeringsvagt'))).status).toBe(404);
      for (const address of publicAddresses) {
        expect((await answerTo(reader, address)).body).not.toContain(parking.name);
      }
    });

    test('an English reader reads the same product in English', async () => {
      const english = await sit(undefined, 'en');
      await open(english.page, english.to.home());
      await open(english.page, english.to.product(about.slug));
      expect(await english.page.locator('html').getAttribute('lang')).toBe('en');
      expect(await words(english.page)).toContain(translator(supportLevelTexts, 'en')('not_relevant'));
    });
  });

  test('who signs out is out', async () => {
    const { page, to } = editor;
    await open(page, to.supplier.home());
    await press(page.locator(`form[action="${to.signOut()}"] button`));
    await open(page, to.supplier.declaration(declaration));
    expect(new URL(page.url()).pathname).toBe(to.signIn());
  });

  test('the log is whole, and no browser has complained', async () => {
    const log = JSON.parse(await operate(portal.place, ['log', 'verify', '--json'])) as { problem: unknown };
    expect(log.problem).toBeNull();
    expect(people.map(({ complaints }) => complaints)).toEqual(people.map(() => []));
    expect(portal.output()).not.toMatch(/"level":(?:40|50|60)/);
  });
});
