import { type DataProblem, problemsOf, repeated } from '../catalogue';
import { checkConditions } from './condition-check';
import { listCycles } from './condition-cycles';
import { definitionSchema, type Question, type QuestionnaireDefinition } from './definition';
import { type CatalogueIds, type PlacedQuestion, placeQuestions } from './placed-question';

export type CheckedDefinition =
  | { ok: true; definition: QuestionnaireDefinition }
  | { ok: false; problems: DataProblem[] };

/**
 * Checks a questionnaire as data before anybody can answer it: its shape, that both languages are there, that ids are
 * unique, that everything it refers to exists, and that no condition waits for itself.
 *
 * A question's condition may refer to: in the interface template, questions of the template (of the same interface) and
 * of the general sections; in a group's section, questions of that section and of the general sections; in a general
 * section, questions of the general sections. Interfaces are asked about with `anyInterface`, from everywhere.
 * @param raw the data, e.g. from YAML
 * @returns every problem at once, with its path into the data
 */
export function checkDefinition(raw: unknown, catalogue: CatalogueIds): CheckedDefinition {
  const parsed = definitionSchema.safeParse(raw);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const definition = parsed.data;
  const placed = placeQuestions(definition);
  const problems = [
    ...checkIds(definition, placed),
    ...checkSections(definition, catalogue),
    ...checkScopeRules(definition, catalogue),
    ...placed.flatMap((question) => checkQuestion(question, definition, catalogue)),
    ...checkConditions(placed, catalogue),
    ...listCycles(placed),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, definition };
}

function checkIds(definition: QuestionnaireDefinition, placed: readonly PlacedQuestion[]): DataProblem[] {
  const { evidenceTypes, reviewChecks, sections, supportScale } = definition;
  const twice = (values: readonly string[], what: string, pathOf: (index: number) => DataProblem['path']) =>
    repeated(values).map((index) => ({
      path: pathOf(index),
      message: `the ${what} "${values[index]}" stands here twice`,
    }));
  return [
    ...twice(
      placed.map(({ question }) => question.id),
      'question',
      (index) => [...(placed[index]?.path ?? []), 'id'],
    ),
    ...twice(
      sections.map(({ id }) => id),
      'section',
      (index) => ['sections', index, 'id'],
    ),
    ...twice(
      evidenceTypes.map(({ id }) => id),
      'evidence type',
      (index) => ['evidenceTypes', index, 'id'],
    ),
    ...twice(
      reviewChecks.map(({ id }) => id),
      'review check',
      (index) => ['reviewChecks', index, 'id'],
    ),
    ...twice(
      supportScale.map(({ value }) => value),
      'support level',
      (index) => ['supportScale', index, 'value'],
    ),
  ];
}

function checkSections({ sections }: QuestionnaireDefinition, { groups }: CatalogueIds): DataProblem[] {
  const used = sections.map(({ group }) => group ?? '');
  return [
    ...used.flatMap((group, index) =>
      group === '' || groups.has(group)
        ? []
        : [{ path: ['sections', index, 'group'], message: `there is no group "${group}" in the catalogue` }],
    ),
    ...repeated(used)
      .filter((index) => used[index] !== '')
      .map((index) => ({
        path: ['sections', index, 'group'],
        message: `the group "${used[index]}" has a section already`,
      })),
    ...sections.flatMap(({ group, questions }, index) =>
      group === null && questions.length === 0
        ? [{ path: ['sections', index, 'questions'], message: 'a general section needs a question' }]
        : [],
    ),
  ];
}

function checkScopeRules({ scopeRules }: QuestionnaireDefinition, { interfaces }: CatalogueIds): DataProblem[] {
  return scopeRules.flatMap((rule, index) => unknownInterfaces(rule.interfaces, ['scopeRules', index], interfaces));
}

/** @param path of what has the list `interfaces` */
function unknownInterfaces(ids: readonly string[], path: DataProblem['path'], known: ReadonlySet<string>) {
  return ids.flatMap((id, place) =>
    known.has(id)
      ? []
      : [{ path: [...path, 'interfaces', place], message: `there is no interface "${id}" in the catalogue` }],
  );
}

const choiceTypes: readonly Question['type'][] = ['single_choice', 'multi_choice'];

function checkQuestion(
  { question, path, section }: PlacedQuestion,
  { evidenceTypes }: QuestionnaireDefinition,
  { interfaces }: CatalogueIds,
): DataProblem[] {
  const problem = (field: string, message: string) => ({ path: [...path, field], message });
  const known = new Set(evidenceTypes.map(({ id }) => id));
  const isChoice = choiceTypes.includes(question.type);
  const isTable = question.type === 'table';
  const needsEvidence = question.evidenceRequired || question.type === 'evidence';
  const isTemplate = section === null;
  const isSupport = question.type === 'support_level';
  return [
    ...(isChoice && !question.options ? [problem('type', `${question.type} needs options`)] : []),
    ...(!isChoice && question.options ? [problem('options', `${question.type} has no options`)] : []),
    ...(isTable && !question.columns ? [problem('type', 'table needs columns')] : []),
    ...(!isTable && question.columns ? [problem('columns', `${question.type} has no columns`)] : []),
    ...(needsEvidence && question.evidence.length === 0
      ? [problem('evidence', 'must name at least one type of evidence that suits')]
      : []),
    ...(isSupport && !isTemplate ? [problem('type', 'support_level belongs in the interface template')] : []),
    ...(isTemplate && question.interfaces.length > 0
      ? [problem('interfaces', 'the interface template is asked for every interface')]
      : []),
    ...repeated(question.options?.map(({ value }) => value) ?? []).map((index) => ({
      path: [...path, 'options', index, 'value'],
      message: `the option "${question.options?.[index]?.value}" stands here twice`,
    })),
    ...repeated(question.columns?.map(({ id }) => id) ?? []).map((index) => ({
      path: [...path, 'columns', index, 'id'],
      message: `the column "${question.columns?.[index]?.id}" stands here twice`,
    })),
    ...question.evidence.flatMap((type, index) =>
      known.has(type) ? [] : [{ path: [...path, 'evidence', index], message: `there is no evidence type "${type}"` }],
    ),
    ...unknownInterfaces(question.interfaces, path, interfaces),
  ];
}
