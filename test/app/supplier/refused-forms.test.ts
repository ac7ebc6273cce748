import type { AppLoadContext } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginSession } from '~/app/auth/session.server';
import { action as eventsAction, loader as eventsLoader } from '~/app/routes/supplier/events';
import { action as handoversAction } from '~/app/routes/supplier/handovers';
import { action as transfersAction } from '~/app/routes/supplier/transfers';
import { noteLimit } from '~/workflows/note';
import { createTestDatabase, type TestDatabase } from '../../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson } from '../../factories/supplier-people';
import { fakeContext } from '../context';

/** What people are told when a form of theirs cannot be taken: at its field, with what they wrote. */
const origin = 'http://localhost:3000';
let database: TestDatabase;
let admin: Awaited<ReturnType<typeof makeSupplierPerson>>;
let declaration: Awaited<ReturnType<typeof makeDeclaration>>;

beforeAll(async () => {
  database = await createTestDatabase({ content: true });
  const { supplierId } = await makeSupplier(database.db);
  admin = await makeSupplierPerson(database.db, supplierId, 'supplier-admin', 'signatory', 'editor');
  declaration = await makeDeclaration(database.db, admin);
});
afterAll(() => database.drop());

const context = (): AppLoadContext => fakeContext({ db: database.db, now: () => admin.now });

async function given(path: string, fields?: Record<string, string>) {
  const begun = await beginSession(new Request(origin), context(), {
    personId: admin.actor.personId,
    provider: 'test',
  });
  if (!begun.ok) throw new Error(begun.refusal.code);
  const headers = { Cookie: begun.value.cookie.split(';')[0] ?? '' };
  const init = fields ? { method: 'POST', headers, body: new URLSearchParams(fields) } : { headers };
  const params = { declaration: declaration.declarationId };
  return { request: new Request(origin + path, init), context: context(), params };
}

/** The data of a refusal, and its status. */
function refusalOf<Data>(answer: Response | { data: Data; init: ResponseInit | null }): {
  data: Data;
  status?: number;
} {
  if (answer instanceof Response) throw new Error(`Answered ${answer.status} ${answer.headers.get('Location')}.`);
  return { data: answer.data, status: answer.init?.status ?? 200 };
}

const long = 'x'.repeat(noteLimit + 1);
/** As the server hands a null character on. */
const hidden = 'usynligt\u0001tegn';

describe('a withdrawal', () => {
  const path = () => `/supplier/declarations/${declaration.declarationId}/events`;
  const about = async () => (await eventsLoader(await given(path()))).about;
  const send = async (fields: Record<string, string>) => eventsAction(await given(path(), fields));

  test.each([long, hidden])('with a message that cannot be kept is told at its field', async (note) => {
    const { id, version } = await about();
    const fields = { event: 'withdraw', case: id, version: String(version), note };
    const { data, status } = refusalOf(await send(fields));
    expect(status).toBe(400);
    expect(data).toMatchObject({ note, refusal: null, errors: [{ field: `withdraw-note-${id}` }] });
    expect(await about()).toEqual({ id, version, state: 'draft' });
  });

  test('that somebody else has made already is not offered again', async () => {
    const { id, version } = await about();
    const fields = { event: 'withdraw', case: id, version: String(version), note: 'Én gang' };
    expect((await eventsLoader(await given(path()))).possible).toContain('withdraw');
    expect(await send(fields)).toBeInstanceOf(Response);
    const { data, status } = refusalOf(await send({ ...fields, note: 'To gange' }));
    expect([status, data.note, data.refusal?.code]).toEqual([409, 'To gange', 'case-has-moved']);
    expect((await eventsLoader(await given(path()))).possible).not.toContain('withdraw');
  });
});

describe('handing over', () => {
  test('tells all that is not chosen at once, and counts a line end as the browser does', async () => {
    const fresh = await makeDeclaration(database.db, admin, { name: 'Et andet' });
    const path = `/supplier/declarations/${fresh.declarationId}/handovers`;
    const send = async (fields: Record<string, string>) => {
      const { request, context } = await given(path, { act: 'give', ...fields });
      return handoversAction({ request, context, params: { declaration: fresh.declarationId } });
    };
    const { data, status } = refusalOf(await send({ message: 'Hej' }));
    expect([status, data.typed.message]).toEqual([400, 'Hej']);
    expect(data.errors.map(({ field }) => field)).toEqual(['section', 'assignee']);
    const chosen = { section: 'data', assignee: admin.actor.personId };
    const tooLong = refusalOf(await send({ ...chosen, message: 'x'.repeat(1_001) }));
    expect(tooLong.data.errors.map(({ field }) => field)).toEqual(['message']);
    expect(await send({ ...chosen, message: 'x\r\n'.repeat(500).trim() })).toBeInstanceOf(Response);
    const gone = refusalOf(await send({ act: 'taken-back', handover: fresh.declarationId }));
    expect([gone.status, gone.data.errors.length]).toEqual([409, 1]);
  });
});

test.each([
  [{ cvr: '12345678' }, 'transfer-product-needed'],
  [{ product: 'p', cvr: '1234' }, 'cvr-not-valid'],
])('an offer of a transfer that is not whole says what is missing: %j', async (fields, code) => {
  const sent = { act: 'offer', message: 'Hej', ...fields };
  const { data, status } = refusalOf(await transfersAction(await given('/supplier/transfers', sent)));
  expect([status, data.refusal.code, data.typed.message]).toEqual([400, code, 'Hej']);
});
