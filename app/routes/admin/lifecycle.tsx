import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LifecyclePage } from '~/app/admin/lifecycle-page';
import { requireCoordinator, requireRole } from '~/app/auth/actor.server';
import { adminTexts } from '~/app/i18n/admin';
import { languageOf } from '~/app/i18n/language';
import { lifecycleTexts } from '~/app/i18n/lifecycle';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { shortInterfaceLabel } from '~/app/published/interface-label';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';
import { listInterfaces } from '~/db/catalogue';
import { setSunset } from '~/db/lifecycle';
import { listSunsets } from '~/db/published/sunsets';
import { hasRole } from '~/workflows/actor';
import { isIsoDate } from '~/workflows/questionnaire/answer';
import { refuse } from '~/workflows/refusal';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(lifecycleTexts, language)('adminTitle'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'auditor');
  const [sunsets, interfaces] = await Promise.all([listSunsets(context.db), listInterfaces(context.db)]);
  const done = new URL(request.url).searchParams.get('affected') ?? '';
  const names = new Map(interfaces.map((entry) => [entry.id, shortInterfaceLabel(entry)]));
  const nameOf = (id: string) => names.get(id) ?? { da: id, en: id };
  return {
    sunsets: sunsets.map(({ interfaceId, label, sunsetOn, successor }) => ({
      ...{ interfaceId, label, sunsetOn, successor },
      name: nameOf(interfaceId),
    })),
    interfaces: interfaces
      .map(({ id, versions }) => ({ id, name: nameOf(id), labels: versions.map(({ label }) => label) }))
      .filter(({ labels }) => labels.length > 0),
    mayChange: hasRole(actor, 'coordinator'),
    affected: /^\d{1,6}$/.test(done) ? Number(done) : null,
  };
}

/** Sets the `day` of a `version` (interface~label), or takes it back where the day is empty; `successor` likewise. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const typed = textsOf(await readForm(request));
  const { version = '', day = '', successor = '' } = typed;
  const [interfaceId = '', label = ''] = split(version);
  const [successorOf, successorLabel = ''] = split(successor);
  const refused = day !== '' && !isIsoDate(day) ? refuse('sunset-no-day') : undefined;
  const isOther = successor !== '' && successorOf !== interfaceId;
  const wanted = { interfaceId, label, sunsetOn: day || null, successor: successorLabel || null };
  const done =
    refused ??
    (isOther ? refuse('sunset-no-successor') : await setSunset(context.db, { actor, now: context.now() }, wanted));
  if (!done.ok) return data({ refusal: done.refusal, typed }, 400);
  return redirect(paths(languageOf(request)).admin.lifecycle({ affected: String(done.value.affected) }), 303);
}

function split(version: string): string[] {
  const at = version.indexOf('~');
  return at < 0 ? [version] : [version.slice(0, at), version.slice(at + 1)];
}

export default function Lifecycle() {
  return <LifecyclePage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
