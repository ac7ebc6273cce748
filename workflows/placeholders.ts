const placeholder = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** The names of a text's placeholders, each once, in the order in which they come. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name]) => name ?? ''))];
}

export interface PlaceholderProblems {
  /** Placeholders that nothing fills in, with their braces; also a brace that belongs to none. */
  unknown: string[];
  /** Placeholders of the built-in text that the new one leaves out, with their braces. */
  missing: string[];
}

/** Holds a text against the built-in one: it has to use the same placeholders, in any order and as often as it likes. */
export function checkPlaceholders(builtIn: string, text: string): PlaceholderProblems {
  const known = placeholdersOf(builtIn);
  const used = placeholdersOf(text);
  const stray = text.replaceAll(placeholder, '').match(/[{}]/g) ?? [];
  const braced = (name: string): string => `{${name}}`;
  return {
    unknown: [...used.filter((name) => !known.includes(name)).map(braced), ...new Set(stray)],
    missing: known.filter((name) => !used.includes(name)).map(braced),
  };
}

/** Whether a text can stand in the place of the built-in one. */
export function fitsPlaceholders(builtIn: string, text: string): boolean {
  const { unknown, missing } = checkPlaceholders(builtIn, text);
  return unknown.length + missing.length === 0;
}
