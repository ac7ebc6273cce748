import { useEffect, useState } from 'react';
import { type Shortcut, shortcutOf } from '~/workflows/review/shortcuts';
import { verdictField } from './verdict-fields';

const storageKey = 'sd-review-shortcuts';

/** Whether the keys are on, as this browser remembers it; null before the scripts run. */
export function useShortcuts(): [isOn: boolean | null, turn: (isOn: boolean) => void] {
  const [isOn, setOn] = useState<boolean | null>(null);
  useEffect(() => setOn(remembered()), []);
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, altKey, metaKey } = event;
      if (key === 'Escape' && isWritten(target)) target.closest<HTMLElement>('.sd-judge')?.focus();
      const shortcut = shortcutOf(key, { isWriting: isWritten(target), isModified: ctrlKey || altKey || metaKey });
      if (shortcut && perform(shortcut)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn]);
  const turn = (wanted: boolean) => {
    setOn(wanted);
    try {
      localStorage.setItem(storageKey, wanted ? 'on' : 'off');
    } catch {
      // A browser that keeps nothing forgets the choice with the page.
    }
  };
  return [isOn, turn];
}

function remembered(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

/** Fields in which a letter is a letter. */
function isWritten(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** @returns whether there was something to do it to */
function perform(shortcut: Shortcut): boolean {
  const answers = [...document.querySelectorAll<HTMLElement>('.sd-judge')].filter(
    (each) => each.closest('details:not([open])') === null,
  );
  const at = answers.findIndex((each) => each.contains(document.activeElement));
  switch (shortcut.act) {
    case 'next':
      return go(answers[at + 1]);
    case 'previous':
      return go(at === -1 ? answers.at(-1) : answers[at - 1]);
    case 'unjudged':
      return go(
        [...answers.slice(at + 1), ...answers.slice(0, at + 1)].find(
          (each) => each.querySelector('input[type="radio"]') && !each.querySelector('input[type="radio"]:checked'),
        ),
      );
    case 'verdict': {
      const radio = answers[at]?.querySelector<HTMLInputElement>(`input[type="radio"][value="${shortcut.kind}"]`);
      radio?.click();
      return radio !== null && radio !== undefined;
    }
    case 'reason': {
      const area = answers[at]?.querySelector<HTMLElement>(`textarea[name^="${verdictField.reason('')}"]`);
      area?.focus();
      return area !== null && area !== undefined;
    }
  }
}

function go(answer: HTMLElement | undefined): boolean {
  answer?.focus();
  answer?.scrollIntoView({ block: 'start' });
  return answer !== undefined;
}
