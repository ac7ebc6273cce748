import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskPage } from '~/app/access/ask-page';
import { attemptSubject } from '~/app/auth/attempt-subject';
import type { FieldProblem } from '~/app/components';
import { trapField } from '~/app/components/trap-field';
import { accessTexts } from '~/app/i18n/access';
import { languageOf } from '~/app/i18n/language';
import { refusalSentence } from '~/app/i18n/refusals';
import { translator } from '~/app/i18n/texts';
import { mailTokenHash } from '~/app/mail/token';
import { page } from '~/app/page';
import { paths, withQuery } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';
import { accessProblems, requestAccess } from '~/db/access-requests';

export const handle = page({ title: ({ language }) => translator(accessTexts, language)('title') });

export function loader({ request }: LoaderFunctionArgs) {
  return { isSent: new URL(request.url).searchParams.has('sent') };
}

const errorTexts = { cvr: 'errorCvr', name: 'errorName', email: 'errorEmail', reason: 'errorReason' } as const;

/** Takes down a request; nobody reads it before the mail's link was used. The answer tells nothing of who is known here. */
export async function action({ request, context }: ActionFunctionArgs) {
  const typed = textsOf(await readForm(request));
  const language = languageOf(request);
  const sent = () => redirect(withQuery(paths(language).requestAccess(), { sent: true }), 303);
  if (typed[trapField]) return sent();
  const { cvr = '', name = '', email = '', reason = '' } = typed;
  const input = { cvr, name, email, reason: reason.replaceAll('\r\n', '\n') };
  const t = translator(accessTexts, language);
  const errors: FieldProblem[] = accessProblems(input).map((field) => ({ field, message: t(errorTexts[field]) }));
  if (errors.length > 0) return data({ errors, typed }, 400);
  const { sessionSecret } = context.config;
  const result = await requestAccess(
    context.db,
    context.now(),
    { ...input, language, subject: attemptSubject(sessionSecret, email) },
    (secretOf) => mailTokenHash(sessionSecret, secretOf),
  );
  if (result.ok) return sent();
  const tooMany = result.refusal.code === 'too-many-attempts';
  return data(
    { errors: [{ field: null, message: refusalSentence(result.refusal, language) }], typed },
    tooMany ? { status: 429, headers: { 'Retry-After': '3600' } } : 400,
  );
}

export default function AskForAccess() {
  return <AskPage isSent={useLoaderData<typeof loader>().isSent} refused={useActionData<typeof action>()} />;
}
