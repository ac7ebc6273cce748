import { useCallback, useEffect, useState } from 'react';
import { useLanguage } from '~/app/i18n/language';
import { usePaths } from '~/app/paths';
import type { Language } from '~/workflows/words';
import type { Autosave } from './autosave';
import { fieldNames, writeField } from './field-values';
import { listQuestions, type SectionFormApi } from './form-values';
import type { LiveEvents } from './live-events';
import type { SectionView } from './section-view';

export interface LiveSection {
  present: LiveEvents['present'];
  /** Null: what the page began with. */
  progress: { required: number; requiredAnswered: number } | null;
  /** ISO 8601; null while it is not known. */
  sessionEndsAt: string | null;
  hasEnded: boolean;
  /** Prolongs the session. */
  stay(): void;
}

/** What the server tells while the page is open: colleagues, their answers, progress and the session's end. */
export function useLiveSection(view: SectionView, form: SectionFormApi, engine: Autosave): LiveSection {
  const language = useLanguage();
  const url = usePaths().supplier.sectionLive(view.declarationId, view.sectionId);
  const [present, setPresent] = useState<LiveSection['present']>([]);
  const [progress, setProgress] = useState<LiveSection['progress']>(null);
  const [sessionEndsAt, setEnd] = useState<string | null>(null);
  const [hasEnded, setEnded] = useState(false);
  useEffect(() => {
    const source = new EventSource(url);
    on(source, 'present', setPresent);
    on(source, 'answers', ({ answers, required, requiredAnswered }) => {
      setProgress({ required, requiredAnswered });
      showAnswers(answers, view, form, engine, language);
    });
    on(source, 'session', ({ endsAt }) => {
      setEnd(endsAt);
      setEnded(false);
    });
    on(source, 'ended', () => {
      setEnded(true);
      setPresent([]);
      source.close();
    });
    return () => source.close();
  }, [url, view, form, engine, language]);
  const stay = useCallback(() => {
    void prolong(url).then((endsAt) => endsAt && setEnd(endsAt));
  }, [url]);
  return { present, progress, sessionEndsAt, hasEnded, stay };
}

function on<Name extends keyof LiveEvents>(
  source: EventSource,
  name: Name,
  act: (content: LiveEvents[Name]) => void,
): void {
  source.addEventListener(name, (event: MessageEvent<string>) => act(JSON.parse(event.data)));
}

/** Colleagues' answers, but never over what somebody is writing: where the cursor stands, the text stays. */
function showAnswers(
  answers: LiveEvents['answers']['answers'],
  view: SectionView,
  form: SectionFormApi,
  engine: Autosave,
  language: Language,
): void {
  for (const { key, question } of listQuestions(view)) {
    const present = answers[key];
    const asked = document.getElementById(`q-${key}`);
    if (!present || asked?.contains(document.activeElement) || !engine.receive(key, present)) continue;
    form.setValue(fieldNames.value(key), writeField(question, present.value, language));
    form.setValue(fieldNames.justification(key), present.justification ?? '');
  }
}

async function prolong(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, { method: 'POST', redirect: 'manual' });
    if (!response.ok) return null;
    const body: { endsAt?: unknown } = await response.json();
    return typeof body.endsAt === 'string' ? body.endsAt : null;
  } catch {
    // Without a connection the session cannot be prolonged; the warning stays.
    return null;
  }
}
