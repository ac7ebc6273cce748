import type { AppLoadContext } from '@remix-run/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  findActor,
  requireActor,
  requireCoordinator,
  requireReviewer,
  requireReviewReader,
  requireSupplierRole,
} from '~/app/auth/actor.server';
import { demoPeople } from '~/app/auth/demo.server';
import { signIn, signOut } from '~/app/auth/session.server';
import { action as demoAction, loader as demoLoader } from '~/app/routes/auth/sign-in-demo';
import { action as signOutAction, loader as signOutLoader } from '~/app/routes/auth/sign-out';
import { addPerson } from '~/db/people';
import { municipalities, sessions } from '~/db/schema';
import type { Role } from '~/workflows/words';
import { createTestDatabase, type TestDatabase } from '../../database';
import { makeSupplier } from '../../factories/supplier-people';
import { fakeContext } from '../context';

const now = new Date('2026-11-24T09:00:00Z');
let database: TestDatabase;
let supplierId: string;
let context: AppLoadContext;

const rolesOf: Record<string, Role> = {
  'supplier-editor': 'editor',
  'supplier-signatory': 'signatory',
  'reviewer-a': 'reviewer',
  'lead-a': 'lead-reviewer',
  coordinator: 'coordinator',
  auditor: 'auditor',
};

beforeAll(async () => {
  database = await createTestDatabase();
  ({ supplierId } = await makeSupplier(database.db));
  await database.db
    .insert(municipalities)
    .values({ code: '0751', name: 'Aarhus', cvr: '55133018', region: 'Midtjylland' });
  for (const [subject, role] of Object.entries(rolesOf)) {
    const isSupplier = subject.startsWith('supplier');
    const isMunicipal = /^(?:reviewer|lead)/.test(subject);
    const organisation = isSupplier ? { supplierId } : isMunicipal ? { municipalityCode: '0751' } : {};
    const identities = [{ provider: 'demo', subject }];
    const person = { name: subject, email: `${subject}@example.dk`, identities };
    const added = await addPerson(
      database.db,
      { actor: null, now },
      { ...person, memberships: [{ role, ...organisation }] },
    );
    expect(added.ok).toBe(true);
  }
});
afterAll(() => database.drop());
beforeEach(() => {
  context = newContext();
});

/** Another request of the same portal. */
function newContext(settings: Parameters<typeof fakeContext>[0] = {}): AppLoadContext {
  return fakeContext({ db: database.db, now: () => now, ...settings });
}

const origin = 'http://localhost:3000';

async function cookieOf(person: string): Promise<string> {
  const signedIn = await signIn(new Request(`${origin}/sign-in/demo`), newContext(), {
    identity: { provider: 'demo', subject: person },
    verifiedEmail: null,
  });
  if (!signedIn.ok) throw new Error(signedIn.refusal.code);
  return signedIn.value.cookie.split(';')[0] ?? '';
}

async function requestOf(person: string | null, path = '/supplier'): Promise<Request> {
  const headers: HeadersInit = person === null ? {} : { Cookie: await cookieOf(person) };
  return new Request(origin + path, { headers });
}

async function thrownBy(work: Promise<unknown>): Promise<Response> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Response)) throw new Error(`No response was thrown, but ${String(thrown)}.`);
  return thrown;
}

describe('guards', () => {
  test('send who is not signed in to sign in, and back', async () => {
    const request = await requestOf(null, '/en/supplier?a=b');
    const response = await thrownBy(requireActor(request, context));
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe('/en/sign-in?return=%2Fen%2Fsupplier%3Fa%3Db');
    expect(await findActor(request, context)).toBeUndefined();
  });

  const guards = {
    supplier: requireSupplierRole,
    signatory: (request: Request, given: AppLoadContext) => requireSupplierRole(request, given, 'signatory'),
    reviewer: requireReviewer,
    lead: (request: Request, given: AppLoadContext) => requireReviewer(request, given, 'lead-reviewer'),
    reader: requireReviewReader,
    coordinator: requireCoordinator,
  };
  const allowed: Record<keyof typeof guards, string[]> = {
    supplier: ['supplier-editor', 'supplier-signatory'],
    signatory: ['supplier-signatory'],
    reviewer: ['reviewer-a', 'lead-a'],
    lead: ['lead-a'],
    reader: ['reviewer-a', 'lead-a', 'coordinator', 'auditor'],
    coordinator: ['coordinator'],
  };
  const names = Object.keys(guards) as (keyof typeof guards)[];

  test.each(names.flatMap((guard) => Object.keys(rolesOf).map((person) => [guard, person] as const)))(
    '%s for %s',
    async (guard, person) => {
      const outcome = guards[guard](await requestOf(person), context);
      if (allowed[guard].includes(person)) expect((await outcome).name).toBe(person);
      else expect((await thrownBy(outcome)).status).toBe(403);
    },
  );

  test('ask the database once for all loaders of a request', async () => {
    const request = await requestOf('auditor');
    expect(findActor(request, context)).toBe(findActor(request.clone(), context));
    expect(findActor(request, newContext())).not.toBe(findActor(request, context));
  });
});

describe('a session', () => {
  test('has a new token each time, of which the database knows only a keyed hash', async () => {
    const tokens = [await cookieOf('auditor'), await cookieOf('auditor')].map((cookie) => cookie.split('=')[1] ?? '');
    expect(tokens[0]).toMatch(/^[\w-]{43}$/);
    expect(tokens[0]).not.toBe(tokens[1]);
    const stored = await database.db.select().from(sessions);
    for (const { tokenHash } of stored) for (const token of tokens) expect(tokenHash).not.toContain(token);
  });

  test('ends with the secret', async () => {
    const request = await requestOf('auditor');
    expect(await findActor(request, newContext())).toBeDefined();
    expect(
      await findActor(request, newContext({ sessionSecret: 'another secret, thirty-two or more' })),
    ).toBeUndefined();
  });

  test('ends on the server when somebody signs out, not only in the browser', async () => {
    const request = await requestOf('auditor');
    expect(await signOut(request, newContext())).toContain('Max-Age=0');
    expect(await findActor(request, newContext())).toBeUndefined();
  });

  test('replaces the one that the browser brought along', async () => {
    const planted = await requestOf('auditor');
    const identity = { provider: 'demo', subject: 'coordinator' };
    await signIn(planted, newContext(), { identity, verifiedEmail: null });
    expect(await findActor(planted, newContext())).toBeUndefined();
  });
});

function post(path: string, fields: Record<string, string>, given = newContext()) {
  const request = new Request(origin + path, { method: 'POST', body: new URLSearchParams(fields) });
  return { request, context: given, params: {} };
}

describe('demo sign-in', () => {
  test('begins a session and leads to where the work is', async () => {
    const response = await demoAction(post('/en/sign-in/demo', { person: 'reviewer-a' }));
    expect([response.status, response.headers.get('Location')]).toEqual([302, '/en/review']);
    expect(response.headers.get('Set-Cookie')).toContain('HttpOnly');
  });

  test.each([
    ['/supplier/products/new', '/supplier/products/new'],
    ['//evil.example', '/supplier'],
  ])('asked to return to %s leads to %s', async (wanted, target) => {
    const response = await demoAction(post('/sign-in/demo', { person: 'supplier-editor', return: wanted }));
    expect(response.headers.get('Location')).toBe(target);
  });

  test.each(['', 'nobody', 'lead-b', '__proto__', 'constructor'])('knows no "%s"', async (person) => {
    const response = await demoAction(post('/sign-in/demo', { person }));
    expect(response.headers.get('Location')).toBe('/sign-in?refused=sign-in-person-unknown');
    expect(response.headers.get('Set-Cookie')).toBeNull();
  });

  test.each([{ demo: false }, { demo: true, production: true }])('does not exist with %j', async (settings) => {
    const given = newContext(settings);
    const response = await thrownBy(demoAction(post('/sign-in/demo', { person: 'auditor' }, given)));
    expect(response.status).toBe(404);
    const request = new Request(`${origin}/sign-in/demo`);
    expect(() => demoLoader({ request, context: given, params: {} })).toThrow();
  });

  test('has the people that scripts rely on', () => {
    expect(demoPeople).toHaveLength(9);
  });
});

test('signing out removes the cookie; opening its address changes nothing', async () => {
  const Cookie = await cookieOf('auditor');
  const request = new Request(`${origin}/sign-out`, { headers: { Cookie } });
  expect(signOutLoader({ request, context: newContext(), params: {} }).status).toBe(405);
  expect(await findActor(request, newContext())).toBeDefined();
  const { status, headers } = await signOutAction({
    request: new Request(`${origin}/sign-out`, { method: 'POST', headers: { Cookie } }),
    context: newContext(),
    params: {},
  });
  expect([status, headers.get('Location')]).toEqual([302, '/sign-in?signed-out=1']);
  expect(headers.get('Set-Cookie')).toContain('Max-Age=0');
  expect(await findActor(request, newContext())).toBeUndefined();
});
