import { createHash, createHmac } from 'node:crypto';

/** What stands in a mail for the token of its link, as long as the mail is in the database. */
export const tokenMark = '__token__';

/**
 * The token of a link in a mail. It is derived, so that it is kept nowhere: the database holds its hash to know it by,
 * the mail as it is stored holds a mark in its place, and it is put in when the mail leaves. A new session secret makes
 * every link that is out invalid.
 * @param secretOf what the link is for, which mailing of it, and an id, e.g. `invitation:<id>:1`
 */
export function mailToken(sessionSecret: string, secretOf: string): string {
  return createHmac('sha256', sessionSecret).update(`mail-link:${secretOf}`).digest('base64url');
}

/** @returns what the database knows a token by */
export function hashMailToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The hash of the token that a mail will carry. */
export function mailTokenHash(sessionSecret: string, secretOf: string): string {
  return hashMailToken(mailToken(sessionSecret, secretOf));
}

/** A mail's text as its receiver reads it. */
export function withToken(text: string, secretOf: string | null, sessionSecret: string): string {
  return secretOf === null ? text : text.replaceAll(tokenMark, mailToken(sessionSecret, secretOf));
}
