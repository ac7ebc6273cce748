/** What the coordinator may set as numbers, with the least and the most that each can be. */
export const portalLimits = {
  /** Hours without work after which others may take over a claimed section. */
  leaseHours: [1, 2000],
  /** So many municipalities run a product of high impact. */
  highImpactFrom: [1, 98],
  /** Working days that a municipality's review may take. */
  reviewDays: [1, 200],
  /** Working days after that until the coordinators are told. */
  escalateDays: [1, 200],
  /** Days on which an expired publication can still be read. */
  expiredDays: [0, 1000],
} as const satisfies Record<string, readonly [least: number, most: number]>;

export type PortalLimit = keyof typeof portalLimits;
export type PortalLimits = Record<PortalLimit, number>;

export const portalLimitNames = Object.keys(portalLimits) as PortalLimit[];

/** Those that are no whole number, or too small or too large. */
export function limitsOutOfBounds(limits: PortalLimits): PortalLimit[] {
  return portalLimitNames.filter((name) => {
    const [least, most] = portalLimits[name];
    return !Number.isInteger(limits[name]) || limits[name] < least || limits[name] > most;
  });
}

/** As people write one; what is not written is no number, and so out of its bounds. */
export function readPortalLimit(text: string | undefined): number {
  return text?.trim() ? Number(text) : Number.NaN;
}

/** As a form sends them. */
export function readPortalLimits(typed: Readonly<Record<string, string>>): PortalLimits {
  return Object.fromEntries(portalLimitNames.map((name) => [name, readPortalLimit(typed[name])])) as PortalLimits;
}
