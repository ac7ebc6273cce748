import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { bundle, withPackages } from '~/app/server/bundle.js';
import { projectRoot } from '~/db/project-root';

/**
 * Bundles a program of ours, with its packages as `npm start` has it, so that a test can run it as a process of its own.
 * @param source relative to the root
 * @returns the path of the bundle
 */
export async function bundleProgram(source: string): Promise<string> {
  // A folder for each of Vitest's workers: nobody reads what another is writing.
  const outdir = path.join(projectRoot, '.cache', 'test', 'programs', process.env.VITEST_POOL_ID ?? '0');
  // Only a whole build has what Remix makes.
  const external = [...withPackages.external, 'virtual:remix/server-build'];
  await bundle({ ...withPackages, external, entryPoints: [source], outdir });
  return path.join(outdir, `${path.basename(source, '.ts')}.js`);
}

export interface RunningProgram {
  child: ChildProcess;
  /** What it has printed on both outputs. */
  output(): string;
  /** Resolves with its exit code; null when a signal ended it. */
  exited: Promise<number | null>;
}

/** @param env all of its environment, but for PATH */
export function runProgram(file: string, args: readonly string[], env: Record<string, string>): RunningProgram {
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, NODE_ENV: 'development', ...env },
  });
  let printed = '';
  const collect = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const exited = once(child, 'close').then(([code]) => code as number | null);
  return { child, output: () => printed, exited };
}
