import type { CaseState } from '../words';

/** Who holds the ball in a case. */
export const turns = ['supplier', 'coordinator', 'reviewers', 'lead', 'second-lead', 'appeal-lead', 'nobody'] as const;
export type Turn = (typeof turns)[number];

/** @param step the part of the decision that the case is in, else null */
export function turnOf(state: CaseState, step: 'lead' | 'second-pair-of-eyes' | null): Turn {
  switch (state) {
    case 'draft':
    case 'changes-requested':
    case 'hearing':
    case 'expiring':
      return 'supplier';
    case 'submitted':
    case 'screening':
    case 'suspended':
      return 'coordinator';
    case 'review':
      return 'reviewers';
    case 'decision':
      return step === 'second-pair-of-eyes' ? 'second-lead' : 'lead';
    case 'appealed':
      return 'appeal-lead';
    default:
      return 'nobody';
  }
}
