import type { LoaderFunctionArgs } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths } from '~/app/paths';
import * as interfaceGroup from '~/app/routes/public/interface-group';
import * as products from '~/app/routes/public/products';
import * as statistics from '~/app/routes/public/statistics';
import { setSunset } from '~/db/lifecycle';
import { interfaces, interfaceVersions } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { about, level } from '~/test/factories/decided-product';
import { publishOn } from '~/test/factories/publish';
import { insertMarket } from '~/test/factories/published-market';
import { fakeContext } from './context';

let database: TestDatabase;
const now = new Date('2026-11-24T11:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  await insertMarket(database.db);
  const answers = [level('SF1500', 'ready'), level('SF1501', 'in_production'), about('SF1500', 'if-version', '5.0')];
  await publishOn(database.db, { name: 'Begge', answers }, new Date('2026-10-20T10:00:00Z'));
  await publishOn(database.db, { name: 'Ingen', answers: [level('SF1500', 'not_supported')] }, now);
});
afterAll(() => database.drop());

interface Route<Data> {
  loader: (args: LoaderFunctionArgs) => Promise<Data>;
}

function open<Data>(
  route: Route<Data>,
  { path = '/', id, ...context }: { path?: string; id?: string } & Parameters<typeof fakeContext>[0] = {},
): Promise<Data> {
  const request = new Request(`http://localhost:3000${path}`);
  const params = id === undefined ? {} : { id };
  return route.loader({ request, params, context: fakeContext({ db: database.db, now: () => now, ...context }) });
}

describe('the page of an interface group', () => {
  it('has the same figures as the page of figures, of this group alone', async () => {
    const { groups, more } = await open(statistics);
    const known = groups.find(({ id }) => id === 'organisation');
    expect(known?.levels.ready).toBe(1);
    const view = await open(interfaceGroup, { id: 'organisation' });
    expect(view.group.levels).toEqual(known?.levels);
    expect(view.group.interfaces.map(({ id }) => id)).toEqual(['SF1500', 'SF1501']);
    expect(view.curves?.days).toEqual(more.days);
    expect(view.curves?.curves).toEqual(more.curves.find(({ id }) => id === 'organisation'));
    expect(view.curves?.curves.points.at(-1)?.products).toBe(2);
  });

  it('has the products that support anything in it, as many as the list that it leads to, the readiest first', async () => {
    const view = await open(interfaceGroup, { id: 'organisation' });
    expect(view.supporters.map(({ name, ready, supported }) => [name, ready, supported])).toEqual([
      ['Begge', 2, 2],
      ['Ældreomsorg', 1, 1],
      ['Zebra', 0, 1],
    ]);
    const list = await open(products, { path: '/products?group=organisation' });
    expect(list.total).toBe(view.total);
    expect(list.products.map(({ name }) => name).sort()).toEqual(view.supporters.map(({ name }) => name).sort());
  });

  it('tells which versions go out of use, soonest first, and not those that have', async () => {
    const sunset = (interfaceId: string, label: string, sunsetOn: string) => {
      const position = Number(label);
      const row = { interfaceId, label, position, availableOn: null, sunsetOn, retiredOn: null };
      return database.db.insert(interfaceVersions).values(row);
    };
    await database.db.delete(interfaceVersions);
    await sunset('SF1501', '1', '2028-01-01');
    await sunset('SF1500', '2', '2026-11-24');
    await sunset('SF1500', '3', '2026-11-23');
    await sunset('SF1470', '1', '2027-01-01');
    const view = await open(interfaceGroup, { id: 'organisation' });
    expect(view.sunsets.map(({ interfaceId, version, sunsetOn }) => [interfaceId, version, sunsetOn])).toEqual([
      ['SF1500', '2', '2026-11-24'],
      ['SF1501', '1', '2028-01-01'],
    ]);
    const set = { interfaceId: 'SF1501', label: '1', sunsetOn: '2027-06-01', successor: null };
    expect(await setSunset(database.db, { actor: null, now }, set)).toMatchObject({ ok: true });
    const later = await open(interfaceGroup, { id: 'organisation' });
    expect(later.sunsets.map(({ sunsetOn }) => sunsetOn)).toEqual(['2026-11-24', '2027-06-01']);
  });

  it('is told to search engines as the terms that it defines', async () => {
    const data = await open(interfaceGroup, { id: 'sag-dokument' });
    const publicUrl = 'https://snitflader.example';
    const args = { data: JSON.parse(JSON.stringify(data)), params: {}, language: 'en' as const, paths: paths('en') };
    expect(interfaceGroup.handle.structured?.({ ...args, publicUrl, licenceUrl: '' })).toMatchObject({
      '@type': 'DefinedTermSet',
      '@id': `${publicUrl}/en/interfaces/groups/sag-dokument`,
      hasDefinedTerm: [{ termCode: 'SF1470', url: `${publicUrl}/en/interfaces/SF1470` }],
    });
  });

  it('stays where all its interfaces are gone, since publications name it', async () => {
    const removed = await createTestDatabase();
    await insertMarket(removed.db);
    await removed.db.update(interfaces).set({ removedOn: '2026-11-01' }).where(eq(interfaces.groupId, 'sag-dokument'));
    const view = await open(interfaceGroup, { id: 'sag-dokument', db: removed.db });
    expect(view.group).toMatchObject({ id: 'sag-dokument', interfaces: [] });
    await removed.drop();
  });

  it.each(['nothing', '', "'"])('there is no group %j', async (id) => {
    const thrown = await open(interfaceGroup, { id }).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(Response);
    expect((thrown as Response).status).toBe(404);
  });
});
