import { assign, setup } from 'xstate';
import type { CaseEventType, Outcome } from '../words';
import { dueAfter } from '../working-days';
import type { CaseEffect } from './effects';
import type { CaseEvent } from './events';
import type { CaseContext, SuspendableState } from './facts';
import { isPermitted } from './permitted';
import type { RuleName } from './rules';

/**
 * The case: the chart is the law (domain.md). It drives the server, the buttons, the documentation and the tests.
 * Who may send which event stands in permissions.ts, why not in rules.ts. Deadlines are explicit events of the portal,
 * so that the chart needs no clock. Browser code must not import this file.
 */

/** What a transition is about, where one event has several. */
export interface Selector {
  sectionId?: string;
  outcome?: Outcome;
  suspendedFrom?: SuspendableState;
}

/** The parameters of the one guard: `rules` come on top of the event's own in permissions.ts. */
export interface GuardParams {
  rules: readonly RuleName[];
  only: Selector;
}

export interface CaseInput {
  supplierId: string;
  /** Every section that the questionnaire has; each is a region of the review. */
  sectionIds: readonly string[];
}

const without = (list: readonly string[], item: string): string[] => list.filter((each) => each !== item);
const including = (list: readonly string[], item: string): string[] => [...without(list, item), item];

/** Whether a transition is the one that an event means. */
export function isSelected({ sectionId, outcome, suspendedFrom }: Selector, context: CaseContext, event: CaseEvent) {
  if (sectionId !== undefined && !('sectionId' in event && event.sectionId === sectionId)) return false;
  if (outcome !== undefined && context.proposal?.outcome !== outcome) return false;
  return suspendedFrom === undefined || context.suspendedFrom === suspendedFrom;
}

const chart = setup({
  types: {
    context: {} as CaseContext,
    events: {} as CaseEvent,
    input: {} as CaseInput,
  },
  guards: {
    permits: ({ context, event }, params: GuardParams) =>
      isSelected(params.only, context, event) && isPermitted({ context, event }, params.rules),
    /** Nothing (left) to look at: assessed, carried over, or without answers in this submission. */
    isSettled: ({ context }, { sectionId }: { sectionId: string }) =>
      context.settled.includes(sectionId) || !context.sections.includes(sectionId),
    isEverySectionSettled: ({ context }) => context.sections.every((id) => context.settled.includes(id)),
    isRouted: ({ context }) => context.municipalityCode !== null,
  },
  actions: {
    /** Never runs here: the command finds it among the actions and does it (effects.ts). */
    effect: (_, _params: CaseEffect) => undefined,
    receive: assign(({ event }) => receivedBy(event)),
    route: assign(({ event }) => ('municipalityCode' in event ? { municipalityCode: event.municipalityCode } : {})),
    takePart: assign(({ context, event }) =>
      event.by ? { participants: including(context.participants, event.by.personId) } : {},
    ),
    startClock: assign(({ event }) =>
      'workingDays' in event ? { dueAt: dueAfter(event.now, event.workingDays).toISOString() } : {},
    ),
    stopClock: assign({ dueAt: null }),
    claim: assign(({ context, event }) =>
      'sectionId' in event && event.by ? { claims: { ...context.claims, [event.sectionId]: event.by.personId } } : {},
    ),
    unclaim: assign(({ context, event }) => {
      if (!('sectionId' in event)) return {};
      const { [event.sectionId]: _, ...claims } = context.claims;
      return { claims };
    }),
    /** Sections that were claimed but not assessed wait for anybody again. */
    unclaimUnsettled: assign(({ context }) => ({
      claims: Object.fromEntries(Object.entries(context.claims).filter(([id]) => context.settled.includes(id))),
    })),
    settle: assign(({ context, event }) =>
      'sectionId' in event && event.by
        ? {
            settled: including(context.settled, event.sectionId),
            assessors: including(context.assessors, event.by.personId),
          }
        : {},
    ),
    unsettle: assign(({ context, event }) =>
      'sectionId' in event
        ? { settled: without(context.settled, event.sectionId), carried: without(context.carried, event.sectionId) }
        : {},
    ),
    propose: assign(({ event }) =>
      'outcome' in event && event.by
        ? { proposal: { outcome: event.outcome, reasons: event.reasons, proposedBy: event.by.personId } }
        : {},
    ),
    dropProposal: assign({ proposal: null }),
    decide: assign(({ context }) => ({ outcome: context.proposal?.outcome ?? null })),
    suspend: assign((_, params: { from: SuspendableState }) => ({ suspendedFrom: params.from })),
    unsuspend: assign({ suspendedFrom: null }),
  },
});

function receivedBy(event: CaseEvent): Partial<CaseContext> {
  if (event.type !== 'submit' && event.type !== 'resubmit') return {};
  return {
    submissionId: event.submissionId,
    sections: event.sections,
    carried: event.carried,
    settled: event.carried,
    claims: {},
    proposal: null,
    dueAt: null,
  };
}

const permits = (only: Selector = {}, rules: readonly RuleName[] = []) => ({
  type: 'permits' as const,
  params: { only, rules } satisfies GuardParams,
});
const effect = (params: CaseEffect) => ({ type: 'effect' as const, params });
const notify = (to: Extract<CaseEffect, { kind: 'notify' }>['to'], about: CaseEventType) =>
  effect({ kind: 'notify', to, about });

const withdraw = {
  target: '#case.withdrawn',
  guard: permits(),
  actions: [{ type: 'stopClock' }, notify('reviewers', 'withdraw')],
} as const;

const withdrawDraft = { target: '#case.withdrawn', guard: permits() } as const;

const withdrawPublished = (rules: readonly RuleName[] = []) =>
  ({
    target: '#case.withdrawn',
    guard: permits({}, rules),
    actions: [effect({ kind: 'end-publication', because: 'withdrawn' }), notify('reviewers', 'withdraw')],
  }) as const;

/** From review and from decision: the assessed sections stay assessed until something in them moves. */
const requestChanges = {
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
const suspend = (from: SuspendableState, rules: readonly RuleName[] = []) =>
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

const revoke = (rules: readonly RuleName[] = []) =>
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
const supersede = (rules: readonly RuleName[] = []) =>
  ({ target: '#case.superseded', guard: permits({}, rules) }) as const;

const expireSoon = (rules: readonly RuleName[] = []) =>
  ({ target: '#case.expiring', guard: permits({}, rules), actions: [notify('supplier', 'expire-soon')] }) as const;

const appeal = { target: '#case.appealed', guard: permits(), actions: [notify('coordinators', 'appeal')] } as const;

const confirm = (outcome: Outcome) =>
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

const reinstate = (from: SuspendableState) =>
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

function region(sectionId: string) {
  const here = permits({ sectionId });
  return {
    initial: 'waiting',
    states: {
      waiting: {
        always: { target: 'assessed', guard: { type: 'isSettled', params: { sectionId } } },
        on: { claim: { target: 'claimed', guard: here, actions: [{ type: 'takePart' }, { type: 'claim' }] } },
      },
      claimed: {
        on: {
          release: { target: 'waiting', guard: here, actions: [{ type: 'takePart' }, { type: 'unclaim' }] },
          assess: { target: 'assessed', guard: here, actions: [{ type: 'takePart' }, { type: 'settle' }] },
        },
      },
      assessed: {
        on: {
          reopen: {
            target: 'waiting',
            guard: permits({ sectionId }, ['section-in-case']),
            actions: [{ type: 'takePart' }, { type: 'unsettle' }, { type: 'unclaim' }],
          },
        },
      },
    },
  } as const;
}

function createCaseMachine(sectionIds: readonly string[]) {
  return chart.createMachine({
    id: 'case',
    context: ({ input }) => ({
      supplierId: input.supplierId,
      municipalityCode: null,
      submissionId: null,
      sections: [],
      settled: [],
      carried: [],
      claims: {},
      assessors: [],
      participants: [],
      dueAt: null,
      proposal: null,
      outcome: null,
      suspendedFrom: null,
    }),
    initial: 'draft',
    states: {
      draft: {
        on: {
          submit: {
            target: 'submitted',
            guard: permits(),
            actions: [{ type: 'receive' }, notify('coordinators', 'submit')],
          },
          withdraw: withdrawDraft,
        },
      },
      // Receipt itself: the case passes through and is never found here (docs/decisions/0010-the-case-chart.md).
      submitted: { always: { target: 'screening' } },
      screening: {
        always: { target: 'review', guard: { type: 'isRouted' } },
        on: {
          route: {
            target: 'review',
            guard: permits(),
            actions: [{ type: 'takePart' }, { type: 'route' }, notify('reviewers', 'route')],
          },
          'return-incomplete': {
            target: 'changes-requested',
            guard: permits(),
            actions: [{ type: 'takePart' }, { type: 'startClock' }, notify('supplier', 'return-incomplete')],
          },
          withdraw,
        },
      },
      review: {
        type: 'parallel',
        states: Object.fromEntries(sectionIds.map((id) => [id, region(id)])),
        always: { target: 'decision', guard: { type: 'isEverySectionSettled' } },
        on: { 'request-changes': requestChanges, withdraw },
      },
      'changes-requested': {
        on: {
          resubmit: {
            target: 'submitted',
            guard: permits(),
            actions: [{ type: 'receive' }, notify('reviewers', 'resubmit')],
          },
          lapse: {
            target: 'review',
            guard: permits(),
            actions: [
              { type: 'takePart' },
              { type: 'stopClock' },
              { type: 'unclaimUnsettled' },
              notify('reviewers', 'lapse'),
            ],
          },
          withdraw,
        },
      },
      hearing: {
        on: {
          'answer-hearing': {
            target: 'decision',
            guard: permits(),
            actions: [{ type: 'stopClock' }, notify('reviewers', 'answer-hearing')],
          },
          'close-hearing': {
            target: 'decision',
            guard: permits(),
            actions: [{ type: 'takePart' }, { type: 'stopClock' }, notify('reviewers', 'close-hearing')],
          },
          withdraw,
        },
      },
      decision: {
        initial: 'lead',
        on: { withdraw },
        states: {
          lead: {
            on: {
              propose: {
                target: 'second-pair-of-eyes',
                guard: permits(),
                actions: [{ type: 'takePart' }, { type: 'propose' }, notify('second-reviewers', 'propose')],
              },
              reopen: {
                target: '#case.review',
                guard: permits({}, ['responsible-lead-or-assessor', 'section-in-case']),
                actions: [{ type: 'takePart' }, { type: 'unsettle' }, { type: 'unclaim' }],
              },
              'request-changes': requestChanges,
              'open-hearing': {
                target: '#case.hearing',
                guard: permits(),
                actions: [{ type: 'takePart' }, { type: 'startClock' }, notify('supplier', 'open-hearing')],
              },
            },
          },
          'second-pair-of-eyes': {
            on: {
              return: {
                target: 'lead',
                guard: permits(),
                actions: [{ type: 'takePart' }, { type: 'dropProposal' }, notify('reviewers', 'return')],
              },
              confirm: [confirm('approved'), confirm('partially-approved'), confirm('rejected')],
            },
          },
        },
      },
      approved: {
        on: {
          'expire-soon': expireSoon(),
          suspend: suspend('approved'),
          revoke: revoke(),
          supersede: supersede(),
          withdraw: withdrawPublished(),
        },
      },
      'partially-approved': {
        on: {
          'expire-soon': expireSoon(),
          suspend: suspend('partially-approved'),
          revoke: revoke(),
          supersede: supersede(),
          withdraw: withdrawPublished(),
          appeal,
        },
      },
      rejected: { on: { appeal } },
      withdrawn: {},
      appealed: {
        on: {
          uphold: {
            target: 'upheld',
            guard: permits(),
            actions: [{ type: 'takePart' }, notify('supplier', 'uphold')],
          },
          overturn: {
            target: 'overturned',
            guard: permits(),
            actions: [{ type: 'takePart' }, notify('supplier', 'overturn')],
          },
        },
      },
      upheld: {
        on: {
          'expire-soon': expireSoon(['published']),
          suspend: suspend('upheld', ['published']),
          revoke: revoke(['published']),
          supersede: supersede(['published']),
          withdraw: withdrawPublished(['published']),
        },
      },
      // What the ruling changes is decided in a new case: a submission gets one decision, ever.
      overturned: { on: { supersede: supersede(['published']) } },
      expiring: {
        on: {
          expire: {
            target: 'expired',
            guard: permits(),
            actions: [effect({ kind: 'end-publication', because: 'expired' }), notify('supplier', 'expire')],
          },
          suspend: suspend('expiring'),
          revoke: revoke(),
          supersede: supersede(),
          withdraw: withdrawPublished(),
        },
      },
      expired: { on: { supersede: supersede() } },
      suspended: {
        on: {
          reinstate: [
            reinstate('approved'),
            reinstate('partially-approved'),
            reinstate('expiring'),
            reinstate('upheld'),
          ],
          revoke: revoke(),
          supersede: supersede(),
          withdraw: withdrawPublished(),
        },
      },
      revoked: {},
      superseded: {},
    },
  });
}

export type CaseMachine = ReturnType<typeof createCaseMachine>;

const machines = new Map<string, CaseMachine>();

/**
 * The machine for a questionnaire with these sections: one region of the review per section. Made once per list.
 * @param sectionIds every section of the questionnaire, in its order
 */
export function caseMachine(sectionIds: readonly string[]): CaseMachine {
  const key = sectionIds.join(' ');
  const known = machines.get(key);
  if (known) return known;
  const made = createCaseMachine(sectionIds);
  machines.set(key, made);
  return made;
}
