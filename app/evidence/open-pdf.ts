/** Why a PDF is not shown in its place; app/i18n/evidence-pdf.ts has a sentence for each. */
export type PdfProblem = 'unreachable' | 'password' | 'unreadable';

/** A PDF that is open in the browser. */
export interface OpenPdf {
  pageCount: number;
  /** Width and height of its first page as CSS wants them, a guess for the others until they are drawn. */
  shape: string;
  /** @param number from 1 */
  draw: (number: number, holder: HTMLElement) => Drawing;
}

export interface Drawing {
  /** What came of it: whether the page has text; `stopped` before its end. */
  outcome: Promise<'text' | 'no-text' | 'failed' | 'stopped'>;
  /** Stops it, and gives the picture's memory back. The page's text stays where it is, to be found and read aloud. */
  stop: () => void;
}

/** Pages that are shown in their place; who has to read more of one piece of evidence is better off with a reader. */
export const pagesInPlace = 50;
