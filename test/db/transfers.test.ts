import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveAnswers } from '~/db/answers';
import { sendCaseEvent } from '~/db/cases/send-event';
import { findDeclarationFor } from '~/db/declarations';
import { rebuildPublished } from '~/db/publication';
import { listSupplierChanges } from '~/db/published/disputes';
import { findPublishedProduct } from '~/db/published/products';
import { getPublishedVersion } from '~/db/published/version';
import { cases, evidence, products, publications, publicProducts, publicSuppliers, suppliers } from '~/db/schema';
import { listStewards } from '~/db/stewards';
import { decideTransfer, listTransfers, offerTransfer } from '~/db/transfers';
import type { Acting, Actor } from '~/workflows/actor';
import type { Result } from '~/workflows/refusal';
import { createTestDatabase, type TestDatabase } from '../database';
import { CaseWalk, type CaseWorld, getValue, makeCaseWorld } from '../factories/reviewed-case';
import { makeDeclaration, makeSupplier, makeSupplierPerson, productFacts, testNow } from '../factories/supplier-people';

type SupplierActing = Acting & { actor: Actor & { supplierId: string } };

let database: TestDatabase;
let world: CaseWorld;
let giver: Acting;
let taker: SupplierActing;
let takerCvr: string;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await makeCaseWorld(database.db);
  giver = world.supplierAdmin;
  const other = await makeSupplier(database.db, 'Overtager');
  takerCvr = other.cvr;
  taker = await makeSupplierPerson(database.db, other.supplierId, 'supplier-admin', 'signatory');
});
afterAll(() => database.drop());

const codeOf = async (result: Promise<Result<unknown>>) => {
  const found = await result;
  return found.ok ? 'ok' : found.refusal.code;
};
const offer = (productId: string, by: Acting = giver, toCvr = takerCvr) =>
  offerTransfer(database.db, by, { productId, toCvr, message: 'Vi har solgt systemet.' });
const decide = (transferId: string, as: 'accepted' | 'declined' | 'taken-back', by: Acting = taker) =>
  decideTransfer(database.db, by, { transferId, as });

async function approve(): Promise<CaseWalk> {
  const walk = await CaseWalk.begin(world);
  await walk.toDecision();
  await walk.decide('approved');
  return walk;
}

async function productOf(walk: CaseWalk) {
  const [row] = await database.db
    .select({ product: products })
    .from(cases)
    .innerJoin(products, eq(products.id, cases.productId))
    .where(eq(cases.id, walk.caseId));
  if (!row) throw new Error('The case has no product.');
  return row.product;
}

describe('a draft', () => {
  test('goes along; from then on it is the other company’s and no longer the first one’s', async () => {
    const { productId, declarationId } = await makeDeclaration(database.db, world.signatory);
    const before = await getPublishedVersion(database.db);
    const { transferId } = getValue(await offer(productId));
    expect(await findDeclarationFor(database.db, taker.actor, declarationId)).toBeUndefined();
    getValue(await decide(transferId, 'accepted'));
    expect(await findDeclarationFor(database.db, world.editor.actor, declarationId)).toBeUndefined();
    expect((await findDeclarationFor(database.db, taker.actor, declarationId))?.supplier.id).toBe(
      taker.actor.supplierId,
    );
    const save = (by: Acting) => codeOf(saveAnswers(database.db, by, { declarationId, answers: [] }));
    expect(await save(world.signatory)).toBe('not-found');
    expect(await save(taker)).toBe('ok');
    const [draft] = await database.db.select().from(cases).where(eq(cases.declarationId, declarationId));
    const withdraw = (by: Acting) =>
      codeOf(
        sendCaseEvent(database.db, by, {
          caseId: draft?.id ?? '',
          expectedVersion: draft?.version ?? 0,
          event: { type: 'withdraw', note: '' },
        }),
      );
    expect(await withdraw(world.signatory)).toBe('not-found');
    expect(await withdraw(taker)).toBe('ok');
    const stewards = await listStewards(database.db, taker.actor.supplierId);
    expect(stewards).toContainEqual(expect.objectContaining({ productId, personId: taker.actor.personId }));
    // Nothing of it was ever public: the transfer leaves no trace there.
    expect(await getPublishedVersion(database.db)).toBe(before);
    const [product] = await database.db.select().from(products).where(eq(products.id, productId));
    expect(await listSupplierChanges(database.db, product?.slug ?? '')).toEqual([]);
  });
});

describe('a case', () => {
  test('that a municipality works on holds the product back, also one that is sent after the offer', async () => {
    const walk = await CaseWalk.begin(world);
    const { id } = await productOf(walk);
    const { transferId } = getValue(await offer(id));
    await walk.submit();
    expect(await codeOf(decide(transferId, 'accepted'))).toBe('transfer-case-open');
    getValue(await decide(transferId, 'declined'));
    expect(await codeOf(offer(id))).toBe('transfer-case-open');
    expect((await productOf(walk)).supplierId).toBe(world.supplierId);
  });

  test('sent at the moment of the transfer: either goes through, never both', async () => {
    const walk = await CaseWalk.begin(world);
    const { id } = await productOf(walk);
    const { transferId } = getValue(await offer(id));
    const [sent, moved] = await Promise.all([
      walk.submit().then(
        () => 'ok',
        () => 'refused',
      ),
      codeOf(decide(transferId, 'accepted')),
    ]);
    expect([sent, moved]).toContain('ok');
    expect(sent === 'ok' && moved === 'ok').toBe(false);
  });
});

describe('a published product', () => {
  test('is told of under its new supplier with the earlier one, and stays citable as it was', async () => {
    const { db } = database;
    const walk = await approve();
    const product = await productOf(walk);
    const [cited] = await db.select().from(publications).where(eq(publications.productSlug, product.slug));
    const [from] = await db.select().from(suppliers).where(eq(suppliers.id, world.supplierId));
    const [to] = await db.select().from(suppliers).where(eq(suppliers.id, taker.actor.supplierId));
    const version = await getPublishedVersion(db);
    // After it was published, as the walk's clock has it.
    const later = { ...taker, now: walk.now };
    getValue(await decide(getValue(await offer(product.id)).transferId, 'accepted', later));
    expect(await getPublishedVersion(db)).toBeGreaterThan(version);
    const shown = await findPublishedProduct(db, product.slug, '2026-12-01');
    expect(shown).toMatchObject({ slug: product.slug, supplierName: to?.name, supplierCvr: takerCvr });
    expect(await listSupplierChanges(db, product.slug)).toEqual([
      { fromName: from?.name, toName: to?.name, changedAt: later.now },
    ]);
    const [after] = await db.select().from(publications).where(eq(publications.productSlug, product.slug));
    expect(after).toEqual(cited);
    expect(after?.document.supplier.name).toBe(from?.name);
    expect(await db.$count(publicSuppliers, eq(publicSuppliers.slug, to?.slug ?? ''))).toBe(1);
    const rows = await db.select().from(publicProducts);
    await rebuildPublished(db);
    expect(await db.select().from(publicProducts)).toEqual(rows);
    expect(await listSupplierChanges(db, product.slug)).toHaveLength(1);
    const [again] = await db.select().from(publications).where(eq(publications.productSlug, product.slug));
    expect(again).toEqual(cited);
  });

  test('can be withdrawn by its new supplier and by nobody of the earlier one', async () => {
    const walk = await approve();
    const product = await productOf(walk);
    getValue(await decide(getValue(await offer(product.id)).transferId, 'accepted'));
    const [row] = await database.db.select().from(cases).where(eq(cases.id, walk.caseId));
    const withdraw = (by: Acting) =>
      codeOf(
        sendCaseEvent(database.db, by, {
          caseId: walk.caseId,
          expectedVersion: row?.version ?? 0,
          event: { type: 'withdraw', note: '' },
        }),
      );
    expect(await withdraw(world.signatory)).toBe('not-found');
    expect(await withdraw(taker)).toBe('ok');
    expect(await findPublishedProduct(database.db, product.slug, '2026-12-01')).toBeUndefined();
  });
});

test('is for the two administrators only, once, and not where the name is taken', async () => {
  const { productId } = await makeDeclaration(database.db, world.signatory);
  const stranger = await makeSupplierPerson(
    database.db,
    (await makeSupplier(database.db)).supplierId,
    'supplier-admin',
  );
  const editor = await makeSupplierPerson(database.db, taker.actor.supplierId, 'editor', 'signatory');
  expect(await codeOf(offer(productId, world.signatory))).toBe('role-required');
  expect(await codeOf(offer(productId, stranger))).toBe('not-found');
  expect(await codeOf(offer(productId, giver, '00000000'))).toBe('transfer-to-whom');
  const { transferId } = getValue(await offer(productId));
  expect(await codeOf(offer(productId))).toBe('transfer-open');
  expect(await codeOf(decide(transferId, 'accepted', editor))).toBe('role-required');
  expect(await codeOf(decide(transferId, 'accepted', stranger))).toBe('not-found');
  expect(await codeOf(decide(transferId, 'accepted', giver))).toBe('not-found');
  expect(await codeOf(decide(transferId, 'taken-back', taker))).toBe('not-found');
  const both = await Promise.all([
    codeOf(decide(transferId, 'accepted')),
    codeOf(decide(transferId, 'taken-back', giver)),
  ]);
  expect(both.toSorted()).toEqual(['ok', 'transfer-decided']);
  expect((await listTransfers(database.db, taker.actor.supplierId)).some(({ id }) => id === transferId)).toBe(true);
  const named = await makeDeclaration(database.db, world.signatory, { name: 'Samme navn' });
  await makeDeclaration(database.db, taker, { name: 'samme NAVN' });
  expect(await codeOf(offer(named.productId))).toBe('transfer-name-in-use');
});

test('takes the evidence along', async () => {
  const { productId, declarationId } = await makeDeclaration(database.db, world.signatory, productFacts());
  await database.db.insert(evidence).values({
    id: crypto.randomUUID(),
    supplierId: world.supplierId,
    declarationId,
    type: 'public_doc',
    title: 'Dokumentation',
    url: 'https://example.org',
    observedOn: '2026-11-01',
    hash: 'h',
    createdBy: world.signatory.actor.personId,
    createdAt: testNow,
  });
  getValue(await decide(getValue(await offer(productId)).transferId, 'accepted'));
  const [row] = await database.db.select().from(evidence).where(eq(evidence.declarationId, declarationId));
  expect(row?.supplierId).toBe(taker.actor.supplierId);
});
