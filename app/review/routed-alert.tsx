import { Alert } from '~/app/components';
import { useRefusal } from '~/app/i18n/refusals';
import { routingTexts } from '~/app/i18n/routing';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { Refusal } from '~/workflows/refusal';

/** What came of routing several cases, one by one. */
export interface RoutedCases {
  /** They were given to a person, not only to a municipality. */
  isAssigned?: boolean;
  routed: number;
  refused: { caseId: string; number: string; refusal: Refusal }[];
}

/** One result for each case: how many went, and why the others did not. */
export function RoutedAlert({ result }: { result: RoutedCases }) {
  const t = useTexts(routingTexts);
  const sentence = useRefusal();
  const to = usePaths();
  const { routed, refused, isAssigned = false } = result;
  return (
    <Alert
      kind={refused.length > 0 ? 'warning' : 'success'}
      heading={t(isAssigned ? 'resultAssigned' : 'resultRouted', { count: routed })}
      role={refused.length > 0 ? 'alert' : 'status'}
    >
      {refused.length > 0 && (
        <>
          <p>{t(isAssigned ? 'resultNotAssigned' : 'resultRefused', { count: refused.length })}:</p>
          <ul>
            {refused.map(({ caseId, number, refusal }) => (
              <li key={caseId}>
                <a href={to.review.case(caseId)}>{number}</a>: {sentence(refusal)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
}
