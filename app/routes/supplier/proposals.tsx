import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findReportView } from '~/app/evidence/report-proposals.server';
import { languageOf } from '~/app/i18n/language';
import { proposalTexts } from '~/app/i18n/proposals';
import { supplierTexts } from '~/app/i18n/supplier';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { requireDeclaration, statusOfRefusal, throwIfNotFound } from '~/app/supplier/declaration.server';
import { readDecisions } from '~/app/supplier/proposal-decisions';
import { type ProposalsNotice, ProposalsPage } from '~/app/supplier/proposals-page';
import { proposalsView } from '~/app/supplier/proposals-view.server';
import { decideProposals } from '~/db/proposal-decisions';

export const handle = page<typeof loader>({
  title: ({ data, language }) => `${translator(proposalTexts, language)('title')} – ${data.view.productName}`,
  breadcrumbs: ({ data, language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
    { label: data.view.productName, href: to.supplier.declaration(data.view.declarationId) },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const search = new URL(request.url).searchParams;
  const countOf = (name: string) => Math.max(0, Math.min(9_999, Number.parseInt(search.get(name) ?? '0', 10) || 0));
  return {
    view: await proposalsView(context.db, actor, loaded),
    report: await findReportView(context, actor, loaded, search.get('evidence')),
    accepted: countOf('accepted'),
    declined: countOf('declined'),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, loaded } = await requireDeclaration(request, context, params.declaration);
  const decisions = readDecisions(await readForm(request));
  const declarationId = loaded.declaration.id;
  const decided = await decideProposals(context.db, { actor, now: context.now() }, { declarationId, ...decisions });
  if (!decided.ok) {
    throwIfNotFound(decided.refusal);
    const notice = { ...nothing, refusal: decided.refusal };
    return data({ notice, refusal: decided.refusal }, { status: statusOfRefusal(decided.refusal) });
  }
  const { accepted: outcomes, declined, gone } = decided.value;
  const accepted = outcomes.filter(({ status }) => status === 'accepted').length;
  const conflicts = outcomes.filter(({ status }) => status === 'conflict').length;
  const impossible = outcomes.length - accepted - conflicts;
  if (conflicts + impossible + gone.length === 0) {
    const to = paths(languageOf(request)).supplier;
    return redirect(to.proposals(declarationId, { accepted: accepted || null, declined: declined.length || null }));
  }
  const notice = { refusal: null, accepted, declined: declined.length, conflicts, impossible, gone: gone.length };
  return data({ notice, refusal: null }, { status: 409 });
}

const nothing: ProposalsNotice = { refusal: null, accepted: 0, declined: 0, conflicts: 0, impossible: 0, gone: 0 };

export default function ProposalsRoute() {
  const { view, report, accepted, declined } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <ProposalsPage view={view} report={report} notice={sent?.notice ?? { ...nothing, accepted, declined }} />;
}
