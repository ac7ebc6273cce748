import type { FieldProblem } from '~/app/components';
import type { PortalContext } from '~/app/context.server';
import { refusalSentence } from '~/app/i18n/refusals';
import { supplierPeopleTexts } from '~/app/i18n/supplier-people';
import { translator } from '~/app/i18n/texts';
import { mailTokenHash } from '~/app/mail/token';
import { changeRoles, endColleague } from '~/db/colleagues';
import { inviteColleague, resendInvitation, withdrawInvitation } from '~/db/invitations';
import { appointStewards } from '~/db/stewards';
import type { Acting } from '~/workflows/actor';
import type { Refusal, Result } from '~/workflows/refusal';
import { type Language, languages, supplierRoles } from '~/workflows/words';
import type { PeopleDone, RefusedPeople } from './people-page';
import { readReach, readRoles } from './read-roles';

type Outcome = { done: PeopleDone } | { refused: RefusedPeople; code: Refusal['code'] | null };

/** Carries out what a form of the page about colleagues asks for (`act`). */
export async function changePeople(
  { db, config }: PortalContext,
  acting: Acting,
  form: FormData,
  language: Language,
): Promise<Outcome> {
  const field = (name: string) => String(form.get(name) ?? '');
  const tokenHashOf = (secretOf: string) => mailTokenHash(config.sessionSecret, secretOf);
  const withoutProducts = (at: string): Outcome => {
    const message = translator(supplierPeopleTexts, language)('productsNeeded');
    return { refused: { errors: [{ field: at, message }], typed: typedIn(form) }, code: null };
  };
  const tell = (result: Result<unknown>, done: PeopleDone): Outcome =>
    result.ok ? { done } : refusedOutcome(result.refusal, form, language);
  const invitationId = field('invitation');
  const personId = field('person');
  switch (field('act')) {
    case 'invite': {
      const role = supplierRoles.find((each) => each === field('role')) ?? 'editor';
      const productIds = readReach(form, role);
      if (productIds?.length === 0) return withoutProducts('reach');
      const mailLanguage = languages.find((each) => each === field('language')) ?? 'da';
      const input = { email: field('email'), language: mailLanguage, role, productIds };
      return tell(await inviteColleague(db, acting, input, tokenHashOf), 'invited');
    }
    case 'resend':
      return tell(await resendInvitation(db, acting, { invitationId }, tokenHashOf), 'resent');
    case 'withdraw':
      return tell(await withdrawInvitation(db, acting, { invitationId }), 'withdrawn');
    case 'roles': {
      const read = readRoles(form);
      if (!read.ok) return withoutProducts(read.withoutProducts);
      return tell(await changeRoles(db, acting, { personId, roles: read.roles }), 'roles');
    }
    case 'end':
      return tell(await endColleague(db, acting, { personId }), 'ended');
    case 'stewards': {
      const personIds = form.getAll('steward').map(String).filter(Boolean);
      return tell(await appointStewards(db, acting, { productId: field('product'), personIds }), 'stewards');
    }
    default:
      return refusedOutcome({ code: 'request-not-understood' }, form, language);
  }
}

function refusedOutcome(refusal: Refusal, form: FormData, language: Language): Outcome {
  const error: FieldProblem = { field: fieldOf(refusal, form), message: refusalSentence(refusal, language) };
  return { refused: { errors: [error], typed: typedIn(form) }, code: refusal.code };
}

/** The field that the sentence belongs to. */
function fieldOf({ code }: Refusal, form: FormData): string {
  const act = form.get('act');
  if (act === 'invite') return code === 'not-found' ? 'reach' : 'email';
  if (act === 'stewards') return 'steward';
  if (act === 'resend' || act === 'withdraw') return 'email';
  return code === 'last-admin' ? 'supplier-admin' : 'editor';
}

function typedIn(form: FormData): Record<string, string[]> {
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => [name, form.getAll(name).filter((value) => typeof value === 'string')]),
  );
}
