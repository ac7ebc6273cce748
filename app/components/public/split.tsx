import { useFormat } from '~/app/i18n/format';
import { splitTexts } from '~/app/i18n/merged';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { MovedProduct, SplitProduct } from '~/db/published/splits';
import { Alert } from '..';

interface SplitNoteProps {
  /** What has come out of the product that is shown. */
  into: readonly SplitProduct[];
  /** What it has come out of itself. */
  from: SplitProduct | null;
}

/** On the pages of both: that one became two, since when, and where the other is. */
export function SplitNote({ into, from }: SplitNoteProps) {
  const t = useTexts(splitTexts);
  const format = useFormat();
  const to = usePaths();
  if (into.length === 0 && !from) return null;
  return (
    <div id="split">
      <Alert kind="info">
        {from && (
          <p>
            {t('from')} <a href={to.product(from.slug)}>{from.name}</a> {t('on', { date: format.date(from.splitAt) })}{' '}
            {t('fromMeans')}
          </p>
        )}
        {into.length > 0 && (
          <>
            <p>{t('into')}</p>
            <ul>
              {into.map(({ slug, name, splitAt }) => (
                <li key={slug}>
                  <a href={to.product(slug)}>{name}</a>, {t('since', { date: format.date(splitAt) })}
                </li>
              ))}
            </ul>
            <p>{t('intoMeans')}</p>
          </>
        )}
      </Alert>
    </div>
  );
}

/** On a supplier's page: which of its products are another's by now. */
export function MovedAway({ moved }: { moved: readonly MovedProduct[] }) {
  const t = useTexts(splitTexts);
  const format = useFormat();
  const to = usePaths();
  if (moved.length === 0) return null;
  return (
    <section aria-labelledby="moved-away">
      <h2 id="moved-away">{t('movedHeading')}</h2>
      <ul>
        {moved.map(({ slug, name, splitAt, supplierSlug, supplierName }) => (
          <li key={`${slug} ${supplierSlug}`}>
            <a href={to.product(slug)}>{name}</a> {t('movedTo', { date: format.date(splitAt) })}{' '}
            <a href={to.publicSupplier(supplierSlug)}>{supplierName}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
