import { randomUUID } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as interfaceBadge from '~/app/routes/public/interface-badge';
import * as oembed from '~/app/routes/public/oembed';
import * as productBadge from '~/app/routes/public/product-badge';
import { type EndReason, endPublication, publishDecision, resumePublication } from '~/db/publication';
import { publicDisputes } from '~/db/schema';
import { fakeContext } from '~/test/app/context';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { type DecidedProduct, insertDecidedProduct, level } from '~/test/factories/decided-product';
import { insertMarket, insertSecrets } from '~/test/factories/published-market';

let database: TestDatabase;
let alfa: DecidedProduct;
const now = () => new Date('2026-11-24T10:00:00Z');
const publicUrl = 'http://localhost:3000';

beforeAll(async () => {
  database = await createTestDatabase();
  await insertMarket(database.db);
  const answers = [level('SF1500', 'in_production'), level('SF1470', 'planned')];
  alfa = await insertDecidedProduct(database.db, { name: 'Alfa & <Beta> 2', answers, outcome: 'approved' });
  const { decisionId } = alfa;
  if (decisionId) await database.db.transaction((tx) => publishDecision(tx, { decisionId, now: now() }));
});
afterAll(() => database.drop());

interface Route {
  loader: (args: LoaderFunctionArgs) => Promise<Response>;
}

async function ask(route: Route, path: string, params: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`${publicUrl}${path}`);
  const context = fakeContext({ db: database.db, publicUrl, now });
  try {
    return await route.loader({ request, params, context });
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

const badge = (file: string, prefix = '', slug = 'alfa-beta-2') =>
  ask(productBadge, `${prefix}/products/${slug}/badges/${file}`, { slug, file });

async function messageOf(file: string, prefix?: string): Promise<string> {
  return (await (await badge(file, prefix)).json()).message;
}

describe('badges', () => {
  it('say how many interfaces a product is ready for, as picture and as data, in both languages', async () => {
    const picture = await badge('product.svg');
    expect(picture.headers.get('Content-Type')).toBe('image/svg+xml; charset=utf-8');
    expect(await picture.text()).toContain('aria-label="snitflader: 1 af 2 klar"');
    expect(await messageOf('product.json', '/en')).toBe('1 of 2 ready');
  });

  it('say how a product supports one interface, and how many products do', async () => {
    expect(await messageOf('SF1500.json')).toBe('I drift · Påstået');
    const none = await badge('SF1501.json');
    expect([none.status, await none.json()]).toMatchObject([200, { message: 'ikke erklæret', isError: false }]);
    const all = await ask(interfaceBadge, '/interfaces/SF1470/badges/interface.json', {
      id: 'SF1470',
      file: 'interface.json',
    });
    expect(await all.json()).toMatchObject({ label: 'SF1470', message: '1 it-system klar', isError: false });
  });

  it('say that an answer is disputed, in another colour than what nobody disputes', async () => {
    const { productId } = alfa;
    const undone = new Error('undone');
    const context = (db: unknown) => ({ ...fakeContext({ publicUrl, now }), publicDb: db as TestDatabase['db'] });
    const work = database.db.transaction(async (tx) => {
      await tx.insert(publicDisputes).values({
        disputeId: randomUUID(),
        productId,
        ...{ questionKey: 'if-support@SF1500', publicationNumber: 1, statement: 'Nej.', statedBy: 'En kommune' },
        openedAt: now(),
      });
      for (const [file, message] of [
        ['product.json', '1 af 2 klar · omstridt'],
        ['SF1500.json', 'I drift · Påstået · omstridt'],
        ['SF1470.json', 'Planlagt · Påstået'],
      ] as const) {
        const request = new Request(`${publicUrl}/products/alfa-beta-2/badges/${file}`);
        const params = { slug: 'alfa-beta-2', file };
        const given = await (await productBadge.loader({ request, params, context: context(tx) })).json();
        expect(given).toMatchObject({ message, isError: false });
        expect(given.color).not.toBe('#1a7f37');
      }
      throw undone;
    });
    await expect(work).rejects.toBe(undone);
  });

  it('lead, as data, to the page and to what proves it', async () => {
    expect(await (await badge('SF1500.json', '/en')).json()).toMatchObject({
      page: `${publicUrl}/en/products/alfa-beta-2`,
      proof: `${publicUrl}/api/v1/products/alfa-beta-2/declaration`,
    });
    expect(await (await badge('product.json', '', 'nothing')).json()).not.toHaveProperty('proof');
  });

  it('may be shown by everybody', async () => {
    for (const file of ['product.svg', 'SF1500.json']) {
      const { headers } = await badge(file);
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    }
  });

  it.each<[EndReason, string]>([
    ['suspended', 'suspenderet'],
    ['revoked', 'tilbagekaldt'],
    ['expired', 'udløbet'],
    ['withdrawn', 'trukket tilbage'],
  ])('flip when the publication is %s', async (because, word) => {
    const ending = { declarationId: alfa.declarationId, now: now() };
    const undone = new Error('undone');
    const work = database.db.transaction(async (tx) => {
      await endPublication(tx, { ...ending, because });
      const request = new Request(`${publicUrl}/products/alfa-beta-2/badges/product.json`);
      const context = { ...fakeContext({ publicUrl, now }), publicDb: tx as unknown as TestDatabase['db'] };
      for (const file of ['product.json', 'SF1500.json']) {
        const given = await productBadge.loader({ request, params: { slug: 'alfa-beta-2', file }, context });
        expect(await given.json()).toMatchObject({ message: word, isError: true });
      }
      if (because === 'suspended') {
        await resumePublication(tx, ending);
        const given = await productBadge.loader({
          request,
          params: { slug: 'alfa-beta-2', file: 'product.json' },
          context,
        });
        expect(await given.json()).toMatchObject({ message: '1 af 2 klar', isError: false });
      }
      throw undone;
    });
    await expect(work).rejects.toBe(undone);
  });

  it('know nothing of what was never published', async () => {
    await insertSecrets(database.db);
    for (const slug of ['nothing', 'hemmelig', '../admin']) {
      const found = await badge('product.json', '', slug);
      expect([found.status, (await found.json()).message]).toEqual([404, 'it-systemet kendes ikke']);
      const ofInterface = await badge('SF1500.json', '/en', slug);
      expect([ofInterface.status, await ofInterface.json()]).toMatchObject([404, { message: 'unknown product' }]);
    }
    expect((await badge('SF9999.json')).status).toBe(404);
    expect(await messageOf('SF9999.json')).toBe('snitfladen kendes ikke');
    const unknown = await ask(interfaceBadge, '/interfaces/SF9999/badges/interface.json', {
      id: 'SF9999',
      file: 'interface.json',
    });
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { message: 'snitfladen kendes ikke' }]);
    for (const file of ['product', 'product.png', '.svg', `${'x'.repeat(200)}.svg`]) {
      expect((await badge(file)).status).toBe(404);
    }
  });
});

describe('oEmbed', () => {
  const about = (url: string, more = '') => ask(oembed, `/oembed?url=${encodeURIComponent(url)}${more}`);

  it('shows a product’s page as its badge, with nothing of its name as markup', async () => {
    const answer = await about(`${publicUrl}/en/products/alfa-beta-2`);
    const body = await answer.json();
    expect(body).toMatchObject({ version: '1.0', type: 'rich', title: 'Alfa & <Beta> 2' });
    expect(body.html).toContain('src="http://localhost:3000/en/products/alfa-beta-2/badges/product.svg"');
    expect(body.html).toContain('alt="Alfa &amp; &lt;Beta&gt; 2 on Snitfladeklar"');
  });

  it.each([
    '',
    'nonsense',
    'https://example.org/products/alfa-beta-2',
    `${publicUrl}/products/unknown`,
    `${publicUrl}/products/%E0%A4%A`,
    `${publicUrl}/products/a%00`,
    `${publicUrl}/interfaces/%0A`,
    `${publicUrl}/suppliers/x`,
  ])('refuses »%s«', async (url) => {
    expect((await about(url)).status).toBe(404);
  });

  it('shows an interface’s page, too', async () => {
    const body = await (await about(`${publicUrl}/interfaces/SF1500?on=2026-11-24#versions`)).json();
    expect(body).toMatchObject({ type: 'rich', title: 'SF1500 Organisation', height: 20 });
    expect(body.html).toContain('<a href="http://localhost:3000/interfaces/SF1500"><img src=');
    expect(body.html).toContain('/interfaces/SF1500/badges/interface.svg"');
    expect(body.author_name).toBeUndefined();
    expect((await about(`${publicUrl}/interfaces/SF9999`)).status).toBe(404);
  });

  it('speaks XML with the same words, and nothing else', async () => {
    const url = `${publicUrl}/products/alfa-beta-2`;
    const answer = await about(url, '&format=xml');
    expect(answer.headers.get('Content-Type')).toBe('text/xml; charset=utf-8');
    const said: Record<string, string> = {};
    const parser = new SaxesParser();
    let element = '';
    parser.on('opentag', ({ name }) => {
      element = name;
    });
    parser.on('text', (text) => {
      said[element] = (said[element] ?? '') + text;
    });
    parser.on('closetag', () => {
      element = '';
    });
    parser.write(await answer.text()).close();
    const asText = Object.entries(await (await about(url)).json()).map(([name, value]) => [name, String(value)]);
    expect(said).toMatchObject(Object.fromEntries(asText));
    expect((await about(url, '&format=yaml')).status).toBe(501);
  });

  it('is no larger than there is room for', async () => {
    const url = `${publicUrl}/products/alfa-beta-2`;
    const { width, height } = await (await about(url)).json();
    expect([width > 60, height]).toEqual([true, 20]);
    const small = await (await about(url, '&maxwidth=60&maxheight=600')).json();
    expect([small.width, small.height]).toEqual([60, Math.floor((20 * 60) / width)]);
    expect(small.html).toContain(`width="60" height="${small.height}"`);
    for (const room of ['0', '-1', 'wide', '1e3']) expect((await about(url, `&maxwidth=${room}`)).status).toBe(400);
  });

  it('shows what became of a product that is not public any more', async () => {
    const undone = new Error('undone');
    const work = database.db.transaction(async (tx) => {
      await endPublication(tx, { declarationId: alfa.declarationId, now: now(), because: 'revoked' });
      const request = new Request(`${publicUrl}/oembed?url=${encodeURIComponent(`${publicUrl}/products/alfa-beta-2`)}`);
      const context = { ...fakeContext({ publicUrl, now }), publicDb: tx as unknown as TestDatabase['db'] };
      const body = await (await oembed.loader({ request, params: {}, context })).json();
      expect(body).toMatchObject({ title: 'Alfa & <Beta> 2', type: 'rich' });
      expect(body.html).toContain('/products/alfa-beta-2/badges/product.svg"');
      throw undone;
    });
    await expect(work).rejects.toBe(undone);
  });
});
