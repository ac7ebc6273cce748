import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { isLine } from '~/workflows/email-address';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { Db, Transaction } from './client';
import { type Invitation, invitationEntry } from './invitations';
import { appendLog } from './log';
import { invitations, people, suppliers } from './schema';
import { giveSupplierRole, lockSupplier, type SupplierRole } from './supplier-roles';

export interface OpenInvitation {
  supplierName: string;
  email: string;
  role: SupplierRole;
  expiresAt: Date;
}

/**
 * What a link leads to. Reading changes nothing: programs that look at mails open their links.
 * @returns undefined for every link that does not work, whatever the reason
 */
export async function findInvitation(db: Db, now: Date, tokenHash: string): Promise<OpenInvitation | undefined> {
  const [row] = await db
    .select({ invitation: invitations, supplierName: suppliers.name })
    .from(invitations)
    .innerJoin(suppliers, eq(suppliers.id, invitations.supplierId))
    .where(isOpenWith(now, tokenHash));
  if (!row) return undefined;
  const { email, role, expiresAt } = row.invitation;
  return { supplierName: row.supplierName, email, role: role as SupplierRole, expiresAt };
}

/** Why a link to an invitation does not work any more. */
export type InvitationEnd = 'accepted' | 'withdrawn' | 'expired';

/** @returns why whoever has the link cannot use it; undefined: it is open, or there never was one or a newer mail */
export async function findInvitationEnd(db: Db, now: Date, tokenHash: string): Promise<InvitationEnd | undefined> {
  const [row] = await db.select().from(invitations).where(eq(invitations.tokenHash, tokenHash));
  if (!row) return undefined;
  if (row.acceptedAt) return 'accepted';
  if (row.withdrawnAt) return row.expiresAt <= row.withdrawnAt ? 'expired' : 'withdrawn';
  return row.expiresAt <= now ? 'expired' : undefined;
}

export interface AcceptedInvitation {
  personId: string;
  supplierId: string;
  /** True: the person did not exist before, so the link alone may sign them in. */
  isNew: boolean;
}

/**
 * Accepts an invitation, once. Whoever has the address already gets the role and signs in as they always do; else a
 * person is made.
 * @param input.name of the person; used only where they are new
 */
export function acceptInvitation(
  db: Db,
  now: Date,
  input: { tokenHash: string; name: string },
): Promise<Result<AcceptedInvitation, 'invitation-not-valid' | 'name-not-valid'>> {
  return db.transaction(async (tx) => {
    const [invitation] = await tx.select().from(invitations).where(isOpenWith(now, input.tokenHash)).for('update');
    if (!invitation) return refuse('invitation-not-valid');
    await lockSupplier(tx, invitation.supplierId);
    const person = await findOrAddPerson(tx, now, invitation, input.name.trim());
    if (!person.ok) return person;
    const { personId, isNew } = person.value;
    await giveSupplierRole(tx, now, { personId, ...invitation, role: invitation.role as SupplierRole });
    await tx
      .update(invitations)
      .set({ acceptedAt: now, acceptedBy: personId })
      .where(eq(invitations.id, invitation.id));
    const { supplierId } = invitation;
    const actor = { personId, name: '', roles: [], supplierId, municipalityCode: null };
    await appendLog(tx, { actor, now }, invitationEntry('invitation.accept', invitation));
    return ok({ personId, supplierId, isNew });
  });
}

async function findOrAddPerson(
  tx: Transaction,
  now: Date,
  { email, language }: Invitation,
  name: string,
): Promise<Result<{ personId: string; isNew: boolean }, 'invitation-not-valid' | 'name-not-valid'>> {
  const [known] = await tx
    .select({ id: people.id, endedAt: people.endedAt })
    .from(people)
    .where(sql`lower(${people.email}) = lower(${email})`);
  // Somebody who was shut out comes back through the operator, not through a colleague.
  if (known) return known.endedAt === null ? ok({ personId: known.id, isNew: false }) : refuse('invitation-not-valid');
  if (!isLine(name, 200)) return refuse('name-not-valid');
  const personId = randomUUID();
  await tx.insert(people).values({ id: personId, name, email, language, createdAt: now });
  return ok({ personId, isNew: true });
}

function isOpenWith(now: Date, tokenHash: string) {
  return and(
    eq(invitations.tokenHash, tokenHash),
    isNull(invitations.acceptedAt),
    isNull(invitations.withdrawnAt),
    gt(invitations.expiresAt, now),
  );
}
