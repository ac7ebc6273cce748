import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder with package.json and remix.config.js, found from where this code runs: the sources (tests),
 * build/server (production) or .cache (development). Data files and migrations are read from there, so that
 * nothing depends on the working directory.
 */
export const projectRoot: string = findProjectRoot(path.dirname(fileURLToPath(import.meta.url)));

function findProjectRoot(from: string): string {
  if (existsSync(path.join(from, 'remix.config.js'))) return from;
  const parent = path.dirname(from);
  if (parent === from) throw new Error('No folder with remix.config.js above the running code.');
  return findProjectRoot(parent);
}
