/** What an answer of the API can be asked for as. */
export const formats = ['json', 'jsonld', 'csv', 'xlsx'] as const;
export type Format = (typeof formats)[number];
