import { and, asc, inArray, lte } from 'drizzle-orm';
import type { CaseRequest } from '~/workflows/case/events';
import type { Database } from '../client';
import { cases } from '../schema';
import { type SentEvent, sendCaseEvent } from './send-event';

/** What the portal does in a state when its deadline has passed. */
const onDue = {
  hearing: { type: 'close-hearing', note: '' },
  'changes-requested': { type: 'lapse', note: '' },
} as const satisfies Readonly<Record<string, CaseRequest>>;

/**
 * Sends the events of every deadline that has passed, each in its own transaction. Whoever calls, and how often: the
 * event moves the case out of the state, so it fires exactly once, also after the server was down.
 * @param now deadlines up to and including this moment
 * @returns the cases that were moved; one that somebody else moved meanwhile is left alone
 */
export async function fireDueClocks(db: Database, now: Date): Promise<SentEvent[]> {
  const states = Object.keys(onDue) as (keyof typeof onDue)[];
  const due = await db
    .select({ id: cases.id, state: cases.state, version: cases.version })
    .from(cases)
    .where(and(inArray(cases.state, states), lte(cases.dueAt, now)))
    .orderBy(asc(cases.dueAt), asc(cases.id));
  const fired: SentEvent[] = [];
  for (const { id, state, version } of due) {
    if (state !== 'hearing' && state !== 'changes-requested') continue;
    const input = { caseId: id, expectedVersion: version, event: onDue[state] };
    const sent = await sendCaseEvent(db, { actor: null, now }, input);
    if (sent.ok) fired.push(sent.value);
  }
  return fired;
}
