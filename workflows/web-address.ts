/**
 * Whether a text is a full address on the web that everybody can follow: http or https, with a host that is no bare name,
 * without space and without a name or password in it.
 */
export function isWebAddress(value: string): boolean {
  if (/\s/.test(value) || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && /[^.]\.[^.]/.test(hostname) && username === '' && password === '';
}
