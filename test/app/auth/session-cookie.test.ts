import { expect, test } from 'vitest';
import {
  expiredSessionCookie,
  readSessionCookie,
  serializeSessionCookie,
  sessionCookieName,
} from '~/app/auth/session-cookie';

const secure = 'https://portal.example.dk';
const local = 'http://localhost:3000';

test('is bound to the host over https and readable by no script', () => {
  expect(serializeSessionCookie(secure, 't')).toBe('__Host-session=t; Path=/; HttpOnly; SameSite=Lax; Secure');
  expect(serializeSessionCookie(local, 't')).toBe('session=t; Path=/; HttpOnly; SameSite=Lax');
});

test('is removed with the same name and attributes', () => {
  expect(expiredSessionCookie(secure)).toBe('__Host-session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0');
});

test.each([
  ['session=t', 't'],
  ['a=b; session=t; c=d', 't'],
  ['xsession=t', null],
  ['session=', null],
  ['', null],
  [null, null],
  ['session=theirs; session=mine', null],
])('reads %j as %j', (header, token) => {
  expect(readSessionCookie(local, header)).toBe(token);
});

test('over https believes only the cookie that no other host can set', () => {
  expect(readSessionCookie(secure, 'session=t')).toBeNull();
  expect(readSessionCookie(secure, `${sessionCookieName(secure)}=t`)).toBe('t');
});
