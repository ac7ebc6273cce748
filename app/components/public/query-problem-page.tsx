import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { findingTexts } from '~/app/i18n/finding';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { useRequestInfo } from '~/app/request-info';
import type { QueryProblem } from '~/workflows/product-query';
import { ButtonGroup, ButtonLink, PageHeading } from '..';
import { ErrorPage } from '../frame/error-page';

/** The error boundary of a page with filters: says which part of the address cannot be used. */
export function QueryProblemPage({ href }: { href: string }) {
  const error = useRouteError();
  const { requestId } = useRequestInfo();
  const t = useTexts(publishedTexts);
  const because = useTexts(findingTexts);
  const problem = queryProblemOf(error);
  if (!problem) return <ErrorPage error={error} requestId={requestId} />;
  return (
    <>
      <PageHeading lead={because(sentences[problem.because], problem)}>{t('problemTitle')}</PageHeading>
      <ButtonGroup>
        <ButtonLink href={href}>{t('withoutFilters')}</ButtonLink>
      </ButtonGroup>
    </>
  );
}

const sentences = {
  'unknown-value': 'problemUnknownValue',
  'unknown-parameter': 'problemUnknownParameter',
  'too-long': 'problemTooLong',
  'too-many': 'problemTooMany',
  'not-a-day': 'problemNotADay',
  'several-days': 'problemSeveralDays',
  'before-first': 'problemBeforeFirst',
  'too-far-ahead': 'problemTooFarAhead',
  'only-present': 'problemOnlyPresent',
} as const satisfies Record<QueryProblem['because'], string>;

function isReason(value: unknown): value is QueryProblem['because'] {
  return typeof value === 'string' && Object.hasOwn(sentences, value);
}

function queryProblemOf(error: unknown): QueryProblem | undefined {
  if (!isRouteErrorResponse(error) || error.status !== 400) return undefined;
  const { queryProblem } = error.data ?? {};
  if (typeof queryProblem?.parameter !== 'string' || typeof queryProblem.value !== 'string') return undefined;
  const because = isReason(queryProblem.because) ? queryProblem.because : 'unknown-value';
  return { parameter: queryProblem.parameter, value: queryProblem.value, because };
}
