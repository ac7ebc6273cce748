const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', ß: 'ss', '&': ' og ' };

/**
 * A name as part of an address: lower case letters a to z, digits and single hyphens, 60 characters at most.
 * @returns never empty: a name without any such character becomes `x`
 */
export function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[æøåß&]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return plain || 'x';
}

/** @returns the slug, or with the first number from 2 up that is free: `sagsarkiv-2` */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    const candidate = `${slug}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
