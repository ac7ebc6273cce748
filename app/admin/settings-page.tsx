import { Alert, Button, ErrorSummary, NumberInput, PageHeading, TextArea } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { portalSettingsTexts } from '~/app/i18n/portal-settings';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { PortalSettings } from '~/db/portal-settings';
import { limitsOutOfBounds, portalLimitNames, portalLimits, readPortalLimits } from '~/workflows/portal-limits';
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
  const errors = useErrors(refused);
  return (
    <>
      <ErrorSummary errors={errors.map(({ field, label, message }) => ({ field, message: `${label}: ${message}` }))} />
      {isDone(view.done) && !refused && <Alert kind="success" heading={t(doneTexts[view.done])} role="status" />}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <section aria-labelledby="limits">
        <h2 id="limits">{t('limitsHeading')}</h2>
        <Limits view={view} typed={refused?.typed.act === 'limits' ? refused.typed : {}} errors={errors} />
      </section>
      <section aria-labelledby="switch">
        <h2 id="switch">{t('switchHeading')}</h2>
        <EmergencySwitch
          view={view}
          typed={refused?.typed.reason}
          error={errors.find(({ field }) => field === 'reason')?.message}
        />
      </section>
    </>
  );
}

interface FieldError {
  field: string;
  label: string;
  message: string;
}

/** Every limit that is out of its bounds, not only the one that the refusal names. */
function useErrors(refused: RefusedSettings | undefined): FieldError[] {
  const t = useTexts(portalSettingsTexts);
  const sentence = useRefusal();
  if (!refused) return [];
  const { refusal, typed } = refused;
  if (refusal.code !== 'settings-out-of-bounds') {
    const isSwitch = typed.act === 'close';
    const field = isSwitch ? 'reason' : 'leaseHours';
    return [{ field, label: t(isSwitch ? 'reason' : 'limit_leaseHours'), message: sentence(refusal) }];
  }
  return limitsOutOfBounds(readPortalLimits(typed)).map((field) => {
    const [least, most] = portalLimits[field];
    return { field, label: t(`limit_${field}`), message: sentence({ ...refusal, params: { least, most } }) };
  });
}

interface LimitsProps {
  view: SettingsView;
  typed: Record<string, string>;
  errors: readonly FieldError[];
}

function Limits({ view: { settings, mayChange }, typed, errors }: LimitsProps) {
  const t = useTexts(portalSettingsTexts);
  const to = usePaths();
  return (
    <form method="post" action={to.admin.settings()} className="sd-event-form">
      <input type="hidden" name="version" value={settings.version} />
      {portalLimitNames.map((name) => (
        <NumberInput
          key={name}
          name={name}
          label={t(`limit_${name}`)}
          hint={t(`hint_${name}`)}
          defaultValue={typed[name] ?? String(settings[name])}
          error={errors.find(({ field }) => field === name)?.message}
        />
      ))}
      {mayChange && (
        <Button name="act" value="limits">
          {t('save')}
        </Button>
      )}
    </form>
  );
}

interface SwitchProps {
  view: SettingsView;
  typed: string | undefined;
  error: string | undefined;
}

function EmergencySwitch({ view: { settings, mayChange }, typed, error }: SwitchProps) {
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
          <TextArea
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            rows={3}
            limit={500}
            defaultValue={typed}
            error={error}
          />
          <Button name="act" value="close" kind="warning">
            {t('switchOn')}
          </Button>
        </>
      )}
    </form>
  );
}
