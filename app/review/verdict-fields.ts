import { type VerdictKind, verdictKinds } from '~/workflows/words';

/** The names of an answer's fields in the form of verdicts; the first of each is its id too. */
export const verdictField = {
  kind: (key: string) => `kind:${key}`,
  reason: (key: string) => `reason:${key}`,
  hash: (key: string) => `hash:${key}`,
  /** A standard reason that was picked, by its id. */
  canned: (key: string) => `canned:${key}`,
} as const;

/** What a reviewer chose and wrote about one answer, as it came from the form. */
export interface TypedVerdict {
  questionKey: string;
  kind: VerdictKind | null;
  reason: string;
  answerHash: string;
}

/** A standard reason, as far as a form of verdicts needs it. */
export interface PickableReason {
  id: string;
  kind: VerdictKind;
  title: string;
  text: string;
}

/**
 * @param reasons those that could be picked: a picked one stands before what was written, and says the verdict where
 *   none was chosen
 * @returns an entry for each answer that the form showed, in its order
 */
export function readTypedVerdicts(
  typed: Readonly<Record<string, string>>,
  reasons: readonly PickableReason[] = [],
): TypedVerdict[] {
  return Object.entries(typed).flatMap(([name, answerHash]) => {
    if (!name.startsWith('hash:')) return [];
    const questionKey = name.slice('hash:'.length);
    const picked = reasons.find(({ id }) => id === typed[verdictField.canned(questionKey)]);
    const written = (typed[verdictField.reason(questionKey)] ?? '').trim();
    return {
      questionKey,
      kind: verdictKinds.find((kind) => kind === typed[verdictField.kind(questionKey)]) ?? picked?.kind ?? null,
      reason: withPicked(picked?.text ?? '', written),
      answerHash,
    };
  });
}

/** What was written, with a picked reason before it; a reason that is there already is not put in twice. */
export function withPicked(picked: string, written: string): string {
  if (picked === '' || written.includes(picked)) return written;
  return written === '' ? picked : `${picked}\n\n${written}`;
}

/**
 * Accepts what is left: answers that nobody has judged and about which nothing was chosen or written in the form. Only
 * answers that the form showed, with their hash, are among them.
 * @param unjudged keys of the answers without a verdict
 */
export function acceptRest(verdicts: readonly TypedVerdict[], unjudged: ReadonlySet<string>): TypedVerdict[] {
  return verdicts.map((verdict) => {
    const isLeft = verdict.kind === null && verdict.reason === '' && unjudged.has(verdict.questionKey);
    return isLeft ? { ...verdict, kind: 'accepted' } : verdict;
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
