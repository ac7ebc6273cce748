/** Filters whose choices can be many. */
export const longFilters = ['group', 'interface', 'version', 'supplier', 'kle', 'municipality'] as const;
export type LongFilter = (typeof longFilters)[number];
/** The parameter that names the one of them that is shown whole. */
export const wholeFilter = 'all';
