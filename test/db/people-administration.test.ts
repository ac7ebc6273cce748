import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLog } from '~/db/log';
import {
  addPersonAs,
  type ChosenRole,
  endPersonAs,
  endRoleAs,
  findPersonFor,
  giveRoleAs,
  listPeopleFor,
} from '~/db/people-administration';
import { memberships, sessions } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import type { Role } from '~/workflows/words';
import { createTestDatabase, type TestDatabase } from '../database';
import {
  type CaseWorld,
  getValue,
  makeCaseWorld,
  makeReviewer,
  municipalityA,
  municipalityB,
} from '../factories/reviewed-case';

let test: TestDatabase;
let world: CaseWorld;
let adminA: Acting;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
  adminA = await makeReviewer(test.db, 'municipal-admin', municipalityA);
});
afterAll(() => test.drop());

let count = 0;
const add = (by: Acting, role: Role, organisation: string, change: { name?: string; email?: string } = {}) => {
  count += 1;
  const chosen: ChosenRole = { role, organisation };
  const input = { name: `Ny Person ${count}`, email: `ny-${count}@example.org`, language: 'da' as const, chosen };
  return addPersonAs(test.db, by, { ...input, ...change });
};
const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) =>
  result.ok ? 'ok' : result.refusal.code;
const search = (by: Acting, text: string) => listPeopleFor(test.db, by.actor, { search: text, page: 1 });

async function openMembership(personId: string, role: Role): Promise<string> {
  const [row] = await test.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), eq(memberships.role, role), isNull(memberships.endedAt)));
  return row?.id ?? '';
}

describe('who may look after whom', () => {
  it('the coordinator everybody, an administrator their own municipality, others nobody', async () => {
    expect(codeOf(await add(world.coordinator, 'reviewer', municipalityB))).toBe('ok');
    expect(codeOf(await add(world.coordinator, 'auditor', ''))).toBe('ok');
    expect(codeOf(await add(adminA, 'lead-reviewer', municipalityA))).toBe('ok');
    expect(codeOf(await add(adminA, 'reviewer', municipalityB))).toBe('role-required');
    expect(codeOf(await add(adminA, 'coordinator', ''))).toBe('role-required');
    for (const by of [world.auditor, world.leadA, world.reviewerA, world.supplierAdmin]) {
      expect(codeOf(await add(by, 'reviewer', municipalityA))).toBe('role-required');
    }
  });

  it('an administrator sees no person and no role of others', async () => {
    const elsewhere = getValue(await add(world.coordinator, 'reviewer', municipalityB, { name: 'Kun I B' }));
    expect((await search(adminA, 'Kun I B')).total).toBe(0);
    expect(await findPersonFor(test.db, adminA.actor, elsewhere.id)).toBeUndefined();
    const chosen = { role: 'reviewer', organisation: municipalityA } as const;
    expect(codeOf(await giveRoleAs(test.db, adminA, { personId: elsewhere.id, chosen }))).toBe('not-found');
    getValue(await giveRoleAs(test.db, world.coordinator, { personId: elsewhere.id, chosen }));
    const seen = await findPersonFor(test.db, adminA.actor, elsewhere.id);
    expect(seen?.memberships.map(({ municipalityCode }) => municipalityCode)).toEqual([municipalityA]);
    expect((await search(adminA, 'Kun I B')).rows[0]?.roles).toHaveLength(1);
    expect((await search(world.auditor, 'Kun I B')).rows[0]?.roles).toHaveLength(2);
  });

  it('nobody ends a role that is not theirs to end', async () => {
    const person = getValue(await add(world.coordinator, 'reviewer', municipalityB));
    const membershipId = await openMembership(person.id, 'reviewer');
    const ask = { personId: person.id, membershipId };
    expect(codeOf(await endRoleAs(test.db, adminA, ask))).toBe('not-found');
    expect(codeOf(await endRoleAs(test.db, world.auditor, ask))).toBe('role-required');
    expect(codeOf(await endPersonAs(test.db, world.auditor, { personId: person.id }))).toBe('role-required');
    expect(await openMembership(person.id, 'reviewer')).toBe(membershipId);
  });
});

describe('what is asked of the input', () => {
  it.each([
    ['name-required', { name: '  ' }],
    ['name-required', { name: 'To\nlinjer' }],
    ['email-not-valid', { email: 'ingen adresse' }],
  ])('%s', async (code, change) => {
    expect(codeOf(await add(world.coordinator, 'reviewer', municipalityA, change))).toBe(code);
  });

  it('an organisation that is there, and an e-mail that nobody has', async () => {
    expect(codeOf(await add(world.coordinator, 'reviewer', '9999'))).toBe('organisation-unknown');
    expect(codeOf(await add(world.coordinator, 'signatory', municipalityA))).toBe('organisation-unknown');
    const email = 'to-gange@example.org';
    getValue(await add(world.coordinator, 'reviewer', municipalityA, { email }));
    expect(codeOf(await add(world.coordinator, 'reviewer', municipalityA, { email }))).toBe('person-email-taken');
  });

  it('takes signs of patterns as text', async () => {
    getValue(await add(world.coordinator, 'reviewer', municipalityA, { name: 'Procent 100% Ja_nej' }));
    expect((await search(world.coordinator, '100%')).total).toBe(1);
    expect((await search(world.coordinator, 'Ja_nej')).total).toBe(1);
    expect((await search(world.coordinator, '%_%_%')).total).toBe(0);
  });
});

describe('ends', () => {
  it('a last role with the person’s sessions, not an earlier one', async () => {
    const person = getValue(await add(world.coordinator, 'reviewer', municipalityA));
    const chosen = { role: 'lead-reviewer', organisation: municipalityB } as const;
    getValue(await giveRoleAs(test.db, world.coordinator, { personId: person.id, chosen }));
    const now = world.coordinator.now;
    const session = { tokenHash: 'a'.repeat(64), personId: person.id, createdAt: now, seenAt: now, expiresAt: now };
    await test.db.insert(sessions).values(session);
    const isOpen = () => test.db.$count(sessions, and(eq(sessions.personId, person.id), isNull(sessions.endedAt)));
    for (const [role, left] of [
      ['reviewer', 1],
      ['lead-reviewer', 0],
    ] as const) {
      const membershipId = await openMembership(person.id, role);
      getValue(await endRoleAs(test.db, world.coordinator, { personId: person.id, membershipId }));
      expect(await isOpen()).toBe(left);
    }
  });

  it('neither the last coordinator nor a supplier’s last administrator, however many ask at once', async () => {
    const second = getValue(await add(world.coordinator, 'coordinator', ''));
    const both = [world.coordinator.actor.personId, second.id];
    const ends = await Promise.all(both.map((personId) => endPersonAs(test.db, world.coordinator, { personId })));
    expect(ends.map(codeOf).sort()).toEqual(['last-coordinator', 'ok']);
    const { personId } = world.supplierAdmin.actor;
    expect(codeOf(await endPersonAs(test.db, world.coordinator, { personId }))).toBe('last-admin');
  });

  it('and the log tells of all of it', async () => {
    expect((await verifyLog(test.db)).problem).toBeNull();
  });
});
