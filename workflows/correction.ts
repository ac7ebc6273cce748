import type { DeclarationToFreeze } from './freeze-declaration';
import { type AnswerValue, isEmpty } from './questionnaire/answer';
import { type Completeness, completenessOf } from './questionnaire/completeness';
import { type Catalogue, listInstances, type QuestionKey } from './questionnaire/instances';
import type { FrozenAnswer, FrozenEvidence, SubmissionDocument } from './submission';

/**
 * Correcting what is public without sending everything that has been written since: a submission that holds what was
 * approved, and only the chosen answers as they are now.
 */

/** An answer that is another now than in what is public; null: not given. */
export interface AnswerChange {
  key: QuestionKey;
  before: FrozenAnswer | null;
  after: FrozenAnswer | null;
}

/** In the order of the questionnaire; what only was sent comes where it stood. */
export function listAnswerChanges(sent: SubmissionDocument, present: SubmissionDocument): AnswerChange[] {
  const before = new Map(sent.answers.map((answer) => [answer.key, answer]));
  const after = new Map(present.answers.map((answer) => [answer.key, answer]));
  const keys = new Set([...present.answers, ...sent.answers].map(({ key }) => key));
  return [...keys].flatMap((key) => {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null];
    return was?.answerHash === is?.answerHash ? [] : [{ key, before: was, after: is }];
  });
}

/** A declaration, as far as a part of it can be taken. */
export interface Limitable extends Omit<DeclarationToFreeze, 'open' | 'answers'> {
  answers: ReadonlyMap<QuestionKey, { value: AnswerValue; justification: string | null }>;
  catalogue: Catalogue;
}

/** What is to be sent, ready to be frozen, and whether it is whole. */
export type Limited = DeclarationToFreeze & { completeness: Completeness; chosen: QuestionKey[] };

/**
 * The declaration as it was sent, with only the chosen answers as they are now. An answer that is asked for because of
 * a chosen one, and that was not sent before, comes along: the chosen one would be half without it.
 * @param sent the submission behind what is public, to the same version of the questionnaire
 * @param chosen keys of questions; those outside the scope that was sent are left out
 */
export function limitTo(present: Limitable, sent: SubmissionDocument, chosen: Iterable<QuestionKey>): Limited {
  const included = new Set(sent.scope.filter(({ isIncluded }) => isIncluded).map(({ interfaceId }) => interfaceId));
  const instances = listInstances(present.questionnaire.definition, included, present.catalogue);
  const asked = new Set(instances.map(({ key }) => key));
  const before = new Map(sent.answers.map((answer) => [answer.key, answer]));
  const keys = new Set([...chosen].filter((key) => asked.has(key)));
  for (;;) {
    const parts = mix(present, before, keys);
    const completeness = completenessOf({ instances, catalogue: present.catalogue, answers: parts.answers });
    const opened = [...completeness.open].filter((key) => !keys.has(key) && !before.has(key) && isGiven(present, key));
    if (opened.length === 0) {
      const { questionnaire, supplier } = present;
      const { product, scope } = sent;
      const { open } = completeness;
      return { questionnaire, supplier, product, scope, instances, ...parts, open, completeness, chosen: [...keys] };
    }
    for (const key of opened) keys.add(key);
  }
}

function mix(present: Limitable, before: ReadonlyMap<QuestionKey, FrozenAnswer>, chosen: ReadonlySet<QuestionKey>) {
  const answers = new Map<QuestionKey, { value: AnswerValue; justification: string | null; evidenceCount: number }>();
  const evidence = new Map<QuestionKey, readonly FrozenEvidence[]>();
  const put = (
    key: QuestionKey,
    said: { value: AnswerValue; justification: string | null },
    given: readonly FrozenEvidence[],
  ) => {
    answers.set(key, { value: said.value, justification: said.justification, evidenceCount: given.length });
    evidence.set(key, given);
  };
  for (const [key, answer] of before) if (!chosen.has(key)) put(key, answer, answer.evidence);
  for (const key of chosen) {
    const said = present.answers.get(key) ?? { value: null, justification: null };
    put(key, said, present.evidence.get(key) ?? []);
  }
  return { answers, evidence };
}

function isGiven({ answers, evidence }: Limitable, key: QuestionKey): boolean {
  const said = answers.get(key);
  const hasEvidence = (evidence.get(key) ?? []).length > 0;
  return hasEvidence || (said !== undefined && (!isEmpty(said.value) || said.justification !== null));
}
