import sirv from 'sirv';
import type { FileHandler } from './http';

/**
 * Serves the files that lie in a folder when this is called. One that is taken away while the portal runs, as a new build
 * does, breaks off its own answer and nothing else.
 */
export function staticFiles(folder: string): FileHandler {
  return sirv(folder, {
    extensions: [],
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders: (response, pathname) => {
      response.once('pipe', (file) => file.once('error', () => response.destroy()));
      // Files in assets carry a hash of their content in their name.
      const lasting = pathname.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'max-age=3600';
      response.setHeader('Cache-Control', `public, ${lasting}`);
      // What other sites load: it asks for public badges and knows no session.
      if (!pathname.startsWith('/embed/')) return;
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    },
  });
}
