import type { FieldProblem } from '~/app/components';
import { answerProblemTexts } from '~/app/i18n/answers';
import { translator } from '~/app/i18n/texts';
import type { PresentAnswer, SaveOutcome } from '~/db/answers';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { Language } from '~/workflows/words';
import { fieldNames } from './field-values';
import type { TypedAnswers } from './section-fields';

/** An edit that met another's: both texts are shown. */
export interface ConflictView {
  present: Omit<PresentAnswer, 'updatedAt'> & { updatedAt: string };
  changedBy: string;
}

/** What the page says of a save that did not wholly succeed. */
export interface RefusedSave {
  errors: FieldProblem[];
  conflicts: Record<QuestionKey, ConflictView>;
  typed: TypedAnswers;
}

/** @returns null when everything was saved */
export function refusedSaveOf(
  outcomes: readonly SaveOutcome[],
  typed: TypedAnswers,
  language: Language,
  sentences: { conflict: (key: QuestionKey) => string; unknownQuestion: string },
): RefusedSave | null {
  const t = translator(answerProblemTexts, language);
  const refused: RefusedSave = { errors: [], conflicts: {}, typed: {} };
  for (const outcome of outcomes) {
    const { key } = outcome;
    const kept = typed[key];
    if (outcome.status === 'problem') {
      const field = outcome.field === 'justification' ? fieldNames.justification(key) : key;
      refused.errors.push({ field, message: t(outcome.problem) });
    } else if (outcome.status === 'conflict') {
      const { updatedAt, ...present } = outcome.present;
      refused.conflicts[key] = {
        present: { ...present, updatedAt: updatedAt.toISOString() },
        changedBy: outcome.changedBy,
      };
      refused.errors.push({ field: key, message: sentences.conflict(key) });
    } else if (outcome.status === 'unknown-question') {
      refused.errors.push({ field: null, message: sentences.unknownQuestion });
    } else continue;
    if (kept) refused.typed[key] = kept;
  }
  return refused.errors.length > 0 ? refused : null;
}
