import { randomUUID } from 'node:crypto';
import { and, eq, gt, lt, ne } from 'drizzle-orm';
import { copenhagenDay } from '~/workflows/day';
import { disputeLimits } from '~/workflows/dispute';
import { isEmailAddress, isLine, isText } from '~/workflows/email-address';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { Language } from '~/workflows/words';
import { countAttempt } from './attempts';
import type { Db, Transaction } from './client';
import { productName } from './dispute-notices';
import { entryOf, findDisputedAnswer } from './disputes';
import type { TokenHashOf } from './invitations';
import { appendLog } from './log';
import { queueNotice } from './mail/plain-notice';
import { disputes, products } from './schema';

const day = 24 * 60 * 60_000;
/** In milliseconds: how long the mail's link works. */
const confirmLifetime = 3 * day;
const limit = { kind: 'dispute', each: 3, all: 100, milliseconds: day };

export interface NewDispute {
  name: string;
  email: string;
  organisation: string;
  reason: string;
  /** Where it can be checked; may be empty. */
  evidence: string;
}
export type DisputeField = keyof NewDispute;

/** @returns the fields that cannot be taken as they are */
export function disputeProblems(input: NewDispute): DisputeField[] {
  const problems: DisputeField[] = [];
  if (!isLine(input.name.trim(), disputeLimits.name)) problems.push('name');
  if (!isEmailAddress(input.email.trim())) problems.push('email');
  if (!isLine(input.organisation.trim(), disputeLimits.organisation)) problems.push('organisation');
  if (!isText(input.reason, disputeLimits.reason)) problems.push('reason');
  if (input.evidence.trim() !== '' && !isText(input.evidence, disputeLimits.evidence)) problems.push('evidence');
  return problems;
}

/**
 * Takes down that somebody disagrees with a published answer, and sends them a mail. Nobody reads it before they have
 * confirmed that the mail is theirs.
 * @param input.subject a keyed hash of the e-mail address, to count tries by
 */
export function fileDispute(
  db: Db,
  now: Date,
  input: NewDispute & { slug: string; questionKey: string; language: Language; subject: string },
  tokenHashOf: TokenHashOf,
): Promise<Result<null, 'not-found' | 'request-not-understood' | 'too-many-attempts'>> {
  return db.transaction(async (tx) => {
    if (disputeProblems(input).length > 0) return refuse('request-not-understood');
    const about = await findDisputedAnswer(tx, input.slug, input.questionKey);
    if (!about) return refuse('not-found');
    if (!(await countAttempt(tx, now, limit, input.subject))) return refuse('too-many-attempts');
    // What nobody confirmed in time is nobody's statement: nothing of it is kept but that it came.
    await forgetUnconfirmed(tx, now);
    const id = randomUUID();
    const secretOf = `dispute:${id}:1`;
    const expiresAt = new Date(now.getTime() + confirmLifetime);
    const email = input.email.trim();
    await tx.insert(disputes).values({
      id,
      productId: about.productId,
      questionKey: input.questionKey,
      publicationNumber: about.publicationNumber,
      name: input.name.trim(),
      email,
      organisation: input.organisation.trim(),
      reason: input.reason.trim(),
      evidence: input.evidence.trim(),
      language: input.language,
      tokenHash: tokenHashOf(secretOf),
      createdAt: now,
      expiresAt,
      state: 'unconfirmed',
    });
    await queueNotice(tx, now, {
      about: 'dispute-confirm',
      to: { address: email, language: input.language },
      params: { product: about.productName, date: copenhagenDay(expiresAt) },
      link: { page: 'dispute-confirmation' },
      secretOf,
    });
    await appendLog(
      tx,
      { actor: null, now },
      {
        action: 'dispute.file',
        subject: { type: 'product', id: about.productId },
        details: { disputeId: id, questionKey: input.questionKey },
      },
    );
    return ok(null);
  });
}

async function forgetUnconfirmed(tx: Transaction, now: Date): Promise<void> {
  await tx
    .update(disputes)
    .set({ name: '', email: '', organisation: '', reason: '', evidence: '' })
    .where(and(eq(disputes.state, 'unconfirmed'), lt(disputes.expiresAt, now), ne(disputes.email, '')));
}

/** What a mail's link leads to. Reading changes nothing. @returns undefined for every link that does not work */
export async function findUnconfirmedDispute(db: Db, now: Date, tokenHash: string) {
  const [row] = await db
    .select({ productName: products.name, reason: disputes.reason })
    .from(disputes)
    .innerJoin(products, eq(products.id, disputes.productId))
    .where(isUnconfirmed(now, tokenHash));
  return row;
}

/** Confirms, once, that the mail is the sender's own. From then on the coordinator reads it. */
export function confirmDispute(db: Db, now: Date, tokenHash: string): Promise<Result<null, 'link-not-valid'>> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(disputes).where(isUnconfirmed(now, tokenHash)).for('update');
    if (!row) return refuse('link-not-valid');
    await tx
      .update(disputes)
      .set({ state: 'received', confirmedAt: now, version: row.version + 1 })
      .where(eq(disputes.id, row.id));
    await queueNotice(tx, now, {
      about: 'dispute-arrived',
      to: { coordinators: true },
      params: { product: await productName(tx, row.productId) },
      link: { page: 'admin-disputes' },
    });
    await appendLog(tx, { actor: null, now }, entryOf('confirm', row, 'received'));
    return ok(null);
  });
}

function isUnconfirmed(now: Date, tokenHash: string) {
  return and(eq(disputes.tokenHash, tokenHash), eq(disputes.state, 'unconfirmed'), gt(disputes.expiresAt, now));
}
