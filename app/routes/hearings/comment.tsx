import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findActor, notFound } from '~/app/auth/actor.server';
import { attemptSubject } from '~/app/auth/attempt-subject';
import type { FieldProblem } from '~/app/components';
import { trapField } from '~/app/components/trap-field';
import type { PortalContext } from '~/app/context.server';
import { CommentPage } from '~/app/hearings/comment-page';
import { hearingTexts } from '~/app/i18n/hearings';
import { languageOf } from '~/app/i18n/language';
import { refusalSentence } from '~/app/i18n/refusals';
import { translator } from '~/app/i18n/texts';
import { mailTokenHash } from '~/app/mail/token';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';
import { commentInHearing, findCommenter } from '~/db/hearing-comments';
import { findHearing, type Hearing } from '~/db/published/hearings';
import type { Actor } from '~/workflows/actor';
import { copenhagenDay } from '~/workflows/day';
import { type CommentField, commentProblems, isHearingOpen } from '~/workflows/hearing';

export const handle = page({ title: ({ language }) => translator(hearingTexts, language)('formTitle') });

const errorTexts = {
  body: 'errorBody',
  name: 'errorName',
  email: 'errorEmail',
  organisation: 'errorOrganisation',
} as const satisfies Record<CommentField, string>;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await findActor(request, context);
  const hearing = await requireHearing(context, params.slug ?? '');
  const search = new URL(request.url).searchParams;
  const sent = search.get('sent');
  return {
    slug: hearing.slug,
    version: hearing.version,
    title: hearing.definition.title,
    questions: questionsOf(hearing),
    question: search.get('question') ?? '',
    known: (actor && (await findCommenter(context.db, actor))) ?? null,
    sent: sent === 'received' || sent === 'unconfirmed' ? (sent as 'received' | 'unconfirmed') : null,
  };
}

async function requireHearing({ publicDb, now }: PortalContext, slug: string): Promise<Hearing> {
  const hearing = await findHearing(publicDb, slug);
  if (!hearing || !isHearingOpen(hearing, copenhagenDay(now()))) throw notFound();
  return hearing;
}

function questionsOf({ definition: { sections, interfaceTemplate } }: Hearing) {
  const all = [...sections.flatMap(({ questions }) => questions), ...interfaceTemplate];
  return all.map(({ id, text }) => ({ id, text }));
}

/** Takes down a comment. Who has signed in is known; anybody else confirms by mail. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await findActor(request, context);
  const { slug } = await requireHearing(context, params.slug ?? '');
  const typed = textsOf(await readForm(request));
  const language = languageOf(request);
  const to = paths(language);
  // Whatever fills in what nobody sees is told what everybody is told.
  if (typed[trapField]) return redirect(to.hearing(slug, { sent: 'unconfirmed' }), 303);
  const input = await inputOf(context, actor, typed);
  const t = translator(hearingTexts, language);
  const errors: FieldProblem[] = commentProblems(input).map((field) => ({ field, message: t(errorTexts[field]) }));
  if (errors.length > 0) return data({ errors, typed }, 400);
  const { sessionSecret } = context.config;
  const by = actor
    ? { personId: actor.personId }
    : {
        subject: attemptSubject(sessionSecret, input.email),
        tokenHashOf: (secretOf: string) => mailTokenHash(sessionSecret, secretOf),
      };
  const comment = { ...input, slug, questionId: typed.question || null, language };
  const result = await commentInHearing(context.db, context.now(), comment, by);
  if (result.ok) return redirect(to.hearing(slug, { sent: result.value.state }), 303);
  const refused = { errors: [{ field: null, message: refusalSentence(result.refusal, language) }], typed };
  return data(refused, result.refusal.code === 'too-many-attempts' ? 429 : 400);
}

async function inputOf({ db }: PortalContext, actor: Actor | undefined, typed: Record<string, string>) {
  const known = actor && (await findCommenter(db, actor));
  const { name = '', email = '', organisation = '', body = '' } = typed;
  return { name: known?.name ?? name, email: known?.email ?? email, organisation, body };
}

export default function Comment() {
  return <CommentPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
