import { workbookTexts } from '~/app/i18n/workbook';
import type { MunicipalityChoice } from '~/app/supplier/municipality-names';
import type { Place } from '~/workflows/interchange/staged-answer';
import type { Question } from '~/workflows/questionnaire/definition';
import { type Language, languages } from '~/workflows/words';
import { readAnswerCell, readTableCell } from './answer-cells';
import type { FileFacts, ImportProblem, ReadAnswer, ReadFile } from './import-problems';
import { type ReadCell, type ReadRow, type ReadSheet, textOf } from './sheets';
import { layoutVersion, signature } from './workbook-layout';

export interface SheetReading {
  /** The question of a key, also of an interface that is not in scope; undefined: there is no such question. */
  findQuestion(key: string): Question | undefined;
  municipalities: readonly MunicipalityChoice[];
  /** The reader's; a file that names its own is read in that. */
  language: Language;
}

type Heading = 'key' | 'answer' | 'reason' | 'mark' | 'tableRow' | 'tableColumn';
const headings = ['key', 'answer', 'reason', 'mark', 'tableRow', 'tableColumn'] as const satisfies readonly Heading[];

/** Reads the answers out of the sheets of a workbook or the one of a CSV file, by the headings of their columns. */
export function readSheets(sheets: readonly ReadSheet[], reading: SheetReading): ReadFile {
  const about = readAbout(sheets);
  const language = languages.find((each) => each === about.get('language')) ?? reading.language;
  const reader = new Reader({ ...reading, language });
  for (const sheet of sheets) reader.read(sheet);
  const format = about.get(signature);
  const problems: ImportProblem[] =
    format !== undefined && format !== String(layoutVersion)
      ? [{ code: 'unknown-schema', place: null, found: format.slice(0, 40) }]
      : reader.problems;
  if (!reader.foundHeadings && problems.length === 0) problems.push({ code: 'no-answers', place: null, found: '' });
  return { facts: factsOf(about), answers: reader.listAnswers(), problems };
}

/** What the file says of itself, by word: in a column of a workbook, in the first line of a CSV file. */
function readAbout(sheets: readonly ReadSheet[]): Map<string, string> {
  for (const { name, rows } of sheets) {
    const [first] = rows;
    if (textOf(first?.cells.get(0)) !== signature) continue;
    if (name !== null) return new Map(rows.map(({ cells }) => [textOf(cells.get(0)), textOf(cells.get(2))]));
    const texts = [...(first?.cells ?? [])].sort(([a], [b]) => a - b).map(([, cell]) => textOf(cell));
    return new Map(
      texts.flatMap((word, index): [string, string][] => (index % 2 === 0 ? [[word, texts[index + 1] ?? '']] : [])),
    );
  }
  return new Map();
}

function factsOf(about: ReadonlyMap<string, string>): FileFacts {
  const slug = about.get('questionnaire');
  const version = about.get('version');
  return {
    declarationId: about.get('declaration') ?? null,
    productId: null,
    productName: about.get('product') ?? null,
    questionnaire: slug !== undefined && version !== undefined ? { slug, version } : null,
  };
}

interface OpenTable {
  place: Place;
  rows: Map<number, { place: Place; cells: Record<string, unknown> }>;
}

/** Headings are found by their words in either language, wherever the columns stand. */
class Reader {
  readonly problems: ImportProblem[] = [];
  foundHeadings = false;
  private readonly answers = new Map<string, ReadAnswer>();
  private readonly tables = new Map<string, OpenTable>();

  constructor(private readonly reading: SheetReading) {}

  read(sheet: ReadSheet): void {
    const [first] = sheet.rows;
    if (first && isWord('key', textOf(first.cells.get(0))) && !isAnyHeading(textOf(first.cells.get(1)))) {
      this.readTable(sheet, textOf(first.cells.get(1)));
      return;
    }
    const start = sheet.rows.slice(0, 5).findIndex(({ cells }) => {
      const texts = [...cells.values()].map(textOf);
      return texts.some((text) => isWord('key', text)) && texts.some((text) => isWord('answer', text));
    });
    const head = sheet.rows[start];
    if (!head) return;
    this.foundHeadings = true;
    const columns = headingsOf(head);
    for (const row of sheet.rows.slice(start + 1)) this.readLine(sheet, row, columns);
  }

  /** In the order of the file. */
  listAnswers(): ReadAnswer[] {
    for (const [key, table] of this.tables) {
      const known = this.answers.get(key);
      const rows = [...table.rows].sort(([a], [b]) => a - b).map(([, row]) => row);
      const columns = this.reading.findQuestion(key)?.columns ?? [];
      const value = rows.map(({ cells }) => Object.fromEntries(columns.map(({ id }) => [id, cells[id] ?? ''])));
      this.answers.set(key, {
        ...(known ?? { key, justification: undefined, mark: null, place: table.place, reasonColumn: null }),
        value,
        rows: rows.map(({ place }) => place),
      });
    }
    return [...this.answers.values()];
  }

  private readLine(sheet: ReadSheet, row: ReadRow, columns: ReadonlyMap<Heading, NamedColumn>): void {
    const cellOf = (heading: Heading): ReadCell | undefined => row.cells.get(columns.get(heading)?.index ?? -1);
    const placeOf = (heading: Heading): Place => ({
      sheet: sheet.name,
      row: row.number,
      column: columns.get(heading)?.name ?? null,
    });
    const key = textOf(cellOf('key'));
    const isFilled = textOf(cellOf('answer')) !== '' || textOf(cellOf('reason')) !== '';
    if (key === '') {
      if (isFilled) this.problems.push({ code: 'no-key', place: { ...placeOf('key') }, found: '' });
      return;
    }
    const question = this.reading.findQuestion(key);
    if (!question) {
      if (isFilled) this.problems.push({ code: 'unknown-question', place: placeOf('key'), found: key.slice(0, 80) });
      return;
    }
    if (textOf(cellOf('tableRow')) !== '') {
      this.readTableLine(key, question, cellOf, placeOf);
      return;
    }
    if (this.answers.has(key)) {
      this.problems.push({ code: 'twice', place: placeOf('key'), found: key });
      return;
    }
    const answer =
      question.type === 'table' ? undefined : this.readAnswer(question, cellOf('answer'), placeOf('answer'));
    const reason = columns.has('reason') ? this.readReason(cellOf('reason'), placeOf('reason')) : undefined;
    this.answers.set(key, {
      key,
      value: answer,
      justification: reason,
      mark: textOf(cellOf('mark')) || null,
      place: placeOf('answer'),
      reasonColumn: columns.get('reason')?.name ?? null,
    });
  }

  private readAnswer(question: Question, cell: ReadCell | undefined, place: Place): unknown {
    const read = readAnswerCell(question, cell, this.reading);
    if (read.ok) return read.value;
    this.problems.push({ code: read.problem, place, found: textOf(cell).slice(0, 80) });
    return undefined;
  }

  private readReason(cell: ReadCell | undefined, place: Place): string | null | undefined {
    if (!cell) return null;
    if (!cell.problem) return String(cell.value);
    this.problems.push({ code: cell.problem, place, found: textOf(cell).slice(0, 80) });
    return undefined;
  }

  /** A line of CSV that is one cell of a table. */
  private readTableLine(
    key: string,
    question: Question,
    cellOf: (heading: Heading) => ReadCell | undefined,
    placeOf: (heading: Heading) => Place,
  ): void {
    const column = findColumn(question, textOf(cellOf('tableColumn')));
    const number = Number(textOf(cellOf('tableRow')));
    if (!column || !Number.isInteger(number) || number < 1) {
      const place = placeOf(column ? 'tableRow' : 'tableColumn');
      this.problems.push({ code: 'not-a-table', place, found: '' });
      return;
    }
    this.addCell(key, number, column, cellOf('answer'), placeOf('answer'));
  }

  /** A sheet that holds the rows of one table: key, headings, rows. */
  private readTable(sheet: ReadSheet, key: string): void {
    const question = this.reading.findQuestion(key);
    const place = (row: number, column: string | null): Place => ({ sheet: sheet.name, row, column });
    if (question?.type !== 'table') {
      this.problems.push({ code: 'unknown-question', place: place(1, null), found: key.slice(0, 80) });
      return;
    }
    if (this.tables.has(key)) {
      this.problems.push({ code: 'twice', place: place(1, null), found: key });
      return;
    }
    this.foundHeadings = true;
    this.tables.set(key, { place: place(1, null), rows: new Map() });
    const [, head, ...rows] = sheet.rows;
    const columns = [...(head?.cells ?? [])].flatMap(([index, cell]) => {
      const column = findColumn(question, textOf(cell));
      return column ? [{ index, column, name: textOf(cell) }] : [];
    });
    for (const row of rows) {
      for (const { index, column, name } of columns) {
        this.addCell(key, row.number, column, row.cells.get(index), place(row.number, name));
      }
    }
  }

  private addCell(key: string, number: number, column: TableColumn, cell: ReadCell | undefined, place: Place): void {
    const read = readTableCell(column.type, cell, this.reading.municipalities);
    const table = this.tables.get(key) ?? { place, rows: new Map() };
    this.tables.set(key, table);
    if (!read.ok) {
      this.problems.push({ code: read.problem, place, found: textOf(cell).slice(0, 80) });
      return;
    }
    if (read.value === '') return;
    const row = table.rows.get(number) ?? { place: { ...place, column: null }, cells: {} };
    row.cells[column.id] = read.value;
    table.rows.set(number, row);
  }
}

interface NamedColumn {
  index: number;
  name: string;
}

type TableColumn = NonNullable<Question['columns']>[number];

function headingsOf({ cells }: ReadRow): Map<Heading, NamedColumn> {
  const found = new Map<Heading, NamedColumn>();
  for (const [index, cell] of cells) {
    const name = textOf(cell);
    const heading = headings.find((each) => isWord(each, name));
    if (heading && !found.has(heading)) found.set(heading, { index, name });
  }
  return found;
}

function isWord(heading: Heading, text: string): boolean {
  return languages.some((language) => workbookTexts[heading][language].toLowerCase() === text.toLowerCase());
}

function isAnyHeading(text: string): boolean {
  return text === '' || [...headings, 'interface', 'question'].some((each) => isWord(each as Heading, text));
}

function findColumn(question: Question, written: string): TableColumn | undefined {
  const plain = written.toLowerCase();
  return question.columns?.find(({ text }) => languages.some((language) => text[language].toLowerCase() === plain));
}
