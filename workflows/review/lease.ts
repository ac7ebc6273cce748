/** A claimed section, as far as others may want it. */
export interface Lease {
  reviewerId: string;
  /** When the reviewer last did something in it: claimed it or gave a verdict. */
  workedAt: Date;
}

export interface LeaseRules {
  /** Hours without work after which others may take the section over. */
  leaseHours: number;
  /** The reviewer is away today. */
  isAway: boolean;
  /** Who stands in for the reviewer; null: nobody named. */
  substituteId: string | null;
}

/** When the lease ends if nothing more is done. */
export function leaseEndsAt({ workedAt }: Lease, { leaseHours }: Pick<LeaseRules, 'leaseHours'>): Date {
  return new Date(workedAt.getTime() + leaseHours * 3_600_000);
}

/**
 * Whether somebody may take a claimed section over: after the lease has ended anybody; while its reviewer is away the
 * substitute, or anybody where none is named. Whether they may review at all is the machine's to say.
 */
export function mayTakeOver(lease: Lease, rules: LeaseRules, personId: string, now: Date): boolean {
  if (lease.reviewerId === personId) return false;
  if (now.getTime() >= leaseEndsAt(lease, rules).getTime()) return true;
  return rules.isAway && (rules.substituteId === null || rules.substituteId === personId);
}
