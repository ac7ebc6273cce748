import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countFacets } from '~/db/published/facets';
import { countLevelsByInterface, listSupporters } from '~/db/published/interfaces';
import { countKeyFigures } from '~/db/published/key-figures';
import { findProductIds, loadMarket } from '~/db/published/market';
import { findMunicipalityView, listMunicipalityViews, listUseIn } from '~/db/published/municipalities';
import { findPublishedProduct, listPublishedProducts, listPublishedProductsAfter } from '~/db/published/products';
import { resolveSearch } from '~/db/published/search';
import { findPublishedSupplier, listPublishedSuppliers, listPublishedSuppliersAfter } from '~/db/published/suppliers';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { insertMarket, insertSecrets, marketDay as today } from '~/test/factories/published-market';
import { selectProducts, sortProducts } from '~/workflows/market-selection';
import { noFilters, type ProductFilters, productSorts } from '~/workflows/product-query';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertMarket(database.db);
});
afterAll(() => database.drop());

async function names(filters: Partial<ProductFilters>, sort?: (typeof productSorts)[number]) {
  const { products, total } = await listPublishedProducts(database.db, { ...noFilters, ...filters }, { sort, today });
  expect(total).toBe(products.length);
  expect(await marketNames({ ...noFilters, ...filters }, sort)).toEqual(products.map(({ name }) => name));
  return products.map(({ name }) => name);
}

/** What pages find in what they keep in memory: the same as the database, in every test of this file. */
async function marketNames(filters: ProductFilters, sort?: (typeof productSorts)[number]) {
  const { db } = database;
  const found = filters.q === '' ? null : await findProductIds(db, (await resolveSearch(db, filters.q)).clauses, today);
  return sortProducts(selectProducts(await loadMarket(db, today), filters, found), sort ?? 'name').map(
    ({ name }) => name,
  );
}

describe('search', () => {
  it.each([
    ['SF1500', ['Ældreomsorg']],
    ['organisation', ['Zebra', 'Ældreomsorg']],
    ['ORGANISATION omsorg', ['Zebra', 'Ældreomsorg']],
    ['aeldre', ['Ældreomsorg']],
    ['aalborg', ['Aktindsigt 100 %']],
    ['12345678', ['Zebra', 'Ældreomsorg']],
    ['sundhedsindsats', ['Ældreomsorg']],
    ['100 %', ['Aktindsigt 100 %']],
    ['organisationernes', ['Zebra', 'Ældreomsorg']],
    ['orgnisation', ['Zebra', 'Ældreomsorg']],
    ['aktindsikt', ['Aktindsigt 100 %']],
    ['organisation -zebra', ['Ældreomsorg']],
    ['zebra ELLER aktindsigt', ['Aktindsigt 100 %', 'Zebra']],
    ['IKKE organisation', ['Aktindsigt 100 %']],
    ['"omsorg a/s" zebra', ['Zebra']],
    ['xyzzyplugh', []],
    ['%', ['Aktindsigt 100 %']],
    ['_', []],
    ['\\', []],
    ["'; drop table", []],
    ['   ', ['Aktindsigt 100 %', 'Zebra', 'Ældreomsorg']],
  ])('finds %j', async (q, expected) => {
    expect(await names({ q })).toEqual(expected);
  });
});

describe('filters', () => {
  it.each<[Partial<ProductFilters>, string[]]>([
    [{ interface: ['SF1500'] }, ['Ældreomsorg']],
    [{ interface: ['SF1500'], level: ['not_relevant'] }, ['Aktindsigt 100 %']],
    [{ interface: ['SF1470'] }, ['Aktindsigt 100 %', 'Ældreomsorg']],
    [{ interface: ['SF1470', 'SF1500'] }, ['Ældreomsorg']],
    [{ level: ['via_other'] }, ['Zebra']],
    [{ group: ['organisation'] }, ['Zebra', 'Ældreomsorg']],
    [{ supplier: ['aalborg-data-aps'] }, []],
    [{ type: ['esdh', 'selvbetjening'] }, ['Aktindsigt 100 %', 'Zebra']],
    [{ kle: ['28'] }, ['Aktindsigt 100 %', 'Zebra']],
    [{ since: '2026-10-02' }, ['Aktindsigt 100 %']],
    [{ interface: ['SF1470', 'SF1500'], match: 'any' }, ['Aktindsigt 100 %', 'Ældreomsorg']],
    [{ interface: ['SF1470', '-SF1500'] }, ['Aktindsigt 100 %']],
    [{ supplier: ['-omsorg-a-s'] }, ['Aktindsigt 100 %']],
    [{ type: ['-esdh'] }, ['Zebra', 'Ældreomsorg']],
    [{ rung: ['reviewed'] }, ['Ældreomsorg']],
    [{ rung: ['claimed'] }, ['Aktindsigt 100 %', 'Zebra', 'Ældreomsorg']],
    [{ rung: ['in-use'] }, []],
    [{ municipality: ['0851'] }, ['Ældreomsorg']],
    [{ municipality: ['0751'] }, []],
    [{ municipality: ['-0851'] }, ['Aktindsigt 100 %', 'Zebra']],
    [{ fresh: '30' }, ['Aktindsigt 100 %']],
    [{ fresh: '365' }, ['Aktindsigt 100 %', 'Ældreomsorg']],
    [{ version: ['9'] }, []],
    [{ interface: ['nothing'] }, []],
  ])('%j', async (filters, expected) => {
    expect(await names(filters)).toEqual(expected);
  });

  it('sorts by what is allowed, in Danish', async () => {
    expect(await names({}, 'name')).toEqual(['Aktindsigt 100 %', 'Zebra', 'Ældreomsorg']);
    expect(await names({}, 'newest')).toEqual(['Aktindsigt 100 %', 'Ældreomsorg', 'Zebra']);
    expect(await names({}, 'ready')).toEqual(['Aktindsigt 100 %', 'Ældreomsorg', 'Zebra']);
    expect(await names({}, 'supplier')).toEqual(['Zebra', 'Ældreomsorg', 'Aktindsigt 100 %']);
  });

  it('counts what each further choice would find', async () => {
    const facets = await countFacets(database.db, { ...noFilters, type: ['esdh'] }, today);
    expect(facets.type.toSorted((a, b) => a.value.localeCompare(b.value))).toEqual([
      { value: 'esdh', count: 1 },
      { value: 'fagsystem', count: 1 },
      { value: 'selvbetjening', count: 1 },
    ]);
    expect(facets.interface).toEqual([{ value: 'SF1470', count: 1 }]);
    expect(facets.kle).toEqual([
      { value: '28', count: 1 },
      { value: '85', count: 1 },
    ]);
  });

  it('a facet counts what choosing its value then finds', async () => {
    const facets = await countFacets(database.db, noFilters, today);
    const chosen: Partial<ProductFilters>[] = [
      ...facets.interface.map(({ value }) => ({ interface: [value] })),
      ...facets.group.map(({ value }) => ({ group: [value] })),
      ...facets.level.map(({ value }) => ({ level: [value] })),
      ...facets.rung.map(({ value }) => ({ rung: [value] })),
      ...facets.municipality.map(({ value }) => ({ municipality: [value] })),
      ...facets.fresh.map(({ value }) => ({ fresh: value })),
    ];
    const counts = [facets.interface, facets.group, facets.level, facets.rung, facets.municipality, facets.fresh]
      .flat()
      .map(({ count }) => count);
    expect(await Promise.all(chosen.map(async (filters) => (await names(filters)).length))).toEqual(counts);
    expect(facets.municipality).toEqual([
      { value: '0101', count: 1 },
      { value: '0851', count: 1 },
    ]);
  });
});

describe('pages by position', () => {
  it('go on after the last product, whatever it is called by now', async () => {
    const after = (slug: string) => listPublishedProductsAfter(database.db, noFilters, { after: slug, today });
    const { products, hasMore } = await after('b');
    expect(products.map(({ name }) => name)).toEqual(['Zebra']);
    expect(hasMore).toBe(false);
    const { suppliers } = await listPublishedSuppliersAfter(database.db, 'b');
    expect(suppliers.map(({ name }) => name)).toEqual(['Omsorg A/S']);
  });
});

describe('a product', () => {
  it('is found by slug and by its uuid in KITOS', async () => {
    const product = await findPublishedProduct(database.db, '3F2B0D4E-1C3A-4F5B-8D6E-7A8B9C0D1E2F', today);
    expect(product?.name).toBe('Ældreomsorg');
    expect(await findPublishedProduct(database.db, product?.slug ?? '', today)).toEqual(product);
    expect(product?.support.map(({ interfaceId, level, rung }) => [interfaceId, level, rung])).toEqual([
      ['SF1500', 'in_production', 'reviewed'],
      ['SF1470', 'planned', 'claimed'],
    ]);
    expect(product?.history).toMatchObject([{ number: 1, endedAt: null }]);
  });

  it('falls on the ladder when its evidence has run out', async () => {
    const rungOn = async (day: string) => {
      const supporters = await listSupporters(database.db, 'SF1470', day);
      return supporters.map(({ name, level, rung }) => [name, level, rung]);
    };
    expect(await rungOn('2026-01-01')).toContainEqual(['Aktindsigt 100 %', 'ready', 'reviewed']);
    expect(await rungOn('2026-01-02')).toEqual([
      ['Aktindsigt 100 %', 'ready', 'claimed'],
      ['Ældreomsorg', 'planned', 'claimed'],
    ]);
  });

  it.each(['', 'nothing', "' or 1=1 --", '00000000-0000-0000-0000-000000000000'])('%j is unknown', async (id) => {
    expect(await findPublishedProduct(database.db, id, today)).toBeUndefined();
    expect(await findPublishedSupplier(database.db, id)).toBeUndefined();
  });
});

describe('municipalities', () => {
  it('stand where approved answers name them in production, and where they decided', async () => {
    const { db } = database;
    expect((await listMunicipalityViews(db, today)).map(({ name }) => name)).toEqual([
      'Københavns Kommune',
      'Aalborg Kommune',
      'Aarhus Kommune',
    ]);
    expect(await findMunicipalityView(db, '0851', today)).toMatchObject({ products: 1, decisions: 1 });
    expect(await findMunicipalityView(db, '0751', today)).toMatchObject({ products: 0, decisions: 1 });
    expect(await listUseIn(db, '0851', today)).toMatchObject([{ interfaceId: 'SF1500', sinceOn: '2025-03-01' }]);
    expect(await findMunicipalityView(db, '9999', today)).toBeUndefined();
  });
});

describe('what is not public', () => {
  it('changes nothing that can be read', async () => {
    const { db } = database;
    const readAll = async () => ({
      products: await Promise.all(productSorts.map((sort) => listPublishedProducts(db, noFilters, { sort, today }))),
      searched: await Promise.all(['secret', 'SF1500', 'omsorg'].map((q) => names({ q }))),
      facets: await countFacets(db, noFilters, today),
      suppliers: await listPublishedSuppliers(db),
      municipalities: await listMunicipalityViews(db, today),
      levels: [...(await countLevelsByInterface(db))],
      figures: await countKeyFigures(db),
      supporters: await listSupporters(db, 'SF1500', today),
    });
    const before = JSON.stringify(await readAll());
    await insertSecrets(db);
    expect(JSON.stringify(await readAll())).toBe(before);
  });
});
