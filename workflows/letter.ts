import type { Outcome, Text, VerdictKind } from './words';

/** What a letter tells of: the decision, or how the appeal against it was ruled on. */
export const letterSubjects = ['decision', 'upheld', 'overturned'] as const;
export type LetterSubjectKind = (typeof letterSubjects)[number];

/** How an appeal was ruled on. */
export interface LetterRuling {
  as: Exclude<LetterSubjectKind, 'decision'>;
  /** The municipality of whoever ruled, who took no part in the decision. */
  municipality: string;
  /** The day that the decision was made, and that the appeal came: ISO 8601. */
  decidedAt: string;
  appealedAt: string | null;
  /** The supplier's reasons for the appeal. */
  appeal: string | null;
  reasons: string;
}

/** What a letter of decision says, as facts: frozen when the decision is made, so that later changes reach no letter. */
export interface LetterFacts {
  caseNumber: string;
  submissionNumber: number;
  /** ISO 8601. */
  submittedAt: string;
  product: string;
  supplier: { name: string; cvr: string };
  municipality: string;
  outcome: Outcome;
  /** The decision's own reasons. */
  reasons: string | null;
  questionnaire: { title: Text; version: string };
  counts: { answers: number; approved: number };
  /** Answers whose verdict says more than "accepted", in the questionnaire's order. */
  answers: LetterAnswer[];
  /** What the supplier was heard about, oldest first; letters from before there was this say nothing of it. */
  hearings?: LetterHearing[];
  /** In a letter about an appeal. */
  ruling?: LetterRuling;
}

export interface LetterHearing {
  /** ISO 8601. */
  openedAt: string;
  statement: string;
  /** Null: the supplier did not answer. */
  reply: { text: string; at: string } | null;
}

export interface LetterAnswer {
  section: Text;
  /** With its name, where the answer is about an interface. */
  interface: { id: string; name: Text } | null;
  question: Text;
  kind: Exclude<VerdictKind, 'accepted'>;
  reason: string;
}

/** A letter in words: what the page and the file both show, block by block. */
export interface LetterDocument {
  language: 'da' | 'en';
  title: string;
  /** ISO 8601: the moment that it is dated. */
  datedAt: string;
  /** By which anybody can check it; null while it is a preview. */
  code: string | null;
  blocks: LetterBlock[];
}

export type LetterBlock =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'facts'; rows: { name: string; value: string }[] }
  | { kind: 'answer'; question: string; verdict: string; reason: string };

/** Crockford's: without signs that are taken for others when somebody reads them aloud. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param random at least 12 random bytes @returns a code of 60 bits, such as `K7QF-3M2P-9XTD` */
export function letterCode(random: Uint8Array): string {
  const text = [...random.slice(0, 12)].map((byte) => signs[byte % 32]).join('');
  return [text.slice(0, 4), text.slice(4, 8), text.slice(8, 12)].join('-');
}

/** @returns a code as it is stored, however somebody typed it; null: it cannot be one */
export function readLetterCode(typed: string): string | null {
  const text = typed.slice(0, 40).toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (text.length !== 12 || [...text].some((sign) => !signs.includes(sign))) return null;
  return [text.slice(0, 4), text.slice(4, 8), text.slice(8, 12)].join('-');
}
