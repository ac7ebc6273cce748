import type { QuestionInstance } from '~/workflows/questionnaire/instances';
import type { Given } from '../profile';
import { caseAnswers } from './case-answers';
import { generalAnswers } from './general-answers';
import { groupAnswers } from './group-answers';
import { interfaceAnswers } from './interface-answers';
import { registerAnswers } from './register-answers';
import type { Writing } from './writing';

/** What a product's supplier answers to a question; by the question's id. */
export type Book = Readonly<Record<string, (writing: Writing) => Given | null>>;

const book: Book = { ...generalAnswers, ...groupAnswers, ...caseAnswers, ...registerAnswers };

/**
 * Writes one answer.
 * @throws when a required question has nothing to say: the questionnaire has moved on and the demo has not
 */
export function writeAnswer(writing: Writing, { key, question, interfaceId }: QuestionInstance): Given | null {
  const own = writing.said.get(key);
  if (own) return own;
  if (interfaceId !== null) {
    const answer = interfaceAnswers[question.id];
    if (!answer) throw new Error(`The demo has no answer to ${question.id}.`);
    return answer(writing, interfaceId);
  }
  const answer = book[question.id];
  if (answer) return answer(writing);
  if (question.required) throw new Error(`The demo has no answer to ${question.id}.`);
  return null;
}
