import { randomUUID } from 'node:crypto';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { Transaction } from './client';
import { attempts } from './schema';

/** How many tries of a kind are let through within a time. */
export interface AttemptLimit {
  kind: string;
  /** From one subject, e.g. one e-mail address. */
  each: number;
  /** From everybody together: what keeps a flood of invented addresses out of people's mailboxes. */
  all: number;
  milliseconds: number;
}

const attemptLock = 0x61747470;

/**
 * Counts a try of a form that anybody can send, over all web processes.
 * @param subject what it is counted by: a keyed hash, never an address itself
 * @returns false when there were too many; the try is not counted then
 */
export async function countAttempt(
  tx: Transaction,
  now: Date,
  { kind, each, all, milliseconds }: AttemptLimit,
  subject: string,
): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(${attemptLock}, hashtext(${kind}))`);
  const since = new Date(now.getTime() - milliseconds);
  await tx.delete(attempts).where(and(eq(attempts.kind, kind), lt(attempts.at, since)));
  const recent = and(eq(attempts.kind, kind), gt(attempts.at, since));
  if ((await tx.$count(attempts, recent)) >= all) return false;
  if ((await tx.$count(attempts, and(recent, eq(attempts.subject, subject)))) >= each) return false;
  await tx.insert(attempts).values({ id: randomUUID(), kind, subject, at: now });
  return true;
}
