import { useTexts } from '~/app/i18n/use-texts';
import { notDeclaredTexts } from '~/app/i18n/words';
import { kept } from '~/app/kept-parts';
import type { Rung, SupportLevel } from '~/workflows/words';
import { DisputedTag, RungTag, SupportLevelTag } from './tags';

interface SupportMatrixCellProps {
  level: SupportLevel | null;
  rung?: Rung | null;
  municipalities?: number;
  plannedFor?: string | Date | null;
  /** Where the answer stands in full. What it is about, the headers of its row and its column say. */
  href?: string;
  /** Ids of these headers: in a list of links the cell has to name them itself. */
  row?: string;
  column?: string;
  /** Somebody disagrees with an answer about it. */
  isDisputed?: boolean;
}

/**
 * What stands in one cell of product × interface: symbol, words and how far it is proven. Not the `td` itself. There are
 * thousands of them on a page, so each is as short as it can be.
 */
export function SupportMatrixCell({ href, row, column, ...support }: SupportMatrixCellProps) {
  if (support.level === null) return <NoSupport />;
  if (!href) {
    return (
      <div className="sd-cell">
        <Support {...support} />
      </div>
    );
  }
  const id = row && column && `${row}.${column}`;
  return (
    <a className="sd-cell" id={id} aria-labelledby={id && `${row} ${column} ${id}`} href={href}>
      <Support {...support} />
    </a>
  );
}

const Support = kept(function Support(support: Omit<SupportMatrixCellProps, 'href' | 'row' | 'column'>) {
  const { level, rung, municipalities, plannedFor, isDisputed = false } = support;
  return (
    <>
      <SupportLevelTag level={level} plannedFor={plannedFor} bare />
      {rung && <RungTag rung={rung} municipalities={municipalities} bare />}
      {isDisputed && <DisputedTag />}
    </>
  );
});

const NoSupport = kept(function NoSupport() {
  const t = useTexts(notDeclaredTexts);
  return <div className="sd-cell sd-level-none">{t('label')}</div>;
});
