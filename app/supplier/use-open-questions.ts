import { useEffect, useMemo, useState } from 'react';
import { useLanguage } from '~/app/i18n/language';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { afterPaint } from './after-paint';
import { listQuestions, type SectionFormApi, savedAnswers, writtenAnswer, writtenAnswers } from './form-values';
import { decidingKeys, sectionRules } from './section-rules';
import type { SectionView } from './section-view';

/** The questions that are asked, for what the form holds: worked out anew only for the answers that decide. */
export function useOpenQuestions(view: SectionView, form: SectionFormApi): ReadonlySet<QuestionKey> {
  const language = useLanguage();
  const rules = useMemo(() => sectionRules(view), [view]);
  const [open, setOpen] = useState(() => rules(savedAnswers(view)));
  useEffect(() => {
    const deciding = decidingKeys(view);
    const questions = new Map(listQuestions(view).map(({ key, question }) => [key, question]));
    let answers = writtenAnswers(view, form.getValues(), language);
    const changed = new Set<QuestionKey>();
    const look = () => {
      for (const key of changed) {
        const question = questions.get(key);
        if (question) answers.set(key, writtenAnswer(key, question, form.getValues(), language));
      }
      changed.clear();
      const now = rules(answers);
      setOpen((before) => (isSameSet(before, now) ? before : now));
    };
    look();
    const later = afterPaint(look);
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        if (name === undefined) answers = writtenAnswers(view, form.getValues(), language);
        else if (deciding.has(name)) changed.add(name);
        else return;
        later.ask();
      },
    });
    return () => {
      later.cancel();
      unsubscribe();
    };
  }, [view, form, language, rules]);
  return open;
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}
