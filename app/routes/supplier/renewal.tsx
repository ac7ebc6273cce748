import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { languageOf } from '~/app/i18n/language';
import { renewalTexts } from '~/app/i18n/renewal';
import { supplierTexts } from '~/app/i18n/supplier';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { requireDeclaration, statusOfRefusal, throwIfNotFound } from '~/app/supplier/declaration.server';
import { readDecisions } from '~/app/supplier/proposal-decisions';
import { type RenewalNotice, RenewalPage } from '~/app/supplier/renewal-page';
import { renewalView } from '~/app/supplier/renewal-view.server';
import { decideProposals } from '~/db/proposal-decisions';
import { renewDeclaration } from '~/db/renewals';
import type { Refusal } from '~/workflows/refusal';

export const handle = page<typeof loader>({
  title: ({ data, language }) => `${translator(renewalTexts, language)('title')} – ${data.view.productName}`,
  breadcrumbs: ({ data, language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
    { label: data.view.productName, href: to.supplier.declaration(data.view.declarationId) },
  ],
});

const nothing: RenewalNotice = { refusal: null, moved: false, confirmed: 0, declined: 0, untouched: 0 };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const search = new URL(request.url).searchParams;
  const countOf = (name: string) => Math.max(0, Math.min(9_999, Number.parseInt(search.get(name) ?? '0', 10) || 0));
  return {
    view: await renewalView(context.db, actor, loaded),
    notice: {
      ...nothing,
      moved: search.has('moved'),
      confirmed: countOf('confirmed'),
      declined: countOf('declined'),
    },
  };
}

/** `act=move` moves the declaration to the version `to`; `accept`, `decline` or `all` decide on earlier answers. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const form = await readForm(request);
  const acting = { actor, now: context.now() };
  const declarationId = loaded.declaration.id;
  const to = paths(languageOf(request)).supplier;
  if (form.get('act') === 'move') {
    const toQuestionnaireId = String(form.get('to') ?? '');
    const moved = await renewDeclaration(context.db, acting, { declarationId, toQuestionnaireId });
    return moved.ok ? redirect(to.renewal(declarationId, { moved: 1 })) : refused(moved.refusal);
  }
  const decided = await decideProposals(context.db, acting, { declarationId, ...readDecisions(form) });
  if (!decided.ok) return refused(decided.refusal);
  const { accepted, declined, gone } = decided.value;
  const confirmed = accepted.filter(({ status }) => status === 'accepted').length;
  const untouched = accepted.length - confirmed + gone.length;
  if (untouched === 0) {
    return redirect(to.renewal(declarationId, { confirmed: confirmed || null, declined: declined.length || null }));
  }
  const notice = { ...nothing, confirmed, declined: declined.length, untouched };
  return data({ notice, refusal: null }, { status: 409 });
}

function refused(refusal: Refusal) {
  throwIfNotFound(refusal);
  return data({ notice: { ...nothing, refusal }, refusal }, { status: statusOfRefusal(refusal) });
}

export default function RenewalRoute() {
  const { view, notice } = useLoaderData<typeof loader>();
  return <RenewalPage view={view} notice={useActionData<typeof action>()?.notice ?? notice} />;
}
