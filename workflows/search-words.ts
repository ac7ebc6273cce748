/**
 * Text as search compares it: lower case, accents taken off, and the Danish letters written out, so that »Ålborg«,
 * »aalborg« and »AALBORG« are the same to it.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('å', 'aa')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** More words than this are not looked at: nobody types them, and each costs a scan. */
const mostWords = 10;

/** The words of a search, folded, each once; a product is found when its search text has every one of them. */
export function searchWords(query: string): string[] {
  const words = foldForSearch(query.slice(0, 200))
    .split(/[\s,;"»«“”]+/)
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, mostWords);
}
