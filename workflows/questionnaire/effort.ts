import type { Completeness, SectionProgress } from './completeness';
import type { Question } from './definition';

/** Minutes that an answer and a piece of evidence take, as a rule of thumb. */
const perAnswer = 2;
const perEvidence = 5;

/** Longer pauses are not work: somebody was at lunch. In minutes. */
const longestPause = 15;
/** How many answers say something of a pace; below that the rule of thumb is better. */
const enoughAnswers = 10;

/**
 * The pace of whoever answers, out of when they saved: the middle of the times between saves that are not pauses,
 * each shared between the answers that were saved together.
 * @param savedAt one moment per answer, in any order
 * @returns minutes per answer, between half a minute and ten; the rule of thumb when there is too little to tell
 */
export function paceOf(savedAt: readonly Date[]): number {
  const saves = groupSaves(savedAt.map((at) => at.getTime() / 60_000).sort((a, b) => a - b));
  const paces = saves.flatMap(({ at, answers }, index) => {
    const gap = at - (saves[index - 1]?.at ?? at - longestPause - 1);
    return gap > longestPause ? [] : Array.from({ length: answers }, () => gap / answers);
  });
  if (paces.length < enoughAnswers) return perAnswer;
  const middle = paces.sort((a, b) => a - b)[Math.floor(paces.length / 2)] ?? perAnswer;
  return Math.min(10, Math.max(0.5, middle));
}

/** Answers within ten seconds were saved together. @param minutes in order */
function groupSaves(minutes: readonly number[]): { at: number; answers: number }[] {
  const saves: { at: number; answers: number }[] = [];
  for (const at of minutes) {
    const last = saves.at(-1);
    if (last && at - last.at < 1 / 6) last.answers += 1;
    else saves.push({ at, answers: 1 });
  }
  return saves;
}

/**
 * A rough guess of the time it takes to do what is still missing, optional questions not counted.
 * @param pace minutes per answer; see `paceOf`
 * @returns minutes; 0 when nothing is missing
 */
export function minutesLeft({ sections }: Pick<Completeness, 'sections'>, pace: number = perAnswer): number {
  return sections.reduce((sum, section) => sum + minutesOf(section, pace), 0);
}

function minutesOf(
  { required, requiredAnswered, evidenceRequired, evidenceAttached }: SectionProgress,
  pace: number,
): number {
  return (required - requiredAnswered) * pace + (evidenceRequired - evidenceAttached) * perEvidence;
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

/** The figures of all sections together. @param pace minutes per answer; see `paceOf` */
export function progressOf(completeness: Pick<Completeness, 'sections'>, pace: number = perAnswer): Progress {
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
    minutesLeft: minutesLeft(completeness, pace),
  };
}
