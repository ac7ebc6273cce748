import { useEffect } from 'react';
import { isModified, isWritten, useShortcutSwitch } from '~/app/account/use-shortcut-switch';
import { Checkbox, Details } from '~/app/components';
import { classes } from '~/app/components/classes';
import { judgingTexts } from '~/app/i18n/judging';
import { sectionShortcutTexts } from '~/app/i18n/section-shortcuts';
import { useTexts } from '~/app/i18n/use-texts';
import { type SectionShortcut, sectionShortcutOf } from '~/workflows/section-shortcuts';

/**
 * The keys of a section, and the switch that turns them off for the account (WCAG 2.1.4). To be seen only where scripts
 * run; the place is kept, so that nothing moves when they have arrived.
 */
export function SectionShortcuts({ usesShortcuts }: { usesShortcuts: boolean }) {
  const t = useTexts(sectionShortcutTexts);
  const common = useTexts(judgingTexts);
  const [isOn, turn] = useShortcutSwitch(usesShortcuts);
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (key === 'Escape' && isWritten(target)) target.closest<HTMLElement>('.sd-asked')?.focus();
      const shortcut = sectionShortcutOf(key, { isWriting: isWritten(target), isModified: isModified(event) });
      if (shortcut && perform(shortcut)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn]);
  const keys = {
    j: t('keyNext'),
    k: t('keyPrevious'),
    u: t('keyUnanswered'),
    '1–9': t('keyChoose'),
    b: t('keyField'),
    Esc: common('keyLeave'),
  };
  return (
    <div className={classes('sd-shortcuts', isOn === null && 'sd-unseen')}>
      <Details summary={common('keysHeading')}>
        <p>{common('keysIntro')}</p>
        {isOn !== null && (
          <Checkbox
            name="shortcuts"
            form="no-form"
            label={common('keysOn')}
            defaultChecked={isOn}
            onChange={(event) => turn(event.currentTarget.checked)}
          />
        )}
        <dl className="sd-keys">
          {Object.entries(keys).map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Details>
    </div>
  );
}

/** @returns whether there was something to do it to */
function perform(act: SectionShortcut): boolean {
  const places = [...document.querySelectorAll<HTMLElement>('.sd-asked')];
  const at = places.findIndex((each) => each.contains(document.activeElement));
  const here = places[at];
  if (act === 'next') return go(places[at + 1]);
  if (act === 'previous') return go(at === -1 ? places.at(-1) : places[at - 1]);
  if (act === 'unanswered') {
    return go([...places.slice(at + 1), ...places.slice(0, Math.max(at, 0))].find((each) => !isAnswered(each)));
  }
  if (act === 'field') {
    const field = here?.querySelector<HTMLElement>('.form-group :is(textarea, select, input:not([type="hidden"]))');
    field?.focus();
    return field !== null && field !== undefined;
  }
  const option = here?.querySelectorAll<HTMLInputElement>(choices)[act.choose - 1];
  option?.click();
  return option !== undefined;
}

const choices = '.sd-choice > :is(input[type="radio"], input[type="checkbox"])';

/** As far as the page shows it: something is chosen, written or attached. */
function isAnswered(asked: HTMLElement): boolean {
  if (asked.querySelector('input:checked, .sd-attached, .sd-chips > li')) return true;
  const fields = asked.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    '.form-group :is(textarea, input:not([type="hidden"], [type="radio"], [type="checkbox"]))',
  );
  return [...fields].some((field) => field.closest('details') === null && field.value.trim() !== '');
}

function go(asked: HTMLElement | undefined): boolean {
  asked?.focus({ preventScroll: true });
  asked?.scrollIntoView({ block: 'start' });
  return asked !== undefined;
}
