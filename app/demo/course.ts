import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { Outcome, VerdictKind } from '~/workflows/words';
import type { Place } from './cast';
import type { Given, Support } from './profile';
import type { Sharing } from './sharing';

/** What a reviewer holds of one answer, where it is not simply accepted. */
export interface Finding {
  at: QuestionKey;
  kind: Exclude<VerdictKind, 'accepted'>;
  reason: string;
}

/** What a supplier corrects. */
export interface Revision {
  support?: Readonly<Record<string, Support>>;
  answers?: Readonly<Record<QuestionKey, Given>>;
  /** Answers that get another piece of evidence. */
  evidence?: readonly QuestionKey[];
  /** A renewal: version, tests and certificates are stated anew. */
  isRenewal?: boolean;
}

type Action =
  | { do: 'create' | 'begin' | 'scope' | 'submit' | 'confirm' | 'reopen' | 'expire-soon' | 'expire' }
  /** Every section, or the first of them. */
  | { do: 'answer'; sections?: number }
  /** Moves to the newest version of the questionnaire; then accepts the earlier answers and gives the missing ones. */
  | { do: 'renew' | 'settle' }
  | { do: 'revise'; revision: Revision }
  | Sharing
  | { do: 'route'; to: Place }
  /** A rule has sent it there as it was submitted. */
  | { do: 'routed'; to: Place }
  | { do: 'return-incomplete' | 'request-changes'; note: string; workingDays: number }
  /** Takes the first sections that wait, and closes some of them. */
  | { do: 'start-review'; claim: number; assess: number; findings?: readonly Finding[] }
  | { do: 'review'; findings?: readonly Finding[] }
  | { do: 'demand'; interfaceId: string; reason: string }
  /** By the municipality's first lead, or the second. */
  | { do: 'propose'; outcome: Outcome; reasons?: string; by?: 0 | 1 }
  | { do: 'return' | 'answer-hearing' | 'withdraw' | 'suspend' | 'reinstate' | 'revoke' | 'appeal'; note: string }
  | { do: 'open-hearing'; note: string; workingDays: number }
  | { do: 'lapse' | 'close-hearing' }
  | { do: 'uphold' | 'overturn'; by: Place; note: string };

/** Something that happens to a product, and how many days before the day of loading. */
export type Step = Action & { daysAgo: number };

/** From the first word to the form sent and routed; the work took about three weeks. */
export function sent(daysAgo: number, to: Place): Step[] {
  return [
    { do: 'create', daysAgo: daysAgo + 24 },
    { do: 'begin', daysAgo: daysAgo + 23 },
    { do: 'scope', daysAgo: daysAgo + 22 },
    { do: 'answer', daysAgo: daysAgo + 9 },
    { do: 'submit', daysAgo },
    { do: 'route', to, daysAgo: daysAgo - 2 },
  ];
}

/** Proposal and second pair of eyes. */
export function decided(daysAgo: number, outcome: Outcome, reasons?: string): Step[] {
  return [
    { do: 'propose', outcome, ...(reasons ? { reasons } : {}), daysAgo: daysAgo + 2 },
    { do: 'confirm', daysAgo },
  ];
}

/** The straight way to an approval; the review took about five weeks. */
export function approved(daysAgo: number, by: Place, findings: readonly Finding[] = []): Step[] {
  return [...sent(daysAgo + 36, by), { do: 'review', findings, daysAgo: daysAgo + 9 }, ...decided(daysAgo, 'approved')];
}

/** The way over one round of changes. */
export function approvedAfterChanges(
  daysAgo: number,
  by: Place,
  round: { findings: readonly Finding[]; note: string; revision: Revision },
): Step[] {
  return [
    ...sent(daysAgo + 62, by),
    { do: 'review', findings: round.findings, daysAgo: daysAgo + 44 },
    { do: 'request-changes', note: round.note, workingDays: 20, daysAgo: daysAgo + 42 },
    { do: 'revise', revision: round.revision, daysAgo: daysAgo + 27 },
    { do: 'submit', daysAgo: daysAgo + 25 },
    { do: 'review', daysAgo: daysAgo + 12 },
    ...decided(daysAgo, 'approved'),
  ];
}

/** A renewal of what is published, in a new case; little moved, so it was quick. */
export function renewed(daysAgo: number, by: Place, revision: Revision, findings: readonly Finding[] = []): Step[] {
  return [
    { do: 'reopen', daysAgo: daysAgo + 30 },
    { do: 'revise', revision: { isRenewal: true, ...revision }, daysAgo: daysAgo + 24 },
    { do: 'submit', daysAgo: daysAgo + 22 },
    { do: 'route', to: by, daysAgo: daysAgo + 21 },
    { do: 'review', findings, daysAgo: daysAgo + 8 },
    ...decided(daysAgo, 'approved'),
  ];
}

/** Moved to the newest version of the questionnaire and sent; what is unchanged keeps its approval. */
export function moved(daysAgo: number, to: Place, routing: 'route' | 'routed' = 'route'): Step[] {
  return [
    { do: 'renew', daysAgo: daysAgo + 5 },
    { do: 'settle', daysAgo: daysAgo + 4 },
    { do: 'revise', revision: { isRenewal: true }, daysAgo: daysAgo + 3 },
    { do: 'submit', daysAgo },
    { do: routing, to, daysAgo: daysAgo - 1 },
  ];
}
