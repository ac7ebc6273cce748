import { type ConditionNames, conditionInWords } from '~/app/condition-words';
import { answerTexts } from '~/app/i18n/answers';
import { translator } from '~/app/i18n/texts';
import { workbookHintTexts, workbookTexts } from '~/app/i18n/workbook';
import type { MunicipalityChoice } from '~/app/supplier/municipality-names';
import type { LoadedDeclaration } from '~/db/declarations';
import { markOf } from '~/workflows/interchange/staged-answer';
import type { TableRow } from '~/workflows/questionnaire/answer';
import type { Section } from '~/workflows/questionnaire/definition';
import type { QuestionInstance } from '~/workflows/questionnaire/instances';
import type { Language, Text } from '~/workflows/words';
import { choicesOf, writeAnswerCell, writeTableCell } from './answer-cells';
import type { SheetCell, WrittenSheet } from './sheets';

/** Version of the layout of workbooks and CSV files; the JSON has its own (`interchangeVersion`). */
export const layoutVersion = 1;

/** The word in the first cell by which a file says that it is one of ours. */
export const signature = 'Snitfladeklar';

/** Of a declaration, what its files are made from. */
export type ExportedDeclaration = Pick<
  LoadedDeclaration,
  'declaration' | 'product' | 'questionnaire' | 'instances' | 'answers' | 'evidence' | 'completeness'
>;

export interface LayoutContext {
  language: Language;
  municipalities: readonly MunicipalityChoice[];
  /** Names of the interfaces, by id. */
  interfaceNames: ReadonlyMap<string, Text>;
  now: Date;
}

/** The columns of a section's sheet, in order; app/i18n/workbook.ts has their headings. */
export const sectionColumns = [
  'interface',
  'question',
  'answer',
  'reason',
  'how',
  'help',
  'asked',
  'evidence',
  'key',
  'mark',
] as const;
export type SectionColumn = (typeof sectionColumns)[number];
const widths: Record<SectionColumn, number> = {
  interface: 22,
  question: 46,
  answer: 42,
  reason: 46,
  how: 40,
  help: 60,
  asked: 30,
  evidence: 16,
  key: 30,
  mark: 18,
};

/** What a file says of itself: by word, what people read, and the value. */
export function aboutRows(exported: ExportedDeclaration, { language, now }: LayoutContext): [string, string, string][] {
  const t = translator(workbookTexts, language);
  const { declaration, product, questionnaire } = exported;
  return [
    [signature, t('aboutFormat'), String(layoutVersion)],
    ['declaration', t('aboutDeclaration'), declaration.id],
    ['product', t('aboutProduct'), product.name],
    ['questionnaire', t('aboutQuestionnaire'), questionnaire.slug],
    ['version', t('aboutVersion'), questionnaire.version],
    ['exported', t('aboutExported'), now.toISOString()],
    ['language', t('aboutLanguage'), language],
  ];
}

/** The whole declaration as sheets: about the file, one per section, one per table, and the choices (hidden by the writer). */
export function layOutWorkbook(exported: ExportedDeclaration, context: LayoutContext): WrittenSheet[] {
  const names = new SheetNames();
  const t = translator(workbookTexts, context.language);
  const about = aboutSheet(names.take(t('aboutSheet')), exported, context);
  const sections = exported.questionnaire.definition.sections.flatMap((section) => {
    const instances = exported.instances.filter(({ sectionId }) => sectionId === section.id);
    return instances.length === 0 ? [] : sheetsOfSection(section, instances, { exported, context, names });
  });
  return [about, ...sections];
}

interface Laying {
  exported: ExportedDeclaration;
  context: LayoutContext;
  names: SheetNames;
}

/** Names of sheets have 31 characters at most, none of them `[]:*?/\`, and differ in more than case. */
class SheetNames {
  private readonly taken = new Set<string>();

  take(wanted: string): string {
    const plain = wanted
      .replace(/[[\]:*?/\\']/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    for (let number = 1; ; number += 1) {
      const end = number === 1 ? '' : ` ${number}`;
      const name = plain.slice(0, 31 - end.length).trim() + end;
      if (this.taken.has(name.toLowerCase())) continue;
      this.taken.add(name.toLowerCase());
      return name;
    }
  }
}

function aboutSheet(name: string, exported: ExportedDeclaration, context: LayoutContext): WrittenSheet {
  const t = translator(workbookTexts, context.language);
  const rows = aboutRows(exported, context).map(([word, label, value]): SheetCell[] => [
    { value: word, look: 'quiet' },
    { value: label, look: 'head' },
    { value, look: 'locked' },
  ]);
  const guide = (['guide1', 'guide2', 'guide3', 'guide4'] as const).map((key): SheetCell[] => [
    { value: null },
    { value: t(key), look: 'locked' },
  ]);
  return { name, rows: [...rows, [], ...guide], widths: [16, 60, 44], frozenRows: 0 };
}

function sheetsOfSection(section: Section, instances: readonly QuestionInstance[], laying: Laying): WrittenSheet[] {
  const { language } = laying.context;
  const t = translator(workbookTexts, language);
  const name = laying.names.take(section.title[language]);
  const tables: WrittenSheet[] = [];
  const rows = instances.map((instance): SheetCell[] => {
    const row = questionRow(instance, laying);
    if (instance.question.type === 'table') {
      const table = tableSheet(laying.names.take(t('tableSheet', { title: name })), instance, laying);
      tables.push(table);
      row.answer = { value: t('seeSheet', { sheet: table.name }), look: 'locked' };
    }
    return sectionColumns.map((column) => row[column]);
  });
  const head = sectionColumns.map((column): SheetCell => ({ value: t(column), look: 'head' }));
  const sheet = {
    name,
    rows: [head, ...rows],
    widths: sectionColumns.map((column) => widths[column]),
    hidden: [sectionColumns.indexOf('mark')],
    frozenRows: 1,
  };
  return [sheet, ...tables];
}

/** The cells of one question; also what a line of CSV is made from. */
export function questionRow(
  { key, question, interfaceId }: QuestionInstance,
  { exported, context }: Pick<Laying, 'exported' | 'context'>,
): Record<SectionColumn, SheetCell> {
  const { language, municipalities } = context;
  const t = translator(workbookTexts, language);
  const answer = exported.answers.get(key);
  const choices = question.type === 'multi_choice' ? null : choicesOf(question, language);
  const isEvidence = question.type === 'evidence';
  const locked = (value: string): SheetCell => ({ value, look: 'locked' });
  return {
    interface: locked(interfaceLabel(interfaceId, context)),
    question: locked(question.text[language]),
    answer: isEvidence
      ? locked('')
      : {
          ...writeAnswerCell(question, answer?.value ?? null, language, municipalities),
          ...(choices ? { choices: choices.map(({ label }) => label) } : {}),
        },
    reason: { value: answer?.justification ?? null, look: 'text' },
    how: locked(howToAnswer(question, language)),
    help: locked(question.help[language]),
    asked: locked(askedInWords(exported, key, question, context)),
    evidence: locked(
      translator(answerTexts, language)('evidenceCount', { count: exported.evidence.get(key)?.length ?? 0 }),
    ),
    key: { value: key, look: 'quiet' },
    mark: { value: markOf(answer), look: 'quiet' },
  };

  function askedInWords({ completeness }: ExportedDeclaration, ...[asked, { required, showIf }]: AskedArguments) {
    const need = required ? t('required') : t('optional');
    if (!showIf) return need;
    const condition = conditionInWords(showIf, conditionNames(exported, context), language);
    return `${completeness.open.has(asked) ? need : t('notAsked')} ${t('onlyIf', { condition })}`;
  }
}

type AskedArguments = [key: string, question: QuestionInstance['question'], context: LayoutContext];

function conditionNames(exported: ExportedDeclaration, context: LayoutContext): ConditionNames {
  const { interfaceTemplate, sections } = exported.questionnaire.definition;
  const questions = [...interfaceTemplate, ...sections.flatMap((section) => section.questions)];
  return {
    findQuestion: (id) => questions.find((question) => question.id === id),
    interfaceName: (id) => interfaceLabel(id, context),
  };
}

function interfaceLabel(id: string | null, { interfaceNames, language }: LayoutContext): string {
  if (id === null) return '';
  const name = interfaceNames.get(id)?.[language];
  return name === undefined || name === id ? id : `${id} ${name}`;
}

function howToAnswer(question: QuestionInstance['question'], language: Language): string {
  const hint = translator(workbookHintTexts, language)(question.type);
  if (question.type !== 'multi_choice') return hint;
  return [hint, ...(choicesOf(question, language)?.map(({ label }) => `– ${label}`) ?? [])].join('\n');
}

/** More rows than are filled, so that there is room for new ones. */
const spareRows = 20;

/** Key and question above, then the columns, then the rows. */
function tableSheet(
  name: string,
  { key, question }: QuestionInstance,
  { exported, context }: Pick<Laying, 'exported' | 'context'>,
): WrittenSheet {
  const { language, municipalities } = context;
  const t = translator(workbookTexts, language);
  const columns = question.columns ?? [];
  const filled = tableRowsOf(exported, key);
  const rows = [...filled, ...Array.from({ length: spareRows }, (): TableRow => ({}))].map((row) =>
    columns.map(
      ({ id, type }): SheetCell => ({
        ...writeTableCell(type, row[id] ?? '', municipalities),
        ...(type === 'municipality' ? { choices: municipalities.map((each) => each.name) } : {}),
      }),
    ),
  );
  return {
    name,
    rows: [
      [
        { value: t('key'), look: 'quiet' },
        { value: key, look: 'quiet' },
        { value: question.text[language], look: 'locked' },
      ],
      columns.map(({ text }) => ({ value: text[language], look: 'head' })),
      ...rows,
    ],
    widths: columns.map((_, index) => (index === 2 ? 50 : 34)),
    frozenRows: 2,
  };
}

export function tableRowsOf({ answers }: Pick<ExportedDeclaration, 'answers'>, key: string): TableRow[] {
  const value = answers.get(key)?.value;
  return Array.isArray(value) ? value.filter((row) => typeof row !== 'string') : [];
}
