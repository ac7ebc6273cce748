import { useEffect, useRef } from 'react';
import { isModified, isWritten, useShortcutSwitch } from '~/app/account/use-shortcut-switch';
import { Checkbox, Details } from '~/app/components';
import { inboxToolsTexts } from '~/app/i18n/inbox-tools';
import { judgingTexts } from '~/app/i18n/judging';
import { useTexts } from '~/app/i18n/use-texts';
import { type InboxAct, inboxActOf, inboxActs, inboxKeys } from '~/workflows/review/inbox-keys';

const keyNames: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑' };

/** The keys of the inbox with the switch that turns them off; `?` shows and hides it. Stands only where scripts run. */
export function InboxKeys({ usesShortcuts }: { usesShortcuts: boolean }) {
  const t = useTexts(inboxToolsTexts);
  const judging = useTexts(judgingTexts);
  const list = useRef<HTMLDivElement>(null);
  const [isOn, turn] = useShortcutSwitch(usesShortcuts);
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent) => {
      const at = {
        isWriting: isWritten(event.target),
        isModified: isModified(event),
        isInList: present() !== undefined,
      };
      const act = inboxActOf(event.key, at);
      if (act && perform(act, list.current?.querySelector('details') ?? null)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn]);
  if (isOn === null) return null;
  return (
    <div ref={list}>
      <Details summary={judging('keysHeading')}>
        <p>{t('keysIntro')}</p>
        <Checkbox
          name="shortcuts"
          form="no-form"
          label={t('keysOn')}
          defaultChecked={isOn}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
        <dl className="sd-keys">
          {inboxActs.map((act) => (
            <div key={act}>
              <dt>
                {inboxKeys[act].map((key) => (
                  <kbd key={key}>{keyNames[key] ?? key}</kbd>
                ))}
              </dt>
              <dd>{t(`key_${act}`)}</dd>
            </div>
          ))}
        </dl>
      </Details>
    </div>
  );
}

const rows = () => [...document.querySelectorAll<HTMLElement>('.sd-inbox-frame tbody tr')];
const present = () => rows().find((row) => row.contains(document.activeElement));
const linkOf = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>('th a');

/** @returns whether there was something to do it to */
function perform(act: InboxAct, list: HTMLDetailsElement | null): boolean {
  const row = present();
  const at = row ? rows().indexOf(row) : -1;
  switch (act) {
    case 'next':
      return go(linkOf(rows()[at + 1]));
    case 'previous':
      return go(linkOf(at === -1 ? rows().at(-1) : rows()[at - 1]));
    case 'open':
      // The case's own link is opened by the browser; from elsewhere in the row, here.
      if (document.activeElement instanceof HTMLAnchorElement || isButton(document.activeElement)) return false;
      return click(linkOf(row));
    case 'choose':
      return click(row?.querySelector<HTMLElement>('input[type="checkbox"]'));
    case 'claim':
      return click(row?.querySelector<HTMLElement>('button[value="claim"]'));
    case 'search':
      return go(document.querySelector<HTMLElement>('.sd-inbox-search input[type="search"]'));
    case 'list':
      if (list) list.open = !list.open;
      return list !== null && (!list.open || go(list.querySelector('summary')));
  }
}

const isButton = (element: Element | null): boolean => element instanceof HTMLButtonElement;

function go(element: HTMLElement | null | undefined): boolean {
  element?.focus();
  element?.scrollIntoView({ block: 'nearest' });
  return element !== null && element !== undefined;
}

function click(element: HTMLElement | null | undefined): boolean {
  element?.click();
  return element !== null && element !== undefined;
}
