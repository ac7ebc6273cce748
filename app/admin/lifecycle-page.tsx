import {
  Alert,
  Button,
  DataTable,
  DateInput,
  EmptyState,
  ErrorSummary,
  errorOf,
  type FieldProblem,
  PageHeading,
  Select,
} from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { lifecycleTexts } from '~/app/i18n/lifecycle';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { Refusal } from '~/workflows/refusal';
import type { Text } from '~/workflows/words';

interface LifecycleView {
  sunsets: { interfaceId: string; name: Text; label: string; sunsetOn: string | null; successor: string | null }[];
  /** Interfaces with versions, each newest first. */
  interfaces: { id: string; name: Text; labels: string[] }[];
  mayChange: boolean;
  /** How many products are affected by what was just set. */
  affected: number | null;
}

interface LifecyclePageProps {
  view: LifecycleView;
  refused: { refusal: Refusal; typed: Record<string, string> } | undefined;
}

/** The field that a refusal is about; the others are about the version itself. */
const fieldsOf: Partial<Record<Refusal['code'], string>> = {
  'sunset-no-day': 'day',
  'sunset-in-the-past': 'day',
  'sunset-no-successor': 'successor',
};

/** The days on which versions go out of use. */
export function LifecyclePage({ view, refused }: LifecyclePageProps) {
  const t = useTexts(lifecycleTexts);
  const sentence = useRefusal();
  const errors = refused
    ? [{ field: fieldsOf[refused.refusal.code] ?? 'version', message: sentence(refused.refusal) }]
    : [];
  return (
    <>
      <ErrorSummary errors={errors} />
      {view.affected !== null && !refused && (
        <Alert kind="success" heading={t('adminDone')} role="status">
          {t('adminDoneText', { count: view.affected })}
        </Alert>
      )}
      <PageHeading lead={t('adminLead')}>{t('adminTitle')}</PageHeading>
      <section aria-labelledby="present">
        <h2 id="present">{t('adminPresent')}</h2>
        <Present sunsets={view.sunsets} />
      </section>
      {view.mayChange && (
        <section aria-labelledby="set">
          <h2 id="set">{t('adminSet')}</h2>
          <SetForm interfaces={view.interfaces} typed={refused?.typed ?? {}} errors={errors} />
        </section>
      )}
    </>
  );
}

function Present({ sunsets }: Pick<LifecycleView, 'sunsets'>) {
  const t = useTexts(lifecycleTexts);
  const format = useFormat();
  const text = useText();
  const to = usePaths();
  return (
    <DataTable
      caption={t('adminPresent')}
      hideCaption
      rows={sunsets}
      rowKey={({ interfaceId, label }) => `${interfaceId} ${label}`}
      empty={<EmptyState heading={t('adminNone')} level={3} />}
      columns={[
        {
          id: 'interface',
          header: t('columnInterface'),
          rowHeader: true,
          cell: ({ interfaceId, name }) => <a href={to.interface(interfaceId)}>{text(name)}</a>,
        },
        { id: 'version', header: t('columnVersion'), cell: ({ label }) => label },
        { id: 'day', header: t('columnSunset'), cell: ({ sunsetOn }) => (sunsetOn ? format.date(sunsetOn) : '–') },
        { id: 'successor', header: t('columnSuccessor'), cell: ({ successor }) => successor ?? t('newest') },
      ]}
    />
  );
}

interface SetFormProps {
  interfaces: LifecycleView['interfaces'];
  typed: Record<string, string>;
  errors: readonly FieldProblem[];
}

function SetForm({ interfaces, typed, errors }: SetFormProps) {
  const t = useTexts(lifecycleTexts);
  const text = useText();
  const to = usePaths();
  const versions = interfaces.flatMap(({ id, name, labels }) =>
    labels.map((label) => ({ value: `${id}~${label}`, label: `${text(name)} – ${label}` })),
  );
  return (
    <form method="post" action={to.admin.lifecycle()} className="sd-event-form" noValidate>
      <Select
        name="version"
        label={t('fieldVersion')}
        error={errorOf(errors, 'version')}
        options={versions}
        defaultValue={typed.version}
        required
      />
      <DateInput
        name="day"
        label={t('fieldDay')}
        hint={t('fieldDayHint')}
        error={errorOf(errors, 'day')}
        defaultValue={typed.day}
      />
      <Select
        name="successor"
        label={t('fieldSuccessor')}
        error={errorOf(errors, 'successor')}
        options={versions}
        empty={t('newest')}
        defaultValue={typed.successor}
      />
      <Button>{t('save')}</Button>
    </form>
  );
}
