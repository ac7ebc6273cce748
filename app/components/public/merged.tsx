import { useFormat } from '~/app/i18n/format';
import { mergedTexts } from '~/app/i18n/merged';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { Merged } from '~/db/published/redirects';
import { Alert } from '..';

interface MergedHereProps {
  kind: 'product' | 'supplier';
  merged: readonly Merged[];
}

/** On the survivor's page: what its old addresses stood for. Redirects lead to this place. */
export function MergedHere({ kind, merged }: MergedHereProps) {
  const t = useTexts(mergedTexts);
  const format = useFormat();
  const to = usePaths();
  if (merged.length === 0) return null;
  return (
    <div id="merged">
      <Alert kind="info">
        {t(kind === 'product' ? 'products' : 'suppliers')}
        <ul>
          {merged.map(({ slug, name, mergedAt }) => (
            <li key={slug}>
              {t('merged', { name, date: format.date(mergedAt) })}
              {kind === 'product' && (
                <>
                  {' · '}
                  <a href={to.publications(slug)}>{t('earlier')}</a>
                </>
              )}
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  );
}

/** On the old one's publications: where it goes on. */
export function MovedAlert({ to: slug }: { to: string | undefined }) {
  const t = useTexts(mergedTexts);
  const to = usePaths();
  if (slug === undefined) return null;
  return (
    <Alert kind="warning" heading={t('movedHeading')}>
      {t('movedText')} <a href={to.product(slug)}>{t('movedLink')}</a>
    </Alert>
  );
}
