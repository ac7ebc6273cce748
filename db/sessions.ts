import { and, asc, desc, eq, gt, inArray, isNull, lt, ne } from 'drizzle-orm';
import type { Acting, Actor } from '~/workflows/actor';
import type { Role } from '~/workflows/words';
import type { Db } from './client';
import { appendLog } from './log';
import { membershipProducts, memberships, people, sessions } from './schema';

const minute = 60_000;
/** In milliseconds, from signing in. */
export const sessionLifetime = 12 * 60 * minute;
/** In milliseconds, without a request. */
export const sessionIdleLimit = 120 * minute;
/** In milliseconds: a request writes that it was seen at most this often. */
const seenEvery = minute;

/**
 * Begins a session. The one that the browser had before ends in the same moment, so that nobody can prepare a session
 * for another person to sign in to.
 * @param session.tokenHash of a token that was made just now and for nothing else
 */
export function createSession(
  db: Db,
  now: Date,
  session: { personId: string; tokenHash: string; previousTokenHash: string | null; provider: string },
): Promise<void> {
  const { personId, tokenHash, previousTokenHash, provider } = session;
  return db.transaction(async (tx) => {
    if (previousTokenHash !== null) await endSession(tx, now, previousTokenHash);
    const expiresAt = new Date(now.getTime() + sessionLifetime);
    await tx.insert(sessions).values({ tokenHash, personId, createdAt: now, seenAt: now, expiresAt });
    const subject = { type: 'person', id: personId };
    await appendLog(tx, { actor: null, now }, { action: 'session.begin', subject, details: { provider } });
  });
}

/** Ends a session; does nothing when it has ended. */
export async function endSession(db: Db, now: Date, tokenHash: string): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.tokenHash, tokenHash), isNull(sessions.endedAt)));
}

/** Ends every session of a person, e.g. when a colleague removed them. */
export async function endSessionsOf(tx: Db, now: Date, personId: string): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)));
}

/** A session that still holds. */
export interface OpenSession {
  since: Date;
  seenAt: Date;
  /** The one that asks. */
  isOwn: boolean;
}

/** Where somebody is signed in now, the latest used first. @param tokenHash of the session that asks */
export async function listOpenSessions(db: Db, now: Date, personId: string, tokenHash: string): Promise<OpenSession[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.seenAt, new Date(now.getTime() - sessionIdleLimit)),
      ),
    )
    .orderBy(desc(sessions.seenAt), desc(sessions.createdAt));
  return rows.map((row) => ({ since: row.createdAt, seenAt: row.seenAt, isOwn: row.tokenHash === tokenHash }));
}

/** Ends every session of somebody but the one that asks. */
export function endOtherSessions(db: Db, acting: Acting, tokenHash: string): Promise<void> {
  return db.transaction(async (tx) => {
    const { personId } = acting.actor;
    await tx
      .update(sessions)
      .set({ endedAt: acting.now })
      .where(and(eq(sessions.personId, personId), ne(sessions.tokenHash, tokenHash), isNull(sessions.endedAt)));
    await appendLog(tx, acting, {
      action: 'session.end-others',
      subject: { type: 'person', id: personId },
      details: {},
    });
  });
}

/**
 * Who a session belongs to, with the roles they have at this moment: somebody who has ended, or has no role left, is
 * nobody. Who has roles in several organisations acts for the one they chose, else for the one they came to first.
 * @param options.prolongs false: a page that asks by itself does not keep its session alive
 */
export async function findActorBySession(
  db: Db,
  now: Date,
  tokenHash: string,
  { prolongs = true }: { prolongs?: boolean } = {},
): Promise<Actor | undefined> {
  const rows = await db
    .select({
      personId: people.id,
      name: people.name,
      seenAt: sessions.seenAt,
      actingFor: sessions.actingFor,
      membershipId: memberships.id,
      role: memberships.role,
      onlyChosenProducts: memberships.onlyChosenProducts,
      supplierId: memberships.supplierId,
      municipalityCode: memberships.municipalityCode,
    })
    .from(sessions)
    .innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.endedAt)))
    .innerJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.endedAt)))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.seenAt, new Date(now.getTime() - sessionIdleLimit)),
      ),
    )
    .orderBy(asc(memberships.createdAt), asc(memberships.id));
  const [first] = rows;
  if (!first) return undefined;
  if (prolongs) await markSeen(db, now, tokenHash, first.seenAt);
  const chosen = rows.find((row) => organisationKey(row) === row.actingFor);
  const { supplierId, municipalityCode } =
    chosen ?? rows.find((row) => row.supplierId ?? row.municipalityCode) ?? first;
  const held = rows.filter((row) => row.supplierId === supplierId && row.municipalityCode === municipalityCode);
  const ofPortal = rows.filter((row) => row.supplierId === null && row.municipalityCode === null);
  const roles = [...new Set([...held, ...ofPortal].map(({ role }) => role))];
  const restricted = held.filter(({ onlyChosenProducts }) => onlyChosenProducts);
  const actor = { personId: first.personId, name: first.name, roles, supplierId, municipalityCode };
  return restricted.length === 0 ? actor : { ...actor, restrictedTo: await readRestrictions(db, restricted) };
}

/**
 * When a session ends if nothing more is asked with it. Looking does not prolong it.
 * @returns undefined when it has ended
 */
export async function findSessionEnd(db: Db, now: Date, tokenHash: string): Promise<Date | undefined> {
  const [session] = await db
    .select({ seenAt: sessions.seenAt, expiresAt: sessions.expiresAt })
    .from(sessions)
    .where(and(eq(sessions.tokenHash, tokenHash), isNull(sessions.endedAt)));
  if (!session) return undefined;
  const end = new Date(Math.min(session.expiresAt.getTime(), session.seenAt.getTime() + sessionIdleLimit));
  return end > now ? end : undefined;
}

/** How a session names the organisation of a role: the id of a supplier, the code of a municipality, or `portal`. */
export function organisationKey(row: { supplierId: string | null; municipalityCode: string | null }): string {
  return row.supplierId ?? row.municipalityCode ?? 'portal';
}

/** By role, the ids of the products that it is restricted to. @param restricted memberships with chosen products only */
export async function readRestrictions(
  db: Db,
  restricted: readonly { membershipId: string; role: Role }[],
): Promise<Partial<Record<Role, string[]>>> {
  const ids = restricted.map(({ membershipId }) => membershipId);
  const chosen = await db.select().from(membershipProducts).where(inArray(membershipProducts.membershipId, ids));
  return Object.fromEntries(
    restricted.map(({ membershipId, role }) => [
      role,
      chosen.filter((row) => row.membershipId === membershipId).map(({ productId }) => productId),
    ]),
  );
}

/**
 * Chooses which organisation the person of a session acts for, until they choose another.
 * @param organisation see organisationKey
 * @returns false when they have no role there; nothing has changed then
 */
export async function chooseOrganisation(
  db: Db,
  { personId, tokenHash, organisation }: { personId: string; tokenHash: string; organisation: string },
): Promise<boolean> {
  const held = await db
    .select({ supplierId: memberships.supplierId, municipalityCode: memberships.municipalityCode })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)));
  if (!held.some((row) => organisationKey(row) === organisation)) return false;
  await db
    .update(sessions)
    .set({ actingFor: organisation })
    .where(and(eq(sessions.tokenHash, tokenHash), eq(sessions.personId, personId), isNull(sessions.endedAt)));
  return true;
}

async function markSeen(db: Db, now: Date, tokenHash: string, seenAt: Date): Promise<void> {
  const before = new Date(now.getTime() - seenEvery);
  if (seenAt > before) return;
  await db
    .update(sessions)
    .set({ seenAt: now })
    .where(and(eq(sessions.tokenHash, tokenHash), lt(sessions.seenAt, now)));
}
