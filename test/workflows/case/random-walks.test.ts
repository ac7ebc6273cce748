import { expect, it } from 'vitest';
import { nextAct } from '../../factories/case-acts';
import { CaseDesk } from '../../factories/case-desk';
import { actsOfWalk, CaseModel, modelSections } from '../../factories/case-model';
import { randomOf, timesOf } from '../../factories/random';

/**
 * Random people do random things, sensible and not, to the machine alone; a model that was written by hand says after
 * each of them whether it should have been taken and where the case should be. The commands of the database walk the
 * first of the same sequences: test/db/cases/random-walks.test.ts.
 */
const sequences = timesOf('SOAK_MACHINE', 400);

/** Where walks came by. */
const reached = new Set<string>();

function runSequence(seed: number): void {
  const random = randomOf(seed);
  const desk = new CaseDesk();
  const model = new CaseModel();
  const taken: string[] = [];
  for (let count = 0; count < actsOfWalk; count += 1) {
    const act = nextAct(random, model);
    const expected = model.take(act);
    reached.add(model.place);
    const isTaken = desk.perform(act);
    taken.push(`${isTaken ? '' : 'not '}${JSON.stringify(act)}`);
    const found = { isTaken, place: desk.place, outcome: desk.outcome, sections: desk.sections };
    const { place, outcome } = model;
    const sections = place === 'review' ? modelSections.map((id) => model.sections[id]) : found.sections;
    const isAsExpected = isTaken === expected && found.place === place && found.outcome === outcome;
    // Only then: the message costs more than the walk.
    if (!isAsExpected || String(sections) !== String(found.sections)) {
      expect(found, `sequence ${seed}\n${taken.join('\n')}`).toEqual({ isTaken: expected, place, outcome, sections });
    }
  }
}

it(`${sequences} random sequences go as the model says`, { timeout: 60_000 + sequences * 100 }, () => {
  for (let seed = 1; seed <= sequences; seed += 1) runSequence(seed);
  // Walks that never got anywhere would agree with any model.
  expect(reached.size).toBeGreaterThan(12);
});
