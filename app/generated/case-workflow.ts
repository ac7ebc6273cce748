// Made by npm run generate from workflows/case/case.machine.ts.
import type { CasePlace, CaseSender } from '~/workflows/case/chart-words';
import type { CaseEventType } from '~/workflows/words';

export interface WorkflowRow {
  from: CasePlace;
  event: CaseEventType;
  to: readonly CasePlace[];
  senders: readonly CaseSender[];
}

/** What can be done to a case: each state with its events, where they lead and who may send them. */
export const workflowRows: readonly WorkflowRow[] = [
  {
    from: { state: 'draft', node: null },
    event: 'submit',
    to: [{ state: 'submitted', node: null }],
    senders: ['signatory'],
  },
  {
    from: { state: 'draft', node: null },
    event: 'withdraw',
    to: [{ state: 'withdrawn', node: null }],
    senders: ['signatory', 'supplier-admin'],
  },
  {
    from: { state: 'screening', node: null },
    event: 'withdraw',
    to: [{ state: 'withdrawn', node: null }],
    senders: ['signatory', 'supplier-admin'],
  },
  {
    from: { state: 'screening', node: null },
    event: 'route',
    to: [{ state: 'review', node: null }],
    senders: ['coordinator', 'lead-reviewer', 'portal'],
  },
  {
    from: { state: 'screening', node: null },
    event: 'return-incomplete',
    to: [{ state: 'changes-requested', node: null }],
    senders: ['coordinator', 'lead-reviewer'],
  },
  {
    from: { state: 'review', node: null },
    event: 'withdraw',
    to: [{ state: 'withdrawn', node: null }],
    senders: ['signatory', 'supplier-admin'],
  },
  {
    from: { state: 'review', node: null },
    event: 'route',
    to: [],
    senders: ['coordinator', 'lead-reviewer', 'portal'],
  },
  {
    from: { state: 'review', node: null },
    event: 'request-changes',
    to: [{ state: 'changes-requested', node: null }],
    senders: ['reviewer', 'lead-reviewer'],
  },
  {
    from: { state: 'review', node: 'waiting' },
    event: 'claim',
    to: [{ state: 'review', node: 'claimed' }],
    senders: ['reviewer', 'lead-reviewer'],
  },
  {
    from: { state: 'review', node: 'claimed' },
    event: 'release',
    to: [{ state: 'review', node: 'waiting' }],
    senders: ['reviewer', 'lead-reviewer'],
  },
  {
    from: { state: 'review', node: 'claimed' },
    event: 'assess',
    to: [{ state: 'review', node: 'assessed' }],
    senders: ['reviewer', 'lead-reviewer'],
  },
  {
    from: { state: 'review', node: 'assessed' },
    event: 'reopen',
    to: [{ state: 'review', node: 'waiting' }],
    senders: ['reviewer', 'lead-reviewer'],
  },
  {
    from: { state: 'changes-requested', node: null },
    event: 'resubmit',
    to: [{ state: 'submitted', node: null }],
    senders: ['signatory'],
  },
  {
    from: { state: 'changes-requested', node: null },
    event: 'withdraw',
    to: [{ state: 'withdrawn', node: null }],
    senders: ['signatory', 'supplier-admin'],
  },
  {
    from: { state: 'changes-requested', node: null },
    event: 'lapse',
    to: [{ state: 'screening', node: null }],
    senders: ['lead-reviewer', 'portal'],
  },
  {
    from: { state: 'hearing', node: null },
    event: 'withdraw',
    to: [{ state: 'withdrawn', node: null }],
    senders: ['signatory', 'supplier-admin'],
  },
  {
    from: { state: 'hearing', node: null },
    event: 'answer-hearing',
    to: [{ state: 'decision', node: null }],
    senders: ['signatory'],
  },
  {
    from: { state: 'hearing', node: null },
    event: 'close-hearing',
    to: [{ state: 'decision', node: null }],
    senders: ['lead-reviewer', 'portal'],
  },
  {
    from: { state: 'decision', node: null },
    event: 'withdraw',
    to: [{ state: 'withdrawn', node: null }],
    senders: ['signatory', 'supplier-admin'],
  },
  {
    from: { state: 'decision', node: 'lead' },
    event: 'reopen',
    to: [{ state: 'review', node: null }],
    senders: ['reviewer', 'lead-reviewer'],
  },
  {
    from: { state: 'decision', node: 'lead' },
    event: 'request-changes',
    to: [{ state: 'changes-requested', node: null }],
    senders: ['reviewer', 'lead-reviewer'],
  },
  {
    from: { state: 'decision', node: 'lead' },
    event: 'open-hearing',
    to: [{ state: 'hearing', node: null }],
    senders: ['lead-reviewer'],
  },
  {
    from: { state: 'decision', node: 'lead' },
    event: 'propose',
    to: [{ state: 'decision', node: 'second-pair-of-eyes' }],
    senders: ['lead-reviewer'],
  },
  {
    from: { state: 'decision', node: 'second-pair-of-eyes' },
    event: 'return',
    to: [{ state: 'decision', node: 'lead' }],
    senders: ['lead-reviewer'],
  },
  {
    from: { state: 'decision', node: 'second-pair-of-eyes' },
    event: 'confirm',
    to: [
      { state: 'approved', node: null },
      { state: 'partially-approved', node: null },
      { state: 'rejected', node: null },
    ],
    senders: ['lead-reviewer'],
  },
  {
    from: { state: 'approved', node: null },
    event: 'withdraw',
    to: [{ state: 'withdrawn', node: null }],
    senders: ['signatory', 'supplier-admin'],
  },
  {
    from: { state: 'approved', node: null },
    event: 'expire-soon',
    to: [{ state: 'expiring', node: null }],
    senders: ['portal'],
  },
  {
    from: { state: 'approved', node: null },
    event: 'suspend',
    to: [{ state: 'suspended', node: null }],
    senders: ['coordinator'],
  },
  {
    from: { state: 'approved', node: null },
    event: 'revoke',
    to: [{ state: 'revoked', node: null }],
    senders: ['coordinator'],
  },
  {
    from: { state: 'approved', node: null },
    event: 'supersede',
    to: [{ state: 'superseded', node: null }],
    senders: ['portal'],
  },
  {
    from: { state: 'partially-approved', node: null },
    event: 'withdraw',
    to: [{ state: 'withdrawn', node: null }],
    senders: ['signatory', 'supplier-admin'],
  },
  {
    from: { state: 'partially-approved', node: null },
    event: 'expire-soon',
    to: [{ state: 'expiring', node: null }],
    senders: ['portal'],
  },
  {
    from: { state: 'partially-approved', node: null },
    event: 'suspend',
    to: [{ state: 'suspended', node: null }],
    senders: ['coordinator'],
  },
  {
    from: { state: 'partially-approved', node: null },
    event: 'revoke',
    to: [{ state: 'revoked', node: null }],
    senders: ['coordinator'],
  },
  {
    from: { state: 'partially-approved', node: null },
    event: 'supersede',
    to: [{ state: 'superseded', node: null }],
    senders: ['portal'],
  },
  {
    from: { state: 'partially-approved', node: null },
    event: 'appeal',
    to: [{ state: 'appealed', node: null }],
    senders: ['signatory'],
  },
  {
    from: { state: 'rejected', node: null },
    event: 'appeal',
    to: [{ state: 'appealed', node: null }],
    senders: ['signatory'],
  },
  {
    from: { state: 'appealed', node: null },
    event: 'uphold',
    to: [{ state: 'upheld', node: null }],
    senders: ['lead-reviewer'],
  },
  {
    from: { state: 'appealed', node: null },
    event: 'overturn',
    to: [{ state: 'overturned', node: null }],
    senders: ['lead-reviewer'],
  },
  {
    from: { state: 'upheld', node: null },
    event: 'withdraw',
    to: [{ state: 'withdrawn', node: null }],
    senders: ['signatory', 'supplier-admin'],
  },
  {
    from: { state: 'upheld', node: null },
    event: 'expire-soon',
    to: [{ state: 'expiring', node: null }],
    senders: ['portal'],
  },
  {
    from: { state: 'upheld', node: null },
    event: 'suspend',
    to: [{ state: 'suspended', node: null }],
    senders: ['coordinator'],
  },
  {
    from: { state: 'upheld', node: null },
    event: 'revoke',
    to: [{ state: 'revoked', node: null }],
    senders: ['coordinator'],
  },
  {
    from: { state: 'upheld', node: null },
    event: 'supersede',
    to: [{ state: 'superseded', node: null }],
    senders: ['portal'],
  },
  {
    from: { state: 'overturned', node: null },
    event: 'withdraw',
    to: [{ state: 'withdrawn', node: null }],
    senders: ['signatory', 'supplier-admin'],
  },
  {
    from: { state: 'overturned', node: null },
    event: 'expire-soon',
    to: [{ state: 'expiring', node: null }],
    senders: ['portal'],
  },
  {
    from: { state: 'overturned', node: null },
    event: 'revoke',
    to: [{ state: 'revoked', node: null }],
    senders: ['coordinator'],
  },
  {
    from: { state: 'overturned', node: null },
    event: 'supersede',
    to: [{ state: 'superseded', node: null }],
    senders: ['portal'],
  },
  {
    from: { state: 'expiring', node: null },
    event: 'withdraw',
    to: [{ state: 'withdrawn', node: null }],
    senders: ['signatory', 'supplier-admin'],
  },
  {
    from: { state: 'expiring', node: null },
    event: 'expire',
    to: [{ state: 'expired', node: null }],
    senders: ['portal'],
  },
  {
    from: { state: 'expiring', node: null },
    event: 'suspend',
    to: [{ state: 'suspended', node: null }],
    senders: ['coordinator'],
  },
  {
    from: { state: 'expiring', node: null },
    event: 'revoke',
    to: [{ state: 'revoked', node: null }],
    senders: ['coordinator'],
  },
  {
    from: { state: 'expiring', node: null },
    event: 'supersede',
    to: [{ state: 'superseded', node: null }],
    senders: ['portal'],
  },
  {
    from: { state: 'expired', node: null },
    event: 'withdraw',
    to: [{ state: 'withdrawn', node: null }],
    senders: ['signatory', 'supplier-admin'],
  },
  {
    from: { state: 'expired', node: null },
    event: 'revoke',
    to: [{ state: 'revoked', node: null }],
    senders: ['coordinator'],
  },
  {
    from: { state: 'expired', node: null },
    event: 'supersede',
    to: [{ state: 'superseded', node: null }],
    senders: ['portal'],
  },
  {
    from: { state: 'suspended', node: null },
    event: 'withdraw',
    to: [{ state: 'withdrawn', node: null }],
    senders: ['signatory', 'supplier-admin'],
  },
  {
    from: { state: 'suspended', node: null },
    event: 'reinstate',
    to: [
      { state: 'approved', node: null },
      { state: 'partially-approved', node: null },
      { state: 'expiring', node: null },
      { state: 'upheld', node: null },
    ],
    senders: ['coordinator'],
  },
  {
    from: { state: 'suspended', node: null },
    event: 'revoke',
    to: [{ state: 'revoked', node: null }],
    senders: ['coordinator'],
  },
  {
    from: { state: 'suspended', node: null },
    event: 'supersede',
    to: [{ state: 'superseded', node: null }],
    senders: ['portal'],
  },
];
