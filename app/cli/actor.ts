import { and, eq, isNull } from 'drizzle-orm';
import type { OpenPortal } from '~/app/server/open-portal';
import { OperatorProblem } from '~/db/operator-problem';
import { findPersonByEmail } from '~/db/people';
import { memberships, suppliers } from '~/db/schema';
import { readRestrictions } from '~/db/sessions';
import type { Acting, Actor } from '~/workflows/actor';
import { unknown } from './known';

/** For whom somebody acts at the command line: a supplier by its CVR number, a municipality by its code, or the portal. */
export type Organisation = { supplier: string } | { municipality: string } | 'portal';

/**
 * Somebody as they would act after signing in, with their roles in one organisation: the log names them, and they may
 * what they may on the screen, no more.
 * @throws OperatorProblem where they have no role there
 */
export async function actingAs({ db, now }: OpenPortal, email: string, organisation: Organisation): Promise<Acting> {
  const person = await findPersonByEmail(db, email);
  const rows = person
    ? await db
        .select({ membership: memberships, cvr: suppliers.cvr })
        .from(memberships)
        .leftJoin(suppliers, eq(suppliers.id, memberships.supplierId))
        .where(and(eq(memberships.personId, person.id), isNull(memberships.endedAt)))
    : [];
  const held = rows.filter(({ membership, cvr }) => {
    if (organisation === 'portal') return membership.supplierId === null && membership.municipalityCode === null;
    if ('supplier' in organisation) return cvr === organisation.supplier;
    return membership.municipalityCode === organisation.municipality;
  });
  if (!person) return unknown('person', email, `Nobody has the e-mail ${email}.`);
  if (held.length === 0) throw new OperatorProblem(`${email} has no role there.`, 'role-required');
  const { supplierId = null, municipalityCode = null } = held[0]?.membership ?? {};
  const roles = [...new Set(held.map(({ membership }) => membership.role))];
  const actor: Actor = { personId: person.id, name: person.name, roles, supplierId, municipalityCode };
  const restricted = held.flatMap(({ membership: { id: membershipId, role, onlyChosenProducts } }) =>
    onlyChosenProducts ? [{ membershipId, role }] : [],
  );
  const restrictedTo = restricted.length > 0 ? { restrictedTo: await readRestrictions(db, restricted) } : {};
  return { actor: { ...actor, ...restrictedTo }, now: now() };
}
