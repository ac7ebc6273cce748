import { type AnswerEdit, saveAnswers } from '~/db/answers';
import { submitDeclaration } from '~/db/cases/submit';
import {
  beginDeclaration as beginDeclarationOf,
  type LoadedDeclaration,
  loadDeclaration,
  reopenDeclaration,
} from '~/db/declarations';
import { addEvidence } from '~/db/evidence';
import { createProduct as createProductOf } from '~/db/products';
import { confirmScope } from '~/db/scope';
import { type QuestionKey, splitKey } from '~/workflows/questionnaire/instances';
import { copenhagenDay } from '~/workflows/working-days';
import { type Composed, composeAnswers } from './answering';
import type { Revision } from './course';
import { type PlannedEvidence, planEvidence } from './evidence-plan';
import type { Desk, Life } from './life';
import { must } from './must';
import { numberFrom, uuidFrom } from './seed';
import type { Story } from './timeline';
import { writeAnswer } from './wording';
import type { Writing } from './wording/writing';

export async function createProduct({ db }: Desk, life: Life, now: Date): Promise<void> {
  const { name, description, type, kle } = life.product;
  const kitosUuid = numberFrom(`kitos? ${name}`, 3) === 0 ? '' : uuidFrom(`kitos ${name}`);
  const created = await createProductOf(db, { actor: life.editor, now }, { name, description, type, kle, kitosUuid });
  life.productId = must(created, `the product ${name}`).id;
}

export async function beginDeclaration({ db }: Desk, life: Life, now: Date): Promise<void> {
  const begun = await beginDeclarationOf(db, { actor: life.editor, now }, { productId: life.productId });
  life.declarationId = must(begun, `the declaration of ${life.product.name}`).declarationId;
  await meetCase(db, life);
}

/** A new case on top of what was decided before. */
export async function reopen({ db }: Desk, life: Life, now: Date): Promise<void> {
  const { declarationId } = life;
  must(await reopenDeclaration(db, { actor: life.editor, now }, { declarationId }), `reopening ${life.product.name}`);
  life.proposer = null;
  await meetCase(db, life);
}

/** Works in the case that is open now. */
export async function meetCase(db: Desk['db'], life: Life): Promise<void> {
  const { case: open } = await loadDeclaration(db, life.declarationId);
  if (!open) throw new Error(`${life.product.name} has no case.`);
  life.caseId = open.id;
  life.caseVersion = open.version;
}

export async function chooseScope({ db }: Desk, life: Life, now: Date): Promise<void> {
  const { added = {}, without = {}, name } = life.product;
  const choices = [
    ...Object.entries(without).map(([interfaceId, reason]) => ({ interfaceId, isIncluded: false, reason })),
    ...Object.entries(added).map(([interfaceId, reason]) => ({ interfaceId, isIncluded: true, reason })),
  ];
  const { declarationId, editor: actor } = life;
  const input = { declarationId, expectedConfirmedAt: null, choices };
  must(await confirmScope(db, { actor, now }, input), `the scope of ${name}`);
}

/**
 * Answers every section, or the first of them, and attaches evidence.
 * @param sections how many; undefined: all
 */
export async function* writeAnswers(desk: Desk, life: Life, now: Date, sections?: number): Story {
  const loaded = await loadDeclaration(desk.db, life.declarationId);
  const ids = [...new Set(loaded.instances.map(({ sectionId }) => sectionId))];
  const only = sections === undefined ? {} : { only: new Set(ids.slice(0, sections)) };
  yield* compose(desk, life, loaded, now, { ...only, anew: () => false, evidenceFor: () => false });
}

/** Corrects what was pointed out, or renews. */
export async function* revise(desk: Desk, life: Life, now: Date, revision: Revision): Story {
  const { support = {}, answers = {}, evidence = [], isRenewal = false } = revision;
  for (const [id, said] of Object.entries(support)) life.support.set(id, said);
  for (const [key, said] of Object.entries(answers)) life.answers.set(key, said);
  const anew = (key: QuestionKey): boolean => {
    const { questionId, interfaceId } = splitKey(key);
    if (Object.hasOwn(answers, key)) return true;
    if (interfaceId !== null && Object.hasOwn(support, interfaceId)) return questionId !== 'if-confirmed';
    return isRenewal && ['gen-version', 'cert-expiry', 'gen-audit-report'].includes(questionId);
  };
  const loaded = await loadDeclaration(desk.db, life.declarationId);
  yield* compose(desk, life, loaded, now, { anew, evidenceFor: (key) => evidence.includes(key) });
}

interface Work {
  only?: ReadonlySet<string>;
  anew: (key: QuestionKey) => boolean;
  evidenceFor: (key: QuestionKey) => boolean;
}

async function* compose(desk: Desk, life: Life, loaded: LoadedDeclaration, now: Date, work: Work): Story {
  const writing: Writing = {
    supplier: life.supplier,
    product: life.product,
    support: life.support,
    said: life.answers,
    catalogue: loaded.catalogue,
    scope: new Set(loaded.scope.filter(({ isIncluded }) => isIncluded).map(({ interfaceId }) => interfaceId)),
    municipalityNames: desk.municipalityNames,
    writtenOn: copenhagenDay(now),
    loadedOn: copenhagenDay(desk.now),
  };
  const composed = composeAnswers(loaded, (instance) => writeAnswer(writing, instance), work);
  let at = now;
  for (const [index, edits] of inBatches(composed.edits).entries()) {
    if (index > 0) {
      at = life.clock.soon();
      yield at;
    }
    await save(desk, life, at, edits);
  }
  const planned = planEvidence(writing, visibleIn(composed, work), {
    has: (key) => (loaded.evidence.get(key)?.length ?? 0) > 0 && !work.evidenceFor(key),
    answers: composed.answers,
  });
  if (planned.length > 0) {
    at = life.clock.soon();
    yield at;
  }
  for (const evidence of planned) await attach(desk, life, at, evidence);
}

function visibleIn({ open }: Composed, { only }: Work): Composed['open'] {
  return only ? open.filter(({ sectionId }) => only.has(sectionId)) : open;
}

/** Three sittings: each saves several sections at once. */
function inBatches(edits: Composed['edits']): AnswerEdit[][] {
  const sections = [...edits.values()];
  const size = Math.max(4, Math.ceil(sections.length / 3));
  const batches: AnswerEdit[][] = [];
  for (let start = 0; start < sections.length; start += size) batches.push(sections.slice(start, start + size).flat());
  return batches;
}

async function save({ db }: Desk, life: Life, now: Date, edits: readonly AnswerEdit[]): Promise<void> {
  const { declarationId, editor: actor } = life;
  const saved = must(await saveAnswers(db, { actor, now }, { declarationId, answers: edits }), life.product.name);
  const refused = saved.outcomes.find(({ status }) => status !== 'saved' && status !== 'unchanged');
  if (refused) throw new Error(`${life.product.name} could not answer: ${JSON.stringify(refused)}`);
}

async function attach({ db, storage }: Desk, life: Life, now: Date, planned: PlannedEvidence): Promise<void> {
  const { declarationId, editor: actor, product } = life;
  must(await addEvidence(db, storage, { actor, now }, { declarationId, ...planned }), `evidence of ${product.name}`);
}

export async function submit({ db }: Desk, life: Life, now: Date): Promise<void> {
  const { declarationId, caseVersion: expectedCaseVersion, signatory: actor, product } = life;
  const sent = await submitDeclaration(db, { actor, now }, { declarationId, expectedCaseVersion });
  life.submissionId = must(sent, `the submission of ${product.name}`).submissionId;
  // A submission is one event of its case.
  life.caseVersion += 1;
}
