import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAbsence } from '~/db/absences';
import { findRouting, planRoutings, routeByRules, routeCases } from '~/db/cases/routing';
import { declareConflict } from '~/db/conflicts';
import { verifyLog } from '~/db/log';
import { switchAutomaticRouting } from '~/db/portal-settings';
import { addRoutingRule, changeRoutingRule, listRoutingRules } from '~/db/routing-rules';
import { cases } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
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
  getValue(await switchAutomaticRouting(test.db, world.coordinator, { isAutomatic: false }));
});
afterAll(() => test.drop());

async function submitted(): Promise<CaseWalk> {
  const walk = await CaseWalk.begin(world);
  await walk.submit();
  return walk;
}

const later = (acting: Acting): Acting => ({ ...acting, now: new Date(acting.now.getTime() + 3_600_000) });

describe('rules', () => {
  it('are the coordinator’s, whole, and change from a screen that is up to date', async () => {
    expect(await addRoutingRule(test.db, world.leadA, anyone)).toMatchObject({ refusal: { code: 'role-required' } });
    const nobodys = await addRoutingRule(test.db, world.coordinator, { ...anyone, municipalityCodes: ['9999'] });
    expect(nobodys).toMatchObject({ refusal: { code: 'municipality-unknown' } });
    const nameless = await addRoutingRule(test.db, world.coordinator, { ...anyone, name: ' ' });
    expect(nameless).toMatchObject({ refusal: { code: 'rule-name-needed' } });
    const unlimited = await addRoutingRule(test.db, world.coordinator, { ...anyone, mostOpen: 0 });
    expect(unlimited).toMatchObject({ refusal: { code: 'rule-limit-wrong' } });
    const { id } = getValue(await addRoutingRule(test.db, world.coordinator, anyone));
    const change = { ...anyone, id, expectedVersion: 1, end: false, name: 'Efter tur' };
    getValue(await changeRoutingRule(test.db, world.coordinator, change));
    const stale = await changeRoutingRule(test.db, world.coordinator, change);
    expect(stale).toMatchObject({ refusal: { code: 'rule-has-moved' } });
    expect(await listRoutingRules(test.db)).toMatchObject([{ name: 'Efter tur', version: 2 }]);
  });
});

describe('waiting cases', () => {
  it('are planned without being touched, spread over the municipalities, and routed with the rule that chose', async () => {
    const walks = [await submitted(), await submitted()];
    const plan = await planRoutings(test.db, world.coordinator.now);
    expect(plan.map(({ caseId }) => caseId).sort()).toEqual(walks.map(({ caseId }) => caseId).sort());
    expect(plan.map(({ routing }) => routing?.municipalityCode).sort()).toEqual([municipalityA, municipalityB]);
    expect(await Promise.all(walks.map(async (walk) => (await walk.row()).municipalityCode))).toEqual([null, null]);
    const seen = plan.map(({ caseId, version, routing }) => ({
      caseId,
      version,
      municipalityCode: routing?.municipalityCode ?? '',
    }));
    const [first, second] = seen;
    if (!first || !second) throw new Error('Two cases wait.');
    const results = await routeByRules(test.db, later(world.coordinator), [
      first,
      { ...second, version: second.version - 1 },
    ]);
    expect(results).toMatchObject([{ refusal: null }, { refusal: { code: 'case-has-moved' } }]);
    expect(await findRouting(test.db, { id: first.caseId, municipalityCode: first.municipalityCode })).toMatchObject({
      ruleName: 'Efter tur',
      reason: { way: 'least-loaded', candidates: 2 },
    });
    // Nobody’s rule speaks for a case that somebody sent elsewhere.
    expect(await findRouting(test.db, { id: first.caseId, municipalityCode: '0999' })).toBeUndefined();
    const elsewhere = first.municipalityCode;
    const stale = await routeByRules(test.db, later(world.coordinator), [{ ...second, municipalityCode: elsewhere }]);
    expect(stale).toMatchObject([{ refusal: { code: 'rule-no-longer-fits' } }]);
    expect(await verifyLog(test.db)).toMatchObject({ problem: null });
  });

  it('never go where every lead reviewer is barred or away', async () => {
    const walk = await submitted();
    getValue(await declareConflict(test.db, world.leadB, { supplierId: world.supplierId, reason: 'Bror.' }));
    const today = copenhagenDay(world.coordinator.now);
    const choice = async () => (await planRoutings(test.db, world.coordinator.now, [walk.caseId]))[0]?.routing;
    expect((await choice())?.municipalityCode).toBe(municipalityA);
    getValue(await addAbsence(test.db, world.leadA, { startsOn: today, endsOn: today, substituteId: null }));
    expect((await choice())?.municipalityCode).toBe(municipalityA);
    getValue(await addAbsence(test.db, world.leadC, { startsOn: today, endsOn: today, substituteId: null }));
    expect(await choice()).toBeNull();
  });

  it('are routed once, however many route them', async () => {
    const walk = await submitted();
    const { version } = await walk.row();
    const chosen = [{ caseId: walk.caseId, version, municipalityCode: municipalityA }];
    const results = await Promise.all([1, 2, 3].map(() => routeCases(test.db, later(world.coordinator), chosen)));
    const codes = results.flat().map(({ refusal }) => refusal?.code ?? 'routed');
    expect(codes.sort()).toEqual(['case-has-moved', 'case-has-moved', 'routed']);
    const [row] = await test.db.select().from(cases).where(eq(cases.id, walk.caseId));
    expect(row).toMatchObject({ version: version + 1, municipalityCode: municipalityA });
    const own = await routeCases(test.db, world.leadB, [{ ...(chosen[0] ?? never()), version: version + 1 }]);
    expect(own[0]?.refusal).not.toBeNull();
  });
});

function never(): never {
  throw new Error('One case was chosen.');
}
