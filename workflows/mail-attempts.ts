/** How long the portal waits after each attempt to send a mail that did not succeed, in minutes: two days in all. */
export const waits: readonly number[] = [1, 5, 15, 60, 240, 720, 1_920];

/** In milliseconds: longer than an attempt can take, so that a mail whose sender was killed is taken up again. */
export const leaseMilliseconds = 5 * 60_000;

/**
 * When a mail is tried again.
 * @param attempts how many there have been, from 1
 * @returns null: never, by itself
 */
export function nextAttemptAt(attempts: number, now: Date): Date | null {
  const minutes = waits[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}
