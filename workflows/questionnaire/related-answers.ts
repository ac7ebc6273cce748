import { type Answer, type AnswerValue, isEmpty } from './answer';
import { type Catalogue, keyOf, type QuestionInstance, type QuestionKey, splitKey } from './instances';
import { openQuestions } from './reachability';
import type { RenewalCost } from './renewal-cost';
import { fatesOf, originsOf, type QuestionRelation, type VersionMapping } from './version-mapping';

/** An answer to the version before. */
export interface EarlierAnswer {
  key: QuestionKey;
  value: AnswerValue;
  justification: string | null;
}

/** An answer that the new version needs anew. */
export interface AnswerNeeded {
  key: QuestionKey;
  relation: Exclude<QuestionRelation, 'retired'>;
  /** What was answered before, to start from; empty: nothing. */
  earlier: EarlierAnswer[];
}

/** One declaration's answers, seen from a new version. Keys are in the new questionnaire's order. */
export interface RelatedAnswers {
  /** Keep their value, and the verdict that is tied to them. */
  carried: QuestionKey[];
  /** Still fit, but a person has to say so, with one click. */
  toConfirm: EarlierAnswer[];
  /** What has to be answered: required and not answered, or answered before to a question that asks for more now. */
  toAnswer: AnswerNeeded[];
  /** New questions that may be answered. */
  optional: QuestionKey[];
  /** Answers to questions that are asked no more. */
  dropped: EarlierAnswer[];
}

interface RelateInput {
  mapping: VersionMapping;
  /** The declaration as it stands on the version before. */
  before: { open: ReadonlySet<QuestionKey>; answers: ReadonlyMap<QuestionKey, Answer> };
  /** Every question of the new version for its scope. */
  after: readonly QuestionInstance[];
  catalogue: Catalogue;
}

/**
 * What moving one declaration to a new version comes to. Questions that open only once another is confirmed count as
 * open already: the supplier is to see the whole of it.
 */
export function relateAnswers({ mapping, before, after, catalogue }: RelateInput): RelatedAnswers {
  const origins = originsOf(mapping);
  const kept = answersThatStay(mapping, before.answers);
  const open = openQuestions({ instances: after, answers: kept, catalogue });
  const related: RelatedAnswers = { carried: [], toConfirm: [], toAnswer: [], optional: [], dropped: [] };
  for (const { key, question, interfaceId } of after) {
    const origin = origins.get(question.id);
    if (!open.has(key) || !origin) continue;
    const earlier = origin.from.flatMap((id) => earlierAt(keyOf(id, interfaceId), before.answers));
    if (origin.relation === 'unchanged' && earlier.length > 0) related.carried.push(key);
    else if (origin.relation === 'reworded' && earlier.length > 0) related.toConfirm.push(...earlier);
    else if (question.required || earlier.length > 0) {
      related.toAnswer.push({ key, relation: origin.relation, earlier });
    } else if (origin.relation === 'new') related.optional.push(key);
  }
  const fates = fatesOf(mapping);
  const retired = [...before.open].filter((key) => fates.get(splitKey(key).questionId) === 'retired');
  related.dropped = retired.flatMap((key) => earlierAt(key, before.answers));
  return related;
}

/** Conditions of the new version look at these: what carries over, and what will be confirmed. */
function answersThatStay(mapping: VersionMapping, answers: ReadonlyMap<QuestionKey, Answer>): Map<QuestionKey, Answer> {
  const fates = fatesOf(mapping);
  return new Map(
    [...answers].filter(([key]) => {
      const fate = fates.get(splitKey(key).questionId);
      return fate === 'unchanged' || fate === 'reworded';
    }),
  );
}

function earlierAt(key: QuestionKey, answers: ReadonlyMap<QuestionKey, Answer>): EarlierAnswer[] {
  const answer = answers.get(key);
  if (!answer || (isEmpty(answer.value) && answer.evidenceCount === 0)) return [];
  return [{ key, value: answer.value, justification: answer.justification }];
}

/**
 * The answers that must not stand as they are when a declaration moves: their question keeps its id but not its words.
 * Also those behind a closed condition and outside the scope, which may come back.
 */
export function listSetAside(
  mapping: VersionMapping,
  answers: ReadonlyMap<QuestionKey, Answer>,
): (EarlierAnswer & { relation: 'reworded' | 'stricter' })[] {
  const fates = fatesOf(mapping);
  return [...answers].flatMap(([key, { value, justification }]) => {
    const relation = fates.get(splitKey(key).questionId);
    if (relation !== 'reworded' && relation !== 'stricter') return [];
    return value === null && justification === null ? [] : [{ key, value, justification, relation }];
  });
}

export function costOf(all: readonly RelatedAnswers[]): RenewalCost {
  const sum = (of: (related: RelatedAnswers) => number) => all.reduce((total, related) => total + of(related), 0);
  const carried = sum((related) => related.carried.length);
  const toConfirm = sum((related) => related.toConfirm.length);
  const toAnswer = sum((related) => related.toAnswer.length);
  return {
    declarations: all.length,
    answers: carried + toConfirm + toAnswer,
    carried,
    toConfirm,
    toAnswer,
    dropped: sum((related) => related.dropped.length),
  };
}
