import { createHash } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as productApi from '~/app/routes/api/product';
import * as productPage from '~/app/routes/public/product';
import * as productBadge from '~/app/routes/public/product-badge';
import * as productFeed from '~/app/routes/public/product-feed';
import * as publicationPage from '~/app/routes/public/publication';
import { databaseOn } from '~/db/past';
import { addPerson } from '~/db/people';
import { publishDecision, rebuildPublished } from '~/db/publication';
import { publishAttestations } from '~/db/publication/public-attestations';
import { findPublishedProduct, listPublishedProducts } from '~/db/published/products';
import { listPublicationsInFull } from '~/db/published/publications';
import { findRedirect, listMerged } from '~/db/published/redirects';
import { listMovedAway, readSplits } from '~/db/published/splits';
import { findPublishedSupplier } from '~/db/published/suppliers';
import { type ChangeInput, listChanges, makeChange, previewChange, undoChange } from '~/db/registry/changes';
import { listPresentProducts } from '~/db/registry/facts';
import type { RegistryRequest } from '~/db/registry/plan-change';
import * as schema from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { copenhagenDay } from '~/workflows/day';
import { noFilters } from '~/workflows/product-query';
import type { Result } from '~/workflows/refusal';
import { fakeContext } from '../app/context';
import { createTestDatabase, type TestDatabase } from '../database';
import { insertDecidedProduct, level } from '../factories/decided-product';
import { insertMarket, marketDay } from '../factories/published-market';
import { getValue } from '../factories/reviewed-case';
import { makeSupplierPerson } from '../factories/supplier-people';

interface Route {
  loader: (args: LoaderFunctionArgs) => Promise<unknown>;
}

let database: TestDatabase;
let coordinator: Acting;
const now = new Date('2026-11-20T10:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  await insertMarket(db());
  const { id, name } = getValue(
    await addPerson(
      db(),
      { actor: null, now },
      { name: 'Koordinator', email: 'k@example.org', memberships: [{ role: 'coordinator' }] },
    ),
  );
  coordinator = {
    actor: { personId: id, name, roles: ['coordinator'], supplierId: null, municipalityCode: null },
    now,
  };
  await attach('zebra');
});
// Each test undoes what it merged, so that one database does for all.
afterAll(() => database.drop());

const db = () => database.db;

const codeOf = async (result: Promise<Result<unknown>>) => {
  const found = await result;
  return found.ok ? 'ok' : found.refusal.code;
};
const make = (request: RegistryRequest, change: Partial<ChangeInput> = {}, by = coordinator) =>
  makeChange(db(), by, { request, reason: 'De er det samme.', fingerprint: null, confirmed: true, ...change });
const undo = (changeId: string, at = now) =>
  undoChange(db(), { ...coordinator, now: at }, { changeId, reason: 'Det var forkert.', confirmed: true });

const zebra: RegistryRequest = { kind: 'product-merge', from: 'zebra', to: '-ldreomsorg' };
const companies: RegistryRequest = { kind: 'supplier-merge', from: '87654321', to: '12345678' };

/** Everything that the public can read, but for the ledger (which tells of both ways) and the version. */
async function publicRows(): Promise<Record<string, unknown>> {
  const tables = await db().execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'published' order by 1`,
  );
  const rows: Record<string, unknown> = {};
  for (const { name } of tables) {
    // What happened is not undone: the ledger and the past tell of both.
    if (name.startsWith('ledger') || name.startsWith('past_') || name === 'state') continue;
    rows[name] = await db().execute(
      sql`select to_jsonb(t) as row from ${sql.identifier('published')}.${sql.identifier(name)} t order by 1`,
    );
  }
  return rows;
}

/** Everything else that a merge may write. */
async function ownRows(): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {};
  for (const name of [
    'suppliers',
    'memberships',
    'stewards',
    'attestations',
    'api_tokens',
    'well_known_sources',
    'conflicts_of_interest',
  ]) {
    rows[name] = await db().execute(
      sql`select to_jsonb(t) as row from ${sql.identifier(name)} t where not coalesce(to_jsonb(t)->>'ended_at', '') = ${now.toISOString().replace('.000Z', '+00:00')} order by 1`,
    );
  }
  rows.products = await db().execute(sql`select to_jsonb(t) - 'version' as row from products t order by 1`);
  return rows;
}

async function productId(slug: string): Promise<string> {
  const [row] = await db().select().from(schema.products).where(eq(schema.products.slug, slug));
  return row?.id ?? '';
}

describe('a product goes up in another', () => {
  test('and comes out again: the public reads the same bytes as before', async () => {
    const before = [await publicRows(), await ownRows()];
    const { changeId } = getValue(await make(zebra));
    expect(await findPublishedProduct(db(), 'zebra', marketDay)).toBeUndefined();
    expect(await findRedirect(db(), 'product', 'zebra')).toBe('-ldreomsorg');
    expect(await listMerged(db(), 'product', '-ldreomsorg')).toEqual([{ slug: 'zebra', name: 'Zebra', mergedAt: now }]);
    // What was published can still be read and cited.
    expect(await listPublicationsInFull(db(), 'zebra', marketDay)).toHaveLength(1);
    expect(await findPublishedProduct(db(), '-ldreomsorg', marketDay)).toMatchObject({
      attestations: [expect.objectContaining({ municipalityCode: '0851' })],
    });
    getValue(await undo(changeId));
    expect([await publicRows(), await ownRows()]).toEqual(before);
    expect(await codeOf(undo(changeId))).toBe('registry-undone');
  });

  test('rebuilding makes the same rows', async () => {
    const { changeId } = getValue(await make(zebra));
    const merged = await publicRows();
    await rebuildPublished(db());
    expect(await publicRows()).toEqual(merged);
    getValue(await undo(changeId));
  });

  test('over two merges the first address leads to the last survivor, and the first cannot be undone before the second', async () => {
    await insertDecided('Yak');
    const first = getValue(await make({ kind: 'product-merge', from: 'yak', to: 'zebra' }));
    const later = { ...coordinator, now: new Date(now.getTime() + 60_000) };
    const second = getValue(await make(zebra, {}, later));
    expect(await findRedirect(db(), 'product', 'yak')).toBe('-ldreomsorg');
    expect(await codeOf(undo(first.changeId))).toBe('registry-undo-order');
    getValue(await undo(second.changeId));
    expect(await findRedirect(db(), 'product', 'yak')).toBe('zebra');
    getValue(await undo(first.changeId));
    expect(await findRedirect(db(), 'product', 'yak')).toBeUndefined();
  });

  test('is not undone where somebody has changed what it moved; then nothing of it is', async () => {
    await insertDecided('Ugle');
    await attach('ugle');
    const { changeId } = getValue(await make({ ...zebra, from: 'ugle' }));
    const moved = await productId('-ldreomsorg');
    await db().update(schema.apiTokens).set({ productId: null }).where(eq(schema.apiTokens.productId, moved));
    const before = await publicRows();
    expect(await codeOf(undo(changeId))).toBe('registry-undo-moved');
    expect(await publicRows()).toEqual(before);
    expect(await db().$count(schema.attestations, eq(schema.attestations.productId, moved))).toBe(1);
  });

  test('what ended the case meanwhile is how the publication ended', async () => {
    await insertDecided('Vibe');
    const { changeId } = getValue(await make({ ...zebra, from: 'vibe' }));
    await db().execute(sql`alter table cases disable trigger user`);
    await db()
      .update(schema.cases)
      .set({ state: 'revoked' })
      .where(eq(schema.cases.productId, await productId('vibe')));
    await db().execute(sql`alter table cases enable trigger user`);
    getValue(await undo(changeId));
    expect(await findPublishedProduct(db(), 'vibe', marketDay)).toBeUndefined();
    const [row] = await db().select().from(schema.publications).where(eq(schema.publications.productSlug, 'vibe'));
    expect(row?.endedBecause).toBe('revoked');
  });
});

test('old addresses lead on: pages, badges, feeds, the API, also by KITOS uuid and in English', async () => {
  const { changeId } = getValue(await make({ kind: 'product-merge', from: '-ldreomsorg', to: 'zebra' }));
  const ask = async (route: Route, path: string, params: Record<string, string>) => {
    const request = new Request(`http://localhost:3000${path}`);
    const context = fakeContext({ db: db(), now: () => now });
    const answer = await route.loader({ request, params, context }).catch((thrown: unknown) => thrown);
    return answer instanceof Response ? [answer.status, answer.headers.get('location')] : [200, null];
  };
  const slug = '-ldreomsorg';
  const old = `/products/${slug}`;
  expect(await ask(productPage, old, { slug })).toEqual([301, '/products/zebra#merged']);
  expect(await ask(productPage, `/en${old}`, { slug })).toEqual([301, '/en/products/zebra#merged']);
  const file = 'product.svg';
  const badge = await ask(productBadge, `${old}/badges/${file}`, { slug, file });
  expect(badge).toEqual([301, '/products/zebra/badges/product.svg']);
  const feed = await ask(productFeed, `${old}/feed/atom.xml`, { slug, file: 'atom.xml' });
  expect(feed).toEqual([301, '/products/zebra/feed/atom.xml']);
  for (const id of [slug, '3f2b0d4e-1c3a-4f5b-8d6e-7a8b9c0d1e2f'])
    expect(await ask(productApi, `/api/v1/products/${id}`, { id })).toEqual([301, '/api/v1/products/zebra']);
  const asTable = await ask(productApi, `/api/v1/products/${slug}?format=csv`, { id: slug });
  expect(asTable).toEqual([301, '/api/v1/products/zebra?format=csv']);
  expect(await ask(publicationPage, `${old}/publications/1`, { slug, number: '1' })).toEqual([200, null]);
  expect(await ask(productPage, '/products/zebra', { slug: 'zebra' })).toEqual([200, null]);
  getValue(await undo(changeId));
  expect(await ask(productPage, old, { slug })).toEqual([200, null]);
});

describe('is refused', () => {
  test('for whoever may not, without a reason or a confirmation, and when the preview is not what is there', async () => {
    const auditor = { ...coordinator, actor: { ...coordinator.actor, roles: ['auditor' as const] } };
    expect(await codeOf(make(zebra, {}, auditor))).toBe('role-required');
    expect(await codeOf(make(zebra, { reason: 'kort' }))).toBe('registry-reason-needed');
    expect(await codeOf(make(zebra, { confirmed: false }))).toBe('registry-not-confirmed');
    const { fingerprint } = getValue(await previewChange(db(), auditor, zebra));
    await attach('zebra', 'SF1470');
    expect(await codeOf(make(zebra, { fingerprint }))).toBe('registry-has-moved');
    const seen = getValue(await previewChange(db(), coordinator, zebra)).fingerprint;
    const { changeId } = getValue(await make(zebra, { fingerprint: seen }));
    getValue(await undo(changeId));
    expect(await listChanges(db(), changeId)).toMatchObject([
      { from: 'Zebra', to: 'Ældreomsorg', reason: 'De er det samme.' },
    ]);
  });

  test('across suppliers, into itself, with a case under way, and into what is less known', async () => {
    const into = (from: string, to: string) => codeOf(make({ kind: 'product-merge', from, to }));
    expect(await into('zebra', 'zebra')).toBe('registry-same');
    expect(await into('zebra', 'ingenting')).toBe('not-found');
    expect(await into('zebra', 'aktindsigt-100-')).toBe('registry-other-supplier');
    await insertDecidedProduct(db(), { name: 'Under vejs', answers: [level('SF1500', 'ready')], outcome: null });
    expect(await into('under-vejs', 'zebra')).toBe('registry-case-open');
    expect(await into('zebra', 'under-vejs')).toBe('registry-survivor-not-public');
  });
});

describe('a supplier goes up in another', () => {
  test('with its products; addresses, filters and the CVR number lead on; undone, all is as before', async () => {
    const before = await publicRows();
    const { changeId } = getValue(await make(companies));
    expect(await findPublishedSupplier(db(), '87654321')).toBeUndefined();
    expect(await findRedirect(db(), 'supplier', '87654321')).toBe('omsorg-a-s');
    const [row] = await db().select().from(schema.suppliers).where(eq(schema.suppliers.cvr, '87654321'));
    expect(row?.endedAt).toEqual(now);
    const filters = { ...noFilters, supplier: [row?.slug ?? ''] };
    expect((await listPublishedProducts(db(), filters, { today: marketDay })).total).toBeGreaterThan(2);
    const merged = await publicRows();
    await rebuildPublished(db());
    expect(await publicRows()).toEqual(merged);
    getValue(await undo(changeId));
    expect(await publicRows()).toEqual(before);
  });

  test('nobody gets to more than they did: roles hold for the products that they came with', async () => {
    const [from, to] = await Promise.all(
      ['87654321', '12345678'].map(async (cvr) => {
        const [row] = await db().select().from(schema.suppliers).where(eq(schema.suppliers.cvr, cvr));
        return row?.id ?? '';
      }),
    );
    const editor = await makeSupplierPerson(db(), from ?? '', 'editor', 'supplier-admin');
    await makeSupplierPerson(db(), to ?? '', 'supplier-admin');
    const { changeId } = getValue(await make(companies));
    const held = async () =>
      (await db().select().from(schema.memberships).where(eq(schema.memberships.personId, editor.actor.personId)))
        .map(({ role, supplierId, onlyChosenProducts, endedAt }) => [
          role,
          supplierId === to,
          onlyChosenProducts,
          endedAt !== null,
        ])
        .sort();
    expect(await held()).toEqual([
      ['editor', true, true, false],
      ['supplier-admin', false, false, true],
    ]);
    expect(await db().$count(schema.membershipProducts)).toBeGreaterThan(0);
    getValue(await undo(changeId));
    expect(await held()).toEqual([
      ['editor', false, false, false],
      ['supplier-admin', false, false, false],
    ]);
    expect(await db().$count(schema.membershipProducts)).toBe(0);
  });
});

describe('a split', () => {
  test('gives some of a supplier’s products to a new one; never all of them', async () => {
    const before = await publicRows();
    const request = {
      kind: 'supplier-split',
      from: '12345678',
      cvr: '11223344',
      name: 'Ny A/S',
      products: ['zebra'],
    } as const;
    const { changeId } = getValue(await make(request));
    expect(await findPublishedProduct(db(), 'zebra', marketDay)).toMatchObject({ supplierSlug: 'ny-a-s' });
    expect(await listMovedAway(db(), '12345678')).toEqual([
      { slug: 'zebra', name: 'Zebra', splitAt: now, supplierSlug: 'ny-a-s', supplierName: 'Ny A/S' },
    ]);
    const [left] = await db().select().from(schema.suppliers).where(eq(schema.suppliers.cvr, '12345678'));
    const all = await listPresentProducts(db(), left?.id ?? '');
    const everything = { ...request, cvr: '55667788', products: all.map(({ slug }) => slug) };
    expect(await codeOf(make(everything))).toBe('registry-nothing-left');
    getValue(await undo(changeId));
    expect(await publicRows()).toEqual(before);
    expect(await listMovedAway(db(), '12345678')).toEqual([]);
  });

  test('makes a second product that nobody sees before it is approved, and that ends with an undo', async () => {
    const before = await publicRows();
    const request = { kind: 'product-split', from: '-ldreomsorg', name: 'Ældreomsorg Plan', takesKitos: true } as const;
    const { changeId } = getValue(await make(request));
    const [made] = await db().select().from(schema.products).where(eq(schema.products.name, 'Ældreomsorg Plan'));
    expect(made).toMatchObject({ kitosUuid: '3f2b0d4e-1c3a-4f5b-8d6e-7a8b9c0d1e2f', kle: ['27.36'], endedAt: null });
    expect(await publicRows()).toEqual(before);
    expect(await codeOf(make(request))).toBe('registry-name-in-use');
    getValue(await undo(changeId));
    const [ended] = await db().select().from(schema.products).where(eq(schema.products.name, 'Ældreomsorg Plan'));
    expect(ended).toMatchObject({ kitosUuid: null, endedAt: now });
  });

  test('is told on both pages once the new product is public, on past days from then on; and is then not undone', async () => {
    const at = (days: number) => new Date(now.getTime() + days * 86_400_000);
    const request = {
      kind: 'product-split',
      from: '-ldreomsorg',
      name: 'Ældreomsorg Rute',
      takesKitos: false,
    } as const;
    const { changeId } = getValue(await make(request));
    const [made] = await db().select().from(schema.products).where(eq(schema.products.name, 'Ældreomsorg Rute'));
    const split = { slug: made?.slug ?? '', name: 'Ældreomsorg Rute', splitAt: now };
    expect((await readSplits(db(), '-ldreomsorg')).into).toEqual([]);
    const decided = await insertDecidedProduct(db(), {
      productId: made?.id,
      name: 'Ældreomsorg Rute',
      answers: [level('SF1500', 'ready')],
    });
    await db().transaction((tx) => publishDecision(tx, { decisionId: decided.decisionId ?? '', now: at(3) }));
    expect((await readSplits(db(), '-ldreomsorg')).into).toEqual([split]);
    const old = { slug: '-ldreomsorg', name: 'Ældreomsorg', splitAt: now };
    expect((await readSplits(db(), split.slug)).from).toEqual(old);
    const on = (date: Date) => databaseOn(database.sql, copenhagenDay(date));
    expect((await readSplits(on(at(2)), '-ldreomsorg')).into).toEqual([]);
    expect((await readSplits(on(at(3)), '-ldreomsorg')).into).toEqual([split]);
    expect((await readSplits(on(at(3)), split.slug)).from).toEqual(old);
    expect(await codeOf(undo(changeId))).toBe('registry-undo-used');
    const told = await publicRows();
    await rebuildPublished(db(), at(4));
    expect(await publicRows()).toEqual(told);
  });
});

async function insertDecided(name: string) {
  const made = await insertDecidedProduct(db(), { name, answers: [level('SF1500', 'ready')] });
  await db().transaction((tx) => publishDecision(tx, { decisionId: made.decisionId ?? '', now }));
}

/** An attestation, a steward and a token of the product that goes up. */
async function attach(slug: string, interfaceId = 'SF1500'): Promise<void> {
  const id = await productId(slug);
  const [row] = await db().select().from(schema.products).where(eq(schema.products.id, id));
  const person = await makeSupplierPerson(db(), row?.supplierId ?? '', 'editor');
  const personId = person.actor.personId;
  const attestationId = crypto.randomUUID();
  await db()
    .insert(schema.attestations)
    .values({
      id: attestationId,
      municipalityCode: '0851',
      productId: id,
      interfaceId,
      sinceOn: '2026-01-01',
      isNamed: true,
      confirmedOn: '2026-11-01',
      validTo: '2027-11-01',
      confirmedBy: personId,
      createdAt: new Date('2026-11-01T10:00:00Z'),
    });
  await db().transaction((tx) =>
    publishAttestations(tx, { ids: [attestationId], productId: id, now: new Date('2026-11-01T10:00:00Z') }),
  );
  await db()
    .insert(schema.stewards)
    .values({
      id: crypto.randomUUID(),
      productId: id,
      personId,
      place: interfaceId === 'SF1500' ? 1 : 2,
      createdAt: new Date('2026-11-01T10:00:00Z'),
    });
  await db()
    .insert(schema.apiTokens)
    .values({
      id: crypto.randomUUID(),
      supplierId: row?.supplierId ?? '',
      productId: id,
      name: `${slug} alene`,
      prefix: 'sd_1',
      tokenHash: createHash('sha256').update(attestationId).digest('hex'),
      scopes: ['declarations:read'] as never,
      createdBy: personId,
      createdAt: new Date('2026-11-01T10:00:00Z'),
      expiresAt: new Date('2027-11-01T10:00:00Z'),
    });
}
