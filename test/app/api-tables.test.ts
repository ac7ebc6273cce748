import type { LoaderFunctionArgs } from '@remix-run/node';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import jsonld from 'jsonld';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvLine } from '~/app/api/tables/csv';
import { xlsxChunks } from '~/app/api/tables/xlsx';
import * as interfaces from '~/app/routes/api/interfaces';
import * as matrix from '~/app/routes/api/matrix';
import * as municipality from '~/app/routes/api/municipality';
import * as product from '~/app/routes/api/product';
import * as products from '~/app/routes/api/products';
import { fakeContext } from '~/test/app/context';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { insertMarket, insertSecrets } from '~/test/factories/published-market';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertMarket(database.db);
});
afterAll(() => database.drop());

interface Route {
  loader: (args: LoaderFunctionArgs) => Promise<Response>;
}

function ask(route: Route, path: string, id?: string): Promise<Response> {
  const context = fakeContext({
    db: database.db,
    publicUrl: 'http://localhost:3000',
    now: () => new Date('2026-11-24T10:00:00Z'),
  });
  const request = new Request(`http://localhost:3000/api/v1${path}`);
  return route.loader({ request, context, params: id === undefined ? {} : { id } });
}

async function rows(route: Route, path: string, id?: string): Promise<Record<string, string>[]> {
  const response = await ask(route, path, id);
  expect(response.status).toBe(200);
  return parse(await response.text(), { columns: true, bom: true });
}

describe('JSON-LD', () => {
  it('says of each thing what it is and by which page it is known, in words that others know', async () => {
    const response = await ask(products, '/products?format=jsonld');
    expect(response.headers.get('Content-Type')).toBe('application/ld+json; charset=utf-8');
    const quads = (await jsonld.toRDF(await response.json(), { format: 'application/n-quads' })) as unknown as string;
    const zebra = '<http://localhost:3000/products/zebra>';
    expect(quads).toContain(`${zebra} <https://schema.org/name> "Zebra" .`);
    expect(quads).toContain(
      `${zebra} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/SoftwareApplication> .`,
    );
    expect(quads).toContain(
      `${zebra} <http://purl.org/dc/terms/license> <https://creativecommons.org/licenses/by/4.0/> .`,
    );
  });

  it('is one thing too, with its names in both languages, and not what is about nothing in particular', async () => {
    const response = await ask(interfaces, '/interfaces?format=jsonld');
    const quads = (await jsonld.toRDF(await response.json(), { format: 'application/n-quads' })) as unknown as string;
    expect(quads).toContain('<http://localhost:3000/interfaces/SF1501> <https://schema.org/name> "Læs enheder"@da .');
    const found = await ask(municipality, '/municipalities/0101?format=jsonld', '0101');
    expect((await found.json())['@graph']).toHaveLength(1);
    const rows = await (await ask(matrix, '/matrix?format=jsonld')).json();
    const linked = (await jsonld.toRDF(rows, { format: 'application/n-quads' })) as unknown as string;
    expect(linked).toContain(
      '<http://localhost:3000/products/zebra> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>',
    );
  });
});

describe('CSV', () => {
  it('has a row for each interface of each product, under the names of the JSON', async () => {
    const found = await rows(products, '/products?format=csv&type=fagsystem');
    expect(found.map((row) => [row.name, row['support.interface'], row['support.level'], row['support.rung']])).toEqual(
      [
        ['Ældreomsorg', 'SF1500', 'in_production', 'reviewed'],
        ['Ældreomsorg', 'SF1470', 'planned', 'claimed'],
      ],
    );
    expect(found[0]).toMatchObject({ 'supplier.cvr': '12345678', kle: '27.36' });
  });

  it('is the matrix, one thing and other lists as well', async () => {
    const [first] = await rows(matrix, '/matrix?format=csv&interface=SF1500&level=not_relevant');
    expect(first).toMatchObject({ 'product.name': 'Aktindsigt 100 %', 'SF1500.level': 'not_relevant' });
    expect(Object.keys(first ?? {}).filter((name) => name.startsWith('SF'))).toHaveLength(4);
    expect(await rows(product, '/products/zebra?format=csv', 'zebra')).toMatchObject([
      { 'support.interface': 'SF1501' },
    ]);
    expect((await rows(interfaces, '/interfaces?format=csv')).length).toBeGreaterThan(2);
    expect(await rows(municipality, '/municipalities/0101?format=csv', '0101')).toMatchObject([
      { 'inProduction.product.name': 'Ældreomsorg', 'inProduction.interface': 'SF1500' },
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '\r=1', '＝1'])(
    'never begins a cell with a formula: %j',
    (text) => {
      const [[cell] = []] = parse(csvLine([text])) as string[][];
      expect(cell).toBe(`'${text}`);
    },
  );

  it('keeps numbers, quotes and line breaks as they are', () => {
    expect(csvLine([-1, 'a "b"', 'c\nd', true, null])).toBe('-1,"a ""b""","c\nd",true,\r\n');
  });
});

describe('XLSX', () => {
  it('has the same rows, as texts that are no formulas, and the licence', async () => {
    const response = await ask(products, '/products?format=xlsx');
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const text = (name: string) => new TextDecoder().decode(files[name]);
    expect(text('xl/worksheets/sheet1.xml').match(/<row /g)).toHaveLength(1 + 5);
    expect(text('xl/worksheets/sheet2.xml')).toContain('CC BY 4.0');
    expect(text('xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  it('holds what XML cannot', async () => {
    async function* batches() {
      yield [['<a> & \u0001\uD800', 1, false, null]];
    }
    const chunks: Uint8Array[] = [];
    for await (const chunk of xlsxChunks(['x'], batches(), [])) chunks.push(chunk);
    const sheet = new TextDecoder().decode(unzipSync(Buffer.concat(chunks))['xl/worksheets/sheet1.xml']);
    expect(sheet).toContain('&lt;a&gt; &amp; </t>');
    expect(sheet).toContain('<c r="B2"><v>1</v></c><c r="C2" t="b"><v>0</v></c><c r="D2"/>');
  });
});

it('an unknown format is refused, also beside a wrong filter', async () => {
  expect((await ask(products, '/products?format=pdf')).status).toBe(400);
  expect((await ask(products, '/products?format=csv&format=xlsx')).status).toBe(400);
  expect((await ask(products, '/products?format=csv&colour=red')).status).toBe(400);
  expect((await ask(product, '/products/no?format=csv', 'no')).status).toBe(404);
});

it('what is not published leaves no trace: the same bytes with and without it', async () => {
  const read = async () => ({
    csv: await (await ask(products, '/products?format=csv')).text(),
    xlsx: Buffer.from(await (await ask(products, '/products?format=xlsx')).arrayBuffer()).toString('hex'),
    matrix: await (await ask(matrix, '/matrix')).text(),
    misspelt: await (await ask(products, '/products?q=secrett')).text(),
  });
  const before = await read();
  await insertSecrets(database.db);
  expect(await read()).toEqual(before);
});
