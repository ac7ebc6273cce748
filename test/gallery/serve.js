// The gallery on a port of its own: `node test/gallery/serve.js [port]`. Built by esbuild and sass alone, so that a look
// at the components does not need the portal. The policy is the portal's, so what it forbids is missing here as well.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { compile } from 'sass';
import sirv from 'sirv';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; form-action 'self'; frame-ancestors 'none'";

/**
 * @param {number} [port] 0 takes a free one
 * @returns {Promise<{ url: string, pages: readonly string[], close: () => Promise<void> }>}
 */
export async function serveGallery(port = 0) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gallery-'));
  const { galleryPages, renderGallery } = await bundle(folder);
  for (const language of ['da', 'en']) {
    mkdirSync(path.join(folder, 'site', language), { recursive: true });
    for (const page of galleryPages) {
      writeFileSync(path.join(folder, 'site', language, `${page}.html`), renderGallery(page, language));
    }
  }
  cpSync(path.join(root, 'public'), path.join(folder, 'site'), { recursive: true });
  writeStyles(path.join(folder, 'site'));
  const files = sirv(path.join(folder, 'site'), { extensions: ['html'], dev: true });
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    files(request, response);
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${bound}`,
    pages: galleryPages,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(() => resolve(undefined)));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param {string} folder */
async function bundle(folder) {
  const outfile = path.join(root, 'node_modules', '.cache', `gallery-${path.basename(folder)}.mjs`);
  await build({
    entryPoints: [path.join(root, 'test/gallery/gallery.tsx')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    packages: 'external',
    tsconfig: path.join(root, 'tsconfig.json'),
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}

/** @param {string} site */
function writeStyles(site) {
  const { css } = compile(path.join(root, 'app/styles/portal.scss'), { silenceDeprecations: ['if-function'] });
  const moved = css.replace(/\.\.\/\.\.\/node_modules\/dkfds\/dist\/([^'")]+)/g, (_, file) => {
    const to = path.join(site, 'dkfds', file);
    mkdirSync(path.dirname(to), { recursive: true });
    cpSync(path.join(root, 'node_modules/dkfds/dist', file), to);
    return `/dkfds/${file}`;
  });
  writeFileSync(path.join(site, 'portal.css'), moved);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url, pages } = await serveGallery(Number(process.argv[2] ?? 0));
  process.stdout.write(`${pages.map((page) => `${url}/da/${page}`).join('\n')}\n`);
}
