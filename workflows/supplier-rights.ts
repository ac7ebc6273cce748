import { type Actor, hasRole } from './actor';
import { type CaseState, type Role, supplierRoles } from './words';

/**
 * What the roles of a supplier may do for their own supplier; nobody else may change anything of it. A role can be
 * restricted to chosen products: whoever asks about a product gives its id, and gets the answer for that product.
 */

/** Create products: not for somebody whose roles are restricted, since the new product would be out of their reach. */
export function canCreateProducts(actor: Actor): boolean {
  return isOfSupplier(actor) && rolesForEveryProduct(actor).length > 0;
}

/** Correct what products are called and used for. @param productId null: any of them */
export function canEditProducts(actor: Actor, productId: string | null = null): boolean {
  return isOfSupplier(actor) && hasRoleFor(actor, productId, 'editor', 'signatory', 'supplier-admin');
}

/** Begin declarations, answer, choose the scope and attach evidence. @param productId null: of any product */
export function canEditAnswers(actor: Actor, productId: string | null = null): boolean {
  return isOfSupplier(actor) && hasRoleFor(actor, productId, 'editor', 'signatory');
}

/** Bind the supplier: submit a declaration, reply to a dispute. @param productId null: of any product */
export function canSubmit(actor: Actor, productId: string | null = null): boolean {
  return isOfSupplier(actor) && hasRoleFor(actor, productId, 'signatory');
}

/** Invite colleagues, change and end their roles, appoint stewards, give products away and take them over. */
export function canManagePeople(actor: Actor): boolean {
  return isOfSupplier(actor) && hasRole(actor, 'supplier-admin');
}

/** Who may read what a supplier has written but not sent: its own people, and the auditor. */
export function canReadSupplier(actor: Actor, supplierId: string): boolean {
  return actor.supplierId === supplierId || hasRole(actor, 'auditor');
}

/** The same for one product: somebody who is restricted to other products does not know that it exists. */
export function canReadProduct(actor: Actor, product: { id: string; supplierId: string }): boolean {
  if (canAudit(actor)) return true;
  return actor.supplierId === product.supplierId && hasRoleFor(actor, product.id, ...supplierRoles);
}

/** The actor with only the roles that hold for a product, for rules that know roles but no products (the case's). */
export function actorFor(actor: Actor, productId: string): Actor {
  const { restrictedTo, ...rest } = actor;
  if (!restrictedTo) return actor;
  return { ...rest, roles: actor.roles.filter((role) => holdsFor(actor, role, productId)) };
}

/** The last administrator cannot leave: somebody else has to be one first. @param adminIds people who are one now */
export function isLastAdmin(adminIds: readonly string[], personId: string): boolean {
  return adminIds.includes(personId) && adminIds.every((id) => id === personId);
}

/** States of a case in which the supplier holds the ball and can change the declaration. */
export function isEditableState(state: CaseState | null): boolean {
  return state === 'draft' || state === 'changes-requested';
}

/**
 * Whether a product can go to another supplier while its newest case is in this state. Whoever sent a declaration is
 * the party of the case, and a party is not exchanged while a municipality decides: the case is decided or withdrawn
 * first. A draft goes along; a decided case stays with whoever it was decided for, and its publication with the product.
 */
export function isTransferableState(state: CaseState | null): boolean {
  const busy: readonly CaseState[] = [
    'submitted',
    'screening',
    'review',
    'changes-requested',
    'hearing',
    'decision',
    'appealed',
  ];
  return state === null || !busy.includes(state);
}

function canAudit({ roles }: Actor): boolean {
  return roles.includes('auditor');
}

function isOfSupplier(actor: Actor): boolean {
  return actor.supplierId !== null;
}

function rolesForEveryProduct({ roles, restrictedTo = {} }: Actor): Role[] {
  return roles.filter((role) => supplierRoles.some((each) => each === role) && restrictedTo[role] === undefined);
}

function hasRoleFor(actor: Actor, productId: string | null, ...wanted: readonly Role[]): boolean {
  return actor.roles.some((role) => wanted.includes(role) && (productId === null || holdsFor(actor, role, productId)));
}

function holdsFor({ restrictedTo = {} }: Actor, role: Role, productId: string): boolean {
  return restrictedTo[role]?.includes(productId) ?? true;
}
