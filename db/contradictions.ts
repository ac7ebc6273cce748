import { randomUUID } from 'node:crypto';
import { and, asc, eq, gte, inArray, isNull, lt } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { mayAttest } from '~/workflows/attestation';
import { copenhagenDay } from '~/workflows/day';
import {
  contradictionDays,
  contradictionStates,
  type DisputeState,
  disputeLimits,
  lapseOf,
  replyDays,
} from '~/workflows/dispute';
import { type NoteProblem, noteProblem } from '~/workflows/note';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { dueAfter } from '~/workflows/working-days';
import type { Db, Transaction } from './client';
import { hasConflict } from './conflicts';
import { appendLog } from './log';
import { queueNotice } from './mail/plain-notice';
import { publishDispute } from './publication/public-disputes';
import { attestations, disputes, municipalities, people, products, publicProducts, publicSupport } from './schema';

export type ContradictionRefusal =
  | 'role-required'
  | 'not-found'
  | 'conflict-of-interest'
  | 'note-needed'
  | NoteProblem
  | 'contradiction-not-in-production'
  | 'contradiction-of-attestation'
  | 'contradiction-stated-already';

/**
 * A municipality states that it does not run what a supplier's approved answer says is in production. Only the two sides
 * and the portal know of it until the clock runs out or the municipality stands by it (workflows/dispute.ts).
 * @param input.text as everybody reads it if it comes to that
 */
export function contradict(
  db: Db,
  acting: Acting,
  input: { slug: string; interfaceId: string; text: string },
): Promise<Result<{ disputeId: string; dueAt: Date }, ContradictionRefusal>> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    if (!mayAttest(actor)) return refuse('role-required');
    const about = await findAnswer(tx, input.slug, input.interfaceId);
    if (!about) return refuse('not-found');
    const { product, level, questionKey, publicationNumber } = about;
    if (level !== 'in_production' || !questionKey) return refuse('contradiction-not-in-production');
    if (await hasConflict(tx, { personId: actor.personId, supplierId: product.supplierId })) {
      return refuse('conflict-of-interest');
    }
    const text = input.text.trim();
    if (text === '') return refuse('note-needed');
    const problem = noteProblem(text, disputeLimits.text);
    if (problem) return { ok: false, refusal: problem };
    const own = { municipalityCode: actor.municipalityCode, productId: product.id, interfaceId: input.interfaceId };
    if (await isAttested(tx, own, copenhagenDay(now))) return refuse('contradiction-of-attestation');
    const dueAt = dueAfter(now, contradictionDays);
    const id = randomUUID();
    const [added] = await tx
      .insert(disputes)
      .values({
        id,
        productId: product.id,
        questionKey,
        publicationNumber,
        ...(await senderOf(tx, actor)),
        reason: text,
        municipalityCode: actor.municipalityCode,
        // Nobody confirms it by mail: whoever states it is signed in.
        tokenHash: `contradiction:${id}`,
        createdAt: now,
        expiresAt: now,
        confirmedAt: now,
        state: 'contradicted',
        statement: text,
        replyDueAt: dueAt,
      })
      .onConflictDoNothing()
      .returning({ id: disputes.id });
    if (!added) return refuse('contradiction-stated-already');
    await queueNotice(tx, now, {
      about: 'contradiction-opened',
      to: { stewardsOf: product.id, supplierId: product.supplierId },
      params: { product: product.name, date: copenhagenDay(dueAt) },
      link: { page: 'disputes' },
    });
    await appendLog(tx, acting, entryOf('contradict', { id, productId: product.id }, 'contradicted'));
    return ok({ disputeId: id, dueAt });
  });
}

/**
 * Ends the clocks of contradictions that have run out: public where the answer still says so, settled where the
 * supplier has corrected it. Any number of processes may do so at once; each ends once.
 * @returns how many ended
 */
export async function lapseContradictions(db: Db, now: Date): Promise<number> {
  const isDue = and(inArray(disputes.state, [...contradictionStates]), lt(disputes.replyDueAt, now));
  const due = await db.select({ id: disputes.id }).from(disputes).where(isDue).orderBy(asc(disputes.replyDueAt));
  let ended = 0;
  for (const { id } of due) {
    const hasEnded = await db.transaction(async (tx) => {
      const [row] = await tx
        .select()
        .from(disputes)
        .where(and(eq(disputes.id, id), isDue))
        .for('update', { skipLocked: true });
      if (!row) return false;
      await lapse(tx, row, now);
      return true;
    });
    if (hasEnded) ended += 1;
  }
  return ended;
}

async function lapse(tx: Transaction, row: typeof disputes.$inferSelect, now: Date): Promise<void> {
  const [product] = await tx.select().from(products).where(eq(products.id, row.productId));
  if (!product) throw new Error('A contradiction is about no product.');
  const interfaceId = row.questionKey.split('@')[1] ?? '';
  const about = await findAnswer(tx, product.slug, interfaceId);
  const next = lapseOf(row.state, about?.level === 'in_production');
  const replyDueAt = new Date(now.getTime() + replyDays * 86_400_000);
  const change = next === 'settled' ? { endedAt: now } : { acceptedAt: now, replyDueAt };
  await tx
    .update(disputes)
    .set({ ...change, state: next, version: row.version + 1 })
    .where(eq(disputes.id, row.id));
  if (next !== 'settled') await publishDispute(tx, row.id, now);
  await tellOfLapse(tx, now, { row, product, next, due: copenhagenDay(replyDueAt) });
  await appendLog(tx, { actor: null, now }, entryOf('lapse', row, next));
}

interface Lapsed {
  row: typeof disputes.$inferSelect;
  product: typeof products.$inferSelect;
  next: DisputeState;
  due: string;
}

async function tellOfLapse(tx: Transaction, now: Date, { row, product, next, due }: Lapsed): Promise<void> {
  const params = { product: product.name };
  const supplierSide = { stewardsOf: product.id, supplierId: product.supplierId };
  const municipality = { address: row.email, language: row.language };
  const shown = { page: 'product', slug: product.slug } as const;
  if (next === 'settled') {
    await queueNotice(tx, now, {
      about: 'contradiction-settled',
      to: supplierSide,
      params,
      link: { page: 'disputes' },
    });
    return queueNotice(tx, now, {
      about: 'contradiction-settled',
      to: municipality,
      params,
      link: { page: 'contradictions' },
    });
  }
  if (next === 'open') {
    await queueNotice(tx, now, {
      about: 'dispute-opened',
      to: supplierSide,
      params: { ...params, date: due },
      link: { page: 'disputes' },
    });
  } else {
    await queueNotice(tx, now, { about: 'contradiction-public', to: supplierSide, params, link: shown });
    await queueNotice(tx, now, {
      about: 'dispute-replied',
      to: { coordinators: true },
      params,
      link: { page: 'admin-disputes' },
    });
  }
  return queueNotice(tx, now, { about: 'contradiction-public', to: municipality, params, link: shown });
}

async function findAnswer(db: Db, slug: string, interfaceId: string) {
  const [product] = await db.select().from(products).where(eq(products.slug, slug));
  if (!product) return undefined;
  const [row] = await db
    .select({
      level: publicSupport.level,
      answers: publicSupport.answers,
      publicationNumber: publicProducts.publicationNumber,
    })
    .from(publicSupport)
    .innerJoin(publicProducts, eq(publicProducts.productId, publicSupport.productId))
    .where(and(eq(publicSupport.productId, product.id), eq(publicSupport.interfaceId, interfaceId)));
  if (!row) return undefined;
  const { answers, ...about } = row;
  return { product, ...about, questionKey: answers.find(({ type }) => type === 'support_level')?.key };
}

async function isAttested(
  db: Db,
  own: { municipalityCode: string; productId: string; interfaceId: string },
  today: string,
): Promise<boolean> {
  const isOwn = and(
    eq(attestations.municipalityCode, own.municipalityCode),
    eq(attestations.productId, own.productId),
    eq(attestations.interfaceId, own.interfaceId),
    isNull(attestations.endedAt),
    gte(attestations.validTo, today),
  );
  return (await db.$count(attestations, isOwn)) > 0;
}

/** Whom mails go to, and the municipality as everybody reads it. */
async function senderOf(tx: Transaction, actor: { personId: string; municipalityCode: string }) {
  const [person] = await tx.select().from(people).where(eq(people.id, actor.personId));
  const [municipality] = await tx.select().from(municipalities).where(eq(municipalities.code, actor.municipalityCode));
  if (!person || !municipality) throw new Error('Whoever speaks for a municipality is nobody, or it is none.');
  const { name, email, language } = person;
  return { name, email, language, organisation: municipality.name, statedBy: municipality.name };
}

function entryOf(verb: 'contradict' | 'lapse', { id, productId }: { id: string; productId: string }, to: DisputeState) {
  return {
    action: `dispute.${verb}`,
    subject: { type: 'product', id: productId },
    details: { disputeId: id, to },
  };
}
