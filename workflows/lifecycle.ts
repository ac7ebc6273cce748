import { isReady } from './published-rows';
import { ok, type Result, refuse } from './refusal';
import type { SupportLevel } from './words';

/** A version of an interface with its days, yyyy-mm-dd. */
export interface DatedVersion {
  label: string;
  availableOn: string | null;
  sunsetOn: string | null;
  retiredOn: string | null;
}

/** The day that the coordinator has set for a version to be out of use; of one version the latest holds. */
export interface Sunset {
  interfaceId: string;
  label: string;
  /** Null: it was taken back, and the catalogue's own day holds. */
  sunsetOn: string | null;
  /** The version to move to; null: the newest. */
  successor: string | null;
}

export type SunsetRefusal =
  | 'sunset-no-version'
  | 'sunset-no-day'
  | 'sunset-in-the-past'
  | 'sunset-no-successor'
  | 'sunset-unchanged';

/**
 * Whether a day may be set for a version.
 * @param versions of the interface, newest first
 * @param present what was set last
 * @param today yyyy-mm-dd in Copenhagen
 */
export function decideSunset(
  wanted: Sunset,
  { versions, present, today }: { versions: readonly DatedVersion[]; present: Sunset | undefined; today: string },
): Result<Sunset, SunsetRefusal> {
  const place = versions.findIndex(({ label }) => label === wanted.label);
  if (place < 0) return refuse('sunset-no-version');
  const { sunsetOn } = wanted;
  // There is nothing to take back: somebody forgot the day.
  if (sunsetOn === null && (present?.sunsetOn ?? null) === null) return refuse('sunset-no-day');
  if (sunsetOn !== null && sunsetOn <= today) return refuse('sunset-in-the-past');
  const successorPlace = versions.findIndex(({ label }) => label === wanted.successor);
  const isNewer = successorPlace >= 0 && successorPlace < place;
  if (wanted.successor !== null && !isNewer) return refuse('sunset-no-successor');
  const before = { sunsetOn: present?.sunsetOn ?? null, successor: present?.successor ?? null };
  const successor = sunsetOn === null ? null : wanted.successor;
  if (before.sunsetOn === sunsetOn && before.successor === successor) return refuse('sunset-unchanged');
  return ok({ ...wanted, successor });
}

/** The versions with the days that were set in place of the catalogue's. */
export function withSunsets<V extends DatedVersion>(versions: readonly V[], sunsets: readonly Sunset[]): V[] {
  const set = new Map(sunsets.map((sunset) => [sunset.label, sunset.sunsetOn]));
  return versions.map((version) => ({ ...version, sunsetOn: set.get(version.label) ?? version.sunsetOn }));
}

/**
 * Where a product stands with a version of an interface: `ready` with it or a newer one, `behind` with an older one or
 * not ready at all, `unknown` where it is ready but does not say with which.
 */
export const standings = ['ready', 'behind', 'unknown'] as const;
export type Standing = (typeof standings)[number];

/** @param labels of the interface's versions, newest first */
export function standingOf(
  support: { level: SupportLevel; version: string | null },
  target: string,
  labels: readonly string[],
): Standing {
  if (!isReady(support.level)) return 'behind';
  const place = support.version === null ? -1 : labels.indexOf(support.version);
  if (place < 0) return 'unknown';
  return place <= labels.indexOf(target) ? 'ready' : 'behind';
}

/** The version that users of one with a sunset should move to. @param labels newest first */
export function successorOf(
  { label, successor }: Pick<Sunset, 'label' | 'successor'>,
  labels: readonly string[],
): string | null {
  const newest = labels[0] ?? null;
  return successor ?? (newest === label ? null : newest);
}

/** Whether a product that declares an interface has something to do because a version goes out of use. */
export function isAffected(
  version: string | null,
  { label }: Pick<Sunset, 'label'>,
  labels: readonly string[],
): boolean {
  const place = version === null ? -1 : labels.indexOf(version);
  return place < 0 || place >= labels.indexOf(label);
}
