/** A declaration on its way out as a file; it is nobody's but the reader's, so that nothing keeps it. */
export function exportResponse(body: string | Uint8Array, slug: string, ending: string, mediaType: string): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${slug.replace(/[^\w-]/g, '')}.${ending}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
