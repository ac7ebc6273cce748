/**
 * The session's cookie. Over https it has the prefix `__Host-`, with which browsers let no other host or path set it.
 * A plain http address (a developer's machine) cannot have that.
 */
export function sessionCookieName(publicUrl: string): string {
  return isSecure(publicUrl) ? '__Host-session' : 'session';
}

/** @returns the value of the Set-Cookie header that keeps a token until the browser is closed */
export function serializeSessionCookie(publicUrl: string, token: string): string {
  return [`${sessionCookieName(publicUrl)}=${token}`, ...attributes(publicUrl)].join('; ');
}

/** @returns the value of the Set-Cookie header that removes the cookie */
export function expiredSessionCookie(publicUrl: string): string {
  return [`${sessionCookieName(publicUrl)}=`, ...attributes(publicUrl), 'Max-Age=0'].join('; ');
}

/**
 * @param header the request's Cookie header
 * @returns the token, or null when there is none; with two cookies of the name neither is believed
 */
export function readSessionCookie(publicUrl: string, header: string | null | undefined): string | null {
  const prefix = `${sessionCookieName(publicUrl)}=`;
  const found = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(prefix));
  const [only] = found;
  return found.length === 1 && only !== undefined ? only.slice(prefix.length) || null : null;
}

function attributes(publicUrl: string): string[] {
  return ['Path=/', 'HttpOnly', 'SameSite=Lax', ...(isSecure(publicUrl) ? ['Secure'] : [])];
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}
