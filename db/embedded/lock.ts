import { randomUUID } from 'node:crypto';
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

const refreshEvery = 1_000;
const staleAfter = 15_000;

/**
 * Runs `work` while no other process on this machine runs work under the same lock file. A lock whose process
 * died is taken over: at once when its process id is gone, else (ids are reused, above all in containers) when it
 * has not been refreshed for fifteen seconds. PostgreSQL's own lock on the cluster stands behind this one.
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const token = `${process.pid} ${randomUUID()}`;
  while (!(await take(file, token))) {
    if (await isStale(file)) await rm(file, { force: true });
    else await wait(25);
  }
  const refresh = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, refreshEvery);
  refresh.unref();
  try {
    return await work();
  } finally {
    clearInterval(refresh);
    if ((await readFile(file, 'utf8').catch(() => '')) === token) await rm(file, { force: true });
  }
}

async function take(file: string, token: string): Promise<boolean> {
  try {
    await writeFile(file, token, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  // Two processes may clear the same stale lock one after the other: only the last to write holds it.
  return (await readFile(file, 'utf8').catch(() => '')) === token;
}

async function isStale(file: string): Promise<boolean> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    const pid = Number(text.split(' ')[0]);
    return (pid > 0 && !isAlive(pid)) || Date.now() - mtimeMs > staleAfter;
  } catch {
    return false;
  }
}

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
