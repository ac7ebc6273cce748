import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound, requireSupplierRole } from '~/app/auth/actor.server';
import { Alert, Definition, ErrorSummary, PageHeading } from '~/app/components';
import { languageOf } from '~/app/i18n/language';
import { useRefusal } from '~/app/i18n/refusals';
import { supplierTexts } from '~/app/i18n/supplier';
import { wellKnownTexts } from '~/app/i18n/supplier-api';
import { productTexts } from '~/app/i18n/supplier-products';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { productTypeTexts } from '~/app/i18n/words';
import { page } from '~/app/page';
import { paths, usePaths } from '~/app/paths';
import { readForm } from '~/app/read-form.server';
import { statusOfRefusal, throwIfNotFound } from '~/app/supplier/declaration.server';
import { type ProductFields, ProductForm } from '~/app/supplier/product-form';
import { factsOf, fieldsOf, productErrors, readProductFields } from '~/app/supplier/product-form.server';
import { listKleGroups } from '~/db/catalogue';
import { findProductFor, updateProduct } from '~/db/products';
import { productTypes } from '~/workflows/words';

export const handle = page<typeof loader>({
  title: ({ language }) => translator(productTexts, language)('editTitle'),
  breadcrumbs: ({ language, paths }) => [
    { label: translator(supplierTexts, language)('homeTitle'), href: paths.supplier.home() },
  ],
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const product = await findProductFor(context.db, actor, params.product ?? '');
  if (!product || product.supplierId !== actor.supplierId) throw notFound();
  return {
    id: product.id,
    name: product.name,
    fields: fieldsOf(product),
    version: product.version,
    kleGroups: await listKleGroups(context.db),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireSupplierRole(request, context);
  const form = await readForm(request);
  const fields = readProductFields(form);
  const result = await updateProduct(
    context.db,
    { actor, now: context.now() },
    { productId: params.product ?? '', expectedVersion: Number(form.get('version')), facts: factsOf(fields) },
  );
  const language = languageOf(request);
  if (result.ok) return redirect(paths(language).supplier.home());
  if ('problems' in result) {
    return data({ fields, errors: productErrors(result.problems, language), refusal: null }, { status: 400 });
  }
  throwIfNotFound(result.refusal);
  return data({ fields, errors: [], refusal: result.refusal }, { status: statusOfRefusal(result.refusal) });
}

export default function EditProductPage() {
  const { id, name, fields, version, kleGroups } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useTexts(productTexts);
  const site = useTexts(wellKnownTexts);
  const to = usePaths();
  const sentence = useRefusal();
  const errors = refused?.errors ?? [];
  const hasMoved = refused?.refusal?.code === 'product-has-changed';
  return (
    <>
      <ErrorSummary errors={errors} />
      {hasMoved && <ChangedMeanwhile present={fields} />}
      {refused?.refusal && !hasMoved && <Alert kind="error">{sentence(refused.refusal)}</Alert>}
      <PageHeading caption={name} lead={t('editLead')}>
        {t('editTitle')}
      </PageHeading>
      <ProductForm values={refused?.fields ?? fields} version={version} errors={errors} kleGroups={kleGroups} />
      <p>
        <a href={to.supplier.wellKnown(id)}>{site('productLink')}</a>
      </p>
    </>
  );
}

/** What is saved now, beside what the person wrote; the form carries the new version, so saving again is deliberate. */
function ChangedMeanwhile({ present }: { present: ProductFields }) {
  const t = useTexts(productTexts);
  const typeText = useTexts(productTypeTexts);
  const type = productTypes.find((each) => each === present.type);
  return (
    <Alert kind="warning" heading={t('changedTitle')} role="alert">
      <p>{t('changedText')}</p>
      <Definition
        compact
        items={[
          { id: 'name', term: t('fieldName'), description: present.name },
          { id: 'description', term: t('fieldDescription'), description: present.description },
          { id: 'type', term: t('fieldType'), description: type ? typeText(type) : present.type },
          { id: 'kle', term: t('fieldKle'), description: present.kle },
          { id: 'kitos', term: t('kitosLabel'), description: present.kitosUuid },
        ]}
      />
    </Alert>
  );
}
