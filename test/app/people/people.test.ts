import type { AppLoadContext } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shownMail } from '~/app/admin/mail.server';
import { demoSignIn } from '~/app/auth/demo.server';
import { beginSession, findTokenHash } from '~/app/auth/session.server';
import { composer } from '~/app/mail/compose';
import { digestComposer } from '~/app/mail/digest';
import { acceptByLink, invitationView } from '~/app/people/invitation.server';
import { action as peopleAction, loader as peopleLoader } from '~/app/routes/supplier/people';
import { listColleagues } from '~/db/colleagues';
import { listOpenInvitations, resendInvitation, withdrawInvitation } from '~/db/invitations';
import { listMails } from '~/db/mail/list';
import { prepareMails } from '~/db/mail/prepare';
import { findActorBySession } from '~/db/sessions';
import { listStewards } from '~/db/stewards';
import type { Acting, Actor } from '~/workflows/actor';
import { createTestDatabase, type TestDatabase } from '../../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson, testNow } from '../../factories/supplier-people';
import { fakeContext } from '../context';

const origin = 'http://localhost:3000';
let database: TestDatabase;
let supplierId: string;
let admin: Acting & { actor: Actor & { supplierId: string } };
let editor: typeof admin;

beforeAll(async () => {
  database = await createTestDatabase({ content: true });
  ({ supplierId } = await makeSupplier(database.db));
  admin = await makeSupplierPerson(database.db, supplierId, 'supplier-admin', 'signatory');
  editor = await makeSupplierPerson(database.db, supplierId, 'editor');
});
afterAll(() => database.drop());

const newContext = (settings: Parameters<typeof fakeContext>[0] = {}): AppLoadContext =>
  fakeContext({ db: database.db, now: () => testNow, ...settings });

async function cookieOf(personId: string): Promise<string> {
  const begun = await beginSession(new Request(origin), newContext(), { personId, provider: 'test' });
  if (!begun.ok) throw new Error(begun.refusal.code);
  return begun.value.cookie.split(';')[0] ?? '';
}

async function asked(who: Acting | null, path: string, form?: URLSearchParams) {
  const headers: Record<string, string> = who ? { Cookie: await cookieOf(who.actor.personId) } : {};
  const request = new Request(origin + path, form ? { method: 'POST', body: form, headers } : { headers });
  return { request, context: newContext(), params: {} };
}

async function send(who: Acting, fields: [string, string][]) {
  const answer = await peopleAction(await asked(who, '/supplier/people', new URLSearchParams(fields)));
  if ('data' in answer) return { status: answer.init?.status, to: null, errors: answer.data.errors };
  return { status: answer.status, to: answer.headers.get('Location'), errors: [] };
}

const view = async (who: Acting, path = '/supplier/people') => (await peopleLoader(await asked(who, path))).view;

/** Invites somebody by the page and answers the token of the mail, as the coordinator's inbox shows it. */
async function inviteByPage(email: string, fields: [string, string][] = []): Promise<string> {
  const answer = await send(admin, [
    ['act', 'invite'],
    ['email', email],
    ['role', 'editor'],
    ['language', 'da'],
    ...fields,
  ]);
  expect(answer).toMatchObject({ status: 303, to: '/supplier/people?done=invited' });
  return tokenTo(email);
}

async function tokenTo(email: string): Promise<string> {
  const { config } = newContext();
  await prepareMails(database.db, {
    now: testNow,
    delivery: 'inbox',
    compose: composer(config.publicUrl),
    composeDigest: digestComposer(config.publicUrl),
    onError: (error) => {
      throw error;
    },
  });
  const [mail] = (await listMails(database.db)).filter(({ address }) => address === email);
  if (!mail) throw new Error(`There is no mail to ${email}.`);
  const coordinator: Actor = { ...admin.actor, roles: ['coordinator'], supplierId: null };
  const passedOn = shownMail(mail, coordinator, config);
  expect(shownMail(mail, { ...coordinator, roles: ['auditor'] }, config).text).not.toMatch(/invitation\/[\w-]{43}/);
  expect(shownMail(mail, coordinator, { ...config, smtpUrl: 'smtp://mail' }).text).not.toMatch(/invitation\/[\w-]{43}/);
  return /invitation\/([\w-]{43})/.exec(passedOn.text)?.[1] ?? '';
}

describe('the page about colleagues', () => {
  test('shows everybody their colleagues, and forms and invitations to administrators only', async () => {
    await inviteByPage('vises@example.org');
    const [shown, limited] = [await view(admin), await view(editor, `/supplier/people?person=${admin.actor.personId}`)];
    expect(shown.invitations.map(({ email }) => email)).toContain('vises@example.org');
    expect(limited).toMatchObject({ mayManage: false, invitations: [], openPerson: null });
    expect(limited.colleagues.map(({ personId }) => personId)).toContain(admin.actor.personId);
    expect((await view(editor, `/supplier/people?person=${editor.actor.personId}`)).openPerson).toBe(
      editor.actor.personId,
    );
  });

  test('gives a role for one product, and asks which where none is chosen', async () => {
    const { productId } = await makeDeclaration(database.db, admin);
    const colleague = await makeSupplierPerson(database.db, supplierId, 'editor');
    const { personId } = colleague.actor;
    const fields: [string, string][] = [
      ['act', 'roles'],
      ['person', personId],
      ['editor', 'chosen'],
    ];
    expect(await send(admin, fields)).toMatchObject({ status: 400, errors: [{ field: 'editor' }] });
    expect(await send(admin, [...fields, ['editor-products', productId]])).toMatchObject({ status: 303 });
    const held = (await listColleagues(database.db, supplierId)).find((each) => each.personId === personId);
    expect(held?.roles).toEqual([{ role: 'editor', productIds: [productId] }]);
    const seen = await view({ ...colleague });
    expect(seen.products.map(({ id }) => id)).toEqual([productId]);
  });

  test('appoints two who look after a product', async () => {
    const { productId } = await makeDeclaration(database.db, admin);
    const two = [admin.actor.personId, editor.actor.personId];
    const fields: [string, string][] = [
      ['act', 'stewards'],
      ['product', productId],
    ];
    const answer = await send(admin, [...fields, ...two.map((id): [string, string] => ['steward', id])]);
    expect(answer).toMatchObject({ status: 303, to: '/supplier/people?done=stewards' });
    const found = (await listStewards(database.db, supplierId)).filter((each) => each.productId === productId);
    expect(found.map(({ personId }) => personId)).toEqual(two);
  });

  test('refuses an editor every act, and the last administrator the way out', async () => {
    const { personId } = editor.actor;
    for (const act of ['invite', 'resend', 'withdraw', 'roles', 'stewards']) {
      const answer = await send(editor, [
        ['act', act],
        ['email', 'x@example.org'],
        ['person', personId],
        ['editor', 'every'],
      ]);
      expect({ act, status: answer.status }).not.toEqual({ act, status: 303 });
    }
    const other = admin.actor.personId;
    expect(
      await send(editor, [
        ['act', 'end'],
        ['person', other],
      ]),
    ).toMatchObject({ status: 403 });
    expect(
      await send(admin, [
        ['act', 'end'],
        ['person', other],
      ]),
    ).toMatchObject({
      status: 400,
      errors: [{ field: 'supplier-admin' }],
    });
    expect(await send(admin, [['act', 'dance']])).toMatchObject({ status: 400 });
  });
});

describe('the link of an invitation', () => {
  const open = async (token: string, who: Acting | null = null, settings = {}) => {
    const { request } = await asked(who, `/invitation/${token}`);
    return { request, context: newContext(settings) };
  };
  const look = async (token: string, who: Acting | null = null) => {
    const { request, context } = await open(token, who);
    return invitationView(request, context, token);
  };

  test('signs in somebody new once, whom the demo knows afterwards', async () => {
    const token = await inviteByPage('helt.ny@example.org');
    expect(await look(token)).toMatchObject({ kind: 'open', reader: { is: 'new' } });
    const first = await open(token, null, { demo: true });
    expect(await acceptByLink(first.request, first.context, { token, name: ' ' })).toMatchObject({
      refusal: { code: 'name-not-valid' },
    });
    const accepted = await acceptByLink(first.request, first.context, { token, name: 'Helt Ny' });
    expect(accepted).toMatchObject({
      ok: true,
      value: { isSignedIn: true, cookie: expect.stringContaining('session=') },
    });
    expect(await look(token)).toEqual({ kind: 'ended', end: 'accepted' });
    const again = await open(token);
    expect(await acceptByLink(again.request, again.context, { token, name: 'Igen' })).toMatchObject({ ok: false });
    const person = (await listColleagues(database.db, supplierId)).find(({ name }) => name === 'Helt Ny');
    const body = new URLSearchParams({ person: `invited-${person?.personId}` });
    const identified = await demoSignIn.identify(new Request(origin, { method: 'POST', body }), newContext());
    expect(identified).toMatchObject({ value: { identity: { provider: 'demo' } } });
  });

  test('gives whoever has an account the role, but no session', async () => {
    const other = await makeSupplierPerson(database.db, (await makeSupplier(database.db)).supplierId, 'editor');
    const email = (await listColleagues(database.db, other.actor.supplierId))[0]?.email ?? '';
    const token = await inviteByPage(email);
    expect(await look(token)).toMatchObject({ reader: { is: 'known' } });
    expect(await look(token, editor)).toMatchObject({ kind: 'other', email });
    const wrong = await open(token, editor);
    expect(await acceptByLink(wrong.request, wrong.context, { token, name: 'X' })).toMatchObject({ ok: false });
    const right = await open(token);
    expect(await acceptByLink(right.request, right.context, { token, name: 'X' })).toEqual({
      ok: true,
      value: { isSignedIn: false, cookie: null },
    });
  });

  test('lets whoever is signed in go on for the new organisation at once', async () => {
    const other = await makeSupplierPerson(database.db, (await makeSupplier(database.db)).supplierId, 'editor');
    const email = (await listColleagues(database.db, other.actor.supplierId))[0]?.email ?? '';
    const token = await inviteByPage(email);
    const { request, context } = await open(token, other);
    expect(await invitationView(request, context, token)).toMatchObject({ reader: { is: 'signed-in' } });
    expect(await acceptByLink(request, context, { token, name: '' })).toMatchObject({ value: { isSignedIn: true } });
    const hash = findTokenHash(request, context.config) ?? '';
    expect(await findActorBySession(database.db, testNow, hash)).toMatchObject({ supplierId });
  });

  test('says why it does not work', async () => {
    const token = await inviteByPage('traekkes@example.org');
    const [row] = (await listOpenInvitations(database.db, supplierId)).filter(
      ({ email }) => email === 'traekkes@example.org',
    );
    const invitationId = row?.id ?? '';
    const expired = newContext({ now: () => row?.expiresAt ?? testNow });
    expect(await invitationView(new Request(origin), expired, token)).toEqual({ kind: 'ended', end: 'expired' });
    await resendInvitation(database.db, admin, { invitationId }, (secretOf) => `hash of ${secretOf}`);
    expect(await look(token)).toEqual({ kind: 'ended', end: null });
    expect(await look('noget')).toEqual({ kind: 'ended', end: null });
    const second = await inviteByPage('ogsaa@example.org');
    const [other] = (await listOpenInvitations(database.db, supplierId)).filter(
      ({ email }) => email === 'ogsaa@example.org',
    );
    await withdrawInvitation(database.db, admin, { invitationId: other?.id ?? '' });
    expect(await look(second)).toEqual({ kind: 'ended', end: 'withdrawn' });
  });
});
