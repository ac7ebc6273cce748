import type { Configuration } from 'openid-client';
import type { Config, OidcSettings } from '~/app/config.server';
import type { PortalContext } from '~/app/context.server';
import { paths } from '~/app/paths';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { Language } from '~/workflows/words';
import { attemptLifetime, keepAttempt, readAttempt } from './oidc-attempt';
import type { Proof, SignInMethod, SignInRefusal } from './sign-in-method';

/** In seconds: nobody waits longer for the provider. */
const patience = 10;
/** In milliseconds: how long what the provider says of itself is believed. */
const believedFor = 60 * 60_000;

/** Loaded when somebody signs in by it: most of what is asked of a portal never needs it. */
const loadClient = () => import('openid-client');

/** OpenID Connect: authorization code with PKCE, by the library that the foundation has certified (decision 0035). */
export const oidcSignIn: SignInMethod = {
  id: 'oidc',
  isOffered: ({ oidc }) => oidc !== null,
  identify,
};

/** The address at which the provider sends people back; it has to be registered there. */
export function callbackAddress(publicUrl: string): string {
  return publicUrl + paths('da').signInOidcCallback();
}

/** What people know the provider by. */
export function providerName({ name, issuer }: OidcSettings): string {
  return name ?? new URL(issuer).host;
}

/**
 * Begins an attempt to sign in.
 * @param wanted.returnPath where to go afterwards, already checked
 * @returns where to send the browser and the cookie that it comes back with; refused while the provider cannot be reached
 */
export async function beginOidc(
  { config, clock, log }: Pick<PortalContext, 'config' | 'clock' | 'log'>,
  wanted: { language: Language; returnPath: string | null },
): Promise<Result<{ location: string; cookie: string }, 'sign-in-unreachable'>> {
  const { oidc } = config;
  if (!oidc) return refuse('sign-in-unreachable');
  const provider = await discover(oidc, config).catch((error: unknown) => {
    log.warn({ err: error }, 'The OpenID provider cannot be reached');
    return null;
  });
  if (!provider) return refuse('sign-in-unreachable');
  const client = await loadClient();
  const attempt = {
    ...wanted,
    state: client.randomState(),
    nonce: client.randomNonce(),
    codeVerifier: client.randomPKCECodeVerifier(),
    expiresAt: clock().getTime() + attemptLifetime * 1000,
  };
  const location = client.buildAuthorizationUrl(provider, {
    redirect_uri: callbackAddress(config.publicUrl),
    scope: oidc.scope,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(attempt.codeVerifier),
    code_challenge_method: 'S256',
    ui_locales: wanted.language,
    ...(oidc.assurance.length > 0 ? { acr_values: oidc.assurance.join(' ') } : {}),
  });
  return ok({ location: location.href, cookie: keepAttempt(config, attempt) });
}

/** What the provider sends back with somebody whom it has signed out, so that the page can say so. */
export const signedOutThere = 'signed-out';

/** The address at which the provider sends people back after signing out there; it has to be registered too. */
export function signedOutAddress(publicUrl: string): string {
  return publicUrl + paths('da').signIn();
}

/**
 * Where somebody who has signed out here is signed out at the provider as well (OpenID Connect RP-Initiated Logout 1.0).
 * No token is kept here for it to know them by, so it asks them first, and nobody can be signed out by a link.
 * @returns the address; refused while the provider cannot be reached, or when it has no such address
 */
export async function endOidc(
  { config, log }: Pick<PortalContext, 'config' | 'log'>,
  language: Language,
): Promise<Result<string, 'sign-out-unreachable'>> {
  const { oidc } = config;
  if (!oidc) return refuse('sign-out-unreachable');
  try {
    const provider = await discover(oidc, config);
    if (!provider.serverMetadata().end_session_endpoint) return refuse('sign-out-unreachable');
    const { buildEndSessionUrl } = await loadClient();
    const wanted = { post_logout_redirect_uri: signedOutAddress(config.publicUrl), state: signedOutThere };
    return ok(buildEndSessionUrl(provider, { ...wanted, ui_locales: language }).href);
  } catch (error) {
    log.warn({ err: error }, 'The OpenID provider cannot be reached');
    return refuse('sign-out-unreachable');
  }
}

async function identify(
  request: Request,
  { config, clock, log }: PortalContext,
): Promise<Result<Proof, SignInRefusal>> {
  const { oidc } = config;
  const attempt = readAttempt(config, request.headers.get('Cookie'), clock().getTime());
  if (!oidc || !attempt) return refuse('sign-in-begun-elsewhere');
  const { search, searchParams } = new URL(request.url);
  // Asked before the provider is: whoever has no state of ours makes us send nothing.
  if (searchParams.get('state') !== attempt.state) return refuse('sign-in-begun-elsewhere');
  if (searchParams.get('error') === 'access_denied') return refuse('sign-in-cancelled');
  const client = await loadClient();
  try {
    const provider = await discover(oidc, config);
    // The address as it is registered, whatever the Host header says.
    const tokens = await client.authorizationCodeGrant(provider, new URL(callbackAddress(config.publicUrl) + search), {
      pkceCodeVerifier: attempt.codeVerifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) return refuse('sign-in-not-proven');
    if (oidc.assurance.length > 0 && !oidc.assurance.includes(String(claims.acr))) return refuse('sign-in-too-weak');
    const { email, email_verified } =
      claims.email === undefined && provider.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(provider, tokens.access_token, claims.sub)
        : claims;
    return ok({
      identity: { provider: oidcSignIn.id, subject: oidcSubject(claims.iss, claims.sub) },
      verifiedEmail: email_verified === true && typeof email === 'string' ? email : null,
    });
  } catch (error) {
    log.warn({ err: error }, 'A sign-in by OpenID was not proven');
    return refuse(isUnreachable(error, client) ? 'sign-in-unreachable' : 'sign-in-not-proven');
  }
}

/** With the issuer: two providers may give two people the same name. */
function oidcSubject(issuer: string, subject: string): string {
  return `${issuer}|${subject}`;
}

/** The network's errors; what the library refuses has another name. */
function isUnreachable(error: unknown, client: Awaited<ReturnType<typeof loadClient>>): boolean {
  return error instanceof TypeError || (error instanceof client.ClientError && error.code === 'OAUTH_TIMEOUT');
}

const discovered = new Map<string, { at: number; provider: Promise<Configuration> }>();

function discover(oidc: OidcSettings, { production }: Pick<Config, 'production'>): Promise<Configuration> {
  const { issuer, clientId, clientSecret } = oidc;
  const key = JSON.stringify([issuer, clientId, clientSecret]);
  const known = discovered.get(key);
  if (known && Date.now() - known.at < believedFor) return known.provider;
  const isPlain = issuer.startsWith('http:') && !production;
  const provider = loadClient().then((client) =>
    client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: patience,
      execute: isPlain ? [client.allowInsecureRequests] : [],
    }),
  );
  discovered.set(key, { at: Date.now(), provider });
  // The next person asks again.
  provider.catch(() => discovered.delete(key));
  return provider;
}
