import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Role } from '~/workflows/words';
import type { Db } from './client';
import { memberships, people } from './schema';

/** The names of a supplier's people with a role, for their own colleagues. The caller has authorized it. */
export async function listNamesWithRole(db: Db, supplierId: string, role: Role): Promise<string[]> {
  const rows = await db
    .select({ name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.supplierId, supplierId),
        eq(memberships.role, role),
        isNull(memberships.endedAt),
        isNull(people.endedAt),
      ),
    )
    .orderBy(asc(people.name));
  return rows.map(({ name }) => name);
}
