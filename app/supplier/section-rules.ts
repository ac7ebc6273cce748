import type { Answer, AnswerValue } from '~/workflows/questionnaire/answer';
import { keysIn } from '~/workflows/questionnaire/dependencies';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { type ConditionalInstance, openQuestions } from '~/workflows/questionnaire/reachability';
import type { InstanceView, SectionView } from './section-view';

/**
 * The questions of a section that are asked, for the values as they are in the form: the same rule that the server uses.
 * @returns what works it out for some values; all that no value changes is looked up once
 */
export function sectionRules(view: SectionView): (values: ReadonlyMap<QuestionKey, AnswerValue>) => Set<QuestionKey> {
  const asAnswer = (value: AnswerValue): Answer => ({ value, justification: null, evidenceCount: 0 });
  const outside = view.outside.map(({ key, value }) => [key, asAnswer(value)] as const);
  const instances = [...outsideInstances(view), ...conditionalInstances(view)];
  const catalogue = new Map(
    view.interfaces.map(({ id, status, versions }) => [id, { id, groupId: '', status, versions }]),
  );
  return (values) => {
    const answers = new Map<QuestionKey, Answer>(outside);
    for (const [key, value] of values) answers.set(key, asAnswer(value));
    const open = openQuestions({ instances, answers, catalogue });
    return new Set(view.instances.map(({ key }) => key).filter((key) => open.has(key)));
  };
}

function outsideInstances({ outside }: SectionView): ConditionalInstance[] {
  return outside.map(({ key, interfaceId, showIf }) => ({ key, interfaceId, question: showIf ? { showIf } : {} }));
}

function conditionalInstances({ instances, questions }: SectionView): ConditionalInstance[] {
  return instances.map(({ key, interfaceId, questionId }) => ({
    key,
    interfaceId,
    question: questions[questionId] ?? {},
  }));
}

/** The answers whose change can open or close questions of the section. */
export function decidingKeys({ instances, questions }: SectionView): Set<QuestionKey> {
  const keys = instances.flatMap(({ questionId, interfaceId }) => {
    const condition = questions[questionId]?.showIf;
    return condition ? keysIn(condition, interfaceId) : [];
  });
  return new Set(keys);
}

export interface QuestionGroup {
  /** Null: the section's own questions. */
  interfaceId: string | null;
  instances: InstanceView[];
}

/** The questions about each interface together, then the section's own. */
export function groupsOf(instances: readonly InstanceView[]): QuestionGroup[] {
  const groups: QuestionGroup[] = [];
  for (const instance of instances) {
    const last = groups.at(-1);
    if (last && last.interfaceId === instance.interfaceId) last.instances.push(instance);
    else groups.push({ interfaceId: instance.interfaceId, instances: [instance] });
  }
  return groups;
}
