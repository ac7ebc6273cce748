import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { copenhagenDay } from '~/workflows/day';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { listAbsences } from '../absences';
import type { Database, Db } from '../client';
import { hasConflict } from '../conflicts';
import { isUuid } from '../declarations';
import { cases, memberships, municipalities, people, suppliers } from '../schema';
import type { RoutedResult } from './routing';
import { sendCaseEvent } from './send-event';

/** Who is to handle a case, and for which municipality. */
export interface Assignment {
  caseId: string;
  /** The version that the sender saw. */
  version: number;
  municipalityCode: string;
  personId: string;
}

export type AssigneeRefusal =
  | 'assignee-not-there'
  | 'assignee-away'
  | 'assignee-conflict'
  | 'assignee-own-organisation'
  | 'not-found';

/**
 * Names the one who is to handle cases, one by one and each in a transaction of its own, so that a case that cannot be
 * given keeps none of the others back. It is the machine's `route` with a person, as on the page of one case.
 */
export async function assignCases(
  db: Database,
  acting: Acting,
  chosen: readonly Assignment[],
): Promise<RoutedResult[]> {
  const results: RoutedResult[] = [];
  for (const each of chosen) {
    const { caseId, version: expectedVersion, municipalityCode, personId } = each;
    const sent: Result<unknown, string> = await db.transaction(async (tx) => {
      const fit = await checkAssignee(tx, each, copenhagenDay(acting.now));
      if (!fit.ok) return fit;
      const event = { type: 'route' as const, municipalityCode, personId, note: '' };
      return sendCaseEvent(tx, acting, { caseId, expectedVersion, event });
    });
    results.push({ caseId, refusal: sent.ok ? null : sent.refusal });
  }
  return results;
}

/** Why somebody cannot handle a case, told apart; the machine's own rule says only that they cannot. */
async function checkAssignee(
  db: Db,
  { caseId, municipalityCode, personId }: Assignment,
  today: string,
): Promise<Result<null, AssigneeRefusal>> {
  if (!isUuid(personId)) return refuse('assignee-not-there');
  const [about] = await db.select({ supplierId: cases.supplierId }).from(cases).where(eq(cases.id, caseId));
  if (!about) return refuse('not-found');
  const { supplierId } = about;
  const isPresent = and(eq(memberships.personId, personId), isNull(memberships.endedAt));
  const [reviews] = await db
    .select({ id: people.id })
    .from(memberships)
    .innerJoin(people, and(eq(people.id, memberships.personId), isNull(people.endedAt)))
    .where(
      and(
        isPresent,
        eq(memberships.municipalityCode, municipalityCode),
        inArray(memberships.role, ['reviewer', 'lead-reviewer']),
      ),
    );
  if (!reviews) return refuse('assignee-not-there');
  const away = (await listAbsences(db, today, [personId])).find(({ startsOn }) => startsOn <= today);
  if (away) return refuse('assignee-away', { date: away.endsOn });
  if (await hasConflict(db, { personId, supplierId })) return refuse('assignee-conflict');
  const isSupplier = await db
    .select({ code: municipalities.code })
    .from(municipalities)
    .innerJoin(suppliers, eq(suppliers.cvr, municipalities.cvr))
    .where(and(eq(suppliers.id, supplierId), eq(municipalities.code, municipalityCode)));
  const belongs = (await db.$count(memberships, and(isPresent, eq(memberships.supplierId, supplierId)))) > 0;
  return isSupplier.length > 0 || belongs ? refuse('assignee-own-organisation') : ok(null);
}
