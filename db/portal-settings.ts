import { and, eq } from 'drizzle-orm';
import { type Acting, hasRole } from '~/workflows/actor';
import { type NoteProblem, noteProblem } from '~/workflows/note';
import { limitsOutOfBounds, type PortalLimits, portalLimits } from '~/workflows/portal-limits';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { Db } from './client';
import { appendLog } from './log';
import { portalSettings } from './schema';

export type PortalSettings = Omit<typeof portalSettings.$inferSelect, 'id'>;

export type SettingsRefusal =
  | 'role-required'
  | 'settings-have-moved'
  | 'settings-out-of-bounds'
  | 'note-needed'
  | NoteProblem;

/** Most characters of the reason that people read while nothing can be changed. */
const reasonLimit = 500;

/** What the coordinator has set for the whole portal. */
export async function getPortalSettings(db: Db): Promise<PortalSettings> {
  const [row] = await db.select().from(portalSettings).where(eq(portalSettings.id, 1));
  if (!row) throw new Error('The portal has no settings: the migrations are not complete.');
  const { id: _, ...settings } = row;
  return settings;
}

/** Why nothing can be changed now; null while everything goes on as usual. */
export async function findReadOnlyReason(db: Db): Promise<string | null> {
  const [row] = await db
    .select({ reason: portalSettings.readOnlyReason })
    .from(portalSettings)
    .where(and(eq(portalSettings.id, 1), eq(portalSettings.isReadOnly, true)));
  return row?.reason ?? null;
}

type SettingsActing = { actor: Acting['actor'] | null; now: Date };

const mayChange = ({ actor }: SettingsActing): boolean => actor === null || hasRole(actor, 'coordinator');

/**
 * The emergency switch: while it is on, every command but signing in and out and this one is refused, and reading goes
 * on. Switching it to what it is already changes nothing.
 * @param acting null actor: an operator, by the command line
 */
export function switchReadOnly(
  db: Db,
  acting: SettingsActing,
  input: { isReadOnly: boolean; reason: string },
): Promise<Result<{ isReadOnly: boolean; changed: boolean }, SettingsRefusal>> {
  return db.transaction(async (tx) => {
    const reason = input.reason.trim();
    if (!mayChange(acting)) return refuse('role-required');
    if (input.isReadOnly && reason === '') return refuse('note-needed');
    const problem = noteProblem(reason, reasonLimit);
    if (problem) return { ok: false, refusal: problem };
    const [before] = await tx.select().from(portalSettings).where(eq(portalSettings.id, 1)).for('update');
    const { isReadOnly } = input;
    if (!before || before.isReadOnly === isReadOnly) return ok({ isReadOnly, changed: false });
    await tx
      .update(portalSettings)
      .set({ isReadOnly, readOnlyReason: reason, version: before.version + 1, changedAt: acting.now })
      .where(eq(portalSettings.id, 1));
    await appendLog(tx, acting, {
      action: isReadOnly ? 'portal.read-only' : 'portal.read-write',
      subject: { type: 'portal', id: 'portal' },
      details: { reason },
    });
    return ok({ isReadOnly, changed: true });
  });
}

/** Whether the rules route a case by themselves when it is submitted, or only suggest where it could go. */
export function switchAutomaticRouting(
  db: Db,
  acting: SettingsActing,
  { isAutomatic }: { isAutomatic: boolean },
): Promise<Result<null, SettingsRefusal>> {
  return db.transaction(async (tx) => {
    if (!mayChange(acting)) return refuse('role-required');
    const [before] = await tx.select().from(portalSettings).where(eq(portalSettings.id, 1)).for('update');
    if (!before || before.isRoutingAutomatic === isAutomatic) return ok(null);
    await tx
      .update(portalSettings)
      .set({ isRoutingAutomatic: isAutomatic, version: before.version + 1, changedAt: acting.now })
      .where(eq(portalSettings.id, 1));
    await appendLog(tx, acting, {
      action: 'portal.routing',
      subject: { type: 'portal', id: 'portal' },
      details: { isAutomatic },
    });
    return ok(null);
  });
}

/** Sets every limit at once. */
export function changePortalSettings(
  db: Db,
  acting: SettingsActing,
  input: PortalLimits & { expectedVersion: number },
): Promise<Result<null, SettingsRefusal>> {
  return db.transaction(async (tx) => {
    const { expectedVersion, ...limits } = input;
    if (!mayChange(acting)) return refuse('role-required');
    const [wrong] = limitsOutOfBounds(limits);
    if (wrong) return refuse('settings-out-of-bounds', { least: portalLimits[wrong][0], most: portalLimits[wrong][1] });
    const [changed] = await tx
      .update(portalSettings)
      .set({ ...limits, version: expectedVersion + 1, changedAt: acting.now })
      .where(and(eq(portalSettings.id, 1), eq(portalSettings.version, expectedVersion)))
      .returning({ id: portalSettings.id });
    if (!changed) return refuse('settings-have-moved');
    await appendLog(tx, acting, {
      action: 'portal.settings',
      subject: { type: 'portal', id: 'portal' },
      details: limits,
    });
    return ok(null);
  });
}
