import type { CaseEventType } from '../words';

/** Who is told. Which people that are is looked up when the message is made. */
export type Audience = 'supplier' | 'reviewers' | 'second-reviewers' | 'coordinators';

/**
 * What a transition asks the command to do, as data. `notify` goes to the outbox; the others are done in the same
 * transaction.
 */
export type CaseEffect =
  | { kind: 'notify'; to: Audience; about: CaseEventType }
  | { kind: 'decide' }
  | { kind: 'publish' }
  | { kind: 'end-publication'; because: 'withdrawn' | 'suspended' | 'revoked' | 'expired' }
  | { kind: 'resume-publication' };
