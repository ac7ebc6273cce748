import type { PublicAnswer } from './publication';
import type { Rung } from './words';

export interface RungFacts {
  evidence: readonly Pick<PublicAnswer['evidence'][number], 'observedOn' | 'validTo'>[];
  /** Whether a reviewer approved the answer. */
  isReviewed: boolean;
  /** Machine checks of the evidence that are still valid: the day until which each holds, yyyy-mm-dd. */
  checksValidTo?: readonly string[];
  /** Municipalities' own statements of use: the day until which each holds, yyyy-mm-dd. */
  attestationsValidTo?: readonly string[];
}

/**
 * How far an approved answer is proven on a day. Each rung stands on the one before: what is documented needs
 * evidence that has not run out; so a rung falls by itself when what carries it expires.
 * @param today yyyy-mm-dd in Copenhagen
 */
export function rungOf(facts: RungFacts, today: string): Rung {
  const isValid = (until: string | null) => until === null || until >= today;
  const isDocumented = facts.evidence.some(({ validTo }) => isValid(validTo));
  if (!isDocumented) return 'claimed';
  if (!facts.isReviewed) return 'documented';
  if (facts.attestationsValidTo?.some(isValid)) return 'in-use';
  if (facts.checksValidTo?.some(isValid)) return 'checked';
  return 'reviewed';
}
