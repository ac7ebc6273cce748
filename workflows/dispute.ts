import { type Actor, hasRole } from './actor';
import { ok, type Result, refuse } from './refusal';

/**
 * The course of a public dispute. Somebody disagrees with a published answer and confirms their mail (`received`); the
 * coordinator declines it or opens it, which makes it public; the supplier replies (right of reply); the coordinator
 * approves the reply; and it ends as resolved, with what came of it.
 */
export const disputeStates = [
  'unconfirmed',
  'received',
  'declined',
  'open',
  'replied',
  'answered',
  'resolved',
] as const;
export type DisputeState = (typeof disputeStates)[number];

export const disputeSteps = [
  'confirm',
  'accept',
  'decline',
  'reply',
  'approve-reply',
  'return-reply',
  'resolve',
] as const;
export type DisputeStep = (typeof disputeSteps)[number];

/** Where everybody sees the mark »omstridt«. A resolved one is still told of, without the mark. */
export const disputedStates = ['open', 'replied', 'answered'] as const satisfies readonly DisputeState[];

/** The days that the supplier has for its reply before the dispute may be resolved without one. */
export const replyDays = 21;

interface Move {
  from: readonly DisputeState[];
  to: DisputeState;
  by: 'disputer' | 'coordinator' | 'supplier';
}

const moves: Readonly<Record<DisputeStep, Move>> = {
  confirm: { from: ['unconfirmed'], to: 'received', by: 'disputer' },
  accept: { from: ['received'], to: 'open', by: 'coordinator' },
  decline: { from: ['received'], to: 'declined', by: 'coordinator' },
  reply: { from: ['open'], to: 'replied', by: 'supplier' },
  'approve-reply': { from: ['replied'], to: 'answered', by: 'coordinator' },
  'return-reply': { from: ['replied'], to: 'open', by: 'coordinator' },
  resolve: { from: ['open', 'answered'], to: 'resolved', by: 'coordinator' },
};

export type DisputeRefusal = 'role-required' | 'dispute-step-not-possible' | 'dispute-reply-not-due';

export interface DisputeFacts {
  state: DisputeState;
  /** Of the product now. */
  supplierId: string;
  replyDueAt: Date | null;
  now: Date;
}

/**
 * Where a step leads.
 * @param actor null: whoever holds the link of the mail
 * @param mayReply whether the actor may bind the supplier for this product (see supplier-rights.ts)
 */
export function takeStep(
  facts: DisputeFacts,
  step: DisputeStep,
  actor: Actor | null,
  mayReply: boolean,
): Result<DisputeState, DisputeRefusal> {
  const move = moves[step];
  if (!isBy(move.by, facts, actor, mayReply)) return refuse('role-required');
  if (!move.from.includes(facts.state)) return refuse('dispute-step-not-possible');
  if (step === 'resolve' && facts.state === 'open' && facts.replyDueAt !== null && facts.replyDueAt > facts.now) {
    return refuse('dispute-reply-not-due');
  }
  return ok(move.to);
}

function isBy(by: Move['by'], { supplierId }: DisputeFacts, actor: Actor | null, mayReply: boolean): boolean {
  if (by === 'disputer') return actor === null;
  if (by === 'supplier') return mayReply && actor?.supplierId === supplierId;
  return hasRole(actor, 'coordinator');
}

/** The steps that an actor has a button for now. */
export function listSteps(facts: DisputeFacts, actor: Actor, mayReply: boolean): DisputeStep[] {
  return disputeSteps.filter((step) => takeStep(facts, step, actor, mayReply).ok);
}
