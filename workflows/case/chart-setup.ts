import { assign, setup } from 'xstate';
import type { CaseEventType, Outcome } from '../words';
import { dueAfter } from '../working-days';
import type { CaseEffect } from './effects';
import type { CaseEvent } from './events';
import type { CaseContext, SuspendableState } from './facts';
import { isPermitted } from './permitted';
import type { RuleName } from './rules';

/** The chart's types, guards and actions: how it remembers. Where it goes stands in case.machine.ts. */

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

export const chart = setup({
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
    route: assign(({ event }) =>
      'municipalityCode' in event
        ? { municipalityCode: event.municipalityCode, assigneeId: event.personId ?? null }
        : {},
    ),
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

export const permits = (only: Selector = {}, rules: readonly RuleName[] = []) => ({
  type: 'permits' as const,
  params: { only, rules } satisfies GuardParams,
});
export const effect = (params: CaseEffect) => ({ type: 'effect' as const, params });
export const notify = (to: Extract<CaseEffect, { kind: 'notify' }>['to'], about: CaseEventType) =>
  effect({ kind: 'notify', to, about });
