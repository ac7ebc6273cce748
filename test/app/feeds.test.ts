import type { LoaderFunctionArgs } from '@remix-run/node';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atomOf, jsonFeedOf } from '~/app/published/feed-formats';
import * as productFeed from '~/app/routes/public/product-feed';
import * as productsFeed from '~/app/routes/public/products-feed';
import { endPublication, publishDecision, resumePublication } from '~/db/publication';
import { fakeContext } from '~/test/app/context';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { type DecidedProduct, insertDecidedProduct, level } from '~/test/factories/decided-product';
import { insertMarket, insertSecrets } from '~/test/factories/published-market';

let database: TestDatabase;
let gone: DecidedProduct;
const now = () => new Date('2026-11-24T10:00:00Z');
const publicUrl = 'https://snitflader.example';

beforeAll(async () => {
  database = await createTestDatabase();
  await insertMarket(database.db);
  gone = await insertDecidedProduct(database.db, { name: 'Forbi & <væk>', answers: [level('SF1470', 'ready')] });
  const { decisionId = '', declarationId } = gone;
  await database.db.transaction(async (tx) => {
    await publishDecision(tx, { decisionId, now: new Date('2026-11-02T10:00:00Z') });
    await endPublication(tx, { declarationId, because: 'suspended', now: new Date('2026-11-03T10:00:00Z') });
    await resumePublication(tx, { declarationId, now: new Date('2026-11-04T10:00:00Z') });
    await endPublication(tx, { declarationId, because: 'revoked', now: new Date('2026-11-05T10:00:00Z') });
  });
});
afterAll(() => database.drop());

/** A feed reader's view, with texts as they are shown. */
function readAtom(text: string) {
  const { entries = [], ...feed } = parseAtomFeed(text);
  return {
    ...feed,
    entries: entries.map(({ title, summary, ...entry }) => ({
      ...entry,
      title: title?.value,
      summary: summary?.value,
    })),
  };
}

type Route = { loader: (args: LoaderFunctionArgs) => Promise<Response> };

async function ask(route: Route, path: string, slug = ''): Promise<Response> {
  const request = new Request(publicUrl + path);
  const file = new URL(request.url).pathname.split('/').at(-1) ?? '';
  const context = fakeContext({ db: database.db, publicUrl, now });
  try {
    return await route.loader({ request, params: { slug, file }, context });
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

async function titlesOf(path: string): Promise<(string | undefined)[]> {
  const response = await ask(productsFeed, path);
  expect(response.status).toBe(200);
  return readAtom(await response.text()).entries.map(({ title }) => title);
}

describe('the feed of a search', () => {
  it('tells of every publication and its end, latest happening first, as Atom that a reader understands', async () => {
    const response = await ask(productsFeed, '/products/feed/atom.xml');
    expect(response.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8');
    const feed = readAtom(await response.text());
    expect(feed.entries.slice(0, 4).map(({ title, updated }) => [title, updated])).toEqual([
      ['Forbi & <væk>: tilbagekaldt', '2026-11-05T10:00:00.000Z'],
      ['Forbi & <væk>: gælder igen', '2026-11-04T10:00:00.000Z'],
      ['Forbi & <væk>: suspenderet', '2026-11-03T10:00:00.000Z'],
      ['Forbi & <væk>: erklæring offentliggjort', '2026-11-02T10:00:00.000Z'],
    ]);
    expect(feed.updated).toBe('2026-11-05T10:00:00.000Z');
    const ids = feed.entries.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^tag:snitflader\.example,2026:ledger:\d+$/.test(id ?? ''))).toBe(true);
  });

  it('is the same as JSON Feed, with the same ids', async () => {
    const atom = readAtom(await (await ask(productsFeed, '/products/feed/atom.xml')).text());
    const response = await ask(productsFeed, '/en/products/feed/feed.json');
    expect(response.headers.get('Content-Type')).toBe('application/feed+json; charset=utf-8');
    const feed = parseJsonFeed(await response.json());
    expect(feed.items?.map(({ id }) => id)).toEqual(atom.entries.map(({ id }) => id));
    expect(feed.feed_url).toBe(`${publicUrl}/en/products/feed/feed.json`);
    expect(feed.items?.at(-1)?.content_text).toContain('Example data');
  });

  it.each([
    ['?interface=SF1500', ['Ældreomsorg: erklæring offentliggjort']],
    ['?supplier=omsorg-a-s&type=selvbetjening', ['Zebra: erklæring offentliggjort']],
    ['?q=aktindsigt', ['Aktindsigt 100 %: erklæring offentliggjort']],
    ['?municipality=0851', ['Ældreomsorg: erklæring offentliggjort']],
  ])('has the filters of the list: %s', async (query, titles) => {
    expect(await titlesOf(`/products/feed/atom.xml${query}`)).toEqual(titles);
  });

  it('tells of an end in the searches that found it, and in no other', async () => {
    for (const query of ['?interface=SF1470', '?level=ready', '?q=forbi', '?group=sag-dokument']) {
      expect(await titlesOf(`/products/feed/atom.xml${query}`)).toContain('Forbi & <væk>: tilbagekaldt');
    }
    for (const query of ['?interface=SF1500', '?level=planned', '?q=-forbi', '?supplier=-omsorg-a-s', '?kle=28']) {
      expect(await titlesOf(`/products/feed/atom.xml${query}`)).not.toContain('Forbi & <væk>: tilbagekaldt');
    }
  });

  it('refuses what is no filter, with a sentence', async () => {
    const response = await ask(productsFeed, '/products/feed/atom.xml?since=2026-02-30');
    expect(response.status).toBe(400);
    expect((await response.json()).detail).toContain('not a day');
    expect((await ask(productsFeed, '/products/feed/rss.xml')).status).toBe(404);
  });
});

describe('the feed of a product', () => {
  it('goes on when the product is not public any more', async () => {
    const response = await ask(productFeed, `/products/${gone.productSlug}/feed/atom.xml`, gone.productSlug);
    const { entries } = readAtom(await response.text());
    expect(entries.map(({ title }) => title?.split(': ')[1])).toEqual([
      'tilbagekaldt',
      'gælder igen',
      'suspenderet',
      'erklæring offentliggjort',
    ]);
  });

  it('is not there for what was never public', async () => {
    for (const slug of ['secret-draft', 'nothing', '']) {
      expect((await ask(productFeed, `/products/${slug}/feed/feed.json`, slug)).status).toBe(404);
    }
  });
});

describe('what is not public', () => {
  it('leaves no trace: the same bytes with and without it', async () => {
    const paths = ['atom.xml', 'feed.json', 'atom.xml?q=secret', 'atom.xml?interface=SF1500&match=any'];
    const readAll = () =>
      Promise.all(paths.map(async (path) => (await ask(productsFeed, `/products/feed/${path}`)).text()));
    const before = await readAll();
    await insertSecrets(database.db);
    expect(await readAll()).toEqual(before);
  });
});

describe('the formats', () => {
  const feed = {
    title: 'Feed',
    description: 'About "it"',
    language: 'da' as const,
    pageUrl: `${publicUrl}/products`,
    feedUrl: `${publicUrl}/products/feed/atom.xml?q=a&kle=27`,
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
    entries: [
      {
        id: 'tag:x,2026:1',
        title: 'a\u0000\u0008 ]]> <b>&',
        url: publicUrl,
        at: now(),
        text: '\u{1F600}',
        supplier: '"',
      },
    ],
  };

  it('hold any text that somebody wrote', () => {
    const read = readAtom(atomOf(feed));
    expect(read.entries[0]).toMatchObject({ title: 'a ]]> <b>&', summary: '\u{1F600}' });
    expect(read.links?.[0]?.href).toBe(feed.feedUrl);
    expect(parseJsonFeed(jsonFeedOf(feed)).items?.[0]?.title).toContain(']]> <b>&');
  });

  it('are feeds also when nothing happened', () => {
    const empty = { ...feed, entries: [] };
    expect(readAtom(atomOf(empty)).updated).toBe('1970-01-01T00:00:00.000Z');
    expect(JSON.parse(jsonFeedOf(empty)).items).toEqual([]);
  });
});
