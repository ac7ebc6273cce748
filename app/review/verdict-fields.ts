import { type VerdictKind, verdictKinds } from '~/workflows/words';

/** The names of an answer's fields in the form of verdicts; the first of each is its id too. */
export const verdictField = {
  kind: (key: string) => `kind:${key}`,
  reason: (key: string) => `reason:${key}`,
  hash: (key: string) => `hash:${key}`,
} as const;

/** What a reviewer chose and wrote about one answer, as it came from the form. */
export interface TypedVerdict {
  questionKey: string;
  kind: VerdictKind | null;
  reason: string;
  answerHash: string;
}

/** @returns an entry for each answer that the form showed, in its order */
export function readTypedVerdicts(typed: Readonly<Record<string, string>>): TypedVerdict[] {
  return Object.entries(typed).flatMap(([name, answerHash]) => {
    if (!name.startsWith('hash:')) return [];
    const questionKey = name.slice('hash:'.length);
    return {
      questionKey,
      kind: verdictKinds.find((kind) => kind === typed[verdictField.kind(questionKey)]) ?? null,
      reason: (typed[verdictField.reason(questionKey)] ?? '').trim(),
      answerHash,
    };
  });
}

export type VerdictProblem = { questionKey: string; problem: 'kind-missing' | 'reason-missing' };

/**
 * What has to be corrected before anything is saved.
 * @param mustBeJudged keys of the answers that need a verdict now, because the section is to be finished
 */
export function problemsWithVerdicts(
  verdicts: readonly TypedVerdict[],
  mustBeJudged: ReadonlySet<string> = new Set(),
): VerdictProblem[] {
  return verdicts.flatMap(({ questionKey, kind, reason }): VerdictProblem[] => {
    if (kind === null) {
      return reason !== '' || mustBeJudged.has(questionKey) ? [{ questionKey, problem: 'kind-missing' }] : [];
    }
    return kind !== 'accepted' && reason === '' ? [{ questionKey, problem: 'reason-missing' }] : [];
  });
}
