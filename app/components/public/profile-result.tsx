import { useLanguage, useText } from '~/app/i18n/language';
import { fitTexts, profileTexts } from '~/app/i18n/profile';
import { useTexts } from '~/app/i18n/use-texts';
import { rungTexts, supportLevelTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import { type MatchedCell, questionsTo } from '~/app/profile/questions';
import type { NamedRequirement } from '~/app/published/profile-page.server';
import type { Fit } from '~/workflows/profile';
import { type Column, DataTable, Details, Tag, type Tone } from '..';

/** A product with how it meets each requirement, in their order. */
export interface ResultRow {
  slug: string;
  name: string;
  supplierName: string;
  isDemo: boolean;
  isFit: boolean;
  met: number;
  cells: MatchedCell[];
}

const tones: Readonly<Record<Fit, Tone>> = {
  met: 'success',
  unproven: 'warning',
  later: 'info',
  otherwise: 'accent',
  missing: 'error',
  undeclared: 'neutral',
};

/** Products against requirements; what is not met has its question to the supplier. */
export function ProfileResult({
  rows,
  requirements,
}: {
  rows: readonly ResultRow[];
  requirements: readonly NamedRequirement[];
}) {
  const t = useTexts(profileTexts);
  const text = useText();
  const product: Column<ResultRow> = {
    id: 'product',
    header: t('product'),
    rowHeader: true,
    cell: (row) => <ProductCell row={row} />,
  };
  const columns = requirements.map(({ interfaceId, number, short }, index): Column<ResultRow> => {
    const header = t('numbered', { number, interface: text(short) });
    return { id: interfaceId, header, title: header, cell: ({ cells }) => <FitCell cell={cells[index]} /> };
  });
  // Not beside the product's name: what unfolds is not allowed in the cell that names its row.
  const questions: Column<ResultRow> = {
    id: 'questions',
    header: t('questions'),
    title: t('questions'),
    cell: (row) => <Questions row={row} requirements={requirements} />,
  };
  return (
    <div className="sd-matrix">
      <DataTable
        caption={t('tableCaption')}
        hideCaption
        compact
        sticky="header-and-first-column"
        rows={rows}
        rowKey={({ slug }) => slug}
        columns={[product, ...columns, questions]}
      />
    </div>
  );
}

function FitCell({ cell }: { cell: ResultRow['cells'][number] | undefined }) {
  const fits = useTexts(fitTexts);
  const levels = useTexts(supportLevelTexts);
  const steps = useTexts(rungTexts);
  if (!cell) return null;
  return (
    <>
      <Tag tone={tones[cell.fit]}>{fits(cell.fit)}</Tag>
      {cell.offered && (
        <span className="sd-fit-level">
          {levels(cell.offered.level)} · {steps(cell.offered.rung)}
        </span>
      )}
    </>
  );
}

function ProductCell({ row }: { row: ResultRow }) {
  const t = useTexts(profileTexts);
  const to = usePaths();
  return (
    <>
      <a href={to.product(row.slug)}>{row.name}</a>
      <span className="sd-matrix-supplier">{row.supplierName}</span>
      {row.isFit && <Tag tone="success">{t('fits')}</Tag>}
      <span className="sd-matrix-supplier">{t('metCount', { met: row.met, all: row.cells.length })}</span>
    </>
  );
}

function Questions({ row, requirements }: { row: ResultRow; requirements: readonly NamedRequirement[] }) {
  const t = useTexts(profileTexts);
  const questions = questionsTo(row.cells, requirements, useLanguage());
  if (questions.length === 0) return <>{t('noQuestions')}</>;
  return (
    <Details summary={t('questionCount', { count: questions.length })}>
      <ul>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </Details>
  );
}
