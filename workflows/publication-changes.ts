import { canonicalJson } from './canonical-json';
import type { PublicAnswer, PublicationDocument } from './publication';

/** What became of one answer from one publication to another: only there before, only there after, or in both. */
export interface AnswerChange {
  key: string;
  before: PublicAnswer | null;
  after: PublicAnswer | null;
}

export interface PublicationChanges {
  /** In the order of the later publication; answers that only the earlier one has come last. */
  answers: AnswerChange[];
  /** Answers that say the same in both. */
  unchanged: number;
}

/** What a publication says that another one does not: by what was answered, not by who approved it when. */
export function changesBetween(before: PublicationDocument, after: PublicationDocument): PublicationChanges {
  const earlier = new Map(before.answers.map((answer) => [answer.key, answer]));
  const later = new Set(after.answers.map(({ key }) => key));
  const both = after.answers.map((answer) => ({
    key: answer.key,
    before: earlier.get(answer.key) ?? null,
    after: answer,
  }));
  const gone = before.answers
    .filter(({ key }) => !later.has(key))
    .map((answer) => ({ key: answer.key, before: answer, after: null }));
  const answers = [...both, ...gone].filter(({ before: one, after: other }) => !saysTheSame(one, other));
  return { answers, unchanged: both.length + gone.length - answers.length };
}

/** Since when an answer has said what it says now, and how often it said something else before. */
export interface AnswerAge {
  answer: PublicAnswer;
  /** The publication in which it said so first, without a break since. */
  since: number;
  /** How many publications changed what it said, or left it out; that it came new is no change. */
  changes: number;
}

/** @param documents of one product, oldest first; the last is the one whose answers are told of */
export function agesOfAnswers(documents: readonly PublicationDocument[]): AnswerAge[] {
  const present = documents.at(-1);
  if (!present) return [];
  const byKey = documents.map(({ answers }) => new Map(answers.map((answer) => [answer.key, answer])));
  return present.answers.map((answer) => {
    let since = present.number;
    let changes = 0;
    let isUnbroken = true;
    for (let index = documents.length - 2; index >= 0; index -= 1) {
      const [older, newer] = [byKey[index]?.get(answer.key) ?? null, byKey[index + 1]?.get(answer.key) ?? null];
      const isSame = saysTheSame(older, newer);
      if (!isSame && older !== null) changes += 1;
      isUnbroken &&= isSame;
      if (isUnbroken) since = documents[index]?.number ?? since;
    }
    return { answer, since, changes };
  });
}

/** What one publication did to an answer: told it first or again, said something else, left it out, or changed nothing. */
export type AnswerStep = 'new' | 'changed' | 'gone' | 'same';

export interface AnswerStage {
  /** The publication's. */
  number: number;
  step: AnswerStep;
  answer: PublicAnswer | null;
  /** What the publication before said. */
  before: PublicAnswer | null;
}

/**
 * The history of one answer, oldest first; publications from which it is away and was away before are not in it.
 * @param documents of one product, oldest first
 */
export function historyOfAnswer(documents: readonly PublicationDocument[], key: string): AnswerStage[] {
  let before: PublicAnswer | null = null;
  return documents.flatMap(({ number, answers }) => {
    const answer = answers.find((each) => each.key === key) ?? null;
    const stage = { number, step: stepBetween(before, answer), answer, before };
    before = answer;
    return stage.answer === null && stage.before === null ? [] : [stage];
  });
}

function stepBetween(before: PublicAnswer | null, after: PublicAnswer | null): AnswerStep {
  if (saysTheSame(before, after)) return 'same';
  if (before === null) return 'new';
  return after === null ? 'gone' : 'changed';
}

function saysTheSame(one: PublicAnswer | null, other: PublicAnswer | null): boolean {
  if (one === null || other === null) return one === other;
  return canonicalJson(saidBy(one)) === canonicalJson(saidBy(other));
}

function saidBy({ value, justification, remark, evidence }: PublicAnswer) {
  return { value, justification, remark, evidence };
}
