import { randomUUID } from 'node:crypto';
import { eq, like, sql } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { openSnapshot } from '~/workflows/case/decide-event';
import { copenhagenDay } from '~/workflows/working-days';
import type { Transaction } from '../client';
import { appendLog } from '../log';
import { getQuestionnaire } from '../questionnaires';
import { cases, declarations, logHead, products } from '../schema';

/**
 * Opens a case in draft for a declaration that has none open, in the caller's transaction. The caller has authorized
 * it and locked the declaration.
 * @throws when the declaration has an open case already (a unique index)
 */
export async function openCase(
  tx: Transaction,
  acting: Acting,
  { declarationId }: { declarationId: string },
): Promise<{ caseId: string; caseNumber: string }> {
  const [found] = await tx
    .select({ declaration: declarations, product: products })
    .from(declarations)
    .innerJoin(products, eq(products.id, declarations.productId))
    .where(eq(declarations.id, declarationId));
  if (!found) throw new Error(`There is no declaration ${declarationId}.`);
  const { declaration, product } = found;
  const { definition } = await getQuestionnaire(tx, declaration.questionnaireId);
  const caseId = randomUUID();
  const caseNumber = await nextCaseNumber(tx, acting.now);
  const snapshot = openSnapshot({
    supplierId: product.supplierId,
    sectionIds: definition.sections.map(({ id }) => id),
  });
  await tx.insert(cases).values({
    id: caseId,
    number: caseNumber,
    declarationId,
    productId: product.id,
    supplierId: product.supplierId,
    state: 'draft',
    snapshot,
    version: 1,
    isOpen: true,
    openedAt: acting.now,
    stateSince: acting.now,
  });
  await appendLog(tx, acting, {
    action: 'case.open',
    subject: { type: 'case', id: caseId },
    details: { number: caseNumber, declarationId, productId: product.id },
  });
  return { caseId, caseNumber };
}

/**
 * The next number of the year in Copenhagen, without gaps: the log's head is locked until commit, so cases are opened
 * one after the other, and a number that is rolled back is given again.
 */
async function nextCaseNumber(tx: Transaction, now: Date): Promise<string> {
  await tx.select().from(logHead).where(eq(logHead.id, 1)).for('update');
  const year = copenhagenDay(now).slice(0, 4);
  const [row] = await tx
    .select({ last: sql<number | null>`max(split_part(${cases.number}, '-', 2)::int)` })
    .from(cases)
    .where(like(cases.number, `${year}-%`));
  return `${year}-${String((row?.last ?? 0) + 1).padStart(4, '0')}`;
}
