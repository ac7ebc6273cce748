import { useFormat } from '~/app/i18n/format';
import { lifecycleTexts } from '~/app/i18n/lifecycle';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { InterfacePage } from '~/app/published/interface-page.server';

type Lifecycle = NonNullable<InterfacePage['lifecycle']>;

/** Who is ready for the version to be on, and who is not. */
export function ReadyForVersion({ lifecycle }: { lifecycle: Lifecycle }) {
  const t = useTexts(lifecycleTexts);
  const format = useFormat();
  const { target, sunsets, standings } = lifecycle;
  const all = standings.reduce((sum, { products }) => sum + products.length, 0);
  const ready = standings.find(({ standing }) => standing === 'ready')?.products.length ?? 0;
  return (
    <section aria-labelledby="ready-for">
      <h2 id="ready-for">{t('readyFor', { version: target, ready: format.number(ready), all: format.number(all) })}</h2>
      <p>{t('readyLead')}</p>
      {sunsets.map(({ label, sunsetOn }) => (
        <p key={label}>
          <strong>{t('sunsetSet', { version: label, date: format.date(sunsetOn) })}</strong>
        </p>
      ))}
      {standings.map(({ standing, products }) => (
        <details key={standing} className="sd-figures">
          <summary>{t(`standing_${standing}`, { count: products.length })}</summary>
          <Products products={products} />
        </details>
      ))}
    </section>
  );
}

function Products({ products }: { products: Lifecycle['standings'][number]['products'] }) {
  const t = useTexts(lifecycleTexts);
  const to = usePaths();
  return (
    <ul className="sd-answer-list">
      {products.map(({ slug, name, supplierName, version }) => (
        <li key={slug}>
          <a href={to.product(slug)}>{name}</a>, {supplierName}
          {version !== null && ` – ${t('withVersion', { version })}`}
        </li>
      ))}
    </ul>
  );
}
