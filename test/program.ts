import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '~/db/project-root';

/**
 * Bundles a program of ours, as `npm start` does, so that a test can run it as a process of its own.
 * @param source relative to the root
 * @returns the path of the bundle
 */
export async function bundleProgram(source: string): Promise<string> {
  const outfile = path.join(projectRoot, '.cache', 'test', 'programs', `${source.replaceAll('/', '-')}.mjs`);
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [source],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    tsconfig: path.join(projectRoot, 'tsconfig.json'),
    logLevel: 'silent',
  });
  return outfile;
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
