import type { Paths } from '~/app/paths';
import type { Role } from '~/workflows/words';

/** What the frame shows of whoever is signed in. */
export interface Person {
  name: string;
  organisation: string | null;
  roles: readonly Role[];
}

type WorkspaceKey = 'supplierWorkspace' | 'reviewWorkspace' | 'conflicts' | 'adminWorkspace' | 'peopleWorkspace';

/** The workspaces that a person's roles open, in the order to show them. */
export function workspacesOf(roles: readonly Role[], to: Paths): Array<{ key: WorkspaceKey; href: string }> {
  const has = (...wanted: readonly Role[]): boolean => roles.some((role) => wanted.includes(role));
  const reviews = has('reviewer', 'lead-reviewer');
  const places: Array<{ key: WorkspaceKey; href: string; open: boolean }> = [
    { key: 'supplierWorkspace', href: to.supplier.home(), open: has('editor', 'signatory', 'supplier-admin') },
    {
      key: 'reviewWorkspace',
      href: to.review.inbox(),
      open: reviews || has('municipal-admin', 'coordinator', 'auditor'),
    },
    { key: 'conflicts', href: to.review.conflicts(), open: reviews },
    { key: 'adminWorkspace', href: to.admin.home(), open: has('coordinator', 'auditor') },
    { key: 'peopleWorkspace', href: to.admin.people(), open: has('municipal-admin') },
  ];
  return places.filter((place) => place.open).map(({ key, href }) => ({ key, href }));
}
