import type { Role } from './words';

/** The person a command is done by, as far as rules need to know them. Loaded anew for each request. */
export interface Actor {
  personId: string;
  name: string;
  roles: readonly Role[];
  /** The supplier they act for, or null. */
  supplierId: string | null;
  /** The code of the municipality they act for, or null. */
  municipalityCode: string | null;
  /** Roles in the supplier that hold for these products (ids) only. A role that is not named holds for every product. */
  restrictedTo?: Readonly<Partial<Record<Role, readonly string[]>>>;
}

export function hasRole(actor: Actor | null, ...wanted: readonly Role[]): actor is Actor {
  return actor?.roles.some((role) => wanted.includes(role)) ?? false;
}

/** Who does a command, and when: time is an argument, so the same input gives the same output. */
export interface Acting {
  actor: Actor;
  now: Date;
}
