import { randomUUID } from 'node:crypto';
import { and, asc, count, eq, gt, lt, ne } from 'drizzle-orm';
import type { Database, Db } from './client';
import { people, sectionPresence } from './schema';

/** In milliseconds: how long a page counts as open after its last sign of life. */
export const presenceLease = 45_000;
/** So many pages of one session may be told at once of what others do. */
export const pagesPerSession = 8;

export interface OpenPage {
  declarationId: string;
  sectionId: string;
  personId: string;
  tokenHash: string;
}

/**
 * Notes that somebody has a section open; everybody who looks at the declaration is told at the commit.
 * @returns the id of the row, or undefined when the session holds too many pages open
 */
export async function enterSection(db: Database, now: Date, page: OpenPage): Promise<string | undefined> {
  await db.delete(sectionPresence).where(lt(sectionPresence.presentUntil, now));
  const [held] = await db
    .select({ pages: count() })
    .from(sectionPresence)
    .where(eq(sectionPresence.tokenHash, page.tokenHash));
  if ((held?.pages ?? 0) >= pagesPerSession) return undefined;
  const id = randomUUID();
  await db.insert(sectionPresence).values({ id, ...page, createdAt: now, presentUntil: leaseFrom(now) });
  return id;
}

/** Renews the lease. */
export async function stayInSection(db: Db, now: Date, id: string): Promise<void> {
  await db
    .update(sectionPresence)
    .set({ presentUntil: leaseFrom(now) })
    .where(eq(sectionPresence.id, id));
}

export async function leaveSection(db: Db, id: string): Promise<void> {
  await db.delete(sectionPresence).where(eq(sectionPresence.id, id));
}

export interface Present {
  name: string;
  sectionId: string;
}

/** Who else has a section of the declaration open, each person once per section, who came first coming first. */
export async function listPresent(
  db: Db,
  now: Date,
  { declarationId, exceptPersonId }: { declarationId: string; exceptPersonId: string },
): Promise<Present[]> {
  const rows = await db
    .select({ personId: people.id, name: people.name, sectionId: sectionPresence.sectionId })
    .from(sectionPresence)
    .innerJoin(people, eq(people.id, sectionPresence.personId))
    .where(
      and(
        eq(sectionPresence.declarationId, declarationId),
        ne(sectionPresence.personId, exceptPersonId),
        gt(sectionPresence.presentUntil, now),
      ),
    )
    .orderBy(asc(sectionPresence.createdAt));
  const each = new Map(rows.map(({ personId, name, sectionId }) => [`${personId} ${sectionId}`, { name, sectionId }]));
  return [...each.values()];
}

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + presenceLease);
}

/**
 * Calls back whenever an answer of the declaration, or who is present in it, has changed: by whichever process. One
 * connection per process listens for all of its pages.
 * @returns ends it
 */
export async function listenToDeclaration(
  db: Database,
  declarationId: string,
  changed: () => void,
): Promise<() => Promise<void>> {
  if (!('$client' in db)) throw new Error('This database cannot be listened to.');
  const sql = db.$client as import('postgres').Sql;
  const { unlisten } = await sql.listen('declaration_changed', (id) => {
    if (id === declarationId) changed();
  });
  return unlisten;
}
