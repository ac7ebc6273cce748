import type { LoaderFunctionArgs } from '@remix-run/node';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countSitemapFiles, pagesOfFile, pagesPerFile, sitemapIndexOf, sitemapOf } from '~/app/published/sitemap';
import { productData, structuredText, supplierData } from '~/app/published/structured-data';
import * as robots from '~/app/routes/public/robots';
import * as sitemap from '~/app/routes/public/sitemap';
import * as sitemapPart from '~/app/routes/public/sitemap-part';
import { fakeContext } from '~/test/app/context';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { insertMarket, insertSecrets } from '~/test/factories/published-market';

let database: TestDatabase;
const publicUrl = 'https://snitflader.example';

beforeAll(async () => {
  database = await createTestDatabase();
  await insertMarket(database.db);
});
afterAll(() => database.drop());

interface Route {
  loader: (args: LoaderFunctionArgs) => Promise<Response> | Response;
}

async function ask(route: Route, params: Record<string, string> = {}): Promise<Response> {
  const context = fakeContext({ db: database.db, publicUrl });
  try {
    return await route.loader({ request: new Request(publicUrl), params, context });
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

/** What stands in an element of well-formed XML, each time. */
function textsIn(xml: string, element: string): string[] {
  const found: string[] = [];
  let isInside = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    isInside = name === element;
    if (isInside) found.push('');
  });
  parser.on('text', (text) => {
    if (isInside) found.push((found.pop() ?? '') + text);
  });
  parser.on('closetag', () => {
    isInside = false;
  });
  parser.write(xml).close();
  return found;
}

describe('the sitemap', () => {
  it('has every public page once in each language, and when a product was published', async () => {
    const response = await ask(sitemap);
    expect(response.headers.get('Content-Type')).toBe('application/xml; charset=utf-8');
    const text = await response.text();
    const addresses = textsIn(text, 'loc');
    expect(addresses).toContain(`${publicUrl}/products/aktindsigt-100-`);
    expect(addresses).toContain(`${publicUrl}/en/interfaces/SF1500`);
    expect(addresses).toContain(`${publicUrl}/interfaces/groups/organisation`);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.filter((address) => address.startsWith(`${publicUrl}/en`))).toHaveLength(addresses.length / 2);
    expect(textsIn(text, 'lastmod').sort()).toEqual(
      ['2025-10-15', '2026-10-01', '2026-11-01'].flatMap((day) => [day, day]),
    );
    expect(await (await ask(sitemapPart, { file: '1.xml' })).text()).toBe(text);
  });

  it('has no more files than it needs', async () => {
    for (const file of ['2.xml', '0.xml', '1', '1.xml.gz', '']) {
      expect((await ask(sitemapPart, { file })).status).toBe(404);
    }
  });

  it('is an index when there are many pages', () => {
    const pages = Array.from({ length: 2 * pagesPerFile + 1 }, (_, index) => ({
      paths: { da: `/${index}`, en: `/en/${index}` },
      changedOn: null,
    }));
    expect(countSitemapFiles(pages.length)).toBe(3);
    const files = [1, 2, 3].map((number) => pagesOfFile(pages, number));
    expect(files.flat()).toEqual(pages);
    expect(sitemapOf(files[0] ?? [], publicUrl).length).toBeLessThan(50_000_000);
    expect(textsIn(sitemapIndexOf([`${publicUrl}/sitemap/1.xml?a=1&b=2`]), 'loc')).toEqual([
      `${publicUrl}/sitemap/1.xml?a=1&b=2`,
    ]);
  });

  it('knows nothing of what is not public', async () => {
    const before = await (await ask(sitemap)).text();
    await insertSecrets(database.db);
    expect(await (await ask(sitemap)).text()).toBe(before);
  });
});

describe('robots.txt', () => {
  it('names the sitemap, and keeps search engines out of the workplaces in both languages', async () => {
    const text = await (await ask(robots)).text();
    expect(text).toContain(`Sitemap: ${publicUrl}/sitemap.xml`);
    expect(text).toContain('Disallow: /supplier/\n');
    expect(text).toContain('Disallow: /en/review/\n');
    expect(text).not.toMatch(/Disallow: \/(?:suppliers|products)/);
  });
});

describe('what search engines are told of a page', () => {
  const supplier = { name: '</script><script>alert(1)</script>', cvr: '12345678' };

  it('cannot leave its element', () => {
    const text = structuredText(supplierData(supplier, publicUrl), 'da');
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toMatchObject({ '@context': 'https://schema.org', name: supplier.name });
  });

  it('is of a product that it is software, whose, and which', () => {
    const product = {
      name: 'Zebra',
      description: 'Et it-system.',
      kitosUuid: 'uuid',
      publishedOn: '2026-11-01',
      supplier,
    };
    expect(productData(product, `${publicUrl}/products/zebra`, publicUrl)).toMatchObject({
      '@type': 'SoftwareApplication',
      dateModified: '2026-11-01',
      provider: { '@type': 'Organization', identifier: { propertyID: 'CVR', value: '12345678' } },
      identifier: { propertyID: 'KITOS', value: 'uuid' },
    });
    expect(productData({ ...product, kitosUuid: null }, publicUrl, publicUrl)).not.toHaveProperty('identifier');
  });
});
