import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addAbsence } from '~/db/absences';
import { assignCases } from '~/db/cases/assign';
import { declareConflict } from '~/db/conflicts';
import { log, memberships, municipalities, suppliers } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { addDays, copenhagenDay } from '~/workflows/working-days';
import { createTestDatabase, type TestDatabase } from '../../database';
import {
  CaseWalk,
  type CaseWorld,
  getValue,
  makeCaseWorld,
  makeReviewer,
  municipalityA,
} from '../../factories/reviewed-case';

let test: TestDatabase;
let world: CaseWorld;
let walk: CaseWalk;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());
beforeEach(async () => {
  walk = await CaseWalk.begin(world);
  await walk.submit();
});

const at = ({ actor }: Acting): Acting => ({ actor, now: walk.now });
async function give(sender: Acting, to: Acting, municipalityCode = municipalityA) {
  const { version } = await walk.row();
  const chosen = [{ caseId: walk.caseId, version, municipalityCode, personId: to.actor.personId }];
  return (await assignCases(test.db, at(sender), chosen))[0]?.refusal?.code ?? 'ok';
}
const handler = async () => (await walk.row()).assigneeId;

describe('cases that are given to somebody', () => {
  it('are routed with the person named; given again while nobody has begun elsewhere', async () => {
    expect(await give(world.leadA, world.reviewerA)).toBe('ok');
    expect(await handler()).toBe(world.reviewerA.actor.personId);
    expect((await walk.row()).municipalityCode).toBe(municipalityA);
    expect(await give(world.leadA, world.leadA)).toBe('ok');
    expect(await handler()).toBe(world.leadA.actor.personId);
    expect(await give(world.leadB, world.reviewerB, world.leadB.actor.municipalityCode ?? '')).not.toBe('ok');
    const entries = await test.db.select({ action: log.action }).from(log).where(eq(log.subjectId, walk.caseId));
    expect(entries.filter(({ action }) => action === 'case.route')).toHaveLength(2);
  });

  it('are not given to somebody who reviews elsewhere, is away, or is partial, and each reason is told', async () => {
    expect(await give(world.coordinator, world.reviewerB)).toBe('assignee-not-there');
    expect(await give(world.coordinator, world.coordinator)).toBe('assignee-not-there');
    const today = copenhagenDay(walk.now);
    const away = await makeReviewer(test.db, 'reviewer', municipalityA);
    getValue(await addAbsence(test.db, at(away), { startsOn: today, endsOn: addDays(today, 3), substituteId: null }));
    expect(await give(world.coordinator, away)).toBe('assignee-away');
    const partial = await makeReviewer(test.db, 'reviewer', municipalityA);
    getValue(await declareConflict(test.db, at(partial), { supplierId: world.supplierId, reason: 'Min søster.' }));
    expect(await give(world.coordinator, partial)).toBe('assignee-conflict');
    expect(await handler()).toBeNull();
  });

  it('are not given to who belongs to the supplier, nor to the municipality that is the supplier', async () => {
    const { supplierId } = world;
    const both = await makeReviewer(test.db, 'reviewer', municipalityA);
    const [held] = await test.db.select().from(memberships).where(eq(memberships.personId, both.actor.personId));
    if (!held) throw new Error('A reviewer without a role.');
    const own = { id: crypto.randomUUID(), role: 'editor' as const, supplierId, municipalityCode: null };
    await test.db.insert(memberships).values({ ...held, ...own });
    expect(await give(world.coordinator, both)).toBe('assignee-own-organisation');
    const [supplier] = await test.db.select().from(suppliers).where(eq(suppliers.id, supplierId));
    const isA = eq(municipalities.code, municipalityA);
    const [before] = await test.db.select().from(municipalities).where(isA);
    await test.db
      .update(municipalities)
      .set({ cvr: supplier?.cvr ?? '' })
      .where(isA);
    expect(await give(world.coordinator, world.reviewerA)).toBe('assignee-own-organisation');
    await test.db
      .update(municipalities)
      .set({ cvr: before?.cvr ?? '' })
      .where(isA);
  });

  it('keep none of the others back, and are given once by who saw them as they are', async () => {
    const { version } = await walk.row();
    const other = await CaseWalk.begin(world);
    await other.submit();
    const to = { municipalityCode: municipalityA, personId: world.reviewerA.actor.personId };
    const chosen = [
      { caseId: other.caseId, version: 999, ...to },
      { caseId: walk.caseId, version, ...to },
    ];
    const results = await assignCases(test.db, at(world.coordinator), chosen);
    expect(results.map(({ refusal }) => refusal?.code ?? 'ok')).toEqual(['case-has-moved', 'ok']);
    const again = await Promise.all([1, 2].map(() => give(world.coordinator, world.leadA)));
    expect(again.sort()).toEqual(['case-has-moved', 'ok']);
    expect(await give(world.reviewerA, world.reviewerA)).not.toBe('ok');
  });
});
