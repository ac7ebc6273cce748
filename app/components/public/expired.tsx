import { useFormat } from '~/app/i18n/format';
import { publicationTexts } from '~/app/i18n/publications';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { ExpiredItem } from '~/app/published/expired.server';
import type { Expired } from '~/app/published/publications-page.server';
import { Alert } from '..';

/** Above everything that can still be read of a declaration that has expired. */
export function ExpiredAlert({ expired }: { expired: Expired | null }) {
  const t = useTexts(publicationTexts);
  const format = useFormat();
  if (!expired) return null;
  return (
    <Alert kind="warning" heading={t('expiredHeading', { date: format.date(expired.on) })}>
      {t('expiredText', { until: format.date(expired.readableUntil) })}
    </Alert>
  );
}

/** Below a list of what is in force: what would have been in it until lately. */
export function ExpiredLately({ expired }: { expired: readonly ExpiredItem[] }) {
  const t = useTexts(publicationTexts);
  const format = useFormat();
  const to = usePaths();
  if (expired.length === 0) return null;
  return (
    <section aria-labelledby="expired">
      <h2 id="expired">{t('expiredLately')}</h2>
      <p>{t('expiredLatelyText')}</p>
      <ul>
        {expired.map(({ slug, name, supplierName, endedOn }) => (
          <li key={slug}>
            <a href={to.product(slug)}>{name}</a>, {supplierName}: {t('expiredItem', { date: format.date(endedOn) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
