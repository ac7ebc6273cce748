import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LiveEvents } from '~/app/supplier/live-events';
import { findLiveReader, streamSection } from '~/app/supplier/live-section.server';
import { saveAnswers } from '~/db/answers';
import { type Connection, connect } from '~/db/client';
import { loadDeclaration } from '~/db/declarations';
import { enterSection, listPresent, pagesPerSession, presenceLease } from '~/db/presence';
import { createSession, endSession, sessionIdleLimit } from '~/db/sessions';
import type { Acting } from '~/workflows/actor';
import { createTestDatabase, type TestDatabase } from '../../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson, testNow } from '../../factories/supplier-people';
import { fakeContext } from '../context';

let database: TestDatabase;
/** As another web process has its own. */
let elsewhere: Connection;
let anna: Acting;
let bo: Acting;
let rival: Acting;
let declarationId: string;
let sectionId: string;
let now: Date;
let count = 0;
let open: AbortController[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ content: true });
  elsewhere = connect(database.target, { applicationName: 'elsewhere', max: 3 });
  const { supplierId } = await makeSupplier(database.db);
  anna = await makeSupplierPerson(database.db, supplierId, 'editor');
  bo = await makeSupplierPerson(database.db, supplierId, 'signatory');
  rival = await makeSupplierPerson(database.db, (await makeSupplier(database.db, 'Anden')).supplierId, 'editor');
  declarationId = (await makeDeclaration(database.db, anna)).declarationId;
  const { instances } = await loadDeclaration(database.db, declarationId);
  sectionId = instances.find(({ key }) => key === 'gen-version')?.sectionId ?? '';
});
beforeEach(() => {
  now = testNow;
});
afterEach(() => {
  for (const each of open) each.abort();
  open = [];
});
afterAll(async () => {
  await elsewhere.close();
  await database.drop();
});

async function signIn({ actor }: Acting): Promise<string> {
  count += 1;
  const tokenHash = `hash-${count}`;
  const session = { personId: actor.personId, tokenHash, previousTokenHash: null, provider: 'demo' };
  await createSession(database.db, now, session);
  return tokenHash;
}

/** Opens the page and answers what is read from it, event by event. */
async function openPage(acting: Acting, tokenHash: string, db = database.db) {
  const context = fakeContext({ db, now: () => now });
  const gone = new AbortController();
  open.push(gone);
  const section = { declarationId, sectionId, tokenHash };
  const stream = await streamSection(context, section, acting.actor, gone.signal);
  if (!stream) return undefined;
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  async function next<Name extends keyof LiveEvents>(wanted: Name): Promise<LiveEvents[Name]> {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end < 0) {
        const { done, value } = await reader.read();
        if (done) throw new Error(`The stream ended before ${wanted}.`);
        text += decoder.decode(value);
        continue;
      }
      const event = /^event: (\w+)\ndata: (.*)$/.exec(text.slice(0, end));
      text = text.slice(end + 2);
      if (event?.[1] === wanted) return JSON.parse(event[2] ?? '');
    }
  }
  return { next, close: () => gone.abort(), reader };
}

async function mustOpen(...args: Parameters<typeof openPage>) {
  const page = await openPage(...args);
  if (!page) throw new Error('The page was not let in.');
  return page;
}

describe('an open section', () => {
  it('tells who else is there, and of answers and progress, whichever process they came through', async () => {
    const hers = await mustOpen(anna, await signIn(anna));
    expect(await hers.next('present')).toEqual([]);
    await hers.next('answers');
    const his = await mustOpen(bo, await signIn(bo), elsewhere.db);
    expect(await hers.next('present')).toMatchObject([{ name: bo.actor.name, sectionId }]);
    expect(await his.next('present')).toMatchObject([{ name: anna.actor.name }]);
    const answers = [{ key: 'gen-version', value: '7.1', justification: null, expectedVersion: 0 }];
    await saveAnswers(elsewhere.db, bo, { declarationId, answers });
    const told = await hers.next('answers');
    expect(told.answers['gen-version']).toMatchObject({ value: '7.1', version: 1 });
    expect(told.requiredAnswered).toBeGreaterThan(0);
    his.close();
    expect(await hers.next('present')).toEqual([]);
  });

  it('ends with the session', async () => {
    const tokenHash = await signIn(anna);
    const page = await mustOpen(anna, tokenHash);
    expect(await page.next('session')).toEqual({
      endsAt: new Date(now.getTime() + sessionIdleLimit).toISOString(),
    });
    await endSession(database.db, now, tokenHash);
    const answers = [{ key: 'gen-version', value: '7.2', justification: null, expectedVersion: 1 }];
    await saveAnswers(elsewhere.db, bo, { declarationId, answers });
    expect(await page.next('ended')).toBeNull();
    expect((await page.reader.read()).done).toBe(true);
  });

  it('does not keep its own session alive', async () => {
    const tokenHash = await signIn(anna);
    now = new Date(testNow.getTime() + sessionIdleLimit - 1000);
    const section = { declarationId, sectionId, tokenHash };
    expect(await findLiveReader(fakeContext({ db: database.db, now: () => now }), section)).toBeDefined();
    now = new Date(testNow.getTime() + sessionIdleLimit + 1000);
    expect(await findLiveReader(fakeContext({ db: database.db, now: () => now }), section)).toBeUndefined();
  });

  it('is not there for another supplier, nor a section that is none', async () => {
    const context = fakeContext({ db: database.db, now: () => now });
    const foreign = { declarationId, sectionId, tokenHash: await signIn(rival) };
    expect(await findLiveReader(context, foreign)).toBeUndefined();
    const nowhere = { declarationId, sectionId: 'nowhere', tokenHash: await signIn(anna) };
    expect(await findLiveReader(context, nowhere)).toBeUndefined();
  });

  it('is held open by one session only so many times', async () => {
    const tokenHash = await signIn(anna);
    for (let page = 0; page < pagesPerSession; page += 1) await mustOpen(anna, tokenHash);
    expect(await openPage(anna, tokenHash)).toBeUndefined();
  });

  it('forgets a page whose process died', async () => {
    const where = { declarationId, sectionId, personId: bo.actor.personId, tokenHash: await signIn(bo) };
    await enterSection(database.db, now, where);
    const look = { declarationId, exceptPersonId: anna.actor.personId };
    expect(await listPresent(database.db, now, look)).toHaveLength(1);
    expect(await listPresent(database.db, new Date(now.getTime() + presenceLease + 1), look)).toEqual([]);
  });
});
