/** The terms on which everything public may be used, by the name that SPDX has for them: what LICENCE chooses from. */
export const licences = {
  'CC-BY-4.0': {
    name: 'CC BY 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
    attribution: 'Snitfladeklar',
  },
  'CC0-1.0': {
    name: 'CC0 1.0',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    attribution: 'Snitfladeklar',
  },
} as const;

export type LicenceName = keyof typeof licences;

export const licenceNames = Object.keys(licences) as LicenceName[];

export interface Licence {
  name: string;
  url: string;
  /** Whom to name; with CC0 a wish, not a condition. */
  attribution: string;
}

/** The value of a header `Link`, so that also an answer without room for it tells its licence (RFC 8288). */
export function licenceLink(name: LicenceName): string {
  return `<${licences[name].url}>; rel="license"`;
}
