import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveAnswers } from '~/db/answers';
import { verifyLog } from '~/db/log';
import { answers, decisions, publicProducts } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { decisionStepOf, sectionStateOf } from '~/workflows/case/decide-event';
import { createTestDatabase, type TestDatabase } from '../../database';
import { nextAct, type WalkerName } from '../../factories/case-acts';
import { actsOfWalk, CaseModel, type ModelAct, type ModelPerson, modelSections } from '../../factories/case-model';
import { copyCase } from '../../factories/copied-cases';
import { randomOf, timesOf } from '../../factories/random';
import { CaseWalk, type CaseWorld, makeCaseWorld } from '../../factories/reviewed-case';

/**
 * Random people do random things, sensible and not, by the real commands; a model that was written by hand says after
 * each of them whether it should have been taken and where the case should be.
 */
const sequences = timesOf('SOAK_SEQUENCES', 40);
/** A soak in parts goes on where the one before it ended. */
const firstSeed = timesOf('SOAK_FROM', 1);
/** In minutes; a soak says how far it came. */
const limit = timesOf('SOAK_MINUTES', 0) * 60_000;
const lanes = 3;

let test: TestDatabase;
let world: CaseWorld;

beforeAll(async () => {
  // A soak runs for hours beside whatever else the machine does: a statement may then have to wait for its turn.
  test = await createTestDatabase({ max: 8, ...(limit > 0 && { statementTimeout: 0 }) });
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());

const actingOf = ({ name }: ModelPerson): Acting => world[name as WalkerName];

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
  const { declarationId, questionKey } = answers;
  const ofAnswer = and(eq(declarationId, walk.declarationId), eq(questionKey, key));
  const [row] = await test.db.select({ version: answers.version }).from(answers).where(ofAnswer);
  const version = row?.version ?? 0;
  const edits = [{ key, value: `Udgave ${version}`, justification: null, expectedVersion: version }];
  const input = { declarationId: walk.declarationId, answers: edits };
  return (await saveAnswers(test.db, { ...world.signatory, now: walk.now }, input)).ok;
}

async function whereIs(walk: CaseWalk) {
  const { snapshot, state } = await walk.row();
  const sections = modelSections.map((id) => sectionStateOf(snapshot, id));
  return { place: decisionStepOf(snapshot) ?? state, sections: state === 'review' ? sections : [] };
}

async function runSequence(seed: number, walk: CaseWalk): Promise<void> {
  const random = randomOf(seed);
  const model = new CaseModel();
  const taken: string[] = [];
  for (let count = 0; count < actsOfWalk; count += 1) {
    const act = nextAct(random, model);
    const expected = model.take(act);
    reached.add(model.place);
    const isTaken = await perform(walk, act);
    const what = act.kind === 'send' ? act.request : act;
    const who = 'by' in act ? (act.by?.name ?? 'portal') : '';
    taken.push(`${isTaken ? '' : 'not '}${JSON.stringify(what)} ${who}`);
    const sections = model.place === 'review' ? modelSections.map((id) => model.sections[id]) : [];
    const found = { isTaken, ...(await whereIs(walk)) };
    const wanted = { isTaken: expected, place: model.place, sections };
    expect(found, `sequence ${seed}\n${taken.join('\n')}`).toEqual(wanted);
  }
  const decided = await test.db.select().from(decisions).where(eq(decisions.caseId, walk.caseId));
  expect(decided.map(({ outcome }) => outcome)).toEqual(model.outcome === null ? [] : [model.outcome]);
  if (model.place !== 'superseded') {
    const { productId } = await walk.row();
    const published = await test.db.$count(publicProducts, eq(publicProducts.productId, productId));
    expect(published, taken.join('\n')).toBe(model.isPublic ? 1 : 0);
  }
}

/** Where walks came by. */
const reached = new Set<string>();

/** Drafts that all begin at the same point are copied: as rows, some hundreds at a time. */
async function* drafts(): AsyncGenerator<CaseWalk> {
  const first = await CaseWalk.begin(world);
  for (;;) yield* await copyCase(first, Math.min(200, sequences));
}

it(`${sequences} random sequences go as the model says`, { timeout: 240_000 + sequences * 3_000 }, async () => {
  const begun = Date.now();
  const isTimeLeft = () => limit === 0 || Date.now() - begun < limit;
  const walks = drafts();
  let done = 0;
  const lane = async () => {
    while (done < sequences && isTimeLeft()) {
      const seed = firstSeed + done;
      done += 1;
      const { value: walk } = await walks.next();
      await runSequence(seed, walk);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  // Walks that never got anywhere would agree with any model.
  expect(reached.size).toBeGreaterThan(8);
  const { rows, problem } = await verifyLog(test.db);
  expect(problem).toBeNull();
  // What a soak reports; a run of the tests says nothing but that they hold.
  if (limit > 0) process.stdout.write(`sequences ${firstSeed} to ${firstSeed + done - 1}: ${rows} rows in the log\n`);
});
