import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { Db } from '~/db/client';
import { getLogHead } from '~/db/log';
import { OperatorProblem } from '~/db/operator-problem';

/**
 * Ends of the log, kept in a file outside the database: whoever can write the whole chain anew there cannot reach these
 * as well, if the file is on another machine or medium. One line of JSON each, only ever added to.
 */

const headSchema = z.object({
  number: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
});
export type KeptHead = z.infer<typeof headSchema>;

/** In milliseconds: what happened since the last kept end can be rewritten unseen. */
const interval = 3_600_000;

/**
 * Adds the log's present end, unless nothing happened since the last one or that is less than an hour old. Two processes
 * may both add it: that does no harm.
 * @returns the end that was added, or null
 */
export async function keepLogHead(db: Db, file: string, now: Date, least = interval): Promise<KeptHead | null> {
  const head = await findNewHead(db, file, now, least);
  if (head === null) return null;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await appendFile(file, `${JSON.stringify(head)}\n`, { mode: 0o600, flush: true });
  return head;
}

/** The end that keepLogHead would add. */
export async function findNewHead(db: Db, file: string, now: Date, least = interval): Promise<KeptHead | null> {
  const last = (await readLogHeads(file)).at(-1);
  if (last && now.getTime() - Date.parse(last.at) < least) return null;
  const { number, hash } = await getLogHead(db);
  if (number === (last?.number ?? 0)) return null;
  return { number, hash, at: now.toISOString() };
}

/**
 * @returns in the order in which they were kept; none when there is no such file
 * @throws OperatorProblem for a line that is no end of a log
 */
export async function readLogHeads(file: string): Promise<KeptHead[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line, index) => {
    if (line === '') return [];
    const read = headSchema.safeParse(parseOrNull(line));
    if (!read.success) throw new OperatorProblem(`${file}:${index + 1} is not an end of the log.`);
    return [read.data];
  });
}

function parseOrNull(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
