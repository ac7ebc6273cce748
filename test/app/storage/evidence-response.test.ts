import { describe, expect, it } from 'vitest';
import { evidenceResponse } from '~/app/storage/evidence-response';

const respond = (fileName: string, mediaType: string) =>
  evidenceResponse(new Blob(['x']).stream(), { hash: 'ab', mediaType, size: 1, fileName });

describe('evidenceResponse', () => {
  it('downloads what could run and shows pictures, always in a sandbox and never sniffed', () => {
    for (const mediaType of ['application/pdf', 'application/xml', 'text/plain', 'image/svg+xml']) {
      const { headers } = respond('a', mediaType);
      expect(headers.get('Content-Disposition')).toMatch(/^attachment; /);
      expect(headers.get('Content-Security-Policy')).toContain('sandbox');
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    }
    expect(respond('a.png', 'image/png').headers.get('Content-Disposition')).toMatch(/^inline; /);
  });

  it('writes any file name into the header without breaking it', () => {
    const header = respond('Aftale "æøå"\r\n50%.pdf', 'application/pdf').headers.get('Content-Disposition');
    expect(header).toBe(
      `attachment; filename="Aftale _______50_.pdf"; filename*=UTF-8''Aftale%20%22%C3%A6%C3%B8%C3%A5%22%0D%0A50%25.pdf`,
    );
  });
});
