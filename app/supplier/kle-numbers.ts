/**
 * KLE numbers as people write them in one field: `27.36, 28` or one per line, also with a title behind.
 * @returns the numbers; what is no number stays as it is, so that it can be told
 */
export function parseKleNumbers(text: string): string[] {
  return text
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) =>
      /^[\d.\s]+$/.test(part) ? part.split(/\s+/) : [part.replace(/^(\d\d(?:\.\d\d){0,2})\s+.*$/s, '$1')],
    );
}

export function writeKleNumbers(numbers: readonly string[]): string {
  return numbers.join(', ');
}
