import { type Actor, hasRole } from '../actor';

/**
 * Who may know that a case exists. A supplier knows its own; municipalities and the coordinator know what was sent;
 * the auditor reads everything. To everybody else it does not exist.
 */
export function mayKnowCase(
  actor: Actor | null,
  row: { supplierId: string; currentSubmissionId: string | null },
): boolean {
  if (actor === null) return false;
  if (actor.supplierId === row.supplierId || hasRole(actor, 'auditor')) return true;
  const isSent = row.currentSubmissionId !== null;
  return isSent && hasRole(actor, 'reviewer', 'lead-reviewer', 'municipal-admin', 'coordinator');
}
