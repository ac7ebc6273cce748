import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonsPage } from '~/app/admin/reasons-page';
import { requireCoordinator, requireRole } from '~/app/auth/actor.server';
import { adminTexts } from '~/app/i18n/admin';
import { languageOf } from '~/app/i18n/language';
import { reasonsTexts } from '~/app/i18n/reasons';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths, withQuery } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf, versionOf } from '~/app/review/refused.server';
import { addCannedReason, changeCannedReason, listCannedReasons, listReasonGaps } from '~/db/canned-reasons';
import { hasRole } from '~/workflows/actor';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(reasonsTexts, language)('title'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'auditor');
  const all = await listCannedReasons(context.db, { all: true });
  return {
    present: all.filter(({ endedAt }) => endedAt === null),
    ended: all.filter(({ endedAt }) => endedAt !== null),
    mayChange: hasRole(actor, 'coordinator'),
    done: new URL(request.url).searchParams.get('done'),
  };
}

/** Adds (`act=add`), changes (`act=change`) or ends (`act=end`) a reason. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const acting = { actor, now: context.now() };
  const typed = textsOf(await readForm(request));
  const { act, id = '', kind = '', title = '', text = '' } = typed;
  const gaps = act === 'end' ? [] : listReasonGaps({ title, text });
  if (gaps.length > 0) return data({ refusal: null, gaps, typed }, 400);
  const result =
    act === 'change' || act === 'end'
      ? await changeCannedReason(context.db, acting, {
          id,
          kind,
          title,
          text,
          expectedVersion: versionOf(typed),
          end: act === 'end',
        })
      : await addCannedReason(context.db, acting, { kind, title, text });
  if (!result.ok) {
    const { refusal } = result;
    return data({ refusal, gaps, typed }, refusal.code === 'reason-has-moved' ? 409 : 400);
  }
  return redirect(withQuery(paths(languageOf(request)).admin.reasons(), { done: act ?? 'add' }), 303);
}

export default function Reasons() {
  return <ReasonsPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
