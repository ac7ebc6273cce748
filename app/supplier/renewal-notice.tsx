import { Alert, Details } from '~/app/components';
import { renewalTexts } from '~/app/i18n/renewal';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { RenewalNoticeView, WaitingRenewal } from './renewal-notice.server';

interface RenewalNoticeProps {
  declarationId: string;
  renewal: RenewalNoticeView | null;
}

/** On the declaration's page: what a newer version asks, and the way there. */
export function RenewalNotice({ declarationId, renewal }: RenewalNoticeProps) {
  const t = useTexts(renewalTexts);
  const paths = usePaths();
  if (!renewal) return null;
  const { phase, to, carried, toConfirm, toAnswer } = renewal;
  const href = paths.supplier.renewal(declarationId);
  return phase === 'before' ? (
    <Alert kind="info" heading={t('waits', { to })}>
      <p>{t('waitsText', { carried, toConfirm, toAnswer })}</p>
      <a href={href}>{t('waitsLink')}</a>
    </Alert>
  ) : (
    <Alert kind="info">
      <p>{t('left', { to, toConfirm, toAnswer })}</p>
      <a href={href}>{t('leftLink')}</a>
    </Alert>
  );
}

/** More are told by their number first: no deadline hangs on them. */
const unfolded = 5;

/** On the supplier's home: the products that a newer version waits for. */
export function WaitingRenewals({ renewals }: { renewals: readonly WaitingRenewal[] }) {
  const t = useTexts(renewalTexts);
  const paths = usePaths();
  if (renewals.length === 0) return null;
  const list = (
    <ul className="sd-links">
      {renewals.map(({ declarationId, name, to }) => (
        <li key={declarationId}>
          <a href={paths.supplier.renewal(declarationId)}>{t('homeLink', { product: name, to })}</a>
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="renewals">
      <h2 id="renewals">{t('homeHeading', { count: renewals.length })}</h2>
      <p>{t('homeText')}</p>
      {renewals.length <= unfolded ? (
        list
      ) : (
        <Details summary={t('homeRest', { count: renewals.length })}>{list}</Details>
      )}
    </section>
  );
}
