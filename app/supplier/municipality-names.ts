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
  const codes = new Map(choices.map(({ code, name }) => [plainName(name), code]));
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

/** A name as it is compared: `Aarhus Kommune`, `Århus` and `aarhus` are one. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFC')
    .replace(/å/g, 'aa')
    .replace(/s? kommune$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
