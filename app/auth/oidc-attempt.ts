import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Language } from '~/workflows/words';

/** What has to be known again when somebody comes back from the OpenID provider. */
export interface OidcAttempt {
  state: string;
  nonce: string;
  codeVerifier: string;
  language: Language;
  /** Already checked. */
  returnPath: string | null;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** In seconds: as long as it may take to sign in there. */
export const attemptLifetime = 15 * 60;

interface Place {
  publicUrl: string;
  sessionSecret: string;
}

/**
 * The browser itself keeps its attempt, so that any web process can end it and a link with somebody else's code ends
 * nothing. Lax: the provider's redirect is a navigation from another site.
 * @returns the Set-Cookie header
 */
export function keepAttempt(place: Place, attempt: OidcAttempt): string {
  const content = Buffer.from(JSON.stringify(attempt)).toString('base64url');
  const signature = sign(content, place.sessionSecret).toString('base64url');
  return [`${cookieName(place)}=${content}.${signature}`, ...attributes(place), `Max-Age=${attemptLifetime}`].join(
    '; ',
  );
}

/** @returns the Set-Cookie header that removes it */
export function forgetAttempt(place: Place): string {
  return [`${cookieName(place)}=`, ...attributes(place), 'Max-Age=0'].join('; ');
}

/**
 * @param cookies the request's Cookie header
 * @param now in milliseconds since 1970
 * @returns the attempt that this browser has begun; null when there is none, it is too old or not of our making
 */
export function readAttempt(place: Place, cookies: string | null, now: number): OidcAttempt | null {
  const prefix = `${cookieName(place)}=`;
  const found = (cookies ?? '').split(';').map((part) => part.trim());
  const [content = '', signature = ''] =
    found
      .find((part) => part.startsWith(prefix))
      ?.slice(prefix.length)
      .split('.') ?? [];
  const given = Buffer.from(signature, 'base64url');
  const right = sign(content, place.sessionSecret);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const attempt = JSON.parse(Buffer.from(content, 'base64url').toString()) as OidcAttempt;
  return attempt.expiresAt > now ? attempt : null;
}

function sign(content: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`oidc-attempt:${content}`).digest();
}

function cookieName({ publicUrl }: Place): string {
  return publicUrl.startsWith('https:') ? '__Host-oidc' : 'oidc';
}

function attributes({ publicUrl }: Place): string[] {
  return ['Path=/', 'HttpOnly', 'SameSite=Lax', ...(publicUrl.startsWith('https:') ? ['Secure'] : [])];
}
