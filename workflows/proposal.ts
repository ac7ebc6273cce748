import { canonicalJson } from './canonical-json';
import type { AnswerValue } from './questionnaire/answer';

/** Where a proposal can come from. Nothing of these changes an answer; a person does. */
export const proposalOrigins = [
  'import',
  'api',
  'copy',
  'family',
  'library',
  'well-known',
  'renewal',
  'evidence',
] as const;
export type ProposalOrigin = (typeof proposalOrigins)[number];

/** What became of a proposal: a newer one of the same origin supersedes one that nobody had decided on. */
export type ProposalFate = 'accepted' | 'declined' | 'superseded';

/** What the supplier is told about where a proposal comes from; which of these are there depends on the origin. */
export interface ProposalOriginDetails {
  fileName?: string;
  /** The evidence whose file it was read in. */
  evidenceId?: string;
  tokenName?: string;
  url?: string;
  /** The product it was taken from, and that answer's version then. */
  productName?: string;
  declarationId?: string;
  answerVersion?: number;
  /** The family, or the text of the library. */
  familyId?: string;
  familyName?: string;
  libraryTextId?: string;
  libraryTitle?: string;
  libraryVersion?: number;
  /** The versions of the questionnaire, on renewal. */
  fromVersion?: string;
  toVersion?: string;
}

/** An answer, as far as two can be compared. */
export interface ComparableAnswer {
  value: AnswerValue;
  justification: string | null;
}

/**
 * How a proposal stands to what is there: `same` changes nothing; `proposed` fills an empty place; `overrides` would
 * replace what somebody wrote; `disagrees` says something else than what a municipality has approved.
 */
export const proposalRelations = ['same', 'proposed', 'overrides', 'disagrees'] as const;
export type ProposalRelation = (typeof proposalRelations)[number];

/**
 * @param present the answer in the declaration now; undefined: none was given
 * @param published the answer that is approved and public; undefined: none is
 */
export function relateProposal(
  present: ComparableAnswer | undefined,
  published: ComparableAnswer | undefined,
  proposed: ComparableAnswer,
): ProposalRelation {
  if (isSameAnswer(present ?? nothing, proposed)) return 'same';
  if (published && !isSameAnswer(published, proposed)) return 'disagrees';
  return isSameAnswer(present ?? nothing, nothing) ? 'proposed' : 'overrides';
}

const nothing: ComparableAnswer = { value: null, justification: null };

export function isSameAnswer(a: ComparableAnswer, b: ComparableAnswer): boolean {
  return a.justification === b.justification && canonicalJson(a.value) === canonicalJson(b.value);
}

/**
 * Questions that are about the one product and no other, however alike two products are: its name, numbers and dates,
 * and the municipalities that use it. They are not fetched from another product.
 */
const ownFacts: ReadonlySet<string> = new Set([
  'gen-product-name',
  'gen-former-name',
  'gen-kitos-uuid',
  'gen-supplier-cvr',
  'gen-description',
  'gen-product-type',
  'gen-kle',
  'gen-version',
  'gen-lifecycle',
  'gen-eol-date',
  'gen-repo-url',
  'gen-municipalities',
  'if-municipalities',
  'if-since',
  'if-tested',
  'if-confirmed',
]);

/** @param key of a question; those of the interface template are about how alike products work, and can be fetched */
export function isOwnFact(key: string): boolean {
  return ownFacts.has(key.split('@')[0] ?? key);
}
