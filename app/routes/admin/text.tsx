import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { TextPage } from '~/app/admin/text-page';
import { changeText, textView } from '~/app/admin/texts.server';
import { notFound, requireCoordinator, requireRole } from '~/app/auth/actor.server';
import { adminTexts } from '~/app/i18n/admin';
import { languageOf } from '~/app/i18n/language';
import { portalTextsTexts } from '~/app/i18n/portal-texts';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { findEditableText } from '~/app/portal-texts/editable';
import { readForm } from '~/app/read-form.server';
import { hasRole } from '~/workflows/actor';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(portalTextsTexts, language)('textTitle'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(adminTexts, language)('homeTitle'), href: to.admin.home() },
    { label: translator(portalTextsTexts, language)('title'), href: to.admin.texts() },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireRole(request, context, 'coordinator', 'auditor');
  const text = findEditableText(params.text ?? '');
  if (!text) throw notFound();
  const asked = new URL(request.url).searchParams.get('done');
  return {
    view: await textView(context, text),
    mayChange: hasRole(actor, 'coordinator'),
    done: (['saved', 'reset'] as const).find((each) => each === asked) ?? null,
  };
}

/** Shows a text in its mail or letter (`act=preview`), saves it (`act=save`) or takes the built-in one (`act=reset`). */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireCoordinator(request, context);
  const text = findEditableText(params.text ?? '');
  if (!text) throw notFound();
  const form = await readForm(request);
  const outcome = await changeText(context, actor, text, form);
  if (!outcome) {
    const done = form.get('act') === 'reset' ? 'reset' : 'saved';
    return redirect(paths(languageOf(request)).admin.text(text.key, { done }), 303);
  }
  if (outcome.refusal === null) return data(outcome);
  return data(outcome, outcome.refusal.code === 'text-has-moved' ? 409 : 400);
}

export default function Text() {
  return <TextPage {...useLoaderData<typeof loader>()} outcome={useActionData<typeof action>()} />;
}
