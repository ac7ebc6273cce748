import { and, asc, eq, gte, isNotNull, isNull, lte } from 'drizzle-orm';
import { daysLeft, dueReminder, reminderDays } from '~/workflows/evidence-age';
import { addDays, copenhagenDay } from '~/workflows/working-days';
import type { Database, Transaction } from './client';
import { listAnswerers } from './handovers';
import { queueNotice } from './mail/plain-notice';
import { answerEvidence, declarations, evidence, evidenceReminders, products, suppliers } from './schema';

/**
 * Reminds those who may answer for a product of attached evidence that runs out soon: at 30 and at 7 days, each once,
 * whoever calls and how often. After a pause only the nearest reminder is sent, none for what has run out.
 * @returns how many reminders were queued
 */
export async function remindOfEvidence(db: Database, now: Date): Promise<number> {
  const today = copenhagenDay(now);
  const last = addDays(today, Math.max(...reminderDays));
  const expiring = await db
    .selectDistinct({ id: evidence.id, validTo: evidence.validTo })
    .from(evidence)
    .innerJoin(answerEvidence, and(eq(answerEvidence.evidenceId, evidence.id), isNull(answerEvidence.detachedAt)))
    .where(and(isNotNull(evidence.validTo), gte(evidence.validTo, today), lte(evidence.validTo, last)))
    .orderBy(asc(evidence.validTo), asc(evidence.id));
  let reminded = 0;
  for (const { id, validTo } of expiring) {
    const daysBefore = validTo && dueReminder(daysLeft(validTo, today));
    if (daysBefore && (await db.transaction((tx) => remind(tx, now, id, daysBefore)))) reminded += 1;
  }
  return reminded;
}

/** The row is the promise that it happens once: whoever inserts it queues the mail, in the same transaction. */
async function remind(tx: Transaction, now: Date, evidenceId: string, daysBefore: number): Promise<boolean> {
  const [mine] = await tx
    .insert(evidenceReminders)
    .values({ evidenceId, daysBefore, remindedAt: now })
    .onConflictDoNothing()
    .returning({ evidenceId: evidenceReminders.evidenceId });
  if (!mine) return false;
  const [about] = await tx
    .select({ evidence, product: products, supplierName: suppliers.name })
    .from(evidence)
    .innerJoin(declarations, eq(declarations.id, evidence.declarationId))
    .innerJoin(products, eq(products.id, declarations.productId))
    .innerJoin(suppliers, eq(suppliers.id, products.supplierId))
    .where(and(eq(evidence.id, evidenceId), isNull(products.endedAt)));
  if (!about?.evidence.validTo) return false;
  const people = await listAnswerers(tx, about.product);
  await queueNotice(tx, now, {
    about: 'evidence-expires',
    to: { personIds: people.map(({ personId }) => personId) },
    params: {
      title: about.evidence.title,
      product: about.product.name,
      supplier: about.supplierName,
      date: about.evidence.validTo,
    },
    link: { page: 'declaration', declarationId: about.evidence.declarationId },
    topic: 'reminders',
  });
  return true;
}
