import { randomUUID } from 'node:crypto';
import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { type Acting, hasRole } from '~/workflows/actor';
import { copenhagenDay } from '~/workflows/day';
import { isEmailAddress, isLine, isText } from '~/workflows/email-address';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { SupplierProblem } from '~/workflows/supplier';
import { canManagePeople } from '~/workflows/supplier-rights';
import type { Language } from '~/workflows/words';
import { countAttempt } from './attempts';
import type { Db, Transaction } from './client';
import { isUuid } from './declarations';
import { type InvitationRefusal, type TokenHashOf, writeInvitation } from './invitations';
import { appendLog } from './log';
import { queueNotice } from './mail/plain-notice';
import { findPresentSupplierId } from './registry/survivor';
import { accessRequests, memberships, people, suppliers } from './schema';
import { lockSupplier, type SupplierRole } from './supplier-roles';
import { createSupplier } from './suppliers';

const day = 24 * 60 * 60_000;
const confirmLifetime = 3 * day;
const limit = { kind: 'access', each: 3, all: 100, milliseconds: day };
export const accessReasonLimit = 2_000;

export interface NewAccessRequest {
  cvr: string;
  name: string;
  email: string;
  reason: string;
}
export type AccessField = keyof NewAccessRequest;

/** @returns the fields that cannot be taken as they are */
export function accessProblems({ cvr, name, email, reason }: NewAccessRequest): AccessField[] {
  const problems: AccessField[] = [];
  if (!/^\d{8}$/.test(cvr.replaceAll(/\s/g, ''))) problems.push('cvr');
  if (!isLine(name.trim(), 200)) problems.push('name');
  if (!isEmailAddress(email.trim())) problems.push('email');
  if (!isText(reason, accessReasonLimit)) problems.push('reason');
  return problems;
}

/**
 * Takes down that somebody asks for access to a supplier, and sends them a mail to confirm. The answer is the same
 * whether or not the company or the address is known here.
 * @param input.subject a keyed hash of the e-mail address, to count tries by
 */
export function requestAccess(
  db: Db,
  now: Date,
  input: NewAccessRequest & { language: Language; subject: string },
  tokenHashOf: TokenHashOf,
): Promise<Result<null, 'request-not-understood' | 'too-many-attempts'>> {
  return db.transaction(async (tx) => {
    if (accessProblems(input).length > 0) return refuse('request-not-understood');
    if (!(await countAttempt(tx, now, limit, input.subject))) return refuse('too-many-attempts');
    const id = randomUUID();
    const secretOf = `access:${id}:1`;
    const cvr = input.cvr.replaceAll(/\s/g, '');
    const email = input.email.trim();
    const expiresAt = new Date(now.getTime() + confirmLifetime);
    const { language } = input;
    const row = { id, cvr, name: input.name.trim(), email, language, reason: input.reason.trim() };
    await tx.insert(accessRequests).values({ ...row, tokenHash: tokenHashOf(secretOf), createdAt: now, expiresAt });
    await queueNotice(tx, now, {
      about: 'access-request',
      to: { address: email, language },
      params: { cvr, date: copenhagenDay(expiresAt) },
      link: { page: 'access-confirmation' },
      secretOf,
    });
    await appendLog(tx, { actor: null, now }, entryOf('request', { id, cvr }));
    return ok(null);
  });
}

/** What a mail's link leads to. Reading changes nothing. */
export async function findUnconfirmedRequest(db: Db, now: Date, tokenHash: string) {
  const [row] = await db.select({ cvr: accessRequests.cvr }).from(accessRequests).where(isUnconfirmed(now, tokenHash));
  return row;
}

/** Confirms, once, that the mail is the sender's own; whoever can answer is told. */
export function confirmAccessRequest(db: Db, now: Date, tokenHash: string): Promise<Result<null, 'link-not-valid'>> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(accessRequests).where(isUnconfirmed(now, tokenHash)).for('update');
    if (!row) return refuse('link-not-valid');
    await tx.update(accessRequests).set({ confirmedAt: now }).where(eq(accessRequests.id, row.id));
    const supplierId = await findSupplierWithAdmin(tx, row.cvr);
    await queueNotice(tx, now, {
      about: 'access-request-arrived',
      to: supplierId === undefined ? { coordinators: true } : { adminsOf: supplierId },
      params: { cvr: row.cvr },
      link: { page: supplierId === undefined ? 'admin' : 'access-requests' },
    });
    await appendLog(tx, { actor: null, now }, entryOf('confirm', row));
    return ok(null);
  });
}

/** @returns the supplier of a CVR number, where somebody of its own can let people in */
async function findSupplierWithAdmin(tx: Transaction, cvr: string): Promise<string | undefined> {
  const present = await findPresentSupplierId(tx, cvr);
  if (present === undefined) return undefined;
  const [supplier] = await tx
    .select({ id: suppliers.id })
    .from(suppliers)
    .innerJoin(memberships, eq(memberships.supplierId, suppliers.id))
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(suppliers.id, present),
        eq(memberships.role, 'supplier-admin'),
        isNull(memberships.endedAt),
        isNull(people.endedAt),
      ),
    )
    .limit(1);
  return supplier?.id;
}

function isUnconfirmed(now: Date, tokenHash: string) {
  return and(
    eq(accessRequests.tokenHash, tokenHash),
    isNull(accessRequests.confirmedAt),
    gt(accessRequests.expiresAt, now),
  );
}

/**
 * Confirmed requests that nobody has decided, oldest first, each with the supplier of its CVR number if there is one.
 * @param supplierId only those to this supplier; the caller has authorized it
 */
export async function listAccessRequests(db: Db, supplierId?: string) {
  return db
    .select({ request: accessRequests, supplierId: suppliers.id, supplierName: suppliers.name })
    .from(accessRequests)
    .leftJoin(suppliers, eq(suppliers.cvr, accessRequests.cvr))
    .where(
      and(
        isNotNull(accessRequests.confirmedAt),
        isNull(accessRequests.decidedAt),
        supplierId === undefined ? undefined : eq(suppliers.id, supplierId),
      ),
    )
    .orderBy(asc(accessRequests.confirmedAt));
}

export type AppointRefusal = InvitationRefusal | 'request-decided';

/** The coordinator invites somebody to be a supplier's administrator, e.g. where it has none left. Logged and mailed. */
export function appointAdmin(
  db: Db,
  acting: Acting,
  input: { supplierId: string; email: string; language: Language },
  tokenHashOf: TokenHashOf,
): Promise<Result<null, AppointRefusal>> {
  return db.transaction(async (tx) => {
    if (!hasRole(acting.actor, 'coordinator')) return refuse('role-required');
    if (!isUuid(input.supplierId) || (await tx.$count(suppliers, eq(suppliers.id, input.supplierId))) === 0) {
      return refuse('not-found');
    }
    await lockSupplier(tx, input.supplierId);
    const invitation = { ...input, role: 'supplier-admin', productIds: null } as const;
    const invited = await writeInvitation(tx, acting, invitation, tokenHashOf);
    if (!invited.ok) return invited;
    await appendLog(tx, acting, { ...invited.value.entry, action: 'supplier.appoint-admin' });
    return ok(null);
  });
}

/**
 * Decides a request: whoever sent it is invited, or told that they are not. The supplier's own administrator answers
 * with a role of their choice; the coordinator, who helps where there is none, appoints an administrator.
 * @param input.supplierName of a company that is not here yet; the coordinator enters it with the request's CVR number
 */
export function decideAccessRequest(
  db: Db,
  acting: Acting,
  input: { requestId: string; as: 'appointed' | 'declined'; role?: SupplierRole; supplierName?: string },
  tokenHashOf: TokenHashOf,
): Promise<Result<null, AppointRefusal | SupplierProblem | 'cvr-in-use'>> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    const isCoordinator = hasRole(actor, 'coordinator');
    if (!isCoordinator && !canManagePeople(actor)) return refuse('role-required');
    if (!isUuid(input.requestId)) return refuse('not-found');
    const [request] = await tx
      .select()
      .from(accessRequests)
      .where(eq(accessRequests.id, input.requestId))
      .for('update');
    if (!request || request.confirmedAt === null) return refuse('not-found');
    const known = await findPresentSupplierId(tx, request.cvr);
    if (!isCoordinator && known !== acting.actor.supplierId) return refuse('not-found');
    if (request.decidedAt !== null) return refuse('request-decided');
    const { cvr, email, language } = request;
    const entries = [entryOf(input.as, request)];
    if (input.as === 'appointed') {
      const name = input.supplierName ?? '';
      const facts = { cvr, name, website: null, isDemo: false };
      const found = known ? ok({ supplierId: known }) : await createSupplier(tx, acting, facts);
      if (!found.ok) return found;
      const { supplierId } = found.value;
      await lockSupplier(tx, supplierId);
      const role = isCoordinator ? 'supplier-admin' : (input.role ?? 'editor');
      const invitation = { supplierId, email, language, role, productIds: null };
      const invited = await writeInvitation(tx, acting, invitation, tokenHashOf);
      if (!invited.ok) return invited;
      const { entry } = invited.value;
      entries.push(isCoordinator ? { ...entry, action: 'supplier.appoint-admin' } : entry);
    } else {
      await queueNotice(tx, now, {
        about: 'access-request-declined',
        to: { address: email, language },
        params: { cvr },
        link: { page: 'home' },
      });
    }
    await tx
      .update(accessRequests)
      .set({ decidedAs: input.as, decidedBy: actor.personId, decidedAt: now })
      .where(eq(accessRequests.id, request.id));
    await appendLog(tx, acting, ...entries);
    return ok(null);
  });
}

/** How many requests wait. */
export function countAccessRequests(db: Db): Promise<number> {
  return db.$count(accessRequests, and(isNotNull(accessRequests.confirmedAt), isNull(accessRequests.decidedAt)));
}

function entryOf(
  verb: string,
  { id, cvr }: { id: string; cvr: string },
): {
  action: string;
  subject: { type: string; id: string };
  details: Record<string, unknown>;
} {
  return { action: `access.${verb}`, subject: { type: 'access-request', id }, details: { cvr } };
}
