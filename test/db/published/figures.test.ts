import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as interfacesApi from '~/app/routes/api/interfaces';
import * as interfaceGroup from '~/app/routes/public/interface-group';
import * as statistics from '~/app/routes/public/statistics';
import { endPublication } from '~/db/publication';
import { writeDump } from '~/db/published/dump';
import { publicAttestations, publicProducts, publicReviewClock } from '~/db/schema';
import { fakeContext } from '~/test/app/context';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { about, level } from '~/test/factories/decided-product';
import { publishOn } from '~/test/factories/publish';
import { insertMarket, marketDay } from '~/test/factories/published-market';
import { copenhagenDay } from '~/workflows/day';
import { smallUpTo } from '~/workflows/figures';
import { graceDays } from '~/workflows/forecast';
import { computeReviewClock } from '~/workflows/review-clock';
import { supportLevels } from '~/workflows/words';

type Row = Record<string, string>;

let database: TestDatabase;
let folder: string;
const now = () => new Date(`${marketDay}T10:00:00Z`);

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'figures-'));
  await insertMarket(database.db);
  const gone = await publishOn(database.db, { name: 'Borte' }, new Date('2025-12-10T10:00:00Z'));
  const { declarationId } = gone;
  await database.db.transaction((tx) =>
    endPublication(tx, { declarationId, because: 'revoked', now: new Date('2026-04-10T10:00:00Z') }),
  );
  const answers = [level('SF1500', 'ready', { evidence: [{ validTo: '2026-11-01' }] }), level('SF1501', 'ready')];
  await publishOn(database.db, { name: 'Ny', answers }, new Date('2026-02-10T10:00:00Z'));
  // One attestation that holds and one that has run out, each of documented support.
  const documented = [level('SF1501', 'in_production', { evidence: [{ url: 'https://example.org/2' }] })];
  await publishOn(database.db, { name: 'Udløbet', answers: documented }, new Date('2026-03-10T10:00:00Z'));
  // A date that is kept, one that is missed, and one to come, of a supplier of its own.
  const supplier = { name: 'Plan ApS', cvr: '11112222' };
  const planned = (interfaceId: string, day: string) => [
    level(interfaceId, 'planned'),
    about(interfaceId, 'if-planned-date', day, { type: 'date' as const }),
  ];
  const first = [...planned('SF1500', '2026-04-01'), ...planned('SF1501', '2026-05-01')];
  const plan = await publishOn(
    database.db,
    { name: 'Plan', supplier, answers: first },
    new Date('2026-01-10T10:00:00Z'),
  );
  const then = [level('SF1500', 'ready'), ...planned('SF1501', '2027-03-01')];
  await publishOn(
    database.db,
    { name: 'Plan', supplier, answers: then, after: plan },
    new Date('2026-04-20T10:00:00Z'),
  );
  await database.db.insert(publicReviewClock).values({ id: randomUUID(), clock, computedAt: now() });
  await attest('Ældreomsorg', 'SF1500', '2027-05-01');
  await attest('Udløbet', 'SF1501', '2026-11-23');
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function attest(name: string, interfaceId: string, validTo: string): Promise<void> {
  const [product] = await database.db.select().from(publicProducts).where(eq(publicProducts.name, name));
  if (!product) throw new Error(`${name} is published.`);
  await database.db.insert(publicAttestations).values({
    municipalityCode: '0101',
    sinceOn: '2025-03-01',
    attestationId: randomUUID(),
    productId: product.productId,
    productSlug: product.slug,
    interfaceId,
    confirmedOn: '2026-05-01',
    validTo,
  });
}

const clock = computeReviewClock(
  Array.from({ length: 7 }, (_, index) => {
    const [caseId, day] = [String(index), 86_400_000];
    const submitted = Date.parse('2026-01-01T10:00:00Z') + index * day;
    return [
      { caseId, from: 'draft' as const, to: 'screening' as const, at: submitted },
      { caseId, from: 'screening' as const, to: 'review' as const, at: submitted + (index + 1) * day },
      { caseId, from: 'review' as const, to: 'decision' as const, at: submitted + (index + 9) * day },
      { caseId, from: 'decision' as const, to: 'approved' as const, at: submitted + (index + 11) * day },
    ];
  }).flat(),
  23,
);

const isReady = ({ level: given }: Row) => given === 'in_production' || given === 'ready';

it('every figure of the page follows from the files of the dump', async () => {
  await writeDump(database.sql, folder, { now: now(), licence: { name: '', url: '', attribution: '' } });
  const read = async (name: string): Promise<Row[]> =>
    parse(gunzipSync(await readFile(path.join(folder, `${name}.csv.gz`))).toString(), { columns: true });
  const request = new Request('http://localhost:3000/statistics');
  const context = fakeContext({ db: database.db, now });
  const { figures, more, groups, reviewClock } = await statistics.loader({ request, params: {}, context });
  const [products, support, history, answers, attestations] = await Promise.all(
    ['products', 'support', 'support-history', 'answers-about-interfaces', 'attestations'].map(read),
  );
  if (!products || !support || !history || !answers || !attestations) throw new Error('A file is missing.');

  expect(figures).toEqual({
    products: products.length,
    suppliers: new Set(products.map(({ supplier }) => supplier)).size,
    supportedInterfaces: new Set(support.filter(isReady).map((row) => row.interface)).size,
    approvals: support.length,
  });

  // The review times, each as the page has it.
  const times = await read('review-times');
  const shownTimes = [
    ...(reviewClock?.clock.states ?? []),
    {
      state: 'submission-to-decision',
      stays: reviewClock?.clock.decisions,
      medianDays: reviewClock?.clock.wholeMedianDays,
      percentile90Days: reviewClock?.clock.wholePercentile90Days,
    },
  ];
  const written = (value: string | number | null | undefined) => String(value ?? '');
  expect(times).toEqual(
    shownTimes.map(({ state, stays, medianDays, percentile90Days }) => ({
      state,
      stays: written(stays),
      median_days: written(medianDays),
      percentile_90_days: written(percentile90Days),
      period_days: written(reviewClock?.clock.periodDays),
      waiting: written(reviewClock?.clock.queue),
      computed_at: now().toISOString(),
    })),
  );
  expect(times.at(-1)).toMatchObject({ stays: '7', median_days: '14', waiting: '20' });

  // The forecast of each group: what is ready, and each date weighed by its supplier's record.
  const viewedDay = { kind: 'future' as const, day: '2027-06-01' };
  const { forecasts } = await statistics.loader({ request, params: {}, context: { ...context, viewedDay } });
  const dates = await read('planned-dates');
  const daysAfter = (row: Row) =>
    (Date.parse(row.ready_on || marketDay) - Date.parse(row.planned_on ?? '')) / 86_400_000;
  const isKept = (row: Row) =>
    row.ready_on === '' ? (daysAfter(row) > graceDays ? false : null) : daysAfter(row) <= graceDays;
  const weightOfSupplier = (supplier: string | undefined): number => {
    const known = dates.filter((row) => row.supplier === supplier).flatMap((row) => isKept(row) ?? []);
    return (known.filter(Boolean).length + 1) / (known.length + 2);
  };
  const supplierOf = new Map(products.map(({ id, supplier }) => [id, supplier]));
  for (const { id, ready, planned, expected } of forecasts?.groups ?? []) {
    const ofGroup = support.filter((row) => row.group === id);
    const due = ofGroup.filter(
      (row) =>
        (row.level === 'planned' || row.level === 'in_development') &&
        (row.planned_on ?? '') >= marketDay &&
        (row.planned_on ?? '') <= viewedDay.day,
    );
    expect([ready, planned]).toEqual([ofGroup.filter(isReady).length, due.length]);
    const weights = due.map(({ product }) => weightOfSupplier(supplierOf.get(product)));
    expect(expected).toBeCloseTo(ready + weights.reduce((sum, weight) => sum + weight, 0));
  }
  expect(dates.filter(({ supplier }) => supplier === 'plan-aps').map(isKept)).toEqual([true, false, null]);
  expect(weightOfSupplier('plan-aps')).toBe(0.5);
  expect(forecasts?.groups.some(({ planned }) => planned > 0)).toBe(true);

  // The answers of each interface and group by level: the page of figures, the group's own page and the API.
  const byLevel = (rows: Row[]) =>
    Object.fromEntries(supportLevels.map((each) => [each, rows.filter((row) => row.level === each).length]));
  const { data: listed } = await (await interfacesApi.loader({ request, params: {}, context })).json();
  expect(groups.map(({ id }) => id).sort()).toEqual([...new Set(support.map(({ group }) => group))].sort());
  for (const group of groups) {
    const ofGroup = byLevel(support.filter((row) => row.group === group.id));
    expect(group.levels).toEqual(ofGroup);
    const page = await interfaceGroup.loader({ request, params: { id: group.id }, context });
    expect(page.group.levels).toEqual(ofGroup);
    expect(page.curves?.curves).toEqual(more.curves.find(({ id }) => id === group.id));
    for (const { id, levels } of group.interfaces) {
      const ofInterface = byLevel(support.filter((row) => row.interface === id));
      expect(levels).toEqual(ofInterface);
      expect(listed.find((each: { id: string }) => each.id === id).products).toEqual(ofInterface);
    }
  }

  // The curve: what was public at the end of a day.
  const on = (day: string) =>
    history.filter(
      (row) =>
        isReady(row) &&
        copenhagenDay(new Date(row.from_at ?? '')) <= day &&
        (row.to_at === '' || copenhagenDay(new Date(row.to_at ?? '')) > day),
    );
  const count = (rows: Row[]) => new Set(rows.map(({ product }) => product)).size;
  expect(more.days.length).toBeGreaterThan(10);
  expect(more.curves.length).toBeGreaterThan(1);
  for (const group of more.curves) {
    for (const { day, products: shown } of group.points) {
      expect(shown).toBe(count(on(day).filter((row) => row.group === group.id)));
    }
    for (const { id, points } of group.interfaces) {
      for (const { day, products: shown } of points) {
        expect(shown).toBe(count(on(day).filter((row) => row.interface === id)));
      }
    }
  }
  const organisation = more.curves.find(({ id }) => id === 'organisation');
  expect(new Set(organisation?.points.map(({ products: shown }) => shown)).size).toBeGreaterThan(2);

  // Rungs: by evidence that is valid, and by attestations that hold.
  const rungs: Record<string, number> = {};
  for (const row of support.filter(isReady)) {
    const isOfRow = (each: Row) => each.product === row.product && each.interface === row.interface;
    const evidence = answers
      .filter(isOfRow)
      .flatMap((each): { validTo: string | null }[] => JSON.parse(each.evidence ?? '[]'));
    const isDocumented = evidence.some(({ validTo }) => validTo === null || validTo >= marketDay);
    const isUsed = attestations.some(
      (each) => isOfRow(each) && (each.confirmed_on ?? '') <= marketDay && (each.valid_to ?? '') >= marketDay,
    );
    const rung = !isDocumented ? 'claimed' : isUsed ? 'in-use' : 'reviewed';
    rungs[rung] = (rungs[rung] ?? 0) + 1;
  }
  expect(more.rungs).toEqual(rungs);
  expect(Object.keys(rungs).sort()).toEqual(['claimed', 'in-use', 'reviewed']);

  // Coverage: small by the municipalities that are named.
  const expected = new Map<string, { products: number; covered: number; interfaces: number }>();
  for (const product of products) {
    const own = support.filter((row) => row.product === product.id);
    const named = new Set(own.flatMap(({ municipalities = '' }) => municipalities.split('; ').filter(Boolean)));
    const key = `${product.type} ${named.size <= smallUpTo}`;
    const before = expected.get(key) ?? { products: 0, covered: 0, interfaces: 0 };
    const ready = own.filter(isReady).length;
    expected.set(key, {
      products: before.products + 1,
      covered: before.covered + (ready > 0 ? 1 : 0),
      interfaces: before.interfaces + ready,
    });
  }
  const shown = more.coverage.map(({ type, isSmall, ...counts }) => [`${type} ${isSmall}`, counts] as const);
  expect(new Map(shown)).toEqual(expected);
});
