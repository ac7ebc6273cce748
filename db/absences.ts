import { randomUUID } from 'node:crypto';
import { and, asc, eq, gte, inArray, isNull, lte } from 'drizzle-orm';
import { type Acting, hasRole } from '~/workflows/actor';
import { copenhagenDay } from '~/workflows/day';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { Db } from './client';
import { appendLog } from './log';
import { absences, memberships, people } from './schema';

export interface Absence {
  id: string;
  personId: string;
  startsOn: string;
  endsOn: string;
  substituteId: string | null;
  substituteName: string | null;
}

export type AbsenceRefusal =
  | 'role-required'
  | 'not-found'
  | 'absence-dates-wrong'
  | 'absence-overlaps'
  | 'substitute-unknown';

const reviewers = ['reviewer', 'lead-reviewer'] as const;
const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** Tells that one is away, both days included. @param input.substituteId null: the work is for whoever can */
export function addAbsence(
  db: Db,
  acting: Acting,
  input: { startsOn: string; endsOn: string; substituteId: string | null },
): Promise<Result<{ id: string }, AbsenceRefusal>> {
  return db.transaction(async (tx) => {
    const { startsOn, endsOn, substituteId } = input;
    const { personId } = acting.actor;
    if (!hasRole(acting.actor, ...reviewers)) return refuse('role-required');
    const areDays = isDay(startsOn) && isDay(endsOn);
    if (!areDays || startsOn > endsOn || endsOn < copenhagenDay(acting.now)) return refuse('absence-dates-wrong');
    if (substituteId !== null && !(await isSubstitute(tx, acting, substituteId))) return refuse('substitute-unknown');
    // One at a time for each person, so that two forms at once cannot both find no overlap.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update');
    const overlap = and(
      eq(absences.personId, personId),
      isNull(absences.endedAt),
      lte(absences.startsOn, endsOn),
      gte(absences.endsOn, startsOn),
    );
    if ((await tx.$count(absences, overlap)) > 0) return refuse('absence-overlaps');
    const id = randomUUID();
    await tx.insert(absences).values({ id, personId, startsOn, endsOn, substituteId, createdAt: acting.now });
    const subject = { type: 'person', id: personId };
    await appendLog(tx, acting, { action: 'absence.add', subject, details: { id, startsOn, endsOn, substituteId } });
    return ok({ id });
  });
}

/** Takes one of the actor's own absences back. */
export function endAbsence(db: Db, acting: Acting, { id }: { id: string }): Promise<Result<null, AbsenceRefusal>> {
  return db.transaction(async (tx) => {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return refuse('not-found');
    const { personId } = acting.actor;
    const [ended] = await tx
      .update(absences)
      .set({ endedAt: acting.now })
      .where(and(eq(absences.id, id), eq(absences.personId, personId), isNull(absences.endedAt)))
      .returning({ id: absences.id });
    if (!ended) return refuse('not-found');
    await appendLog(tx, acting, { action: 'absence.end', subject: { type: 'person', id: personId }, details: { id } });
    return ok(null);
  });
}

/** Present and coming absences. @param personIds whose; undefined: everybody's */
export function listAbsences(db: Db, today: string, personIds?: readonly string[]): Promise<Absence[]> {
  return db
    .select({
      id: absences.id,
      personId: absences.personId,
      startsOn: absences.startsOn,
      endsOn: absences.endsOn,
      substituteId: absences.substituteId,
      substituteName: people.name,
    })
    .from(absences)
    .leftJoin(people, eq(people.id, absences.substituteId))
    .where(
      and(
        isNull(absences.endedAt),
        gte(absences.endsOn, today),
        personIds === undefined ? undefined : inArray(absences.personId, [...personIds]),
      ),
    )
    .orderBy(asc(absences.startsOn), asc(absences.id));
}

/** Who can stand in for somebody: the other reviewers of their municipality. */
export function listColleaguesWhoReview(db: Db, { actor }: Pick<Acting, 'actor'>) {
  if (actor.municipalityCode === null) return Promise.resolve([]);
  return db
    .selectDistinct({ id: people.id, name: people.name })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(
      and(
        eq(memberships.municipalityCode, actor.municipalityCode),
        inArray(memberships.role, [...reviewers]),
        isNull(memberships.endedAt),
        isNull(people.endedAt),
      ),
    )
    .orderBy(asc(people.name))
    .then((rows) => rows.filter(({ id }) => id !== actor.personId));
}

async function isSubstitute(db: Db, acting: Acting, personId: string): Promise<boolean> {
  return (await listColleaguesWhoReview(db, acting)).some(({ id }) => id === personId);
}
