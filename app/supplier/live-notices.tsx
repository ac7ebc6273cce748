import { useEffect, useState } from 'react';
import { Alert, Button } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { liveSectionTexts } from '~/app/i18n/live-section';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { LiveSection } from './use-live-section';

/** In milliseconds before the end. WCAG 2.2.1 asks for 20 seconds at least; a longer text needs more. */
const warnBefore = 10 * 60_000;

/** Who else is in the declaration, politely; the place is always there, so that nothing jumps. */
export function PresenceNotice(props: Pick<LiveSection, 'present'> & { sectionId: string; isLive: boolean }) {
  const { present, sectionId, isLive } = props;
  const t = useTexts(liveSectionTexts);
  const text = useText();
  return (
    <div className="sd-small sd-presence" role="status" data-presence="" aria-label={t('presentHeading')}>
      {present.length === 0 ? (
        <p className="sd-muted">{isLive ? t('presentNobody') : ''}</p>
      ) : (
        <ul className="sd-present">
          {present.map(({ name, sectionId: where, sectionTitle }) => (
            <li key={`${name} ${where}`}>
              {where === sectionId
                ? t('presentHere', { name })
                : t('presentElsewhere', { name, section: text(sectionTitle) })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Warns before the session ends, and says afterwards that nothing is lost. */
export function SessionNotice({ sessionEndsAt, hasEnded, stay }: LiveSection) {
  const t = useTexts(liveSectionTexts);
  const format = useFormat();
  const paths = usePaths();
  const [asked, setAsked] = useState<string | null>(null);
  const isNear = useIsNear(sessionEndsAt);
  if (hasEnded) {
    return (
      <Alert kind="warning" role="alert">
        <p>{t('sessionOver')}</p>
        <p>
          <a href={paths.signIn()} target="_blank" rel="noreferrer">
            {t('sessionSignIn')}
          </a>
        </p>
      </Alert>
    );
  }
  if (!isNear || sessionEndsAt === null) return null;
  const cannot = asked === sessionEndsAt;
  return (
    <Alert kind="warning" heading={t('sessionHeading')} role="alert">
      <p>
        {t('sessionText', { time: format.time(sessionEndsAt) })} {cannot && t('sessionFixed')}
      </p>
      {!cannot && (
        <Button
          type="button"
          kind="secondary"
          onClick={() => {
            stay();
            // Shown only when the answer does not move the end.
            setTimeout(() => setAsked(sessionEndsAt), 3_000);
          }}
        >
          {t('sessionStay')}
        </Button>
      )}
    </Alert>
  );
}

function useIsNear(endsAt: string | null): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (endsAt === null) return;
    const look = () => setIsNear(Date.parse(endsAt) - Date.now() < warnBefore);
    look();
    const timer = setInterval(look, 10_000);
    return () => clearInterval(timer);
  }, [endsAt]);
  return isNear;
}
