import type { Completeness, SectionProgress } from './completeness';
import type { Question } from './definition';

/** Minutes that an answer and a piece of evidence take, as a rule of thumb. */
const perAnswer = 2;
const perEvidence = 5;

/**
 * A rough guess of the time it takes to do what is still missing, optional questions not counted.
 * @returns minutes; 0 when nothing is missing
 */
export function minutesLeft({ sections }: Pick<Completeness, 'sections'>): number {
  return sections.reduce((sum, section) => sum + minutesOf(section), 0);
}

function minutesOf({ required, requiredAnswered, evidenceRequired, evidenceAttached }: SectionProgress): number {
  return (required - requiredAnswered) * perAnswer + (evidenceRequired - evidenceAttached) * perEvidence;
}

/** The same guess for questions that nobody has answered yet, however many of them are asked in the end. */
export function minutesFor(questions: readonly Pick<Question, 'required' | 'type' | 'evidenceRequired'>[]): number {
  const required = questions.filter((question) => question.required);
  const withEvidence = required.filter(({ type, evidenceRequired }) => evidenceRequired || type === 'evidence');
  return required.length * perAnswer + withEvidence.length * perEvidence;
}

export interface Progress {
  required: number;
  requiredAnswered: number;
  optional: number;
  optionalAnswered: number;
  evidenceRequired: number;
  evidenceAttached: number;
  missing: number;
  minutesLeft: number;
}

/** The figures of all sections together. */
export function progressOf(completeness: Pick<Completeness, 'sections'>): Progress {
  const sum = (pick: (section: SectionProgress) => number) =>
    completeness.sections.reduce((total, section) => total + pick(section), 0);
  return {
    required: sum(({ required }) => required),
    requiredAnswered: sum(({ requiredAnswered }) => requiredAnswered),
    optional: sum(({ questions, required }) => questions - required),
    optionalAnswered: sum(({ answered, requiredAnswered }) => answered - requiredAnswered),
    evidenceRequired: sum(({ evidenceRequired }) => evidenceRequired),
    evidenceAttached: sum(({ evidenceAttached }) => evidenceAttached),
    missing: sum(({ missing }) => missing.length),
    minutesLeft: minutesLeft(completeness),
  };
}
