import { randomUUID } from 'node:crypto';
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { copenhagenDay } from '~/workflows/day';
import { isEmailAddress } from '~/workflows/email-address';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canManagePeople } from '~/workflows/supplier-rights';
import type { Language } from '~/workflows/words';
import type { Db, Transaction } from './client';
import { isUuid } from './declarations';
import { appendLog } from './log';
import { queueNotice } from './mail/plain-notice';
import { invitations, memberships, people, suppliers } from './schema';
import { areOwn, lockSupplier, type SupplierRole } from './supplier-roles';

export type Invitation = typeof invitations.$inferSelect;

/** In milliseconds: how long the link in the mail works. */
export const invitationLifetime = 14 * 24 * 60 * 60_000;
/** Invitations of one supplier in 24 hours, and mails of one invitation: the portal is nobody's mailing machine. */
const dailyLimit = 40;
const mailingLimit = 5;

/** Makes the hash that a mail's token will have (app/mail/token.ts). */
export type TokenHashOf = (secretOf: string) => string;

export type InvitationRefusal =
  | 'role-required'
  | 'not-found'
  | 'email-not-valid'
  | 'already-colleague'
  | 'already-invited'
  | 'too-many-attempts';

export interface NewInvitation {
  supplierId: string;
  email: string;
  language: Language;
  role: SupplierRole;
  /** Null: every product. An administrator's role cannot be restricted. */
  productIds: readonly string[] | null;
}

/**
 * Invites somebody to a supplier. What is answered does not depend on whether anybody here has the address already,
 * but for the supplier's own colleagues, whom its administrator knows.
 */
export function inviteColleague(
  db: Db,
  acting: Acting,
  input: Omit<NewInvitation, 'supplierId'>,
  tokenHashOf: TokenHashOf,
): Promise<Result<{ invitationId: string }, InvitationRefusal>> {
  return db.transaction(async (tx) => {
    const { supplierId } = acting.actor;
    if (supplierId === null || !canManagePeople(acting.actor)) return refuse('role-required');
    await lockSupplier(tx, supplierId);
    const since = new Date(acting.now.getTime() - 24 * 60 * 60_000);
    const recent = await tx.$count(
      invitations,
      and(eq(invitations.supplierId, supplierId), gt(invitations.createdAt, since)),
    );
    if (recent >= dailyLimit) return refuse('too-many-attempts');
    const invited = await writeInvitation(tx, acting, { ...input, supplierId }, tokenHashOf);
    if (!invited.ok) return invited;
    await appendLog(tx, acting, invited.value.entry);
    return ok({ invitationId: invited.value.invitationId });
  });
}

/** For those who have authorized it and hold the supplier's lock. The caller appends the entry to the log. */
export async function writeInvitation(
  tx: Transaction,
  { actor, now }: Acting,
  input: NewInvitation,
  tokenHashOf: TokenHashOf,
) {
  const { supplierId, language, role } = input;
  const email = input.email.trim();
  if (!isEmailAddress(email)) return refuse('email-not-valid');
  const productIds = role === 'supplier-admin' || input.productIds === null ? null : [...new Set(input.productIds)];
  if (productIds && !(await areOwn(tx, supplierId, productIds))) return refuse('not-found');
  if (await hasRoleAlready(tx, supplierId, email, role)) return refuse('already-colleague');
  const sameOpen = and(
    eq(invitations.supplierId, supplierId),
    sql`lower(${invitations.email}) = lower(${email})`,
    isNull(invitations.acceptedAt),
    isNull(invitations.withdrawnAt),
  );
  const [open] = await tx
    .select({ id: invitations.id, expiresAt: invitations.expiresAt })
    .from(invitations)
    .where(sameOpen);
  if (open && open.expiresAt > now) return refuse('already-invited');
  if (open) await tx.update(invitations).set({ withdrawnAt: now }).where(eq(invitations.id, open.id));
  const invitation = {
    id: randomUUID(),
    supplierId,
    email,
    language,
    role,
    productIds,
    mailing: 1,
    invitedBy: actor.personId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + invitationLifetime),
  };
  await tx.insert(invitations).values({ ...invitation, tokenHash: tokenHashOf(secretOf(invitation)) });
  await queueInvitation(tx, now, invitation);
  const entry = {
    action: 'invitation.send',
    subject: { type: 'supplier', id: supplierId },
    details: { invitationId: invitation.id, email, role, productIds },
  };
  return ok({ invitationId: invitation.id, entry });
}

/** Sends the mail again with a new link, which works as long as a new one; the link before stops working. */
export function resendInvitation(
  db: Db,
  acting: Acting,
  { invitationId }: { invitationId: string },
  tokenHashOf: TokenHashOf,
): Promise<Result<null, 'role-required' | 'not-found' | 'too-many-attempts'>> {
  return db.transaction(async (tx) => {
    const locked = await lockInvitation(tx, acting, invitationId);
    if (!locked.ok) return locked;
    if (locked.value.mailing >= mailingLimit) return refuse('too-many-attempts');
    const { now } = acting;
    const next = {
      ...locked.value,
      mailing: locked.value.mailing + 1,
      expiresAt: new Date(now.getTime() + invitationLifetime),
    };
    await tx
      .update(invitations)
      .set({ mailing: next.mailing, expiresAt: next.expiresAt, tokenHash: tokenHashOf(secretOf(next)) })
      .where(eq(invitations.id, next.id));
    await queueInvitation(tx, now, next);
    await appendLog(tx, acting, invitationEntry('invitation.resend', next));
    return ok(null);
  });
}

/** Takes an invitation back: its link stops working. */
export function withdrawInvitation(
  db: Db,
  acting: Acting,
  { invitationId }: { invitationId: string },
): Promise<Result<null, 'role-required' | 'not-found'>> {
  return db.transaction(async (tx) => {
    const locked = await lockInvitation(tx, acting, invitationId);
    if (!locked.ok) return locked;
    await tx.update(invitations).set({ withdrawnAt: acting.now }).where(eq(invitations.id, invitationId));
    await appendLog(tx, acting, invitationEntry('invitation.withdraw', locked.value));
    return ok(null);
  });
}

/** The invitations of a supplier that wait for an answer, newest first. The caller has authorized it. */
export function listOpenInvitations(db: Db, supplierId: string): Promise<Invitation[]> {
  return db
    .select()
    .from(invitations)
    .where(and(eq(invitations.supplierId, supplierId), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
    .orderBy(desc(invitations.createdAt));
}

async function hasRoleAlready(tx: Transaction, supplierId: string, email: string, role: SupplierRole) {
  const found = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.supplierId, supplierId),
        eq(memberships.role, role),
        isNull(memberships.endedAt),
        isNull(people.endedAt),
        sql`lower(${people.email}) = lower(${email})`,
      ),
    );
  return found.length > 0;
}

async function lockInvitation(
  tx: Transaction,
  { actor }: Acting,
  invitationId: string,
): Promise<Result<Invitation, 'role-required' | 'not-found'>> {
  if (!canManagePeople(actor)) return refuse('role-required');
  if (!isUuid(invitationId)) return refuse('not-found');
  const [row] = await tx.select().from(invitations).where(eq(invitations.id, invitationId)).for('update');
  const isOpen = row?.acceptedAt === null && row.withdrawnAt === null;
  return row && isOpen && row.supplierId === actor.supplierId ? ok(row) : refuse('not-found');
}

function secretOf({ id, mailing }: Pick<Invitation, 'id' | 'mailing'>): string {
  return `invitation:${id}:${mailing}`;
}

async function queueInvitation(
  tx: Transaction,
  now: Date,
  invitation: Pick<Invitation, 'id' | 'mailing' | 'supplierId' | 'email' | 'language' | 'expiresAt'>,
): Promise<void> {
  const { supplierId, email, language, expiresAt } = invitation;
  const [supplier] = await tx.select({ name: suppliers.name }).from(suppliers).where(eq(suppliers.id, supplierId));
  await queueNotice(tx, now, {
    about: 'invitation',
    to: { address: email, language },
    params: { supplier: supplier?.name ?? '', date: copenhagenDay(expiresAt) },
    link: { page: 'invitation' },
    secretOf: secretOf(invitation),
  });
}

/** An act on an invitation, for the log. */
export function invitationEntry(action: string, { id, supplierId, role, productIds, mailing }: Invitation) {
  return {
    action,
    subject: { type: 'supplier', id: supplierId },
    details: { invitationId: id, role, productIds, mailing },
  };
}
