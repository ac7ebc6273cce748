import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLog } from '~/db/log';
import {
  addPerson,
  endPerson,
  endRole,
  findPersonByEmail,
  findPersonByIdentity,
  giveRole,
  listPeople,
  type NewPerson,
} from '~/db/people';
import { log, municipalities } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeSupplier } from '../factories/supplier-people';

const now = new Date('2026-11-24T09:00:00Z');
const acting = { actor: null, now };
let database: TestDatabase;
let supplierId: string;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ supplierId } = await makeSupplier(database.db));
  await database.db
    .insert(municipalities)
    .values({ code: '0751', name: 'Aarhus', cvr: '55133018', region: 'Midtjylland' });
});
afterAll(() => database.drop());

async function add(input: Partial<NewPerson> = {}) {
  count += 1;
  const person = { name: `Person ${count}`, email: `person${count}@example.dk`, ...input };
  const added = await addPerson(database.db, acting, person);
  if (!added.ok) throw new Error(added.refusal.code);
  return added.value;
}

async function refusalOf(result: Promise<{ ok: true } | { ok: false; refusal: { code: string } }>) {
  const { ...found } = await result;
  return found.ok ? null : found.refusal.code;
}

describe('adding', () => {
  test('a person with identity and role makes them findable, and one log row', async () => {
    const identity = { provider: 'demo', subject: 'reviewer-a' };
    const person = await add({
      identities: [identity],
      memberships: [{ role: 'reviewer', municipalityCode: '0751' }],
    });
    expect(await findPersonByIdentity(database.db, identity)).toEqual(person);
    expect(await findPersonByEmail(database.db, person.email.toUpperCase())).toEqual(person);
    const rows = await database.db.select().from(log).where(eq(log.subjectId, person.id));
    expect(rows.map(({ action }) => action)).toEqual(['person.add']);
  });

  test('refuses an e-mail or identity that somebody has, and writes nothing', async () => {
    const identity = { provider: 'demo', subject: 'taken' };
    const { email } = await add({ identities: [identity] });
    const before = await listPeople(database.db);
    const other = { name: 'Anden', email: 'anden@example.dk' };
    expect(await refusalOf(addPerson(database.db, acting, { ...other, email: email.toUpperCase() }))).toBe(
      'person-email-taken',
    );
    expect(await refusalOf(addPerson(database.db, acting, { ...other, identities: [identity] }))).toBe(
      'person-identity-taken',
    );
    expect(await listPeople(database.db)).toEqual(before);
  });

  test.each([
    [{ role: 'reviewer' as const }],
    [{ role: 'coordinator' as const, municipalityCode: '0751' }],
    [{ role: 'editor' as const, municipalityCode: '0751' }],
  ])('refuses a role in the wrong kind of organisation: %j', async (membership) => {
    count += 1;
    const person = { name: 'Forkert', email: `forkert${count}@example.dk`, memberships: [membership] };
    expect(await refusalOf(addPerson(database.db, acting, person))).toBe('membership-wrong-organisation');
  });

  test('refuses a supplier’s role in a municipality as well', async () => {
    const membership = { role: 'editor' as const, supplierId, municipalityCode: '0751' };
    const person = { name: 'Forkert', email: 'begge@example.dk', memberships: [membership] };
    expect(await refusalOf(addPerson(database.db, acting, person))).toBe('membership-wrong-organisation');
  });
});

describe('roles', () => {
  test('are given once and ended once', async () => {
    const { id: personId } = await add();
    const membership = { role: 'signatory' as const, supplierId };
    expect(await refusalOf(giveRole(database.db, acting, { personId, membership }))).toBeNull();
    expect(await refusalOf(giveRole(database.db, acting, { personId, membership }))).toBe('membership-exists');
    expect(await refusalOf(endRole(database.db, acting, { personId, role: 'signatory' }))).toBeNull();
    expect(await refusalOf(endRole(database.db, acting, { personId, role: 'signatory' }))).toBe('membership-unknown');
    expect(await refusalOf(giveRole(database.db, acting, { personId, membership }))).toBeNull();
  });

  test('are listed with their organisation', async () => {
    const { id } = await add({
      identities: [{ provider: 'demo', subject: 'listed' }],
      memberships: [{ role: 'lead-reviewer', municipalityCode: '0751' }, { role: 'auditor' }],
    });
    const listed = (await listPeople(database.db, { provider: 'demo' })).find((person) => person.id === id);
    expect(listed?.memberships).toHaveLength(2);
    expect(listed?.memberships).toContainEqual({ role: 'lead-reviewer', organisation: 'Aarhus' });
    expect(listed?.memberships).toContainEqual({ role: 'auditor', organisation: null });
  });
});

test('who has ended is found by nothing and gets no roles', async () => {
  const identity = { provider: 'demo', subject: 'ended' };
  const { id: personId, email } = await add({ identities: [identity], memberships: [{ role: 'auditor' }] });
  expect(await refusalOf(endPerson(database.db, acting, { personId }))).toBeNull();
  expect(await findPersonByIdentity(database.db, identity)).toBeUndefined();
  expect(await findPersonByEmail(database.db, email)).toBeUndefined();
  const membership = { role: 'auditor' as const };
  expect(await refusalOf(giveRole(database.db, acting, { personId, membership }))).toBe('person-unknown');
  const subjects = (await listPeople(database.db, { provider: 'demo' })).flatMap(({ identities }) => identities);
  expect(subjects.map(({ subject }) => subject)).not.toContain('ended');
});

test('every change stands in the log, whose chain is whole', async () => {
  expect((await verifyLog(database.db)).problem).toBeNull();
});
