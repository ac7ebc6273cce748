import { randomUUID } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as answerHistory from '~/app/routes/public/answer-history';
import * as publication from '~/app/routes/public/publication';
import * as changes from '~/app/routes/public/publication-changes';
import * as publications from '~/app/routes/public/publications';
import { endPublication, publishDecision } from '~/db/publication';
import * as schema from '~/db/schema';
import { fakeContext } from '~/test/app/context';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { insertDecidedProduct, level } from '~/test/factories/decided-product';
import { insertMarket, insertSecrets } from '~/test/factories/published-market';

let database: TestDatabase;
const slug = 'aktindsigt-100-';
const later = new Date('2026-11-20T10:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  await insertMarket(database.db);
  await publishAgain();
  const answers = [level('SF1500', 'ready'), { questionId: 'gen-version', value: 'hidden again' }];
  const { decisionId = '', declarationId } = await insertDecidedProduct(database.db, { name: 'Gone', answers });
  await database.db.transaction(async (tx) => {
    await publishDecision(tx, { decisionId, now: later });
    await endPublication(tx, { declarationId, because: 'revoked', now: later });
  });
});
afterAll(() => database.drop());

/** A second publication of Aktindsigt, in which one answer is another and one is gone. */
async function publishAgain(): Promise<void> {
  const { db } = database;
  const of = and(eq(schema.publications.productSlug, slug), eq(schema.publications.number, 1));
  const [first] = await db.select().from(schema.publications).where(of);
  if (!first) throw new Error('Aktindsigt is published.');
  const answers = first.document.answers
    .filter(({ interfaceId }) => interfaceId === 'SF1470')
    .map((answer) => ({ ...answer, value: 'in_production', justification: 'Nu i drift hos to kommuner.' }));
  const document = { ...first.document, number: 2, answers };
  const row = {
    id: randomUUID(),
    decisionId: randomUUID(),
    productSlug: slug,
    number: 2,
    document,
    publishedAt: later,
  };
  await db.update(schema.publications).set({ endedAt: later, endedBecause: 'superseded' }).where(of);
  await db.insert(schema.publications).values(row);
  await db.update(schema.publicProducts).set({ publicationNumber: 2 }).where(eq(schema.publicProducts.slug, slug));
}

interface Route<Data> {
  loader: (args: LoaderFunctionArgs) => Promise<Data>;
}

function open<Data>(
  route: Route<Data>,
  of: string,
  rest: { number?: string; key?: string; query?: string } = {},
): Promise<Data> {
  const request = new Request(`http://localhost:3000/products/${of}/publications${rest.query ?? ''}`);
  const params = { slug: of, ...(rest.number && { number: rest.number }), ...(rest.key && { key: rest.key }) };
  return route.loader({ request, params, context: fakeContext({ db: database.db }) });
}

async function refusal<Data>(...given: Parameters<typeof open<Data>>): Promise<Response> {
  const thrown = await open(...given).catch((error: unknown) => error);
  if (thrown instanceof Response) return thrown;
  throw new Error('It should have been refused.');
}

describe('the publications of a product', () => {
  it('are all there, latest first, with how long each answer has stood', async () => {
    const view = await open(publications, slug);
    expect(view.publications.map(({ number, publishedOn, endedOn }) => [number, publishedOn, endedOn])).toEqual([
      [2, '2026-11-20', null],
      [1, '2026-11-01', '2026-11-20'],
    ]);
    expect(view.ages.map(({ about, sinceOn, changes: times }) => [about?.da, sinceOn, times])).toEqual([
      ['SF1470 Sags- og Dokumentindeks', '2026-11-20', 1],
    ]);
  });

  it('stand each as it was published', async () => {
    const first = await open(publication, slug, { number: '1' });
    expect(first.isCurrent).toBe(false);
    const rows = first.supportGroups.flatMap(({ rows: inGroup }) => inGroup);
    expect(rows.map(({ interfaceId, level: support }) => [interfaceId, support])).toEqual([
      ['SF1500', 'not_relevant'],
      ['SF1470', 'ready'],
    ]);
    const second = await open(publication, slug, { number: '2' });
    expect(second.isCurrent).toBe(true);
    expect(JSON.stringify(second)).not.toContain('not_relevant');
  });

  it('can be compared, any two of them in either direction', async () => {
    const forwards = await open(changes, slug);
    expect([forwards.before.number, forwards.after.number]).toEqual([1, 2]);
    expect(forwards.answers.map(({ before, after }) => [before?.value ?? null, after?.value ?? null])).toEqual([
      ['ready', 'in_production'],
      ['not_relevant', null],
    ]);
    const backwards = await open(changes, slug, { query: '/changes?from=2&to=1' });
    expect(backwards.answers.map(({ after }) => after?.value)).toEqual(['ready', 'not_relevant']);
    expect((await open(changes, slug, { query: '/changes?from=1&to=1' })).answers).toEqual([]);
  });

  it.each(['from=0', 'from=x', 'to=3', 'from=1&to=99', 'from=1e3', 'to=1234567'])(
    '%s is no comparison',
    async (query) => {
      const refused = await refusal(changes, slug, { query: `/changes?${query}` });
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({ queryProblem: { because: 'unknown-value' } });
    },
  );

  it.each(['3', '0', 'x', '1.5', '99999999999'])('there is no publication %s', async (number) => {
    expect((await refusal(publication, slug, { number })).status).toBe(404);
  });
});

describe('the history of an answer', () => {
  const key = 'if-support@SF1470';

  it('has what each publication said, with the level and the step of its day, and who approved it', async () => {
    const { stages, about, isPresent } = await open(answerHistory, slug, { key });
    expect(about?.da).toContain('SF1470');
    expect(isPresent).toBe(true);
    expect(
      stages.map(({ number, publishedOn, step, answer, before, support }) => [
        ...[number, publishedOn, step, before?.value, answer?.value, answer?.approvedBy, support?.level],
      ]),
    ).toEqual([
      [2, '2026-11-20', 'changed', 'ready', 'in_production', '0851', 'in_production'],
      [1, '2026-11-01', 'new', undefined, 'ready', '0851', 'ready'],
    ]);
  });

  it('goes on where an answer is not in force any more', async () => {
    const { stages, isPresent } = await open(answerHistory, slug, { key: 'if-support@SF1500' });
    expect(isPresent).toBe(false);
    expect(stages.map(({ number, step, support }) => [number, step, support])).toEqual([
      [2, 'gone', null],
      [1, 'new', expect.objectContaining({ level: 'not_relevant' })],
    ]);
  });

  it('has the disputes about this answer, and none about one that is not public any more', async () => {
    const { db } = database;
    const [product] = await db.select().from(schema.publicProducts).where(eq(schema.publicProducts.slug, slug));
    const dispute = (questionKey: string) => ({
      disputeId: randomUUID(),
      productId: product?.productId ?? '',
      questionKey,
      publicationNumber: 1,
      statement: `Vi er uenige i ${questionKey}.`,
      statedBy: 'Odder Kommune',
      openedAt: later,
    });
    await db.insert(schema.publicDisputes).values([dispute(key), dispute('if-support@SF1500')]);
    const { disputes } = await open(answerHistory, slug, { key });
    expect(disputes.map(({ statement }) => statement)).toEqual([`Vi er uenige i ${key}.`]);
    const gone = await open(answerHistory, slug, { key: 'if-support@SF1500' });
    expect(JSON.stringify(gone)).not.toContain('Vi er uenige');
    await db.delete(schema.publicDisputes);
  });

  it.each(['nothing', "'", 'if-support'])('there is none of %s', async (nothing) => {
    expect((await refusal(answerHistory, slug, { key: nothing })).status).toBe(404);
  });
});

describe('what is not public', () => {
  it('shows its tombstone alone once it is taken away, whichever page is asked for', async () => {
    const refused = [
      await refusal(publications, 'gone'),
      await refusal(publication, 'gone', { number: '1' }),
      await refusal(changes, 'gone', { query: '/changes?from=1&to=1' }),
      await refusal(answerHistory, 'gone', { key: 'if-support@SF1500' }),
      await refusal(answerHistory, 'gone', { key: 'nothing' }),
    ];
    for (const response of refused) {
      expect(response.status).toBe(410);
      expect(await response.text()).not.toContain('hidden again');
    }
    expect((await refusal(publication, 'gone', { number: '2' })).status).toBe(404);
  });

  it('is not there, and changes nothing', async () => {
    const before = JSON.stringify([await open(publications, slug), await open(changes, slug)]);
    await insertSecrets(database.db);
    for (const of of ['secret-draft', 'secret-of-omsorg', 'nothing']) {
      expect((await refusal(publications, of)).status).toBe(404);
      expect((await refusal(publication, of, { number: '1' })).status).toBe(404);
      expect((await refusal(changes, of, { query: '/changes?from=1' })).status).toBe(404);
      expect((await refusal(answerHistory, of, { key: 'if-support@SF1500' })).status).toBe(404);
    }
    expect(JSON.stringify([await open(publications, slug), await open(changes, slug)])).toBe(before);
  });
});
