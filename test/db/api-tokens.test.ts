import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findTokenBearer,
  listApiTokens,
  makeApiToken,
  mostTokens,
  type NewToken,
  revokeApiToken,
  revokeApiTokenAsOperator,
  rotateApiToken,
} from '~/db/api-tokens';
import { endPerson } from '~/db/people';
import { apiTokens, log } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson, testNow } from '../factories/supplier-people';

let test: TestDatabase;
let supplierId: string;
let admin: Acting;
let editor: Acting;
let foreign: Acting;

beforeAll(async () => {
  test = await createTestDatabase({ content: true });
  supplierId = (await makeSupplier(test.db)).supplierId;
  admin = await makeSupplierPerson(test.db, supplierId, 'supplier-admin');
  editor = await makeSupplierPerson(test.db, supplierId, 'editor');
  foreign = await makeSupplierPerson(test.db, (await makeSupplier(test.db)).supplierId, 'editor', 'supplier-admin');
});
afterAll(() => test.drop());

const wanted: NewToken = { name: 'Byggeserver', scopes: ['declarations:read'], productId: null, lifetime: 90 };
const later = (days: number) => new Date(testNow.getTime() + days * 24 * 60 * 60_000);

async function make(change: Partial<NewToken> = {}, acting = admin) {
  const made = await makeApiToken(test.db, acting, { ...wanted, ...change });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

describe('a token', () => {
  it('opens what it was made for, in the name of whoever made it, and only its hash is kept', async () => {
    const { id, token } = await make({ scopes: ['declarations:read', 'proposals:write'] });
    expect(await findTokenBearer(test.db, token, testNow)).toEqual({
      tokenId: id,
      name: 'Byggeserver',
      scopes: ['declarations:read', 'proposals:write'],
      actor: {
        personId: admin.actor.personId,
        name: 'Byggeserver',
        roles: ['editor'],
        supplierId,
        municipalityCode: null,
      },
    });
    const kept = JSON.stringify([
      await test.db.select().from(apiTokens),
      await test.db.select().from(log).where(eq(log.subjectId, id)),
    ]);
    expect(kept).not.toContain(token);
    expect(kept).toContain('api-token.make');
    const [listed] = await listApiTokens(test.db, { supplierId, now: testNow });
    expect(listed).toMatchObject({ state: 'good', lastUsedAt: testNow, prefix: token.slice(0, 20) });
    expect(JSON.stringify(listed)).not.toContain('tokenHash');
  });

  it('is restricted to its product', async () => {
    const { productId } = await makeDeclaration(test.db, editor);
    const { token } = await make({ productId });
    expect((await findTokenBearer(test.db, token, testNow))?.actor.restrictedTo).toEqual({ editor: [productId] });
  });

  it('ends when it runs out, when it is revoked, and when the colleague who made it has left', async () => {
    const colleague = await makeSupplierPerson(test.db, supplierId, 'supplier-admin');
    const [old, revoked, orphan] = [await make({ lifetime: 30 }), await make(), await make({}, colleague)];
    expect(await findTokenBearer(test.db, old.token, later(29))).toBeDefined();
    expect(await findTokenBearer(test.db, old.token, later(30))).toBeUndefined();
    expect((await revokeApiToken(test.db, admin, { tokenId: revoked.id })).ok).toBe(true);
    expect(await findTokenBearer(test.db, revoked.token, testNow)).toBeUndefined();
    await endPerson(test.db, admin, { personId: colleague.actor.personId });
    expect(await findTokenBearer(test.db, orphan.token, testNow)).toBeUndefined();
    const states = new Map((await listApiTokens(test.db, { supplierId, now: later(30) })).map((row) => [row.id, row]));
    expect([old, revoked, orphan].map(({ id }) => states.get(id)?.state)).toEqual(['expired', 'revoked', 'orphaned']);
  });

  it('is replaced by one with the same rights, and works no longer itself', async () => {
    const { productId } = await makeDeclaration(test.db, editor);
    const old = await make({ productId, lifetime: 30 });
    const rotated = await rotateApiToken(test.db, { ...admin, now: later(10) }, { tokenId: old.id });
    if (!rotated.ok) throw new Error(rotated.refusal.code);
    expect(rotated.value.expiresAt).toEqual(later(40));
    expect(await findTokenBearer(test.db, old.token, later(10))).toBeUndefined();
    expect((await findTokenBearer(test.db, rotated.value.token, later(10)))?.actor.restrictedTo).toEqual({
      editor: [productId],
    });
    expect(await rotateApiToken(test.db, admin, { tokenId: old.id })).toMatchObject({
      ok: false,
      refusal: { code: 'token-not-in-use' },
    });
  });

  it.each(['', 'snitfladeklar_', `snitfladeklar_${'a'.repeat(43)}`, `other_${'a'.repeat(43)}`, "' or 1=1"])(
    'is not %j',
    async (text) => {
      expect(await findTokenBearer(test.db, text, testNow)).toBeUndefined();
    },
  );
});

describe('refusals', () => {
  const code = async (acting: Acting, change: Partial<NewToken> = {}) => {
    const made = await makeApiToken(test.db, acting, { ...wanted, ...change });
    return made.ok ? null : made.refusal.code;
  };

  it('only an administrator makes tokens, and only ones that say what they are for', async () => {
    expect(await code(editor)).toBe('role-required');
    expect(await code(admin, { name: '  ' })).toBe('token-name-needed');
    expect(await code(admin, { name: 'x'.repeat(81) })).toBe('token-name-needed');
    expect(await code(admin, { name: 'ESDH\u0001' })).toBe('token-name-needed');
    expect(await code(admin, { scopes: [] })).toBe('token-scope-needed');
    expect(await code(admin, { productId: (await makeDeclaration(test.db, foreign)).productId })).toBe('not-found');
    expect(await code(admin, { productId: 'nothing' })).toBe('not-found');
  });

  it('nobody reaches the token of another supplier', async () => {
    const { id, token } = await make();
    for (const refused of [
      await revokeApiToken(test.db, foreign, { tokenId: id }),
      await rotateApiToken(test.db, foreign, { tokenId: id }),
      await revokeApiToken(test.db, foreign, { tokenId: 'nothing' }),
    ]) {
      expect(refused).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
    }
    expect(await findTokenBearer(test.db, token, testNow)).toBeDefined();
  });

  it('the operator ends any token, once', async () => {
    const { id, token } = await make();
    expect((await revokeApiTokenAsOperator(test.db, { now: testNow, tokenId: id })).ok).toBe(true);
    expect(await findTokenBearer(test.db, token, testNow)).toBeUndefined();
    expect((await revokeApiTokenAsOperator(test.db, { now: testNow, tokenId: id })).ok).toBe(false);
  });

  it('a supplier has a bounded number in use', async () => {
    const other = await makeSupplierPerson(test.db, (await makeSupplier(test.db)).supplierId, 'supplier-admin');
    for (let at = 0; at < mostTokens; at += 1) expect(await code(other)).toBeNull();
    expect(await code(other)).toBe('too-many-tokens');
  });
});
