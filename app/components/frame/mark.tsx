const half = 'M9 0h15.8C15.2 5 11.6 14 18.2 20.8 25 27.8 21.2 36.5 10.6 40H9a9 9 0 0 1-9-9V9a9 9 0 0 1 9-9z';

/** The mark: a surface (flade) with a cut (snit) through it, whose two sides fit each other; the cut draws an S. */
export function Mark() {
  return (
    <svg className="sd-mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path className="sd-mark-left" d={half} />
      <path className="sd-mark-right" d={half} transform="rotate(180 20 20)" />
    </svg>
  );
}
