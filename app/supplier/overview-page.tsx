import {
  CaseStateTag,
  type Column,
  DataTable,
  EmptyState,
  type IconName,
  PageHeading,
  Tag,
  type Tone,
} from '~/app/components';
import { useText } from '~/app/i18n/language';
import { overviewTexts, sectionStateTexts } from '~/app/i18n/supplier-overview';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { SectionState } from '~/workflows/section-state';
import type { Overview, OverviewCell, OverviewRow } from './overview-view.server';

/** All own products beside all sections; on a phone one product at a time. */
export function OverviewPage({ overview, supplierName }: { overview: Overview; supplierName: string }) {
  const t = useTexts(overviewTexts);
  const text = useText();
  const paths = usePaths();
  const columns: Column<OverviewRow>[] = [
    {
      id: 'product',
      header: t('product'),
      rowHeader: true,
      cell: ({ name, declarationId }) =>
        declarationId ? <a href={paths.supplier.declaration(declarationId)}>{name}</a> : name,
    },
    {
      id: 'case',
      header: t('state'),
      cell: ({ state }) => (state ? <CaseStateTag state={state} /> : <Tag>{t('notBegun')}</Tag>),
    },
    ...overview.sections.map((section) => ({
      id: section.id,
      header: text(section.title),
      cell: (row: OverviewRow) => <Cell row={row} sectionId={section.id} title={text(section.title)} />,
    })),
  ];
  return (
    <>
      <PageHeading caption={supplierName} lead={t('lead')}>
        {t('title')}
      </PageHeading>
      <DataTable
        caption={t('title')}
        hideCaption
        columns={columns}
        rows={overview.rows}
        rowKey={({ productId }) => productId}
        sticky="header-and-first-column"
        compact
        empty={<EmptyState heading={t('empty')} />}
      />
    </>
  );
}

const looks: Readonly<Record<SectionState, { tone: Tone; icon?: IconName }>> = {
  'not-asked': { tone: 'neutral' },
  'not-started': { tone: 'neutral', icon: 'minus' },
  'in-progress': { tone: 'info', icon: 'time' },
  done: { tone: 'success', icon: 'check' },
  'to-change': { tone: 'error', icon: 'warning' },
};

function Cell({ row, sectionId, title }: { row: OverviewRow; sectionId: string; title: string }) {
  const t = useTexts(overviewTexts);
  const stateText = useTexts(sectionStateTexts);
  const paths = usePaths();
  const cell = row.cells[sectionId];
  if (!cell || row.declarationId === null) return <span className="sd-muted">{stateText('not-asked')}</span>;
  return (
    <div>
      <a href={paths.supplier.section(row.declarationId, sectionId)}>
        <Tag {...looks[cell.state]}>{stateText(cell.state)}</Tag>
        <span className="sr-only"> – {t('cellLabel', { section: title, product: row.name })}</span>
      </a>
      <div className="sd-muted sd-small">
        <Counts cell={cell} />
      </div>
    </div>
  );
}

function Counts({ cell }: { cell: OverviewCell }) {
  const t = useTexts(overviewTexts);
  const answers = t('counts', { done: cell.requiredAnswered, total: cell.required });
  if (cell.evidenceRequired === 0) return answers;
  return `${answers} · ${t('evidenceCounts', { done: cell.evidenceAttached, total: cell.evidenceRequired })}`;
}
