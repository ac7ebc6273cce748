/**
 * A municipality's own statement that it runs a product with an interface in production. Days are yyyy-mm-dd in
 * Copenhagen.
 */
import { type Actor, hasRole } from './actor';
import { ok, type Result, refuse } from './refusal';
import { addMonths } from './validity';
import { municipalRoles, type SupportLevel } from './words';
import { addDays } from './working-days';

/** How many months it holds, from the day on which it is given or renewed. */
export const attestationMonths = 12;

/** From so many days before its end the municipality is asked to renew it. */
export const attestationNoticeDays = 60;

/** What is only promised cannot be in production; a supplier that says "ready" may not know of its first user yet. */
export const attestableLevels = ['in_production', 'ready'] as const satisfies readonly SupportLevel[];

export function isAttestable(level: SupportLevel): boolean {
  return attestableLevels.some((each) => each === level);
}

/** The days from which and until which, both included, it holds. */
export interface AttestedPeriod {
  confirmedOn: string;
  validTo: string;
}

/** Whether it holds on a day. */
export function holdsOn({ confirmedOn, validTo }: AttestedPeriod, day: string): boolean {
  return confirmedOn <= day && day <= validTo;
}

/** The last day of one that is given today. */
export function attestedUntil(today: string): string {
  return addMonths(today, attestationMonths);
}

export const attestationStates = ['valid', 'ends-soon', 'ended'] as const;
export type AttestationState = (typeof attestationStates)[number];

export function attestationStateOn({ validTo }: Pick<AttestedPeriod, 'validTo'>, today: string): AttestationState {
  if (validTo < today) return 'ended';
  return addDays(validTo, -attestationNoticeDays) <= today ? 'ends-soon' : 'valid';
}

/** Somebody who speaks for a municipality. */
export type Attester = Actor & { municipalityCode: string };

export function mayAttest(actor: Actor): actor is Attester {
  return actor.municipalityCode !== null && hasRole(actor, ...municipalRoles);
}

export type AttestationRefusal =
  | 'role-required'
  | 'conflict-of-interest'
  | 'attestation-not-public'
  | 'attestation-date-wrong'
  | 'attestation-given-already';

export interface AttestationFacts {
  /** The approved support level; undefined where nothing about the interface is public. */
  level: SupportLevel | undefined;
  /** Whether the actor has declared a conflict of interest with the supplier. */
  hasConflict: boolean;
  /** The end of the municipality's present one about the same, if it has one. */
  presentValidTo: string | undefined;
  today: string;
}

/** @returns the last day on which it will hold */
export function decideAttestation(
  actor: Actor,
  { level, hasConflict, presentValidTo, today }: AttestationFacts,
  sinceOn: string,
): Result<{ validTo: string }, AttestationRefusal> {
  if (!mayAttest(actor)) return refuse('role-required');
  if (hasConflict) return refuse('conflict-of-interest');
  if (level === undefined || !isAttestable(level)) return refuse('attestation-not-public');
  if (!isDay(sinceOn) || sinceOn > today || sinceOn < earliestUse) return refuse('attestation-date-wrong');
  if (presentValidTo !== undefined && presentValidTo >= today) return refuse('attestation-given-already');
  return ok({ validTo: attestedUntil(today) });
}

/** Before the first of the interfaces was there. */
const earliestUse = '2000-01-01';

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
