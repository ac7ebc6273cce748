/** A municipality to choose. */
export interface MunicipalityChoice {
  code: string;
  name: string;
}

/**
 * Municipalities as people write them, one per line or with commas between: by name, with or without "Kommune", or by
 * code.
 * @returns the codes; what is no municipality stays as it is, so that it can be told
 */
export function parseMunicipalities(text: string, choices: readonly MunicipalityChoice[]): string[] {
  const codes = new Map(choices.flatMap(({ code, name }) => plainNames(name).map((plain) => [plain, code] as const)));
  return text
    .split(/[\n,;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (/^\d{4}$/.test(part) ? part : (codes.get(plainName(part)) ?? part)));
}

/** @returns one name per line; codes that no municipality has stay as they are */
export function writeMunicipalities(codes: readonly string[], choices: readonly MunicipalityChoice[]): string {
  const names = new Map(choices.map(({ code, name }) => [code, name]));
  return codes.map((code) => names.get(code) ?? code).join('\n');
}

/** The spellings a municipality is found by: `Københavns Kommune` is `københavns` and `københavn`. */
function plainNames(name: string): string[] {
  const plain = plainName(name);
  return plain.endsWith('s') ? [plain.slice(0, -1), plain] : [plain];
}

/** Whether somebody who writes this means the municipality. */
export function isNamed({ name }: MunicipalityChoice, written: string): boolean {
  return plainNames(name).includes(plainName(written));
}

/** A name as it is compared: `Aarhus Kommune`, `Århus` and `aarhus` are one. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFC')
    .replace(/å/g, 'aa')
    .replace(/ kommune$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
