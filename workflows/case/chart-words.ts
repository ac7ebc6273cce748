import type { CaseState, Role, SectionState } from '../words';

/** The chart's finer words. Browser code may import this file: it imports types alone. */

/** States inside the review of a section and inside the decision. */
export type CaseNode = SectionState | 'lead' | 'second-pair-of-eyes';

/** Somebody with a role, or the portal itself (clocks, and what follows from another case's decision). */
export type CaseSender = Role | 'portal';

/** A place in the chart: a state, with the finer state inside it where there is one. */
export interface CasePlace {
  state: CaseState;
  node: CaseNode | null;
}
