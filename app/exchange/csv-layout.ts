import { translator } from '~/app/i18n/texts';
import { workbookTexts } from '~/app/i18n/workbook';
import { writeTableCell } from './answer-cells';
import { writeCsv } from './read-csv';
import type { SheetCell } from './sheets';
import { aboutRows, type ExportedDeclaration, type LayoutContext, questionRow, tableRowsOf } from './workbook-layout';

/** The columns of the CSV file; a table's cells have lines of their own, with row and column. */
export const csvColumns = [
  'interface',
  'question',
  'tableRow',
  'tableColumn',
  'answer',
  'reason',
  'how',
  'asked',
  'key',
  'mark',
] as const;

/** The whole declaration as one CSV file; its first line says what it is. */
export function writeDeclarationCsv(exported: ExportedDeclaration, context: LayoutContext): string {
  const t = translator(workbookTexts, context.language);
  const about = aboutRows(exported, context);
  const lines = exported.instances.flatMap((instance) => {
    const row = questionRow(instance, { exported, context });
    const isTable = instance.question.type === 'table';
    const line = csvColumns.map((column) =>
      column === 'tableRow' || column === 'tableColumn' || (isTable && column === 'answer') ? null : plain(row[column]),
    );
    return isTable ? [line, ...tableLines(exported, context, instance)] : [line];
  });
  return writeCsv([about.flatMap(([word, , value]) => [word, value]), csvColumns.map((column) => t(column)), ...lines]);
}

function tableLines(
  exported: ExportedDeclaration,
  { language, municipalities }: LayoutContext,
  { key, question }: ExportedDeclaration['instances'][number],
): (string | number | null)[][] {
  const filled = tableRowsOf(exported, key);
  const rows = filled.length > 0 ? filled : [{}];
  return rows.flatMap((row: Record<string, string>, index) =>
    (question.columns ?? []).map(({ id, type, text }) => [
      null,
      question.text[language],
      index + 1,
      text[language],
      plain(writeTableCell(type, row[id] ?? '', municipalities)),
      null,
      null,
      null,
      key,
      null,
    ]),
  );
}

/** A day as it is written in Denmark. */
function plain({ value, look }: SheetCell): string | number | null {
  const day = look === 'date' && typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  return day ? `${day[3]}-${day[2]}-${day[1]}` : value;
}
