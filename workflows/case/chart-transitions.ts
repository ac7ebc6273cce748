import type { Outcome } from '../words';
import { effect, notify, permits } from './chart-setup';
import type { SuspendableState } from './facts';
import type { RuleName } from './rules';

/** Transitions that the chart has in several places. */

export const withdraw = {
  target: '#case.withdrawn',
  guard: permits(),
  actions: [{ type: 'stopClock' }, notify('reviewers', 'withdraw')],
} as const;

export const withdrawDraft = { target: '#case.withdrawn', guard: permits() } as const;

export const withdrawPublished = (rules: readonly RuleName[] = []) =>
  ({
    target: '#case.withdrawn',
    guard: permits({}, rules),
    actions: [effect({ kind: 'end-publication', because: 'withdrawn' }), notify('reviewers', 'withdraw')],
  }) as const;

/** From review and from decision: the assessed sections stay assessed until something in them moves. */
export const requestChanges = {
  target: '#case.changes-requested',
  guard: permits(),
  actions: [
    { type: 'takePart' },
    { type: 'startClock' },
    { type: 'dropProposal' },
    notify('supplier', 'request-changes'),
  ],
} as const;

/** What can happen to a publication, from each state that has one. */
export const suspend = (from: SuspendableState, rules: readonly RuleName[] = []) =>
  ({
    target: '#case.suspended',
    guard: permits({}, rules),
    actions: [
      { type: 'takePart' },
      { type: 'suspend', params: { from } },
      effect({ kind: 'end-publication', because: 'suspended' }),
      notify('supplier', 'suspend'),
    ],
  }) as const;

export const revoke = (rules: readonly RuleName[] = []) =>
  ({
    target: '#case.revoked',
    guard: permits({}, rules),
    actions: [
      { type: 'takePart' },
      effect({ kind: 'end-publication', because: 'revoked' }),
      notify('supplier', 'revoke'),
    ],
  }) as const;

/** The newer publication has taken the older one's place already; here the older case learns of it. */
export const supersede = (rules: readonly RuleName[] = []) =>
  ({ target: '#case.superseded', guard: permits({}, rules) }) as const;

export const expireSoon = (rules: readonly RuleName[] = []) =>
  ({ target: '#case.expiring', guard: permits({}, rules), actions: [notify('supplier', 'expire-soon')] }) as const;

export const appeal = {
  target: '#case.appealed',
  guard: permits(),
  actions: [notify('coordinators', 'appeal')],
} as const;

export const confirm = (outcome: Outcome) =>
  ({
    target: `#case.${outcome}`,
    guard: permits({ outcome }),
    actions: [
      { type: 'takePart' },
      { type: 'decide' },
      effect({ kind: 'decide' }),
      ...(outcome === 'rejected' ? [] : [effect({ kind: 'publish' })]),
      notify('supplier', 'confirm'),
    ],
  }) as const;

export const reinstate = (from: SuspendableState) =>
  ({
    target: `#case.${from}`,
    guard: permits({ suspendedFrom: from }),
    actions: [
      { type: 'takePart' },
      { type: 'unsuspend' },
      effect({ kind: 'resume-publication' }),
      notify('supplier', 'reinstate'),
    ],
  }) as const;
