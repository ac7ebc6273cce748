import { and, eq } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { proposeScope } from '~/workflows/questionnaire/scope';
import { decideScope, type ScopeChoice, type ScopeProblem } from '~/workflows/questionnaire/scope-choice';
import { ok, type Refusal, refuse } from '~/workflows/refusal';
import { isEditableState } from '~/workflows/supplier-rights';
import { getCatalogue } from './catalogue';
import type { Db, Transaction } from './client';
import { type EditRefusal, lockForEdit, type ScopeEntry } from './declarations';
import { appendLog } from './log';
import { getQuestionnaire } from './questionnaires';
import { cases, declarations, type products, scopeEntries } from './schema';

export type ScopeResult =
  | { ok: true; value: { scopeConfirmedAt: Date } }
  | { ok: false; refusal: Refusal<EditRefusal | 'scope-has-changed'> }
  | { ok: false; problems: Map<string, ScopeProblem> };

/**
 * Saves which interfaces a declaration answers for, and that the supplier has been through the choice.
 * @param input.expectedConfirmedAt when the scope was last confirmed as the person saw it; else it is refused
 * @param input.choices one for each interface that was shown
 */
export function confirmScope(
  db: Db,
  acting: Acting,
  input: { declarationId: string; expectedConfirmedAt: Date | null; choices: readonly ScopeChoice[] },
): Promise<ScopeResult> {
  return db.transaction(async (tx) => {
    const locked = await lockForEdit(tx, acting.actor, input.declarationId);
    if (!locked.ok) return locked;
    const { declaration } = locked.value;
    if (declaration.scopeConfirmedAt?.getTime() !== input.expectedConfirmedAt?.getTime()) {
      return refuse('scope-has-changed');
    }
    const entries = await tx.select().from(scopeEntries).where(eq(scopeEntries.declarationId, declaration.id));
    const decided = decideScope(entries.map(presentOf), input.choices, await getCatalogue(tx));
    if (!decided.ok) return decided;
    for (const { interfaceId, isProposed, to } of decided.changes) {
      const row = { ...to, updatedAt: acting.now };
      await tx
        .insert(scopeEntries)
        .values({ declarationId: declaration.id, interfaceId, isProposed, ...row })
        .onConflictDoUpdate({ target: [scopeEntries.declarationId, scopeEntries.interfaceId], set: row });
    }
    const stamps = { scopeConfirmedAt: acting.now, updatedAt: acting.now };
    await tx.update(declarations).set(stamps).where(eq(declarations.id, declaration.id));
    await appendLog(tx, acting, {
      action: 'scope.confirm',
      subject: { type: 'declaration', id: declaration.id },
      details: { changes: decided.changes },
    });
    return ok({ scopeConfirmedAt: acting.now });
  });
}

function presentOf(entry: ScopeEntry) {
  const { interfaceId, isProposed, isIncluded, reason, demandedByCaseId } = entry;
  return { interfaceId, isProposed, isIncluded, reason, isDemanded: demandedByCaseId !== null };
}

/**
 * After a product's KLE areas or type changed: proposes what now matters and was never looked at, in each of its
 * declarations that can still be edited. The supplier is led through the scope again. Nothing is taken out.
 */
export async function proposeAnew(
  tx: Transaction,
  acting: Acting,
  product: typeof products.$inferSelect,
): Promise<void> {
  const open = await tx
    .select({ declaration: declarations, state: cases.state })
    .from(declarations)
    .innerJoin(cases, and(eq(cases.declarationId, declarations.id), eq(cases.isOpen, true)))
    .where(eq(declarations.productId, product.id))
    .for('no key update', { of: declarations });
  for (const { declaration, state } of open) {
    if (isEditableState(state)) await proposeIn(tx, acting, declaration, product);
  }
}

async function proposeIn(
  tx: Transaction,
  acting: Acting,
  declaration: typeof declarations.$inferSelect,
  product: typeof products.$inferSelect,
): Promise<void> {
  const { definition } = await getQuestionnaire(tx, declaration.questionnaireId);
  const entries = await tx.select().from(scopeEntries).where(eq(scopeEntries.declarationId, declaration.id));
  const known = new Set(entries.map(({ interfaceId }) => interfaceId));
  const added = proposeScope(definition, product, await getCatalogue(tx))
    .map(({ interfaceId }) => interfaceId)
    .filter((interfaceId) => !known.has(interfaceId));
  if (added.length === 0) return;
  await tx.insert(scopeEntries).values(
    added.map((interfaceId) => ({
      declarationId: declaration.id,
      interfaceId,
      isProposed: true,
      isIncluded: true,
      updatedAt: acting.now,
    })),
  );
  const stamps = { scopeConfirmedAt: null, updatedAt: acting.now };
  await tx.update(declarations).set(stamps).where(eq(declarations.id, declaration.id));
  await appendLog(tx, acting, {
    action: 'scope.propose',
    subject: { type: 'declaration', id: declaration.id },
    details: { interfaces: added },
  });
}
