import type { AnswerValue } from '~/workflows/questionnaire/answer';
import type { Question } from '~/workflows/questionnaire/definition';
import type { Draft } from './edits';

/**
 * One answer made of two, where the question's type allows that: texts one after the other, lists united.
 * @returns null when only one of the two can stand, e.g. yes and no
 */
export function joinAnswers(
  { type }: Pick<Question, 'type'>,
  theirs: { value: AnswerValue; justification: string | null },
  mine: Draft,
): Draft | null {
  const value = joinValues(type, theirs.value, mine.value);
  if (value === undefined) return null;
  return { value, justification: joinTexts(theirs.justification ?? '', mine.justification ?? '', '\n\n') || null };
}

function joinValues(type: Question['type'], theirs: unknown, mine: unknown): unknown {
  if (JSON.stringify(theirs) === JSON.stringify(mine)) return theirs;
  if (typeof theirs === 'string' && typeof mine === 'string') {
    if (type === 'long_text') return joinTexts(theirs, mine, '\n\n');
    if (type === 'text') return joinTexts(theirs, mine, ' / ');
    return undefined;
  }
  const isList = type === 'multi_choice' || type === 'municipality_list' || type === 'kle_list';
  return isList && Array.isArray(theirs) && Array.isArray(mine) ? [...new Set([...theirs, ...mine])] : undefined;
}

function joinTexts(theirs: string, mine: string, between: string): string {
  if (theirs === '' || mine.includes(theirs)) return mine;
  return mine === '' || theirs.includes(mine) ? theirs : theirs + between + mine;
}
