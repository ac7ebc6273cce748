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
  stop(): Promise<void>;
}

export const clientOfPortal = { clientId: 'portal', clientSecret: 'a secret of the portal and the provider' };

/** A real OpenID provider with one client, the portal. Everybody is signed in without being asked for a password. */
export async function startOpenIdProvider({
  callback,
  levels = [],
}: {
  callback: string;
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
      { client_id: clientOfPortal.clientId, client_secret: clientOfPortal.clientSecret, redirect_uris: [callback] },
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
    visit: async (address, { as }) => {
      next = as;
      const cookies = new Map<string, string>();
      let at = address;
      while (at.startsWith(issuer)) {
        const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const response = await fetch(at, { redirect: 'manual', headers: { Cookie } });
        for (const line of response.headers.getSetCookie()) {
          const [name = '', ...value] = line.split(';')[0]?.split('=') ?? [];
          cookies.set(name, value.join('='));
        }
        const location = response.headers.get('Location');
        if (location === null) throw new Error(`${response.status} of ${at}: ${await response.text()}`);
        at = new URL(location, at).href;
      }
      return at;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      restore();
    },
  };
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
