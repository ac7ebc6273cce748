import { type NoteProblem, noteLimit, noteProblem } from '../note';
import type { Refusal } from '../refusal';
import { type Outcome, outcomes } from '../words';
import type { VerdictSummary } from './facts';
import { outcomeFits } from './rules';

/** What a form or a command gives for a proposal; both may be missing. */
export interface GivenProposal {
  outcome: string;
  reasons: string;
}

export type ProposalGap = Refusal<
  | 'outcome-needed'
  | 'outcome-does-not-fit'
  | 'reasons-needed'
  | 'answer-reasons-missing'
  | 'verdicts-missing'
  | NoteProblem
>;

/**
 * Everything that a proposal lacks, so that it is told at once: the machine itself says only the first guard that fails.
 * Who may propose is not looked at.
 */
export function listProposalGaps({ outcome, reasons }: GivenProposal, verdicts: VerdictSummary): ProposalGap[] {
  const { approved, total, notApproved, withoutReason, unjudgedBySection } = verdicts;
  const chosen = outcomes.find((each) => each === outcome);
  const unjudged = Object.values(unjudgedBySection).reduce((sum, count) => sum + count, 0);
  const problem = noteProblem(reasons.trim(), noteLimit);
  const gaps: ProposalGap[] = [];
  if (chosen === undefined) gaps.push({ code: 'outcome-needed' });
  else if (!outcomeFits(chosen, verdicts)) gaps.push({ code: 'outcome-does-not-fit', params: { approved, total } });
  if (problem) gaps.push(problem);
  else if (reasons.trim() === '' && needsReasons(chosen, notApproved)) gaps.push({ code: 'reasons-needed' });
  if (withoutReason > 0) gaps.push({ code: 'answer-reasons-missing', params: { count: withoutReason } });
  if (unjudged > 0) gaps.push({ code: 'verdicts-missing', params: { count: unjudged } });
  return gaps;
}

/** Before an outcome is chosen, the verdicts tell whether it can be anything but a full approval. */
function needsReasons(chosen: Outcome | undefined, notApproved: number): boolean {
  return chosen === undefined ? notApproved > 0 : chosen !== 'approved';
}
