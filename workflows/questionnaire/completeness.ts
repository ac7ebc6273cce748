import { type Answer, type AnswerProblem, checkAnswer, isEmpty, noAnswer } from './answer';
import { demandsEvidence } from './evidence-demand';
import type { QuestionInstance, QuestionKey } from './instances';
import { openQuestions, type ReachabilityInput } from './reachability';

export interface Missing {
  key: QuestionKey;
  sectionId: string;
  problem: AnswerProblem;
}

export interface SectionProgress {
  sectionId: string;
  /** Open questions. */
  questions: number;
  /** Open questions that have an answer. */
  answered: number;
  required: number;
  requiredAnswered: number;
  /** Open questions that cannot be submitted without evidence, and those that have it. */
  evidenceRequired: number;
  evidenceAttached: number;
  /** What blocks submission, in the questionnaire's order. */
  missing: Missing[];
}

export interface Completeness {
  sections: SectionProgress[];
  /** Whether the declaration can be submitted. */
  isComplete: boolean;
  open: Set<QuestionKey>;
}

/**
 * How far a declaration is, and what blocks its submission. Sections without questions in this scope are left out.
 */
export function completenessOf(input: ReachabilityInput): Completeness {
  const open = openQuestions(input);
  const sections = new Map<string, SectionProgress>();
  for (const instance of input.instances) {
    if (!open.has(instance.key)) continue;
    const section = sections.get(instance.sectionId) ?? emptySection(instance.sectionId);
    sections.set(instance.sectionId, section);
    addTo(section, instance, input.answers.get(instance.key) ?? noAnswer);
  }
  const list = [...sections.values()];
  return { sections: list, isComplete: list.every(({ missing }) => missing.length === 0), open };
}

/** With what blocks submission for other reasons than the answers alone, last in each section. */
export function blockedBy(completeness: Completeness, more: readonly Missing[]): Completeness {
  if (more.length === 0) return completeness;
  const sections = completeness.sections.map((section) => {
    const known = new Set(section.missing.map(({ key }) => key));
    const added = more.filter(({ sectionId, key }) => sectionId === section.sectionId && !known.has(key));
    return { ...section, missing: [...section.missing, ...added] };
  });
  return { ...completeness, sections, isComplete: false };
}

function emptySection(sectionId: string): SectionProgress {
  return {
    sectionId,
    questions: 0,
    answered: 0,
    required: 0,
    requiredAnswered: 0,
    evidenceRequired: 0,
    evidenceAttached: 0,
    missing: [],
  };
}

function addTo(section: SectionProgress, { key, question, sectionId }: QuestionInstance, answer: Answer): void {
  const isAnswered = hasAnswer(question.type === 'evidence', answer);
  const needsEvidence = demandsEvidence(question, answer, isAnswered);
  section.questions += 1;
  if (isAnswered) section.answered += 1;
  if (question.required) section.required += 1;
  if (question.required && isAnswered) section.requiredAnswered += 1;
  if (needsEvidence) section.evidenceRequired += 1;
  if (needsEvidence && answer.evidenceCount > 0) section.evidenceAttached += 1;
  const problem = problemWith(question, answer, isAnswered, needsEvidence);
  if (problem) section.missing.push({ key, sectionId, problem });
}

function problemWith(
  question: QuestionInstance['question'],
  answer: Answer,
  isAnswered: boolean,
  needsEvidence: boolean,
): AnswerProblem | null {
  if (!isAnswered && question.required && question.type !== 'evidence') {
    return question.type === 'checkbox' ? 'must-be-confirmed' : 'required';
  }
  if (needsEvidence && answer.evidenceCount === 0) return 'evidence-required';
  if (!isAnswered) return null;
  if (question.type === 'yes_no_explain' && answer.justification === null) return 'justification-required';
  if (question.type === 'evidence') return null;
  const checked = checkAnswer(question, answer);
  return checked.ok ? null : checked.problem;
}

function hasAnswer(isEvidenceQuestion: boolean, answer: Answer): boolean {
  return isEvidenceQuestion ? answer.evidenceCount > 0 : !isEmpty(answer.value);
}
