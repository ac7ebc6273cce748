import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody with an account there. */
export interface Account {
  subject: string;
  email: string;
  isVerified: boolean;
  /** Assurance level of their sign-in. */
  acr?: string;
}

export interface OpenIdProvider {
  issuer: string;
  /**
   * Does what a browser does between our two addresses: goes there, signs in, agrees, and comes back.
   * @param wanted.as null: they say no
   * @returns the address to which the provider sends them
   */
  visit(address: string, wanted: { as: Account | null }): Promise<string>;
  /**
   * Goes there to sign out, says yes, and comes back.
   * @returns the address to which the provider sends them
   */
  leave(address: string): Promise<string>;
  stop(): Promise<void>;
}

export const clientOfPortal = { clientId: 'portal', clientSecret: 'a secret of the portal and the provider' };

/** A real OpenID provider with one client, the portal. Everybody is signed in without being asked for a password. */
export async function startOpenIdProvider({
  callback,
  signedOut,
  levels = [],
}: {
  callback: string;
  /** Where those who sign out there come back to. */
  signedOut: string;
  /** The assurance levels that it knows. */
  levels?: readonly string[];
}): Promise<OpenIdProvider> {
  const accounts = new Map<string, Account>();
  let next: Account | null = null;
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const restore = silenceAdvice();
  const { default: Provider } = await import('oidc-provider');
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientOfPortal.clientId,
        client_secret: clientOfPortal.clientSecret,
        redirect_uris: [callback],
        post_logout_redirect_uris: [signedOut],
      },
    ],
    acrValues: [...levels],
    cookies: { keys: ['tests only'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], acr: null },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, subject) => {
      const account = accounts.get(subject);
      if (!account) return undefined;
      const { email, isVerified } = account;
      return { accountId: subject, claims: () => ({ sub: subject, email, email_verified: isVerified }) };
    },
  });
  const handle = provider.callback();
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return handle(request, response);
    const { prompt, params } = await provider.interactionDetails(request, response);
    const wish = { mergeWithLastSubmission: true };
    if (next === null) return provider.interactionFinished(request, response, { error: 'access_denied' }, wish);
    if (prompt.name === 'login') {
      accounts.set(next.subject, next);
      const login = { accountId: next.subject, ...(next.acr ? { acr: next.acr } : {}) };
      return provider.interactionFinished(request, response, { login }, wish);
    }
    const grant = new provider.Grant({ accountId: next.subject, clientId: String(params.client_id) });
    grant.addOIDCScope(String(params.scope));
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, wish);
  });
  return {
    issuer,
    visit: (address, { as }) => {
      next = as;
      return follow(issuer, address, () => null);
    },
    leave: (address) => follow(issuer, address, answerForm),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      restore();
    },
  };
}

/** Follows redirects and answers pages until the way leads away from the provider. */
async function follow(
  issuer: string,
  address: string,
  answer: (page: string) => { action: string; body: URLSearchParams } | null,
): Promise<string> {
  const cookies = new Map<string, string>();
  let at = address;
  let body: URLSearchParams | undefined;
  while (at.startsWith(issuer)) {
    const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const method = body ? 'POST' : 'GET';
    const response: Response = await fetch(at, { method, redirect: 'manual', headers: { Cookie }, body: body ?? null });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', ...value] = line.split(';')[0]?.split('=') ?? [];
      cookies.set(name, value.join('='));
    }
    const location = response.headers.get('Location');
    const page = location === null ? await response.text() : '';
    const given = location === null && response.ok ? answer(page) : null;
    if (location === null && given === null) throw new Error(`${response.status} of ${at}: ${page}`);
    at = new URL(location ?? given?.action ?? '', at).href;
    body = given?.body;
  }
  return at;
}

/** Says yes to the page that asks whether to sign out. */
function answerForm(page: string) {
  const action = /<form[^>]* action="([^"]*)"/.exec(page)?.[1];
  const secret = /name="xsrf" value="([^"]*)"/.exec(page)?.[1];
  return action && secret ? { action, body: new URLSearchParams({ xsrf: secret, logout: 'yes' }) } : null;
}

/** The package advises against what is right in a test: keys and grants in memory, Node 20. */
function silenceAdvice(): () => void {
  const { info, warn } = console;
  const without =
    (write: typeof info) =>
    (...parts: unknown[]): void => {
      if (!String(parts[0]).includes('oidc-provider ')) write(...parts);
    };
  console.info = without(info);
  console.warn = without(warn);
  return () => Object.assign(console, { info, warn });
}
