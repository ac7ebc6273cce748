import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAbsence } from '~/db/absences';
import { findMunicipalityPage, listMunicipalityRows, type MunicipalityQuery } from '~/db/municipality-overview';
import { addRoutingRule } from '~/db/routing-rules';
import { addDays, copenhagenDay } from '~/workflows/working-days';
import { createTestDatabase, type TestDatabase } from '../database';
import {
  CaseWalk,
  type CaseWorld,
  getValue,
  makeCaseWorld,
  makeReviewer,
  municipalityA,
} from '../factories/reviewed-case';

let test: TestDatabase;
let world: CaseWorld;
let today: string;
let walk: CaseWalk;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
  today = copenhagenDay(world.coordinator.now);
  walk = await CaseWalk.begin(world);
  await walk.submit();
  await walk.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
});
afterAll(() => test.drop());

const usual: MunicipalityQuery = { search: '', sort: 'name', direction: 'ascending', page: 1 };
/** Of all pages. */
async function list(change: Partial<MunicipalityQuery> = {}) {
  const first = await listMunicipalityRows(test.db, today, { ...usual, ...change });
  const rows = [...first.rows];
  for (let page = 2; page <= first.pages; page += 1) {
    rows.push(...(await listMunicipalityRows(test.db, today, { ...usual, ...change, page })).rows);
  }
  expect(rows).toHaveLength(first.total);
  return rows;
}
const townA = async () => (await list()).find(({ code }) => code === municipalityA);

describe('a municipality as one that reviews', () => {
  it('has its people by role, its lead reviewers, its open cases', async () => {
    const row = await townA();
    expect(row).toMatchObject({ openCases: 1, deciding: expect.stringMatching(/alone|with-others/) });
    expect(row?.byRole.reviewer).toBeGreaterThan(0);
    expect(row?.leads).toContain(world.leadA.actor.name);
    const page = await findMunicipalityPage(test.db, today, municipalityA);
    expect(page?.cases).toMatchObject([{ id: walk.caseId, isOpen: true, state: 'review' }]);
    expect(page?.who.map(({ id }) => id)).toContain(world.reviewerA.actor.personId);
    expect(page?.who.length).toBe(row?.people);
    expect(await findMunicipalityPage(test.db, today, '9999')).toBeUndefined();
  });

  it('is named by rules, or meant by those that name none; a rule for others is not its own', async () => {
    const rule = { sectionIds: [], way: 'least-loaded', mostOpen: null, toPerson: false };
    const others = (await list()).filter(({ code, deciding }) => code !== municipalityA && deciding !== 'nobody');
    const [other] = others;
    if (!other) throw new Error('No other municipality reviews.');
    const add = async (name: string, position: number, municipalityCodes: string[]) =>
      getValue(await addRoutingRule(test.db, world.coordinator, { ...rule, name, position, municipalityCodes }));
    await add('A alene', 1, [municipalityA]);
    await add('Alle', 2, []);
    await add('En anden', 3, [other.code]);
    expect((await townA())?.rules).toEqual(['A alene', 'Alle']);
    const nobody = (await list()).find(({ deciding }) => deciding === 'nobody');
    if (nobody) expect(nobody.rules).toEqual([]);
  });

  it('cannot decide while every lead reviewer is away, and says when the first is back', async () => {
    const leads = (await findMunicipalityPage(test.db, today, municipalityA))?.who.filter(({ roles }) =>
      roles.includes('lead-reviewer'),
    );
    for (const [index, { id: personId }] of (leads ?? []).entries()) {
      const acting = { ...world.leadA, actor: { ...world.leadA.actor, personId } };
      const away = { startsOn: today, endsOn: addDays(today, 7 + index), substituteId: null };
      getValue(await addAbsence(test.db, acting, away));
    }
    expect(await townA()).toMatchObject({ deciding: 'leads-away', backOn: addDays(today, 7) });
    await makeReviewer(test.db, 'lead-reviewer', municipalityA);
    expect(await townA()).toMatchObject({ deciding: 'with-others', backOn: null });
  });
});

describe('the list', () => {
  it('is searched by name, code, region and lead reviewer', async () => {
    const all = await list();
    const a = all.find(({ code }) => code === municipalityA);
    if (!a) throw new Error('Municipality A is not there.');
    expect((await list({ search: a.name.toUpperCase() })).map(({ code }) => code)).toContain(municipalityA);
    expect((await list({ search: municipalityA })).map(({ code }) => code)).toEqual([municipalityA]);
    expect((await list({ search: world.leadA.actor.name })).map(({ code }) => code)).toContain(municipalityA);
    expect(await list({ search: 'findes ikke' })).toEqual([]);
    const region = await list({ search: a.region });
    expect(region.every((row) => row.region === a.region)).toBe(true);
  });

  it('is sorted both ways, by name where two are equal', async () => {
    const [first] = await list({ sort: 'cases', direction: 'descending' });
    expect(first?.code).toBe(municipalityA);
    expect((await list({ sort: 'cases' })).at(-1)?.code).toBe(municipalityA);
    const names = (await list({ sort: 'name' })).map(({ name }) => name);
    expect((await list({ sort: 'name', direction: 'descending' })).map(({ name }) => name)).toEqual(
      [...names].reverse(),
    );
    const counts = (await list({ sort: 'people', direction: 'descending' })).map(({ people }) => people);
    expect(counts).toEqual([...counts].sort((one, two) => two - one));
  });
});
