import { type CaseSnapshot, decisionStepOf, stateOf } from './decide-event';

/** Who a case waits for. */
export const turns = ['supplier', 'coordinator', 'reviewers', 'lead-reviewer', 'second-reviewer', 'nobody'] as const;
export type Turn = (typeof turns)[number];

/** Whose turn it is: who holds the ball, and for whom the clock runs. */
export function whoseTurn(snapshot: CaseSnapshot): Turn {
  switch (stateOf(snapshot)) {
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
      return decisionStepOf(snapshot) === 'lead' ? 'lead-reviewer' : 'second-reviewer';
    case 'appealed':
      return 'second-reviewer';
    default:
      return 'nobody';
  }
}
