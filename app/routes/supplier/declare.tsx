import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { notFound, requireSupplierRole } from '~/app/auth/actor.server';
import { languageOf } from '~/app/i18n/language';
import { paths } from '~/app/paths';
import { refusedResponse } from '~/app/supplier/declaration.server';
import { beginDeclaration } from '~/db/declarations';
import { findProductFor } from '~/db/products';

/** Nothing to see here: whoever opens the address of the button goes where the button is. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const product = await findProductFor(context.db, actor, params.product ?? '');
  if (!product) throw notFound();
  return redirect(paths(languageOf(request)).supplier.home());
}

/** Begins the declaration of a product. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const result = await beginDeclaration(context.db, { actor, now: context.now() }, { productId: params.product ?? '' });
  const to = paths(languageOf(request)).supplier;
  if (result.ok) return redirect(to.scope(result.value.declarationId));
  // A double click: it has begun.
  if (result.refusal.code === 'declaration-exists') return redirect(to.home());
  throw refusedResponse(result.refusal);
}
