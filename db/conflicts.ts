import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { type Acting, hasRole } from '~/workflows/actor';
import { type NoteProblem, noteProblem } from '~/workflows/note';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { Db } from './client';
import { appendLog } from './log';
import { conflictsOfInterest, suppliers } from './schema';

/** Who can have a conflict of interest to declare: those who act in cases for the municipalities or the portal. */
const declarants = ['reviewer', 'lead-reviewer', 'coordinator'] as const;

const reasonLimit = 1_000;

export type ConflictRefusal = 'role-required' | 'not-found' | 'note-needed' | NoteProblem | 'conflict-already-declared';

/** Whether somebody has declared that they must not take part in a supplier's cases, and not ended it. */
export async function hasConflict(
  db: Db,
  { personId, supplierId }: { personId: string; supplierId: string },
): Promise<boolean> {
  const count = await db.$count(
    conflictsOfInterest,
    and(
      eq(conflictsOfInterest.personId, personId),
      eq(conflictsOfInterest.supplierId, supplierId),
      isNull(conflictsOfInterest.endedAt),
    ),
  );
  return count > 0;
}

/** The actor's own statement; from then on every case of the supplier is closed to them. */
export function declareConflict(
  db: Db,
  acting: Acting,
  input: { supplierId: string; reason: string },
): Promise<Result<{ conflictId: string }, ConflictRefusal>> {
  return db.transaction(async (tx) => {
    const reason = input.reason.trim();
    if (!hasRole(acting.actor, ...declarants)) return refuse('role-required');
    if (reason === '') return refuse('note-needed');
    const problem = noteProblem(reason, reasonLimit);
    if (problem) return { ok: false, refusal: problem };
    if (!(await isSupplier(tx, input.supplierId))) return refuse('not-found');
    const conflictId = randomUUID();
    const [added] = await tx
      .insert(conflictsOfInterest)
      .values({
        id: conflictId,
        personId: acting.actor.personId,
        supplierId: input.supplierId,
        reason,
        declaredAt: acting.now,
      })
      .onConflictDoNothing()
      .returning({ id: conflictsOfInterest.id });
    if (!added) return refuse('conflict-already-declared');
    await appendLog(tx, acting, {
      action: 'conflict.declare',
      subject: { type: 'person', id: acting.actor.personId },
      details: { conflictId, supplierId: input.supplierId, reason },
    });
    return ok({ conflictId });
  });
}

/** Ends one of the actor's own statements; it stays in the list and in the log. */
export function endConflict(
  db: Db,
  acting: Acting,
  { conflictId }: { conflictId: string },
): Promise<Result<null, ConflictRefusal>> {
  return db.transaction(async (tx) => {
    if (!isUuid(conflictId)) return refuse('not-found');
    const [ended] = await tx
      .update(conflictsOfInterest)
      .set({ endedAt: acting.now })
      .where(
        and(
          eq(conflictsOfInterest.id, conflictId),
          eq(conflictsOfInterest.personId, acting.actor.personId),
          isNull(conflictsOfInterest.endedAt),
        ),
      )
      .returning({ supplierId: conflictsOfInterest.supplierId });
    if (!ended) return refuse('not-found');
    await appendLog(tx, acting, {
      action: 'conflict.end',
      subject: { type: 'person', id: acting.actor.personId },
      details: { conflictId, supplierId: ended.supplierId },
    });
    return ok(null);
  });
}

export interface ListedConflict {
  id: string;
  supplierId: string;
  supplierName: string;
  reason: string;
  declaredAt: Date;
  endedAt: Date | null;
}

/** Somebody's own statements, oldest first, ended ones included. */
export function listConflicts(db: Db, personId: string): Promise<ListedConflict[]> {
  return db
    .select({
      id: conflictsOfInterest.id,
      supplierId: conflictsOfInterest.supplierId,
      supplierName: suppliers.name,
      reason: conflictsOfInterest.reason,
      declaredAt: conflictsOfInterest.declaredAt,
      endedAt: conflictsOfInterest.endedAt,
    })
    .from(conflictsOfInterest)
    .innerJoin(suppliers, eq(suppliers.id, conflictsOfInterest.supplierId))
    .where(eq(conflictsOfInterest.personId, personId))
    .orderBy(asc(conflictsOfInterest.declaredAt), asc(conflictsOfInterest.id));
}

async function isSupplier(db: Db, supplierId: string): Promise<boolean> {
  return isUuid(supplierId) && (await db.$count(suppliers, eq(suppliers.id, supplierId))) > 0;
}

function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
