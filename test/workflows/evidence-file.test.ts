import { describe, expect, it } from 'vitest';
import { checkEvidenceFile, evidenceSizeLimit, safeFileName } from '~/workflows/evidence-file';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A ZIP with empty entries of these names: local headers, the directory, its end. */
function zipOf(...names: string[]): Uint8Array {
  const parts: number[] = [];
  const directory: number[] = [];
  const le = (value: number, size: number) => Array.from({ length: size }, (_, index) => (value >> (8 * index)) & 0xff);
  for (const name of names) {
    const offset = parts.length;
    const encoded = [...bytes(name)];
    parts.push(0x50, 0x4b, 3, 4, ...Array(22).fill(0), ...le(encoded.length, 2), 0, 0, ...encoded);
    directory.push(
      0x50,
      0x4b,
      1,
      2,
      ...Array(24).fill(0),
      ...le(encoded.length, 2),
      ...Array(12).fill(0),
      ...le(offset, 4),
    );
    directory.push(...encoded);
  }
  const end = [0x50, 0x4b, 5, 6, 0, 0, 0, 0, ...le(names.length, 2), ...le(names.length, 2)];
  return Uint8Array.from([...parts, ...directory, ...end, ...le(directory.length, 4), ...le(parts.length, 4), 0, 0]);
}

const docx = ['[Content_Types].xml', 'word/document.xml'];
const cfb = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

describe('evidence files', () => {
  it.each([
    ['rapport.pdf', bytes('%PDF-1.7\n…'), 'application/pdf'],
    ['billede.PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'],
    ['foto.jpeg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['aftale.docx', zipOf(...docx), expect.stringContaining('wordprocessingml')],
    ['test.xlsx', zipOf('[Content_Types].xml', 'xl/workbook.xml'), expect.stringContaining('spreadsheetml')],
    ['roller.csv', Uint8Array.from([0x52, 0xf8, 0x64, 0x3b, 0x0d, 0x0a]), 'text/csv'],
    ['kvittering.txt', bytes('Gennemført\tok'), 'text/plain'],
    ['metadata.xml', bytes('\uFEFF<?xml version="1.0"?><a/>'), 'application/xml'],
  ])('accepts %s', (name, content, mediaType) => {
    expect(checkEvidenceFile(name, content)).toMatchObject({ ok: true, fileName: name, mediaType });
  });

  it.each([
    ['tom.pdf', new Uint8Array(), 'file-empty'],
    ['stor.txt', new Uint8Array(evidenceSizeLimit + 1).fill(0x61), 'file-too-large'],
    ['program.exe', bytes('MZ'), 'file-type'],
    ['side.html', bytes('<html>'), 'file-type'],
    ['tegning.svg', bytes('<svg/>'), 'file-type'],
    ['uden-endelse', bytes('x'), 'file-type'],
    ['__proto__', bytes('x'), 'file-type'],
    ['falsk.pdf', bytes('<html>%PDF-'), 'file-content'],
    ['falsk.png', bytes('GIF89a'), 'file-content'],
    ['falsk.docx', zipOf('[Content_Types].xml', 'xl/workbook.xml'), 'file-content'],
    ['afskåret.docx', zipOf(...docx).slice(0, -10), 'file-content'],
    ['binær.txt', Uint8Array.from([0x61, 0]), 'file-content'],
    ['ikke.xml', bytes('{"a":1}'), 'file-content'],
    ['låst.pdf', bytes('%PDF-1.7 trailer << /Encrypt 5 0 R >>'), 'file-password'],
    [
      'låst.xlsx',
      Uint8Array.from([...cfb, ...[...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0])]),
      'file-password',
    ],
    ['gammel.docx', Uint8Array.from(cfb), 'file-content'],
    ['makro.docx', zipOf(...docx, 'word/vbaProject.bin'), 'file-macros'],
  ])('refuses %s', (name, content, problem) => {
    expect(checkEvidenceFile(name, content)).toEqual({ ok: false, problem });
  });

  it('keeps only the name of a file, and only what is readable in it', () => {
    expect(safeFileName('..\\..\\C:\\temp/rapport.pdf')).toBe('rapport.pdf');
    expect(safeFileName('faktura\u202Efdp.exe')).toBe('fakturafdp.exe');
    expect(safeFileName('a"b<c>\r\n.txt')).toBe('abc.txt');
    expect(safeFileName('/')).toBe('fil');
    const long = safeFileName(`${'æ'.repeat(300)}.docx`);
    expect(long).toHaveLength(120);
    expect(long.endsWith('.docx')).toBe(true);
  });
});
