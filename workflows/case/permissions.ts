import type { CaseEventType } from '../words';
import type { CaseSender } from './chart-words';
import type { RuleName } from './rules';

/**
 * Who may send an event: the law in one table. The roles are looked at first, then `rules` in this order; the first
 * that does not hold is the refusal that the person reads.
 */
export interface Permission {
  senders: readonly CaseSender[];
  rules: readonly RuleName[];
}

const supplierSide = ['own-supplier'] as const satisfies readonly RuleName[];
/** Nobody acts in a case of an organisation that they belong to or have declared a conflict with (domain rule 2). */
const impartial = ['not-own-organisation', 'no-conflict'] as const satisfies readonly RuleName[];
const reviewers = ['reviewer', 'lead-reviewer'] as const satisfies readonly CaseSender[];

/**
 * Four eyes, in the stricter sensible reading: the confirmer is not the proposer, and the confirmer has assessed no
 * section and given no verdict in this case. Whoever assessed can propose, since the other pair of eyes is then fresh.
 * See docs/decisions/0009-four-eyes.md.
 */
const fourEyes = ['confirmer-is-not-proposer', 'confirmer-has-not-assessed'] as const satisfies readonly RuleName[];

export const permissions: Readonly<Record<CaseEventType, Permission>> = {
  submit: { senders: ['signatory'], rules: [...supplierSide, 'complete'] },
  resubmit: { senders: ['signatory'], rules: [...supplierSide, 'complete'] },
  withdraw: { senders: ['signatory', 'supplier-admin'], rules: supplierSide },
  route: {
    senders: ['coordinator', 'lead-reviewer', 'portal'],
    rules: [...impartial, 'known-municipality', 'routes-to-own-municipality', 'municipality-has-lead', 'assignable'],
  },
  'return-incomplete': {
    senders: ['coordinator', 'lead-reviewer'],
    rules: [...impartial, 'has-note', 'changes-deadline'],
  },
  claim: { senders: reviewers, rules: impartial },
  release: { senders: reviewers, rules: [...impartial, 'claimer-or-responsible-lead'] },
  assess: { senders: reviewers, rules: [...impartial, 'claimer', 'section-judged'] },
  reopen: { senders: reviewers, rules: impartial },
  'request-changes': {
    senders: reviewers,
    rules: [...impartial, 'responsible-lead-or-claimer', 'something-to-change', 'has-note', 'changes-deadline'],
  },
  lapse: { senders: ['lead-reviewer', 'portal'], rules: [...impartial, 'responsible', 'due'] },
  'open-hearing': { senders: ['lead-reviewer'], rules: [...impartial, 'responsible', 'has-note', 'hearing-deadline'] },
  'answer-hearing': { senders: ['signatory'], rules: [...supplierSide, 'has-note'] },
  'close-hearing': { senders: ['lead-reviewer', 'portal'], rules: [...impartial, 'responsible', 'due'] },
  propose: {
    senders: ['lead-reviewer'],
    rules: [...impartial, 'responsible', 'all-judged', 'outcome-fits', 'has-reasons', 'answers-have-reasons'],
  },
  return: { senders: ['lead-reviewer'], rules: [...impartial, 'returner-is-not-proposer', 'has-note'] },
  confirm: {
    senders: ['lead-reviewer'],
    rules: [...impartial, ...fourEyes, 'all-judged', 'proposal-fits'],
  },
  'expire-soon': { senders: ['portal'], rules: [] },
  expire: { senders: ['portal'], rules: [] },
  suspend: { senders: ['coordinator'], rules: [...impartial, 'has-note'] },
  reinstate: { senders: ['coordinator'], rules: [...impartial, 'has-note'] },
  revoke: { senders: ['coordinator'], rules: [...impartial, 'has-note'] },
  supersede: { senders: ['portal'], rules: [] },
  appeal: { senders: ['signatory'], rules: [...supplierSide, 'has-note'] },
  uphold: { senders: ['lead-reviewer'], rules: [...impartial, 'took-no-part', 'has-note'] },
  overturn: { senders: ['lead-reviewer'], rules: [...impartial, 'took-no-part', 'has-note'] },
};
