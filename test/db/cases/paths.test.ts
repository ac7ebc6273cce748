import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyLog } from '~/db/log';
import { caseSections, decisions, publicProducts } from '~/db/schema';
import { sectionStateOf } from '~/workflows/case/decide-event';
import { caseStates } from '~/workflows/words';
import { createTestDatabase, type TestDatabase } from '../../database';
import { essenceOf, listPaths, type Mood, type PathStep } from '../../factories/case-paths';
import { CaseWalk, type CaseWorld, makeCaseWorld } from '../../factories/reviewed-case';

/** Paths generated from the machine, walked through the real commands: after each step the database says the same. */
let test: TestDatabase;
let world: CaseWorld;
const visited = new Set<string>();

beforeAll(async () => {
  test = await createTestDatabase({ max: 8 });
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());

const aYear = 366 * 86_400_000;

async function take(walk: CaseWalk, { by, request }: PathStep, mood: Mood, step: number): Promise<void> {
  switch (request.type) {
    case 'submit':
      await walk.submit();
      return;
    case 'resubmit':
      await walk.answer({ 'first-one': `Rettet i skridt ${step}` });
      await walk.submit();
      return;
    case 'assess': {
      if (!by) throw new Error('The portal assesses nothing.');
      const isDoubted = mood === 'one-doubted' && request.sectionId === 'first';
      const first = isDoubted ? 'needs-elaboration' : 'accepted';
      await walk.judge(by, { [`${request.sectionId}-one`]: first, [`${request.sectionId}-two`]: 'accepted' });
      break;
    }
    case 'lapse':
    case 'close-hearing':
      walk.wait(aYear);
      break;
  }
  await walk.send(by, request);
}

async function walkPath(path: readonly PathStep[], mood: Mood): Promise<void> {
  const walk = await CaseWalk.begin(world);
  const taken: string[] = [];
  for (const [index, step] of path.entries()) {
    taken.push(step.request.type);
    await take(walk, step, mood, index).catch((error: Error) => {
      throw new Error(`${taken.join(' → ')}: ${error.message}`);
    });
    const row = await walk.row();
    expect(essenceOf(row.snapshot), taken.join(' → ')).toBe(step.then);
    visited.add(row.state);
  }
  await expectConsistent(walk);
}

/** What is derived from the state beside it: the inbox's sections, the decision, and what is public. */
async function expectConsistent(walk: CaseWalk): Promise<void> {
  const { snapshot, state, productId } = await walk.row();
  const sections = await test.db.select().from(caseSections).where(eq(caseSections.caseId, walk.caseId));
  const expected = snapshot.context.sections.map((id) => [id, sectionStateOf(snapshot, id)]);
  expect(sections.map((row) => [row.sectionId, row.state]).sort()).toEqual(expected.sort());
  const { outcome } = snapshot.context;
  const decided = await test.db.select().from(decisions).where(eq(decisions.caseId, walk.caseId));
  expect(decided.map((decision) => decision.outcome)).toEqual(outcome === null ? [] : [outcome]);
  // Here nothing newer has taken its place, so a case that was superseded by hand says nothing about the publication.
  if (state === 'superseded') return;
  const isEnded = ['withdrawn', 'suspended', 'revoked', 'expired'].includes(state);
  const isPublic = (outcome === 'approved' || outcome === 'partially-approved') && !isEnded;
  expect(await test.db.$count(publicProducts, eq(publicProducts.productId, productId))).toBe(isPublic ? 1 : 0);
}

it.each(['all-accepted', 'one-doubted'] as const)('every transition, with %s', { timeout: 240_000 }, async (mood) => {
  const paths = listPaths(world, mood);
  expect(paths.length).toBeGreaterThan(5);
  const lane = async () => {
    for (let path = paths.pop(); path; path = paths.pop()) await walkPath(path, mood);
  };
  await Promise.all([lane(), lane(), lane()]);
});

it('every state in which a case can rest was met, and the log is whole', async () => {
  const resting = caseStates.filter((state) => state !== 'draft' && state !== 'submitted');
  expect(resting.filter((state) => !visited.has(state))).toEqual([]);
  const { rows, problem } = await verifyLog(test.db);
  expect(problem).toBeNull();
  expect(rows).toBeGreaterThan(1_000);
});
