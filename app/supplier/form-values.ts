import type { UseFormReturn } from 'react-hook-form';
import { type AnswerValue, checkAnswer } from '~/workflows/questionnaire/answer';
import type { Question } from '~/workflows/questionnaire/definition';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { Language } from '~/workflows/words';
import type { Draft } from './edits';
import { type FieldValue, fieldNames, readField, writeField } from './field-values';
import type { RefusedSave } from './refused-save';
import type { SectionView } from './section-view';

/** By the names of the fields. */
export type FormValues = Record<string, FieldValue>;
export type SectionFormApi = UseFormReturn<FormValues>;

export function listQuestions(view: SectionView): { key: QuestionKey; question: Question }[] {
  return view.instances.flatMap(({ key, questionId }) => {
    const question = view.questions[questionId];
    return question ? [{ key, question }] : [];
  });
}

/** The values that the server has, with what was typed and refused on top. */
export function savedValues(view: SectionView, refused: RefusedSave | null, language: Language): FormValues {
  const values: FormValues = {};
  for (const { key, question } of listQuestions(view)) {
    const answer = view.answers[key];
    const typed = refused?.typed[key];
    values[fieldNames.value(key)] = typed?.field ?? writeField(question, answer?.value ?? null, language);
    values[fieldNames.justification(key)] = typed?.justification ?? answer?.justification ?? '';
  }
  return values;
}

/** Puts a draft into its fields, which are drawn anew once the engine says so. */
export function showDraft(
  form: SectionFormApi,
  key: QuestionKey,
  question: Question,
  draft: Draft,
  language: Language,
) {
  form.setValue(fieldNames.value(key), writeField(question, draft.value as AnswerValue, language));
  form.setValue(fieldNames.justification(key), draft.justification ?? '');
}

/** What a question's fields hold, as it is sent. */
export function draftOf(key: QuestionKey, question: Question, values: FormValues, language: Language): Draft {
  const justification = values[fieldNames.justification(key)];
  return {
    value: readField(question, values[fieldNames.value(key)] ?? '', language),
    justification: typeof justification === 'string' && justification !== '' ? justification : null,
  };
}

export function savedAnswers(view: SectionView): Map<QuestionKey, AnswerValue> {
  return new Map(Object.entries(view.answers).map(([key, { value }]) => [key, value]));
}

/** What was written counts as answered where it is a valid answer. */
export function writtenAnswer(
  key: QuestionKey,
  question: Question,
  values: FormValues,
  language: Language,
): AnswerValue {
  const checked = checkAnswer(question, draftOf(key, question, values, language));
  return checked.ok ? checked.value : null;
}

export function writtenAnswers(
  view: SectionView,
  values: FormValues,
  language: Language,
): Map<QuestionKey, AnswerValue> {
  return new Map(listQuestions(view).map(({ key, question }) => [key, writtenAnswer(key, question, values, language)]));
}
