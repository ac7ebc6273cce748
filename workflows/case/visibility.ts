import { type Actor, hasRole } from '../actor';
import { canReadProduct } from '../supplier-rights';

/**
 * Who may know that a case exists. A supplier knows its own; municipalities and the coordinator know what was sent;
 * the auditor reads everything. To everybody else it does not exist.
 */
export function mayKnowCase(
  actor: Actor | null,
  row: { supplierId: string; productId: string; currentSubmissionId: string | null },
): boolean {
  if (actor === null) return false;
  if (canReadProduct(actor, { id: row.productId, supplierId: row.supplierId })) return true;
  const isSent = row.currentSubmissionId !== null;
  return isSent && hasRole(actor, 'reviewer', 'lead-reviewer', 'municipal-admin', 'coordinator');
}
