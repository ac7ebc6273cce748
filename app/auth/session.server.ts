import { createHmac, randomBytes } from 'node:crypto';
import type { PortalContext } from '~/app/context.server';
import { bindIdentity, findPersonByIdentity } from '~/db/people';
import { createSession, endSession, findActorBySession } from '~/db/sessions';
import type { Actor } from '~/workflows/actor';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { expiredSessionCookie, readSessionCookie, serializeSessionCookie } from './session-cookie';
import type { Proof } from './sign-in-method';

/**
 * Begins a session for whoever an identity belongs to; the first time, for whoever has the address that the way of
 * signing in vouches for.
 * @returns who they are now and the Set-Cookie header; refused when nobody here has the identity, or has no role left
 */
export async function signIn(
  request: Request,
  context: PortalContext,
  { identity, verifiedEmail }: Proof,
): Promise<Result<{ actor: Actor; cookie: string }, 'sign-in-person-unknown'>> {
  const { db, now } = context;
  const person =
    (await findPersonByIdentity(db, identity)) ??
    (verifiedEmail === null ? undefined : await bindIdentity(db, now(), { identity, email: verifiedEmail }));
  if (!person) return refuse('sign-in-person-unknown');
  return beginSession(request, context, { personId: person.id, provider: identity.provider });
}

/**
 * Begins a session for somebody who has proven who they are, always with a new token.
 * @param proof.provider how they have proven it, for the log
 * @returns who they are now and the Set-Cookie header; refused when they have no role left
 */
export async function beginSession(
  request: Request,
  { db, config, now }: PortalContext,
  { personId, provider }: { personId: string; provider: string },
): Promise<Result<{ actor: Actor; cookie: string }, 'sign-in-person-unknown'>> {
  const token = randomBytes(32).toString('base64url');
  const previous = readSessionCookie(config.publicUrl, request.headers.get('Cookie'));
  const tokenHash = hashToken(token, config.sessionSecret);
  await createSession(db, now(), {
    personId,
    tokenHash,
    previousTokenHash: previous === null ? null : hashToken(previous, config.sessionSecret),
    provider,
  });
  const actor = await findActorBySession(db, now(), tokenHash);
  if (!actor) return refuse('sign-in-person-unknown');
  return ok({ actor, cookie: serializeSessionCookie(config.publicUrl, token) });
}

/** @returns the Set-Cookie header that removes the cookie */
export async function signOut(request: Request, { db, config, now }: PortalContext): Promise<string> {
  const tokenHash = findTokenHash(request, config);
  if (tokenHash !== null) await endSession(db, now(), tokenHash);
  return expiredSessionCookie(config.publicUrl);
}

/** @returns what the database knows the request's session by, or null without one */
export function findTokenHash(request: Request, config: PortalContext['config']): string | null {
  const token = readSessionCookie(config.publicUrl, request.headers.get('Cookie'));
  return token === null ? null : hashToken(token, config.sessionSecret);
}

/**
 * The database holds no token, so reading it signs nobody in; and with the secret as key, neither does writing to it.
 * A new secret ends every session.
 */
function hashToken(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('hex');
}
