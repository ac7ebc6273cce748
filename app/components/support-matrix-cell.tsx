import type { Rung, SupportLevel } from '~/workflows/words';
import { DisputedTag, RungTag, SupportLevelTag } from './tags';

interface SupportMatrixCellProps {
  level: SupportLevel | null;
  rung?: Rung | null;
  municipalities?: number;
  plannedFor?: string | Date | null;
  /** Where the answer stands in full. */
  href?: string;
  /** What the link is about, for screen readers: "Organisation i SagsFlow". */
  label?: string;
  /** Somebody disagrees with an answer about it. */
  isDisputed?: boolean;
}

/** What stands in one cell of product × interface: symbol, words and how far it is proven. Not the `td` itself. */
export function SupportMatrixCell({
  level,
  rung,
  municipalities,
  plannedFor,
  href,
  label,
  isDisputed = false,
}: SupportMatrixCellProps) {
  const content = (
    <>
      <SupportLevelTag level={level} plannedFor={plannedFor} bare />
      {level !== null && rung && <RungTag rung={rung} municipalities={municipalities} bare />}
      {level !== null && isDisputed && <DisputedTag />}
    </>
  );
  if (!href || level === null) return <div className="sd-cell">{content}</div>;
  return (
    <a className="sd-cell" href={href}>
      {label && <span className="sr-only">{label}: </span>}
      {content}
    </a>
  );
}
