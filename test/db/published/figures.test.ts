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
import { publicAttestations, publicProducts } from '~/db/schema';
import { fakeContext } from '~/test/app/context';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { level } from '~/test/factories/decided-product';
import { publishOn } from '~/test/factories/publish';
import { insertMarket, marketDay } from '~/test/factories/published-market';
import { copenhagenDay } from '~/workflows/day';
import { smallUpTo } from '~/workflows/figures';
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

const isReady = ({ level: given }: Row) => given === 'in_production' || given === 'ready';

it('every figure of the page follows from the files of the dump', async () => {
  await writeDump(database.sql, folder, { now: now(), licence: { name: '', url: '', attribution: '' } });
  const read = async (name: string): Promise<Row[]> =>
    parse(gunzipSync(await readFile(path.join(folder, `${name}.csv.gz`))).toString(), { columns: true });
  const request = new Request('http://localhost:3000/statistics');
  const context = fakeContext({ db: database.db, now });
  const { figures, more, groups } = await statistics.loader({ request, params: {}, context });
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
