import { Alert, Button, DataTable, DateInput, EmptyState, ErrorSummary, PageHeading, Select } from '~/app/components';
import { useFormat } from '~/app/i18n/format';
import { lifecycleTexts } from '~/app/i18n/lifecycle';
import { useRefusal } from '~/app/i18n/refusals';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { Refusal } from '~/workflows/refusal';

interface LifecycleView {
  sunsets: { interfaceId: string; label: string; sunsetOn: string | null; successor: string | null }[];
  /** Interfaces with versions, each newest first. */
  interfaces: { id: string; labels: string[] }[];
  mayChange: boolean;
  /** How many products are affected by what was just set. */
  affected: number | null;
}

interface LifecyclePageProps {
  view: LifecycleView;
  refused: { refusal: Refusal; typed: Record<string, string> } | undefined;
}

/** The days on which versions go out of use. */
export function LifecyclePage({ view, refused }: LifecyclePageProps) {
  const t = useTexts(lifecycleTexts);
  const sentence = useRefusal();
  return (
    <>
      {refused && <ErrorSummary errors={[{ field: 'version', message: sentence(refused.refusal) }]} />}
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
          <SetForm interfaces={view.interfaces} typed={refused?.typed ?? {}} />
        </section>
      )}
    </>
  );
}

function Present({ sunsets }: Pick<LifecycleView, 'sunsets'>) {
  const t = useTexts(lifecycleTexts);
  const format = useFormat();
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
          cell: ({ interfaceId }) => <a href={to.interface(interfaceId)}>{interfaceId}</a>,
        },
        { id: 'version', header: t('columnVersion'), cell: ({ label }) => label },
        { id: 'day', header: t('columnSunset'), cell: ({ sunsetOn }) => (sunsetOn ? format.date(sunsetOn) : '–') },
        { id: 'successor', header: t('columnSuccessor'), cell: ({ successor }) => successor ?? t('newest') },
      ]}
    />
  );
}

function SetForm({ interfaces, typed }: { interfaces: LifecycleView['interfaces']; typed: Record<string, string> }) {
  const t = useTexts(lifecycleTexts);
  const to = usePaths();
  const versions = interfaces.flatMap(({ id, labels }) =>
    labels.map((label) => ({ value: `${id}~${label}`, label: `${id} – ${label}` })),
  );
  return (
    <form method="post" action={to.admin.lifecycle()} className="sd-event-form">
      <Select name="version" label={t('fieldVersion')} options={versions} defaultValue={typed.version} required />
      <DateInput name="day" label={t('fieldDay')} hint={t('fieldDayHint')} defaultValue={typed.day} />
      <Select
        name="successor"
        label={t('fieldSuccessor')}
        options={versions}
        empty={t('newest')}
        defaultValue={typed.successor}
      />
      <Button>{t('save')}</Button>
    </form>
  );
}
