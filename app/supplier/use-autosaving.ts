import { useCallback, useEffect, useRef } from 'react';
import { useLanguage } from '~/app/i18n/language';
import type { Question } from '~/workflows/questionnaire/definition';
import { type AfterPaint, afterPaint } from './after-paint';
import type { Autosave } from './autosave';
import { fieldNames } from './field-values';
import { draftOf, listQuestions, type SectionFormApi, savedValues } from './form-values';
import type { SectionView } from './section-view';

/** Milliseconds after the last key until a text is sent; a choice is sent at once. */
const typingDelay = 900;
const choiceTypes: readonly Question['type'][] = [
  'support_level',
  'single_choice',
  'multi_choice',
  'yes_no',
  'yes_no_explain',
  'checkbox',
  'date',
  'municipality_list',
];

/**
 * Gives what is written to the engine, after the picture of each key: what is kept in the browser and told to others
 * about it would stand between the key and its picture.
 * @returns gives it what was written this very moment: before the form is sent or left
 */
export function useAutosaving(view: SectionView, form: SectionFormApi, engine: Autosave): () => void {
  const language = useLanguage();
  const queue = useRef<AfterPaint | null>(null);
  useEffect(() => {
    const questions = new Map(listQuestions(view).map(({ key, question }) => [key, question]));
    const written = new Set<string>();
    const save = (name: string) => {
      const key = name.replace(/:why$/, '');
      const question = questions.get(key);
      if (!question) return;
      const delay = name === key && choiceTypes.includes(question.type) ? 0 : typingDelay;
      engine.edit(key, draftOf(key, question, form.getValues(), language), delay);
    };
    const later = afterPaint(() => {
      for (const name of written) save(name);
      written.clear();
    });
    queue.current = later;
    const saved = savedValues(view, null, language);
    for (const { key } of listQuestions(view)) {
      const names = [fieldNames.value(key), fieldNames.justification(key)];
      const differs = names.some((name) => JSON.stringify(saved[name]) !== JSON.stringify(form.getValues(name)));
      if (differs) save(key);
    }
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        if (!name) return;
        written.add(name);
        later.ask();
      },
    });
    const warn = (event: BeforeUnloadEvent) => {
      later.settle();
      if (engine.hasUnsaved()) event.preventDefault();
    };
    window.addEventListener('online', engine.start);
    window.addEventListener('beforeunload', warn);
    window.addEventListener('pagehide', later.settle);
    return () => {
      later.settle();
      unsubscribe();
      window.removeEventListener('online', engine.start);
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('pagehide', later.settle);
    };
  }, [view, form, engine, language]);
  return useCallback(() => queue.current?.settle(), []);
}
