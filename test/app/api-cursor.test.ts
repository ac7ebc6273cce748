import { parse as parseCsv } from 'csv-parse/sync';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { publicProducts, publicSupport } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { insertSmallCatalogue } from '~/test/factories/decided-product';
import { publishOn } from '~/test/factories/publish';
import { type InProcessPortal, openInProcess } from '~/test/in-process-portal';

// Promise: whoever goes through a list page by page meets everything that is there all the time, and meets it once, whatever is
// published, renamed or taken away meanwhile.

let database: TestDatabase;
let portal: InProcessPortal;
const now = new Date('2026-11-30T12:00:00Z');
const letters = ['k', 'b', 'p', 'M', 'z', 'a', 't', 'C'];
const names = Array.from({ length: 120 }, (_, index) => `${letters[index % letters.length]} system ${index}`);

beforeAll(async () => {
  database = await createTestDatabase();
  await insertSmallCatalogue(database.db);
  for (const name of names) await publishOn(database.db, { name }, now);
  portal = await openInProcess({ db: database.db, now: () => now }, ({ file }) => file.startsWith('routes/api/'));
}, 120_000);
afterAll(async () => {
  await portal?.close();
  await database?.drop();
});

interface Page {
  ids: string[];
  next: string | null;
}

async function readPage(list: string, cursor: string | null): Promise<Page> {
  const { status, text } = await portal.ask(`/api/v1/${list}${cursor === null ? '' : `?cursor=${cursor}`}`);
  expect(status).toBe(200);
  const { data, next } = JSON.parse(text) as { data: { id?: string; product?: { id: string } }[]; next: string | null };
  return { ids: data.map(({ id, product }) => id ?? product?.id ?? ''), next };
}

/** All pages, with something done between any two. */
async function walk(list: string, between: (page: number) => Promise<void>): Promise<string[]> {
  const met: string[] = [];
  let cursor: string | null = null;
  for (let page = 1; ; page += 1) {
    const { ids, next } = await readPage(list, cursor);
    met.push(...ids);
    if (next === null) return met;
    cursor = next;
    await between(page);
  }
}

const slugs = async () =>
  (await database.db.select({ slug: publicProducts.slug }).from(publicProducts)).map(({ slug }) => slug);

async function remove(slug: string): Promise<void> {
  const { db } = database;
  const [product] = await db.select().from(publicProducts).where(eq(publicProducts.slug, slug));
  await db.delete(publicSupport).where(eq(publicSupport.productId, product?.productId ?? ''));
  await db.delete(publicProducts).where(eq(publicProducts.slug, slug));
}

let change = 0;
beforeEach(() => {
  change += 1;
});

it.each(['products', 'matrix'])(
  '%s are complete and without repetition while others are published and renamed',
  async (list) => {
    const before = await slugs();
    const removed: string[] = [];
    const met = await walk(list, async (page) => {
      // From the end to the front and the other way round, as the names are sorted.
      const first = before[page] ?? '';
      const last = before.at(-page) ?? '';
      await database.db
        .update(publicProducts)
        .set({ name: `Å nyt navn ${change}` })
        .where(eq(publicProducts.slug, first));
      await database.db
        .update(publicProducts)
        .set({ name: `0 nyt navn ${change}` })
        .where(eq(publicProducts.slug, last));
      await publishOn(database.db, { name: `a ny ${change} ${page}` }, now);
      await publishOn(database.db, { name: `z ny ${change} ${page}` }, now);
      const gone = before[50 + page] ?? '';
      removed.push(gone);
      await remove(gone);
    });
    const stayed = before.filter((slug) => !removed.includes(slug));
    expect(stayed.length).toBeGreaterThan(100);
    expect(stayed.filter((slug) => !met.includes(slug))).toEqual([]);
    expect(new Set(met).size).toBe(met.length);
    expect((await slugs()).length).toBeGreaterThan(stayed.length);
  },
);

it('a table of several pages has each product once', async () => {
  const { text } = await portal.ask('/api/v1/products?format=csv');
  const rows: { id: string }[] = parseCsv(text, { columns: true, bom: true });
  expect(rows.map(({ id }) => id).sort()).toEqual((await slugs()).sort());
});

it('suppliers are all met, too', async () => {
  const met = await walk('suppliers', async () => undefined);
  expect(new Set(met).size).toBe(met.length);
  expect(met.length).toBeGreaterThan(0);
});
