import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { and, asc, eq, exists, inArray, isNotNull, isNull, notExists, or, sql } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { expiresAt } from '~/workflows/validity';
import type { CaseState, Language } from '~/workflows/words';
import type { Database, Db } from './client';
import { appendLog } from './log';
import {
  calendarFeeds,
  caseSections,
  cases,
  conflictsOfInterest,
  decisions,
  membershipProducts,
  memberships,
  people,
  products,
  publications,
} from './schema';

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Gives the actor a new private calendar address and ends the one they had. Only its hash is kept.
 * @returns the token, which cannot be shown again
 */
export function makeCalendarFeed(db: Database, acting: Acting): Promise<string> {
  return db.transaction(async (tx) => {
    const { personId } = acting.actor;
    await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update');
    await endFeed(tx, personId, acting.now);
    const token = randomBytes(32).toString('base64url');
    await tx
      .insert(calendarFeeds)
      .values({ id: randomUUID(), personId, tokenHash: hash(token), createdAt: acting.now });
    await appendLog(tx, acting, { action: 'calendar.make', subject: { type: 'person', id: personId }, details: {} });
    return token;
  });
}

/** Ends the actor's calendar address, if they have one: from now on it is not there. */
export function endCalendarFeed(db: Database, acting: Acting): Promise<void> {
  return db.transaction(async (tx) => {
    const { personId } = acting.actor;
    const ended = await endFeed(tx, personId, acting.now);
    if (!ended) return;
    await appendLog(tx, acting, { action: 'calendar.end', subject: { type: 'person', id: personId }, details: {} });
  });
}

async function endFeed(tx: Db, personId: string, now: Date): Promise<boolean> {
  const ended = await tx
    .update(calendarFeeds)
    .set({ revokedAt: now })
    .where(and(eq(calendarFeeds.personId, personId), isNull(calendarFeeds.revokedAt)))
    .returning({ id: calendarFeeds.id });
  return ended.length > 0;
}

/** @returns since when the person has a calendar address; undefined: they have none */
export async function findCalendarFeed(db: Db, personId: string): Promise<Date | undefined> {
  const [row] = await db
    .select({ createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.personId, personId), isNull(calendarFeeds.revokedAt)));
  return row?.createdAt;
}

export interface CalendarOwner {
  personId: string;
  language: Language;
}

/** @returns whose calendar a token opens; undefined for one that is unknown, ended, or of somebody who has left */
export async function findCalendarOwner(db: Db, token: string): Promise<CalendarOwner | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined;
  const [row] = await db
    .select({ personId: people.id, language: people.language })
    .from(calendarFeeds)
    .innerJoin(people, and(eq(people.id, calendarFeeds.personId), isNull(people.endedAt)))
    .where(and(eq(calendarFeeds.tokenHash, hash(token)), isNull(calendarFeeds.revokedAt)));
  return row;
}

/** A deadline that concerns a person. */
export interface PersonalDeadline {
  caseId: string;
  caseNumber: string;
  declarationId: string;
  product: string;
  state: CaseState;
  /** `due`: the clock of the case; `expiry`: the approval runs out. */
  kind: 'due' | 'expiry';
  at: Date;
  side: 'supplier' | 'review';
}

/**
 * The deadlines of one person with the roles they have now: of their supplier's products, of their municipality's cases,
 * of cases in which they have claimed a section; the coordinator's are everybody's. Cases of suppliers with whom they
 * have declared a conflict of interest are not among them.
 */
export async function listDeadlinesOf(db: Db, personId: string): Promise<PersonalDeadline[]> {
  const due = await db
    .select(columns(personId))
    .from(cases)
    .innerJoin(products, eq(products.id, cases.productId))
    .where(and(or(isNotNull(cases.dueAt), isNotNull(cases.reviewDueAt)), concerns(db, personId)))
    .orderBy(sql`coalesce(${cases.dueAt}, ${cases.reviewDueAt})`, asc(cases.id));
  const aged = await db
    .select({ ...columns(personId), publishedAt: publications.publishedAt })
    .from(cases)
    .innerJoin(products, eq(products.id, cases.productId))
    .innerJoin(decisions, eq(decisions.caseId, cases.id))
    .innerJoin(publications, and(eq(publications.decisionId, decisions.id), isNull(publications.endedAt)))
    .where(concerns(db, personId))
    .orderBy(asc(publications.publishedAt), asc(cases.id));
  return [
    ...due.flatMap(({ dueAt, reviewDueAt, isOwn, ...row }) => {
      // How long a municipality may take is no deadline of the supplier's.
      const at = dueAt ?? (isOwn ? null : reviewDueAt);
      return at ? [{ ...row, kind: 'due' as const, at, side: sideOf(isOwn) }] : [];
    }),
    ...aged.map(({ publishedAt, isOwn, dueAt: _, reviewDueAt: __, ...row }) => ({
      ...row,
      kind: 'expiry' as const,
      at: expiresAt(publishedAt),
      side: sideOf(isOwn),
    })),
  ];
}

const sideOf = (isOwn: boolean) => (isOwn ? ('supplier' as const) : ('review' as const));

function columns(personId: string) {
  return {
    caseId: cases.id,
    caseNumber: cases.number,
    declarationId: cases.declarationId,
    product: products.name,
    state: cases.state,
    dueAt: cases.dueAt,
    reviewDueAt: cases.reviewDueAt,
    isOwn: sql<boolean>`exists (select 1 from ${memberships} where ${memberships.personId} = ${personId}
      and ${memberships.supplierId} = ${products.supplierId} and ${memberships.endedAt} is null)`,
  };
}

function concerns(db: Db, personId: string) {
  const isChosen = exists(
    db
      .select({ one: sql`1` })
      .from(membershipProducts)
      .where(and(eq(membershipProducts.membershipId, memberships.id), eq(membershipProducts.productId, products.id))),
  );
  const isSent = isNotNull(cases.currentSubmissionId);
  const claimed = exists(
    db
      .select({ one: sql`1` })
      .from(caseSections)
      .where(and(eq(caseSections.caseId, cases.id), eq(caseSections.reviewerId, personId))),
  );
  const isReviewing = inArray(memberships.role, ['reviewer', 'lead-reviewer']);
  const holds = exists(
    db
      .select({ one: sql`1` })
      .from(memberships)
      .where(
        and(
          eq(memberships.personId, personId),
          isNull(memberships.endedAt),
          or(
            and(
              eq(memberships.supplierId, products.supplierId),
              or(eq(memberships.onlyChosenProducts, false), isChosen),
            ),
            and(isSent, isReviewing, or(eq(memberships.municipalityCode, cases.municipalityCode), claimed)),
            and(isSent, eq(memberships.role, 'coordinator')),
          ),
        ),
      ),
  );
  const conflict = db
    .select({ one: sql`1` })
    .from(conflictsOfInterest)
    .where(
      and(
        eq(conflictsOfInterest.personId, personId),
        eq(conflictsOfInterest.supplierId, products.supplierId),
        isNull(conflictsOfInterest.endedAt),
      ),
    );
  return and(holds, notExists(conflict));
}
