import type { Browser } from 'playwright-core';
import type { DemoPerson } from '~/app/auth/demo.server';
import {
  answerEverything,
  answerQuestions,
  answerSection,
  attachEvidence,
  beginDeclaration,
  confirmScope,
  openEvidenceForm,
  openSection,
  pdf,
  submit,
} from './declaring';
import { meet, open, type Person } from './person';
import { confirm, listOpenSections, openCase, propose, review, sendEvent } from './reviewing';

/** The code of Horsens Kommune, to which the demo's lead-a and reviewer-a belong. */
export const horsens = '0615';
export const evidenceQuestion = 'if-evidence@SF1500';

/** What others ask for in vain: a supplier's draft, and what it sent, which was approved. */
export interface Subjects {
  product: string;
  /** A declaration that was never sent. */
  draft: string;
  draftEvidence: string;
  unsentCase: string;
  /** A declaration that was approved. */
  sent: string;
  caseId: string;
  sentEvidence: string;
}

/** Makes both by the portal's own pages, without scripts. */
export async function makeSubjects(browser: Browser, url: string): Promise<Subjects> {
  const sit = (as: DemoPerson) => meet(browser, { url, as, javaScript: false });
  const supplier = await sit('supplier-signatory');
  const facts = { description: 'Styrer vejbelysning.', type: 'andet', kle: '05' };
  const sent = await declare(supplier, { ...facts, name: 'Vejlys' });
  const sentEvidence = await findEvidence(supplier, sent);
  await answerEverything(supplier, sent, answers);
  const number = await submit(supplier, sent, 'submit');
  const [reviewer, leadA, leadB] = [await sit('reviewer-a'), await sit('lead-a'), await sit('lead-b')];
  const caseId = await openCase(leadA, number, 'routing');
  await sendEvent(leadA.page, 'route');
  await review(reviewer, caseId, await listOpenSections(reviewer, caseId));
  await propose(leadA, caseId, 'approved', '');
  await confirm(leadB, caseId);
  const draft = await declare(supplier, { ...facts, name: 'Skiltevagt' });
  const draftEvidence = await findEvidence(supplier, draft);
  const { page, to } = supplier;
  await open(page, to.supplier.declaration(draft));
  const unsentCase = await page.locator('input[name="case"]').first().inputValue();
  await open(page, to.supplier.home());
  const way = await page.locator('.sd-row-links a').first().getAttribute('href');
  return { product: way?.split('/').at(-2) ?? '', draft, draftEvidence, unsentCase, sent, caseId, sentEvidence };
}

const answers = {
  'if-support@SF1500': 'ready',
  'if-support@SF1511': 'not_supported',
  'if-support@SF1514': 'not_supported',
  'if-support@administrationsmodul': 'not_relevant',
};

/** A declaration whose one piece of evidence is a file. */
async function declare(supplier: Person, product: Parameters<typeof beginDeclaration>[1]): Promise<string> {
  const id = await beginDeclaration(supplier, product);
  await confirmScope(supplier.page);
  await openSection(supplier, id, 'organisation');
  await answerQuestions(supplier, answers);
  await answerSection(supplier, answers);
  await openSection(supplier, id, 'organisation');
  await openEvidenceForm(supplier, evidenceQuestion);
  const file = pdf('rapport.pdf', 'Rapport');
  await attachEvidence(supplier, { type: 'test_report', title: 'Testrapport', file, observedOn: '2026-08-01' });
  return id;
}

async function findEvidence({ page, to }: Person, declaration: string): Promise<string> {
  await open(page, to.supplier.section(declaration, 'organisation'));
  const link = page.locator(`[id="q-${evidenceQuestion}"] a[href*="/supplier/evidence/"]`);
  return (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
}
