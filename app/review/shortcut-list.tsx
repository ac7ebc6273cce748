import { Checkbox, Details } from '~/app/components';
import { judgingTexts } from '~/app/i18n/judging';
import { useTexts } from '~/app/i18n/use-texts';
import { verdictTexts } from '~/app/i18n/words';
import { type Shortcut, shortcutKeys } from '~/workflows/review/shortcuts';
import { useShortcuts } from './use-shortcuts';

/** The keys, and the switch that turns them off (WCAG 2.1.4). Stands only where scripts run: without them no key does anything. */
export function ShortcutList({ usesShortcuts }: { usesShortcuts: boolean }) {
  const t = useTexts(judgingTexts);
  const words = useWords();
  const [isOn, turn] = useShortcuts(usesShortcuts);
  if (isOn === null) return null;
  return (
    <Details summary={t('keysHeading')}>
      <p>{t('keysIntro')}</p>
      <Checkbox
        name="shortcuts"
        form="no-form"
        label={t('keysOn')}
        defaultChecked={isOn}
        onChange={(event) => turn(event.currentTarget.checked)}
      />
      <dl className="sd-keys">
        {Object.entries(shortcutKeys).map(([key, shortcut]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words(shortcut)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>{t('keyLeave')}</dd>
        </div>
      </dl>
    </Details>
  );
}

function useWords() {
  const t = useTexts(judgingTexts);
  const kinds = useTexts(verdictTexts);
  return (shortcut: Shortcut): string => {
    switch (shortcut.act) {
      case 'next':
        return t('keyNext');
      case 'previous':
        return t('keyPrevious');
      case 'unjudged':
        return t('keyUnjudged');
      case 'reason':
        return t('keyReason');
      case 'verdict':
        return t('keyVerdict', { verdict: kinds(shortcut.kind) });
    }
  };
}
