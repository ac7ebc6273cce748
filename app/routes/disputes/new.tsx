import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '~/app/auth/actor.server';
import { attemptSubject } from '~/app/auth/attempt-subject';
import type { FieldProblem } from '~/app/components';
import { trapField } from '~/app/components/trap-field';
import { disputeErrorTexts, loadDisputable } from '~/app/disputes/dispute-form.server';
import { DisputeFormPage } from '~/app/disputes/dispute-form-page';
import { commonTexts } from '~/app/i18n/common';
import { disputeTexts } from '~/app/i18n/disputes';
import { languageOf } from '~/app/i18n/language';
import { refusalSentence } from '~/app/i18n/refusals';
import { translator } from '~/app/i18n/texts';
import { mailTokenHash } from '~/app/mail/token';
import { page } from '~/app/page';
import { paths, withQuery } from '~/app/paths';
import { followMerge } from '~/app/published/moved.server';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';
import { disputeProblems, fileDispute } from '~/db/dispute-filing';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(disputeTexts, language)('formTitle'),
  breadcrumbs: ({ data: view, language, paths: to }) => [
    { label: translator(commonTexts, language)('products'), href: to.products() },
    ...(view ? [{ label: view.name, href: to.product(view.slug) }] : []),
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const slug = params.slug ?? '';
  const found = await loadDisputable(context.publicDb, slug, context.now());
  if (!found) {
    await followMerge({ request, context }, 'product', slug, (to, survivor) => to.dispute(survivor));
    throw notFound();
  }
  const query = new URL(request.url).searchParams;
  return { ...found, question: query.get('question') ?? '', isSent: query.has('sent') };
}

/** Takes down an objection; nobody reads it before the mail's link was used. Anybody may send it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const found = await loadDisputable(context.db, params.slug ?? '', context.now());
  if (!found) throw notFound();
  const { slug, answers } = found;
  const typed = textsOf(await readForm(request));
  const language = languageOf(request);
  const sent = () => redirect(withQuery(paths(language).dispute(slug), { sent: true }), 303);
  // Whatever fills in what nobody sees is told what everybody is told.
  if (typed[trapField]) return sent();
  const { name = '', email = '', organisation = '', reason = '', evidence = '', question = '' } = typed;
  const input = { name, email, organisation, reason: reason.replaceAll('\r\n', '\n'), evidence };
  const t = translator(disputeTexts, language);
  const errors: FieldProblem[] = disputeProblems(input).map((field) => ({
    field,
    message: t(disputeErrorTexts[field]),
  }));
  if (!answers.some(({ key }) => key === question)) errors.unshift({ field: 'question', message: t('errorAnswer') });
  if (errors.length > 0) return data({ errors, typed }, 400);
  const { sessionSecret } = context.config;
  const result = await fileDispute(
    context.db,
    context.now(),
    { ...input, slug, questionKey: question, language, subject: attemptSubject(sessionSecret, email) },
    (secretOf) => mailTokenHash(sessionSecret, secretOf),
  );
  if (result.ok) return sent();
  const tooMany = result.refusal.code === 'too-many-attempts';
  return data(
    { errors: [{ field: null, message: refusalSentence(result.refusal, language) }], typed },
    tooMany ? { status: 429, headers: { 'Retry-After': '3600' } } : 400,
  );
}

export default function NewDispute() {
  return <DisputeFormPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
