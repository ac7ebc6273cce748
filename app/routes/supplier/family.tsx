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
import { familyView } from '~/app/supplier/families-view.server';
import { FamilyPage } from '~/app/supplier/family-page';
import { joinFamily, offerFamily } from '~/db/families';
import { findFamily } from '~/db/family-reads';

export const handle = page<typeof loader>({
  title: ({ data: { view }, language }) => `${view.name} – ${translator(familyTexts, language)('title')}`,
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
    { label: translator(familyTexts, language)('title'), href: to.supplier.families() },
  ],
});

const dones = ['joined', 'offered', 'left'] as const;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const family = await findFamily(context.db, actor, params.family ?? '');
  if (!family) throw notFound();
  const asked = new URL(request.url).searchParams;
  const done = dones.find((each) => each === asked.get('done')) ?? null;
  const count = Math.max(0, Math.min(9_999, Number.parseInt(asked.get('count') ?? '', 10) || 0));
  return { view: await familyView(context.db, actor, family), notice: { done, count } };
}

/** `act` says what: `join` (a declaration), else `offer`. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const acting = { actor, now: context.now() };
  const typed = textsOf(await readForm(request));
  const familyId = params.family ?? '';
  const isJoin = typed.act === 'join';
  const result = isJoin
    ? await joinFamily(context.db, acting, { familyId, declarationId: typed.declaration ?? '' })
    : await offerFamily(context.db, acting, { familyId });
  if (!result.ok) {
    throwIfNotFound(result.refusal);
    return data({ refusal: result.refusal, field: 'declaration', typed }, statusOfRefusal(result.refusal));
  }
  const query = { done: isJoin ? 'joined' : 'offered', count: result.value.proposed };
  return redirect(paths(languageOf(request)).supplier.family(familyId, query), 303);
}

export default function FamilyRoute() {
  return <FamilyPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
