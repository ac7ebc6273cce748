import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { useRequestInfo } from '~/app/request-info';
import { ButtonGroup, ButtonLink, PageHeading } from '..';
import { ErrorPage } from '../frame/error-page';

/** The error boundary of a page with filters: says which part of the address cannot be used. */
export function QueryProblemPage({ href }: { href: string }) {
  const error = useRouteError();
  const { requestId } = useRequestInfo();
  const t = useTexts(publishedTexts);
  const problem = queryProblemOf(error);
  if (!problem) return <ErrorPage error={error} requestId={requestId} />;
  return (
    <>
      <PageHeading lead={t('problemText', problem)}>{t('problemTitle')}</PageHeading>
      <ButtonGroup>
        <ButtonLink href={href}>{t('withoutFilters')}</ButtonLink>
      </ButtonGroup>
    </>
  );
}

function queryProblemOf(error: unknown): { parameter: string; value: string } | undefined {
  if (!isRouteErrorResponse(error) || error.status !== 400) return undefined;
  const { queryProblem } = error.data ?? {};
  if (typeof queryProblem?.parameter !== 'string' || typeof queryProblem.value !== 'string') return undefined;
  return { parameter: queryProblem.parameter, value: queryProblem.value };
}
