import { Document, HeadingLevel, Packer, Paragraph, type Table, TextRun } from 'docx';
import type { LetterBlock, LetterDocument } from '~/workflows/letter';
import type { Language } from '~/workflows/words';

/** A Word file under its title, in the portal's look. */
export function packWord(
  { title, language }: { title: string; language: Language },
  children: readonly (Paragraph | Table)[],
): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Snitfladeklar',
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: language === 'da' ? 'da-DK' : 'en-GB' } },
          paragraph: { spacing: { after: 120 } },
        },
        heading1: { run: { size: 36, bold: true, color: '16222A' }, paragraph: { spacing: { after: 240 } } },
        heading2: {
          run: { size: 28, bold: true, color: '16222A' },
          paragraph: { spacing: { before: 360, after: 120 } },
        },
      },
    },
    sections: [{ children: [new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }), ...children] }],
  });
  return Packer.toBuffer(document);
}

/** A name and its value in a line. */
export function factOf({ name, value }: { name: string; value: string }): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: `${name}: `, bold: true }), new TextRun(value)] });
}

/** A document of headings, paragraphs and facts as a Word file. */
export function renderDocx(document: LetterDocument): Promise<Uint8Array> {
  return packWord(document, document.blocks.flatMap(paragraphsOf));
}

function paragraphsOf(block: LetterBlock): Paragraph[] {
  if (block.kind === 'facts') return block.rows.map(factOf);
  if (block.kind === 'paragraph') return [new Paragraph(block.text)];
  if (block.kind === 'answer')
    return [new Paragraph(block.question), new Paragraph(block.verdict), new Paragraph(block.reason)];
  const heading = block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
  return [new Paragraph({ text: block.text, heading })];
}
