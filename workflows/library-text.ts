import type { QuestionType } from './questionnaire/definition';

/** Characters that a library text's title, and the text itself, may have. */
export const libraryLimits = { title: 120, body: 5_000 } as const;

/** Where a library text goes in an answer: into the answer itself or its reasons; null: the question takes no prose. */
export function libraryPlaceOf(type: QuestionType): 'value' | 'justification' | null {
  if (type === 'long_text') return 'value';
  return type === 'yes_no_explain' ? 'justification' : null;
}

/** @returns what was written, then the text; unchanged where the text stands in it already */
export function insertLibraryText(present: string, body: string): string {
  if (present.includes(body)) return present;
  return present.trim() === '' ? body : `${present.trimEnd()}\n\n${body}`;
}

/** @returns undefined where the text does not stand in it as it was put there: somebody has written on */
export function replaceLibraryText(present: string, before: string, after: string): string | undefined {
  const at = present.indexOf(before);
  return at === -1 ? undefined : present.slice(0, at) + after + present.slice(at + before.length);
}
