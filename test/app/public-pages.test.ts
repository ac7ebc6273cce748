import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { apiAnswers } from '~/app/api/schemas';
import * as matrixApi from '~/app/routes/api/matrix';
import * as productApi from '~/app/routes/api/product';
import * as compare from '~/app/routes/public/compare';
import * as home from '~/app/routes/public/home';
import * as interfaceRoute from '~/app/routes/public/interface';
import * as interfaceGroup from '~/app/routes/public/interface-group';
import * as interfaces from '~/app/routes/public/interfaces';
import * as municipalities from '~/app/routes/public/municipalities';
import * as municipality from '~/app/routes/public/municipality';
import * as product from '~/app/routes/public/product';
import * as products from '~/app/routes/public/products';
import * as statistics from '~/app/routes/public/statistics';
import * as supplier from '~/app/routes/public/supplier';
import * as suppliers from '~/app/routes/public/suppliers';
import { endPublication, publishDecision } from '~/db/publication';
import { municipalities as municipalitiesTable } from '~/db/schema';
import { fakeContext } from '~/test/app/context';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { insertDecidedProduct, insertSmallCatalogue, level } from '~/test/factories/decided-product';
import { insertMarket, insertSecrets } from '~/test/factories/published-market';

let database: TestDatabase;
const now = () => new Date('2026-11-24T10:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  await insertMarket(database.db);
});
afterAll(() => database.drop());

interface Route<Data> {
  loader: (args: LoaderFunctionArgs) => Promise<Data>;
}

function open<Data>(route: Route<Data>, path: string, params: Record<string, string> = {}): Promise<Data> {
  const request = new Request(`http://localhost:3000${path}`);
  return route.loader({ request, params, context: fakeContext({ db: database.db, now }) });
}

/** The status of the response that ends a page. */
async function statusOf<Data>(route: Route<Data>, path: string, params?: Record<string, string>): Promise<number> {
  try {
    await open(route, path, params);
    return 200;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
}

describe('the list', () => {
  it('shows what was asked for beside each product', async () => {
    const { products: found, asked, total } = await open(products, '/products?interface=SF1470&sort=newest');
    expect(total).toBe(2);
    expect(Object.keys(asked)).toEqual(['SF1470']);
    expect(found.map(({ name, asked: support }) => [name, support[0]?.level, support[0]?.plannedOn])).toEqual([
      ['Aktindsigt 100 %', 'ready', null],
      ['Ældreomsorg', 'planned', '2027-06-01'],
    ]);
  });

  it('offers only filters that find something, and those that are chosen', async () => {
    const { options } = await open(products, '/products?type=esdh&kle=27');
    expect(options.kle.map(({ value, count }) => [value, count])).toEqual([
      ['27', 0],
      ['28', 1],
    ]);
  });
});

describe('the municipalities', () => {
  it('stand by themselves where there is nothing about them', async () => {
    const named = async () => {
      const { known, unknown } = await open(municipalities, '/municipalities?sort=name');
      return [known.map(({ code }) => code), unknown.map(({ code }) => code)];
    };
    expect(await named()).toEqual([['0101', '0851', '0751'], []]);
    const odense = { code: '0461', name: 'Odense Kommune', cvr: '35209115', region: 'Region Syddanmark' };
    await database.db.insert(municipalitiesTable).values(odense);
    expect(await named()).toEqual([['0101', '0851', '0751'], ['0461']]);
  });
});

describe('a list in which nothing is', () => {
  it('looks for the text once, however many filters are tried without one of them', async () => {
    const askedBy = async (query: string) => {
      const asked = vi.spyOn(database.db, 'select');
      const { total, waysOn } = await open(products, `/products?${query}`);
      const times = asked.mock.calls.length;
      asked.mockRestore();
      expect(total).toBe(0);
      return { times, fewer: waysOn?.fewer.length };
    };
    const one = await askedBy('q=omsorg&type=esdh');
    const many = await askedBy('q=omsorg&type=esdh&interface=SF1470&kle=27&level=planned&rung=in-use');
    expect(one.fewer).toBeGreaterThan(0);
    expect(many.times).toBe(one.times);
  });

  it('tells which filter to take out, and what that finds', async () => {
    const { waysOn, total } = await open(products, '/products?interface=SF1470&type=esdh&level=planned');
    expect(total).toBe(0);
    expect(waysOn?.fewer.map(({ filters, count }) => [filters.interface, filters.type, filters.level, count])).toEqual([
      [['SF1470'], ['esdh'], [], 1],
      [['SF1470'], [], ['planned'], 1],
    ]);
  });

  it('tells which two to take out where one is not enough, and then which one finds something alone', async () => {
    const ways = async (query: string) => {
      const { waysOn, total } = await open(products, `/products?${query}`);
      expect(total).toBe(0);
      return waysOn?.fewer.map(({ kind, values, count }) => [kind, values.map(({ value }) => value).join(' '), count]);
    };
    expect(await ways('interface=SF1500&type=esdh&level=planned')).toEqual([
      ['without', 'SF1500 planned', 1],
      ['without', 'SF1500 esdh', 1],
      ['without', 'planned esdh', 1],
    ]);
    expect(await ways('q=aktindsigt&type=selvbetjening&kle=27&level=in_production&municipality=0751')).toEqual([
      ['only', 'aktindsigt', 1],
      ['only', 'in_production', 1],
      ['only', '27', 1],
      ['only', 'selvbetjening', 1],
    ]);
  });

  it('names the pages that are called what was searched for', async () => {
    const { waysOn } = await open(products, '/products?q=%C3%85rhus');
    expect(waysOn).toMatchObject({ fewer: [], interfaces: [], municipalities: [{ name: 'Aarhus Kommune' }] });
    const { waysOn: nothing } = await open(products, '/products?q=qqqqqq');
    expect(nothing).toEqual({ fewer: [], interfaces: [], municipalities: [] });
  });

  it('is asked for by nobody where something is', async () => {
    expect((await open(products, '/products')).waysOn).toBeNull();
  });
});

describe('a product', () => {
  it('tells not declared and not relevant apart', async () => {
    const { products: found } = await open(products, '/products?type=esdh');
    const { view } = await open(product, '/products/x', { slug: found[0]?.slug ?? '' });
    const declared = view?.supportGroups.flatMap(({ rows }) =>
      rows.map(({ interfaceId, level }) => [interfaceId, level]),
    );
    expect(declared).toEqual([
      ['SF1500', 'not_relevant'],
      ['SF1470', 'ready'],
    ]);
    expect(view?.notDeclared.flatMap(({ interfaces: missing }) => missing.map(({ id }) => id))).toEqual(['SF1501']);
  });
});

describe('a product that is not public any more', () => {
  it('leaves a tombstone, on its page and in the API, and none of its answers', async () => {
    const other = await createTestDatabase();
    await insertSmallCatalogue(other.db);
    const answers = [level('SF1500', 'ready'), { questionId: 'gen-version', value: 'hidden again' }];
    const { decisionId, declarationId } = await insertDecidedProduct(other.db, { name: 'Gone', answers });
    await other.db.transaction(async (tx) => {
      await publishDecision(tx, { decisionId: decisionId ?? '', now: now() });
      await endPublication(tx, { declarationId, because: 'revoked', now: now() });
    });
    const request = new Request('http://localhost:3000/products/gone');
    const context = fakeContext({ db: other.db, now });
    const page = await product.loader({ request, context, params: { slug: 'gone' } }).catch((thrown) => thrown);
    const body = await page.text();
    expect(page.status).toBe(410);
    expect(JSON.parse(body).tombstone).toMatchObject({ name: 'Gone', history: [{ endedBecause: 'revoked' }] });
    expect(body).not.toContain('hidden again');
    expect((await productApi.loader({ request, context, params: { id: 'gone' } })).status).toBe(410);
    await other.drop();
  });
});

describe('the matrix', () => {
  it('has a column for each interface that somebody declared', async () => {
    const { matrix } = await open(compare, '/compare');
    expect(matrix.columns.map(({ id }) => id)).toEqual(['SF1500', 'SF1501', 'SF1470']);
    expect(matrix.products.map(({ support }) => support.SF1500?.level)).toEqual([
      'not_relevant',
      undefined,
      'in_production',
    ]);
  });

  it('narrows products and interfaces by group, and shows differences alone', async () => {
    const { matrix } = await open(compare, '/compare?group=sag-dokument&different=1');
    expect(matrix.columns.map(({ id }) => id)).toEqual(['SF1470']);
    expect(matrix.products).toHaveLength(2);
  });

  it('is the same view as data: its products, and the interfaces on which they differ', async () => {
    const all = (await open(compare, '/compare')).matrix.products.map(({ slug }) => slug);
    const query = `?${all
      .filter((slug) => slug !== 'zebra')
      .map((slug) => `product=${slug}&`)
      .join('')}product=nobody&different=1`;
    const { matrix } = await open(compare, `/compare${query}`);
    const request = new Request(`http://localhost:3000/api/v1/matrix${query}`);
    const answer = await matrixApi.loader({ request, params: {}, context: fakeContext({ db: database.db, now }) });
    const { interfaces: columns, data } = apiAnswers.matrix.parse(await answer.json());
    expect(columns.map(({ id }) => id)).toEqual(matrix.columns.map(({ id }) => id));
    expect(columns.map(({ id }) => id)).toEqual(['SF1500', 'SF1470']);
    expect(data.map(({ product: { id } }) => id).sort()).toEqual(matrix.products.map(({ slug }) => slug).sort());
    expect(data).toHaveLength(2);
    const wrong = new Request('http://localhost:3000/api/v1/matrix?different=2');
    const refused = await matrixApi.loader({
      request: wrong,
      params: {},
      context: fakeContext({ db: database.db, now }),
    });
    expect(refused.status).toBe(400);
  });
});

describe('an address that is wrong', () => {
  it.each<[Route<unknown>, string, Record<string, string>, number]>([
    [products, '/products?interface=SF9999', {}, 400],
    [products, '/products?sort=password', {}, 400],
    [products, '/products?page=-1', {}, 400],
    [products, '/products?page=99999', {}, 200],
    [products, '/products?supplier=nobody', {}, 200],
    [products, '/products?utm_source=x', {}, 200],
    [compare, '/compare?different=2', {}, 400],
    [compare, '/compare?level=x', {}, 400],
    [product, '/products/nothing', { slug: 'nothing' }, 404],
    [product, '/products/x', {}, 404],
    [supplier, '/suppliers/nothing', { slug: 'nothing' }, 404],
    [interfaceRoute, '/interfaces/SF9', { id: 'SF9' }, 404],
    [interfaceRoute, '/interfaces/SF1500?level=x', { id: 'SF1500' }, 400],
    [interfaceGroup, '/interfaces/groups/nothing', { id: 'nothing' }, 404],
    [municipality, '/municipalities/9999', { code: '9999' }, 404],
    [municipalities, '/municipalities?sort=size', {}, 400],
  ])('%# %s', async (route, path, params, status) => {
    expect(await statusOf(route, path, params)).toBe(status);
  });
});

describe('what is not public', () => {
  const pages: [Route<unknown>, string, Record<string, string>][] = [
    [home, '/', {}],
    [products, '/products', {}],
    [products, '/products?q=secret', {}],
    [products, '/products?interface=SF1500&sort=ready', {}],
    [compare, '/compare', {}],
    [suppliers, '/suppliers', {}],
    [supplier, '/suppliers/omsorg-a-s', { slug: 'omsorg-a-s' }],
    [interfaces, '/interfaces', {}],
    [interfaceRoute, '/interfaces/SF1500', { id: 'SF1500' }],
    [interfaceGroup, '/interfaces/groups/organisation', { id: 'organisation' }],
    [municipalities, '/municipalities', {}],
    [municipality, '/municipalities/0751', { code: '0751' }],
    [statistics, '/statistics', {}],
  ];
  const hidden = ['secret-draft', 'secret-rejected', 'secret-withdrawn', 'secret-of-omsorg', 'nothing'];

  it('leaves no trace: the same pages with and without it', async () => {
    const readAll = async () => ({
      pages: await Promise.all(
        pages.map(async ([route, path, params]) => JSON.stringify(await open(route, path, params))),
      ),
      hidden: await Promise.all(hidden.map((slug) => statusOf(product, `/products/${slug}`, { slug }))),
      supplier: await statusOf(supplier, '/suppliers/secret-supplier', { slug: 'secret-supplier' }),
    });
    const before = await readAll();
    expect(before.hidden).toEqual(hidden.map(() => 404));
    await insertSecrets(database.db);
    expect(await readAll()).toEqual(before);
  });
});
