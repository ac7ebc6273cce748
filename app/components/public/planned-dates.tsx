import { forecastTexts } from '~/app/i18n/forecast';
import { useFormat } from '~/app/i18n/format';
import { useTexts } from '~/app/i18n/use-texts';
import type { KeptDate } from '~/app/published/planned-dates.server';
import type { KeepingRecord } from '~/workflows/forecast';
import { type Column, DataTable } from '../data-table';
import { Tag, type Tone } from '../tags';
import { HowCounted, plannedDatesAnchor, usePlanColumns, useWeight } from './forecast';

const tones = { kept: 'success', missed: 'error', open: 'neutral' } as const satisfies Record<string, Tone>;

/** Each date that the supplier has published as planned, and whether it was kept: what its weight in forecasts is made of. */
export function PlannedDates({ dates, record }: { dates: readonly KeptDate[]; record: KeepingRecord }) {
  const t = useTexts(forecastTexts);
  const format = useFormat();
  const weight = useWeight();
  const about = usePlanColumns<KeptDate>();
  if (dates.length === 0) return null;
  const columns: Column<KeptDate>[] = [
    ...about,
    { id: 'stated', header: t('columnStated'), noWrap: true, cell: ({ statedOn }) => format.shortDate(statedOn) },
    { id: 'planned', header: t('columnPlanned'), noWrap: true, cell: ({ plannedOn }) => format.shortDate(plannedOn) },
    {
      id: 'ready',
      header: t('columnReadyOn'),
      noWrap: true,
      cell: ({ readyOn }) => (readyOn === null ? '–' : format.shortDate(readyOn)),
    },
    {
      id: 'kept',
      header: t('columnKept'),
      cell: ({ outcome }) => <Tag tone={tones[outcome]}>{t(`outcome_${outcome}`)}</Tag>,
    },
  ];
  return (
    <section aria-labelledby={plannedDatesAnchor}>
      <h2 id={plannedDatesAnchor}>{t('datesHeading')}</h2>
      <p>
        {record.known === 0 ? t('datesNone') : t('datesKept', { count: record.known, kept: record.kept })}{' '}
        {t('datesWeight', { weight: weight(record) })}
      </p>
      <DataTable
        caption={t('datesHeading')}
        hideCaption
        compact
        rows={dates}
        rowKey={({ slug, interfaceId, plannedOn }) => `${slug} ${interfaceId} ${plannedOn}`}
        columns={columns}
      />
      <HowCounted />
    </section>
  );
}
