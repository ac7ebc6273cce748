import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportDeclaration } from '~/app/exchange/export-declaration';
import { pullDueWellKnown } from '~/app/well-known/pull-due';
import { loadDeclaration } from '~/db/declarations';
import { listProposals } from '~/db/open-proposals';
import { endPerson } from '~/db/people';
import { decideProposals } from '~/db/proposal-decisions';
import { wellKnownSources } from '~/db/schema';
import {
  claimDuePull,
  findWellKnownSource,
  removeWellKnownSource,
  setWellKnownSource,
  takeWellKnown,
} from '~/db/well-known-sources';
import type { Acting } from '~/workflows/actor';
import { pullEvery, wellKnownPath } from '~/workflows/well-known';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson, testNow } from '../factories/supplier-people';

let test: TestDatabase;
let supplierId: string;
let editor: Acting;
let foreign: Acting;
let productId: string;
let declarationId: string;
let site: Server;
let address: string;
let file: string;

beforeAll(async () => {
  test = await createTestDatabase({ content: true });
  supplierId = (await makeSupplier(test.db)).supplierId;
  editor = await makeSupplierPerson(test.db, supplierId, 'editor');
  foreign = await makeSupplierPerson(test.db, (await makeSupplier(test.db)).supplierId, 'editor');
  site = createServer(({ url }, response) => {
    response.writeHead(url === wellKnownPath ? 200 : 404, { 'Content-Type': 'application/json' });
    response.end(file);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  await test.db.delete(wellKnownSources);
  ({ productId, declarationId } = await makeDeclaration(test.db, editor));
  file = JSON.stringify(await declarationWith({ 'gen-version': '4.1' }));
});
afterAll(async () => {
  await new Promise((resolve) => site.close(resolve));
  await test.drop();
});

/** What an export would hold if these were the answers. */
async function declarationWith(values: Record<string, unknown>) {
  const exported = exportDeclaration(await loadDeclaration(test.db, declarationId));
  const answers = Object.entries(values).map(([key, value]) => [key, { value, justification: null, evidence: [] }]);
  return { ...exported, answers: { ...exported.answers, ...Object.fromEntries(answers) } };
}

const set = (change: Partial<Parameters<typeof setWellKnownSource>[2]> = {}, acting = editor) =>
  setWellKnownSource(test.db, acting, { productId, address, isScheduled: true, ...change });
const fetching = { allowsLocal: true };
const pull = (now = testNow) => pullDueWellKnown(test.db, { now: () => now, fetching });
const nextDay = new Date(testNow.getTime() + pullEvery);

describe('a file on the supplier’s own site', () => {
  it('becomes proposals with its address, and changes no answer', async () => {
    expect((await set()).ok).toBe(true);
    expect(await pull()).toBe(1);
    expect(await findWellKnownSource(test.db, productId)).toEqual({
      url: address + wellKnownPath,
      isScheduled: true,
      lastPulledAt: testNow,
      lastOutcome: 'proposed',
      lastProposed: 1,
    });
    expect(await listProposals(test.db, declarationId)).toMatchObject([
      { key: 'gen-version', value: '4.1', origin: 'well-known', originDetails: { url: address + wellKnownPath } },
    ]);
    expect((await loadDeclaration(test.db, declarationId)).answers.get('gen-version')).toBeUndefined();
  });

  it('is pulled once a day, and what was declined does not come again until it says something else', async () => {
    await set();
    expect([await pull(), await pull()]).toEqual([1, 0]);
    const [open] = await listProposals(test.db, declarationId);
    await decideProposals(test.db, editor, { declarationId, accept: [], decline: [open?.id ?? ''] });
    expect(await pull(nextDay)).toBe(1);
    expect(await listProposals(test.db, declarationId)).toEqual([]);
    expect(await findWellKnownSource(test.db, productId)).toMatchObject({ lastOutcome: 'nothing-new' });
    file = JSON.stringify([{ product: { id: 'another' } }, await declarationWith({ 'gen-version': '4.2' })]);
    expect(await pull(new Date(nextDay.getTime() + pullEvery))).toBe(1);
    expect(await listProposals(test.db, declarationId)).toMatchObject([{ value: '4.2' }]);
  });

  it('goes to one of several processes', async () => {
    await set();
    const claimed = await Promise.all(Array.from({ length: 4 }, () => claimDuePull(test.db, testNow)));
    expect(claimed.filter(Boolean)).toHaveLength(1);
  });

  it.each([
    ['not-a-declaration', async () => 'nothing'],
    ['not-a-declaration', async () => '[]'],
    ['unknown-version', async () => JSON.stringify({ schema: '2.0', products: [] })],
    ['unknown-version', async () => JSON.stringify({ schema: 2, product: { id: productId, name: 'x' } })],
    ['not-a-declaration', async () => JSON.stringify({ product: { id: productId, name: 'x' } })],
    ['other-product', async () => JSON.stringify({ product: { id: 'another' } })],
    [
      'other-questionnaire',
      async () => JSON.stringify({ ...(await declarationWith({})), questionnaire: { slug: 'x', version: '9' } }),
    ],
    ['answers-wrong', async () => JSON.stringify(await declarationWith({ 'gen-version': '4', 'gen-lifecycle': 'x' }))],
  ])('proposes nothing when it is %s', async (outcome, content) => {
    file = await content();
    await set();
    await pull();
    expect(await findWellKnownSource(test.db, productId)).toMatchObject({ lastOutcome: outcome, lastProposed: 0 });
    expect(await listProposals(test.db, declarationId)).toEqual([]);
  });

  it('is not pulled for somebody who has left, until a colleague chooses it anew', async () => {
    const colleague = await makeSupplierPerson(test.db, supplierId, 'editor');
    await set({}, colleague);
    await endPerson(test.db, editor, { personId: colleague.actor.personId });
    await pull();
    expect(await findWellKnownSource(test.db, productId)).toMatchObject({
      isScheduled: false,
      lastOutcome: 'role-required',
    });
    expect(await listProposals(test.db, declarationId)).toEqual([]);
  });

  it('counts for nothing when another address was chosen meanwhile', async () => {
    await set();
    const taken = await takeWellKnown(test.db, editor, {
      productId,
      url: `https://another.example${wellKnownPath}`,
      fetched: { ok: true, text: file },
    });
    expect(taken).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  });
});

describe('choosing an address', () => {
  it('is for those who can answer for the product', async () => {
    expect(await set({}, foreign)).toMatchObject({ refusal: { code: 'not-found' } });
    const admin = await makeSupplierPerson(test.db, supplierId, 'supplier-admin');
    expect(await set({}, admin)).toMatchObject({ refusal: { code: 'role-required' } });
    expect(await set({ address: 'ftp://firma.dk' })).toMatchObject({ refusal: { code: 'site-address-wrong' } });
    expect(await removeWellKnownSource(test.db, foreign, { productId })).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });

  it('pulls only when asked unless told otherwise, and can be taken back', async () => {
    await set({ address: 'www.firma.dk', isScheduled: false });
    expect(await pull()).toBe(0);
    expect(await findWellKnownSource(test.db, productId)).toMatchObject({
      url: `https://www.firma.dk${wellKnownPath}`,
      isScheduled: false,
    });
    expect((await removeWellKnownSource(test.db, editor, { productId })).ok).toBe(true);
    expect(await findWellKnownSource(test.db, productId)).toBeUndefined();
    const rows = await test.db.select().from(wellKnownSources).where(eq(wellKnownSources.productId, productId));
    expect(rows).toEqual([]);
  });
});
