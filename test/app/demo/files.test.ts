import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { csvOf, pdfOf, pngOf } from '~/app/demo/files';
import { checkEvidenceFile } from '~/workflows/evidence-file';

describe('the files that demo suppliers upload', () => {
  test('a PDF whose table of objects points at its objects', () => {
    const bytes = pdfOf(['Serviceaftale (uddrag)', 'Udløber: 1. maj']);
    expect(checkEvidenceFile('aftale.pdf', bytes)).toMatchObject({ ok: true, mediaType: 'application/pdf' });
    const text = Buffer.from(bytes).toString('latin1');
    const offsets = [...text.matchAll(/^(\d{10}) 00000 n /gm)].map(([, offset]) => Number(offset));
    expect(offsets).toHaveLength(5);
    for (const [index, offset] of offsets.entries())
      expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj`));
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(start)).toMatch(/^xref/);
    const stream = /\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/.exec(text);
    expect(stream?.[2]).toHaveLength(Number(stream?.[1]));
  });
  test('a PNG of the size asked for, with every row', () => {
    const bytes = Buffer.from(pngOf(40, 30, [20, 90, 140]));
    expect(checkEvidenceFile('billede.png', bytes)).toMatchObject({ ok: true, mediaType: 'image/png' });
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([40, 30]);
    const data = bytes.indexOf('IDAT');
    const rows = inflateSync(bytes.subarray(data + 4, data + 4 + bytes.readUInt32BE(data - 4)));
    expect(rows).toHaveLength(30 * (1 + 40 * 3));
    // IEND has no data, so its checksum is the same in every PNG.
    expect(bytes.subarray(-4).toString('hex')).toBe('ae426082');
  });
  test('a CSV that Danish Excel opens', () => {
    const bytes = csvOf([
      ['Rolle', 'Siger »"nej"«'],
      ['Læser', ''],
    ]);
    expect(checkEvidenceFile('roller.csv', bytes)).toMatchObject({ ok: true, mediaType: 'text/csv' });
    expect(Buffer.from(bytes).toString('utf8')).toBe('\uFEFF"Rolle";"Siger »""nej""«"\r\n"Læser";""\r\n');
  });
});
