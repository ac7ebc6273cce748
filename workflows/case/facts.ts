import type { Outcome } from '../words';

/** What stands in the verdicts on the answers of the present submission, carried ones included. */
export interface VerdictSummary {
  total: number;
  approved: number;
  /** Needs elaboration, or rejected. */
  notApproved: number;
  /** Not approved and without a reason; the database refuses such rows, the machine does not rely on that. */
  withoutReason: number;
  /** Answers of each section that no verdict stands on. */
  unjudgedBySection: Readonly<Record<string, number>>;
}

/** What the machine cannot know from its own state. The command loads it in the transaction that moves the case. */
export interface CaseFacts {
  /** The actor has declared a conflict of interest with the supplier. */
  hasConflict: boolean;
  /** The actor, or the municipality they act for, is part of the supplier. */
  belongsToSupplier: boolean;
  /** The actor has given a verdict in this case, whoever closed the section. */
  hasJudged: boolean;
  /** How much is missing before the declaration can be sent. */
  missingAnswers: number;
  /** Interfaces that a reviewer demands and the supplier has not declared yet. */
  scopeDemands: number;
  /** The municipality that a `route` names exists. */
  isKnownMunicipality: boolean;
  /** The municipality that a `route` names has a lead reviewer who may decide on the supplier; true where it names none. */
  hasLead: boolean;
  /** Whoever a `route` names reviews there and may judge the supplier; true where it names nobody. */
  isAssignable: boolean;
  verdicts: VerdictSummary;
}

export const noVerdicts: VerdictSummary = {
  total: 0,
  approved: 0,
  notApproved: 0,
  withoutReason: 0,
  unjudgedBySection: {},
};

/** Facts of a case about which nothing is special. */
export const plainFacts: CaseFacts = {
  hasConflict: false,
  belongsToSupplier: false,
  hasJudged: false,
  missingAnswers: 0,
  scopeDemands: 0,
  isKnownMunicipality: true,
  hasLead: true,
  isAssignable: true,
  verdicts: noVerdicts,
};

export interface Proposal {
  outcome: Outcome;
  reasons: string;
  proposedBy: string;
}

/** What the machine remembers; JSON, kept with the case. */
export interface CaseContext {
  supplierId: string;
  /** The municipality that decides; null until the case is routed. */
  municipalityCode: string | null;
  /** Who is to handle it there. Missing in cases that are older than this. */
  assigneeId?: string | null;
  submissionId: string | null;
  /** The sections with answers in the present submission. */
  sections: readonly string[];
  /** Sections with nothing (left) to look at: assessed, carried over, or without answers. */
  settled: readonly string[];
  carried: readonly string[];
  /** Who claimed which section last, by section. */
  claims: Readonly<Record<string, string>>;
  /** Everybody who ever assessed a section of this case. */
  assessors: readonly string[];
  /** Everybody who acted in this case for the municipalities or the portal. */
  participants: readonly string[];
  /** The end of the present clock, ISO 8601. */
  dueAt: string | null;
  proposal: Proposal | null;
  /** The decision's outcome, once there is one. */
  outcome: Outcome | null;
  /** Where a suspended case returns to. */
  suspendedFrom: SuspendableState | null;
}

export const suspendableStates = ['approved', 'partially-approved', 'expiring', 'upheld'] as const;
export type SuspendableState = (typeof suspendableStates)[number];
