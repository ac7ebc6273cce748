import { type ReactNode, useEffect, useRef } from 'react';
import { commonTexts } from '~/app/i18n/common';
import { useTexts } from '~/app/i18n/use-texts';
import { Icon } from './icon';

export type AlertKind = 'info' | 'success' | 'warning' | 'error';

interface AlertProps {
  kind?: AlertKind;
  heading?: ReactNode;
  /** h2 unless told. */
  level?: 2 | 3 | 4;
  children?: ReactNode;
  /**
   * For what appears after the page was read: `status` waits its turn, `alert` interrupts. Success with `status` is the
   * answer to a form on the page that comes after it, and takes the focus there: nothing else tells a screen reader of
   * it, and the Tab key goes on from it instead of from the top.
   */
  role?: 'status' | 'alert';
}

export function Alert({ kind = 'info', heading, level = 2, children, role }: AlertProps) {
  const t = useTexts(commonTexts);
  const Heading = `h${level}` as const;
  const kindName = {
    info: 'infoHeading',
    success: 'successHeading',
    warning: 'warningHeading',
    error: 'errorHeading',
  } as const;
  const box = useRef<HTMLDivElement>(null);
  const isAnswer = kind === 'success' && role === 'status';
  useEffect(() => {
    // Whoever was faster than the scripts keeps their place, and so does whoever came to a place on the page.
    if (isAnswer && document.activeElement === document.body && location.hash === '') box.current?.focus();
  }, [isAnswer]);
  return (
    <div
      ref={box}
      className={`alert alert-${kind}`}
      role={role}
      tabIndex={isAnswer ? -1 : undefined}
      // biome-ignore lint/a11y/noAutofocus: the answer to what somebody has just sent is what they read first
      autoFocus={isAnswer || undefined}
    >
      <Icon name={kind} className="alert-icon" label={t(kindName[kind])} />
      <div className="alert-body">
        {heading && <Heading className="alert-heading">{heading}</Heading>}
        {children && <div className="alert-text">{children}</div>}
      </div>
    </div>
  );
}
