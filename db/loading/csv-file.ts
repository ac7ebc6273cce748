import { CsvError, parse } from 'csv-parse/sync';
import type * as z from 'zod';
import { problemsOf } from '~/workflows/catalogue';
import type { ContentIssue } from './content-problem';
import { decode, type SourceFile } from './read-file';

export type ParsedCsv<T> = { ok: true; rows: T[] } | { ok: false; issues: ContentIssue[] };

interface Line {
  record: string[];
  info: { lines: number };
}

/**
 * Reads a CSV file with a header line into objects.
 * @param columns the header's names, in their order
 * @param unique the columns of which every value may stand only once
 */
export function parseCsv<T extends Record<string, string>>(
  source: SourceFile,
  columns: readonly (keyof T & string)[],
  schema: z.ZodType<T>,
  unique: readonly (keyof T & string)[],
): ParsedCsv<T> {
  const issue = (line: number | null, message: string): ContentIssue => ({ file: source.name, line, message });
  if (source.bytes.length === 0) return { ok: false, issues: [issue(null, 'is missing or empty')] };
  const text = decode(source);
  if (text === undefined) return { ok: false, issues: [issue(null, 'is not UTF-8')] };
  const lines = parseLines(text);
  if (lines instanceof CsvError) return { ok: false, issues: [issue(Number(lines.lines) || null, lines.message)] };
  const [header, ...records] = lines;
  if (header?.record.join(',') !== columns.join(',')) {
    return { ok: false, issues: [issue(1, `the header must be ${columns.join(',')}`)] };
  }
  const rows: T[] = [];
  const issues: ContentIssue[] = [];
  const seen = new Set<string>();
  for (const { record, info } of records) {
    if (record.length !== columns.length) {
      issues.push(issue(info.lines, `has ${record.length} columns; ${columns.length} are needed`));
      continue;
    }
    const parsed = schema.safeParse(Object.fromEntries(columns.map((column, index) => [column, record[index]])));
    if (!parsed.success) {
      issues.push(
        ...problemsOf(parsed.error).map(({ path, message }) => issue(info.lines, `${path.join('.')}: ${message}`)),
      );
      continue;
    }
    for (const column of unique) {
      const value = `${column} ${parsed.data[column]}`;
      if (seen.has(value)) issues.push(issue(info.lines, `${value} stands in the file twice`));
      seen.add(value);
    }
    rows.push(parsed.data);
  }
  if (rows.length === 0 && issues.length === 0) issues.push(issue(null, 'has no rows'));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, rows };
}

function parseLines(text: string): Line[] | CsvError {
  try {
    return parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Line[];
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
}
