import { Alert, Button, ErrorSummary, NumberInput, PageHeading, TextArea } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { portalSettingsTexts } from '~/app/i18n/portal-settings';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { PortalSettings } from '~/db/portal-settings';
import type { Refusal } from '~/workflows/refusal';

interface SettingsView {
  settings: PortalSettings;
  mayChange: boolean;
  done: string | null;
}

interface RefusedSettings {
  refusal: Refusal;
  typed: Record<string, string>;
}

const doneTexts = { limits: 'done', close: 'doneReadOnly', open: 'doneReadWrite' } as const;
const isDone = (done: string | null): done is keyof typeof doneTexts => done !== null && Object.hasOwn(doneTexts, done);

export function SettingsPage({ view, refused }: { view: SettingsView; refused: RefusedSettings | undefined }) {
  const t = useTexts(portalSettingsTexts);
  const sentence = useRefusal();
  const field = refused?.typed.act === 'close' ? 'reason' : 'leaseHours';
  return (
    <>
      {refused && <ErrorSummary errors={[{ field, message: sentence(refused.refusal) }]} />}
      {isDone(view.done) && !refused && <Alert kind="success" heading={t(doneTexts[view.done])} role="status" />}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <section aria-labelledby="limits">
        <h2 id="limits">{t('limitsHeading')}</h2>
        <Limits view={view} typed={refused?.typed.act === 'limits' ? refused.typed : {}} />
      </section>
      <section aria-labelledby="switch">
        <h2 id="switch">{t('switchHeading')}</h2>
        <EmergencySwitch view={view} />
      </section>
    </>
  );
}

function Limits({ view: { settings, mayChange }, typed }: { view: SettingsView; typed: Record<string, string> }) {
  const t = useTexts(portalSettingsTexts);
  const to = usePaths();
  return (
    <form method="post" action={to.admin.settings()} className="sd-event-form">
      <input type="hidden" name="version" value={settings.version} />
      <NumberInput
        name="leaseHours"
        label={t('leaseHours')}
        hint={t('leaseHoursHint')}
        defaultValue={typed.leaseHours ?? String(settings.leaseHours)}
      />
      <NumberInput
        name="highImpactFrom"
        label={t('highImpact')}
        hint={t('highImpactHint')}
        defaultValue={typed.highImpactFrom ?? String(settings.highImpactFrom)}
      />
      <NumberInput
        name="reviewDays"
        label={t('reviewDays')}
        hint={t('reviewDaysHint')}
        defaultValue={typed.reviewDays ?? String(settings.reviewDays)}
      />
      <NumberInput
        name="escalateDays"
        label={t('escalateDays')}
        hint={t('escalateDaysHint')}
        defaultValue={typed.escalateDays ?? String(settings.escalateDays)}
      />
      <NumberInput
        name="expiredDays"
        label={t('expiredDays')}
        hint={t('expiredDaysHint')}
        defaultValue={typed.expiredDays ?? String(settings.expiredDays)}
      />
      {mayChange && (
        <Button name="act" value="limits">
          {t('save')}
        </Button>
      )}
    </form>
  );
}

function EmergencySwitch({ view: { settings, mayChange } }: { view: SettingsView }) {
  const t = useTexts(portalSettingsTexts);
  const format = useFormat();
  const to = usePaths();
  if (settings.isReadOnly) {
    return (
      <form method="post" action={to.admin.settings()} className="sd-event-form">
        <Alert kind="warning" heading={t('switchOnText', { date: format.date(settings.changedAt ?? new Date(0)) })}>
          {settings.readOnlyReason}
        </Alert>
        {mayChange && (
          <Button name="act" value="open">
            {t('switchOff')}
          </Button>
        )}
      </form>
    );
  }
  return (
    <form method="post" action={to.admin.settings()} className="sd-event-form">
      <p>{t('switchOffText')}</p>
      {mayChange && (
        <>
          <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} limit={500} />
          <Button name="act" value="close" kind="warning">
            {t('switchOn')}
          </Button>
        </>
      )}
    </form>
  );
}
