// What `npm run build` runs: Remix's browser and server bundles, and the programs around them.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { bundle, findDoubles, withoutPackages, withPackages } from './bundle.js';
import { hashSources, removeBuildStamp, root, writeBuildStamp } from './prepare.js';

/** The build failed; the message holds what the tools printed. */
export class BuildError extends Error {}

/** Builds everything into build/ and notes what it was made from. */
export async function build() {
  const hash = hashSources();
  removeBuildStamp();
  buildRemix();
  await Promise.all([bundlePrograms(), precompress(path.join(root, 'build', 'client'))]);
  writeBuildStamp(hash);
}

function buildRemix() {
  const packageFile = createRequire(import.meta.url).resolve('@remix-run/dev/package.json');
  const command = path.join(path.dirname(packageFile), 'dist', 'cli.js');
  const result = spawnSync(
    process.execPath,
    [command, 'vite:build', '--config', 'remix.config.js', '--logLevel', 'warn', '--sourcemapServer', 'hidden'],
    {
      cwd: root,
      encoding: 'utf8',
      // Journeys build from inside vitest, for which remix.config.js leaves Remix out.
      env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
    },
  );
  if (result.status !== 0) throw new BuildError(`The build failed:\n${result.stdout}${result.stderr}`);
}

/** Puts the packages into the programs that Vite made of our own modules. */
async function bundlePrograms() {
  const folder = path.join(root, 'build', 'server');
  const made = path.join(root, 'build', 'programs');
  renameSync(folder, made);
  // Vite made them hidden: else scripts for browsers that both halves bundle had another name in each.
  for (const name of readdirSync(made).filter((file) => file.endsWith('.js'))) {
    appendFileSync(path.join(made, name), `\n//# sourceMappingURL=${name}.map\n`);
  }
  const entryPoints = ['main', 'cli'].map((name) => path.join(made, `${name}.js`));
  const sources = await bundleOrFail({ ...withPackages, entryPoints, outdir: folder, sourcemap: true });
  const doubles = findDoubles(sources);
  if (doubles.length > 0) throw new BuildError(`The build failed: more than one copy of ${doubles.join(', ')}.`);
  rmSync(made, { recursive: true });
}

/**
 * The program of `npm run dev`.
 * @param {string} folder relative to the root
 */
export async function bundleDevelopment(folder) {
  const entryPoints = [path.join(root, 'app', 'server', 'development.ts')];
  await bundleOrFail({ ...withoutPackages, entryPoints, outdir: path.join(root, folder) });
}

async function bundleOrFail(options) {
  try {
    return await bundle(options);
  } catch (error) {
    throw new BuildError(`The build failed:\n${error.message}`);
  }
}

const compressible = /\.(?:m?js|css|svg|json|txt|xml|html|webmanifest|ico|wasm|ttf)$/;

/** Files whose names hold a hash never change: compress them once, as small as can be, not at each request. */
async function precompress(folder) {
  if (!existsSync(folder)) return;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => compressible.test(file) && statSync(file).size > 1024);
  await Promise.all(files.map(precompressFile));
}

async function precompressFile(file) {
  const bytes = readFileSync(file);
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(bytes, { level: 9 }),
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  ]);
  for (const [extension, result] of [
    ['gz', zipped],
    ['br', brotli],
  ]) {
    rmSync(`${file}.${extension}`, { force: true });
    if (result.length < bytes.length) writeFileSync(`${file}.${extension}`, result);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  build().catch((error) => {
    process.stderr.write(`${error instanceof BuildError ? error.message : error.stack}\n`);
    process.exitCode = 1;
  });
}
