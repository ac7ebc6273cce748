import { BorderStyle, HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Annex, AnnexRequirement } from './compose-annex';
import { factOf, packWord } from './word.server';

/** In twentieths of a point: what stands between the margins of an A4 page, and how the columns share it. */
const columnWidths = [1_000, 4_600, 4_000];
const line = { style: BorderStyle.SINGLE, size: 4, color: '8A969C' };
const borders = { top: line, bottom: line, left: line, right: line };

/** The annex as a Word file: headings as headings, each part's requirements as a table with room for the answers. */
export function renderAnnexDocx(annex: Annex): Promise<Uint8Array> {
  return packWord(annex, [
    ...annex.facts.map(factOf),
    new Paragraph({ text: annex.how.heading, heading: HeadingLevel.HEADING_2 }),
    new Paragraph(annex.how.text),
    ...annex.parts.flatMap(({ heading, text, requirements }) => [
      new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }),
      new Paragraph(text),
      tableOf(annex, requirements),
    ]),
  ]);
}

function tableOf({ columns }: Annex, requirements: readonly AnnexRequirement[]): Table {
  const head = [columns.number, columns.requirement, columns.answer].map((text) => [
    new Paragraph({ children: [new TextRun({ text, bold: true })] }),
  ]);
  const rows = requirements.map(({ number, heading, sentences }) => [
    [new Paragraph(number)],
    [
      new Paragraph({ children: [new TextRun({ text: heading, bold: true })] }),
      ...sentences.map((sentence) => new Paragraph(sentence)),
    ],
    [new Paragraph('')],
  ]);
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths,
    // The head is repeated on each page, and read out with each cell.
    rows: [rowOf(head, true), ...rows.map((cells) => rowOf(cells, false))],
  });
}

function rowOf(cells: readonly Paragraph[][], isHead: boolean): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map(
      (children, index) =>
        new TableCell({
          children,
          borders,
          width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
          margins: { top: 80, bottom: 80, left: 120, right: 120 },
          ...(isHead ? { shading: { fill: 'E7F2F4' } } : {}),
        }),
    ),
  });
}
