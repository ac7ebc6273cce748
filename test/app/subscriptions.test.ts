import type { ActionFunctionArgs } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trapField } from '~/app/components/trap-field';
import { mailToken } from '~/app/mail/token';
import * as ask from '~/app/routes/subscriptions/ask';
import * as oneClick from '~/app/routes/subscriptions/one-click';
import * as own from '~/app/routes/subscriptions/subscription';
import { isOpenFormPath, isPublicPath } from '~/app/server/address';
import { isOneClick } from '~/app/server/origin';
import { searchSubscriptions } from '~/db/schema';
import { secretOfSubscription } from '~/db/search-subscriptions';
import { createTestDatabase, type TestDatabase } from '../database';
import { insertMarket } from '../factories/published-market';
import { configWith, fakeContext } from './context';

let database: TestDatabase;
const now = () => new Date('2026-11-24T10:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  await insertMarket(database.db);
});
afterAll(() => database.drop());

type Action = (args: ActionFunctionArgs) => Promise<unknown>;

const argsOf = (path: string, token: string, init?: RequestInit) => ({
  request: new Request(`http://localhost:3000${path}`, init),
  params: { token },
  context: fakeContext({ db: database.db, now }),
});

function send(action: Action, path: string, fields: Record<string, string>, token = ''): Promise<unknown> {
  return action(argsOf(path, token, { method: 'POST', body: new URLSearchParams(fields) }));
}

/** Where a form led. */
function leadsTo(answer: unknown): string | null {
  expect(answer).toBeInstanceOf(Response);
  return answer instanceof Response ? answer.headers.get('Location') : null;
}

async function getTokenOf(address: string): Promise<string> {
  const rows = await database.db.select().from(searchSubscriptions);
  const row = rows.find((each) => each.address === address);
  if (!row) throw new Error(`Nobody with the address ${address} has asked.`);
  return mailToken(configWith().sessionSecret, secretOfSubscription(row.id));
}

const stateOf = async (token: string) => {
  const loaded = await own.loader(argsOf(`/subscriptions/${token}`, token));
  return 'state' in loaded ? loaded.state : loaded.data.state;
};

describe('following a search', () => {
  it('is answered alike for an address that is known, one that is not, and a program', async () => {
    const path = '/subscribe?interface=SF1500&page=2';
    const answers = [];
    const attempts: Record<string, string>[] = [
      { email: 'a@example.dk' },
      { email: 'a@example.dk' },
      { email: 'b', [trapField]: 'x' },
    ];
    for (const fields of attempts) {
      answers.push(leadsTo(await send(ask.action, path, fields)));
    }
    expect(new Set(answers)).toEqual(new Set(['/subscribe?interface=SF1500&sent=1']));
    const rows = await database.db.select().from(searchSubscriptions);
    expect(rows.map(({ address, query }) => [address, query])).toEqual([
      ['a@example.dk', 'interface=SF1500'],
      ['a@example.dk', 'interface=SF1500'],
    ]);
  });

  it('refuses what is no address, and a filter that does not exist', async () => {
    expect(await send(ask.action, '/subscribe', { email: 'nobody' })).toMatchObject({ init: { status: 400 } });
    await expect(send(ask.action, '/subscribe?interface=SF9', { email: 'c@example.dk' })).rejects.toMatchObject({
      status: 400,
    });
  });

  it('is confirmed and ended by buttons, never by opening a link', async () => {
    await send(ask.action, '/en/subscribe', { email: 'd@example.dk' });
    const token = await getTokenOf('d@example.dk');
    const path = `/en/subscriptions/${token}`;
    expect(await stateOf(token)).toBe('unconfirmed');
    expect(await stateOf(token)).toBe('unconfirmed');
    expect(leadsTo(await send(own.action, path, {}, token))).toBe(path);
    expect(await stateOf(token)).toBe('unconfirmed');
    expect(leadsTo(await send(own.action, path, { act: 'confirm' }, token))).toBe(path);
    expect(await stateOf(token)).toBe('confirmed');
    expect(leadsTo(await send(own.action, path, { act: 'end' }, token))).toBe(`${path}?ended=1`);
    expect(await stateOf(token)).toBe('ended');
    expect(await stateOf('nobodys')).toBe('unknown');
  });

  it('is ended by a mail program with one click', async () => {
    await send(ask.action, '/subscribe', { email: 'e@example.dk' });
    const token = await getTokenOf('e@example.dk');
    await send(own.action, `/subscriptions/${token}`, { act: 'confirm' }, token);
    expect(oneClick.loader().status).toBe(405);
    const click = (of: string) =>
      send(oneClick.action, `/subscriptions/${of}/end`, { 'List-Unsubscribe': 'One-Click' }, of);
    expect(await click('nobodys')).toMatchObject({ status: 404 });
    expect(await stateOf(token)).toBe('confirmed');
    expect(await click(token)).toMatchObject({ status: 200 });
    expect(await stateOf(token)).toBe('ended');
  });
});

describe('the one click', () => {
  it('may come from any site, without a cookie and to its own address only', () => {
    const foreign = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' };
    expect(isOneClick('POST', '/subscriptions/abc/end', foreign)).toBe(true);
    expect(isOneClick('POST', '/subscriptions/abc/end', { ...foreign, cookie: 'a=b' })).toBe(false);
    for (const path of ['/subscriptions/abc', '/subscriptions/a/b/end', '/admin/subscriptions/abc/end', '/subscribe']) {
      expect(isOneClick('POST', path, foreign)).toBe(false);
    }
  });

  it('is not counted by where it comes from; the forms are, and no cache keeps their pages', () => {
    expect(isOpenFormPath('/subscriptions/abc/end')).toBe(false);
    expect(['/subscribe', '/en/subscriptions/abc'].map(isOpenFormPath)).toEqual([true, true]);
    expect(['/subscribe', '/en/subscriptions/abc'].map(isPublicPath)).toEqual([false, false]);
  });
});
