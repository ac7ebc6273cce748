import { useFormat } from '~/app/i18n/format';
import { lifecycleTexts } from '~/app/i18n/lifecycle';
import { useTexts } from '~/app/i18n/use-texts';
import type { InterfacePage } from '~/app/published/interface-page.server';

type Lifecycle = NonNullable<InterfacePage['lifecycle']>;

/** How many are ready for the version to be on; the list of products below can be narrowed by it. */
export function ReadyForVersion({ lifecycle: { target, sunsets, standings } }: { lifecycle: Lifecycle }) {
  const t = useTexts(lifecycleTexts);
  const format = useFormat();
  const all = standings.reduce((sum, { count }) => sum + count, 0);
  const ready = standings.find(({ standing }) => standing === 'ready')?.count ?? 0;
  return (
    <section aria-labelledby="ready-for">
      <h2 id="ready-for">{t('readyFor', { version: target, ready: format.number(ready), all: format.number(all) })}</h2>
      <p>{t('readyLead')}</p>
      {sunsets.map(({ label, sunsetOn }) => (
        <p key={label}>
          <strong>{t('sunsetSet', { version: label, date: format.date(sunsetOn) })}</strong>
        </p>
      ))}
    </section>
  );
}
