import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, requireSupplierRole, type SupplierActor } from '~/app/auth/actor.server';
import type { PortalContext } from '~/app/context.server';
import { languageOf } from '~/app/i18n/language';
import { refusalSentence } from '~/app/i18n/refusals';
import { supplierTexts } from '~/app/i18n/supplier';
import { wellKnownTexts } from '~/app/i18n/supplier-api';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { statusOfRefusal, throwIfNotFound } from '~/app/supplier/declaration.server';
import { WellKnownPage } from '~/app/supplier/well-known-page';
import { fetchWellKnown } from '~/app/well-known/fetch-well-known';
import { findDeclarationOfProduct } from '~/db/declarations';
import { findProductFor } from '~/db/products';
import { findWellKnownSource, removeWellKnownSource, setWellKnownSource, takeWellKnown } from '~/db/well-known-sources';
import type { Acting } from '~/workflows/actor';
import type { Refusal } from '~/workflows/refusal';
import { canEditAnswers } from '~/workflows/supplier-rights';
import { wellKnownPath } from '~/workflows/well-known';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(wellKnownTexts, language)('title'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor, product } = await requireOwnProduct(request, context, params.product);
  const source = await findWellKnownSource(context.db, product.id);
  const done = new URL(request.url).searchParams.get('done');
  return {
    product: { id: product.id, name: product.name },
    declarationId: (await findDeclarationOfProduct(context.db, product.id)) ?? null,
    source: source ?? null,
    canEdit: canEditAnswers(actor, product.id),
    path: wellKnownPath,
    done: (['saved', 'removed', 'pulled'] as const).find((each) => each === done) ?? null,
  };
}

/** Chooses the address (`act=save`), fetches the file now (`act=pull`), or forgets the address (`act=remove`). */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor, product } = await requireOwnProduct(request, context, params.product);
  const form = await readForm(request);
  const acting: Acting = { actor, now: context.now() };
  const address = String(form.get('address') ?? '');
  const isScheduled = form.has('scheduled');
  const productId = product.id;
  const to = paths(languageOf(request)).supplier;
  switch (form.get('act')) {
    case 'pull': {
      const source = await findWellKnownSource(context.db, productId);
      if (!source || !canEditAnswers(actor, productId)) return refuse({ code: source ? 'role-required' : 'not-found' });
      const { url } = source;
      const fetched = await fetchWellKnown(url, { allowsLocal: context.config.wellKnownAllowLocal });
      const taken = await takeWellKnown(context.db, { actor, now: context.now() }, { productId, url, fetched });
      return taken.ok ? redirect(to.wellKnown(productId, { done: 'pulled' }), 303) : refuse(taken.refusal);
    }
    case 'remove': {
      const removed = await removeWellKnownSource(context.db, acting, { productId });
      return removed.ok ? redirect(to.wellKnown(productId, { done: 'removed' }), 303) : refuse(removed.refusal);
    }
    default: {
      const set = await setWellKnownSource(context.db, acting, { productId, address, isScheduled });
      return set.ok ? redirect(to.wellKnown(productId, { done: 'saved' }), 303) : refuse(set.refusal);
    }
  }

  function refuse(refusal: Refusal) {
    throwIfNotFound(refusal);
    const message = refusalSentence(refusal, languageOf(request));
    return data({ message, address, isScheduled }, { status: statusOfRefusal(refusal) });
  }
}

/** @throws 404 alike for what does not exist and for what is somebody else's */
async function requireOwnProduct(
  request: Request,
  context: PortalContext,
  productId: string | undefined,
): Promise<{ actor: SupplierActor; product: { id: string; name: string } }> {
  const actor = await requireSupplierRole(request, context);
  const product = await findProductFor(context.db, actor, productId ?? '');
  if (!product || product.supplierId !== actor.supplierId) throw notFound();
  return { actor, product };
}

export default function WellKnown() {
  return <WellKnownPage view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />;
}
