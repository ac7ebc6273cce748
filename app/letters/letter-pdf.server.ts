import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { letterTexts } from '~/app/i18n/letter';
import { translator } from '~/app/i18n/texts';
import { projectRoot } from '~/db/project-root';
import type { LetterBlock, LetterDocument } from '~/workflows/letter';

// Its exports give Node's half to require alone; import would find the browser's. Asked for with the first letter: it is
// a third of what starting takes, and no page needs it.
const requireHere = createRequire(import.meta.url);
const loadPdfkit = () => requireHere('pdfkit') as typeof import('pdfkit');

type Pdf = PDFKit.PDFDocument;
type Part = PDFKit.PDFStructureElement;

/** Millimetres in points. */
const mm = 72 / 25.4;
const margin = 25 * mm;
const sizes = { h1: 20, h2: 14, h3: 12, text: 10.5, small: 8.5 } as const;

/** The portal's own type; embedded, so that the letter looks the same everywhere and its text can be read out. */
const fontFolder = path.join(projectRoot, 'node_modules', 'dkfds', 'dist', 'fonts', 'IBMPlexSans', 'complete', 'ttf');
let fonts: Promise<{ regular: Buffer; bold: Buffer }> | undefined;

function loadFonts() {
  fonts ??= (async () => ({
    regular: await readFile(path.join(fontFolder, 'IBMPlexSans-Regular.ttf')),
    bold: await readFile(path.join(fontFolder, 'IBMPlexSans-SemiBold.ttf')),
  }))();
  return fonts;
}

/**
 * A letter as a tagged PDF: language, title, headings, paragraphs and a list of facts that assistive technology reads.
 * The same document gives the same pages.
 */
export function renderLetterPdf(document: LetterDocument): Promise<Uint8Array> {
  const t = translator(letterTexts, document.language);
  const facts = document.blocks.find((block) => block.kind === 'facts');
  const number = facts?.rows[1]?.value ?? '';
  return renderPdf(document, (page, pages) => t('footer', { number, page, pages }));
}

/**
 * Any document of a letter's blocks as a tagged PDF.
 * @param footerOf what stands at the foot of a page: its number and how many there are
 */
export async function renderPdf(
  document: LetterDocument,
  footerOf: (page: string, pages: string) => string,
): Promise<Uint8Array> {
  const { regular, bold } = await loadFonts();
  const PDFDocument = loadPdfkit();
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    // Known to pdfkit, but not to its types yet.
    ...({ subset: 'PDF/UA' } as object),
    displayTitle: true,
    lang: document.language === 'da' ? 'da-DK' : 'en-GB',
    bufferPages: true,
    info: { Title: document.title, CreationDate: new Date(document.datedAt), ModDate: new Date(document.datedAt) },
  });
  pdf.registerFont('regular', regular).registerFont('bold', bold);
  const chunks: Uint8Array[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  root.add(pdf.struct('H1', {}, () => void pdf.font('bold').fontSize(sizes.h1).text(document.title)));
  for (const block of document.blocks) drawBlock(pdf, root, block);
  root.end();
  drawFooters(pdf, footerOf);
  pdf.end();
  return done;
}

function drawBlock(pdf: Pdf, root: Part, block: LetterBlock): void {
  switch (block.kind) {
    case 'heading':
      makeRoom(pdf, 4 * sizeOf(block.level));
      root.add(pdf.struct(block.level === 2 ? 'H2' : 'H3', {}, () => drawHeading(pdf, block.text, block.level)));
      return;
    case 'paragraph':
      root.add(pdf.struct('P', {}, () => drawText(pdf, block.text)));
      return;
    case 'facts':
      root.add(listOf(pdf, block.rows));
      return;
    case 'answer':
      drawAnswer(pdf, root, block);
  }
}

const sizeOf = (level: 2 | 3): number => (level === 2 ? sizes.h2 : sizes.h3);

/**
 * A heading never stands alone at the foot of a page, nor a question without its verdict. Before the tag begins: what is
 * drawn on a new page within one would stand outside every tag, and not be read out.
 */
function makeRoom(pdf: Pdf, points: number): void {
  if (pdf.y > pdf.page.height - margin - points) pdf.addPage();
}

function drawHeading(pdf: Pdf, text: string, level: 2 | 3): void {
  const size = sizeOf(level);
  pdf
    .moveDown(level === 2 ? 1 : 0.5)
    .font('bold')
    .fontSize(size)
    .text(text);
  pdf.moveDown(0.3);
}

function drawText(pdf: Pdf, text: string): void {
  pdf.font('regular').fontSize(sizes.text).text(text, { lineGap: 2 });
  pdf.moveDown(0.6);
}

/** Names and values; read out as a list. */
function listOf(pdf: Pdf, rows: readonly { name: string; value: string }[]): Part {
  const list = pdf.struct('L');
  pdf.moveDown(0.8);
  for (const { name, value } of rows) {
    const item = pdf.struct('LI');
    item.add(
      pdf.struct('Lbl', {}, () => {
        pdf.font('bold').fontSize(sizes.text).text(`${name}: `, { continued: true });
      }),
    );
    item.add(pdf.struct('LBody', {}, () => void pdf.font('regular').text(value, { lineGap: 2 })));
    list.add(item);
  }
  return list;
}

function drawAnswer(pdf: Pdf, root: Part, { question, verdict, reason }: LetterBlock & { kind: 'answer' }): void {
  makeRoom(pdf, 50);
  root.add(
    pdf.struct('P', {}, () => {
      pdf.font('bold').fontSize(sizes.text).text(question, { lineGap: 2 });
      pdf.font('regular').text(`${verdict}: ${reason}`, { lineGap: 2 });
      pdf.moveDown(0.6);
    }),
  );
}

/** The number of each page: an artefact, which is not read out. */
function drawFooters(pdf: Pdf, footerOf: (page: string, pages: string) => string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index);
    // Text below the margin would begin a page of its own.
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf
      .font('regular')
      .fontSize(sizes.small)
      .text(footerOf(String(index + 1), String(count)), margin, pdf.page.height - 15 * mm, {
        align: 'center',
        lineBreak: false,
      });
    pdf.endMarkedContent();
  }
}
