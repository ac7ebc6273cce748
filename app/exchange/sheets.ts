/** A cell of a workbook or a CSV file, as it was read. */
export interface ReadCell {
  value: string | number | boolean;
  /** A number that is shown as a date: days since the end of 1899. */
  isDate: boolean;
  /** A formula of which only the text is there, or one that ended in an error. */
  problem: 'formula' | 'cell-error' | null;
}

export interface ReadRow {
  /** From 1, as the program that shows the sheet counts. */
  number: number;
  /** By column, from 0. */
  cells: ReadonlyMap<number, ReadCell>;
}

export interface ReadSheet {
  /** Null in a file of one sheet without a name. */
  name: string | null;
  rows: readonly ReadRow[];
}

export type FileProblem =
  | 'empty'
  | 'too-large'
  | 'wrong-file'
  | 'damaged'
  /** A quotation mark that begins a cell and is never closed. */
  | 'open-quote'
  | 'password'
  | 'macros'
  | 'too-much'
  | 'no-answers';

/** Why a file could not be read at all. */
export class UnreadableFile extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem);
  }
}

/** The text of a cell, as it would be typed; '' where there is none. */
export function textOf(cell: ReadCell | undefined): string {
  if (!cell) return '';
  return typeof cell.value === 'string' ? cell.value.trim() : String(cell.value);
}

/** A cell on its way out. */
export interface SheetCell {
  value: string | number | null;
  look?: 'head' | 'locked' | 'quiet' | 'text' | 'number' | 'date';
  /** Texts to choose from. */
  choices?: readonly string[];
}

export interface WrittenSheet {
  name: string;
  rows: readonly (readonly SheetCell[])[];
  /** In characters, by column. */
  widths: readonly number[];
  /** Columns that are not shown, from 0. */
  hidden?: readonly number[];
  /** How many rows at the top stay in view. */
  frozenRows: number;
}
