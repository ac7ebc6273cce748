import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { fitTexts, profileTexts } from '~/app/i18n/profile';
import { useTexts } from '~/app/i18n/use-texts';
import { rungTexts, supportLevelTexts } from '~/app/i18n/words';
import { usePaths } from '~/app/paths';
import type { NamedRequirement } from '~/app/published/profile-page.server';
import type { Fit, OfferedSupport } from '~/workflows/profile';
import { type Column, DataTable, Details, Tag, type Tone } from '..';

/** A product with how it meets each requirement, in their order. */
export interface ResultRow {
  slug: string;
  name: string;
  supplierName: string;
  isDemo: boolean;
  isFit: boolean;
  met: number;
  cells: { fit: Fit; offered: OfferedSupport | null }[];
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
  const columns = requirements.map(({ interfaceId, label, short }, index): Column<ResultRow> => {
    const header = [label, text(short)].filter(Boolean).join(' ');
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
  const questions = useQuestions(row, requirements);
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

/** What to ask the supplier: a question for each requirement that is not met. */
function useQuestions(row: ResultRow, requirements: readonly NamedRequirement[]): string[] {
  const t = useTexts(profileTexts);
  const text = useText();
  const levels = useTexts(supportLevelTexts);
  const steps = useTexts(rungTexts);
  const format = useFormat();
  return requirements.flatMap(({ label, name, rung }, index) => {
    const { fit, offered } = row.cells[index] ?? { fit: 'met', offered: null };
    const requirement = [label, text(name)].filter(Boolean).join(' ');
    const level = offered ? levels(offered.level) : '';
    if (fit === 'met') return [];
    if (fit === 'unproven') {
      return [t('askQuestion_unproven', { requirement, level, rung: rung === '' ? '' : steps(rung) })];
    }
    if (fit === 'later') {
      const planned = offered?.plannedOn ? t('plannedFrom', { date: format.date(offered.plannedOn) }) : '';
      return [t('askQuestion_later', { requirement, level, planned })];
    }
    if (fit === 'missing') return [t('askQuestion_missing', { requirement, level })];
    return [t(`askQuestion_${fit}`, { requirement })];
  });
}
