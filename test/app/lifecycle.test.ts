import type { LoaderFunctionArgs } from '@remix-run/node';
import { parseAtomFeed } from 'feedsmith';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { subscriptionComposer } from '~/app/mail/subscription';
import { hashMailToken, mailToken, mailTokenHash } from '~/app/mail/token';
import { loadInterfacePage, narrowSupporters, readSupporterQuery } from '~/app/published/interface-page.server';
import * as productsFeed from '~/app/routes/public/products-feed';
import { setSunset } from '~/db/lifecycle';
import { mailSubscriptions } from '~/db/mail/subscription-mails';
import { mails, searchSubscriptions } from '~/db/schema';
import { askForSubscription, confirmSubscription, secretOfSubscription } from '~/db/search-subscriptions';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { about, insertSmallCatalogue, level } from '~/test/factories/decided-product';
import { publishOn } from '~/test/factories/publish';
import type { Sunset } from '~/workflows/lifecycle';
import { fakeContext } from './context';

const publicUrl = 'https://snitflader.example';
const sessionSecret = 'a secret that is used in tests only';
const noon = new Date('2026-11-24T11:00:00Z');
const seven = (day: number) => new Date(Date.UTC(2026, 10, day, 6));
const heading = 'SF1500: version 5.0 udfases den 1. juni 2027';
const wanted: Sunset = { interfaceId: 'SF1500', label: '5.0', sunsetOn: '2027-06-01', successor: '6.0' };

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await insertSmallCatalogue(test.db);
  const using = (version: string) => [level('SF1500', 'in_production'), about('SF1500', 'if-version', version)];
  await publishOn(test.db, { name: 'Bagud', answers: using('5.0') }, noon);
  await publishOn(test.db, { name: 'Foran', answers: using('6.0') }, noon);
  await publishOn(test.db, { name: 'Tavs', answers: [level('SF1500', 'ready')] }, noon);
});
afterAll(() => test.drop());

async function subscribe(email: string, query: string): Promise<void> {
  const hashOf = (secretOf: string) => mailTokenHash(sessionSecret, secretOf);
  await askForSubscription(test.db, noon, { email, language: 'da', query, subject: email }, hashOf);
  const rows = await test.db.select().from(searchSubscriptions);
  const row = rows.find(({ address }) => address === email);
  if (!row) throw new Error(`${email} has not asked.`);
  const token = mailToken(sessionSecret, secretOfSubscription(row.id));
  await confirmSubscription(test.db, noon, hashMailToken(token));
}

/** What a round of the worker sends to whom. */
async function newsAt(now: Date): Promise<{ address: string; subject: string; text: string }[]> {
  await test.db.delete(mails);
  await mailSubscriptions(test.db, {
    now,
    delivery: 'smtp',
    compose: subscriptionComposer(publicUrl),
    onError: (error) => {
      throw error;
    },
  });
  return test.db.select({ address: mails.address, subject: mails.subject, text: mails.text }).from(mails);
}

async function feedOf(query: string) {
  const request = new Request(`${publicUrl}/products/feed/atom.xml${query}`);
  const args: LoaderFunctionArgs = {
    request,
    params: { file: 'atom.xml' },
    context: fakeContext({ db: test.db, publicUrl, now: () => noon }),
  };
  const { entries = [] } = parseAtomFeed(await (await productsFeed.loader(args)).text());
  return entries.flatMap(({ title, links }) => (title?.value.includes('5.0') ? [{ title: title.value, links }] : []));
}

it('a sunset reaches those who follow the interface, by mail and feed, and so does its being taken back', async () => {
  await subscribe('bruger@example.dk', 'interface=SF1500');
  await subscribe('anden@example.dk', 'interface=SF1470');
  await newsAt(seven(25));

  const set = new Date('2026-11-25T10:00:00Z');
  expect(await setSunset(test.db, { actor: null, now: set }, wanted)).toMatchObject({ ok: true });
  const told = await newsAt(seven(26));
  expect(told).toMatchObject([{ address: 'bruger@example.dk', subject: `Nyt i din søgning: ${heading}` }]);
  expect(told[0]?.text).toContain(`${publicUrl}/interfaces/SF1500`);
  expect(await newsAt(seven(27))).toEqual([]);
  expect(await feedOf('?interface=SF1500')).toMatchObject([
    { title: heading, links: [{ href: `${publicUrl}/interfaces/SF1500` }] },
  ]);
  expect(await feedOf('?interface=SF1470')).toEqual([]);
  expect(await feedOf('')).toEqual([]);

  const back = new Date('2026-11-27T10:00:00Z');
  expect(await setSunset(test.db, { actor: null, now: back }, { ...wanted, sunsetOn: null })).toMatchObject({
    ok: true,
  });
  expect(await newsAt(seven(28))).toMatchObject([{ address: 'bruger@example.dk' }]);
  expect(await feedOf('?interface=SF1500')).toHaveLength(2);
});

it('a page of an interface has as many products as a list, and refuses what it cannot be asked', async () => {
  const page = await loadInterfacePage(test.db, 'SF1500', noon);
  const [first] = page?.supporters ?? [];
  if (!page || !first) throw new Error('Nobody declares the interface.');
  const many = Array.from({ length: 51 }, () => first);
  const asked = (query: string) => readSupporterQuery(new Request(`http://test/interfaces/SF1500?${query}`));
  expect(narrowSupporters(many, asked(''))).toMatchObject({ pages: 2, shown: { length: 50 } });
  expect(narrowSupporters(many, asked('page=2'))).toMatchObject({ shown: { length: 1 } });
  expect(narrowSupporters(many, asked(`page=2&level=${first.level}`))).toMatchObject({ shown: { length: 1 } });
  for (const query of ['page=0', 'page=-1', 'page=1e3', 'level=best', 'standing=ahead']) {
    expect(() => asked(query), query).toThrow();
  }
});

it('the interface’s page counts who is ready for the version to move to', async () => {
  const standings = async () => {
    const page = await loadInterfacePage(test.db, 'SF1500', noon);
    if (!page?.lifecycle) throw new Error('The page tells nothing of versions.');
    const { target, sunsets, standings: counted } = page.lifecycle;
    const names = counted.map(({ standing, count }) => {
      const { shown } = narrowSupporters(page.supporters, { level: null, standing, page: 1 });
      expect(shown).toHaveLength(count);
      return [standing, shown.map(({ name }) => name)];
    });
    return { target, sunsets, names };
  };
  const names = [
    ['ready', ['Foran']],
    ['behind', ['Bagud']],
    ['unknown', ['Tavs']],
  ];
  expect(await standings()).toEqual({ target: '6.0', sunsets: [], names });
  // Who is asked for another version is ready for it with a newer one too.
  const older = await loadInterfacePage(test.db, 'SF1500', noon, '5.0');
  expect(older?.lifecycle).toMatchObject({ target: '5.0', standings: [{ standing: 'ready', count: 2 }, {}] });
  expect(older?.versions.map(({ label, ready, declaring }) => [label, ready, declaring])).toEqual([
    ['6.0', 1, 3],
    ['5.0', 2, 3],
  ]);
  await expect(loadInterfacePage(test.db, 'SF1500', noon, '7.0')).rejects.toThrow();
  const now = new Date('2026-11-30T10:00:00Z');
  expect(await setSunset(test.db, { actor: null, now }, wanted)).toMatchObject({ ok: true });
  expect(await standings()).toEqual({ target: '6.0', sunsets: [{ label: '5.0', sunsetOn: '2027-06-01' }], names });
});
