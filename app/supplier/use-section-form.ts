import { type FormEvent, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type FieldErrors, useForm } from 'react-hook-form';
import type { FieldProblem } from '~/app/components';
import { answerProblemTexts } from '~/app/i18n/answers';
import { commonTexts } from '~/app/i18n/common';
import { useLanguage } from '~/app/i18n/language';
import { type Translator, translator } from '~/app/i18n/texts';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import { checkAnswer } from '~/workflows/questionnaire/answer';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { Language } from '~/workflows/words';
import { Autosave } from './autosave';
import type { AnswerStatus, SentEdit } from './edits';
import { fieldNames } from './field-values';
import {
  draftOf,
  type FormValues,
  listQuestions,
  type SectionFormApi,
  savedValues,
  showDraft,
  writtenAnswers,
} from './form-values';
import { adoptEdits, announcePage, type KeptPlace, keepEdits } from './kept-edits';
import type { RefusedSave } from './refused-save';
import { readSectionForm } from './section-fields';
import { sectionRules } from './section-rules';
import type { SectionView } from './section-view';
import { sendAnswers } from './send-answers';
import { useAutosaving } from './use-autosaving';
import { useOpenQuestions } from './use-open-questions';

export const sectionFormId = 'section-form';

export interface SectionForm {
  form: SectionFormApi;
  engine: Autosave;
  /** The questions that are asked, for what the form holds now. */
  open: ReadonlySet<QuestionKey>;
  /** Whether scripts run: fields may be richer than plain HTML then. */
  isLive: boolean;
  /** How many answers an earlier page left unsaved, and are back. */
  restored: number;
  /** What the browser found wrong when the form was to be sent; null: it has not been asked. */
  errors: FieldProblem[] | null;
  /** A field was left: what was written in it is sent at once. */
  onBlur(): void;
  onSubmit(event: FormEvent<HTMLFormElement>): void;
}

/** The state of a section's form in the browser. On the server it is what the page begins with. */
export function useSectionForm(view: SectionView, refused: RefusedSave | null): SectionForm {
  const language = useLanguage();
  const url = usePaths().supplier.answers(view.declarationId);
  const [initial] = useState(() => startValues(view, refused, language));
  const [engine] = useState(() => startEngine(view, refused, initial, language, url));
  const form = useForm<FormValues>({
    defaultValues: initial,
    shouldFocusError: false,
    resolver: (values) => resolveSection(view, values, language),
  });
  const isLive = useIsLive();
  const open = useOpenQuestions(view, form);
  const settle = useAutosaving(view, form, engine);
  const restored = useKeptEdits(view, form, engine, language);
  const { isSubmitted, errors: found } = form.formState;
  const errors = useMemo(() => (isSubmitted ? listErrors(view, found) : null), [view, isSubmitted, found]);
  useErrorTitle(errors !== null && errors.length > 0);
  const onSubmit = useGuardedSubmit(form, engine, settle);
  const onBlur = useCallback(() => {
    settle();
    engine.start();
  }, [settle, engine]);
  return { form, engine, open, isLive, restored, errors, onBlur, onSubmit };
}

/** The document's title says first that something is wrong, as after a form that the server refused. */
function useErrorTitle(isWrong: boolean): void {
  const prefix = useTexts(commonTexts)('errorTitle', { title: '' });
  useEffect(() => {
    const { title } = document;
    if (!isWrong || title.startsWith(prefix)) return;
    document.title = prefix + title;
    return () => {
      document.title = title;
    };
  }, [isWrong, prefix]);
}

export function useIsLive(): boolean {
  const [isLive, setIsLive] = useState(false);
  useEffect(() => setIsLive(true), []);
  return isLive;
}

/** How one answer stands, without drawing the page anew for every other. */
export function useAnswerStatus(engine: Autosave, key: QuestionKey): AnswerStatus {
  const subscribe = useCallback((listener: () => void) => engine.subscribe(listener, key), [engine, key]);
  const read = () => engine.statusOf(key);
  return useSyncExternalStore(subscribe, read, read);
}

export function useOverallStatus(engine: Autosave): AnswerStatus {
  return useSyncExternalStore(
    engine.subscribe,
    () => engine.overall(),
    () => engine.overall(),
  );
}

/** In the browser, with what somebody typed before the scripts had arrived, or what the browser put back. */
function startValues(view: SectionView, refused: RefusedSave | null, language: Language): FormValues {
  const values = savedValues(view, refused, language);
  if (typeof document === 'undefined') return values;
  const element = document.getElementById(sectionFormId);
  if (!(element instanceof HTMLFormElement)) return values;
  const { municipalities } = view;
  const { typed } = readSectionForm(new FormData(element), listQuestions(view), { language, municipalities });
  for (const [key, { field, justification }] of Object.entries(typed)) {
    values[fieldNames.value(key)] = field;
    values[fieldNames.justification(key)] = justification;
  }
  return values;
}

function startEngine(
  view: SectionView,
  refused: RefusedSave | null,
  values: FormValues,
  language: Language,
  url: string,
): Autosave {
  const versions = Object.fromEntries(Object.entries(view.answers).map(([key, { version }]) => [key, version]));
  const send = (edits: readonly SentEdit[]) => sendAnswers(url, view.personId, edits);
  const shelf = findShelf();
  const engine = new Autosave(versions, send, undefined, shelf ? keepEdits(shelf, placeOf(view)) : undefined);
  for (const { key, question } of listQuestions(view)) {
    const conflict = refused?.conflicts[key];
    if (conflict) engine.hold(key, draftOf(key, question, values, language), conflict.present, conflict.changedBy);
  }
  return engine;
}

/** Undefined on the server, and where the browser forbids it. */
function findShelf(): Storage | undefined {
  try {
    return typeof window === 'undefined' ? undefined : window.localStorage;
  } catch {
    return undefined;
  }
}

// One per document: a page that comes back from the browser's own cache is still the same.
const pageId =
  typeof crypto === 'undefined' || !crypto.randomUUID ? String(Math.random()).slice(2) : crypto.randomUUID();

function placeOf({ personId, declarationId }: SectionView): KeptPlace {
  return { personId, declarationId, pageId };
}

/** Puts back what earlier pages did not get saved. @returns how many answers that are; 0 until it is known */
function useKeptEdits(view: SectionView, form: SectionFormApi, engine: Autosave, language: Language): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const shelf = findShelf();
    if (!shelf) return;
    void announcePage(pageId).then((living) => {
      const questions = new Map(listQuestions(view).map(({ key, question }) => [key, question]));
      const wanted = new Set([...questions.keys()].filter((key) => !engine.isUnsaved(key)));
      const adopted = adoptEdits(shelf, placeOf(view), living, wanted);
      if (adopted.length === 0) return;
      engine.restore(adopted);
      for (const { key, newest, sent } of adopted) {
        const question = questions.get(key);
        const mine = newest ?? sent;
        if (question && mine) showDraft(form, key, question, mine, language);
      }
      setCount(adopted.length);
      engine.start();
    });
  }, [view, form, engine, language]);
  return count;
}

/** How often a field was filled by something else than typing: the key under which it is drawn. */
export function useRedraws(engine: Autosave, key: QuestionKey): number {
  const subscribe = useCallback((listener: () => void) => engine.subscribe(listener, key), [engine, key]);
  return useSyncExternalStore(
    subscribe,
    () => engine.redrawsOf(key),
    () => 0,
  );
}

/** The same check as the command's, on the questions that are asked. */
function resolveSection(view: SectionView, values: FormValues, language: Language) {
  const t = translator(answerProblemTexts, language);
  const open = sectionRules(view)(writtenAnswers(view, values, language));
  const errors: FieldErrors<FormValues> = {};
  for (const { key, question } of listQuestions(view)) {
    if (!open.has(key)) continue;
    const checked = checkAnswer(question, draftOf(key, question, values, language));
    if (checked.ok) continue;
    const name = checked.field === 'value' ? fieldNames.value(key) : fieldNames.justification(key);
    errors[name] = { type: checked.problem, message: messageOf(t, checked.problem) };
  }
  return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
}

function messageOf(t: Translator<typeof answerProblemTexts>, problem: keyof typeof answerProblemTexts): string {
  return t(problem);
}

function listErrors(view: SectionView, errors: FieldErrors<FormValues>): FieldProblem[] {
  return view.instances.flatMap(({ key }) =>
    [fieldNames.value(key), fieldNames.justification(key)].flatMap((field) => {
      const message = errors[field]?.message;
      return typeof message === 'string' ? [{ field, message }] : [];
    }),
  );
}

/** The form is sent as without scripts, once it is valid and nothing of it is on its way any more. */
function useGuardedSubmit(form: SectionFormApi, engine: Autosave, settle: () => void) {
  const isReady = useRef(false);
  return useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      if (isReady.current) return;
      event.preventDefault();
      settle();
      const { currentTarget, nativeEvent } = event;
      const submitter = (nativeEvent as SubmitEvent).submitter;
      void form.handleSubmit(async () => {
        await engine.flush();
        const { state } = engine.overall();
        if (state === 'conflict') document.querySelector<HTMLElement>('[data-conflict]')?.focus();
        if (state === 'conflict' || state === 'waiting') return;
        isReady.current = true;
        // Not within the event that is still being dispatched: the browser passes over a submission then.
        setTimeout(() => currentTarget.requestSubmit(submitter));
      })();
    },
    [form, engine, settle],
  );
}
