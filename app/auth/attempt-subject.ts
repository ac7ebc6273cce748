import { createHmac } from 'node:crypto';

/**
 * What tries of a form that anybody can send are counted by: keyed, so that the table of tries holds no address.
 * @param email as it was typed
 */
export function attemptSubject(sessionSecret: string, email: string): string {
  return createHmac('sha256', sessionSecret).update(`attempt:${email.trim().toLowerCase()}`).digest('base64url');
}
