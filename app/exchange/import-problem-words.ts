import { answerProblemTexts } from '~/app/i18n/answers';
import { importProblemTexts } from '~/app/i18n/import-problems';
import { type Texts, translator } from '~/app/i18n/texts';
import type { Language } from '~/workflows/words';
import type { ImportProblem } from './import-problems';

/** A problem as pages show it. JSON. */
export interface ProblemInWords {
  sheet: string | null;
  row: number | null;
  column: string | null;
  message: string;
}

export function problemInWords({ code, place, found }: ImportProblem, language: Language): ProblemInWords {
  const texts: Texts = { ...answerProblemTexts, ...importProblemTexts };
  const params: Readonly<Record<string, string>> = { found };
  const message = translator<Texts>(texts, language)(code, params);
  return { sheet: place?.sheet ?? null, row: place?.row ?? null, column: place?.column ?? null, message };
}
