import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { CaseRequest } from '~/workflows/case/events';
import { earliestEnd, expiresAt, expiresSoonAt } from '~/workflows/validity';
import type { CaseState } from '~/workflows/words';
import type { Database } from '../client';
import { cases, decisions, publications } from '../schema';
import { type SentEvent, sendCaseEvent } from './send-event';

/** An event of the portal whose time has come. */
export interface DueClock {
  caseId: string;
  number: string;
  state: CaseState;
  version: number;
  event: CaseRequest;
  /** The moment it was for. */
  at: Date;
}

/** What the portal does in a state when its deadline has passed. */
const onDue = {
  hearing: { type: 'close-hearing', note: '' },
  'changes-requested': { type: 'lapse', note: '' },
} as const satisfies Readonly<Record<string, CaseRequest>>;

/** What the portal does in a state when its publication gets old. */
const onAge = {
  approved: { event: { type: 'expire-soon' }, dueAt: expiresSoonAt },
  'partially-approved': { event: { type: 'expire-soon' }, dueAt: expiresSoonAt },
  upheld: { event: { type: 'expire-soon' }, dueAt: expiresSoonAt },
  overturned: { event: { type: 'expire-soon' }, dueAt: expiresSoonAt },
  expiring: { event: { type: 'expire' }, dueAt: expiresAt },
} as const satisfies Readonly<Record<string, { event: CaseRequest; dueAt: (publishedAt: Date) => Date }>>;

const isOneOf = <K extends string>(table: Readonly<Record<K, unknown>>, state: string): state is K => state in table;

/**
 * Sends the events of every deadline that has passed, each in its own transaction. Whoever calls, and how often: the
 * event moves the case out of the state, so it fires exactly once, also after the server was down. A publication that
 * became too old meanwhile is told of first and ends at the next call.
 * @param now deadlines up to and including this moment
 * @returns the cases that were moved; one that somebody else moved meanwhile is left alone
 */
export async function fireDueClocks(db: Database, now: Date): Promise<SentEvent[]> {
  const fired: SentEvent[] = [];
  for (const { caseId, version, event } of await listDueClocks(db, now)) {
    const sent = await sendCaseEvent(db, { actor: null, now }, { caseId, expectedVersion: version, event });
    if (sent.ok) fired.push(sent.value);
  }
  return fired;
}

/** What `fireDueClocks` would send, earliest first; changes nothing. */
export async function listDueClocks(db: Database, now: Date): Promise<DueClock[]> {
  const due = [...(await listDeadlines(db, now)), ...(await listAged(db, now))];
  return due.sort((a, b) => a.at.getTime() - b.at.getTime() || a.caseId.localeCompare(b.caseId));
}

const columns = { caseId: cases.id, number: cases.number, state: cases.state, version: cases.version };

async function listDeadlines(db: Database, now: Date): Promise<DueClock[]> {
  const states = Object.keys(onDue) as (keyof typeof onDue)[];
  const rows = await db
    .select({ ...columns, at: cases.dueAt })
    .from(cases)
    .where(and(inArray(cases.state, states), lte(cases.dueAt, now)))
    .orderBy(asc(cases.dueAt), asc(cases.id));
  return rows.flatMap(({ at, ...row }) =>
    at && isOneOf(onDue, row.state) ? [{ ...row, at, event: onDue[row.state] }] : [],
  );
}

/** Only what is public gets old; what is suspended goes on with the age it has when it is public again. */
async function listAged(db: Database, now: Date): Promise<DueClock[]> {
  const states = Object.keys(onAge) as (keyof typeof onAge)[];
  const rows = await db
    .select({ ...columns, publishedAt: publications.publishedAt })
    .from(cases)
    .innerJoin(decisions, eq(decisions.caseId, cases.id))
    .innerJoin(publications, eq(publications.decisionId, decisions.id))
    .where(
      and(inArray(cases.state, states), isNull(publications.endedAt), lte(publications.publishedAt, earliestEnd(now))),
    );
  return rows.flatMap(({ publishedAt, ...row }) => {
    if (!isOneOf(onAge, row.state)) return [];
    const { event, dueAt } = onAge[row.state];
    const at = dueAt(publishedAt);
    return at.getTime() <= now.getTime() ? [{ ...row, at, event }] : [];
  });
}
