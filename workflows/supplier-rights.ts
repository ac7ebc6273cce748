import { type Actor, hasRole } from './actor';
import type { CaseState } from './words';

/** What the roles of a supplier may do for their own supplier; nobody else may change anything of it. */

/** Create products and correct what they are called and used for. */
export function canEditProducts(actor: Actor): boolean {
  return actor.supplierId !== null && hasRole(actor, 'editor', 'signatory', 'supplier-admin');
}

/** Begin declarations, answer, choose the scope and attach evidence. */
export function canEditAnswers(actor: Actor): boolean {
  return actor.supplierId !== null && hasRole(actor, 'editor', 'signatory');
}

/** Bind the supplier: submit a declaration. */
export function canSubmit(actor: Actor): boolean {
  return actor.supplierId !== null && hasRole(actor, 'signatory');
}

/** Who may read what a supplier has written but not sent: its own people, and the auditor. */
export function canReadSupplier(actor: Actor, supplierId: string): boolean {
  return actor.supplierId === supplierId || hasRole(actor, 'auditor');
}

/** States of a case in which the supplier holds the ball and can change the declaration. */
export function isEditableState(state: CaseState | null): boolean {
  return state === 'draft' || state === 'changes-requested';
}
