import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashMailToken, mailToken, mailTokenHash } from '~/app/mail/token';
import {
  confirmAccessRequest,
  decideAccessRequest,
  findUnconfirmedRequest,
  listAccessRequests,
  requestAccess,
} from '~/db/access-requests';
import { confirmDispute, disputeProblems, fileDispute, findUnconfirmedDispute } from '~/db/dispute-filing';
import { listDisputesFor, stepDispute } from '~/db/disputes';
import { endPublication, publishDecision, rebuildPublished } from '~/db/publication';
import { listPublicDisputes } from '~/db/published/disputes';
import { getPublishedVersion } from '~/db/published/version';
import { disputes, invitations, log, outbox, publicDisputes, suppliers } from '~/db/schema';
import type { Acting, Actor } from '~/workflows/actor';
import { replyDays } from '~/workflows/dispute';
import type { Result } from '~/workflows/refusal';
import { createTestDatabase, type TestDatabase } from '../database';
import { type DecidedProduct, insertDecidedProduct, insertSmallCatalogue, level } from '../factories/decided-product';
import { makeReviewer } from '../factories/reviewed-case';
import { makeSupplier, makeSupplierPerson } from '../factories/supplier-people';

const now = new Date('2026-11-24T12:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const secret = 'a secret of the test';
const tokenHashOf = (secretOf: string) => mailTokenHash(secret, secretOf);
const key = 'if-support@SF1500';

let database: TestDatabase;
let product: DecidedProduct;
let coordinator: Acting;
let signatory: Acting & { actor: Actor };

beforeEach(async () => {
  database = await createTestDatabase();
  await insertSmallCatalogue(database.db);
  product = await insertDecidedProduct(database.db, {
    name: 'Omsorg Plus',
    answers: [level('SF1500', 'in_production'), level('SF1470', 'ready', { verdict: 'rejected' })],
    outcome: 'partially-approved',
  });
  const { decisionId = '' } = product;
  await database.db.transaction((tx) => publishDecision(tx, { decisionId, now }));
  coordinator = await makeReviewer(database.db, 'coordinator', null);
  signatory = await makeSupplierPerson(database.db, product.supplierId, 'signatory');
});
afterEach(() => database.drop());

const codeOf = async (result: Promise<Result<unknown>>) => {
  const found = await result;
  return found.ok ? 'ok' : found.refusal.code;
};

const written = {
  name: 'Hemmelige Hanne',
  email: 'hanne@example.org',
  organisation: 'Hemmelig Kommune',
  reason: 'Vi har systemet, og det taler ikke med SF1500.',
  evidence: 'Vores egen prøve af 3. november',
};

const file = (change: object = {}, at = now) =>
  fileDispute(
    database.db,
    at,
    {
      ...written,
      slug: product.productSlug,
      questionKey: key,
      language: 'da',
      subject: 'hanne',
      ...change,
    },
    tokenHashOf,
  );

async function arrive() {
  expect(await codeOf(file())).toBe('ok');
  const [row] = await database.db.select().from(disputes);
  if (!row) throw new Error('Nothing was filed.');
  expect(await codeOf(confirmDispute(database.db, now, row.tokenHash))).toBe('ok');
  return row.id;
}

async function step(by: Acting, name: Parameters<typeof stepDispute>[2]['step'], change: object = {}) {
  const [row] = await database.db.select().from(disputes);
  const input = { disputeId: row?.id ?? '', expectedVersion: row?.version ?? 0, step: name, text: 'Godkendt tekst.' };
  return codeOf(stepDispute(database.db, by, { ...input, statedBy: 'En kommune', ...change }));
}

const shown = () => listPublicDisputes(database.db, product.productId, new Set([key]));

describe('filing', () => {
  test('is read by nobody before the mail is confirmed, which a look at the link does not do', async () => {
    expect(await codeOf(file())).toBe('ok');
    const [row] = await database.db.select().from(disputes);
    const token = mailToken(secret, `dispute:${row?.id}:1`);
    expect(row?.tokenHash).toBe(hashMailToken(token));
    expect(
      JSON.stringify([await database.db.select().from(log), await database.db.select().from(outbox)]),
    ).not.toContain(token);
    const hash = row?.tokenHash ?? '';
    expect(await findUnconfirmedDispute(database.db, now, hash)).toMatchObject({ productName: 'Omsorg Plus' });
    expect(await findUnconfirmedDispute(database.db, now, hash)).toBeDefined();
    expect(await listDisputesFor(database.db, coordinator)).toEqual([]);
    expect(await step(coordinator, 'accept')).toBe('not-found');
    expect(await codeOf(confirmDispute(database.db, later(4), hash))).toBe('link-not-valid');
    expect(await codeOf(confirmDispute(database.db, now, hash))).toBe('ok');
    expect(await codeOf(confirmDispute(database.db, now, hash))).toBe('link-not-valid');
    expect(await listDisputesFor(database.db, coordinator)).toHaveLength(1);
  });

  test('is possible about what is public and nothing else, with the same answer for the rest', async () => {
    for (const change of [
      { questionKey: 'if-support@SF1470' },
      { questionKey: 'if-support@SF9999' },
      { slug: 'findes-ikke' },
    ]) {
      expect(await codeOf(file(change))).toBe('not-found');
    }
    const { declarationId } = product;
    await database.db.transaction((tx) => endPublication(tx, { declarationId, because: 'withdrawn', now }));
    expect(await codeOf(file())).toBe('not-found');
  });

  test('is stopped by address after three tries a day, and checks what is written', async () => {
    const codes = [];
    for (let number = 0; number < 4; number += 1) codes.push(await codeOf(file()));
    expect(codes).toEqual(['ok', 'ok', 'ok', 'too-many-attempts']);
    expect(await codeOf(file({ subject: 'en anden' }))).toBe('ok');
    expect(await codeOf(file({}, later(2)))).toBe('ok');
    expect(disputeProblems(written)).toEqual([]);
    expect(
      disputeProblems({
        name: 'To\nlinjer',
        email: 'x',
        organisation: ' ',
        reason: `\u0000${'x'.repeat(5_000)}`,
        evidence: 'x'.repeat(3_000),
      }),
    ).toEqual(['name', 'email', 'organisation', 'reason', 'evidence']);
    expect(disputeProblems({ ...written, evidence: '' })).toEqual([]);
  });

  test('that nobody confirmed is emptied of what was written once its time is over', async () => {
    expect(await codeOf(file())).toBe('ok');
    expect(await codeOf(file({ subject: 'en anden', email: 'ny@example.org' }, later(5)))).toBe('ok');
    const rows = await database.db.select().from(disputes);
    expect(rows.map(({ email }) => email).toSorted()).toEqual(['', 'ny@example.org']);
  });
});

describe('the course', () => {
  test('shows approved texts only, both sides’, and never who wrote', async () => {
    await arrive();
    expect(await shown()).toEqual([]);
    const before = await getPublishedVersion(database.db);
    expect(await step(coordinator, 'accept', { text: 'Systemet taler ikke med SF1500.' })).toBe('ok');
    expect(await getPublishedVersion(database.db)).toBeGreaterThan(before);
    expect(await shown()).toMatchObject([
      { statement: 'Systemet taler ikke med SF1500.', reply: null, resolvedAt: null },
    ]);
    const [mine] = await listDisputesFor(database.db, signatory);
    expect(mine?.steps).toEqual(['reply']);
    expect(await step(signatory, 'reply', { text: 'Det gør det, spørg Søren.' })).toBe('ok');
    expect((await shown())[0]?.reply).toBeNull();
    expect(await step(coordinator, 'return-reply', { text: 'Nævn ikke personer.' })).toBe('ok');
    expect(await step(signatory, 'reply', { text: 'Det gør det.' })).toBe('ok');
    expect(await step(coordinator, 'approve-reply', { text: 'Det gør det.' })).toBe('ok');
    expect((await shown())[0]?.reply).toBe('Det gør det.');
    expect(await step(coordinator, 'resolve', { text: 'Leverandøren har vist det.' })).toBe('ok');
    expect(await shown()).toMatchObject([{ outcome: 'Leverandøren har vist det.', resolvedAt: now }]);
    const rows = await database.db.select().from(publicDisputes);
    for (const secretText of [...Object.values(written), 'Søren', signatory.actor.name]) {
      expect(JSON.stringify(rows)).not.toContain(secretText);
    }
    await rebuildPublished(database.db);
    expect(await database.db.select().from(publicDisputes)).toEqual(rows);
  });

  test('leaves the right of reply its time before a dispute is resolved without one', async () => {
    await arrive();
    expect(await step(coordinator, 'accept')).toBe('ok');
    expect(await step(coordinator, 'resolve')).toBe('dispute-reply-not-due');
    expect(await step({ ...coordinator, now: later(replyDays + 1) }, 'resolve')).toBe('ok');
  });

  test('goes no other way, is taken by nobody else and not twice', async () => {
    const rival = await makeSupplierPerson(database.db, (await makeSupplier(database.db)).supplierId, 'signatory');
    const editor = await makeSupplierPerson(database.db, product.supplierId, 'editor');
    await arrive();
    expect(await step(signatory, 'accept')).toBe('not-found');
    expect(await step(coordinator, 'resolve')).toBe('dispute-step-not-possible');
    expect(await step(coordinator, 'accept', { statedBy: '' })).toBe('dispute-sender-needed');
    expect(await step(coordinator, 'accept', { text: ' ' })).toBe('note-needed');
    expect(await step(coordinator, 'accept', { text: 'x'.repeat(4_001) })).toBe('note-too-long');
    expect(await step(coordinator, 'accept', { text: 'nul\u0001tegn' })).toBe('note-control-characters');
    expect(await step(coordinator, 'accept', { expectedVersion: 1 })).toBe('dispute-has-moved');
    const [row] = await database.db.select().from(disputes);
    const accept = {
      disputeId: row?.id ?? '',
      expectedVersion: 2,
      step: 'accept',
      text: 'Tekst',
      statedBy: 'X',
    } as const;
    const both = await Promise.all([1, 2].map(() => codeOf(stepDispute(database.db, coordinator, accept))));
    expect(both.toSorted()).toEqual(['dispute-has-moved', 'ok']);
    expect(await step(editor, 'reply')).toBe('role-required');
    expect(await step(rival, 'reply')).toBe('not-found');
    expect(await listDisputesFor(database.db, rival)).toEqual([]);
    expect(await step(coordinator, 'reply')).toBe('role-required');
  });

  test('declined, nothing is public and the sender is told why', async () => {
    await arrive();
    expect(await step(coordinator, 'decline', { text: 'Det handler om et andet system.' })).toBe('ok');
    expect(await database.db.$count(publicDisputes)).toBe(0);
    expect(await listDisputesFor(database.db, signatory)).toEqual([]);
    const told = await database.db.select().from(outbox).where(eq(outbox.kind, 'plain-notice'));
    expect(told.map(({ payload }) => payload.about)).toContain('dispute-declined');
  });

  test('says nothing of an answer that is not public any more', async () => {
    await arrive();
    expect(await step(coordinator, 'accept')).toBe('ok');
    expect(await listPublicDisputes(database.db, product.productId, new Set(['gen-version']))).toEqual([]);
  });
});

describe('asking for access', () => {
  const ask = (change: object = {}) =>
    requestAccess(
      database.db,
      now,
      {
        cvr: '12 34 56 78',
        name: 'Ny Direktør',
        email: 'ny@example.org',
        reason: 'Vores administrator er rejst.',
        language: 'da',
        subject: 'ny',
        ...change,
      },
      tokenHashOf,
    );

  test('answers alike for companies that are here and that are not, and waits for a confirmed mail', async () => {
    expect(await ask()).toEqual(await ask({ cvr: '87654321', subject: 'x' }));
    expect(await listAccessRequests(database.db)).toEqual([]);
    const rows = await database.db.query.accessRequests.findMany();
    for (const { tokenHash } of rows) {
      expect(await findUnconfirmedRequest(database.db, now, tokenHash)).toBeDefined();
      expect(await codeOf(confirmAccessRequest(database.db, now, tokenHash))).toBe('ok');
      expect(await codeOf(confirmAccessRequest(database.db, now, tokenHash))).toBe('link-not-valid');
    }
    const listed = await listAccessRequests(database.db);
    expect(listed.map(({ supplierId }) => supplierId).toSorted()).toEqual([product.supplierId, null].toSorted());
    const known = listed.find(({ supplierId }) => supplierId !== null)?.request.id ?? '';
    const decideIt = (by: Acting) =>
      codeOf(decideAccessRequest(database.db, by, { requestId: known, as: 'appointed' }, tokenHashOf));
    expect(await decideIt(signatory)).toBe('role-required');
    expect(await decideIt(coordinator)).toBe('ok');
    expect(await decideIt(coordinator)).toBe('request-decided');
    const [invitation] = await database.db.select().from(invitations);
    expect(invitation).toMatchObject({
      role: 'supplier-admin',
      email: 'ny@example.org',
      supplierId: product.supplierId,
    });
  });

  const confirmed = async (change: object = {}) => {
    expect(await codeOf(ask(change))).toBe('ok');
    const [row] = (await database.db.query.accessRequests.findMany()).filter(({ confirmedAt }) => confirmedAt === null);
    expect(await codeOf(confirmAccessRequest(database.db, now, row?.tokenHash ?? ''))).toBe('ok');
    return row?.id ?? '';
  };

  test('is answered by the supplier’s own administrator, who is told, and by no other’s', async () => {
    const admin = await makeSupplierPerson(database.db, product.supplierId, 'supplier-admin');
    const rival = await makeSupplierPerson(database.db, (await makeSupplier(database.db)).supplierId, 'supplier-admin');
    const requestId = await confirmed();
    const told = await database.db.select().from(outbox).where(eq(outbox.kind, 'plain-notice'));
    expect(told.at(-1)?.payload).toMatchObject({
      about: 'access-request-arrived',
      to: { adminsOf: product.supplierId },
    });
    expect(await listAccessRequests(database.db, rival.actor.supplierId ?? '')).toEqual([]);
    expect(await listAccessRequests(database.db, product.supplierId)).toHaveLength(1);
    const answer = (by: Acting) =>
      codeOf(decideAccessRequest(database.db, by, { requestId, as: 'appointed', role: 'signatory' }, tokenHashOf));
    expect(await answer(rival)).toBe('not-found');
    expect(await answer(admin)).toBe('ok');
    expect(await database.db.query.invitations.findMany()).toMatchObject([
      { role: 'signatory', supplierId: product.supplierId },
    ]);
  });

  test('for a company that is not here is answered by the coordinator, who enters it', async () => {
    const requestId = await confirmed({ cvr: '87654321' });
    const answer = (by: Acting, supplierName: string) =>
      codeOf(decideAccessRequest(database.db, by, { requestId, as: 'appointed', supplierName }, tokenHashOf));
    const admin = await makeSupplierPerson(database.db, product.supplierId, 'supplier-admin');
    expect(await answer(admin, 'Ny A/S')).toBe('not-found');
    expect(await answer(coordinator, ' ')).toBe('name-required');
    expect(await database.db.query.invitations.findMany()).toEqual([]);
    expect(await answer(coordinator, 'Ny A/S')).toBe('ok');
    expect(await database.db.$count(suppliers, eq(suppliers.cvr, '87654321'))).toBe(1);
  });

  test('is stopped after three tries', async () => {
    const codes = [];
    for (let number = 0; number < 4; number += 1) codes.push(await codeOf(ask()));
    expect(codes).toEqual(['ok', 'ok', 'ok', 'too-many-attempts']);
  });
});
