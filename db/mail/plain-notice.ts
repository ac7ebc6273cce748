import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, notExists, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { MailUrgency } from '~/workflows/mail-plan';
import { type MailTopic, mailTopics } from '~/workflows/mail-topics';
import { languages } from '~/workflows/words';
import type { Transaction } from '../client';
import { mailOptOuts, memberships, outbox, people, products, stewards } from '../schema';
import type { Receiver } from './notice';

/** A row of the outbox that becomes mails which are about no case (app/i18n/notices.ts has the words). */
export const plainNotice = 'plain-notice';

export const noticeSubjects = [
  'invitation',
  'role-given',
  'role-ended',
  'steward',
  'handover',
  'handover-done',
  'handover-back',
  'handover-returned',
  'transfer-offered',
  'transfer-accepted',
  'transfer-declined',
  'registry-merged',
  'registry-split',
  'registry-undone',
  'hearing-confirm',
  'hearing-arrived',
  'hearing-answered',
  'access-request',
  'access-request-arrived',
  'access-request-declined',
  'dispute-confirm',
  'dispute-arrived',
  'dispute-opened',
  'dispute-accepted',
  'dispute-declined',
  'dispute-replied',
  'dispute-reply-returned',
  'dispute-resolved',
  'contradiction-opened',
  'contradiction-contested',
  'contradiction-public',
  'contradiction-settled',
  'thread-message',
  'thread-mention',
  'evidence-expires',
  'attestation-ends',
  'interface-sunset',
  'review-taken-over',
  'review-handed-over',
  'review-overdue',
  'agreement-low',
] as const;
export type NoticeSubject = (typeof noticeSubjects)[number];

const linkSchema = z.discriminatedUnion('page', [
  z.object({
    page: z.enum([
      'home',
      'people',
      'transfers',
      'disputes',
      'contradictions',
      'attestations',
      'admin',
      'admin-disputes',
      'admin-questionnaires',
      'access-requests',
    ]),
  }),
  /** With a token that is in the mail only. */
  z.object({ page: z.enum(['invitation', 'dispute-confirmation', 'access-confirmation', 'hearing-confirmation']) }),
  z.object({ page: z.literal('section'), declarationId: z.uuid(), sectionId: z.string() }),
  z.object({ page: z.literal('declaration'), declarationId: z.uuid() }),
  z.object({ page: z.literal('questionnaire'), slug: z.string(), version: z.string() }),
  z.object({ page: z.literal('product'), slug: z.string() }),
  z.object({ page: z.literal('thread'), declarationId: z.uuid(), questionKey: z.string() }),
  z.object({ page: z.literal('calibration-task'), taskId: z.uuid() }),
  z.object({ page: z.literal('review-case'), caseId: z.uuid() }),
  z.object({ page: z.literal('review-thread'), caseId: z.uuid(), questionKey: z.string() }),
]);
export type NoticeLink = z.infer<typeof linkSchema>;

const receiverSchema = z.union([
  z.object({ personIds: z.array(z.uuid()) }),
  z.object({ adminsOf: z.uuid() }),
  /** Those of the product and, where it has none, the administrators of its supplier. */
  z.object({ stewardsOf: z.uuid(), supplierId: z.uuid() }),
  z.object({ coordinators: z.literal(true) }),
  z.object({ address: z.string(), language: z.enum(languages) }),
]);
export type NoticeReceivers = z.infer<typeof receiverSchema>;

const payloadSchema = z.object({
  about: z.enum(noticeSubjects),
  to: receiverSchema,
  params: z.record(z.string(), z.string()),
  link: linkSchema,
  topic: z.enum(mailTopics).nullable(),
  secretOf: z.string().nullable(),
});

/** What a mail is written from. Names of organisations, products and sections only; a message is read where it belongs. */
export type PlainNotice = z.infer<typeof payloadSchema>;

/** A mail with a link that is somebody's own, or to nobody here, is waited for. */
export function urgencyOfNotice({ about, to, topic, secretOf }: PlainNotice): MailUrgency {
  if (secretOf !== null || 'address' in to) return 'urgent';
  return topic === 'reminders' || about === 'review-overdue' ? 'reminder' : 'ordinary';
}

/**
 * Queues a mail in the transaction of the change that causes it.
 * @param notice.topic what a receiver can opt out of; null: nobody can
 * @param notice.secretOf what the token of the link is made of (app/mail/token.ts), for links with one
 */
export async function queueNotice(
  tx: Transaction,
  now: Date,
  notice: Omit<PlainNotice, 'topic' | 'secretOf'> & { topic?: MailTopic; secretOf?: string },
): Promise<void> {
  const payload = { ...notice, topic: notice.topic ?? null, secretOf: notice.secretOf ?? null };
  await tx.insert(outbox).values({ id: randomUUID(), kind: plainNotice, payload, createdAt: now });
}

/** Receivers are looked up when the mail is written: who has left in between gets nothing. */
export async function readPlainNotice(
  tx: Transaction,
  payload: unknown,
): Promise<{ notice: PlainNotice; receivers: (Omit<Receiver, 'personId'> & { personId: string | null })[] }> {
  const notice = payloadSchema.parse(payload);
  const { to, topic } = notice;
  if ('address' in to) return { notice, receivers: [{ personId: null, address: to.address, language: to.language }] };
  const ids = await listIds(tx, to);
  return { notice, receivers: await listWilling(tx, ids, topic) };
}

async function listIds(tx: Transaction, to: Exclude<NoticeReceivers, { address: string }>): Promise<string[]> {
  if ('personIds' in to) return to.personIds;
  if ('coordinators' in to) return listHolders(tx, eq(memberships.role, 'coordinator'));
  const supplierId = 'adminsOf' in to ? to.adminsOf : to.supplierId;
  const own = 'stewardsOf' in to ? await listStewardIds(tx, to.stewardsOf) : [];
  if (own.length > 0) return own;
  return listHolders(tx, and(eq(memberships.role, 'supplier-admin'), eq(memberships.supplierId, supplierId)));
}

/** The people who look after a product now: of the supplier that has it. */
export async function listStewardIds(tx: Transaction, productId: string): Promise<string[]> {
  const rows = await tx
    .select({ personId: stewards.personId })
    .from(stewards)
    .innerJoin(products, eq(products.id, stewards.productId))
    .innerJoin(people, and(eq(people.id, stewards.personId), isNull(people.endedAt)))
    .where(
      and(
        eq(stewards.productId, productId),
        isNull(stewards.endedAt),
        sql`exists (select 1 from memberships m where m.person_id = ${stewards.personId}
          and m.supplier_id = ${products.supplierId} and m.ended_at is null)`,
      ),
    )
    .orderBy(asc(stewards.place));
  return rows.map(({ personId }) => personId);
}

async function listHolders(tx: Transaction, condition: ReturnType<typeof and>): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ personId: memberships.personId })
    .from(memberships)
    .where(and(condition, isNull(memberships.endedAt)));
  return rows.map(({ personId }) => personId);
}

async function listWilling(tx: Transaction, ids: readonly string[], topic: MailTopic | null): Promise<Receiver[]> {
  if (ids.length === 0) return [];
  return tx
    .select({ personId: people.id, address: people.email, language: people.language })
    .from(people)
    .where(
      and(inArray(people.id, [...ids]), isNull(people.endedAt), topic === null ? undefined : hasNotOptedOut(tx, topic)),
    )
    .orderBy(asc(people.id));
}

/** For a query over `people`. */
export function hasNotOptedOut(tx: Transaction, topic: MailTopic) {
  return notExists(
    tx
      .select({ one: sql`1` })
      .from(mailOptOuts)
      .where(and(eq(mailOptOuts.personId, people.id), eq(mailOptOuts.topic, topic), eq(mailOptOuts.isOff, true))),
  );
}
