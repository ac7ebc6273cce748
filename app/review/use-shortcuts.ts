import { useEffect } from 'react';
import { isModified, isWritten, useShortcutSwitch } from '~/app/account/use-shortcut-switch';
import { type Shortcut, shortcutOf } from '~/workflows/review/shortcuts';
import { verdictField } from './verdict-fields';

/** Whether the keys are on; null before the scripts run. @param remembered as the account says */
export function useShortcuts(remembered: boolean): [isOn: boolean | null, turn: (isOn: boolean) => void] {
  const [isOn, turn] = useShortcutSwitch(remembered);
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (key === 'Escape' && isWritten(target)) target.closest<HTMLElement>('.sd-judge')?.focus();
      const shortcut = shortcutOf(key, { isWriting: isWritten(target), isModified: isModified(event) });
      if (shortcut && perform(shortcut)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn]);
  return [isOn, turn];
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
