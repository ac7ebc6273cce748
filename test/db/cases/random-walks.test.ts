import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveAnswers } from '~/db/answers';
import { loadDeclaration } from '~/db/declarations';
import { verifyLog } from '~/db/log';
import { decisions, publicProducts } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { decisionStepOf, sectionStateOf } from '~/workflows/case/decide-event';
import type { CaseRequest } from '~/workflows/case/events';
import type { CaseEventType } from '~/workflows/words';
import { caseEvents, outcomes, verdictKinds } from '~/workflows/words';
import { createTestDatabase, type TestDatabase } from '../../database';
import { CaseModel, type ModelAct, type ModelPerson, modelAnswers, modelSections } from '../../factories/case-model';
import { pickOf, randomOf, timesOf } from '../../factories/random';
import { CaseWalk, type CaseWorld, makeCaseWorld, municipalityA, municipalityB } from '../../factories/reviewed-case';

/**
 * Random people do random things, sensible and not, by the real commands; a model that was written by hand says after
 * each of them whether it should have been taken and where the case should be.
 */
const sequences = timesOf('SOAK_SEQUENCES', 60);
const acts = 50;
const lanes = 3;

let test: TestDatabase;
let world: CaseWorld;

beforeAll(async () => {
  test = await createTestDatabase({ max: 8 });
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());

const people = {
  signatory: { role: 'signatory', of: 'supplier' },
  editor: { role: 'editor', of: 'supplier' },
  supplierAdmin: { role: 'supplier-admin', of: 'supplier' },
  otherSignatory: { role: 'signatory', of: 'elsewhere' },
  reviewerA: { role: 'reviewer', of: municipalityA },
  leadA: { role: 'lead-reviewer', of: municipalityA },
  leadC: { role: 'lead-reviewer', of: municipalityA },
  reviewerB: { role: 'reviewer', of: municipalityB },
  leadB: { role: 'lead-reviewer', of: municipalityB },
  coordinator: { role: 'coordinator', of: 'elsewhere' },
  auditor: { role: 'auditor', of: 'elsewhere' },
} as const satisfies Partial<Record<keyof CaseWorld, Omit<ModelPerson, 'name'>>>;

const names = Object.keys(people) as (keyof typeof people)[];
const everybody: ModelPerson[] = names.map((name) => ({ name, ...people[name] }));
const actingOf = ({ name }: ModelPerson): Acting => world[name as keyof typeof people];

// The two are sent by submitDeclaration alone.
const requests = caseEvents.filter((type) => type !== 'submit' && type !== 'resubmit');

function requestOf(random: () => number, type: CaseEventType): CaseRequest {
  const note = 'Fordi.';
  const fields = {
    note,
    reasons: note,
    workingDays: 10,
    municipalityCode: pickOf(random, [municipalityA, municipalityB]),
    sectionId: pickOf(random, modelSections),
    outcome: pickOf(random, outcomes),
  };
  return { type, ...fields } as CaseRequest;
}

function randomAct(random: () => number, model: CaseModel): ModelAct {
  const dice = random();
  const by = pickOf(random, everybody);
  if (dice < 0.06) return { kind: 'submit', by };
  if (dice < 0.08) return { kind: 'wait' };
  if (dice < 0.12) return { kind: 'edit', answer: pickOf(random, modelAnswers) };
  if (dice < 0.4) {
    const verdict = random() < 0.8 ? 'accepted' : pickOf(random, verdictKinds);
    const answer = pickOf(random, modelAnswers);
    const claimer = everybody.find(({ name }) => name === model.claimerOf(answer));
    return { kind: 'judge', by: random() < 0.7 ? (claimer ?? by) : by, answer, verdict };
  }
  const request = requestOf(random, pickOf(random, requests));
  return { kind: 'send', by: random() < 0.1 ? null : by, request, isStale: random() < 0.05 };
}

/** What brings a case further, the further the higher; what ends it is put off. */
const pull: Readonly<Partial<Record<CaseEventType | ModelAct['kind'], number>>> = {
  confirm: 6,
  assess: 5,
  propose: 4,
  judge: 3,
  claim: 3,
  route: 3,
  submit: 2,
  edit: 0,
  reopen: 0,
  'return-incomplete': 0,
  wait: 0,
  release: 0,
  withdraw: -1,
  revoke: -1,
  supersede: -1,
};

function pullOf(act: ModelAct, model: CaseModel): number {
  if (act.kind === 'judge' && model.isJudged(act.answer)) return 0;
  return pull[act.kind === 'send' ? act.request.type : act.kind] ?? 1;
}

/** Mostly something that can be done, of that mostly what brings the case further; now and then anything at all. */
function nextAct(random: () => number, model: CaseModel): ModelAct {
  if (random() < 0.2) return randomAct(random, model);
  const any = Array.from({ length: 120 }, () => randomAct(random, model));
  const possible = any.filter((act) => act.kind !== 'wait' && model.wouldTake(act));
  const mayEnd = random() < 0.02;
  const sensible = possible.filter((act) => mayEnd || pullOf(act, model) >= 0);
  if (sensible.length === 0) return { kind: 'wait' };
  if (random() < 0.15) return pickOf(random, sensible);
  const most = Math.max(...sensible.map((act) => pullOf(act, model)));
  return pickOf(
    random,
    sensible.filter((act) => pullOf(act, model) === most),
  );
}

/** @returns whether the real command took it */
async function perform(walk: CaseWalk, act: ModelAct): Promise<boolean> {
  switch (act.kind) {
    case 'wait':
      walk.wait(200 * 86_400_000);
      return true;
    case 'edit':
      return edit(walk, act.answer);
    case 'submit':
      return (await walk.trySubmit(actingOf(act.by))).ok;
    case 'judge':
      return (await walk.tryJudge(actingOf(act.by), { [act.answer]: act.verdict })).ok;
    case 'send': {
      if (act.isStale) await walk.holdOlderVersion();
      const result = await walk.trySend(act.by && actingOf(act.by), act.request);
      walk.dropVersion();
      return result.ok;
    }
  }
}

async function edit(walk: CaseWalk, key: string): Promise<boolean> {
  const { answers } = await loadDeclaration(test.db, walk.declarationId);
  const version = answers.get(key)?.version ?? 0;
  const edits = [{ key, value: `Udgave ${version}`, justification: null, expectedVersion: version }];
  const input = { declarationId: walk.declarationId, answers: edits };
  return (await saveAnswers(test.db, { ...world.signatory, now: walk.now }, input)).ok;
}

async function whereIs(walk: CaseWalk) {
  const { snapshot, state } = await walk.row();
  const sections = modelSections.map((id) => sectionStateOf(snapshot, id));
  return { place: decisionStepOf(snapshot) ?? state, sections: state === 'review' ? sections : [] };
}

async function runSequence(seed: number): Promise<number> {
  const random = randomOf(seed);
  const walk = await CaseWalk.begin(world);
  const model = new CaseModel();
  const taken: string[] = [];
  for (let count = 0; count < acts; count += 1) {
    const act = nextAct(random, model);
    const expected = model.take(act);
    const isTaken = await perform(walk, act);
    const what = act.kind === 'send' ? act.request : act;
    const who = 'by' in act ? (act.by?.name ?? 'portal') : '';
    taken.push(`${isTaken ? '' : 'not '}${JSON.stringify(what)} ${who}`);
    const trail = `sequence ${seed}\n${taken.join('\n')}`;
    expect(isTaken, trail).toBe(expected);
    const sections = model.place === 'review' ? modelSections.map((id) => model.sections[id]) : [];
    expect(await whereIs(walk), trail).toEqual({ place: model.place, sections });
  }
  const decided = await test.db.select().from(decisions).where(eq(decisions.caseId, walk.caseId));
  expect(decided.map(({ outcome }) => outcome)).toEqual(model.outcome === null ? [] : [model.outcome]);
  if (model.place !== 'superseded') {
    const { productId } = await walk.row();
    const published = await test.db.$count(publicProducts, eq(publicProducts.productId, productId));
    expect(published, taken.join('\n')).toBe(model.isPublic ? 1 : 0);
  }
  reached.add(model.place);
  return taken.length;
}

/** Where walks ended. */
const reached = new Set<string>();

it(`${sequences} random sequences go as the model says`, { timeout: 60_000 + sequences * 3_000 }, async () => {
  let seed = 0;
  const lane = async () => {
    while (seed < sequences) {
      seed += 1;
      await runSequence(seed);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  // Walks that never got anywhere would agree with any model.
  expect(reached.size).toBeGreaterThan(8);
  expect((await verifyLog(test.db)).problem).toBeNull();
});
