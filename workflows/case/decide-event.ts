import { getInitialSnapshot, getNextTransitions, type StateValue, transition } from 'xstate';
import type { Actor } from '../actor';
import { ok, type Refusal, type Result } from '../refusal';
import {
  type CaseEventType,
  type CaseState,
  caseEvents,
  caseStates,
  openCaseStates,
  type SectionState,
} from '../words';
import { type CaseMachine, caseMachine } from './case.machine';
import { type CaseInput, type GuardParams, isSelected } from './chart-setup';
import type { CaseEffect } from './effects';
import type { CaseEvent } from './events';
import type { CaseContext, CaseFacts } from './facts';
import { findRefusal, hasSender } from './permitted';

/** A case as it is stored: JSON, enough to go on from. */
export interface CaseSnapshot {
  /** The regions of the review: the questionnaire's sections. */
  sectionIds: readonly string[];
  value: StateValue;
  context: CaseContext;
}

export interface Decided {
  snapshot: CaseSnapshot;
  state: CaseState;
  effects: CaseEffect[];
}

type Live = ReturnType<CaseMachine['resolveState']>;

/** A new case, in `draft`. */
export function openSnapshot(input: CaseInput): CaseSnapshot {
  const live = getInitialSnapshot(caseMachine(input.sectionIds), input);
  return { sectionIds: input.sectionIds, value: live.value, context: live.context };
}

function liveOf({ sectionIds, value, context }: CaseSnapshot): Live {
  return caseMachine(sectionIds).resolveState({ value, context });
}

/** The state as one word. */
export function stateOf({ value }: Pick<CaseSnapshot, 'value'>): CaseState {
  const top = typeof value === 'string' ? value : Object.keys(value)[0];
  const state = caseStates.find((each) => each === top);
  if (!state) throw new Error(`The case is in a state that no case has: ${JSON.stringify(value)}`);
  return state;
}

/** The part of the decision, when the case is there. */
export function decisionStepOf({ value }: Pick<CaseSnapshot, 'value'>): 'lead' | 'second-pair-of-eyes' | null {
  const step = typeof value === 'string' ? undefined : value.decision;
  return step === 'lead' || step === 'second-pair-of-eyes' ? step : null;
}

export function isOpenState(state: CaseState): boolean {
  return openCaseStates.some((open) => open === state);
}

/** Where a section stands; outside the review as it was left. */
export function sectionStateOf(snapshot: CaseSnapshot, sectionId: string): SectionState {
  const { value, context } = snapshot;
  const regions = typeof value === 'string' ? undefined : value.review;
  const state = typeof regions === 'object' ? regions[sectionId] : undefined;
  if (state === 'waiting' || state === 'claimed' || state === 'assessed') return state;
  return context.settled.includes(sectionId) ? 'assessed' : 'waiting';
}

/**
 * What an event does to a case, or why it may not happen. Pure: the same case, event and facts give the same answer.
 * @returns the case afterwards with what the command has to do, or the refusal of the first guard that fails;
 *   `event-not-possible` (or its kin for sections) where the state knows no such transition
 */
export function decideEvent(snapshot: CaseSnapshot, event: CaseEvent): Result<Decided, string> {
  const live = liveOf(snapshot);
  const [next, actions] = transition(caseMachine(snapshot.sectionIds), live, event);
  if (next === live) return { ok: false, refusal: whyRefused(snapshot, live, event) };
  const after = { sectionIds: snapshot.sectionIds, value: next.value, context: next.context };
  const effects = actions.flatMap(({ type, params }) => (type === 'effect' ? [params as unknown as CaseEffect] : []));
  return ok({ snapshot: after, state: stateOf(after), effects });
}

function whyRefused(snapshot: CaseSnapshot, live: Live, event: CaseEvent): Refusal {
  const [candidate] = candidatesFor(live, event);
  const situation = { context: live.context, event };
  const refusal = candidate ? findRefusal(situation, candidate.rules) : undefined;
  if (refusal) return refusal;
  if (!hasSender(situation)) return { code: 'role-required' };
  return (
    ('sectionId' in event ? whySectionRefused(snapshot, event) : undefined) ?? {
      code: 'event-not-possible',
      params: { event: event.type, state: stateOf(snapshot) },
    }
  );
}

function whySectionRefused(snapshot: CaseSnapshot, event: { type: string; sectionId: string }): Refusal | undefined {
  const state = stateOf(snapshot);
  if (state !== 'review') return undefined;
  if (!snapshot.context.sections.includes(event.sectionId)) return { code: 'section-not-in-case' };
  const codes: Readonly<Record<SectionState, string>> = {
    waiting: event.type === 'reopen' ? 'section-not-assessed' : 'section-not-claimed',
    claimed: event.type === 'reopen' ? 'section-not-assessed' : 'section-already-claimed',
    assessed: 'section-already-assessed',
  };
  return { code: codes[sectionStateOf(snapshot, event.sectionId)] };
}

/** The transitions that the present state has for an event, in order; their guards are not looked at. */
function candidatesFor(live: Live, event: CaseEvent): GuardParams[] {
  return getNextTransitions(live)
    .filter(({ eventType }) => eventType === event.type)
    .map(({ guard }) => (guard as unknown as { params: GuardParams }).params)
    .filter(({ only }) => isSelected(only, live.context, event));
}

export interface ListedEvent {
  event: CaseEventType;
  /** For the events of a section. */
  sectionId: string | null;
  allowed: boolean;
  /** Why it is not allowed, for a button that is shown but cannot be used. */
  refusal?: Refusal;
}

/**
 * What somebody could do in a case now: events that the state has and that their role may send, with the reason where
 * something else stands in the way. What comes with an event (reasons, dates) is judged when it is sent.
 */
export function listEventsFor(snapshot: CaseSnapshot, actor: Actor | null, facts: CaseFacts, now: Date): ListedEvent[] {
  const live = liveOf(snapshot);
  const transitions = getNextTransitions(live);
  return caseEvents.flatMap((type) => {
    const mine = transitions.filter(({ eventType }) => eventType === type);
    if (mine.length === 0) return [];
    return sectionsOf(type, snapshot).flatMap((sectionId) => {
      const event = { type, by: actor, now, facts, ...(sectionId ? { sectionId } : {}) } as CaseEvent;
      const [candidate] = candidatesFor(live, event);
      const situation = { context: live.context, event };
      if (!candidate || !hasSender(situation)) return [];
      const refusal = findRefusal(situation, candidate.rules, true);
      return [{ event: type, sectionId, allowed: !refusal, ...(refusal ? { refusal } : {}) }];
    });
  });
}

const sectionEvents: readonly CaseEventType[] = ['claim', 'release', 'assess', 'reopen'];

function sectionsOf(type: CaseEventType, { context }: CaseSnapshot): readonly (string | null)[] {
  return sectionEvents.includes(type) ? context.sections : [null];
}
