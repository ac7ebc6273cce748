import { generateKeyPairSync } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as z from 'zod';
import { writeCursor } from '~/app/api/cursor';
import { describeApi } from '~/app/api/openapi';
import { apiAnswers, ledgerAnswers, problemSchema } from '~/app/api/schemas';
import * as answersRoute from '~/app/routes/api/answers-csv';
import * as declarationRoute from '~/app/routes/api/declaration';
import * as interfaceRoute from '~/app/routes/api/interface';
import * as interfaceGroupRoute from '~/app/routes/api/interface-group';
import * as interfaceGroupsRoute from '~/app/routes/api/interface-groups';
import * as interfacesRoute from '~/app/routes/api/interfaces';
import * as ledgerRoute from '~/app/routes/api/ledger';
import * as ledgerGrowthRoute from '~/app/routes/api/ledger-consistency';
import * as ledgerEntriesRoute from '~/app/routes/api/ledger-entries';
import * as ledgerHeadsRoute from '~/app/routes/api/ledger-heads';
import * as municipalitiesRoute from '~/app/routes/api/municipalities';
import * as municipalityRoute from '~/app/routes/api/municipality';
import * as notFoundRoute from '~/app/routes/api/not-found';
import * as openapiRoute from '~/app/routes/api/openapi';
import * as productRoute from '~/app/routes/api/product';
import * as productsRoute from '~/app/routes/api/products';
import * as supplierRoute from '~/app/routes/api/supplier';
import * as suppliersRoute from '~/app/routes/api/suppliers';
import { signerOf } from '~/app/server/signing-key';
import { signLedger } from '~/db/ledger';
import { publicRedirects } from '~/db/schema';
import { configWith, fakeContext } from '~/test/app/context';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { insertMarket, insertSecrets } from '~/test/factories/published-market';
import { proveDeclaration } from '~/workflows/declaration-proof';
import { proveGrowth } from '~/workflows/ledger-growth';

let database: TestDatabase;
const now = () => new Date('2026-11-24T10:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  await insertMarket(database.db);
});
afterAll(() => database.drop());

interface Route {
  loader: (args: LoaderFunctionArgs) => Promise<Response>;
}

function ask(route: Route, path: string, id?: string, method = 'GET'): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/v1${path}`, { method });
  const context = fakeContext({ db: database.db, publicUrl: 'http://localhost:3000', now });
  return route.loader({ request, context, params: id === undefined ? {} : { id } });
}

async function read<Schema extends z.ZodType>(schema: Schema, answer: Promise<Response>): Promise<z.infer<Schema>> {
  const response = await answer;
  expect(response.status).toBe(200);
  return schema.parse(await response.json());
}

describe('answers keep to their schemas', () => {
  it('products', async () => {
    const list = await read(apiAnswers.products, ask(productsRoute, '/products'));
    expect(list.data.map(({ name }) => name)).toEqual(['Ældreomsorg', 'Aktindsigt 100 %', 'Zebra']);
    expect(list.next).toBeNull();
    expect(list.licence.name).toBe('CC BY 4.0');
    expect(list.data[1]?.support).toMatchObject([{ interface: 'SF1500', level: 'not_relevant' }, { rung: 'claimed' }]);
  });

  it('a product, by slug and by its uuid in KITOS', async () => {
    const byUuid = await read(
      apiAnswers.product,
      ask(productRoute, '/products/x', '3f2b0d4e-1c3a-4f5b-8d6e-7a8b9c0d1e2f'),
    );
    expect(byUuid.data.name).toBe('Ældreomsorg');
    expect(byUuid.data.support[0]?.answers[0]?.evidence).toMatchObject([{ url: 'https://example.org/doc' }]);
    expect(await read(apiAnswers.product, ask(productRoute, '/products/x', byUuid.data.id))).toEqual(byUuid);
  });

  it('a publication with its proof, and the ledger', async () => {
    const [{ data: listed } = { data: [] }] = [await read(apiAnswers.products, ask(productsRoute, '/products'))];
    const id = listed[0]?.id ?? '';
    expect((await ask(declarationRoute, `/products/${id}/declaration`, id)).status).toBe(404);
    await signLedger(database.db, await signerOf(generateKeyPairSync('ed25519').privateKey), now());
    const declaration = await read(ledgerAnswers.declaration, ask(declarationRoute, `/products/${id}/declaration`, id));
    const { data: ledger } = await read(ledgerAnswers.ledger, ask(ledgerRoute, '/ledger'));
    expect(await proveDeclaration(declaration, { keys: ledger.keys })).toMatchObject({
      ok: true,
      proved: { product: id },
    });
    const { data: entries, next } = await read(ledgerAnswers.entries, ask(ledgerEntriesRoute, '/ledger/entries'));
    expect([entries.length, next]).toEqual([ledger.head?.size, null]);
    const rest = await read(ledgerAnswers.entries, ask(ledgerEntriesRoute, '/ledger/entries?cursor=1'));
    expect(rest.data).toEqual(entries.slice(1));
    for (const bad of ['0', '-1', 'x', '1e3', '99999999999']) {
      const answer = await ask(declarationRoute, `/products/${id}/declaration?publication=${bad}`, id);
      expect(answer.status).toBe(400);
    }
    expect((await ask(declarationRoute, `/products/${id}/declaration?publication=77`, id)).status).toBe(404);
    expect((await ask(ledgerEntriesRoute, '/ledger/entries?cursor=-1')).status).toBe(400);

    const tomorrow = new Date('2026-11-25T10:00:00Z');
    await signLedger(database.db, await signerOf(generateKeyPairSync('ed25519').privateKey), tomorrow);
    const { keys } = (await read(ledgerAnswers.ledger, ask(ledgerRoute, '/ledger'))).data;
    const { data: heads } = await read(ledgerAnswers.heads, ask(ledgerHeadsRoute, '/ledger/heads'));
    const [kept] = heads;
    expect([heads.length, kept]).toEqual([2, ledger.head]);
    const grown = await read(
      ledgerAnswers.consistency,
      ask(ledgerGrowthRoute, `/ledger/consistency?from=${kept?.size}`),
    );
    expect(await proveGrowth({ data: ledger }, grown, { keys })).toMatchObject({
      ok: true,
      earlier: { size: kept?.size },
    });
    for (const other of ['', '?from=0', '?from=99', '?from=x', '?from=1&to=2']) {
      expect((await ask(ledgerGrowthRoute, `/ledger/consistency${other}`)).status).toBe(400);
    }
  });

  it('suppliers, by slug and by CVR number', async () => {
    const list = await read(apiAnswers.suppliers, ask(suppliersRoute, '/suppliers'));
    expect(list.data.map(({ productCount }) => productCount)).toEqual([1, 2]);
    const byCvr = await read(apiAnswers.supplier, ask(supplierRoute, '/suppliers/x', '12345678'));
    expect(byCvr.data.products.map(({ name }) => name)).toEqual(['Zebra', 'Ældreomsorg']);
    expect(await read(apiAnswers.supplier, ask(supplierRoute, '/suppliers/x', byCvr.data.id))).toEqual(byCvr);
  });

  it('interfaces', async () => {
    const list = await read(apiAnswers.interfaces, ask(interfacesRoute, '/interfaces'));
    expect(list.data.map(({ id }) => id)).toEqual(['SF1500', 'SF1501', 'SF1470']);
    const one = await read(apiAnswers.interface, ask(interfaceRoute, '/interfaces/x', 'SF1470'));
    expect(one.data.products).toMatchObject({ ready: 1, planned: 1, in_production: 0 });
    expect(one.data.support.map(({ product }) => product.name)).toEqual(['Aktindsigt 100 %', 'Ældreomsorg']);
  });

  it('interface groups, with the products that support any of their interfaces', async () => {
    const list = await read(apiAnswers['interface-groups'], ask(interfaceGroupsRoute, '/interface-groups'));
    expect(list.data.map(({ id, supportingProducts }) => [id, supportingProducts])).toEqual([
      ['organisation', 2],
      ['sag-dokument', 2],
    ]);
    const one = await read(
      apiAnswers['interface-group'],
      ask(interfaceGroupRoute, '/interface-groups/x', 'organisation'),
    );
    expect(one.data).toMatchObject({ ...list.data[0], support: { in_production: 1, via_other: 1, not_relevant: 1 } });
    expect(one.data.interfaces.map(({ id }) => id)).toEqual(['SF1500', 'SF1501']);
    expect(one.data.products).toMatchObject([
      { product: { name: 'Ældreomsorg' }, ready: 1, supported: 1 },
      { product: { name: 'Zebra' }, ready: 0, supported: 1 },
    ]);
    expect(one.data.sunsets).toEqual([{ interface: 'SF1500', version: '5.0', sunsetOn: '2027-01-01' }]);
    expect(one.data.readyOverTime.at(-1)).toEqual({ on: '2026-11-24', products: 1 });
    const table = await ask(interfaceGroupRoute, '/interface-groups/x?format=csv', 'organisation');
    const [header, ...rows] = (await table.text()).trim().split('\r\n');
    expect(header).toContain('product.name');
    expect(rows).toHaveLength(2);
  });

  it('municipalities', async () => {
    const list = await read(apiAnswers.municipalities, ask(municipalitiesRoute, '/municipalities'));
    expect(list.data).toHaveLength(3);
    const one = await read(apiAnswers.municipality, ask(municipalityRoute, '/municipalities/x', '0851'));
    expect(one.data.inProduction).toMatchObject([{ interface: 'SF1500', sinceOn: '2025-03-01' }]);
    expect(one.data.decided).toMatchObject([{ product: { name: 'Aktindsigt 100 %' } }]);
  });
});

describe('lists', () => {
  it('narrow by the filters of the public page', async () => {
    const { data } = await read(
      apiAnswers.products,
      ask(productsRoute, '/products?interface=SF1470&level=ready&level=planned&type=fagsystem&since='),
    );
    expect(data.map(({ name }) => name)).toEqual(['Ældreomsorg']);
  });

  it('have the product at an address, in either language, and as of a day', async () => {
    const at = (url: string, more = '') => ask(productsRoute, `/products?url=${encodeURIComponent(url)}${more}`);
    const found = async (answer: Promise<Response>) =>
      (await read(apiAnswers.products, answer)).data.map(({ name }) => name);
    expect(await found(at('http://localhost:3000/products/zebra'))).toEqual(['Zebra']);
    expect(await found(at('http://localhost:3000/en/products/aktindsigt-100-?on=2026-11-20#SF1500'))).toEqual([
      'Aktindsigt 100 %',
    ]);
    expect(await found(at('http://localhost:3000/products/zebra', '&type=esdh'))).toEqual([]);
    expect(await found(at('http://localhost:3000/products/nothing'))).toEqual([]);
    expect(await found(at(''))).toHaveLength(3);
  });

  it('follow the address of a product that went up in another', async () => {
    const redirect = { kind: 'product' as const, fromSlug: 'zebra-gammel', fromName: 'Zebra', toSlug: 'zebra' };
    await database.db.insert(publicRedirects).values({ ...redirect, mergedAt: now() });
    const url = encodeURIComponent('http://localhost:3000/products/zebra-gammel');
    const { data } = await read(apiAnswers.products, ask(productsRoute, `/products?url=${url}`));
    expect(data.map(({ name }) => name)).toEqual(['Zebra']);
    await database.db.delete(publicRedirects);
  });

  it('go on after a cursor', async () => {
    const cursor = writeCursor('b');
    const { data } = await read(apiAnswers.products, ask(productsRoute, `/products?cursor=${cursor}`));
    expect(data.map(({ name }) => name)).toEqual(['Zebra']);
    const after = writeCursor('SF1500');
    const { data: rest } = await read(apiAnswers.interfaces, ask(interfacesRoute, `/interfaces?cursor=${after}`));
    expect(rest.map(({ id }) => id)).toEqual(['SF1501', 'SF1470']);
  });
});

describe('problems', () => {
  it.each<[Route, string, string | undefined, number]>([
    [productsRoute, '/products?cursor=%00', undefined, 400],
    [productsRoute, '/products?cursor=abc', undefined, 400],
    [productsRoute, `/products?cursor=${Buffer.from('["\\u0000","x"]').toString('base64url')}`, undefined, 400],
    [productsRoute, `/products?cursor=${Buffer.from('{"name":1}').toString('base64url')}`, undefined, 400],
    [productsRoute, '/products?interface=SF9999', undefined, 400],
    [productsRoute, '/products?level=best', undefined, 400],
    [productsRoute, '/products?since=2026-02-30', undefined, 400],
    [productsRoute, '/products?order=name', undefined, 400],
    [productsRoute, `/products?q=${'x'.repeat(201)}`, undefined, 400],
    [productsRoute, '/products?url=zebra', undefined, 400],
    [productsRoute, '/products?url=https%3A%2F%2Fexample.org%2Fproducts%2Fzebra', undefined, 400],
    [productsRoute, '/products?url=http%3A%2F%2Flocalhost%3A3000%2Fsuppliers%2Fomsorg-a-s', undefined, 400],
    [productsRoute, '/products?url=http%3A%2F%2Flocalhost%3A3000%2Fproducts%2F%25E0%25A4%25A', undefined, 400],
    [
      productsRoute,
      `/products?url=${['zebra', 'x'].map((slug) => `http%3A%2F%2Flocalhost%3A3000%2Fproducts%2F${slug}`).join('&url=')}`,
      undefined,
      400,
    ],
    [suppliersRoute, '/suppliers?cursor=x', undefined, 400],
    [interfacesRoute, `/interfaces?cursor=${writeCursor('SF9999')}`, undefined, 400],
    [municipalitiesRoute, '/municipalities?region=x', undefined, 400],
    [productRoute, '/products/x', 'nothing', 404],
    [supplierRoute, '/suppliers/x', '00000000', 404],
    [interfaceRoute, '/interfaces/x', "'", 404],
    [municipalityRoute, '/municipalities/x', '9999', 404],
    [interfaceGroupsRoute, '/interface-groups?group=organisation', undefined, 400],
    [interfaceGroupsRoute, '/interface-groups?cursor=x', undefined, 400],
    [interfaceGroupRoute, '/interface-groups/x', 'SF1500', 404],
    [notFoundRoute, '/nothing', undefined, 404],
  ])('%# %s', async (route, path, id, status) => {
    const response = await ask(route, path, id);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toContain('application/problem+json');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(problemSchema.parse(await response.json()).status).toBe(status);
  });

  it('that nobody expected say nothing of themselves and are logged', async () => {
    const context = fakeContext({ now });
    const logged = vi.spyOn(context.log, 'error');
    const request = new Request('http://localhost:3000/api/v1/suppliers');
    const response = await suppliersRoute.loader({ request, context, params: {} });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('database');
    expect(logged).toHaveBeenCalledOnce();
  });

  it('of methods that would change something', async () => {
    const request = new Request('http://localhost:3000/api/v1/products', { method: 'POST' });
    const response = productsRoute.action({ request, context: fakeContext(), params: {} });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
  });
});

describe('for other machines', () => {
  it('answers are asked for again each time, are told apart by their ETag, and are open to every page', async () => {
    const [first, again] = [await ask(productsRoute, '/products'), await ask(productsRoute, '/products?q=')];
    expect(first.headers.get('Cache-Control')).toBeNull();
    expect(first.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(first.headers.get('ETag')).toMatch(/^"[\w-]{27}"$/);
    expect(again.headers.get('ETag')).toBe(first.headers.get('ETag'));
    const other = await ask(productsRoute, '/products?q=zebra');
    expect(other.headers.get('ETag')).not.toBe(first.headers.get('ETag'));
  });

  it('the description names every address, and each of its references is there', async () => {
    const response = await ask(openapiRoute, '/openapi.json');
    const description: unknown = await response.json();
    expect(description).toEqual(JSON.parse(JSON.stringify(describeApi(configWith()))));
    const { paths, components } = describeApi(configWith());
    expect(Object.keys(paths)).toHaveLength(23);
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target);
    expect(references.length).toBeGreaterThan(20);
    for (const target of new Set(references)) {
      expect(Object.keys(components.schemas)).toContain(target?.replace('#/components/schemas/', ''));
    }
  });
});

describe('what is not public', () => {
  it('leaves no trace: the same bytes with and without it', async () => {
    const asked: [Route, string, string | undefined][] = [
      [productsRoute, '/products', undefined],
      [productsRoute, '/products?q=secret', undefined],
      [productsRoute, '/products?interface=SF1500', undefined],
      [productRoute, '/products/x', 'secret-draft'],
      [suppliersRoute, '/suppliers', undefined],
      [supplierRoute, '/suppliers/x', '11223344'],
      [supplierRoute, '/suppliers/x', '12345678'],
      [interfacesRoute, '/interfaces', undefined],
      [interfaceRoute, '/interfaces/x', 'SF1500'],
      [answersRoute, '/answers.csv', undefined],
      [interfaceGroupsRoute, '/interface-groups', undefined],
      [interfaceGroupRoute, '/interface-groups/x', 'organisation'],
      [municipalitiesRoute, '/municipalities', undefined],
      [municipalityRoute, '/municipalities/x', '0751'],
    ];
    const readAll = () =>
      Promise.all(
        asked.map(async ([route, path, id]) => {
          const response = await ask(route, path, id);
          return [response.status, response.headers.get('ETag'), await response.text()];
        }),
      );
    const before = await readAll();
    await insertSecrets(database.db);
    expect(await readAll()).toEqual(before);
  });
});
