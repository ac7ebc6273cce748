import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAbsence } from '~/db/absences';
import { findRouting } from '~/db/cases/routing';
import { verifyLog } from '~/db/log';
import { switchAutomaticRouting } from '~/db/portal-settings';
import { addRoutingRule, changeRoutingRule, listRoutingRules } from '~/db/routing-rules';
import { caseRoutings } from '~/db/schema';
import { copenhagenDay } from '~/workflows/day';
import { createTestDatabase, type TestDatabase } from '../../database';
import {
  CaseWalk,
  type CaseWorld,
  getValue,
  makeCaseWorld,
  municipalityA,
  municipalityB,
} from '../../factories/reviewed-case';

let test: TestDatabase;
let world: CaseWorld;
const anyone = {
  name: 'Alle efter tur',
  position: 2,
  way: 'least-loaded',
  sectionIds: [],
  municipalityCodes: [],
  mostOpen: null,
  toPerson: false,
};

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());

async function submitted(): Promise<CaseWalk> {
  const walk = await CaseWalk.begin(world);
  await walk.submit();
  return walk;
}

describe('automatic routing', () => {
  it('sends a submitted case on at once, with the rule, the person and nobody’s name in the log; once', async () => {
    const walk = await CaseWalk.begin(world);
    const named = {
      ...anyone,
      name: 'Til en sagsbehandler',
      position: 1,
      toPerson: true,
      municipalityCodes: [municipalityA],
    };
    const { id } = getValue(await addRoutingRule(test.db, world.coordinator, named));
    getValue(await switchAutomaticRouting(test.db, world.coordinator, { isAutomatic: true }));
    const both = await Promise.all([walk.trySubmit(), walk.trySubmit()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const row = await walk.row();
    expect(row).toMatchObject({
      state: 'review',
      municipalityCode: municipalityA,
      assigneeId: world.reviewerA.actor.personId,
    });
    const routings = await test.db.select().from(caseRoutings).where(eq(caseRoutings.caseId, walk.caseId));
    expect(routings).toMatchObject([{ ruleName: 'Til en sagsbehandler', isAutomatic: true }]);
    expect(await findRouting(test.db, { id: walk.caseId, municipalityCode: municipalityA })).toMatchObject({
      isAutomatic: true,
      person: world.reviewerA.actor.name,
    });
    // Whoever is away or barred is not named; a reviewer of another municipality may claim a section all the same.
    const today = copenhagenDay(walk.now);
    getValue(await addAbsence(test.db, world.reviewerA, { startsOn: today, endsOn: today, substituteId: null }));
    const other = await CaseWalk.begin(world);
    await other.submit();
    expect((await other.row()).assigneeId).not.toBe(world.reviewerA.actor.personId);
    expect((await walk.send(world.reviewerB, { type: 'claim', sectionId: 'first' })).state).toBe('review');
    const end = { ...named, id, expectedVersion: 1, end: true };
    getValue(await changeRoutingRule(test.db, world.coordinator, end));
    expect(await verifyLog(test.db)).toMatchObject({ problem: null });
  });

  it('leaves a case to the coordinator where no rule fits, and all where it is switched off', async () => {
    const rules = await listRoutingRules(test.db);
    for (const { id, version, ...rule } of rules) {
      getValue(
        await changeRoutingRule(test.db, world.coordinator, { ...rule, id, expectedVersion: version, end: true }),
      );
    }
    const unrouted = await submitted();
    expect((await unrouted.row()).state).toBe('screening');
    getValue(await addRoutingRule(test.db, world.coordinator, anyone));
    getValue(await switchAutomaticRouting(test.db, world.coordinator, { isAutomatic: false }));
    expect((await (await submitted()).row()).state).toBe('screening');
    expect(await switchAutomaticRouting(test.db, world.leadA, { isAutomatic: true })).toMatchObject({
      refusal: { code: 'role-required' },
    });
  });

  it('is undone by the coordinator until somebody has claimed a section', async () => {
    const walk = await submitted();
    const to = (municipalityCode: string) => ({ type: 'route' as const, municipalityCode, note: '' });
    await walk.send(world.coordinator, to(municipalityA));
    expect(await walk.trySend(world.leadB, to(municipalityB))).toMatchObject({
      refusal: { code: 'not-responsible-municipality' },
    });
    await walk.send(world.coordinator, to(municipalityB));
    expect((await walk.row()).municipalityCode).toBe(municipalityB);
    await walk.send(world.reviewerB, { type: 'claim', sectionId: 'first' });
    expect(await walk.trySend(world.coordinator, to(municipalityA))).toMatchObject({
      refusal: { code: 'review-has-begun' },
    });
  });
});
