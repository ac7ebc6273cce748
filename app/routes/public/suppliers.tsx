import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DataTable, EmptyState, PageHeading, Tag } from '~/app/components';
import { publishedTexts } from '~/app/i18n/published';
import { translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { page } from '~/app/page';
import { apiPaths, usePaths } from '~/app/paths';
import { useDayQuery } from '~/app/viewed-day';
import { listPublishedSuppliers } from '~/db/published/suppliers';

export const handle = page({
  title: ({ language }) => translator(publishedTexts, language)('suppliersTitle'),
  description: ({ language }) => translator(publishedTexts, language)('suppliersLead'),
});

export async function loader({ context }: LoaderFunctionArgs) {
  return { suppliers: await listPublishedSuppliers(context.publicDb) };
}

export default function Suppliers() {
  const { suppliers } = useLoaderData<typeof loader>();
  const day = useDayQuery();
  const t = useTexts(publishedTexts);
  const to = usePaths();
  return (
    <>
      <PageHeading lead={t('suppliersLead')}>{t('suppliersTitle')}</PageHeading>
      <DataTable
        caption={t('suppliersTitle')}
        hideCaption
        rows={suppliers}
        rowKey={({ slug }) => slug}
        empty={
          <EmptyState heading={t('noSuppliers')}>
            <p>{t('nothingPublishedText')}</p>
          </EmptyState>
        }
        columns={[
          {
            id: 'name',
            header: t('supplier'),
            rowHeader: true,
            cell: ({ slug, name, isDemo }) => (
              <>
                <a href={to.publicSupplier(slug)}>{name}</a> {isDemo && <Tag>{t('demo')}</Tag>}
              </>
            ),
          },
          { id: 'cvr', header: t('cvr'), noWrap: true, cell: ({ cvr }) => cvr },
          { id: 'products', header: t('productsOf'), numeric: true, cell: ({ products }) => products },
        ]}
      />
      <p>
        <a href={apiPaths.suppliers(day)} type="application/json">
          {t('thisAsJson')}
        </a>
      </p>
    </>
  );
}
