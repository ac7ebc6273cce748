import type { SectionProgress } from './questionnaire/completeness';

/** How far a section is, in a word. */
export const sectionStates = ['not-asked', 'not-started', 'in-progress', 'done', 'to-change'] as const;
export type SectionState = (typeof sectionStates)[number];

/**
 * @param section undefined: none of its questions are asked in this scope
 * @param toChange how many of its answers a reviewer wants changed
 */
export function sectionStateOf(
  section: Pick<SectionProgress, 'answered' | 'missing'> | undefined,
  toChange = 0,
): SectionState {
  if (!section) return 'not-asked';
  if (toChange > 0) return 'to-change';
  if (section.missing.length === 0) return 'done';
  return section.answered === 0 ? 'not-started' : 'in-progress';
}
