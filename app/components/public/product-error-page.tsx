import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { Tombstone } from '~/app/published/product-page.server';
import { useRequestInfo } from '~/app/request-info';
import { ButtonLink, PageHeading } from '..';
import { ErrorPage } from '../frame/error-page';
import { PublicationHistory } from './publication-history';

/** The error boundary of a product's page: what is not public any more leaves a tombstone (domain rule 7). */
export function ProductErrorPage() {
  const error = useRouteError();
  const { requestId } = useRequestInfo();
  const t = useTexts(publishedTexts);
  const to = usePaths();
  if (!isRouteErrorResponse(error) || error.status !== 410) return <ErrorPage error={error} requestId={requestId} />;
  const { tombstone } = error.data as { tombstone: Tombstone };
  return (
    <>
      <PageHeading caption={tombstone.supplierName} lead={t('endedLead')}>
        {tombstone.name}
      </PageHeading>
      <PublicationHistory history={tombstone.history} />
      <ButtonLink href={to.products()} kind="secondary">
        {t('allProducts')}
      </ButtonLink>
    </>
  );
}
