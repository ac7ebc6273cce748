import { randomUUID } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as interfaceGroupApi from '~/app/routes/api/interface-group';
import * as interfaceGroupsApi from '~/app/routes/api/interface-groups';
import * as interfacesApi from '~/app/routes/api/interfaces';
import * as matrixApi from '~/app/routes/api/matrix';
import * as productApi from '~/app/routes/api/product';
import * as productsApi from '~/app/routes/api/products';
import * as profileApi from '~/app/routes/api/profile';
import * as suppliersApi from '~/app/routes/api/suppliers';
import * as answerHistory from '~/app/routes/public/answer-history';
import * as compare from '~/app/routes/public/compare';
import * as home from '~/app/routes/public/home';
import * as interfaceRoute from '~/app/routes/public/interface';
import * as interfaceGroup from '~/app/routes/public/interface-group';
import * as interfaces from '~/app/routes/public/interfaces';
import * as municipalities from '~/app/routes/public/municipalities';
import * as municipality from '~/app/routes/public/municipality';
import * as product from '~/app/routes/public/product';
import * as products from '~/app/routes/public/products';
import * as profile from '~/app/routes/public/profile';
import * as profileFile from '~/app/routes/public/profile-annex';
import * as publication from '~/app/routes/public/publication';
import * as publicationChanges from '~/app/routes/public/publication-changes';
import * as publications from '~/app/routes/public/publications';
import * as statistics from '~/app/routes/public/statistics';
import * as supplier from '~/app/routes/public/supplier';
import * as suppliers from '~/app/routes/public/suppliers';
import { answerOnDay } from '~/app/server/on-day';
import { databaseOn } from '~/db/past';
import { type EndReason, endPublication, rebuildPublished, resumePublication } from '~/db/publication';
import { publishDispute } from '~/db/publication/public-disputes';
import { findFirstDay } from '~/db/published/first-day';
import * as schema from '~/db/schema';
import { fakeContext } from '~/test/app/context';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { about, type DecidedProduct, insertSmallCatalogue, level } from '~/test/factories/decided-product';
import { publishOn } from '~/test/factories/publish';
import { copenhagenDay } from '~/workflows/day';
import { endOfDay } from '~/workflows/working-days';

interface Route {
  loader: (args: LoaderFunctionArgs) => Promise<unknown>;
}

const views: readonly [Route, string, Record<string, string>][] = [
  [home, '/', {}],
  [products, '/products', {}],
  [products, '/products?interface=SF1500&level=in_production&sort=newest', {}],
  [products, '/products?q=organisation&fresh=30', {}],
  [product, '/products/alfa', { slug: 'alfa' }],
  [product, '/products/beta', { slug: 'beta' }],
  [publications, '/products/alfa/publications', { slug: 'alfa' }],
  [publication, '/products/alfa/publications/1', { slug: 'alfa', number: '1' }],
  [publication, '/products/alfa/publications/2', { slug: 'alfa', number: '2' }],
  [publicationChanges, '/products/alfa/publications/changes', { slug: 'alfa' }],
  [answerHistory, '/products/alfa/answers/if-support@SF1500', { slug: 'alfa', key: 'if-support@SF1500' }],
  [profile, '/profile?need=SF1500~ready~must~reviewed&need=SF1470~planned~should', {}],
  [profileApi, '/api/v1/profile?need=SF1500~ready~must~reviewed&need=SF1470~planned~should', {}],
  [profileFile, '/profile/answers.json?need=SF1500', { file: 'answers.json' }],
  [suppliers, '/suppliers', {}],
  [supplier, '/suppliers/omsorg-a-s', { slug: 'omsorg-a-s' }],
  [interfaces, '/interfaces', {}],
  [interfaceRoute, '/interfaces/SF1500', { id: 'SF1500' }],
  [interfaceGroup, '/interfaces/groups/organisation', { id: 'organisation' }],
  [compare, '/compare', {}],
  [municipalities, '/municipalities', {}],
  [municipality, '/municipalities/0101', { code: '0101' }],
  [statistics, '/statistics', {}],
  [productsApi, '/api/v1/products', {}],
  [productsApi, '/api/v1/products?format=csv', {}],
  [productApi, '/api/v1/products/alfa', { id: 'alfa' }],
  [interfaceGroupsApi, '/api/v1/interface-groups', {}],
  [interfaceGroupApi, '/api/v1/interface-groups/organisation', { id: 'organisation' }],
  [matrixApi, '/api/v1/matrix?format=csv', {}],
  [suppliersApi, '/api/v1/suppliers', {}],
  [interfacesApi, '/api/v1/interfaces', {}],
];

let database: TestDatabase;
let alfa: DecidedProduct;
/** What every view showed at the end of a day, by day. */
const shown = new Map<string, unknown[]>();

async function see(route: Route, path: string, params: Record<string, string>, context: LoaderFunctionArgs['context']) {
  const answer = await route
    .loader({ request: new Request(`http://localhost:3000${path}`), params, context })
    .catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return { status: answer.status, body: await answer.text() };
  if (answer instanceof Error) throw answer;
  // By what a page is kept is no part of what it shows (decision 0042).
  return JSON.parse(JSON.stringify(answer, (name, value) => (name === 'drawn' ? undefined : value)));
}

function seeAll(context: LoaderFunctionArgs['context']): Promise<unknown[]> {
  return Promise.all(views.map((view) => see(...view, context)));
}

/** Takes down what every page shows at the end of a day. */
async function takeDown(day: string): Promise<void> {
  shown.set(day, await seeAll(fakeContext({ db: database.db, now: () => endOfDay(day) })));
}

function seeOn(day: string): Promise<unknown[]> {
  const now = () => endOfDay(day);
  return seeAll({ ...fakeContext({ now }), publicDb: databaseOn(database.sql, day) });
}

const at = (day: string) => new Date(`${day}T10:00:00Z`);

function end(because: EndReason, day: string): Promise<void> {
  const { declarationId } = alfa;
  return database.db.transaction((tx) => endPublication(tx, { declarationId, because, now: at(day) }));
}

async function dispute(change: Partial<typeof schema.disputes.$inferInsert>, day: string): Promise<void> {
  const row = {
    id: disputeId,
    productId: alfa.productId,
    questionKey: 'if-support@SF1500',
    publicationNumber: 2,
    name: 'Ukendt',
    email: 'a@example.org',
    organisation: 'Borger',
    reason: 'Nej',
    language: 'da' as const,
    tokenHash: 'hash',
    createdAt: at(day),
    confirmedAt: at(day),
    expiresAt: at('2027-01-01'),
    state: 'open' as const,
    statement: 'Det passer ikke.',
    statedBy: 'En kommune',
    acceptedAt: at(day),
    ...change,
  };
  const { disputes } = schema;
  await database.db
    .insert(disputes)
    .values(row)
    .onConflictDoUpdate({ target: disputes.id, set: { state: row.state, ...change } });
  await database.db.transaction((tx) => publishDispute(tx, disputeId, at(day)));
}
const disputeId = randomUUID();

/** One thing happens a day; after each, what the pages show is taken down. */
const happenings: readonly [string, () => Promise<unknown>][] = [
  [
    '2026-03-02',
    async () => {
      const answers = [
        level('SF1500', 'in_production', { evidence: [{ validTo: '2026-04-15', url: 'https://example.org/doc' }] }),
        about('SF1500', 'if-municipalities', ['0101'], { type: 'municipality_list' }),
        level('SF1470', 'planned'),
        about('SF1470', 'if-planned-date', '2026-06-01', { type: 'date' }),
      ];
      alfa = await publishOn(database.db, { name: 'Alfa', answers }, at('2026-03-02'));
    },
  ],
  ['2026-03-10', () => publishOn(database.db, { name: 'Beta', municipality: '0851' }, at('2026-03-10'))],
  [
    '2026-03-20',
    () => {
      const answers = [level('SF1500', 'ready'), level('SF1470', 'ready'), { questionId: 'gen-version', value: '2' }];
      return publishOn(database.db, { name: 'Alfa', answers, after: alfa }, at('2026-03-20'));
    },
  ],
  ['2026-04-01', () => dispute({}, '2026-04-01')],
  ['2026-04-05', () => dispute({ state: 'answered', approvedReply: 'Jo.', repliedAt: at('2026-04-05') }, '2026-04-05')],
  ['2026-04-09', () => dispute({ state: 'resolved', outcome: 'Afklaret.', endedAt: at('2026-04-09') }, '2026-04-09')],
  // Nothing happens, but evidence runs out.
  ['2026-04-16', async () => undefined],
  ['2026-05-01', () => end('suspended', '2026-05-01')],
  [
    '2026-05-05',
    () =>
      database.db.transaction((tx) =>
        resumePublication(tx, { declarationId: alfa.declarationId, now: at('2026-05-05') }),
      ),
  ],
  ['2026-06-01', () => end('suspended', '2026-06-01')],
  ['2026-06-03', () => end('revoked', '2026-06-03')],
];

beforeAll(async () => {
  database = await createTestDatabase();
  await insertSmallCatalogue(database.db);
  for (const [day, happen] of happenings) {
    await happen();
    await takeDown(day);
  }
}, 60_000);
afterAll(() => database.drop());

describe('a past day', () => {
  it.each(happenings.map(([day]) => day))('%s is shown exactly as it was', async (day) => {
    expect(await seeOn(day)).toEqual(shown.get(day));
  });

  it('differs from the days around it', () => {
    const days = [...shown.values()].map((day) => JSON.stringify(day));
    // Reply and end of a dispute are told, evidence that ran out is not shown in the same way on every page.
    expect(new Set(days).size).toBeGreaterThanOrEqual(happenings.length - 1);
  });

  it('stays as it was between two changes, and when the read model is made anew', async () => {
    const names = (await seeOn('2026-03-15'))[1];
    expect(names).toMatchObject({ total: 2 });
    const before = await seeOn('2026-03-20');
    await rebuildPublished(database.db, at('2026-07-01'));
    expect(await seeOn('2026-03-20')).toEqual(before);
    expect(await seeOn('2026-06-03')).toEqual(shown.get('2026-06-03'));
  });

  it('has every table of the read model, with the same columns', async () => {
    const tables = Object.values(schema).filter(
      (table) => is(table, PgTable) && getTableConfig(table).schema === 'published',
    );
    const columns = async (of: string) => {
      const rows = await database.sql<{ name: string }[]>`
        select table_name || '.' || column_name as name from information_schema.columns where table_schema = ${of}`;
      return new Set(rows.map(({ name }) => name));
    };
    const [present, past] = [await columns('published'), await columns('past')];
    // What is kept of the past is read as of a day without what only the present needs.
    const own = /^(?:past_(?:attestations|disputes|review_clocks)\.|past_(?:products|support)\.)/;
    const missing = [...present].filter((name) => !past.has(name) && !own.test(name));
    expect(tables.map((table) => getTableName(table as PgTable)).length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });
});

describe('an address with a day', () => {
  const answered: { url: string; kind: string | undefined }[] = [];
  const now = () => at('2026-06-10');
  const answer = (request: Request) => {
    const portal = { publicSql: database.sql, publicDb: database.db, now };
    const pages = answerOnDay(async ({ url }, context) => {
      answered.push({ url: url.replace('http://localhost:3000', ''), kind: context.viewedDay?.kind });
      return new Response(copenhagenDay(context.now()));
    }, portal);
    return pages(request, fakeContext({ now }));
  };

  async function ask(path: string) {
    answered.length = 0;
    const response = await answer(new Request(`http://localhost:3000${path}`));
    return [answered[0]?.kind ?? null, answered[0]?.url ?? response.headers.get('Location'), await response.text()];
  }

  it.each([
    ['/products?on=2026-04-01&q=a', 'past', '/products?q=a', '2026-04-01'],
    ['/en/products/alfa?on=2026-03-02', 'past', '/en/products/alfa', '2026-03-02'],
    ['/interfaces/groups/organisation?on=2026-04-01', 'past', '/interfaces/groups/organisation', '2026-04-01'],
    ['/products?on=2027-01-01', 'future', '/products', '2026-06-10'],
    ['/?on=', null, '/', ''],
    ['/?on=2026-06-10', null, '/', ''],
    [
      '/api/v1/interface-groups/organisation?on=2026-04-01',
      'past',
      '/api/v1/interface-groups/organisation',
      '2026-04-01',
    ],
    ['/api/v1/products?on=2026-06-10', null, '/api/v1/products', '2026-06-10'],
    ['/products?on=2026-02-30', 'refused', '/products', '2026-06-10'],
    ['/products?on=2026-03-01', 'refused', '/products', '2026-06-10'],
    ['/products?on=2031-06-11', 'refused', '/products', '2026-06-10'],
    ['/products?on=2026-04-01&on=2026-04-02', 'refused', '/products', '2026-06-10'],
    ['/products/alfa/publications/1?on=2026-04-01', 'past', '/products/alfa/publications/1', '2026-04-01'],
    [
      '/en/products/alfa/answers/gen-version?on=2026-04-01',
      'past',
      '/en/products/alfa/answers/gen-version',
      '2026-04-01',
    ],
    // A requirement profile's day is a part of it, also where it is today.
    ['/profile?on=2026-04-01', 'past', '/profile?on=2026-04-01', '2026-04-01'],
    ['/en/profile/annex.pdf?on=2026-06-10', null, '/en/profile/annex.pdf?on=2026-06-10', '2026-06-10'],
    ['/api/v1/profile?on=2027-04-01', 'future', '/api/v1/profile?on=2027-04-01', '2026-06-10'],
  ])('%s', async (path, kind, url, body) => {
    expect(await ask(path)).toEqual([kind, url, body]);
  });

  it.each([
    '/products/feed/atom.xml',
    '/en/products/alfa/feed/feed.json',
    '/products/alfa/badges/product.svg',
    '/interfaces/SF1500/badges/interface.json',
    '/oembed',
    '/catalog.ttl',
    '/sitemap.xml',
    '/api/v1/dump/products.csv.gz',
  ])('%s tells only of the present, and says so to whoever asks for a day', async (path) => {
    answered.length = 0;
    const response = await answer(new Request(`http://localhost:3000${path}?on=2026-04-01`));
    expect([response.status, answered]).toEqual([400, []]);
    expect(((await response.json()) as { detail: string }).detail).toContain('only the present');
  });

  it('knows when the first publication was', async () => {
    expect(await findFirstDay(database.db)).toBe('2026-03-02');
    const empty = await createTestDatabase();
    expect(await findFirstDay(empty.db)).toBe(null);
    await empty.drop();
  });
});
