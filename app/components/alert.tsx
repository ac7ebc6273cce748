import type { ReactNode } from 'react';
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
  /** For what appears after the page was read: `status` waits its turn, `alert` interrupts. */
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
  return (
    <div className={`alert alert-${kind}`} role={role}>
      <Icon name={kind} className="alert-icon" label={t(kindName[kind])} />
      <div className="alert-body">
        {heading && <Heading className="alert-heading">{heading}</Heading>}
        {children && <div className="alert-text">{children}</div>}
      </div>
    </div>
  );
}
