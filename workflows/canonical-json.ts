/**
 * Canonical JSON after RFC 8785 (JCS): keys sorted by UTF-16 code units, no white space, numbers as JavaScript writes
 * them. Properties that are undefined are left out; a Date is its ISO text.
 * @throws TypeError for what JSON cannot hold: NaN, half surrogates, Maps and other objects that are not plain
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('JSON has no NaN and no infinity.');
    return JSON.stringify(value);
  }
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (!isPlain(value))
    throw new TypeError(`JSON cannot hold ${typeof value === 'object' ? 'such an object' : `a ${typeof value}`}.`);
  const parts = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${canonicalText(key)}:${canonicalJson(item)}`);
  return `{${parts.join(',')}}`;
}

/** RFC 8785, 3.2.2.2: a half surrogate is an error, not a text. */
function canonicalText(text: string): string {
  if (/\p{Cs}/u.test(text)) throw new TypeError('JSON cannot hold half a surrogate pair.');
  return JSON.stringify(text);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
