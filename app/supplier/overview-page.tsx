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
import { type CountedTask, SunsetTasks } from './sunset-tasks';

interface OverviewPageProps {
  overview: Overview;
  sunsets: readonly CountedTask[];
  supplierName: string;
}

/** All own products beside all sections; on a phone a list of products that unfold, one line each. */
export function OverviewPage({ overview, sunsets, supplierName }: OverviewPageProps) {
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
      cell: (row) => (
        <div>
          <StateOf row={row} />
          <RenewalLink row={row} />
        </div>
      ),
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
      <SunsetTasks tasks={sunsets} />
      {overview.rows.length === 0 ? (
        <EmptyState heading={t('empty')} />
      ) : (
        <>
          <div className="sd-on-wide">
            <DataTable
              caption={t('title')}
              hideCaption
              columns={columns}
              rows={overview.rows}
              rowKey={({ productId }) => productId}
              onPhone="scroll"
              sticky="header-and-first-column"
              compact
            />
          </div>
          <ul className="sd-on-phone sd-fold-list">
            {overview.rows.map((row) => (
              <FoldedProduct key={row.productId} row={row} sections={overview.sections} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function StateOf({ row: { state } }: { row: OverviewRow }) {
  const t = useTexts(overviewTexts);
  return state ? <CaseStateTag state={state} /> : <Tag>{t('notBegun')}</Tag>;
}

function RenewalLink({ row: { declarationId, renewTo, name } }: { row: OverviewRow }) {
  const t = useTexts(overviewTexts);
  const paths = usePaths();
  if (declarationId === null || renewTo === null) return null;
  return (
    <div className="sd-small">
      <a href={paths.supplier.renewal(declarationId)}>
        {t('renew', { to: renewTo })}
        <span className="sr-only"> – {name}</span>
      </a>
    </div>
  );
}

/** One line says whether there is something to do; the sections are a touch away. */
function FoldedProduct({ row, sections }: { row: OverviewRow; sections: Overview['sections'] }) {
  const t = useTexts(overviewTexts);
  const text = useText();
  const paths = usePaths();
  const asked = sections.filter(({ id }) => row.cells[id]);
  const states = Object.values(row.cells).map(({ state }) => state);
  const toChange = states.filter((state) => state === 'to-change').length;
  return (
    <li>
      <details>
        <summary>
          <span className="sd-fold-name">{row.name}</span>
          <span className="sd-fold-facts">
            <StateOf row={row} />
            {toChange > 0 && (
              <Tag tone="error" icon="warning">
                {t('toChange', { count: toChange })}
              </Tag>
            )}
            {states.length > 0 && (
              <span className="sd-small">
                {t('doneSections', { done: states.filter((state) => state === 'done').length, total: states.length })}
              </span>
            )}
          </span>
        </summary>
        {row.declarationId && (
          <p>
            <a href={paths.supplier.declaration(row.declarationId)}>{t('toDeclaration')}</a>
          </p>
        )}
        <ul className="sd-fold-rows">
          {asked.map(({ id, title }) => (
            <li key={id}>
              <span>{text(title)}</span>
              <Cell row={row} sectionId={id} title={text(title)} />
            </li>
          ))}
        </ul>
      </details>
      <RenewalLink row={row} />
    </li>
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
