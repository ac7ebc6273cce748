/** What a token of the supplier API may be good for. */
export const apiScopes = ['declarations:read', 'proposals:write'] as const;
export type ApiScope = (typeof apiScopes)[number];

/** In days: how long a token can be good for. */
export const tokenLifetimes = [30, 90, 365] as const;
export type TokenLifetime = (typeof tokenLifetimes)[number];

/** So that people, and programs that look for secrets in the open, know one when they see it. */
const marker = 'snitfladeklar_';

/** In characters, of what people tell tokens apart by. */
const prefixLength = marker.length + 6;

/** In characters. */
export const tokenNameLimit = 80;

/** @param secret 32 random bytes as base64url */
export function writeToken(secret: string): string {
  return marker + secret;
}

/** Whether a text can be a token at all. */
export function isTokenLike(text: string): boolean {
  return text.startsWith(marker) && /^[\w-]{43}$/.test(text.slice(marker.length));
}

export function tokenPrefix(token: string): string {
  return token.slice(0, prefixLength);
}

/** @returns the token of an Authorization header; null where it holds none */
export function bearerOf(header: string | null): string | null {
  const token = /^Bearer +(\S+)$/i.exec(header?.trim() ?? '')?.[1];
  return token !== undefined && isTokenLike(token) ? token : null;
}

/** What holds a token back, worst first. */
export type TokenState = 'revoked' | 'expired' | 'orphaned' | 'good';

/** @param hasOwner whether the colleague who made it still has a role with the supplier */
export function tokenStateOf(
  token: { revokedAt: Date | null; expiresAt: Date },
  { now, hasOwner }: { now: Date; hasOwner: boolean },
): TokenState {
  if (token.revokedAt) return 'revoked';
  if (token.expiresAt <= now) return 'expired';
  return hasOwner ? 'good' : 'orphaned';
}
