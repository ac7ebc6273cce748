/** Joins class names; what is false or empty is left out. */
export function classes(...names: ReadonlyArray<string | false | null | undefined>): string | undefined {
  return names.filter(Boolean).join(' ') || undefined;
}
