import { figureTexts } from '~/app/i18n/figures';
import { useFormat } from '~/app/i18n/format';
import { interfaceGroupTexts } from '~/app/i18n/interface-groups';
import { useText } from '~/app/i18n/language';
import { lifecycleTexts } from '~/app/i18n/lifecycle';
import { publishedTexts } from '~/app/i18n/published';
import { RichText, useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { InterfaceGroupPage } from '~/app/published/interface-group-page.server';
import { DataTable, EmptyState, Tag } from '..';
import { GroupCurveTable } from './figures';
import { LevelBar, LevelLegend, LevelPatterns, totalOf } from './level-bar';

/** How far the products have come with a group: today, and over time. */
export function GroupFigures({ group, curves }: Pick<InterfaceGroupPage, 'group' | 'curves'>) {
  const t = useTexts(interfaceGroupTexts);
  const published = useTexts(publishedTexts);
  const figures = useTexts(figureTexts);
  const to = usePaths();
  const total = totalOf(group.levels);
  if (total === 0) return null;
  return (
    <section aria-labelledby="readiness">
      <h2 id="readiness">{t('readiness')}</h2>
      <p>
        <RichText
          text={interfaceGroupTexts.readinessLead}
          values={{ link: <a href={to.statistics()}>{published('statisticsTitle')}</a> }}
        />
      </p>
      <LevelPatterns />
      <LevelLegend />
      <LevelBar levels={group.levels} />
      <p>
        <strong>{published('readyOf', { ready: group.levels.in_production + group.levels.ready, total })}</strong>
      </p>
      {curves && (
        <details className="sd-figures">
          <summary>{figures('curves')}</summary>
          <p>{figures('curvesLead')}</p>
          <GroupCurveTable days={curves.days} group={curves.curves} />
        </details>
      )}
    </section>
  );
}

export function ComingSunsets({ sunsets }: Pick<InterfaceGroupPage, 'sunsets'>) {
  const t = useTexts(interfaceGroupTexts);
  const words = useTexts(lifecycleTexts);
  const text = useText();
  const format = useFormat();
  const to = usePaths();
  if (sunsets.length === 0) return null;
  return (
    <section aria-labelledby="sunsets">
      <h2 id="sunsets">{t('sunsets')}</h2>
      <DataTable
        caption={t('sunsets')}
        hideCaption
        compact
        rows={sunsets}
        rowKey={({ interfaceId, version }) => `${interfaceId} ${version}`}
        columns={[
          {
            id: 'interface',
            header: words('columnInterface'),
            rowHeader: true,
            cell: ({ interfaceId, name }) => <a href={to.interface(interfaceId)}>{text(name)}</a>,
          },
          { id: 'version', header: words('columnVersion'), cell: ({ version }) => version },
          { id: 'on', header: words('columnSunset'), noWrap: true, cell: ({ sunsetOn }) => format.date(sunsetOn) },
        ]}
      />
    </section>
  );
}

interface GroupSupportersProps extends Pick<InterfaceGroupPage, 'supporters' | 'total'> {
  groupId: string;
}

export function GroupSupporters({ groupId, supporters, total }: GroupSupportersProps) {
  const t = useTexts(interfaceGroupTexts);
  const published = useTexts(publishedTexts);
  const format = useFormat();
  const to = usePaths();
  return (
    <section aria-labelledby="products">
      <h2 id="products">{t('products')}</h2>
      {total > supporters.length && (
        <p>{t('mostShown', { count: format.number(supporters.length), all: format.number(total) })}</p>
      )}
      <div className="sd-name-wide">
        <DataTable
          caption={t('products')}
          hideCaption
          compact
          onPhone="scroll"
          rows={supporters}
          rowKey={({ slug }) => slug}
          empty={
            <EmptyState heading={t('noProducts')} level={3}>
              <p>{published('noSupportersText')}</p>
            </EmptyState>
          }
          columns={[
            {
              id: 'product',
              header: published('compareProduct'),
              rowHeader: true,
              cell: ({ slug, name, isDemo, supplierSlug, supplierName }) => (
                <>
                  <a href={to.product(slug)}>{name}</a> {isDemo && <Tag>{published('demo')}</Tag>}
                  <span className="sd-row-more">
                    <a href={to.publicSupplier(supplierSlug)}>{supplierName}</a>
                  </span>
                </>
              ),
            },
            { id: 'ready', header: t('columnReady'), numeric: true, cell: ({ ready }) => format.number(ready) },
            {
              id: 'supported',
              header: t('columnSupported'),
              numeric: true,
              cell: ({ supported }) => format.number(supported),
            },
          ]}
        />
      </div>
      {total > 0 && (
        <ul className="sd-ways-on">
          <li>
            <a href={to.products({ group: groupId })}>{t('toProducts', { count: total })}</a>
          </li>
          <li>
            <a href={to.compare({ group: groupId })}>{t('toCompare')}</a>
          </li>
        </ul>
      )}
    </section>
  );
}
