import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { isEmailAddress, isLine } from '~/workflows/email-address';
import { placeKindOf } from '~/workflows/people-rights';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { Language, Role } from '~/workflows/words';
import type { Db, Transaction } from './client';
import { appendLog } from './log';
import { identities, memberships, municipalities, people, sessions, suppliers } from './schema';

export interface Person {
  id: string;
  name: string;
  email: string;
  language: Language;
}

/** How a way of signing in (demo, OIDC, SAML, e-mail link) knows somebody. */
export interface Identity {
  provider: string;
  subject: string;
}

/** A role in a supplier, in a municipality, or (neither) in the portal itself. */
export interface Membership {
  role: Role;
  supplierId?: string | null;
  municipalityCode?: string | null;
}

/** Like Acting, but null where the operator or the portal itself acts. */
export type PeopleActing = { actor: Acting['actor'] | null; now: Date };

export type PeopleRefusal =
  | 'name-required'
  | 'email-not-valid'
  | 'person-unknown'
  | 'person-email-taken'
  | 'person-identity-taken'
  | 'membership-wrong-organisation'
  | 'membership-exists'
  | 'membership-unknown';

const personColumns = { id: people.id, name: people.name, email: people.email, language: people.language };

/** @returns the person whom an identity belongs to; undefined when there is none or they have ended */
export async function findPersonByIdentity(db: Db, { provider, subject }: Identity): Promise<Person | undefined> {
  const [found] = await db
    .select(personColumns)
    .from(identities)
    .innerJoin(people, eq(people.id, identities.personId))
    .where(and(eq(identities.provider, provider), eq(identities.subject, subject), isNull(people.endedAt)));
  return found;
}

/** @param email in any case; @returns undefined also when the person has ended */
export async function findPersonByEmail(db: Db, email: string): Promise<Person | undefined> {
  const [found] = await db
    .select(personColumns)
    .from(people)
    .where(and(sql`lower(${people.email}) = lower(${email})`, isNull(people.endedAt)));
  return found;
}

export interface ListedPerson extends Person {
  memberships: { role: Role; organisation: string | null }[];
  identities: Identity[];
  endedAt: Date | null;
}

/**
 * Everybody by name, with their open roles (and the name of the organisation they have them in) and identities.
 * @param filter.provider only those whom this way of signing in knows and who have not ended
 */
export async function listPeople(db: Db, filter: { provider?: string } = {}): Promise<ListedPerson[]> {
  const everybody = await db
    .select({ ...personColumns, endedAt: people.endedAt })
    .from(people)
    .orderBy(asc(people.name), asc(people.id));
  const known = await db.select().from(identities).orderBy(asc(identities.provider), asc(identities.subject));
  const held = await db
    .select({
      personId: memberships.personId,
      role: memberships.role,
      organisation: sql<string | null>`coalesce(${suppliers.name}, ${municipalities.name})`,
    })
    .from(memberships)
    .leftJoin(suppliers, eq(suppliers.id, memberships.supplierId))
    .leftJoin(municipalities, eq(municipalities.code, memberships.municipalityCode))
    .where(isNull(memberships.endedAt))
    .orderBy(asc(memberships.createdAt), asc(memberships.id));
  const listed = everybody.map((person) => ({
    ...person,
    memberships: held.filter(({ personId }) => personId === person.id).map(({ personId: _, ...role }) => role),
    identities: known
      .filter(({ personId }) => personId === person.id)
      .map(({ provider, subject }) => ({ provider, subject })),
  }));
  if (filter.provider === undefined) return listed;
  return listed.filter(
    ({ endedAt, identities: all }) => endedAt === null && all.some(({ provider }) => provider === filter.provider),
  );
}

export interface NewPerson {
  name: string;
  email: string;
  language?: Language;
  identities?: readonly Identity[];
  memberships?: readonly Membership[];
}

/** Adds somebody with the ways they are known and their roles. */
export function addPerson(db: Db, acting: PeopleActing, input: NewPerson): Promise<Result<Person, PeopleRefusal>> {
  return db.transaction(async (tx) => {
    const [name, email] = [input.name.trim(), input.email.trim()];
    if (!isLine(name, 200)) return refuse('name-required');
    if (!isEmailAddress(email)) return refuse('email-not-valid');
    const person = { id: randomUUID(), name, email, language: input.language ?? 'da' };
    const { identities: known = [], memberships: given = [] } = input;
    if (!given.every(isInRightOrganisation)) return refuse('membership-wrong-organisation');
    for (const identity of known) {
      if (await hasIdentity(tx, identity)) return refuse('person-identity-taken');
    }
    const [added] = await tx
      .insert(people)
      .values({ ...person, createdAt: acting.now })
      .onConflictDoNothing()
      .returning({ id: people.id });
    if (!added) return refuse('person-email-taken');
    const rest = { personId: person.id, createdAt: acting.now };
    if (known.length > 0) await tx.insert(identities).values(known.map((identity) => ({ ...identity, ...rest })));
    if (given.length > 0) {
      await tx.insert(memberships).values(given.map((membership) => ({ id: randomUUID(), ...membership, ...rest })));
    }
    await appendLog(tx, acting, {
      action: 'person.add',
      subject: { type: 'person', id: person.id },
      details: { identities: known, memberships: given },
    });
    return ok(person);
  });
}

/** Lets a person sign in in one more way. */
export function addIdentity(
  db: Db,
  acting: PeopleActing,
  { personId, identity }: { personId: string; identity: Identity },
): Promise<Result<null, 'person-unknown' | 'person-identity-taken'>> {
  return db.transaction(async (tx) => {
    if (!(await lockPerson(tx, personId))) return refuse('person-unknown');
    const [added] = await tx
      .insert(identities)
      .values({ ...identity, personId, createdAt: acting.now })
      .onConflictDoNothing()
      .returning({ personId: identities.personId });
    if (!added) return refuse('person-identity-taken');
    const subject = { type: 'person', id: personId };
    await appendLog(tx, acting, { action: 'person.identity.add', subject, details: { ...identity } });
    return ok(null);
  });
}

/**
 * Ties a way of signing in to whoever has an e-mail address, if they have never come by that way before (decision 0022).
 * @param email that the way of signing in vouches for; in any case
 * @returns the person; undefined when nobody has the address, or their sign-in by this way is another one
 */
export function bindIdentity(
  db: Db,
  now: Date,
  { identity, email }: { identity: Identity; email: string },
): Promise<Person | undefined> {
  return db.transaction(async (tx) => {
    const person = await findPersonByEmail(tx, email);
    if (!person || !(await lockPerson(tx, person.id))) return undefined;
    const { provider } = identity;
    const isKnown = await tx.$count(
      identities,
      and(eq(identities.personId, person.id), eq(identities.provider, provider)),
    );
    if (isKnown > 0) return undefined;
    const [added] = await tx
      .insert(identities)
      .values({ ...identity, personId: person.id, createdAt: now })
      .onConflictDoNothing()
      .returning({ personId: identities.personId });
    if (!added) return undefined;
    const subject = { type: 'person', id: person.id };
    await appendLog(tx, { actor: null, now }, { action: 'session.bind', subject, details: { ...identity } });
    return person;
  });
}

/** Gives a person one more role. */
export function giveRole(
  db: Db,
  acting: PeopleActing,
  { personId, membership }: { personId: string; membership: Membership },
): Promise<Result<null, PeopleRefusal>> {
  return db.transaction(async (tx) => {
    if (!isInRightOrganisation(membership)) return refuse('membership-wrong-organisation');
    if (!(await lockPerson(tx, personId))) return refuse('person-unknown');
    const [added] = await tx
      .insert(memberships)
      .values({ id: randomUUID(), personId, ...membership, createdAt: acting.now })
      .onConflictDoNothing()
      .returning({ id: memberships.id });
    if (!added) return refuse('membership-exists');
    const subject = { type: 'person', id: personId };
    await appendLog(tx, acting, { action: 'person.role.give', subject, details: { ...membership } });
    return ok(null);
  });
}

/** Takes a role from a person, in every organisation they have it in. It holds from their next request on. */
export function endRole(
  db: Db,
  acting: PeopleActing,
  { personId, role }: { personId: string; role: Role },
): Promise<Result<null, PeopleRefusal>> {
  return db.transaction(async (tx) => {
    if (!(await lockPerson(tx, personId))) return refuse('person-unknown');
    const ended = await tx
      .update(memberships)
      .set({ endedAt: acting.now })
      .where(and(eq(memberships.personId, personId), eq(memberships.role, role), isNull(memberships.endedAt)))
      .returning({ id: memberships.id });
    if (ended.length === 0) return refuse('membership-unknown');
    const subject = { type: 'person', id: personId };
    await appendLog(tx, acting, { action: 'person.role.end', subject, details: { role } });
    return ok(null);
  });
}

/** Closes the door: from their next request on the person is nobody. Nothing they did is removed. */
export function endPerson(
  db: Db,
  acting: PeopleActing,
  { personId }: { personId: string },
): Promise<Result<null, PeopleRefusal>> {
  return db.transaction(async (tx) => {
    if (!(await lockPerson(tx, personId))) return refuse('person-unknown');
    await tx.update(people).set({ endedAt: acting.now }).where(eq(people.id, personId));
    await tx
      .update(memberships)
      .set({ endedAt: acting.now })
      .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)));
    await tx
      .update(sessions)
      .set({ endedAt: acting.now })
      .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)));
    await appendLog(tx, acting, { action: 'person.end', subject: { type: 'person', id: personId }, details: {} });
    return ok(null);
  });
}

/** Whether the role is one of the kind of organisation it is given in. */
function isInRightOrganisation({ role, supplierId, municipalityCode }: Membership): boolean {
  if (supplierId && municipalityCode) return false;
  const inOrganisation = supplierId ? 'supplier' : 'municipality';
  return placeKindOf(role) === (supplierId || municipalityCode ? inOrganisation : 'portal');
}

async function hasIdentity(tx: Transaction, { provider, subject }: Identity): Promise<boolean> {
  const found = await tx
    .select({ personId: identities.personId })
    .from(identities)
    .where(and(eq(identities.provider, provider), eq(identities.subject, subject)));
  return found.length > 0;
}

async function lockPerson(tx: Transaction, personId: string): Promise<boolean> {
  const found = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.endedAt)))
    .for('update');
  return found.length > 0;
}
