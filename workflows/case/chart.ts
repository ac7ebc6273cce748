import type { AnyStateNode } from 'xstate';
import { type CaseEventType, type CaseState, caseEvents, caseStates } from '../words';
import { caseMachine } from './case.machine';
import type { GuardParams } from './chart-setup';
import type { CaseNode, CasePlace, CaseSender } from './chart-words';
import { permissions } from './permissions';
import { getRule } from './rules';

/**
 * The chart as data, read from the machine itself: for the documentation, the public page about it and the tests.
 * Browser code must not import this file; app/generated/case-workflow.ts has its result.
 */

export interface ChartTransition {
  from: CasePlace;
  /** Null: happens by itself. */
  event: CaseEventType | null;
  /** Several where it depends on the case (the outcome proposed, the state before a suspension). */
  to: CasePlace[];
  senders: readonly CaseSender[];
  /** The refusals that the sender may read, in the order in which the rules are looked at. */
  refusals: string[];
}

/** A chart with one section stands for all: each has the same region. */
const sample = 'section';

/** @returns in the order of the states and, in each, of the events */
export function readChart(): ChartTransition[] {
  return nodesUnder(caseMachine([sample]).root).flatMap((node) => transitionsOf(node));
}

function nodesUnder(node: AnyStateNode): AnyStateNode[] {
  const children = Object.values(node.states);
  return [...(node.parent ? [node] : []), ...children.flatMap(nodesUnder)];
}

interface RawTransition {
  target?: readonly AnyStateNode[] | undefined;
  guard?: unknown;
}

function transitionsOf(node: AnyStateNode): ChartTransition[] {
  const from = placeOf(node);
  const events = caseEvents.flatMap((event) => {
    const raw = node.config.on?.[event] === undefined ? [] : listOf(node.transitions.get(event));
    return raw.length === 0 ? [] : [transitionOf(from, event, raw)];
  });
  const always = listOf(node.always).map((raw) => ({ ...transitionOf(from, null, [raw]) }));
  return [...always, ...events];
}

function transitionOf(from: CasePlace, event: CaseEventType | null, raw: readonly RawTransition[]): ChartTransition {
  const further = raw.flatMap(({ guard }) => (isPermission(guard) ? guard.params.rules : []));
  const rules = event === null ? [] : [...permissions[event].rules, ...further];
  return {
    from,
    event,
    to: raw.flatMap(({ target }) => (target ?? []).map(placeOf)),
    senders: event === null ? [] : permissions[event].senders,
    refusals: [...new Set(rules.map((name) => getRule(name).refusal))],
  };
}

function isPermission(guard: unknown): guard is { type: 'permits'; params: GuardParams } {
  return typeof guard === 'object' && guard !== null && 'type' in guard && guard.type === 'permits';
}

function listOf(raw: readonly RawTransition[] | undefined): readonly RawTransition[] {
  return raw ?? [];
}

const innerNodes = [
  'waiting',
  'claimed',
  'assessed',
  'lead',
  'second-pair-of-eyes',
] as const satisfies readonly CaseNode[];

function placeOf(node: AnyStateNode): CasePlace {
  const [top] = node.path;
  const state = caseStates.find((each): each is CaseState => each === top);
  if (!state) throw new Error(`The chart has a state that no case has: ${node.id}`);
  return { state, node: innerNodes.find((each) => node.path.length > 1 && each === node.key) ?? null };
}
