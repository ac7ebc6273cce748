import { and, eq } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { stateOf } from '~/workflows/case/decide-event';
import { mayKnowCase } from '~/workflows/case/visibility';
import { noteLimit, noteProblem } from '~/workflows/note';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { getCatalogue } from '../catalogue';
import type { Database, Transaction } from '../client';
import { appendLog } from '../log';
import { scopeEntries } from '../schema';
import { type CaseRow, lockCase } from './case-row';
import { findReviewRefusal } from './impartial';

/**
 * A reviewer demands that the supplier declares an interface it left out. Takes effect with request-changes; until
 * then it can be taken back.
 */
export function demandScope(
  db: Database,
  acting: Acting,
  input: { caseId: string; interfaceId: string; reason: string },
): Promise<Result<null, string>> {
  return db.transaction(async (tx) => {
    const found = await lockForDemand(tx, acting, input.caseId);
    if (!found.ok) return found;
    const row = found.value;
    const reason = input.reason.trim();
    if (reason === '') return refuse('note-needed');
    const problem = noteProblem(reason, noteLimit);
    if (problem) return { ok: false, refusal: problem };
    if (!(await getCatalogue(tx)).has(input.interfaceId)) return refuse('interface-unknown');
    const { declarationId } = row;
    const { interfaceId } = input;
    const place = and(eq(scopeEntries.declarationId, declarationId), eq(scopeEntries.interfaceId, interfaceId));
    const [entry] = await tx.select().from(scopeEntries).where(place).for('update');
    if (entry?.isIncluded) return refuse('interface-declared-already');
    const demand = { demandedByCaseId: row.id, demandReason: reason, updatedAt: acting.now };
    if (entry) await tx.update(scopeEntries).set(demand).where(place);
    else {
      await tx
        .insert(scopeEntries)
        .values({ declarationId, interfaceId, isProposed: false, isIncluded: false, ...demand });
    }
    await appendLog(tx, acting, {
      action: 'scope.demand',
      subject: { type: 'case', id: row.id },
      details: { number: row.number, declarationId, interfaceId, reason },
    });
    return ok(null);
  });
}

/** Takes a demand back that has not taken effect yet. */
export function dropScopeDemand(
  db: Database,
  acting: Acting,
  input: { caseId: string; interfaceId: string },
): Promise<Result<null, string>> {
  return db.transaction(async (tx) => {
    const found = await lockForDemand(tx, acting, input.caseId);
    if (!found.ok) return found;
    const { id, number, declarationId } = found.value;
    const [dropped] = await tx
      .update(scopeEntries)
      .set({ demandedByCaseId: null, demandReason: null, updatedAt: acting.now })
      .where(
        and(
          eq(scopeEntries.declarationId, declarationId),
          eq(scopeEntries.interfaceId, input.interfaceId),
          eq(scopeEntries.demandedByCaseId, id),
          eq(scopeEntries.isIncluded, false),
        ),
      )
      .returning({ interfaceId: scopeEntries.interfaceId });
    if (!dropped) return refuse('not-found');
    await appendLog(tx, acting, {
      action: 'scope.drop-demand',
      subject: { type: 'case', id },
      details: { number, declarationId, interfaceId: input.interfaceId },
    });
    return ok(null);
  });
}

/** Demands are made by whoever may ask for changes, while the case can still go back to the supplier. */
async function lockForDemand(tx: Transaction, { actor }: Acting, caseId: string): Promise<Result<CaseRow, string>> {
  const row = await lockCase(tx, caseId);
  if (!row || !mayKnowCase(actor, row)) return refuse('not-found');
  const refusal = await findReviewRefusal(tx, actor, row);
  if (refusal) return { ok: false, refusal };
  const { context, value } = row.snapshot;
  const isLead = typeof value !== 'string' && value.decision === 'lead';
  if (stateOf(row.snapshot) !== 'review' && !isLead) return refuse('case-not-in-review');
  const isResponsibleLead =
    actor.roles.includes('lead-reviewer') && actor.municipalityCode === context.municipalityCode;
  if (!isResponsibleLead && !Object.values(context.claims).includes(actor.personId)) {
    return refuse('not-responsible-nor-claimer');
  }
  return ok(row);
}
