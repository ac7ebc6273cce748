import { type CaseRequest, caseEventSchema, eventNoteProblem } from '~/workflows/case/events';
import { plainFacts } from '~/workflows/case/facts';
import { mayKnowCase } from '~/workflows/case/visibility';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { actorFor } from '~/workflows/supplier-rights';
import type { CaseState } from '~/workflows/words';
import type { Db, Transaction } from '../client';
import { appendLog, type LogEntry } from '../log';
import { type CaseRow, lockCase, lockOtherCases } from './case-row';
import { loadFacts } from './load-facts';
import { type CaseActing, moveCase } from './move-case';

export interface SentEvent {
  caseId: string;
  version: number;
  state: CaseState;
}

/**
 * Sends one event to a case, in one transaction: lock, version, facts, the machine's word, everything that follows
 * from it, and the log.
 * @param acting null actor: the portal itself (a clock)
 * @param input.expectedVersion the version that the sender saw
 * @returns `not-found` also where the actor may not know that the case exists; `case-has-moved` (params: version) when
 *   somebody was faster; else the refusal of the first guard that fails
 */
export function sendCaseEvent(
  db: Db,
  acting: CaseActing,
  input: { caseId: string; expectedVersion: number; event: CaseRequest },
): Promise<Result<SentEvent, string>> {
  return db.transaction(async (tx) => {
    const row = await lockCase(tx, input.caseId);
    if (!row || (acting.actor && !mayKnowCase(acting.actor, row))) return refuse('not-found');
    if (row.version !== input.expectedVersion) return refuse('case-has-moved', { version: row.version });
    // Whoever calls: nothing but what can be asked of a case gets in, least of all a submission.
    const parsed = caseEventSchema.safeParse(input.event);
    if (!parsed.success) return refuse('request-not-understood');
    const request = parsed.data;
    const problem = eventNoteProblem(request);
    if (problem) return { ok: false, refusal: problem };
    const route = request.type === 'route' ? request : undefined;
    const facts = await loadFacts(tx, {
      row,
      actor: acting.actor,
      municipalityCode: route?.municipalityCode,
      assigneeId: route?.personId,
    });
    const moved = await moveCase(tx, { row, acting: forProduct(acting, row), request, facts });
    if (!moved.ok) return moved;
    const { state, version, effects, entry } = moved.value;
    const isPublished = effects.some(({ kind }) => kind === 'publish');
    const superseded = isPublished ? await supersedeOthers(tx, row, acting.now) : [];
    await appendLog(tx, acting, entry);
    if (superseded.length > 0) await appendLog(tx, { actor: null, now: acting.now }, ...superseded);
    return ok({ caseId: row.id, version, state });
  });
}

/** With the roles that hold for the case's product: somebody may be signatory of one product and editor of another. */
function forProduct({ actor, now }: CaseActing, { productId }: CaseRow): CaseActing {
  return { actor: actor && actorFor(actor, productId), now };
}

/** The declaration's earlier cases whose publication a newer one has just replaced learn of it. */
async function supersedeOthers(tx: Transaction, row: CaseRow, now: Date): Promise<LogEntry[]> {
  const states = [
    'approved',
    'partially-approved',
    'expiring',
    'expired',
    'suspended',
    'upheld',
    'overturned',
  ] as const;
  const entries: LogEntry[] = [];
  for (const other of await lockOtherCases(tx, row, states)) {
    const moved = await moveCase(tx, {
      row: other,
      acting: { actor: null, now },
      request: { type: 'supersede' },
      facts: plainFacts,
    });
    // An appeal that was upheld over a rejection has nothing published to replace.
    if (moved.ok) entries.push(moved.value.entry);
  }
  return entries;
}
