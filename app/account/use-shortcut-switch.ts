import { useEffect, useState } from 'react';
import { usePaths } from '~/app/paths';

/**
 * Whether single keys do something, and the switch that turns them off for the account, whatever page it stands on
 * (WCAG 2.1.4).
 * @param remembered as the account says
 * @returns null before the scripts run: without them no key does anything
 */
export function useShortcutSwitch(remembered: boolean): [isOn: boolean | null, turn: (isOn: boolean) => void] {
  const [isOn, setOn] = useState<boolean | null>(null);
  const address = usePaths().account();
  useEffect(() => setOn(remembered), [remembered]);
  const turn = (wanted: boolean) => {
    setOn(wanted);
    const body = new URLSearchParams({ act: 'shortcuts', ...(wanted ? { on: '1' } : {}) });
    // Whoever is offline has the choice for this page; the account hears of it next time.
    fetch(address, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(() => undefined);
  };
  return [isOn, turn];
}

/** Fields in which a letter is a letter. */
export function isWritten(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

export function isModified({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || altKey || metaKey;
}
