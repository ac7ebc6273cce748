import { findTokenHash } from '~/app/auth/session.server';
import type { PortalContext } from '~/app/context.server';
import { changeAccount, getAccount, switchShortcuts, usesShortcuts } from '~/db/account';
import { listCompetences, listKnowableSections } from '~/db/competences';
import { chooseOrganisation, endOtherSessions, listOpenSessions, organisationKey } from '~/db/sessions';
import type { Actor } from '~/workflows/actor';
import { gatherings, usualWish } from '~/workflows/mail-plan';
import { mailTopics } from '~/workflows/mail-topics';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { languages } from '~/workflows/words';

/** Everything on the page about oneself; moments as ISO 8601. */
export async function accountView(request: Request, context: PortalContext, actor: Actor) {
  const { db, config } = context;
  const tokenHash = findTokenHash(request, config) ?? '';
  const account = await getAccount(db, actor.personId);
  const competences = await listCompetences(db, actor.personId);
  const open = await listOpenSessions(db, context.now(), actor.personId, tokenHash);
  return {
    ...account,
    usesShortcuts: await usesShortcuts(db, actor.personId),
    competences,
    sections: competences.length === 0 ? [] : await listKnowableSections(db),
    actingFor: organisationKey(actor),
    sessions: open.map(({ since, seenAt, isOwn }) => ({
      since: since.toISOString(),
      seenAt: seenAt.toISOString(),
      isOwn,
    })),
  };
}
export type AccountView = Awaited<ReturnType<typeof accountView>>;

export type AccountDone = 'saved' | 'chosen' | 'ended';

/** Carries out what a form of the page asks for: `act` is details, shortcuts, organisation or end-sessions. */
export async function changeOwn(
  request: Request,
  { db, config, now }: PortalContext,
  actor: Actor,
  form: FormData,
): Promise<Result<AccountDone, 'name-not-valid' | 'not-found' | 'request-not-understood'>> {
  const acting = { actor, now: now() };
  const tokenHash = findTokenHash(request, config);
  if (tokenHash === null) return refuse('request-not-understood');
  switch (form.get('act')) {
    case 'details': {
      const wanted = mailTopics.filter((topic) => form.getAll('topics').includes(topic));
      const language = languages.find((each) => each === form.get('language')) ?? 'da';
      const mailWish = {
        gathers: gatherings.find((each) => each === form.get('gathers')) ?? usualWish.gathers,
        keepsQuiet: form.has('quiet'),
      };
      const name = String(form.get('name') ?? '');
      const changed = await changeAccount(db, acting, { name, language, wanted, mailWish });
      return changed.ok ? ok('saved') : changed;
    }
    case 'shortcuts':
      await switchShortcuts(db, acting, form.has('on'));
      return ok('saved');
    case 'organisation': {
      const organisation = String(form.get('organisation') ?? '');
      const isChosen = await chooseOrganisation(db, { personId: actor.personId, tokenHash, organisation });
      return isChosen ? ok('chosen') : refuse('not-found');
    }
    case 'end-sessions':
      await endOtherSessions(db, acting, tokenHash);
      return ok('ended');
    default:
      return refuse('request-not-understood');
  }
}
