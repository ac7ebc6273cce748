import { type Actor, hasRole } from './actor';
import { municipalRoles, portalRoles, type Role, supplierRoles } from './words';

/** Where somebody has a role: in one supplier, in one municipality, or (both null) in the portal itself. */
export interface Place {
  supplierId: string | null;
  municipalityCode: string | null;
}

/**
 * Who gives and ends roles: the coordinator everywhere, a municipality's administrator in their own municipality. A
 * supplier's people are first of all their own administrator's business (workflows/supplier-rights.ts).
 */
export function canManage(actor: Actor, { municipalityCode }: Place): boolean {
  const isOwn = municipalityCode !== null && actor.municipalityCode === municipalityCode;
  return hasRole(actor, 'coordinator') || (isOwn && hasRole(actor, 'municipal-admin'));
}

export type PlaceKind = 'supplier' | 'municipality' | 'portal';

export function placeKindOf(role: Role): PlaceKind {
  const isOne = (list: readonly Role[]): boolean => list.includes(role);
  if (isOne(supplierRoles)) return 'supplier';
  return isOne(municipalRoles) ? 'municipality' : 'portal';
}

/** The roles that somebody may give, in the order of the lists. */
export function rolesToGive(actor: Actor): readonly Role[] {
  if (actor.roles.includes('coordinator')) return [...municipalRoles, ...supplierRoles, ...portalRoles];
  return actor.roles.includes('municipal-admin') ? municipalRoles : [];
}
