import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSupplierRole } from '~/app/auth/actor.server';
import { languageOf } from '~/app/i18n/language';
import { refusalSentence } from '~/app/i18n/refusals';
import { supplierTexts } from '~/app/i18n/supplier';
import { apiTokenTexts } from '~/app/i18n/supplier-api';
import { translator } from '~/app/i18n/texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { fieldOfTokenRefusal, readNewToken, typedTokenOf } from '~/app/supplier/api-tokens-form.server';
import { ApiTokensPage, type RefusedToken } from '~/app/supplier/api-tokens-page';
import { statusOfRefusal } from '~/app/supplier/declaration.server';
import { listApiTokens, type MadeToken, makeApiToken, revokeApiToken, rotateApiToken } from '~/db/api-tokens';
import { listProducts } from '~/db/products';
import type { Acting } from '~/workflows/actor';
import type { Result } from '~/workflows/refusal';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(apiTokenTexts, language)('title'),
  breadcrumbs: ({ language, paths: to }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: to.supplier.home() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { supplierId } = await requireSupplierRole(request, context, 'supplier-admin');
  const tokens = await listApiTokens(context.db, { supplierId, now: context.now() });
  const products = await listProducts(context.db, supplierId);
  return {
    tokens,
    products: products.map(({ id, name }) => ({ id, name })),
    isRevoked: new URL(request.url).searchParams.has('revoked'),
  };
}

/** Makes a token (`act=make`) or replaces one (`act=rotate`), which is shown this once, or revokes one (`act=revoke`). */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireSupplierRole(request, context, 'supplier-admin');
  const form = await readForm(request);
  const language = languageOf(request);
  const acting: Acting = { actor, now: context.now() };
  if (form.get('act') === 'revoke') {
    const revoked = await revokeApiToken(context.db, acting, { tokenId: String(form.get('token') ?? '') });
    if (revoked.ok) return redirect(paths(language).supplier.apiTokens({ revoked: true }), 303);
    return refused(revoked.refusal);
  }
  const made: Result<MadeToken> =
    form.get('act') === 'rotate'
      ? await rotateApiToken(context.db, acting, { tokenId: String(form.get('token') ?? '') })
      : await makeApiToken(context.db, acting, readNewToken(form));
  if (!made.ok) return refused(made.refusal);
  const { name, token } = made.value;
  return data({ made: { name, token }, refused: null });

  function refused(refusal: Parameters<typeof refusalSentence>[0]) {
    const field = fieldOfTokenRefusal(refusal.code);
    const problem: RefusedToken = {
      errors: [{ field, message: refusalSentence(refusal, language) }],
      typed: typedTokenOf(form),
    };
    return data({ made: null, refused: problem }, { status: statusOfRefusal(refusal) });
  }
}

export default function ApiTokens() {
  const done = useActionData<typeof action>();
  return (
    <ApiTokensPage {...useLoaderData<typeof loader>()} made={done?.made ?? null} refused={done?.refused ?? null} />
  );
}
