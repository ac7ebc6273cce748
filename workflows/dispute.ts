import { type Actor, hasRole } from './actor';
import { mayAttest } from './attestation';
import { ok, type Result, refuse } from './refusal';

/** In characters. */
export const disputeLimits = { name: 200, organisation: 200, reason: 4_000, evidence: 2_000, text: 4_000 } as const;

/**
 * The course of a public dispute. Somebody disagrees with a published answer and confirms their mail (`received`); the
 * coordinator declines it or opens it, which makes it public; the supplier replies (right of reply); the coordinator
 * approves the reply; and it ends as resolved, with what came of it.
 *
 * A contradiction is a dispute that a municipality begins: the answer says in production, and it states that it does not
 * run it (`contradicted`). Both have a task with a clock before anybody else hears of it. The supplier replies
 * (`contested`), the municipality takes its statement back (`settled`) or stands by it; where the two do not agree in
 * time it is public, and goes on as every dispute does.
 */
export const disputeStates = [
  'contradicted',
  'contested',
  'settled',
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
  'contest',
  'retract',
  'stand-by',
  'lapse',
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

/** The working days that each side of a contradiction has, before it is public. */
export const contradictionDays = 10;

/** Where the clock of a contradiction runs, and nobody but the two sides and the portal knows of it. */
export const contradictionStates = ['contradicted', 'contested'] as const satisfies readonly DisputeState[];

interface Move {
  from: readonly DisputeState[];
  to: DisputeState;
  by: 'disputer' | 'coordinator' | 'supplier' | 'municipality' | 'clock';
}

const moves: Readonly<Record<DisputeStep, Move>> = {
  contest: { from: ['contradicted'], to: 'contested', by: 'supplier' },
  retract: { from: ['contradicted', 'contested'], to: 'settled', by: 'municipality' },
  'stand-by': { from: ['contested'], to: 'replied', by: 'municipality' },
  // Where it leads depends on what is public then: see lapseOf.
  lapse: { from: ['contradicted', 'contested'], to: 'open', by: 'clock' },
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
  /** Whose statement a contradiction is; null for every other dispute. */
  municipalityCode: string | null;
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

function isBy(
  by: Move['by'],
  { supplierId, municipalityCode }: DisputeFacts,
  actor: Actor | null,
  mayReply: boolean,
): boolean {
  if (by === 'disputer' || by === 'clock') return actor === null;
  if (by === 'municipality') return actor !== null && mayAttest(actor) && actor.municipalityCode === municipalityCode;
  if (by === 'supplier') return mayReply && actor?.supplierId === supplierId;
  return hasRole(actor, 'coordinator');
}

/** The steps that an actor has a button for now. */
export function listSteps(facts: DisputeFacts, actor: Actor, mayReply: boolean): DisputeStep[] {
  return disputeSteps.filter((step) => takeStep(facts, step, actor, mayReply).ok);
}

/**
 * Where a contradiction goes when its clock has run out.
 * @param isInProduction whether the public answer still says so: a supplier that corrected it has settled the matter
 */
export function lapseOf(state: DisputeState, isInProduction: boolean): DisputeState {
  if (!isInProduction) return 'settled';
  return state === 'contested' ? 'replied' : 'open';
}
