import { conditionInWords } from '~/app/condition-words';
import { questionTypeTexts } from '~/app/i18n/questionnaire';
import { translator } from '~/app/i18n/texts';
import { questionnaireSlug } from '~/app/paths';
import { contentFolder, readQuestionnaires } from '~/db/content';
import type { Question, QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import { placeQuestions } from '~/workflows/questionnaire/placed-question';
import { compareVersionNumbers } from '~/workflows/questionnaire/version-number';

/**
 * The reference of the newest version of each questionnaire, in Danish, with all ids: for those who write, import or
 * export answers.
 */
export async function generate(): Promise<Record<string, string>> {
  const newest = new Map<string, QuestionnaireDefinition>();
  const definitions = readQuestionnaires(contentFolder);
  for (const definition of definitions.sort((a, b) => compareVersionNumbers(a.version, b.version))) {
    newest.set(definition.slug, definition);
  }
  return Object.fromEntries([...newest].map(([slug, definition]) => [fileOf(slug), write(definition)]));
}

function fileOf(slug: string): string {
  return `docs/generated/questionnaire${slug === questionnaireSlug ? '' : `-${slug}`}.md`;
}

const types = translator(questionTypeTexts, 'da');

function write(definition: QuestionnaireDefinition): string {
  const { slug, version, title, interfaceTemplate, sections } = definition;
  const parts = [
    { heading: 'Spørgsmål om hver snitflade (`interface-template.yaml`)', questions: interfaceTemplate },
    ...sections.map(({ id, group, title: name, questions }) => ({
      heading: `${name.da} (\`${id}\`${group === null ? '' : ', efter snitfladeskabelonen'})`,
      questions,
    })),
  ];
  return `# ${title.da}

<!-- Made by npm run generate from db/content/questionnaires. -->

Spørgeskemaet \`${slug}\` version ${version}. Et svar om en snitflade har nøglen \`spørgsmål@snitflade\`, fx \`if-support@SF1500\`;
alle andre svar har spørgsmålets id som nøgle. \`*\` betyder, at spørgsmålet skal besvares, når det stilles.

${parts.map(({ heading, questions }) => writePart(heading, questions, definition)).join('\n\n')}
`;
}

function writePart(heading: string, questions: readonly Question[], definition: QuestionnaireDefinition): string {
  if (questions.length === 0) return `## ${heading}\n\nIngen egne spørgsmål.`;
  const rows = questions.map((question) => `| ${cells(question, definition).map(escapeCell).join(' | ')} |`);
  return `## ${heading}\n\n| Id | Spørgsmål | Svar | Vægt | Stilles | Dokumentation |\n|---|---|---|---|---|---|\n${rows.join('\n')}`;
}

function cells(question: Question, definition: QuestionnaireDefinition): string[] {
  const options = question.options?.map(({ value, text }) => `\`${value}\` ${text.da}`) ?? [];
  const columns = question.columns?.map(({ id, text, type }) => `\`${id}\` ${text.da} (${type})`) ?? [];
  return [
    `\`${question.id}\`${question.required ? '*' : ''}`,
    question.text.da,
    [`${types(question.type)} (\`${question.type}\`)`, ...options, ...columns].join('<br>'),
    `${question.weight}${question.public ? '' : ', ikke offentligt'}`,
    whenAsked(question, definition),
    question.evidence.map((id) => `\`${id}\``).join(' ') + (question.evidenceRequired ? ' (kræves)' : ''),
  ];
}

function whenAsked({ interfaces, showIf }: Question, definition: QuestionnaireDefinition): string {
  const names = {
    findQuestion: (id: string) => placeQuestions(definition).find(({ question }) => question.id === id)?.question,
    interfaceName: (id: string) => id,
  };
  const parts = [
    ...(interfaces.length > 0 ? [`for ${interfaces.join(', ')}`] : []),
    ...(showIf ? [`når ${conditionInWords(showIf, names, 'da')}`] : []),
  ];
  return parts.join(' ') || 'altid';
}

function escapeCell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}
