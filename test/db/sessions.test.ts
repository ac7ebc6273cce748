import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addPerson, endPerson, endRole, giveRole } from '~/db/people';
import { memberships, municipalities, sessions } from '~/db/schema';
import { createSession, endSession, findActorBySession, sessionIdleLimit, sessionLifetime } from '~/db/sessions';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeSupplier } from '../factories/supplier-people';

const begun = new Date('2026-11-24T09:00:00Z');
const after = (milliseconds: number) => new Date(begun.getTime() + milliseconds);
const acting = { actor: null, now: begun };
let database: TestDatabase;
let personId: string;
let tokenHash: string;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.insert(municipalities).values([
    { code: '0751', name: 'Aarhus', cvr: '55133018', region: 'Midtjylland' },
    { code: '0461', name: 'Odense', cvr: '35209115', region: 'Syddanmark' },
  ]);
});
afterAll(() => database.drop());

beforeEach(async () => {
  count += 1;
  const added = await addPerson(database.db, acting, {
    name: `Person ${count}`,
    email: `person${count}@example.dk`,
    memberships: [
      { role: 'reviewer', municipalityCode: '0751' },
      { role: 'lead-reviewer', municipalityCode: '0751' },
    ],
  });
  if (!added.ok) throw new Error(added.refusal.code);
  personId = added.value.id;
  tokenHash = `hash-${count}`;
  await createSession(database.db, begun, { personId, tokenHash, previousTokenHash: null, provider: 'demo' });
});

const find = (now: Date, hash = tokenHash) => findActorBySession(database.db, now, hash);

test('tells who acts, for whom and in which roles', async () => {
  const actor = await find(after(1_000));
  expect(actor).toEqual({
    personId,
    name: `Person ${count}`,
    roles: expect.arrayContaining(['reviewer', 'lead-reviewer']),
    supplierId: null,
    municipalityCode: '0751',
  });
  expect(actor?.roles).toHaveLength(2);
});

test('knows nobody by another token', async () => {
  expect(await find(begun, 'other')).toBeUndefined();
});

test('ends when it is not used for two hours, and not while it is', async () => {
  expect(await find(after(sessionIdleLimit - 1_000))).toBeDefined();
  expect(await find(after(2 * sessionIdleLimit - 2_000))).toBeDefined();
  expect(await find(after(3 * sessionIdleLimit))).toBeUndefined();
});

test('ends twelve hours after it began, however much it is used', async () => {
  for (let at = 0; at < sessionLifetime; at += sessionIdleLimit / 2) expect(await find(after(at))).toBeDefined();
  expect(await find(after(sessionLifetime - 1))).toBeDefined();
  expect(await find(after(sessionLifetime))).toBeUndefined();
});

test('writes at most once a minute that it was seen', async () => {
  await find(after(59_000));
  const seen = async () =>
    (await database.db.select().from(sessions).where(eq(sessions.tokenHash, tokenHash)))[0]?.seenAt.getTime();
  expect(await seen()).toBe(begun.getTime());
  await find(after(61_000));
  expect(await seen()).toBe(after(61_000).getTime());
});

test('ends by signing out', async () => {
  await endSession(database.db, after(1_000), tokenHash);
  expect(await find(after(2_000))).toBeUndefined();
});

test('ends when its browser signs in anew, so that none can be prepared for somebody else', async () => {
  const session = { personId, tokenHash: `new-${count}`, previousTokenHash: tokenHash, provider: 'demo' };
  await createSession(database.db, after(1_000), session);
  expect(await find(after(2_000))).toBeUndefined();
  expect(await find(after(2_000), session.tokenHash)).toBeDefined();
});

test('gives a removed colleague nothing from the next request on', async () => {
  await endPerson(database.db, { actor: null, now: after(1_000) }, { personId });
  expect(await find(after(2_000))).toBeUndefined();
});

test('follows the roles: taken away and given in the middle of a session', async () => {
  await endRole(database.db, { actor: null, now: after(1_000) }, { personId, role: 'lead-reviewer' });
  expect((await find(after(2_000)))?.roles).toEqual(['reviewer']);
  await endRole(database.db, { actor: null, now: after(3_000) }, { personId, role: 'reviewer' });
  expect(await find(after(4_000))).toBeUndefined();
  await giveRole(database.db, { actor: null, now: after(5_000) }, { personId, membership: { role: 'auditor' } });
  expect(await find(after(6_000))).toMatchObject({ roles: ['auditor'], municipalityCode: null });
});

test('acts for one organisation only, with its roles and those of the portal', async () => {
  const { supplierId } = await makeSupplier(database.db);
  const later = { actor: null, now: after(1_000) };
  await giveRole(database.db, later, { personId, membership: { role: 'reviewer', municipalityCode: '0461' } });
  const last = { actor: null, now: after(1_500) };
  await giveRole(database.db, last, { personId, membership: { role: 'editor', supplierId } });
  await giveRole(database.db, later, { personId, membership: { role: 'coordinator' } });
  const actor = await find(after(2_000));
  expect(actor).toMatchObject({ municipalityCode: '0751', supplierId: null });
  expect([...(actor?.roles ?? [])].sort()).toEqual(['coordinator', 'lead-reviewer', 'reviewer']);
  await database.db
    .update(memberships)
    .set({ endedAt: after(3_000) })
    .where(eq(memberships.municipalityCode, '0751'));
  expect(await find(after(4_000))).toMatchObject({ municipalityCode: '0461', supplierId: null });
});
