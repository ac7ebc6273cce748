interface EvidenceFile {
  /** SHA-256 of the content; it never changes, so it is the entity tag. */
  hash: string;
  mediaType: string;
  /** In bytes. */
  size: number;
  fileName: string;
}

/** Pictures can be looked at in the browser; everything else is downloaded, whatever the browser would do with it. */
const shownInBrowser: readonly string[] = ['image/png', 'image/jpeg'];

/**
 * A supplier's file as a response: it may run nothing, embed nothing and be taken for nothing but what it is.
 * The caller has authorized it.
 */
export function evidenceResponse(content: ReadableStream<Uint8Array>, file: EvidenceFile): Response {
  const disposition = shownInBrowser.includes(file.mediaType) ? 'inline' : 'attachment';
  return new Response(content, {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Length': String(file.size),
      'Content-Disposition': `${disposition}; ${fileNameParameters(file.fileName)}`,
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      ETag: `"${file.hash}"`,
    },
  });
}

/** A plain name for old clients and the whole one in UTF-8. Source: RFC 6266, appendix D; RFC 8187. */
function fileNameParameters(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
