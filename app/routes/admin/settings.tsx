import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { SettingsPage } from '~/app/admin/settings-page';
import { requireCoordinator, requireRole } from '~/app/auth/actor.server';
import type { PortalContext } from '~/app/context.server';
import { adminTexts } from '~/app/i18n/admin';
import { languageOf } from '~/app/i18n/language';
import { portalSettingsTexts } from '~/app/i18n/portal-settings';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf, versionOf } from '~/app/review/refused.server';
import { changePortalSettings, getPortalSettings, switchReadOnly } from '~/db/portal-settings';
import { type Acting, hasRole } from '~/workflows/actor';
import { readPortalLimits } from '~/workflows/portal-limits';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(portalSettingsTexts, language)('title'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'auditor');
  return {
    settings: await getPortalSettings(context.db),
    mayChange: hasRole(actor, 'coordinator'),
    done: new URL(request.url).searchParams.get('done'),
  };
}

/** Sets the limits (`act=limits`), or makes the portal read-only (`act=close`) and usable again (`act=open`). */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const typed = textsOf(await readForm(request));
  const result = await change(context, { actor, now: context.now() }, typed);
  if (!result.ok) {
    return data({ refusal: result.refusal, typed }, result.refusal.code === 'settings-have-moved' ? 409 : 400);
  }
  const done = typed.act === 'close' || typed.act === 'open' ? typed.act : 'limits';
  return redirect(paths(languageOf(request)).admin.settings({ done }), 303);
}

function change({ db }: PortalContext, acting: Acting, typed: Record<string, string>) {
  const { act, reason = '' } = typed;
  if (act === 'close' || act === 'open') return switchReadOnly(db, acting, { isReadOnly: act === 'close', reason });
  return changePortalSettings(db, acting, { ...readPortalLimits(typed), expectedVersion: versionOf(typed) });
}

export default function Settings() {
  return <SettingsPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
