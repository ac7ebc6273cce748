import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Acting, Actor } from '~/workflows/actor';
import { isLine } from '~/workflows/email-address';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { Db } from './client';
import { appendLog } from './log';
import { inboxBookmarks } from './schema';

/** A way of looking at the inbox that has a name. */
export interface InboxBookmark {
  id: string;
  name: string;
  /** What stands after the `?`. */
  search: string;
  isShared: boolean;
  isOwn: boolean;
}

const nameLimit = 80;
const searchLimit = 500;

/** The actor's own, and those that are shared where they work. */
export async function listInboxBookmarks(db: Db, actor: Actor): Promise<InboxBookmark[]> {
  const own = eq(inboxBookmarks.personId, actor.personId);
  const here =
    actor.municipalityCode === null
      ? isNull(inboxBookmarks.municipalityCode)
      : eq(inboxBookmarks.municipalityCode, actor.municipalityCode);
  const rows = await db
    .select()
    .from(inboxBookmarks)
    .where(and(isNull(inboxBookmarks.endedAt), or(own, and(eq(inboxBookmarks.isShared, true), here))))
    .orderBy(asc(inboxBookmarks.name), asc(inboxBookmarks.createdAt));
  return rows.map(({ id, name, search, isShared, personId }) => ({
    id,
    name,
    search,
    isShared,
    isOwn: personId === actor.personId,
  }));
}

/** Gives a way of looking at the inbox a name. @param input.search as app/review/inbox-query.ts writes it */
export function addInboxBookmark(
  db: Db,
  { actor, now }: Acting,
  input: { name: string; search: string; isShared: boolean },
): Promise<Result<{ id: string }, 'bookmark-not-whole'>> {
  return db.transaction(async (tx) => {
    const name = input.name.trim();
    if (!isLine(name, nameLimit) || input.search.length > searchLimit) return refuse('bookmark-not-whole');
    const id = randomUUID();
    const { personId, municipalityCode } = actor;
    const { search, isShared } = input;
    await tx.insert(inboxBookmarks).values({ id, name, search, isShared, personId, municipalityCode, createdAt: now });
    const subject = { type: 'person', id: personId };
    await appendLog(tx, { actor, now }, { action: 'inbox-view.add', subject, details: { id, name, search, isShared } });
    return ok({ id });
  });
}

/** Takes one of the actor's own names away. */
export function endInboxBookmark(
  db: Db,
  { actor, now }: Acting,
  { id }: { id: string },
): Promise<Result<null, 'not-found'>> {
  return db.transaction(async (tx) => {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return refuse('not-found');
    const own = and(eq(inboxBookmarks.personId, actor.personId), isNull(inboxBookmarks.endedAt));
    const [ended] = await tx
      .update(inboxBookmarks)
      .set({ endedAt: now })
      .where(and(eq(inboxBookmarks.id, id), own))
      .returning({ name: inboxBookmarks.name });
    if (!ended) return refuse('not-found');
    const subject = { type: 'person', id: actor.personId };
    await appendLog(tx, { actor, now }, { action: 'inbox-view.end', subject, details: { id, ...ended } });
    return ok(null);
  });
}
