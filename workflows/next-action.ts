import type { CaseState } from './words';

/** What a supplier has to do next with a product; app/i18n has a text for each. */
export const nextActions = [
  'begin',
  'choose-scope',
  'answer',
  'submit',
  'answer-changes',
  'answer-hearing',
  'renew',
  'start-again',
  'wait',
  'nothing',
] as const;
export type NextAction = (typeof nextActions)[number];

/** Those in which the supplier holds the ball. */
export function isOurTurn(action: NextAction): boolean {
  return action !== 'wait' && action !== 'nothing';
}

const byState: Readonly<Record<CaseState, NextAction>> = {
  draft: 'answer',
  submitted: 'wait',
  screening: 'wait',
  review: 'wait',
  'changes-requested': 'answer-changes',
  hearing: 'answer-hearing',
  decision: 'wait',
  approved: 'nothing',
  'partially-approved': 'nothing',
  rejected: 'start-again',
  withdrawn: 'start-again',
  appealed: 'wait',
  upheld: 'start-again',
  overturned: 'nothing',
  expiring: 'renew',
  expired: 'renew',
  suspended: 'wait',
  revoked: 'start-again',
  superseded: 'nothing',
};

/**
 * @param product.state of the product's open or newest case; null: it was never declared
 * @param product.isComplete nothing blocks submission
 */
export function nextActionOf(product: {
  state: CaseState | null;
  isScopeConfirmed: boolean;
  isComplete: boolean;
}): NextAction {
  if (product.state === null) return 'begin';
  if (product.state === 'draft') {
    if (!product.isScopeConfirmed) return 'choose-scope';
    return product.isComplete ? 'submit' : 'answer';
  }
  return byState[product.state];
}
