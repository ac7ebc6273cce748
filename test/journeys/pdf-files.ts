import { createRequire } from 'node:module';

/** It has no entry for `import`. */
const PDFDocument = createRequire(import.meta.url)('pdfkit') as typeof import('pdfkit');

/** Files as suppliers send them, for what shows them. */

interface WrittenOptions {
  pages: number;
  password?: string;
}

/** Pages with a line of text on each. */
export function writtenPdf({ pages, password }: WrittenOptions): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false, ...(password ? { userPassword: password } : {}) });
  for (let page = 1; page <= pages; page += 1) document.addPage().text(`Bilag ${page}`);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.end();
  });
}

/** 16 × 16 pixels of one red, as JPEG 2000: scanners pack pages like this, and browsers do not know it. */
const redJpeg2000 = Buffer.from(
  '/0//UQAvAAAAAAAQAAAAEAAAAAAAAAAAAAAAEAAAABAAAAAAAAAAAAADDwEBDwEBDwEB/1IADAAAAAEBBAQEAAH/XAAQQICIiJCIiJCIiJCIiJD/ZAAl' +
    'AAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjD/kAAKAAAAAAApAAH/k8f+DAYIMjeA3/iQGALWB4CAgICAgICAgICAgP/Z',
  'base64',
);

/** One page that is a picture and nothing else. pdf.js finds objects by itself where the table of them is missing. */
export function scannedPdf(): Buffer {
  const picture = `/Type /XObject /Subtype /Image /Width 16 /Height 16 /Filter /JPXDecode /Length ${redJpeg2000.length}`;
  const drawn = 'q 200 0 0 200 0 0 cm /Im Do Q';
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.5
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /Im 5 0 R >> >> >> endobj
4 0 obj << /Length ${drawn.length} >> stream
${drawn}
endstream endobj
5 0 obj << ${picture} >> stream
`,
    ),
    redJpeg2000,
    Buffer.from('\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n'),
  ]);
}
