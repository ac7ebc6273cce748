import { createHash } from 'node:crypto';

/** Chance without chance: the same seed gives the same, so that demo data loaded twice is the same data. */
function bytesOf(seed: string): Buffer {
  return createHash('sha256').update(seed).digest();
}

/** @returns a whole number from 0 up to, not including, `below` */
export function numberFrom(seed: string, below: number): number {
  return bytesOf(seed).readUInt32BE(0) % below;
}

export function pickFrom<T>(seed: string, list: readonly T[]): T {
  const picked = list[numberFrom(seed, list.length)];
  if (picked === undefined) throw new Error('There is nothing to pick from.');
  return picked;
}

/** In the form of a random UUID (version 4). */
export function uuidFrom(seed: string): string {
  const bytes = bytesOf(seed).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
