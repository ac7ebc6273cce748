import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPerson, endPerson } from '~/db/people';
import { identities, log } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '../../database';
import { type InProcessPortal, openInProcess, type WireAnswer } from '../../in-process-portal';
import { type Account, clientOfPortal, type OpenIdProvider, startOpenIdProvider } from '../../openid-provider';
import type { ContextOptions } from '../context';

const publicUrl = 'http://localhost:3000';
const ours = { callback: `${publicUrl}/sign-in/oidc/callback`, signedOut: `${publicUrl}/sign-in` };
const substantial = 'https://data.gov.dk/concept/core/nsis/Substantial';
const anna: Account = { subject: 'anna', email: 'Anna@Example.dk', isVerified: true };
let database: TestDatabase;
let provider: OpenIdProvider;
let portal: InProcessPortal;
let now = Date.now();

async function openPortal(changes: ContextOptions = {}): Promise<InProcessPortal> {
  const oidc = { issuer: provider.issuer, ...clientOfPortal, name: 'Testlogin', scope: 'openid email', assurance: [] };
  return openInProcess({ db: database.db, publicUrl, oidc, now: () => new Date(now), ...changes });
}

async function add(email: string) {
  const added = await addPerson(
    database.db,
    { actor: null, now: new Date(now) },
    { name: email, email, memberships: [{ role: 'coordinator' }] },
  );
  if (!added.ok) throw new Error(added.refusal.code);
  return added.value;
}

/** A browser with one jar of cookies. */
function browse(at: InProcessPortal = portal) {
  const cookies = new Map<string, string>();
  const ask = async (path: string): Promise<WireAnswer> => {
    const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await at.ask(path, { Cookie });
    for (const [, name = '', value = ''] of (answer.headers['set-cookie'] ?? '').matchAll(/(?:^|,)(\w+)=([^;]*);/g)) {
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    return answer;
  };
  return {
    cookies,
    ask,
    begin: async (path = '/sign-in/oidc') => (await ask(path)).headers.location ?? '',
    signIn: async (as: Account | null, path = '/sign-in/oidc') => {
      const back = await provider.visit((await ask(path)).headers.location ?? '', { as });
      return (await ask(back.slice(publicUrl.length))).headers.location;
    },
  };
}

beforeAll(async () => {
  database = await createTestDatabase();
  provider = await startOpenIdProvider({ ...ours, levels: [substantial] });
  portal = await openPortal();
});
afterAll(async () => {
  await portal?.close();
  await provider?.stop();
  await database?.drop();
});

describe('signing in with an OpenID provider', () => {
  test('binds whoever has the verified address the first time; from then on only the subject counts', async () => {
    const person = await add('anna@example.dk');
    const browser = browse();
    expect(await browser.signIn(anna, '/en/sign-in/oidc?return=/en/account')).toBe('/en/account');
    expect((await browser.ask('/en/sign-in')).headers.location).toBe('/en/admin');
    expect([...browser.cookies.keys()]).toEqual(['session']);
    const known = await database.db.select().from(identities).where(eq(identities.personId, person.id));
    expect(known).toMatchObject([{ provider: 'oidc', subject: `${provider.issuer}|anna` }]);
    const lines = await database.db.select({ action: log.action }).from(log).where(eq(log.subjectId, person.id));
    expect(lines.map(({ action }) => action)).toEqual(['person.add', 'session.bind', 'session.begin']);

    expect(await browse().signIn({ ...anna, email: 'other@example.dk' })).toBe('/admin');
    // Somebody else with the address is not Anna: hers is known already.
    expect(await browse().signIn({ ...anna, subject: 'impostor' })).toBe('/sign-in?refused=sign-in-no-access');
  });

  test('knows nobody by an address that is not verified, and tells them so where they can ask for access', async () => {
    await add('bo@example.dk');
    const bo = { subject: 'bo', email: 'bo@example.dk', isVerified: false };
    const browser = browse();
    const refused = await browser.signIn(bo, '/sign-in/oidc?return=/review');
    expect(refused).toBe('/sign-in?refused=sign-in-no-access&return=%2Freview');
    const { text } = await browser.ask(refused ?? '');
    expect(text).toContain('du har ikke adgang til portalen endnu');
    expect(text).toContain('href="/sign-in/oidc?return=%2Freview"');
    expect(text).toContain('Log ind med Testlogin');
    expect(browser.cookies.size).toBe(0);
  });

  test('lets nobody in whose door is closed', async () => {
    const person = await add('carl@example.dk');
    const carl = { subject: 'carl', email: 'carl@example.dk', isVerified: true };
    expect(await browse().signIn(carl)).toBe('/admin');
    await endPerson(database.db, { actor: null, now: new Date(now) }, { personId: person.id });
    expect(await browse().signIn(carl)).toBe('/sign-in?refused=sign-in-no-access');
  });

  test('ends where somebody says no', async () => {
    expect(await browse().signIn(null)).toBe('/sign-in?refused=sign-in-cancelled');
  });

  test('refuses a login that is weaker than is asked for', async () => {
    const strict = await openPortal({
      oidc: {
        ...{ issuer: provider.issuer, ...clientOfPortal, name: null, scope: 'openid email' },
        assurance: [substantial],
      },
    });
    try {
      expect(await browse(strict).signIn(anna)).toBe('/sign-in?refused=sign-in-too-weak');
      expect(await browse(strict).signIn({ ...anna, acr: substantial })).toBe('/admin');
    } finally {
      await strict.close();
    }
  });
});

describe('signing out', () => {
  test('leads to the provider, which asks, signs out there too, and sends back to where that is told', async () => {
    const browser = browse();
    const signedOut = await browser.ask('/sign-in?signed-out=1');
    expect(signedOut.text).toContain('href="/sign-out/oidc"');
    const { location = '' } = (await browser.ask('/sign-out/oidc')).headers;
    const back = await provider.leave(location);
    expect(back).toBe(`${publicUrl}/sign-in?state=signed-out`);
    expect((await browser.ask(back.slice(publicUrl.length))).text).toContain('Du er også logget ud af Testlogin.');
  });

  test('is told to be impossible there while the provider cannot be reached', async () => {
    const gone = await startOpenIdProvider(ours);
    await gone.stop();
    const lost = await openPortal({
      oidc: { issuer: gone.issuer, ...clientOfPortal, name: null, scope: 'openid email', assurance: [] },
    });
    try {
      const refused = (await browse(lost).ask('/en/sign-out/oidc')).headers.location ?? '';
      expect(refused).toBe('/en/sign-in?refused=sign-out-unreachable');
      expect((await browse(lost).ask(refused)).text).toContain('Close the browser');
    } finally {
      await lost.close();
    }
  });
});

describe('a way back', () => {
  const elsewhere = '/sign-in?refused=sign-in-begun-elsewhere';

  test('of somebody else’s sign-in ends nothing in this browser', async () => {
    const mallory = browse();
    const back = await provider.visit(await mallory.begin(), { as: anna });
    const victim = browse();
    expect((await victim.ask(back.slice(publicUrl.length))).headers.location).toBe(elsewhere);
    await victim.begin();
    expect((await victim.ask(back.slice(publicUrl.length))).headers.location).toBe(elsewhere);
    expect(victim.cookies.has('session')).toBe(false);
  });

  test('holds once', async () => {
    const browser = browse();
    const back = await provider.visit(await browser.begin(), { as: anna });
    const attempt = browser.cookies.get('oidc') ?? '';
    expect((await browser.ask(back.slice(publicUrl.length))).headers.location).toBe('/admin');
    const again = browse();
    again.cookies.set('oidc', attempt);
    expect((await again.ask(back.slice(publicUrl.length))).headers.location).toBe(
      '/sign-in?refused=sign-in-not-proven',
    );
  });

  test('is not believed when its cookie was written by somebody else, or is too old', async () => {
    const browser = browse();
    const back = await provider.visit(await browser.begin(), { as: anna });
    const path = back.slice(publicUrl.length);
    const [content = '', signature = ''] = (browser.cookies.get('oidc') ?? '').split('.');
    const forged = { ...JSON.parse(Buffer.from(content, 'base64url').toString()), returnPath: 'https://evil.example' };
    const forger = browse();
    for (const value of ['', '.', 'a.b', `${Buffer.from(JSON.stringify(forged)).toString('base64url')}.${signature}`]) {
      forger.cookies.set('oidc', value);
      expect((await forger.ask(path)).headers.location).toBe(elsewhere);
    }
    now += 16 * 60_000;
    expect((await browser.ask(path)).headers.location).toBe(elsewhere);
    now = Date.now();
  });

  test.each(['https://evil.example/', '//evil.example', '/sign-out'])('leads nowhere else: %s', async (wanted) => {
    expect(await browse().signIn(anna, `/sign-in/oidc?${new URLSearchParams({ return: wanted })}`)).toBe('/admin');
  });
});

test('a provider that is away is told of where people can try again, and is asked anew', async () => {
  const gone = await startOpenIdProvider(ours);
  await gone.stop();
  const oidc = { issuer: gone.issuer, ...clientOfPortal, name: null, scope: 'openid', assurance: [] };
  const waiting = await openPortal({ oidc });
  try {
    for (let tries = 0; tries < 2; tries += 1) {
      const { status, headers } = await waiting.ask('/sign-in/oidc');
      expect([status, headers.location]).toEqual([302, '/sign-in?refused=sign-in-unreachable']);
    }
  } finally {
    await waiting.close();
  }
});

test('without a provider there are no such addresses', async () => {
  const without = await openPortal({ oidc: null, demo: false });
  try {
    expect((await without.ask('/sign-in/oidc')).status).toBe(404);
    expect((await without.ask('/sign-in/oidc/callback')).status).toBe(404);
    expect((await without.ask('/sign-out/oidc')).status).toBe(404);
    expect((await without.ask('/sign-in')).text).toContain('Der er endnu ikke sat en loginmetode op');
  } finally {
    await without.close();
  }
});
