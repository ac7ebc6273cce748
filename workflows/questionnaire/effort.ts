import type { Completeness, SectionProgress } from './completeness';

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
