import type { IncomingHttpHeaders } from 'node:http';
import { matchesTag } from './encoding';

/** By what a client asks whether something is still what it has (RFC 9110, 8.8 and 13). */
export interface Validators {
  /** An entity tag. */
  tag: string | null;
  /** The value of Last-Modified. */
  modified: string | null;
}

/** In milliseconds: a date knows no parts of a second, so it says nothing of a change that another may still join. */
const settled = 2_000;

/**
 * @param changedAt since when it has been as it is, in milliseconds; null where that is not known
 * @returns the value of Last-Modified; null where there is none that only this state has
 */
export function lastModified(changedAt: number | null, now = Date.now()): string | null {
  if (changedAt === null || now - changedAt < settled) return null;
  if (written.at !== changedAt) written = { at: changedAt, text: new Date(changedAt).toUTCString() };
  return written.text;
}

/** The last one: most answers are of one state, and kept ones are sent by the ten thousand a second. */
let written = { at: Number.NaN, text: '' };

/** A tag goes before a date, and a date counts only when it is exactly the one that was given. */
export function isUnchanged(headers: IncomingHttpHeaders, { tag, modified }: Validators): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined) return tag !== null && matchesTag(known, tag);
  return modified !== null && headers['if-modified-since'] === modified;
}

/** Of a table that is sent as it is made: the same state of what is public makes the same rows. */
export function validatorsOfState(changedAt: number | null): Validators {
  return { tag: changedAt === null ? null : `W/"${changedAt.toString(36)}"`, modified: lastModified(changedAt) };
}
