import { and, asc, eq, inArray, isNull, max } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canManagePeople, isLastAdmin } from '~/workflows/supplier-rights';
import { supplierRoles } from '~/workflows/words';
import type { Db, Transaction } from './client';
import { isUuid } from './declarations';
import { appendLog } from './log';
import { queueNotice } from './mail/plain-notice';
import {
  declarations,
  membershipProducts,
  memberships,
  people,
  products,
  sectionAssignments,
  sessions,
  stewards,
  suppliers,
} from './schema';
import { endSessionsOf } from './sessions';
import { areOwn, giveSupplierRole, lockSupplier, type SupplierRole } from './supplier-roles';

/** Somebody of a supplier, with their roles there. */
export interface Colleague {
  personId: string;
  name: string;
  email: string;
  roles: { role: SupplierRole; productIds: string[] | null }[];
}

/** A supplier's people who have a role there now, by name. The caller has authorized it. */
export async function listColleagues(db: Db, supplierId: string): Promise<Colleague[]> {
  const rows = await db
    .select({
      membershipId: memberships.id,
      personId: people.id,
      name: people.name,
      email: people.email,
      role: memberships.role,
      onlyChosenProducts: memberships.onlyChosenProducts,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.supplierId, supplierId), isNull(memberships.endedAt), isNull(people.endedAt)))
    .orderBy(asc(people.name), asc(people.id));
  const ids = rows.map(({ membershipId }) => membershipId);
  const chosen =
    ids.length === 0
      ? []
      : await db.select().from(membershipProducts).where(inArray(membershipProducts.membershipId, ids));
  const found = new Map<string, Colleague>();
  for (const { membershipId, personId, name, email, role, onlyChosenProducts } of rows) {
    const colleague = found.get(personId) ?? { personId, name, email, roles: [] };
    const productIds = chosen.filter((row) => row.membershipId === membershipId).map(({ productId }) => productId);
    const known = supplierRoles.find((each) => each === role);
    if (known) colleague.roles.push({ role: known, productIds: onlyChosenProducts ? productIds : null });
    found.set(personId, colleague);
  }
  return [...found.values()];
}

/** The roles that somebody shall have, each for every product (null) or for some. */
export interface WantedRole {
  role: SupplierRole;
  productIds: readonly string[] | null;
}

export type ColleagueRefusal = 'role-required' | 'not-found' | 'last-admin' | 'roles-needed';

/** Sets a colleague's roles to exactly these. They hold from the person's next request on. */
export function changeRoles(
  db: Db,
  acting: Acting,
  { personId, roles }: { personId: string; roles: readonly WantedRole[] },
): Promise<Result<null, ColleagueRefusal>> {
  return db.transaction(async (tx) => {
    const { supplierId } = acting.actor;
    if (supplierId === null || !canManagePeople(acting.actor)) return refuse('role-required');
    if (roles.length === 0) return refuse('roles-needed');
    await lockSupplier(tx, supplierId);
    const colleagues = await listColleagues(tx, supplierId);
    const present = colleagues.find((each) => each.personId === personId);
    if (!present) return refuse('not-found');
    const keepsAdmin = roles.some(({ role }) => role === 'supplier-admin');
    if (!keepsAdmin && isLastAdmin(adminsAmong(colleagues), personId)) return refuse('last-admin');
    for (const { role, productIds } of roles) {
      if (productIds === null || role === 'supplier-admin') continue;
      if (!(await areOwn(tx, supplierId, [...new Set(productIds)]))) return refuse('not-found');
    }
    await endRoles(tx, acting.now, { supplierId, personId, except: roles.map(({ role }) => role) });
    for (const { role, productIds } of roles) {
      const chosen = role === 'supplier-admin' || productIds === null ? null : [...new Set(productIds)];
      await giveSupplierRole(tx, acting.now, { personId, supplierId, role, productIds: chosen });
    }
    const lost = present.roles.some(({ role }) => !roles.some((each) => each.role === role));
    await tellOfRoles(tx, acting, supplierId, personId, lost ? 'role-ended' : 'role-given');
    await appendLog(tx, acting, {
      action: 'colleague.roles',
      subject: { type: 'person', id: personId },
      details: { supplierId, from: present.roles, to: roles },
    });
    return ok(null);
  });
}

/**
 * Ends all of a colleague's roles in the supplier, their sections and their products to look after; every session they
 * have ends in the same moment. An administrator does it to others, and everybody to themselves, but never the last
 * administrator.
 */
export function endColleague(
  db: Db,
  acting: Acting,
  { personId }: { personId: string },
): Promise<Result<null, ColleagueRefusal>> {
  return db.transaction(async (tx) => {
    const { supplierId } = acting.actor;
    const isSelf = personId === acting.actor.personId;
    if (supplierId === null || !(isSelf || canManagePeople(acting.actor))) return refuse('role-required');
    await lockSupplier(tx, supplierId);
    const colleagues = await listColleagues(tx, supplierId);
    const present = colleagues.find((each) => each.personId === personId);
    if (!present) return refuse('not-found');
    if (isLastAdmin(adminsAmong(colleagues), personId)) return refuse('last-admin');
    await endRoles(tx, acting.now, { supplierId, personId, except: [] });
    await endDuties(tx, acting.now, { supplierId, personId });
    await endSessionsOf(tx, acting.now, personId);
    if (!isSelf) await tellOfRoles(tx, acting, supplierId, personId, 'role-ended');
    await appendLog(tx, acting, {
      action: 'colleague.end',
      subject: { type: 'person', id: personId },
      details: { supplierId, from: present.roles },
    });
    return ok(null);
  });
}

/** Who is an administrator now. */
export function adminsAmong(colleagues: readonly Colleague[]): string[] {
  return colleagues
    .filter(({ roles }) => roles.some(({ role }) => role === 'supplier-admin'))
    .map(({ personId }) => personId);
}

async function endRoles(
  tx: Transaction,
  now: Date,
  { supplierId, personId, except }: { supplierId: string; personId: string; except: readonly SupplierRole[] },
): Promise<void> {
  const ending = supplierRoles.filter((role) => !except.includes(role));
  if (ending.length === 0) return;
  await tx
    .update(memberships)
    .set({ endedAt: now })
    .where(
      and(
        eq(memberships.supplierId, supplierId),
        eq(memberships.personId, personId),
        inArray(memberships.role, ending),
        isNull(memberships.endedAt),
      ),
    );
}

/** What somebody looks after and has been handed falls back to their colleagues. */
async function endDuties(
  tx: Transaction,
  now: Date,
  { supplierId, personId }: { supplierId: string; personId: string },
): Promise<void> {
  const own = tx.select({ id: products.id }).from(products).where(eq(products.supplierId, supplierId));
  await tx
    .update(stewards)
    .set({ endedAt: now })
    .where(and(eq(stewards.personId, personId), isNull(stewards.endedAt), inArray(stewards.productId, own)));
  const ownDeclarations = tx
    .select({ id: declarations.id })
    .from(declarations)
    .where(inArray(declarations.productId, own));
  await tx
    .update(sectionAssignments)
    .set({ endedAt: now, endedAs: 'left' })
    .where(
      and(
        eq(sectionAssignments.assigneeId, personId),
        isNull(sectionAssignments.endedAt),
        inArray(sectionAssignments.declarationId, ownDeclarations),
      ),
    );
}

async function tellOfRoles(
  tx: Transaction,
  { now }: Acting,
  supplierId: string,
  personId: string,
  about: 'role-given' | 'role-ended',
): Promise<void> {
  const [supplier] = await tx.select({ name: suppliers.name }).from(suppliers).where(eq(suppliers.id, supplierId));
  await queueNotice(tx, now, {
    about,
    to: { personIds: [personId] },
    params: { supplier: supplier?.name ?? '' },
    link: { page: 'home' },
  });
}

/** The colleague that an address names. @returns undefined where they have no role in the supplier */
export async function findColleague(db: Db, supplierId: string, personId: string): Promise<Colleague | undefined> {
  if (!isUuid(personId)) return undefined;
  return (await listColleagues(db, supplierId)).find((each) => each.personId === personId);
}

/** When people last asked for something while signed in, by their id; who never did is not in it. */
export async function listLastSeen(db: Db, personIds: readonly string[]): Promise<Map<string, Date>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select({ personId: sessions.personId, seenAt: max(sessions.seenAt) })
    .from(sessions)
    .where(inArray(sessions.personId, [...personIds]))
    .groupBy(sessions.personId);
  return new Map(rows.flatMap(({ personId, seenAt }) => (seenAt ? [[personId, seenAt] as const] : [])));
}
