import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginSession } from '~/app/auth/session.server';
import { readDone } from '~/app/disputes/dispute-view.server';
import { action, loader } from '~/app/routes/supplier/transfers';
import { membershipProducts, memberships } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '../../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson } from '../../factories/supplier-people';
import { fakeContext } from '../context';

/** What people are told when something of theirs went through: what it was, in words. */
const origin = 'http://localhost:3000';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ content: true });
});
afterAll(() => database.drop());

type Person = Awaited<ReturnType<typeof makeSupplierPerson>>;

async function given(person: Person, path: string, fields?: Record<string, string>) {
  const context = fakeContext({ db: database.db, now: () => person.now });
  const begun = await beginSession(new Request(origin), context, {
    personId: person.actor.personId,
    provider: 'test',
  });
  if (!begun.ok) throw new Error(begun.refusal.code);
  const headers = { Cookie: begun.value.cookie.split(';')[0] ?? '' };
  const init = fields ? { method: 'POST', headers, body: new URLSearchParams(fields) } : { headers };
  return { request: new Request(origin + path, init), context, params: {} };
}

/** Sends a form and returns what the page that follows says was done. */
async function send(person: Person, fields: Record<string, string>) {
  const answer = await action(await given(person, '/supplier/transfers', fields));
  if (!(answer instanceof Response)) throw new Error(JSON.stringify(answer));
  return (await loader(await given(person, answer.headers.get('Location') ?? ''))).done;
}

test('a transfer that was offered and taken over is told of by name, to those that it is about alone', async () => {
  const giver = await makeSupplier(database.db);
  const taker = await makeSupplier(database.db);
  const stranger = await makeSupplier(database.db);
  const [from, to, other] = await Promise.all(
    [giver, taker, stranger].map(({ supplierId }) =>
      makeSupplierPerson(database.db, supplierId, 'supplier-admin', 'editor'),
    ),
  );
  if (!from || !to || !other) throw new Error('A person is missing.');
  const { productId } = await makeDeclaration(database.db, from, { name: 'Sagsmappen' });
  const offered = await send(from, { act: 'offer', product: productId, cvr: taker.cvr, message: '' });
  expect(offered).toMatchObject({ productName: 'Sagsmappen', to: { id: taker.supplierId }, decidedAs: null });
  const transfer = offered?.id ?? '';
  expect(await send(to, { act: 'accepted', transfer })).toMatchObject({ id: transfer, decidedAs: 'accepted' });
  const path = `/supplier/transfers?done=${transfer}`;
  expect((await loader(await given(other, path))).done).toBeNull();
  // A colleague who works with another product only.
  const colleague = await makeSupplierPerson(database.db, giver.supplierId, 'editor');
  const mine = await makeDeclaration(database.db, from);
  const [role] = await database.db
    .update(memberships)
    .set({ onlyChosenProducts: true })
    .where(eq(memberships.personId, colleague.actor.personId))
    .returning();
  await database.db.insert(membershipProducts).values({ membershipId: role?.id ?? '', productId: mine.productId });
  expect(await loader(await given(colleague, path))).toMatchObject({ done: null, transfers: [] });
});

test('only steps that people take are told of', () => {
  const about = (done: string) => readDone(new Request(`${origin}/supplier/disputes?${done}`));
  expect(['done=reply', 'done=contradict', 'done=stand-by'].map(about)).toEqual(['reply', 'contradict', 'stand-by']);
  expect(['', 'done', 'done=lapse', 'done=true', 'done=toString'].map(about)).toEqual([null, null, null, null, null]);
});
