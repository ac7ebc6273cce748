import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireSupplierRole } from '~/app/auth/actor.server';
import { Alert, ErrorSummary, PageHeading } from '~/app/components';
import { languageOf } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { supplierTexts } from '~/app/i18n/supplier';
import { productTexts } from '~/app/i18n/supplier-products';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { paths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { statusOfRefusal, throwIfNotFound } from '~/app/supplier/declaration.server';
import { emptyProduct, ProductForm } from '~/app/supplier/product-form';
import { factsOf, productErrors, readProductFields } from '~/app/supplier/product-form.server';
import { listKleGroups } from '~/db/catalogue';
import { createProduct } from '~/db/products';

export const handle = page({
  title: ({ language }) => translator(productTexts, language)('newTitle'),
  breadcrumbs: ({ language, paths }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: paths.supplier.home() },
  ],
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireSupplierRole(request, context);
  return { kleGroups: await listKleGroups(context.db) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const fields = readProductFields(await readForm(request));
  const result = await createProduct(context.db, { actor, now: context.now() }, factsOf(fields));
  const language = languageOf(request);
  if (result.ok) return redirect(paths(language).supplier.home());
  if ('problems' in result) {
    return data({ fields, errors: productErrors(result.problems, language), refusal: null }, { status: 400 });
  }
  throwIfNotFound(result.refusal);
  return data({ fields, errors: [], refusal: result.refusal }, { status: statusOfRefusal(result.refusal) });
}

export default function NewProductPage() {
  const { kleGroups } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useTexts(productTexts);
  const sentence = useRefusal();
  const errors = refused?.errors ?? [];
  return (
    <>
      <ErrorSummary errors={errors} />
      {refused?.refusal && <Alert kind="error">{sentence(refused.refusal)}</Alert>}
      <PageHeading lead={t('newLead')}>{t('newTitle')}</PageHeading>
      <ProductForm values={refused?.fields ?? emptyProduct} version={null} errors={errors} kleGroups={kleGroups} />
    </>
  );
}
