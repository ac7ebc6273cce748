import { type ComparableAnswer, isOwnFact, isSameAnswer } from './proposal';
import type { QuestionKey } from './questionnaire/instances';

/**
 * Products that answer alike: one declaration is the source, and the others inherit from it. A change at the source is
 * offered to them as proposals. "The same as …, except": what a member excepts, it answers for itself.
 */

/** A part of a declaration: a question's key, `section:<id>` or `interface:<id>`. */
export type FamilyPart = string;

/** What a member answers for itself, and why. */
export interface FamilyException {
  part: FamilyPart;
  reason: string;
}

/** A question as far as exceptions can be about it. */
export interface PlacedQuestion {
  key: QuestionKey;
  sectionId: string;
  interfaceId: string | null;
}

export const sectionPart = (sectionId: string): FamilyPart => `section:${sectionId}`;
export const interfacePart = (interfaceId: string): FamilyPart => `interface:${interfaceId}`;

/** The narrowest exception that a question falls under; undefined: it is inherited. */
export function findException(
  exceptions: readonly FamilyException[],
  { key, sectionId, interfaceId }: PlacedQuestion,
): FamilyException | undefined {
  const parts = [key, ...(interfaceId === null ? [] : [interfacePart(interfaceId)]), sectionPart(sectionId)];
  return parts.flatMap((part) => exceptions.find((exception) => exception.part === part) ?? [])[0];
}

/** How a member's answer stands to the source's. */
export type Inheritance = 'same' | 'differs' | 'excepted';

/**
 * @param source the source's answer; undefined: it gives none
 * @param present the member's answer; undefined: it gives none yet
 * @returns undefined where there is nothing to tell: the source says nothing, the member nothing yet, or it is about the
 *   one product only
 */
export function inheritanceOf(
  key: QuestionKey,
  source: ComparableAnswer | undefined,
  present: ComparableAnswer | undefined,
  isExcepted: boolean,
): Inheritance | undefined {
  if (isOwnFact(key) || !source || source.value === null) return undefined;
  if (isExcepted) return 'excepted';
  if (!present || (present.value === null && present.justification === null)) return undefined;
  return isSameAnswer(source, present) ? 'same' : 'differs';
}
