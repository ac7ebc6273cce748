import type { AnswerEdit } from '~/db/answers';
import type { LoadedDeclaration } from '~/db/declarations';
import { type Answer, isEmpty } from '~/workflows/questionnaire/answer';
import type { QuestionInstance, QuestionKey } from '~/workflows/questionnaire/instances';
import { openQuestions } from '~/workflows/questionnaire/reachability';
import type { Given } from './profile';

/** What a supplier would answer to a question; null: nothing. */
export type Writer = (instance: QuestionInstance) => Given | null;

export interface Composed {
  /** Per section, in the questionnaire's order. */
  edits: Map<string, AnswerEdit[]>;
  /** What is open once the edits are saved. */
  open: QuestionInstance[];
  /** Answers once the edits are saved. */
  answers: Map<QuestionKey, Answer>;
}

/**
 * Answers what is open and not answered, and again what is to be answered anew, until nothing further opens.
 * @param only the sections that are worked on; undefined: every one
 */
export function composeAnswers(
  { instances, answers: stored, catalogue }: LoadedDeclaration,
  write: Writer,
  { anew, only }: { anew: (key: QuestionKey) => boolean; only?: ReadonlySet<string> },
): Composed {
  const answers = new Map<QuestionKey, Answer>(stored);
  const done = new Set<QuestionKey>();
  const edits = new Map<string, AnswerEdit[]>();
  for (;;) {
    const open = openQuestions({ instances, answers, catalogue });
    const opened = instances.filter(({ key }) => open.has(key));
    const next = opened.filter(({ key, question, sectionId }) => {
      if (done.has(key) || question.type === 'evidence' || (only && !only.has(sectionId))) return false;
      return isEmpty(answers.get(key)?.value) || anew(key);
    });
    if (next.length === 0) return { edits, open: opened, answers };
    for (const instance of next) {
      const { key, sectionId } = instance;
      done.add(key);
      const given = write(instance);
      if (!given) continue;
      const before = stored.get(key);
      const { value, justification = null } = given;
      answers.set(key, { value, justification, evidenceCount: before?.evidenceCount ?? 0 });
      const ofSection = edits.get(sectionId) ?? [];
      edits.set(sectionId, [...ofSection, { key, value, justification, expectedVersion: before?.version ?? 0 }]);
    }
  }
}
