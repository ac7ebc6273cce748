import { useFormat } from '~/app/i18n/format';
import { lifecycleTexts } from '~/app/i18n/lifecycle';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { supportLevelTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { InterfacePage, SupporterQuery } from '~/app/published/interface-page.server';
import { supportLevels } from '~/workflows/words';
import { DataTable, DisputedTag, EmptyState, RungTag, SupportLevelTag } from '..';
import { totalOf } from './level-bar';

type Supporter = InterfacePage['supporters'][number];

interface NarrowingProps {
  view: Pick<InterfacePage, 'id' | 'levels' | 'lifecycle'>;
  query: SupporterQuery;
}

/** Links that narrow the list to one level, or to where the products stand with the version; none leads to nothing. */
export function SupporterLinks({ view: { id, levels, lifecycle }, query }: NarrowingProps) {
  const t = useTexts(publishedTexts);
  const life = useTexts(lifecycleTexts);
  const words = useTexts(supportLevelTexts);
  const to = usePaths();
  const { level: chosen, standing: stands } = query;
  const declared = supportLevels
    .filter((level) => levels[level] > 0 || level === chosen)
    .map((level) => ({
      ...{ id: level, label: words(level), count: levels[level] },
      ...{ href: to.interface(id, { level }), isCurrent: level === chosen },
    }));
  if (declared.length === 0) return null;
  const all = {
    ...{ id: 'all', label: t('allLevels'), count: totalOf(levels) },
    ...{ href: to.interface(id), isCurrent: chosen === null && stands === null },
  };
  return (
    <>
      <Links heading={t('showLevels')} links={[all, ...declared]} />
      {lifecycle && (
        <Links
          heading={life('narrowByVersion', { version: lifecycle.target })}
          links={lifecycle.standings.map(({ standing, count }) => ({
            ...{ id: standing, label: life(`narrow_${standing}`), count },
            ...{ href: to.interface(id, { standing, version: query.version }), isCurrent: standing === stands },
          }))}
        />
      )}
    </>
  );
}

interface NarrowingLink {
  id: string;
  label: string;
  count: number;
  href: string;
  isCurrent: boolean;
}

function Links({ heading, links }: { heading: string; links: readonly NarrowingLink[] }) {
  const format = useFormat();
  return (
    <nav className="sd-sorts" aria-label={heading}>
      <span aria-hidden="true">{heading}</span>
      <ul>
        {links.map(({ id, label, count, href, isCurrent }) => (
          <li key={id}>
            <a href={`${href}#supporters`} aria-current={isCurrent ? 'true' : undefined}>
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
