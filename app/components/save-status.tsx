import { useState } from 'react';
import { commonTexts } from '~/app/i18n/common';
import { type Instant, useFormat } from '~/app/i18n/format';
import { useTexts } from '~/app/i18n/use-texts';
import { Button } from './button';
import { Icon, type IconName } from './icon';

export type SaveState =
  | { state: 'idle' }
  | { state: 'saving' }
  | { state: 'saved'; at: Instant }
  /** No connection; the edit waits in the queue. */
  | { state: 'waiting'; message?: string }
  | { state: 'failed'; message?: string }
  | { state: 'conflict' };

const icons: Readonly<Record<Exclude<SaveState['state'], 'idle'>, IconName>> = {
  saving: 'sync',
  saved: 'check',
  waiting: 'hourglass',
  failed: 'error',
  conflict: 'warning',
};

/** Whether an answer is kept: announced politely, always in its place so that nothing jumps. */
export function SaveStatus({ status }: { status: SaveState }) {
  const t = useTexts(commonTexts);
  const format = useFormat();
  const text = () => {
    switch (status.state) {
      case 'idle':
        return '';
      case 'saving':
        return t('saving');
      case 'saved':
        return t('savedAt', { time: format.time(status.at) });
      case 'waiting':
        return status.message ?? t('saveWaiting');
      case 'failed':
        return status.message ?? t('saveFailed');
      case 'conflict':
        return t('saveConflict');
    }
  };
  return (
    <p className={`sd-save sd-save-${status.state}`} role="status" aria-live="polite">
      {status.state !== 'idle' && <Icon name={icons[status.state]} />}
      {text()}
    </p>
  );
}

/** An address to share: can be selected without JavaScript, copied with one click where the page is hydrated. */
export function CopyLink({ href, label, id = 'copy-link' }: { href: string; label?: string; id?: string }) {
  const t = useTexts(commonTexts);
  const [copied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard.writeText(href).then(() => setCopied(true));
  };
  return (
    <div className="sd-copy">
      <label className="form-label" htmlFor={id}>
        {label ?? t('addressOfPage')}
      </label>
      <div className="sd-copy-row">
        <input className="form-input" id={id} type="text" readOnly defaultValue={href} />
        <Button type="button" kind="secondary" icon="copy" onClick={copy}>
          {t('copyAddress')}
        </Button>
      </div>
      <span role="status">{copied ? t('copied') : ''}</span>
    </div>
  );
}
