import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { conflictsOfInterest, memberships, municipalities, people } from '../schema';

/** Somebody who could handle a case. */
export interface Assignable {
  personId: string;
  name: string;
  municipality: { code: string; name: string };
}

/**
 * Who reviews and has declared no conflict of interest with a supplier, by municipality and name.
 * @param of.supplierId null: whatever the supplier
 * @param of.municipalityCode null: of every municipality
 */
export function listAssignable(
  db: Db,
  of: { supplierId: string | null; municipalityCode: string | null },
): Promise<Assignable[]> {
  return db
    .selectDistinct({
      personId: people.id,
      name: people.name,
      municipality: { code: municipalities.code, name: municipalities.name },
    })
    .from(memberships)
    .innerJoin(people, and(eq(people.id, memberships.personId), isNull(people.endedAt)))
    .innerJoin(municipalities, eq(municipalities.code, memberships.municipalityCode))
    .where(
      and(
        inArray(memberships.role, ['reviewer', 'lead-reviewer']),
        isNull(memberships.endedAt),
        of.municipalityCode === null ? undefined : eq(municipalities.code, of.municipalityCode),
        of.supplierId === null
          ? undefined
          : sql`not exists (select 1 from ${conflictsOfInterest} where ${conflictsOfInterest.personId} = ${people.id}
          and ${conflictsOfInterest.supplierId} = ${of.supplierId} and ${conflictsOfInterest.endedAt} is null)`,
      ),
    )
    .orderBy(asc(municipalities.name), asc(people.name), asc(people.id));
}
