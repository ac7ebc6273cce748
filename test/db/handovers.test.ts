import { and, eq, isNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeRoles } from '~/db/colleagues';
import { endHandover, handOver, listHandovers, listHandoversTo } from '~/db/handovers';
import { outbox, sectionAssignments } from '~/db/schema';
import type { Acting, Actor } from '~/workflows/actor';
import type { Result } from '~/workflows/refusal';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson } from '../factories/supplier-people';

type Somebody = Acting & { actor: Actor & { supplierId: string } };

let database: TestDatabase;
let supplierId: string;
let admin: Somebody;

beforeAll(async () => {
  database = await createTestDatabase({ content: true });
  ({ supplierId } = await makeSupplier(database.db));
  admin = await makeSupplierPerson(database.db, supplierId, 'supplier-admin', 'signatory');
});
afterAll(() => database.drop());

function getValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const hand = (by: Somebody, declarationId: string, to: Somebody, message = '') =>
  handOver(database.db, by, { declarationId, sectionId: 'produkt', assigneeId: to.actor.personId, message });

/** What somebody is mailed about, oldest first. */
async function mailsTo(who: Somebody): Promise<unknown[]> {
  const rows = await database.db
    .select({ payload: outbox.payload })
    .from(outbox)
    .where(sql`${outbox.payload} -> 'to' -> 'personIds' ? ${who.actor.personId}`)
    .orderBy(outbox.createdAt, outbox.id);
  return rows.map(({ payload }) => (payload as { about: string }).about);
}

test('a section handed back tells whoever asked, not that it was taken from them', async () => {
  const { declarationId } = await makeDeclaration(database.db, admin);
  const colleague = await makeSupplierPerson(database.db, supplierId, 'editor');
  const asker = await makeSupplierPerson(database.db, supplierId, 'signatory');
  const { handoverId } = getValue(await hand(asker, declarationId, colleague, 'Ring, hvis du er i tvivl.'));
  expect(await listHandoversTo(database.db, colleague.actor)).toMatchObject([
    { declarationId, sectionId: 'produkt', assignedByName: asker.actor.name, message: 'Ring, hvis du er i tvivl.' },
  ]);
  getValue(await endHandover(database.db, colleague, { declarationId, handoverId, as: 'taken-back' }));
  expect(await mailsTo(asker)).toEqual(['handover-returned']);
  expect(await mailsTo(colleague)).toEqual(['handover']);
  expect(await listHandoversTo(database.db, colleague.actor)).toEqual([]);
});

test('two who hand the same section over at the same moment leave it in one pair of hands', async () => {
  const { declarationId } = await makeDeclaration(database.db, admin);
  const colleagues = await Promise.all([1, 2, 3].map(() => makeSupplierPerson(database.db, supplierId, 'editor')));
  const both = await Promise.all(colleagues.map((colleague) => hand(admin, declarationId, colleague)));
  expect(both.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(await listHandovers(database.db, declarationId)).toHaveLength(1);
  const open = and(eq(sectionAssignments.declarationId, declarationId), isNull(sectionAssignments.endedAt));
  expect(await database.db.$count(sectionAssignments, open)).toBe(1);
});

test('reported done and taken back at the same moment it ends once', async () => {
  const { declarationId } = await makeDeclaration(database.db, admin);
  const colleague = await makeSupplierPerson(database.db, supplierId, 'editor');
  const { handoverId } = getValue(await hand(admin, declarationId, colleague));
  const both = await Promise.all([
    endHandover(database.db, colleague, { declarationId, handoverId, as: 'done' }),
    endHandover(database.db, admin, { declarationId, handoverId, as: 'taken-back' }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test('whoever is restricted to other products is no longer told of the section', async () => {
  const [mine, other] = [await makeDeclaration(database.db, admin), await makeDeclaration(database.db, admin)];
  const colleague = await makeSupplierPerson(database.db, supplierId, 'editor');
  const { personId } = colleague.actor;
  getValue(await hand(admin, mine.declarationId, colleague));
  getValue(
    await changeRoles(database.db, admin, { personId, roles: [{ role: 'editor', productIds: [other.productId] }] }),
  );
  const limited: Actor = { ...colleague.actor, restrictedTo: { editor: [other.productId] } };
  expect(await listHandoversTo(database.db, limited)).toEqual([]);
  expect(await hand(admin, mine.declarationId, colleague)).toMatchObject({ refusal: { code: 'assignee-cannot-edit' } });
});
