import { approvingVerdicts, type VerdictKind } from '../words';

/** A verdict that was given on an earlier submission of the same declaration and still counts. */
export interface EarlierVerdict {
  id: string;
  questionKey: string;
  answerHash: string;
  kind: VerdictKind;
  givenAt: Date;
}

export interface Delta {
  /** The approving verdict that carries over, by question key. */
  carried: Map<string, string>;
  /** Keys of the answers that a reviewer has to look at, in order. */
  moved: string[];
  /** Sections with answers, in order. */
  sections: string[];
  /** Those of them in which nothing moved. */
  carriedSections: string[];
}

/**
 * Delta review (domain rule 4): an answer whose hash (question version, answer, evidence) was approved before carries
 * that approval over; all others moved. The latest verdict on a hash counts, so what was approved first and doubted
 * later opens again.
 * @param answers of the new submission, in the questionnaire's order
 */
export function deltaOf(
  answers: readonly { key: string; sectionId: string; answerHash: string }[],
  earlier: readonly EarlierVerdict[],
): Delta {
  const latest = new Map<string, EarlierVerdict>();
  for (const verdict of earlier) {
    const place = `${verdict.questionKey} ${verdict.answerHash}`;
    const known = latest.get(place);
    if (!known || known.givenAt <= verdict.givenAt) latest.set(place, verdict);
  }
  const carried = new Map<string, string>();
  for (const { key, answerHash } of answers) {
    const verdict = latest.get(`${key} ${answerHash}`);
    if (verdict && approvingVerdicts.some((kind) => kind === verdict.kind)) carried.set(key, verdict.id);
  }
  const moved = answers.filter(({ key }) => !carried.has(key));
  const opened = new Set(moved.map(({ sectionId }) => sectionId));
  const sections = [...new Set(answers.map(({ sectionId }) => sectionId))];
  return {
    carried,
    moved: moved.map(({ key }) => key),
    sections,
    carriedSections: sections.filter((id) => !opened.has(id)),
  };
}
