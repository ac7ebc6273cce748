import type { WantedRole } from '~/db/colleagues';
import type { supplierRoles } from '~/workflows/words';

/** Roles that can be restricted to chosen products. */
export const restrictableRoles = ['editor', 'signatory'] as const;
export type RestrictableRole = (typeof restrictableRoles)[number];

/** Where a role of a form holds. */
export const reaches = ['none', 'every', 'chosen'] as const;

/** The name of the field with a role's products. */
export function productsField(role: RestrictableRole | 'invited'): string {
  return `${role}-products`;
}

/**
 * Reads a colleague's roles out of the form that offers them.
 * @returns the roles, or the role whose products are missing: restricting it to none would be taking it away unsaid
 */
export function readRoles(
  form: FormData,
): { ok: true; roles: WantedRole[] } | { ok: false; withoutProducts: RestrictableRole } {
  const roles: WantedRole[] = [];
  for (const role of restrictableRoles) {
    const reach = form.get(role);
    if (reach === 'every') roles.push({ role, productIds: null });
    if (reach !== 'chosen') continue;
    const productIds = form.getAll(productsField(role)).map(String);
    if (productIds.length === 0) return { ok: false, withoutProducts: role };
    roles.push({ role, productIds });
  }
  if (form.get('supplier-admin') === '1') roles.push({ role: 'supplier-admin', productIds: null });
  return { ok: true, roles };
}

/** @returns where an invited person's role shall hold; an empty list: for chosen products, and none was chosen */
export function readReach(form: FormData, role: (typeof supplierRoles)[number]): string[] | null {
  if (role === 'supplier-admin' || form.get('reach') !== 'chosen') return null;
  return form.getAll(productsField('invited')).map(String);
}
