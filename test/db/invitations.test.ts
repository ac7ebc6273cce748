import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composer } from '~/app/mail/compose';
import { digestComposer } from '~/app/mail/digest';
import { hashMailToken, mailTokenHash, tokenMark, withToken } from '~/app/mail/token';
import { saveAnswers } from '~/db/answers';
import { submitDeclaration } from '~/db/cases/submit';
import { changeRoles, endColleague, listColleagues } from '~/db/colleagues';
import { findDeclarationFor } from '~/db/declarations';
import { endHandover, handOver, listHandovers } from '~/db/handovers';
import { acceptInvitation, findInvitation } from '~/db/invitation-links';
import { inviteColleague, listOpenInvitations, resendInvitation, withdrawInvitation } from '~/db/invitations';
import { listMails } from '~/db/mail/list';
import { prepareMails } from '~/db/mail/prepare';
import { addPerson } from '~/db/people';
import { createProduct, findProductFor, updateProduct } from '~/db/products';
import { cases, invitations, log, mailOptOuts, mails, memberships, outbox } from '~/db/schema';
import { chooseOrganisation, createSession, findActorBySession } from '~/db/sessions';
import { appointStewards, listOrphanedProducts, listOrphanedSuppliers, listStewards } from '~/db/stewards';
import { listDeclaredProducts } from '~/db/supplier-products';
import type { Acting, Actor } from '~/workflows/actor';
import type { Result } from '~/workflows/refusal';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson, productFacts, testNow } from '../factories/supplier-people';

const secret = 'a secret of the test';
const tokenHashOf = (secretOf: string) => mailTokenHash(secret, secretOf);
const later = (hours: number) => new Date(testNow.getTime() + hours * 3_600_000);

let database: TestDatabase;
let supplierId: string;
let admin: Acting & { actor: Actor & { supplierId: string } };
let count = 0;

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
const codeOf = async (result: Promise<Result<unknown>>) => {
  const found = await result;
  return found.ok ? 'ok' : found.refusal.code;
};

const invite = (change: Partial<Parameters<typeof inviteColleague>[2]> = {}, by: Acting = admin) => {
  count += 1;
  const input = { email: `kollega-${count}@example.org`, language: 'da', role: 'editor', productIds: null, ...change };
  return inviteColleague(database.db, by, input as Parameters<typeof inviteColleague>[2], tokenHashOf);
};

async function rowOf(invitationId: string) {
  const [row] = await database.db.select().from(invitations).where(eq(invitations.id, invitationId));
  if (!row) throw new Error('There is no such invitation.');
  return row;
}

/** The person as a request would know them. */
async function signIn(personId: string, now = testNow) {
  count += 1;
  const tokenHash = `session-${count}`;
  await createSession(database.db, now, { personId, tokenHash, previousTokenHash: null, provider: 'test' });
  return tokenHash;
}

async function actingAs(personId: string): Promise<Acting> {
  const actor = await findActorBySession(database.db, testNow, await signIn(personId));
  if (!actor) throw new Error('Nobody has this session.');
  return { actor, now: testNow };
}

describe('an invitation', () => {
  test('is a mail with a link whose token is in no row, and is accepted once', async () => {
    getValue(await invite({ email: 'Ny.Kollega@example.org', language: 'en' }));
    await prepareMails(database.db, {
      now: testNow,
      delivery: 'smtp',
      compose: composer('https://portal.example.dk'),
      composeDigest: digestComposer('https://portal.example.dk'),
      onError: (error) => {
        throw error;
      },
    });
    const mail = (await listMails(database.db)).find(({ address }) => address === 'Ny.Kollega@example.org');
    expect(mail?.subject).toMatch(/^Invitation to Eksempel/);
    expect(mail?.text).toContain(`https://portal.example.dk/en/invitation/${tokenMark}`);
    const sent = withToken(mail?.text ?? '', mail?.secretOf ?? null, secret);
    const token = /invitation\/([\w-]{43})/.exec(sent)?.[1] ?? '';
    for (const table of [mails, outbox, invitations, log]) {
      expect(JSON.stringify(await database.db.select().from(table))).not.toContain(token);
    }
    const hash = hashMailToken(token);
    // A scanner opens the link as often as it likes.
    for (let times = 0; times < 3; times += 1) {
      expect(await findInvitation(database.db, testNow, hash)).toMatchObject({ role: 'editor' });
    }
    const accepted = getValue(await acceptInvitation(database.db, testNow, { tokenHash: hash, name: 'Ny Kollega' }));
    expect(accepted).toMatchObject({ supplierId, isNew: true });
    expect(await codeOf(acceptInvitation(database.db, testNow, { tokenHash: hash, name: 'Igen' }))).toBe(
      'invitation-not-valid',
    );
    const { actor } = await actingAs(accepted.personId);
    expect(actor).toMatchObject({ name: 'Ny Kollega', supplierId, roles: ['editor'] });
  });

  test('accepted twice at the same moment makes one person with one role', async () => {
    const { invitationId } = getValue(await invite());
    const { tokenHash, email } = await rowOf(invitationId);
    const both = await Promise.all(
      ['En', 'To'].map((name) => acceptInvitation(database.db, testNow, { tokenHash, name })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const colleagues = (await listColleagues(database.db, supplierId)).filter((each) => each.email === email);
    expect(colleagues.map(({ roles }) => roles)).toEqual([[{ role: 'editor', productIds: null }]]);
  });

  test('to somebody who has an account answers the same, and does not sign them in by the link', async () => {
    const known = await makeSupplierPerson(database.db, (await makeSupplier(database.db)).supplierId, 'editor');
    const [person] = await database.db.query.people.findMany({ where: (p) => eq(p.id, known.actor.personId) });
    const invited = await invite({ email: person?.email.toUpperCase() ?? '' });
    const unknown = await invite();
    expect(Object.keys(getValue(invited))).toEqual(Object.keys(getValue(unknown)));
    const { tokenHash } = await rowOf(getValue(invited).invitationId);
    // Later than the role they had: at first one acts for the organisation in which one has been longest.
    const accepted = getValue(await acceptInvitation(database.db, later(1), { tokenHash, name: 'En anden' }));
    expect(accepted).toEqual({ personId: known.actor.personId, supplierId, isNew: false });
    const hash = await signIn(known.actor.personId);
    const before = await findActorBySession(database.db, testNow, hash);
    expect(before?.supplierId).toBe(known.actor.supplierId);
    const choice = { personId: known.actor.personId, tokenHash: hash, organisation: supplierId };
    expect(await chooseOrganisation(database.db, choice)).toBe(true);
    expect(await findActorBySession(database.db, testNow, hash)).toMatchObject({ supplierId, name: known.actor.name });
    const foreign = await makeSupplier(database.db);
    expect(await chooseOrganisation(database.db, { ...choice, organisation: foreign.supplierId })).toBe(false);
    expect(await findActorBySession(database.db, testNow, hash)).toMatchObject({ supplierId });
  });

  test('that expired, was withdrawn or sent again does not open with the old link', async () => {
    const { invitationId } = getValue(await invite());
    const { tokenHash: first, expiresAt } = await rowOf(invitationId);
    expect(await findInvitation(database.db, expiresAt, first)).toBeUndefined();
    getValue(await resendInvitation(database.db, { ...admin, now: later(24) }, { invitationId }, tokenHashOf));
    const { tokenHash: second } = await rowOf(invitationId);
    expect(second).not.toBe(first);
    expect(await findInvitation(database.db, later(24), first)).toBeUndefined();
    expect(await findInvitation(database.db, expiresAt, second)).toBeDefined();
    getValue(await withdrawInvitation(database.db, admin, { invitationId }));
    expect(await codeOf(acceptInvitation(database.db, testNow, { tokenHash: second, name: 'X' }))).toBe(
      'invitation-not-valid',
    );
    expect(await codeOf(resendInvitation(database.db, admin, { invitationId }, tokenHashOf))).toBe('not-found');
  });

  test('is refused to those who may not, for foreign products, bad addresses and once too often', async () => {
    const editor = await makeSupplierPerson(database.db, supplierId, 'editor', 'signatory');
    const rival = await makeSupplierPerson(database.db, (await makeSupplier(database.db)).supplierId, 'supplier-admin');
    const foreign = getValue((await createProduct(database.db, rival, productFacts())) as Result<{ id: string }>);
    expect(await codeOf(invite({}, editor))).toBe('role-required');
    expect(await codeOf(invite({ productIds: [foreign.id] }))).toBe('not-found');
    expect(await codeOf(invite({ productIds: [] }))).toBe('not-found');
    for (const email of ['', 'uden-snabel-a', 'to@@example.org', 'a@b', 'x@example.org\nBcc: y@example.org']) {
      expect(await codeOf(invite({ email }))).toBe('email-not-valid');
    }
    const { invitationId } = getValue(await invite({ email: 'een.gang@example.org' }));
    expect(await codeOf(invite({ email: 'EEN.gang@example.org' }))).toBe('already-invited');
    expect(await codeOf(resendInvitation(database.db, rival, { invitationId }, tokenHashOf))).toBe('not-found');
    expect(await codeOf(withdrawInvitation(database.db, rival, { invitationId }))).toBe('not-found');
    expect((await listOpenInvitations(database.db, rival.actor.supplierId)).length).toBe(0);
  });

  test('of many is stopped at the daily number', async () => {
    const own = await makeSupplier(database.db);
    const busy = await makeSupplierPerson(database.db, own.supplierId, 'supplier-admin');
    const codes: string[] = [];
    for (let number = 0; number < 42; number += 1) codes.push(await codeOf(invite({}, busy)));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(40);
    expect(codes.at(-1)).toBe('too-many-attempts');
  });
});

describe('roles', () => {
  test('restricted to a product reach that product and hide the others', async () => {
    const mine = await makeDeclaration(database.db, admin);
    const other = await makeDeclaration(database.db, admin);
    const editor = await makeSupplierPerson(database.db, supplierId, 'editor');
    const roles = [{ role: 'editor', productIds: [mine.productId] }] as const;
    getValue(await changeRoles(database.db, admin, { personId: editor.actor.personId, roles }));
    const acting = await actingAs(editor.actor.personId);
    expect(acting.actor.restrictedTo).toEqual({ editor: [mine.productId] });
    const listed = await listDeclaredProducts(database.db, supplierId, { reader: acting.actor });
    expect(listed.map(({ product }) => product.id)).toEqual([mine.productId]);
    expect(await findDeclarationFor(database.db, acting.actor, other.declarationId)).toBeUndefined();
    expect(await findProductFor(database.db, acting.actor, other.productId)).toBeUndefined();
    const save = (declarationId: string) => codeOf(saveAnswers(database.db, acting, { declarationId, answers: [] }));
    expect(await save(mine.declarationId)).toBe('ok');
    expect(await save(other.declarationId)).toBe('not-found');
    const change = { productId: other.productId, expectedVersion: 1, facts: productFacts() };
    expect(await updateProduct(database.db, acting, change)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await createProduct(database.db, acting, productFacts())).toMatchObject({
      refusal: { code: 'role-required' },
    });
  });

  test('signatory of one product and editor of all submits only the one', async () => {
    const signed = await makeDeclaration(database.db, admin);
    const other = await makeDeclaration(database.db, admin);
    const both = await makeSupplierPerson(database.db, supplierId, 'editor');
    const roles = [
      { role: 'editor', productIds: null },
      { role: 'signatory', productIds: [signed.productId] },
    ] as const;
    getValue(await changeRoles(database.db, admin, { personId: both.actor.personId, roles }));
    const acting = await actingAs(both.actor.personId);
    const submit = async (declarationId: string) => {
      const [row] = await database.db.select().from(cases).where(eq(cases.declarationId, declarationId));
      // Confirmed scope, nothing answered: the role is asked for before what is missing.
      await database.sql`update declarations set scope_confirmed_at = now() where id = ${declarationId}`;
      const input = { declarationId, expectedCaseVersion: row?.version ?? 0 };
      return codeOf(submitDeclaration(database.db, acting, input));
    };
    expect(await submit(other.declarationId)).toBe('role-required');
    expect(await submit(signed.declarationId)).toBe('declaration-not-complete');
  });

  test('of the last administrator cannot end, by whichever way and however fast', async () => {
    const own = await makeSupplier(database.db);
    const one = await makeSupplierPerson(database.db, own.supplierId, 'supplier-admin');
    const onlyEditor = [{ role: 'editor', productIds: null }] as const;
    const end = (by: Acting, who: Acting) => endColleague(database.db, by, { personId: who.actor.personId });
    expect(await codeOf(end(one, one))).toBe('last-admin');
    const demote = { personId: one.actor.personId, roles: onlyEditor };
    expect(await codeOf(changeRoles(database.db, one, demote))).toBe('last-admin');
    expect(await codeOf(changeRoles(database.db, one, { ...demote, roles: [] }))).toBe('roles-needed');
    const two = await makeSupplierPerson(database.db, own.supplierId, 'supplier-admin');
    const race = await Promise.all([codeOf(end(one, two)), codeOf(end(two, one))]);
    expect(race.toSorted()).toEqual(['last-admin', 'ok']);
    expect(await listOrphanedSuppliers(database.db)).not.toContainEqual(
      expect.objectContaining({ supplierId: own.supplierId }),
    );
  });

  test('are nobody else’s to change', async () => {
    const editor = await makeSupplierPerson(database.db, supplierId, 'editor');
    const rival = await makeSupplierPerson(database.db, (await makeSupplier(database.db)).supplierId, 'supplier-admin');
    const grab = { personId: editor.actor.personId, roles: [{ role: 'supplier-admin', productIds: null }] as const };
    expect(await codeOf(changeRoles(database.db, editor, grab))).toBe('role-required');
    expect(await codeOf(changeRoles(database.db, rival, grab))).toBe('not-found');
    expect(await codeOf(endColleague(database.db, rival, { personId: editor.actor.personId }))).toBe('not-found');
    expect(await codeOf(endColleague(database.db, editor, { personId: admin.actor.personId }))).toBe('role-required');
  });

  test('end with the sessions, the sections and the products that were looked after', async () => {
    const { productId, declarationId } = await makeDeclaration(database.db, admin);
    const leaver = await makeSupplierPerson(database.db, supplierId, 'editor');
    const { personId } = leaver.actor;
    const tokenHash = await signIn(personId);
    getValue(await appointStewards(database.db, admin, { productId, personIds: [personId] }));
    const section = { declarationId, sectionId: 'produkt', assigneeId: personId, message: '' };
    // An administrator who answers nothing hands nothing over; the signatory does.
    getValue(await handOver(database.db, admin, section));
    getValue(await endColleague(database.db, admin, { personId }));
    expect(await findActorBySession(database.db, testNow, tokenHash)).toBeUndefined();
    expect(await listHandovers(database.db, declarationId)).toEqual([]);
    expect((await listStewards(database.db, supplierId)).filter((each) => each.productId === productId)).toEqual([]);
    expect(await listOrphanedProducts(database.db)).toContainEqual(expect.objectContaining({ productId }));
    const held = and(eq(memberships.personId, personId), isNull(memberships.endedAt));
    expect(await database.db.$count(memberships, held)).toBe(0);
  });
});

describe('a handed-over section', () => {
  test('is in one pair of hands, mailed in the receiver’s language, and reported done or taken back', async () => {
    const { declarationId } = await makeDeclaration(database.db, admin);
    const [first, second] = [
      await makeSupplierPerson(database.db, supplierId, 'editor'),
      await makeSupplierPerson(database.db, supplierId, 'editor'),
    ];
    const outsider = await makeSupplierPerson(database.db, (await makeSupplier(database.db)).supplierId, 'editor');
    const hand = (assigneeId: string, change = {}) =>
      handOver(database.db, admin, {
        declarationId,
        sectionId: 'produkt',
        assigneeId,
        message: 'Kan du svare inden fredag?',
        ...change,
      });
    expect(await codeOf(hand(outsider.actor.personId))).toBe('assignee-cannot-edit');
    expect(await codeOf(hand(first.actor.personId, { sectionId: 'findes-ikke' }))).toBe('not-found');
    expect(await codeOf(hand(first.actor.personId, { message: 'x'.repeat(1_001) }))).toBe('message-not-valid');
    getValue(await hand(first.actor.personId));
    getValue(await hand(second.actor.personId));
    const [handover, ...rest] = await listHandovers(database.db, declarationId);
    expect(rest).toEqual([]);
    expect(handover).toMatchObject({ assigneeId: second.actor.personId, message: 'Kan du svare inden fredag?' });
    const end = (by: Acting, as: 'done' | 'taken-back') =>
      codeOf(endHandover(database.db, by, { declarationId, handoverId: handover?.id ?? '', as }));
    expect(await end(first, 'done')).toBe('role-required');
    expect(await end(outsider, 'taken-back')).toBe('not-found');
    expect(await end(second, 'done')).toBe('ok');
    expect(await end(second, 'done')).toBe('not-found');
    const queued = await database.db.select().from(outbox);
    const told = queued
      .map(({ payload }) => payload)
      .filter(({ params }) => JSON.stringify(params).includes('section'));
    expect(JSON.stringify(told)).not.toContain('inden fredag');
    expect(told.map(({ about }) => about)).toEqual(
      expect.arrayContaining(['handover', 'handover-back', 'handover-done']),
    );
  });

  test('is no mail to somebody who wants none', async () => {
    const { declarationId } = await makeDeclaration(database.db, admin);
    const quiet = await makeSupplierPerson(database.db, supplierId, 'editor');
    const { personId } = quiet.actor;
    await database.db.insert(mailOptOuts).values({ personId, topic: 'handovers', isOff: true });
    getValue(
      await handOver(database.db, admin, { declarationId, sectionId: 'produkt', assigneeId: personId, message: '' }),
    );
    await prepareMails(database.db, {
      now: testNow,
      delivery: 'inbox',
      compose: composer('https://portal.example.dk'),
      composeDigest: digestComposer('https://portal.example.dk'),
      onError: (error) => {
        throw error;
      },
    });
    expect(await database.db.$count(mails, eq(mails.personId, personId))).toBe(0);
  });
});

test('stewards are two colleagues at most, and the coordinator helps where nobody else can', async () => {
  const { productId } = await makeDeclaration(database.db, admin);
  const people = [
    admin,
    await makeSupplierPerson(database.db, supplierId),
    await makeSupplierPerson(database.db, supplierId),
  ];
  const ids = people.map(({ actor }) => actor.personId);
  const appoint = (by: Acting, personIds: readonly string[]) =>
    codeOf(appointStewards(database.db, by, { productId, personIds }));
  expect(await appoint(admin, ids)).toBe('two-stewards');
  const outsider = await makeSupplierPerson(
    database.db,
    (await makeSupplier(database.db)).supplierId,
    'supplier-admin',
  );
  expect(await appoint(admin, [outsider.actor.personId])).toBe('not-found');
  expect(await appoint(outsider, [outsider.actor.personId])).toBe('not-found');
  expect(await appoint(admin, ids.slice(0, 2))).toBe('ok');
  const added = getValue(
    await addPerson(
      database.db,
      { actor: null, now: testNow },
      { name: 'Koordinator', email: 'koordinator@example.org', memberships: [{ role: 'coordinator' }] },
    ),
  );
  const coordinator = await actingAs(added.id);
  expect(await appoint(coordinator, ids.slice(1))).toBe('ok');
  const found = (await listStewards(database.db, supplierId)).filter((each) => each.productId === productId);
  expect(found.map(({ personId }) => personId)).toEqual(ids.slice(1));
});
