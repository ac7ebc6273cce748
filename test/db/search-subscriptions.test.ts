import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smtpDelivery } from '~/app/mail/smtp';
import { subscriptionComposer } from '~/app/mail/subscription';
import { hashMailToken, mailToken, mailTokenHash, tokenMark } from '~/app/mail/token';
import { connect, type Database } from '~/db/client';
import { sendDueMails } from '~/db/mail/send';
import { type MailingSubscriptions, mailSubscriptions } from '~/db/mail/subscription-mails';
import { publishDecision } from '~/db/publication';
import { attempts, mails, outbox, searchSubscriptions } from '~/db/schema';
import {
  askForSubscription,
  confirmSubscription,
  endSubscription,
  findSubscription,
  secretOfSubscription,
} from '~/db/search-subscriptions';
import { createTestDatabase, type TestDatabase } from '../database';
import { insertDecidedProduct, level } from '../factories/decided-product';
import { insertMarket } from '../factories/published-market';
import { startMailServer } from '../mail-server';

const publicUrl = 'https://portal.example.dk';
const sessionSecret = 'a secret that is used in tests only';
/** Noon in Copenhagen, and the next mornings before and at seven. */
const noon = new Date('2026-11-24T11:00:00Z');
const early = new Date('2026-11-25T05:59:59Z');
const seven = new Date('2026-11-25T06:00:00Z');
const nextSeven = new Date('2026-11-26T06:00:00Z');
const days = (count: number) => new Date(noon.getTime() + count * 24 * 60 * 60_000);

let test: TestDatabase;
let published = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  await insertMarket(test.db);
});
afterAll(() => test.drop());
beforeEach(async () => {
  for (const table of [mails, outbox, searchSubscriptions, attempts]) await test.db.delete(table);
});

const ask = (email: string, query = '', now = noon) =>
  askForSubscription(test.db, now, { email, language: 'da', query, subject: email }, (secretOf) =>
    mailTokenHash(sessionSecret, secretOf),
  );

async function getToken(address: string): Promise<string> {
  const [row] = await test.db.select().from(searchSubscriptions).where(eq(searchSubscriptions.address, address));
  if (!row) throw new Error(`Nobody with the address ${address} has asked.`);
  return mailToken(sessionSecret, secretOfSubscription(row.id));
}

/** @returns the hash of the token */
async function subscribe(address: string, query = ''): Promise<string> {
  expect((await ask(address, query)).ok).toBe(true);
  const hash = hashMailToken(await getToken(address));
  expect((await confirmSubscription(test.db, noon, hash)).ok).toBe(true);
  return hash;
}

/** One round of a worker. */
const round = (now: Date, db: Database = test.db, change: Partial<MailingSubscriptions> = {}) =>
  mailSubscriptions(db, {
    now,
    delivery: 'smtp',
    compose: subscriptionComposer(publicUrl),
    onError: (error) => {
      throw error;
    },
    ...change,
  });

async function publish(interfaceId: string, now = noon): Promise<string> {
  published += 1;
  const name = `Nyt system ${published}`;
  const { decisionId = '' } = await insertDecidedProduct(test.db, { name, answers: [level(interfaceId, 'ready')] });
  await test.db.transaction((tx) => publishDecision(tx, { decisionId, now }));
  return name;
}

const newsTo = async (address: string) =>
  (await test.db.select().from(mails).where(eq(mails.address, address))).filter(
    ({ subject }) => !subject.startsWith('Bekræft'),
  );

describe('a subscription', () => {
  it('begins when the address is confirmed, and not before', async () => {
    await ask('a@example.dk', 'interface=SF1500');
    await publish('SF1500');
    expect(await round(noon)).toBe(1);
    expect(await round(seven)).toBe(0);
    const [mail, ...others] = await test.db.select().from(mails);
    expect(others).toEqual([]);
    expect(mail?.address).toBe('a@example.dk');
    expect(mail?.text).toContain(`${publicUrl}/subscriptions/${tokenMark}`);
    expect(mail?.text).toContain(`${publicUrl}/products?interface=SF1500`);
    const hash = hashMailToken(await getToken('a@example.dk'));
    expect(await findSubscription(test.db, seven, hash)).toEqual({ state: 'unconfirmed', query: 'interface=SF1500' });
    expect((await confirmSubscription(test.db, seven, hash)).ok).toBe(true);
    expect((await confirmSubscription(test.db, seven, hash)).ok).toBe(true);
    expect((await findSubscription(test.db, seven, hash))?.state).toBe('confirmed');
    // What was published before is no news.
    expect(await round(nextSeven)).toBe(0);
  });

  it('that nobody confirms is deleted after seven days, with its mail', async () => {
    await ask('b@example.dk');
    await round(noon);
    const hash = hashMailToken(await getToken('b@example.dk'));
    await round(new Date(days(7).getTime() - 1));
    expect(await test.db.$count(searchSubscriptions)).toBe(1);
    expect((await confirmSubscription(test.db, days(7), hash)).ok).toBe(false);
    await round(days(7));
    for (const table of [searchSubscriptions, mails, outbox]) expect(await test.db.$count(table)).toBe(0);
  });

  it('that ends leaves no address, and gets nothing more', async () => {
    const hash = await subscribe('c@example.dk');
    await round(noon);
    await publish('SF1500');
    await round(seven);
    expect(await newsTo('c@example.dk')).toHaveLength(1);
    expect((await endSubscription(test.db, seven, hash)).ok).toBe(true);
    expect((await endSubscription(test.db, seven, hash)).ok).toBe(true);
    expect(await test.db.select().from(searchSubscriptions)).toMatchObject([{ address: null, endedAt: seven }]);
    expect(await test.db.$count(mails)).toBe(0);
    expect(await findSubscription(test.db, days(400), hash)).toMatchObject({ state: 'ended' });
    expect((await confirmSubscription(test.db, seven, hash)).ok).toBe(false);
    await publish('SF1500');
    expect(await round(nextSeven)).toBe(0);
  });

  it('to the same search takes the older one’s place', async () => {
    const first = await subscribe('d@example.dk', 'interface=SF1500');
    await ask('D@example.dk', 'interface=SF1500');
    await ask('d@example.dk', 'interface=SF1470');
    expect((await findSubscription(test.db, noon, first))?.state).toBe('confirmed');
    await confirmSubscription(test.db, noon, hashMailToken(await getToken('D@example.dk')));
    expect((await findSubscription(test.db, noon, first))?.state).toBe('ended');
  });

  it('can be asked for five times a day from one address', async () => {
    for (let count = 0; count < 5; count += 1) expect((await ask('e@example.dk')).ok).toBe(true);
    expect(await ask('e@example.dk')).toMatchObject({ refusal: { code: 'too-many-attempts' } });
    expect((await ask('e@example.dk', '', days(1))).ok).toBe(true);
    expect(await ask('nobody')).toMatchObject({ refusal: { code: 'request-not-understood' } });
  });
});

describe('the news', () => {
  it('is what the search finds, once, after seven in the morning', async () => {
    await subscribe('one@example.dk', 'interface=SF1500');
    await subscribe('all@example.dk');
    const found = await publish('SF1500');
    const other = await publish('SF1470');
    await round(noon);
    await round(early);
    expect(await newsTo('all@example.dk')).toEqual([]);
    await round(seven);
    await round(days(1));
    const [one, ...more] = await newsTo('one@example.dk');
    expect(more).toEqual([]);
    expect(one?.subject).toBe(`Nyt i din søgning: ${found}: erklæring offentliggjort`);
    expect(one?.text).toContain(`${publicUrl}/products/nyt-system-${published - 1}`);
    expect(`${one?.text}${one?.html}`).not.toContain(other);
    expect(await newsTo('all@example.dk')).toMatchObject([{ subject: '2 nyheder i din søgning' }]);
    // Nothing new: no mail.
    expect(await round(nextSeven)).toBe(0);
    const last = await publish('SF1500', nextSeven);
    await round(nextSeven);
    await round(days(3));
    expect((await newsTo('one@example.dk')).map(({ subject }) => subject)).toContain(
      `Nyt i din søgning: ${last}: erklæring offentliggjort`,
    );
    expect(await newsTo('one@example.dk')).toHaveLength(2);
  });

  it('reaches each once when several processes make it, with a link that ends it in one click', async () => {
    const addresses = ['f@example.dk', 'g@example.dk', 'h@example.dk', 'i@example.dk'];
    for (const address of addresses) await ask(address);
    const other = connect(test.target, { applicationName: 'second-process', max: 3 });
    const server = await startMailServer();
    try {
      await Promise.all([round(noon), round(noon, other.db), round(noon)]);
      expect(await test.db.$count(mails)).toBe(addresses.length);
      for (const address of addresses) {
        await confirmSubscription(test.db, noon, hashMailToken(await getToken(address)));
      }
      await test.db.delete(mails);
      await publish('SF1500');
      await Promise.all([round(seven), round(seven, other.db), round(seven), round(seven, other.db)]);
      const deliver = smtpDelivery({ smtpUrl: server.url, mailFrom: 'p@example.dk', publicUrl, sessionSecret });
      await sendDueMails(test.db, { now: () => seven, deliver });
      expect(server.received.map(({ to }) => to[0]).sort()).toEqual(addresses);
      const raw = server.received.find(({ to }) => to[0] === 'f@example.dk')?.raw ?? '';
      const unfolded = raw.replace(/\r\n[ \t]+/g, ' ');
      const token = await getToken('f@example.dk');
      expect(unfolded).toContain(`List-Unsubscribe: <${publicUrl}/subscriptions/${token}/end>\r\n`);
      expect(unfolded).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    } finally {
      await other.close();
      await server.stop();
    }
  });

  it('of a search that cannot be read any more is told of, and keeps nobody else’s back', async () => {
    await subscribe('j@example.dk', 'interface=SF9999');
    await subscribe('k@example.dk');
    await publish('SF1500');
    const problems: string[] = [];
    const onError = (error: unknown) => problems.push(String(error));
    await round(seven, test.db, { onError });
    await round(seven, test.db, { onError });
    expect(problems).toEqual([expect.stringContaining('interface')]);
    expect(await newsTo('k@example.dk')).toHaveLength(1);
  });
});
