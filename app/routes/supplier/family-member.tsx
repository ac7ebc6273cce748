import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, requireSupplierRole } from '~/app/auth/actor.server';
import { familyTexts } from '~/app/i18n/families';
import { languageOf } from '~/app/i18n/language';
import { supplierTexts } from '~/app/i18n/supplier';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { textsOf } from '~/app/review/refused.server';
import { statusOfRefusal, throwIfNotFound } from '~/app/supplier/declaration.server';
import { familyMemberView } from '~/app/supplier/families-view.server';
import { FamilyMemberPage } from '~/app/supplier/family-member-page';
import { exceptPart, inheritPart, leaveFamily } from '~/db/families';
import { findFamily } from '~/db/family-reads';

export const handle = page<typeof loader>({
  title: ({ data: { view }, language }) =>
    `${translator(familyTexts, language)('memberTitle', { source: view.sourceName })} – ${view.productName}`,
  breadcrumbs: ({ data: { view }, language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
    { label: translator(familyTexts, language)('title'), href: to.supplier.families() },
    { label: view.familyName, href: to.supplier.family(view.familyId) },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const family = await findFamily(context.db, actor, params.family ?? '');
  const member = family?.members.find(({ loaded }) => loaded.declaration.id === params.declaration);
  if (!family || !member) throw notFound();
  const view = await familyMemberView(context.db, actor, family, member);
  const asked = new URL(request.url).searchParams;
  const chosen = view.parts.find(({ part }) => part === asked.get('part'))?.part ?? null;
  return { view, chosen, isSaved: asked.has('saved') };
}

/** `act` says what: `except` (a part, with a reason), `inherit` (a part again), `leave`. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const acting = { actor, now: context.now() };
  const typed = textsOf(await readForm(request));
  const { act, part = '', reason = '' } = typed;
  const input = { familyId: params.family ?? '', declarationId: params.declaration ?? '' };
  const result =
    act === 'leave'
      ? await leaveFamily(context.db, acting, input)
      : act === 'inherit'
        ? await inheritPart(context.db, acting, { ...input, part })
        : await exceptPart(context.db, acting, { ...input, part, reason });
  if (!result.ok) {
    const { refusal } = result;
    throwIfNotFound(refusal);
    return data(
      { refusal, field: refusal.code === 'family-reason-missing' ? 'reason' : 'part', typed },
      statusOfRefusal(refusal),
    );
  }
  const to = paths(languageOf(request)).supplier;
  if (act === 'leave') return redirect(to.family(input.familyId, { done: 'left' }), 303);
  return redirect(to.familyMember(input.familyId, input.declarationId, { saved: true }), 303);
}

export default function FamilyMemberRoute() {
  return <FamilyMemberPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
