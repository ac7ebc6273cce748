/**
 * The sections (interface groups, by the ids that routing rules use) that somebody knows in the municipality they review
 * for. Empty: nothing was chosen, and everything is theirs to take.
 */
export type Competence = readonly string[];

/** Whether there is anything that a list can be narrowed by. */
export const isLimited = (competence: Competence): boolean => competence.length > 0;

/** Whether somebody knows at least one of these sections. */
export function knowsSome(competence: Competence, sectionIds: readonly string[]): boolean {
  return !isLimited(competence) || sectionIds.some((id) => competence.includes(id));
}
