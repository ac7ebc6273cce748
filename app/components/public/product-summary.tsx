import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { isReady } from '~/workflows/published-rows';
import { type Rung, rungs, type SupportLevel } from '~/workflows/words';
import { RungTag } from '..';

/** Before anything else: how much of it is there, and how far that is proven. Nothing where nothing is there. */
export function ProductSummary({ rows }: { rows: readonly { level: SupportLevel; rung: Rung }[] }) {
  const t = useTexts(publishedTexts);
  const ready = rows.filter(({ level }) => isReady(level));
  if (ready.length === 0) return null;
  const steps = [...rungs]
    .reverse()
    .map((rung) => ({ rung, count: ready.filter((row) => row.rung === rung).length }))
    .filter(({ count }) => count > 0);
  return (
    <section className="sd-product-summary" aria-label={t('productSummary')}>
      <p className="sd-product-ready">
        <strong>{ready.length}</strong> {t('productReady', { count: ready.length })}
      </p>
      <div>
        <p>{t('productProven')}</p>
        <ul>
          {steps.map(({ rung, count }) => (
            <li key={rung}>
              <strong>{count}</strong> <RungTag rung={rung} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
