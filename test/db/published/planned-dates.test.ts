import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiAnswers } from '~/app/api/schemas';
import * as interfaceApi from '~/app/routes/api/interface';
import * as groupApi from '~/app/routes/api/interface-group';
import * as productApi from '~/app/routes/api/product';
import * as supplierApi from '~/app/routes/api/supplier';
import * as interfaceRoute from '~/app/routes/public/interface';
import * as supplierRoute from '~/app/routes/public/supplier';
import { listPlannedDates, listPlans } from '~/db/published/planned-dates';
import { fakeContext } from '~/test/app/context';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { about, insertSmallCatalogue, level } from '~/test/factories/decided-product';
import { publishOn } from '~/test/factories/publish';

let database: TestDatabase;
const at = (day: string) => new Date(`${day}T10:00:00Z`);
const planned = (interfaceId: string, day: string) => [
  level(interfaceId, 'planned'),
  about(interfaceId, 'if-planned-date', day, { type: 'date' as const }),
];

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  await insertSmallCatalogue(db);
  const answers = [...planned('SF1500', '2026-03-01'), ...planned('SF1501', '2026-04-01')];
  const first = await publishOn(db, { name: 'Alfa', answers }, at('2026-01-10'));
  // One was there in time, the other is moved, which makes two dates of it.
  const now = [level('SF1500', 'ready'), ...planned('SF1501', '2027-02-01')];
  await publishOn(db, { name: 'Alfa', answers: now, after: first }, at('2026-03-20'));
  const supplier = { name: 'Nyt ApS', cvr: '11112222' };
  await publishOn(db, { name: 'Beta', supplier, answers: planned('SF1501', '2027-03-01') }, at('2026-05-01'));
  const late = { name: 'Sen ApS', cvr: '33334444' };
  await publishOn(db, { name: 'Sen', supplier: late, answers: planned('SF1501', '2026-10-01') }, at('2026-05-01'));
});
afterAll(() => database.drop());

it('every planned date that was published counts once, with the day on which it was there', async () => {
  const dates = await listPlannedDates(database.db, ['omsorg-a-s']);
  expect(
    dates.map(({ interfaceId, statedOn, plannedOn, readyOn }) => [interfaceId, statedOn, plannedOn, readyOn]),
  ).toEqual([
    ['SF1500', '2026-01-10', '2026-03-01', '2026-03-20'],
    ['SF1501', '2026-01-10', '2026-04-01', null],
    ['SF1501', '2026-03-20', '2027-02-01', null],
  ]);
  expect(dates[0]).toMatchObject({ supplierSlug: 'omsorg-a-s', slug: 'alfa', name: 'Alfa' });
  expect(await listPlannedDates(database.db, null)).toHaveLength(5);
  expect(await listPlannedDates(database.db, [])).toEqual([]);
  const [plan] = await listPlans(database.db, { interfaceId: 'SF1501' });
  expect(plan?.interfaceName.da).toMatch(/[a-zæøå]{3}/);
  expect((await listPlans(database.db, { interfaceId: 'SF1501' })).map(({ slug }) => slug)).toEqual([
    'sen',
    'alfa',
    'beta',
  ]);
});

it('the page of an interface shows the arithmetic on a coming day, and none today', async () => {
  const open = (viewedDay: { kind: 'future'; day: string } | null) =>
    interfaceRoute.loader({
      request: new Request('http://localhost:3000/interfaces/SF1501'),
      params: { id: 'SF1501' },
      context: { ...fakeContext({ db: database.db, now: () => at('2026-11-24') }), viewedDay },
    });
  expect((await open(null)).forecast).toBe(null);
  const { forecast } = await open({ kind: 'future', day: '2027-02-15' });
  // Omsorg kept one of two: (1 + 1) / (2 + 2). Beta's date is later, and the third one's has passed.
  expect(forecast).toMatchObject({ ready: 0, planned: 1, expectedOfPlanned: 0.5, expected: 0.5 });
  expect(
    forecast?.plans.map(({ slug, record, weight, state }) => [slug, record.kept, record.known, weight, state]),
  ).toEqual([
    ['sen', 0, 0, 0.5, 'overdue'],
    ['alfa', 1, 2, 0.5, 'due'],
    ['beta', 0, 0, 0.5, 'later'],
  ]);
});

it('the page of a supplier shows each date with what became of it, and the record that they make', async () => {
  const open = async (day: string) => {
    const args = {
      request: new Request('http://localhost:3000/suppliers/omsorg-a-s'),
      params: { slug: 'omsorg-a-s' },
      context: fakeContext({ db: database.db, now: () => at(day) }),
    };
    const { planned: shown } = await supplierRoute.loader(args);
    return [shown.record, ...shown.dates.map(({ plannedOn, outcome }) => [plannedOn, outcome])];
  };
  expect(await open('2026-11-24')).toEqual([
    { kept: 1, known: 2 },
    ['2027-02-01', 'open'],
    ['2026-04-01', 'missed'],
    ['2026-03-01', 'kept'],
  ]);
  // The time of grace of the second one runs.
  expect((await open('2026-05-31'))[0]).toEqual({ kept: 1, known: 1 });
});

it('the API has the same beside today’s facts, of an interface, a product and a supplier', async () => {
  const ask = async (route: typeof interfaceApi, id: string, viewedDay: { kind: 'future'; day: string } | null) => {
    const context = { ...fakeContext({ db: database.db, now: () => at('2026-11-24') }), viewedDay };
    const request = new Request('http://localhost:3000/api');
    return (await route.loader({ request, params: { id }, context })).json();
  };
  const day = { kind: 'future' as const, day: '2027-02-15' };
  const { forecast } = apiAnswers.interface.parse(await ask(interfaceApi, 'SF1501', day));
  expect(forecast).toMatchObject({ on: '2027-02-15', ready: 0, planned: 1, expected: 0.5 });
  expect(forecast?.plans[1]).toMatchObject({ product: { id: 'alfa' }, record: { kept: 1, known: 2 }, weight: 0.5 });
  expect(apiAnswers.product.parse(await ask(productApi, 'alfa', day)).forecast).toMatchObject({
    ready: 1,
    expected: 1.5,
  });
  expect(apiAnswers.supplier.parse(await ask(supplierApi, 'omsorg-a-s', day)).forecast?.expected).toBe(1.5);
  const ofGroup = apiAnswers['interface-group'].parse(await ask(groupApi, 'organisation', day));
  // All three dates are of the group, and only Alfa's is due.
  expect(ofGroup.forecast).toMatchObject({ ready: 1, planned: 1, expected: 1.5, plans: [{}, {}, {}] });
  expect(await ask(interfaceApi, 'SF1501', null)).not.toHaveProperty('forecast');
});
