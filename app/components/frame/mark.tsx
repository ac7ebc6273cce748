/** The mark: a surface (flade) with a cut (snit) through it that fits together again; the cut draws an S. */
export function Mark() {
  return (
    <svg className="sd-mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path
        className="sd-mark-one"
        d="M8 0h15.2v8.2a4 4 0 0 1-4 4h-3.4a8 8 0 0 0 0 15.600h3.400a4 4 0 0 1 4 4V40H8a8 8 0 0 1-8-8V8a8 8 0 0 1 8-8Z"
      />
      <path className="sd-mark-two" d="M26.200 0H32a8 8 0 0 1 8 8v24a8 8 0 0 1-8 8h-5.800z" />
    </svg>
  );
}
