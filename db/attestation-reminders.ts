import { and, asc, eq, gte, inArray, isNull, lte } from 'drizzle-orm';
import { daysLeft, dueReminder, reminderDays } from '~/workflows/evidence-age';
import { municipalRoles } from '~/workflows/words';
import { addDays, copenhagenDay } from '~/workflows/working-days';
import type { Database, Transaction } from './client';
import { queueNotice } from './mail/plain-notice';
import { attestationReminders, attestations, memberships, people, products } from './schema';

/**
 * Reminds a municipality of what it has attested and must attest again before it ends: at 30 and at 7 days, each once for
 * each end, whoever calls and how often. After a pause only the nearest reminder is sent, none for what has run out.
 * @returns how many reminders were queued
 */
export async function remindOfAttestations(db: Database, now: Date): Promise<number> {
  const today = copenhagenDay(now);
  const last = addDays(today, Math.max(...reminderDays));
  const ending = await db
    .select({ id: attestations.id, validTo: attestations.validTo })
    .from(attestations)
    .where(and(isNull(attestations.endedAt), gte(attestations.validTo, today), lte(attestations.validTo, last)))
    .orderBy(asc(attestations.validTo), asc(attestations.id));
  let reminded = 0;
  for (const { id, validTo } of ending) {
    const daysBefore = dueReminder(daysLeft(validTo, today));
    if (daysBefore && (await db.transaction((tx) => remind(tx, now, { id, validTo, daysBefore })))) reminded += 1;
  }
  return reminded;
}

/** The row is the promise that it happens once: whoever inserts it queues the mail, in the same transaction. */
async function remind(
  tx: Transaction,
  now: Date,
  { id, validTo, daysBefore }: { id: string; validTo: string; daysBefore: number },
): Promise<boolean> {
  const [mine] = await tx
    .insert(attestationReminders)
    .values({ attestationId: id, validTo, daysBefore, remindedAt: now })
    .onConflictDoNothing()
    .returning({ attestationId: attestationReminders.attestationId });
  if (!mine) return false;
  const [about] = await tx
    .select({ attestation: attestations, product: products.name })
    .from(attestations)
    .innerJoin(products, eq(products.id, attestations.productId))
    .where(eq(attestations.id, id));
  if (!about) return false;
  const { attestation, product } = about;
  await queueNotice(tx, now, {
    about: 'attestation-ends',
    to: { personIds: await listAsked(tx, attestation) },
    params: { product, interface: attestation.interfaceId, date: validTo },
    link: { page: 'attestations' },
    topic: 'reminders',
  });
  return true;
}

/** Whoever gave it, while they still act for the municipality; else everybody there who may give it again. */
async function listAsked(
  tx: Transaction,
  { municipalityCode, confirmedBy }: { municipalityCode: string; confirmedBy: string },
): Promise<string[]> {
  const there = await tx
    .selectDistinct({ personId: memberships.personId })
    .from(memberships)
    .innerJoin(people, and(eq(people.id, memberships.personId), isNull(people.endedAt)))
    .where(
      and(
        eq(memberships.municipalityCode, municipalityCode),
        inArray(memberships.role, [...municipalRoles]),
        isNull(memberships.endedAt),
      ),
    );
  const ids = there.map(({ personId }) => personId).sort();
  return ids.includes(confirmedBy) ? [confirmedBy] : ids;
}
