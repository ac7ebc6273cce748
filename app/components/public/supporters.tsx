import { useFormat } from '~/app/i18n/format';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { supportLevelTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { InterfacePage } from '~/app/published/interface-page.server';
import { type SupportLevel, supportLevels } from '~/workflows/words';
import { DataTable, DisputedTag, EmptyState, RungTag, SupportLevelTag } from '..';
import { type Levels, totalOf } from './level-bar';

type Supporter = InterfacePage['supporters'][number];

/** Links that narrow the list to one level; a level that nobody has is not among them. */
export function LevelLinks({ id, levels, current }: { id: string; levels: Levels; current: SupportLevel | null }) {
  const t = useTexts(publishedTexts);
  const words = useTexts(supportLevelTexts);
  const format = useFormat();
  const to = usePaths();
  const links = supportLevels
    .filter((level) => levels[level] > 0 || level === current)
    .map((level) => ({ level, label: words(level), count: levels[level] }));
  if (links.length === 0) return null;
  return (
    <nav className="sd-sorts" aria-label={t('showLevels')}>
      <span aria-hidden="true">{t('showLevels')}</span>
      <ul>
        {[{ level: null, label: t('allLevels'), count: totalOf(levels) }, ...links].map(({ level, label, count }) => (
          <li key={level ?? 'all'}>
            <a href={to.interface(id, { level })} aria-current={level === current ? 'true' : undefined}>
              {label} ({format.number(count)})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface SupporterTableProps {
  supporters: readonly Supporter[];
  interfaceId: string;
  isFiltered: boolean;
}

/** The products with an approved answer about the interface, best level first, then best proven. */
export function SupporterTable({ supporters, interfaceId, isFiltered }: SupporterTableProps) {
  const t = useTexts(publishedTexts);
  const to = usePaths();
  return (
    <div className="sd-lines sd-supporters">
      <DataTable
        caption={t('supportersHeading')}
        hideCaption
        rows={supporters}
        rowKey={({ productId }) => productId}
        empty={<NoSupporters isFiltered={isFiltered} />}
        columns={[
          {
            id: 'product',
            header: t('compareProduct'),
            rowHeader: true,
            cell: ({ slug, name }) => <a href={`${to.product(slug)}#${interfaceId}`}>{name}</a>,
          },
          {
            id: 'supplier',
            header: t('supplier'),
            cell: ({ supplierSlug, supplierName }) => <a href={to.publicSupplier(supplierSlug)}>{supplierName}</a>,
          },
          {
            id: 'level',
            header: t('column_level'),
            cell: ({ level, plannedOn, isDisputed }) => (
              <>
                <SupportLevelTag level={level} plannedFor={plannedOn} /> {isDisputed && <DisputedTag />}
              </>
            ),
          },
          {
            id: 'rung',
            header: t('column_rung'),
            cell: ({ rung, attestedBy }) => <RungTag rung={rung} municipalities={attestedBy} />,
          },
          { id: 'version', header: t('column_version'), cell: ({ version }) => version ?? '–' },
          { id: 'approved', header: t('column_approved'), cell: (supporter) => <ApprovedBy supporter={supporter} /> },
        ]}
      />
    </div>
  );
}

function ApprovedBy({ supporter }: { supporter: Supporter }) {
  const format = useFormat();
  return (
    <div>
      {format.shortDate(supporter.approvedOn)}
      <span className="sd-support-by">{supporter.approvedBy.name}</span>
    </div>
  );
}

function NoSupporters({ isFiltered }: { isFiltered: boolean }) {
  const t = useTexts(publishedTexts);
  if (isFiltered) return <EmptyState heading={t('noneAtLevel')} level={3} />;
  return (
    <EmptyState heading={t('noSupporters')} level={3}>
      <p>{t('noSupportersText')}</p>
    </EmptyState>
  );
}
