import { type Actor, hasRole } from './actor';
import type { Refusal } from './refusal';
import { canEditAnswers } from './supplier-rights';

/** Who reads a thread: `shared` the supplier too, `internal` reviewers, the coordinator and the auditor alone. */
export const threadAudiences = ['shared', 'internal'] as const;
export type ThreadAudience = (typeof threadAudiences)[number];

/** The longest message, in characters. */
export const messageLimit = 4_000;

/** A thread as one of its readers sees it. JSON. */
export interface ThreadView {
  audience: ThreadAudience;
  /** ISO 8601; null: something is still to be answered. */
  resolvedAt: string | null;
  messages: ThreadMessageView[];
}

export interface ThreadMessageView {
  id: string;
  text: string;
  /** The supplier, a municipality, or the portal. */
  organisation: string;
  /** Only for readers who may know it: a reviewer's name for other reviewers. */
  person: string | null;
  isSupplier: boolean;
  /** Names of colleagues who were told of it; for reviewers alone. */
  mentions: string[];
  /** ISO 8601. */
  writtenAt: string;
}

export interface ThreadPlace {
  audience: ThreadAudience;
  supplierId: string;
  productId: string;
  /** The case is before its decision, or its decision is appealed. */
  isGoingOn: boolean;
}

/** On which side of a case somebody stands: the supplier's people write for it whatever else they are. */
export function sideOf(actor: Actor, supplierId: string): 'supplier' | 'review' | null {
  if (actor.supplierId === supplierId) return 'supplier';
  return hasRole(actor, 'reviewer', 'lead-reviewer', 'coordinator') ? 'review' : null;
}

/**
 * Why somebody may not write in a thread, if there is a reason. That a reviewer is free of conflicts is asked by the
 * command, which can look it up.
 */
export function findThreadRefusal(actor: Actor, place: ThreadPlace): Refusal | undefined {
  const side = sideOf(actor, place.supplierId);
  if (side === null) return { code: 'role-required' };
  if (side === 'supplier' && place.audience === 'internal') return { code: 'not-found' };
  if (side === 'supplier' && !canEditAnswers(actor, place.productId)) return { code: 'role-required' };
  return place.isGoingOn ? undefined : { code: 'thread-closed' };
}
