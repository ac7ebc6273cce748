import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { FieldProblem } from '~/app/components';
import { handoverTexts } from '~/app/i18n/handovers';
import { languageOf } from '~/app/i18n/language';
import { refusalSentence } from '~/app/i18n/refusals';
import { supplierTexts } from '~/app/i18n/supplier';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { handoversView } from '~/app/people/handovers.server';
import { HandoversPage, type RefusedHandover } from '~/app/people/handovers-page';
import { readForm } from '~/app/read-form.server';
import { requireDeclaration, statusOfRefusal } from '~/app/supplier/declaration.server';
import { endHandover, handOver } from '~/db/handovers';
import type { Refusal } from '~/workflows/refusal';
import type { Language } from '~/workflows/words';

export const handle = page<typeof loader>({
  title: ({ data: { view }, language }) => `${translator(handoverTexts, language)('title')} – ${view.productName}`,
  breadcrumbs: ({ data: { view }, language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
    { label: view.productName, href: to.supplier.declaration(view.declarationId) },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const asked = new URL(request.url).searchParams;
  const done = (['given', 'ended'] as const).find((each) => each === asked.get('done')) ?? null;
  return { view: await handoversView(context.db, actor, loaded, asked.get('section')), done };
}

/** Gives a section (`act=give`), reports one done (`done`), hands or takes one back (`taken-back`). */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const form = await readForm(request);
  const field = (name: string) => String(form.get(name) ?? '');
  const language = languageOf(request);
  const declarationId = loaded.declaration.id;
  const acting = { actor, now: context.now() };
  const as = (['done', 'taken-back'] as const).find((each) => each === field('act'));
  const typed = {
    section: field('section'),
    assignee: field('assignee'),
    message: field('message').replaceAll('\r\n', '\n'),
  };
  const empty = as ? [] : emptyFields(typed, language);
  if (empty.length > 0) return data({ errors: empty, typed } satisfies RefusedHandover, 400);
  const input = { sectionId: typed.section, assigneeId: typed.assignee, message: typed.message };
  const result = as
    ? await endHandover(context.db, acting, { declarationId, handoverId: field('handover'), as })
    : await handOver(context.db, acting, { declarationId, ...input });
  if (result.ok)
    return redirect(paths(language).supplier.handovers(declarationId, { done: as ? 'ended' : 'given' }), 303);
  // Somebody who has the page open from before; that there is such a declaration is known by now.
  const refusal = as && result.refusal.code === 'not-found' ? { code: 'handover-ended' } : result.refusal;
  const error = { field: fieldOf(refusal), message: refusalSentence(refusal, language) };
  const refused: RefusedHandover = { errors: [error], typed };
  return data(refused, statusOfRefusal(refusal));
}

function emptyFields({ section, assignee }: { section: string; assignee: string }, language: Language): FieldProblem[] {
  const needed = (field: string, code: string) => ({ field, message: refusalSentence({ code }, language) });
  return [
    ...(section ? [] : [needed('section', 'handover-section-needed')]),
    ...(assignee ? [] : [needed('assignee', 'handover-assignee-needed')]),
  ];
}

function fieldOf({ code }: Refusal): string | null {
  if (code === 'assignee-cannot-edit') return 'assignee';
  if (code === 'message-not-valid') return 'message';
  return code === 'not-found' ? 'section' : null;
}

export default function Handovers() {
  const { view, done } = useLoaderData<typeof loader>();
  return <HandoversPage view={view} done={done} refused={useActionData<typeof action>()} />;
}
