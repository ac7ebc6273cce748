import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeAccount, getAccount } from '~/db/account';
import { giveRole } from '~/db/people';
import { readPersonalData } from '~/db/personal-data';
import { createSession, endOtherSessions, findActorBySession, listOpenSessions } from '~/db/sessions';
import type { Acting, Actor } from '~/workflows/actor';
import { usualWish } from '~/workflows/mail-plan';
import { mailTopics } from '~/workflows/mail-topics';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeSupplier, makeSupplierPerson, testNow } from '../factories/supplier-people';

let database: TestDatabase;
let me: Acting & { actor: Actor & { supplierId: string } };
let supplierId: string;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ supplierId } = await makeSupplier(database.db));
  me = await makeSupplierPerson(database.db, supplierId, 'editor');
});
afterAll(() => database.drop());

async function signIn(personId: string): Promise<string> {
  count += 1;
  const tokenHash = `hash ${count}`;
  const session = { personId, tokenHash, previousTokenHash: null, provider: 'test' };
  await createSession(database.db, new Date(testNow.getTime() + count * 1_000), session);
  return tokenHash;
}

describe('one’s own account', () => {
  test('keeps name, language and the mails that are not wanted', async () => {
    const { personId } = me.actor;
    const change = { name: '  Ane Bæk ', language: 'en', wanted: ['reminders'], mailWish: usualWish } as const;
    expect(await changeAccount(database.db, me, change)).toMatchObject({ ok: true });
    expect(await getAccount(database.db, personId)).toMatchObject({
      name: 'Ane Bæk',
      language: 'en',
      optedOut: expect.arrayContaining(['case-news', 'handovers']),
    });
    expect(await changeAccount(database.db, me, { ...change, wanted: mailTopics, mailWish: usualWish })).toMatchObject({
      ok: true,
    });
    expect((await getAccount(database.db, personId)).optedOut).toEqual([]);
    for (const name of ['', ' \n ', 'to\nlinjer', 'x'.repeat(201)]) {
      expect(await changeAccount(database.db, me, { ...change, name })).toMatchObject({
        refusal: { code: 'name-not-valid' },
      });
    }
    expect((await getAccount(database.db, personId)).name).toBe('Ane Bæk');
    expect((await getAccount(database.db, personId)).mailWish).toEqual(usualWish);
    const mailWish = { gathers: 'everything', keepsQuiet: false } as const;
    expect(await changeAccount(database.db, me, { ...change, mailWish })).toMatchObject({ ok: true });
    expect((await getAccount(database.db, personId)).mailWish).toEqual(mailWish);
    expect(await readPersonalData(database.db, personId)).toMatchObject({ mailWishes: [mailWish] });
  });

  test('changed twice at the same moment keeps one whole change', async () => {
    const both = await Promise.all([
      changeAccount(database.db, me, { name: 'Ane En', language: 'da', wanted: [], mailWish: usualWish }),
      changeAccount(database.db, me, { name: 'Ane To', language: 'en', wanted: mailTopics, mailWish: usualWish }),
    ]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    const { name, language, optedOut } = await getAccount(database.db, me.actor.personId);
    expect([
      { name: 'Ane En', language: 'da', off: mailTopics.length },
      { name: 'Ane To', language: 'en', off: 0 },
    ]).toContainEqual({ name, language, off: optedOut.length });
  });

  test('names every organisation with the roles there', async () => {
    const other = await makeSupplier(database.db);
    const { personId } = me.actor;
    const membership = { role: 'signatory', supplierId: other.supplierId } as const;
    await giveRole(database.db, { actor: null, now: new Date(testNow.getTime() + 1) }, { personId, membership });
    const { organisations } = await getAccount(database.db, personId);
    expect(organisations.map(({ key, roles }) => ({ key, roles }))).toEqual([
      { key: supplierId, roles: ['editor'] },
      { key: other.supplierId, roles: ['signatory'] },
    ]);
  });

  test('lists where one is signed in, and ends all others but no session of anybody else', async () => {
    const colleague = await makeSupplierPerson(database.db, supplierId, 'editor');
    const theirs = await signIn(colleague.actor.personId);
    const { personId } = me.actor;
    const [lost, own] = [await signIn(personId), await signIn(personId)];
    const now = new Date(testNow.getTime() + 60_000);
    const open = await listOpenSessions(database.db, now, personId, own);
    expect(open.map(({ isOwn }) => isOwn)).toEqual([true, false]);
    await endOtherSessions(database.db, { ...me, now }, own);
    expect(await findActorBySession(database.db, now, lost)).toBeUndefined();
    expect(await findActorBySession(database.db, now, own)).toMatchObject({ personId });
    expect(await findActorBySession(database.db, now, theirs)).toBeDefined();
  });

  test('hands out all that is held about a person, and nothing about others', async () => {
    const colleague = await makeSupplierPerson(database.db, supplierId, 'editor');
    await changeAccount(database.db, me, { name: 'Ane Bæk', language: 'da', wanted: [], mailWish: usualWish });
    const held = await readPersonalData(database.db, me.actor.personId);
    expect(held.person).toMatchObject({ name: 'Ane Bæk' });
    expect(held.roles.length).toBeGreaterThan(1);
    expect(held.sessions.length).toBeGreaterThan(0);
    expect(held.done.map(({ action }) => action)).toContain('person.change');
    const text = JSON.stringify(held);
    expect(text).not.toContain(colleague.actor.name);
    expect(text).not.toContain(colleague.actor.personId);
    expect(text).not.toContain('hash');
  });
});
