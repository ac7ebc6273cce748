import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { sectionTexts } from '~/app/i18n/supplier-section';
import { translator } from '~/app/i18n/texts';
import { button, open, type Person, press, words } from './person';

/** Answers by question: one word or text, or several. `<question>:why` is the reason that goes with an answer. */
export type Said = Readonly<Record<string, string | readonly string[]>>;

export interface ProductFacts {
  name: string;
  description: string;
  type: string;
  kle: string;
}

/** From the supplier's home to the scope step of the new product's declaration. @returns the declaration's id */
export async function beginDeclaration(supplier: Person, product: ProductFacts): Promise<string> {
  const { page, to } = supplier;
  await open(page, to.supplier.home());
  await press(page.locator(`a[href="${to.supplier.newProduct()}"]`).first());
  await writeProduct(page, product);
  await press(page.locator('main form button').last());
  await press(nextStep(supplier, product.name));
  return declarationIn(page);
}

export async function writeProduct(page: Page, { name, description, type, kle }: ProductFacts): Promise<void> {
  await page.locator('#name').fill(name);
  await page.locator('#description').fill(description);
  await page.locator(`input[name="type"][value="${type}"]`).check();
  await page.locator('#kle').fill(kle);
}

/** The button of the next action for a product, on the supplier's home. */
export function nextStep({ page }: Person, product: string): Locator {
  return page
    .locator('.sd-next-step')
    .filter({ has: page.getByRole('heading', { name: product }) })
    .locator('a, button');
}

export function declarationIn(page: Page): string {
  const [, id] = /\/declarations\/([^/]+)/.exec(page.url()) ?? [];
  if (!id) throw new Error(`${page.url()} is not about a declaration.`);
  return id;
}

/** Ticks and unticks interfaces on the scope page, with the reasons given; does not save. */
export async function chooseInterfaces(page: Page, choices: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, reason] of Object.entries(choices)) {
    await reveal(page.locator(`#scope-${id}`));
    await page.locator(`#scope-${id}`).click();
    if (reason !== '') await page.locator(`[name="reason-${id}"]`).fill(reason);
  }
}

/** Opens the folded parts of the page that something lies in. */
export async function reveal(target: Locator): Promise<void> {
  const folded = target.page().locator('details:not([open])', { has: target });
  for (const each of await folded.all()) await each.locator('> summary').click();
}

export async function confirmScope(page: Page): Promise<number> {
  return press(page.locator('.sd-scope-end button'));
}

/** Waits until the page's scripts have taken over, where they run. */
export async function openSection(supplier: Person, declaration: string, section: string): Promise<void> {
  await open(supplier.page, supplier.to.supplier.section(declaration, section));
  await untilLive(supplier);
}

/** Where the page's scripts run, waits until they have taken the form over. */
export async function untilLive({ page, language, javaScript }: Person): Promise<void> {
  if (javaScript) await page.getByText(translator(sectionTexts, language)('autosaveHint')).waitFor();
}

interface AskedQuestion {
  key: string;
  kind: 'choice' | 'choices' | 'text' | 'date' | 'table' | 'places' | 'evidence';
  values: string[];
  type: string;
  isOptional: boolean;
  isAnswered: boolean;
  asksReason: boolean;
}

/** Answers every required question of the section that is open, and those that `said` names; opens what they open. */
export async function answerQuestions(supplier: Person, said: Said): Promise<void> {
  const done = new Set<string>();
  for (;;) {
    const asked = (await listAsked(supplier.page)).find(
      ({ key, isOptional, isAnswered }) => !done.has(key) && (Object.hasOwn(said, key) || (!isOptional && !isAnswered)),
    );
    if (!asked) return;
    done.add(asked.key);
    await answerQuestion(supplier, asked, said);
  }
}

/** Answers the whole section and goes on. @returns the address that the portal went on to */
export async function answerSection(supplier: Person, said: Said): Promise<string> {
  const { page } = supplier;
  const { pathname } = new URL(page.url());
  // Without scripts what an answer opens appears when the section is saved.
  for (let round = 0; round < 6; round += 1) {
    await answerQuestions(supplier, said);
    const status = await press(button(page, 'intent', 'continue'));
    if (status !== 200) throw new Error(`${pathname}: ${(await readSummary(page)).join(' | ')}`);
    if (new URL(page.url()).pathname !== pathname) return new URL(page.url()).pathname;
    await untilLive(supplier);
  }
  throw new Error(`${pathname} is not done: ${(await readSummary(page)).join(' | ')}`);
}

async function readSummary(page: Page): Promise<string[]> {
  return page.locator('.sd-error-summary, .alert').allInnerTexts();
}

/** Answers every section from the first to the last, and stands on the check page then. */
export async function answerEverything(supplier: Person, declaration: string, said: Said): Promise<void> {
  const { page, to } = supplier;
  await open(page, to.supplier.declaration(declaration));
  const sections = page.locator(`main a[href^="${to.supplier.declaration(declaration)}/sections/"]`);
  const [first] = await sections.all();
  await press(first ?? sections);
  for (let address = new URL(page.url()).pathname; address !== to.supplier.check(declaration); ) {
    await untilLive(supplier);
    address = await answerSection(supplier, said);
  }
}

async function listAsked(page: Page): Promise<AskedQuestion[]> {
  return page.locator('.sd-asked').evaluateAll((elements) =>
    elements.map((element) => {
      const key = element.id.slice('q-'.length);
      const named = [...element.querySelectorAll('input, textarea')].filter(
        (field): field is HTMLInputElement | HTMLTextAreaElement => field.getAttribute('name') === key,
      );
      const field = element.querySelector<HTMLInputElement>(`[id="${key}"]`);
      const first = named.find(({ type }) => type !== 'hidden') ?? field;
      const isPicker = element.querySelector('.sd-picker') !== null;
      const kind = ((): AskedQuestion['kind'] => {
        if (element.querySelector('.sd-table-row')) return 'table';
        if (isPicker) return 'places';
        if (first?.type === 'radio') return 'choice';
        if (first?.type === 'checkbox') return 'choices';
        if (first?.type === 'date') return 'date';
        return first instanceof HTMLInputElement || first instanceof HTMLTextAreaElement ? 'text' : 'evidence';
      })();
      const reason = element.querySelector(`[name="${key}:why"]`);
      return {
        key,
        kind,
        values: named.map(({ value }) => value),
        type: first?.type ?? '',
        // The question's own; the reason below it has a label too.
        isOptional: element.querySelector('label, legend')?.querySelector('.sd-optional') != null,
        isAnswered:
          kind === 'choice' || kind === 'choices'
            ? named.some((each) => each instanceof HTMLInputElement && each.checked)
            : kind === 'evidence'
              ? true
              : (first?.value ?? '') !== '',
        asksReason: reason !== null && reason.closest('details') === null,
      };
    }),
  );
}

const reasonSaid = 'Det fremgår af leverandørens egen beskrivelse af it-systemet.';
const usual: Readonly<Record<string, string>> = {
  email: 'integration@leverandoer.example',
  url: 'https://leverandoer.example/dokumentation',
  date: '2026-06-30',
  textarea: 'Kommunens medarbejdere ser det i en fast rapport hver måned.',
  text: '1.0',
};

async function answerQuestion({ page }: Person, asked: AskedQuestion, said: Said): Promise<void> {
  const { key, kind, values, type } = asked;
  const given = said[key];
  const all = given === undefined ? [] : typeof given === 'string' ? [given] : given;
  const fields = page.locator(`[name="${key}"]`);
  switch (kind) {
    case 'choice':
    case 'choices': {
      // Whoever has nothing to tell chooses "none" where it is offered.
      const chosen = all.length > 0 ? all : [values.find((value) => value === 'none') ?? values[0] ?? ''];
      for (const value of chosen) await page.locator(`[name="${key}"][value="${value}"]`).check();
      break;
    }
    case 'table':
      for (const cell of await page.locator(`[id="q-${key}"] .sd-table-row`).first().locator('input').all()) {
        const isDate = (await cell.getAttribute('type')) === 'date';
        await cell.fill(all[0] ?? (isDate ? (usual.date ?? '') : 'Vejassistent'));
      }
      break;
    case 'places':
      for (const name of all) {
        await page.locator(`[id="${key}"]`).fill(name);
        await page.locator(`[id="${key}"]`).press('Enter');
      }
      break;
    case 'evidence':
      break;
    default:
      await fields.first().fill(all.length > 0 ? all.join('\n') : (usual[type] ?? usual.text ?? ''));
  }
  const why = said[`${key}:why`];
  if (asked.asksReason || why !== undefined) {
    const reason = page.locator(`[name="${key}:why"]`);
    await reveal(reason);
    await reason.fill(typeof why === 'string' ? why : reasonSaid);
  }
}

export interface EvidenceFacts {
  type: string;
  title: string;
  url?: string;
  file?: { name: string; mimeType: string; buffer: Buffer };
  observedOn: string;
}

/** From the question's own button on its section to the form of new evidence. */
export async function openEvidenceForm({ page }: Person, key: string): Promise<void> {
  const way = button(page, 'intent', `evidence:${key}`);
  await reveal(way);
  await press(way);
}

/** Fills the form of new evidence and sends it. @returns the status of the page that came */
export async function attachEvidence({ page }: Person, evidence: EvidenceFacts): Promise<number> {
  const { type, title, url, file, observedOn } = evidence;
  await page.locator('select[name="type"]').selectOption(type);
  await page.locator('#title').fill(title);
  await page.locator('#url').fill(url ?? '');
  if (file) await page.locator('#file').setInputFiles(file);
  await page.locator('#observedOn').fill(observedOn);
  return press(button(page, 'intent', 'add'));
}

/** The smallest thing that is a PDF. */
export function pdf(name: string, title: string): NonNullable<EvidenceFacts['file']> {
  const content = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Title (${title}) >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(content, 'latin1') };
}

/** The signatory reads the check page, confirms and sends. @returns the number of the case, from the receipt */
export async function submit({ page, to }: Person, declaration: string, event: 'submit' | 'resubmit'): Promise<string> {
  await open(page, to.supplier.check(declaration));
  await page.locator('#confirm').check();
  expect(await press(button(page, 'event', event))).toBe(200);
  expect(new URL(page.url()).pathname).toContain('/receipts/');
  return readCaseNumber(page);
}

/** From the receipt. */
export async function readCaseNumber(page: Page): Promise<string> {
  const [number] = /\b\d{4}-\d+\b/.exec(await words(page.locator('.alert-success'))) ?? [];
  if (!number) throw new Error('The receipt names no case.');
  return number;
}
