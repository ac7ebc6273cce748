import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { findDrawn, forgetDrawn, keepDrawn } from '~/app/drawn-parts.server';
import * as productRoute from '~/app/routes/public/product';
import { createKeptPages, lease } from '~/app/server/kept-pages';
import { publishDecision } from '~/db/publication';
import { publishDispute } from '~/db/publication/public-disputes';
import { getPublishedVersion } from '~/db/published/version';
import * as schema from '~/db/schema';
import { copenhagenDay } from '~/workflows/day';
import type { Language } from '~/workflows/words';
import { createTestDatabase, type TestDatabase } from '../../database';
import { insertDecidedProduct, insertSmallCatalogue, level } from '../../factories/decided-product';
import { fakeContext } from '../context';

let database: TestDatabase;
let productId: string;
let slug: string;
const morning = new Date('2026-11-24T10:00:00Z');
let now = morning;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertSmallCatalogue(database.db);
  ({ productId } = await publish('Vaks'));
  const [row] = await database.db.select({ slug: schema.publicProducts.slug }).from(schema.publicProducts);
  slug = row?.slug ?? '';
});
afterAll(() => database.drop());
beforeEach(() => {
  forgetDrawn();
  now = morning;
});

async function publish(name: string) {
  const product = await insertDecidedProduct(database.db, { name, answers: [level('SF1500', 'ready')] });
  await database.db.transaction((tx) => publishDecision(tx, { decisionId: product.decisionId ?? '', now }));
  return product;
}

/** As the web process has it; what changed is believed to be as before for as long as a lease lasts (record 15). */
function openKept() {
  const readVersion = () => getPublishedVersion(database.db);
  return createKeptPages({ readState: async () => `${await readVersion()} ${copenhagenDay(now)}`, readVersion });
}

/** Loads the page and, where it has to be drawn, leaves what it was drawn from in place of its text. */
async function visit({ remember }: ReturnType<typeof openKept>, language: Language = 'da') {
  const request = new Request(`http://localhost:3000${language === 'en' ? '/en' : ''}/products/${slug}`);
  const context = { ...fakeContext({ db: database.db, now: () => now }), remember };
  const opened = await productRoute.loader({ request, params: { slug }, context });
  const { content } = opened.drawn;
  if (opened.view) {
    keepDrawn('product', language, content, [Buffer.from(JSON.stringify(opened.view))]);
    await vi.waitFor(() => expect(findDrawn('product', language, content)).toBeDefined());
  }
  return opened;
}

const nextLease = () => wait(lease + 20);

test('a product that is drawn already is neither loaded nor drawn again, in its own language', async () => {
  const kept = openKept();
  expect((await visit(kept)).view).not.toBeNull();
  const again = await visit(kept);
  expect(again.view).toBeNull();
  expect(again.product).toMatchObject({ name: 'Vaks', slug });
  expect((await visit(kept, 'en')).view).not.toBeNull();
  expect((await visit(kept, 'en')).view).toBeNull();
});

test('a publication of another product leaves what is drawn of this one', async () => {
  const kept = openKept();
  await visit(kept);
  await publish('Et andet');
  await nextLease();
  expect((await visit(kept)).view).toBeNull();
});

test('a dispute of one of its answers, and its end, are another content at once', async () => {
  const kept = openKept();
  await visit(kept);
  const id = await dispute();
  await nextLease();
  const disputed = await visit(kept);
  expect(disputed.view?.disputes).toMatchObject([{ statement: 'Det passer ikke.' }]);
  expect((await visit(kept)).view).toBeNull();
  await database.db.transaction(async (tx) => {
    await tx.update(schema.disputes).set({ state: 'resolved', outcome: 'Afklaret.', endedAt: now });
    await publishDispute(tx, id, now);
  });
  await nextLease();
  const resolved = await visit(kept);
  expect(resolved.view?.disputes[0]?.resolvedAt).not.toBeNull();
  expect(resolved.drawn.content).not.toBe(disputed.drawn.content);
});

test('the next day is another content', async () => {
  const kept = openKept();
  await visit(kept);
  now = new Date('2026-11-25T10:00:00Z');
  await nextLease();
  expect((await visit(kept)).view?.today).toBe('2026-11-25');
});

test('where nothing can be remembered it is loaded each time', async () => {
  const context = fakeContext({ db: database.db, now: () => now });
  const request = new Request(`http://localhost:3000/products/${slug}`);
  const open = () => productRoute.loader({ request, params: { slug }, context });
  expect((await open()).drawn.content).toBe((await open()).drawn.content);
  expect((await open()).view).not.toBeNull();
});

async function dispute(): Promise<string> {
  const id = randomUUID();
  const row = {
    id,
    productId,
    questionKey: 'if-support@SF1500',
    publicationNumber: 1,
    name: 'Ukendt',
    email: 'a@example.org',
    organisation: 'Borger',
    reason: 'Nej',
    language: 'da' as const,
    tokenHash: 'hash',
    createdAt: now,
    confirmedAt: now,
    expiresAt: new Date('2027-01-01T00:00:00Z'),
    state: 'open' as const,
    statement: 'Det passer ikke.',
    statedBy: 'En kommune',
    acceptedAt: now,
  };
  await database.db.insert(schema.disputes).values(row);
  await database.db.transaction((tx) => publishDispute(tx, id, now));
  return id;
}
