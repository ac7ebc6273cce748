import { data } from '@remix-run/node';
import { requireRole } from '~/app/auth/actor.server';
import type { FieldProblem } from '~/app/components';
import type { PortalContext } from '~/app/context.server';
import { refusalSentence } from '~/app/i18n/refusals';
import { listMunicipalities } from '~/db/catalogue';
import type { AdministrationRefusal, ChosenRole } from '~/db/people-administration';
import type { Actor } from '~/workflows/actor';
import { placeKindOf, rolesToGive } from '~/workflows/people-rights';
import type { Refusal } from '~/workflows/refusal';
import { type Language, roles } from '~/workflows/words';
import { competenceFieldId } from './competence-form';
import type { RefusedPerson } from './people-page';

/** @throws a redirect to the sign-in page, or 403 */
export function requirePeopleReader(request: Request, context: PortalContext): Promise<Actor> {
  return requireRole(request, context, 'coordinator', 'municipal-admin', 'auditor');
}

/** What the forms offer: no role for whoever may look only, their own municipality for its administrator. */
export async function choicesFor(actor: Actor, { db }: PortalContext) {
  const given = rolesToGive(actor);
  const all = given.length === 0 ? [] : await listMunicipalities(db);
  const isAll = actor.roles.includes('coordinator');
  const own = all.filter(({ code }) => isAll || code === actor.municipalityCode);
  return { roles: given, municipalities: own.map(({ code, name }) => ({ code, name })) };
}

/** @returns undefined for a role that no form of the portal can have sent */
export function readChosenRole(typed: Readonly<Record<string, string>>): ChosenRole | undefined {
  const role = roles.find((each) => each === typed.role);
  if (!role) return undefined;
  const organisation = (placeKindOf(role) === 'supplier' ? typed.cvr : typed.municipality) ?? '';
  return { role, organisation };
}

/** The form as it was typed, with the reason at the field that it is about. */
export function refusedPerson(
  refusal: Refusal<AdministrationRefusal>,
  typed: Readonly<Record<string, string>>,
  language: Language,
  chosen: readonly string[] = [],
) {
  const error: FieldProblem = { field: fieldOf(refusal.code, typed), message: refusalSentence(refusal, language) };
  const refused: RefusedPerson = { errors: [error], typed, chosen };
  return data(refused, refusal.code === 'role-required' ? 403 : 400);
}

function fieldOf(
  code: AdministrationRefusal,
  { act, municipality = '', role }: Readonly<Record<string, string>>,
): string {
  if (act === 'competence') return competenceFieldId(municipality);
  switch (code) {
    case 'name-required':
      return 'name';
    case 'email-not-valid':
    case 'person-email-taken':
      return 'email';
    case 'organisation-unknown': {
      const known = roles.find((each) => each === role);
      return known && placeKindOf(known) === 'supplier' ? 'cvr' : 'municipality';
    }
    default:
      return 'role';
  }
}
