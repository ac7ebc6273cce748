import { and, asc, count, eq, exists, ilike, isNull, or, type SQL, sql } from 'drizzle-orm';
import { type Acting, type Actor, hasRole } from '~/workflows/actor';
import { canManage, type Place, placeKindOf } from '~/workflows/people-rights';
import { ok, type Refusal, type Result, refuse } from '~/workflows/refusal';
import type { Language, Role } from '~/workflows/words';
import type { Db, Transaction } from './client';
import { adminsAmong, listColleagues } from './colleagues';
import { isUuid } from './declarations';
import { appendLog } from './log';
import { addPerson, endPerson, giveRole, type Membership, type Person } from './people';
import { memberships, municipalities, people, suppliers } from './schema';
import { endSessionsOf } from './sessions';

/** What the coordinator and the municipalities' administrators do with people and roles (workflows/people-rights.ts). */

export interface PersonRow extends Person {
  endedAt: Date | null;
  roles: { role: Role; organisation: string | null }[];
}

export interface PeopleQuery {
  /** Part of a name, an e-mail or an organisation's name. */
  search: string;
  /** From 1 up. */
  page: number;
}

const peoplePerPage = 50;

/** @returns the people whom the actor may see, by name: the coordinator and the auditor all, others their municipality */
export async function listPeopleFor(
  db: Db,
  actor: Actor,
  { search, page }: PeopleQuery,
): Promise<{ rows: PersonRow[]; total: number; pages: number }> {
  const where = and(visibleTo(db, actor), matching(db, search));
  const [counted] = await db.select({ total: count() }).from(people).where(where);
  const rows = await db
    .select({ ...personColumns, roles: rolesOf(actor) })
    .from(people)
    .where(where)
    .orderBy(sql`${people.endedAt} is not null`, asc(people.name), asc(people.id))
    .limit(peoplePerPage)
    .offset((page - 1) * peoplePerPage);
  const total = counted?.total ?? 0;
  return { rows, total, pages: Math.ceil(total / peoplePerPage) };
}

const personColumns = {
  id: people.id,
  name: people.name,
  email: people.email,
  language: people.language,
  endedAt: people.endedAt,
};

const seesAll = (actor: Actor): boolean => hasRole(actor, 'coordinator', 'auditor');

/** An administrator sees who has, or had, a role in their own municipality, and of them those roles only. */
function visibleTo(db: Db, actor: Actor): SQL | undefined {
  if (seesAll(actor)) return undefined;
  return exists(
    db
      .select({ one: sql`1` })
      .from(memberships)
      .where(and(eq(memberships.personId, people.id), eq(memberships.municipalityCode, actor.municipalityCode ?? ''))),
  );
}

function matching(db: Db, search: string): SQL | undefined {
  if (search === '') return undefined;
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const inOrganisation = exists(
    db
      .select({ one: sql`1` })
      .from(memberships)
      .leftJoin(suppliers, eq(suppliers.id, memberships.supplierId))
      .leftJoin(municipalities, eq(municipalities.code, memberships.municipalityCode))
      .where(
        and(
          eq(memberships.personId, people.id),
          isNull(memberships.endedAt),
          or(ilike(suppliers.name, pattern), ilike(municipalities.name, pattern)),
        ),
      ),
  );
  return or(ilike(people.name, pattern), ilike(people.email, pattern), inOrganisation);
}

function rolesOf(actor: Actor) {
  const here = seesAll(actor) ? sql`true` : sql`m.municipality_code = ${actor.municipalityCode}`;
  return sql<PersonRow['roles']>`(
    select coalesce(json_agg(json_build_object('role', m.role, 'organisation', coalesce(s.name, k.name))
      order by m.created_at, m.id), '[]')
    from memberships m left join suppliers s on s.id = m.supplier_id
      left join municipalities k on k.code = m.municipality_code
    where m.person_id = people.id and m.ended_at is null and ${here})`;
}

export interface PersonView extends Person {
  endedAt: Date | null;
  memberships: (Place & { id: string; role: Role; organisation: string | null; since: Date; canEnd: boolean })[];
  /** Whether the actor may close the door for them altogether. */
  canEnd: boolean;
}

/** @returns undefined when there is nobody, or nobody whom the actor may see */
export async function findPersonFor(db: Db, actor: Actor, personId: string): Promise<PersonView | undefined> {
  if (!isUuid(personId)) return undefined;
  const [person] = await db
    .select(personColumns)
    .from(people)
    .where(and(eq(people.id, personId), visibleTo(db, actor)));
  if (!person) return undefined;
  const held = await db
    .select({
      id: memberships.id,
      role: memberships.role,
      supplierId: memberships.supplierId,
      municipalityCode: memberships.municipalityCode,
      organisation: sql<string | null>`coalesce(${suppliers.name}, ${municipalities.name})`,
      since: memberships.createdAt,
    })
    .from(memberships)
    .leftJoin(suppliers, eq(suppliers.id, memberships.supplierId))
    .leftJoin(municipalities, eq(municipalities.code, memberships.municipalityCode))
    .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)))
    .orderBy(asc(memberships.createdAt), asc(memberships.id));
  const seen = held.filter((each) => seesAll(actor) || each.municipalityCode === actor.municipalityCode);
  return {
    ...person,
    memberships: seen.map((each) => ({ ...each, canEnd: canManage(actor, each) })),
    canEnd: hasRole(actor, 'coordinator') && person.endedAt === null,
  };
}

export type AdministrationRefusal =
  | 'role-required'
  | 'not-found'
  | 'name-required'
  | 'email-not-valid'
  | 'organisation-unknown'
  | 'last-coordinator'
  | 'last-admin'
  | 'person-unknown'
  | 'person-email-taken'
  | 'person-identity-taken'
  | 'membership-wrong-organisation'
  | 'membership-exists'
  | 'membership-unknown'
  | 'sections-unknown';

/** A role as somebody chose it in a form. */
export interface ChosenRole {
  role: Role;
  /** A CVR number for a supplier's role, a municipality's code for a municipality's; else not looked at. */
  organisation: string;
}

/** Adds somebody with a first role. They sign in with whatever knows their e-mail. */
export function addPersonAs(
  db: Db,
  acting: Acting,
  input: { name: string; email: string; language: Language; chosen: ChosenRole },
): Promise<Result<Person, AdministrationRefusal>> {
  return db.transaction(async (tx) => {
    const membership = await findMembership(tx, acting.actor, input.chosen);
    if (!membership.ok) return membership;
    const { name, email, language } = input;
    return addPerson(tx, acting, { name, email, language, memberships: [membership.value] });
  });
}

/** Gives somebody whom the actor can see one more role. */
export function giveRoleAs(
  db: Db,
  acting: Acting,
  { personId, chosen }: { personId: string; chosen: ChosenRole },
): Promise<Result<null, AdministrationRefusal>> {
  return db.transaction(async (tx) => {
    if (!(await findPersonFor(tx, acting.actor, personId))) return refuse('not-found');
    const membership = await findMembership(tx, acting.actor, chosen);
    return membership.ok ? giveRole(tx, acting, { personId, membership: membership.value }) : membership;
  });
}

/**
 * Ends one role in one organisation. It holds from the person's next request on; with their last role their sessions
 * end. The portal keeps a coordinator, a supplier its administrator.
 */
export function endRoleAs(
  db: Db,
  acting: Acting,
  { personId, membershipId }: { personId: string; membershipId: string },
): Promise<Result<null, AdministrationRefusal>> {
  return db.transaction(async (tx) => {
    const person = await findPersonFor(tx, acting.actor, personId);
    const held = person?.memberships.find(({ id }) => id === membershipId);
    if (!person || !held) return refuse('not-found');
    if (!held.canEnd) return refuse('role-required');
    const last = await findLast(tx, personId, [held]);
    if (last) return { ok: false, refusal: last };
    await tx
      .update(memberships)
      .set({ endedAt: acting.now })
      .where(and(eq(memberships.id, membershipId), isNull(memberships.endedAt)));
    const left = await tx.$count(memberships, and(eq(memberships.personId, personId), isNull(memberships.endedAt)));
    if (left === 0) await endSessionsOf(tx, acting.now, personId);
    const { role, supplierId, municipalityCode } = held;
    await appendLog(tx, acting, {
      action: 'person.role.end',
      subject: { type: 'person', id: personId },
      details: { role, supplierId, municipalityCode },
    });
    return ok(null);
  });
}

/** Closes the door for somebody (db/people.ts), unless the portal or a supplier would be left without an administrator. */
export function endPersonAs(
  db: Db,
  acting: Acting,
  { personId }: { personId: string },
): Promise<Result<null, AdministrationRefusal>> {
  return db.transaction(async (tx) => {
    const person = await findPersonFor(tx, acting.actor, personId);
    if (!person) return refuse('not-found');
    if (!person.canEnd) return refuse('role-required');
    const last = await findLast(tx, personId, person.memberships);
    return last ? { ok: false, refusal: last } : endPerson(tx, acting, { personId });
  });
}

async function findMembership(
  tx: Transaction,
  actor: Actor,
  { role, organisation }: ChosenRole,
): Promise<Result<Membership, 'role-required' | 'organisation-unknown'>> {
  const place = await findPlace(tx, role, organisation.trim());
  if (!place) return refuse('organisation-unknown');
  return canManage(actor, place) ? ok({ role, ...place }) : refuse('role-required');
}

async function findPlace(tx: Transaction, role: Role, organisation: string): Promise<Place | undefined> {
  switch (placeKindOf(role)) {
    case 'portal':
      return { supplierId: null, municipalityCode: null };
    case 'municipality': {
      const known = await tx.$count(municipalities, eq(municipalities.code, organisation));
      return known > 0 ? { supplierId: null, municipalityCode: organisation } : undefined;
    }
    case 'supplier': {
      const [found] = await tx.select({ id: suppliers.id }).from(suppliers).where(eq(suppliers.cvr, organisation));
      return found && { supplierId: found.id, municipalityCode: null };
    }
  }
}

/** Whether somebody is the last who has one of these roles where there must be one. Two who ask at once wait in turn. */
async function findLast(
  tx: Transaction,
  personId: string,
  held: readonly (Place & { role: Role })[],
): Promise<Refusal<'last-coordinator' | 'last-admin'> | undefined> {
  if (held.some(({ role }) => role === 'coordinator')) {
    const coordinators = await tx
      .select({ personId: memberships.personId })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(and(eq(memberships.role, 'coordinator'), isNull(memberships.endedAt), isNull(people.endedAt)))
      .for('update');
    if (coordinators.every((each) => each.personId === personId)) return { code: 'last-coordinator' };
  }
  for (const { role, supplierId } of held) {
    if (role !== 'supplier-admin' || supplierId === null) continue;
    await tx.select({ id: suppliers.id }).from(suppliers).where(eq(suppliers.id, supplierId)).for('update');
    if (adminsAmong(await listColleagues(tx, supplierId)).every((id) => id === personId)) return { code: 'last-admin' };
  }
  return undefined;
}
