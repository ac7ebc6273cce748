import type { ReactNode } from 'react';
import { forecastTexts } from '~/app/i18n/forecast';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { GroupForecast, ShownForecast } from '~/app/published/forecast.server';
import { shortInterfaceLabel } from '~/app/published/interface-label';
import { graceDays, type KeepingRecord, prior, weightOf } from '~/workflows/forecast';
import { type Column, DataTable } from '../data-table';

type ShownPlan = ShownForecast['plans'][number];

/**
 * What is to be expected of planned dates, with the arithmetic. Told apart from facts by words and by its frame.
 * @param about which columns would say the same in every row
 */
export function ForecastSection({
  forecast,
  about,
}: {
  forecast: ShownForecast;
  about: 'interface' | 'group' | 'product' | 'supplier';
}) {
  const t = useTexts(forecastTexts);
  const format = useFormat();
  const to = usePaths();
  const [product, ofInterface] = usePlanColumns<ShownPlan>();
  const columns: Column<ShownPlan>[] = [
    product,
    { ...ofInterface, rowHeader: about === 'product' },
    {
      id: 'supplier',
      header: t('columnSupplier'),
      cell: ({ supplierSlug, supplierName }) => <a href={to.publicSupplier(supplierSlug)}>{supplierName}</a>,
    },
    { id: 'planned', header: t('columnPlanned'), noWrap: true, cell: ({ plannedOn }) => format.shortDate(plannedOn) },
    { id: 'record', header: t('columnRecord'), noWrap: true, cell: (plan) => <Kept plan={plan} /> },
    { id: 'weight', header: t('columnWeight'), noWrap: true, cell: (plan) => <Weight plan={plan} /> },
    { id: 'counts', header: t('columnCounts'), cell: (plan) => <Counts plan={plan} /> },
  ];
  const hidden: readonly string[] = {
    interface: ['interface'],
    group: [],
    product: ['product', 'supplier'],
    supplier: ['supplier'],
  }[about];
  return (
    <ForecastFrame day={forecast.day}>
      {forecast.plans.length === 0 ? (
        <p>{t('nothingPlanned', { ready: format.number(forecast.ready) })}</p>
      ) : (
        <>
          <p className="sd-forecast-sum">
            <Sum forecast={forecast} />
          </p>
          <DataTable
            caption={t('table')}
            hideCaption
            compact
            rows={forecast.plans}
            rowKey={({ slug, interfaceId }) => `${slug} ${interfaceId}`}
            columns={columns.filter(({ id }) => !hidden.includes(id))}
          />
        </>
      )}
    </ForecastFrame>
  );
}

/** The sums of every group. */
export function GroupForecasts({ day, groups }: { day: string; groups: readonly GroupForecast[] }) {
  const t = useTexts(forecastTexts);
  const text = useText();
  const to = usePaths();
  const two = useTwoDecimals();
  const format = useFormat();
  return (
    <ForecastFrame day={day}>
      <p>{t('groupsLead')}</p>
      <DataTable
        caption={t('table')}
        hideCaption
        compact
        rows={groups}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'group',
            header: t('columnGroup'),
            rowHeader: true,
            cell: ({ id, name }) => <a href={to.interfaceGroup(id)}>{text(name)}</a>,
          },
          { id: 'ready', header: t('columnReady'), numeric: true, cell: ({ ready }) => format.number(ready) },
          { id: 'planned', header: t('columnPlans'), numeric: true, cell: ({ planned }) => format.number(planned) },
          {
            id: 'expected',
            header: t('columnExpected'),
            numeric: true,
            cell: ({ expectedOfPlanned }) => two(expectedOfPlanned),
          },
          { id: 'sum', header: t('columnSum'), numeric: true, cell: ({ expected }) => two(expected) },
        ]}
      />
    </ForecastFrame>
  );
}

type Planned = Pick<ShownPlan, 'slug' | 'name' | 'interfaceId' | 'interfaceName'>;

/** The product and the interface that a planned date is of. */
export function usePlanColumns<Row extends Planned>(): [Column<Row>, Column<Row>] {
  const t = useTexts(forecastTexts);
  const text = useText();
  const to = usePaths();
  return [
    {
      id: 'product',
      header: t('columnProduct'),
      rowHeader: true,
      cell: ({ slug, name }) => <a href={to.product(slug)}>{name}</a>,
    },
    {
      id: 'interface',
      header: t('columnInterface'),
      cell: ({ interfaceId: id, interfaceName: name }) => (
        <a href={to.interface(id)}>{text(shortInterfaceLabel({ id, name }))}</a>
      ),
    },
  ];
}

/** Stands around everything that is not a fact. */
export function ForecastFrame({ day, children }: { day: string; children: ReactNode }) {
  const t = useTexts(forecastTexts);
  const format = useFormat();
  return (
    <section className="sd-forecast" aria-labelledby="forecast">
      <h2 id="forecast">{t('heading', { date: format.date(day) })}</h2>
      <p>{t('notFact')}</p>
      {children}
      <HowCounted />
    </section>
  );
}

function Sum({ forecast }: { forecast: ShownForecast }) {
  const t = useTexts(forecastTexts);
  const format = useFormat();
  const two = useTwoDecimals();
  return (
    <>
      {t('sum', {
        ready: format.number(forecast.ready),
        expected: two(forecast.expectedOfPlanned),
        planned: format.number(forecast.planned),
        all: two(forecast.expected),
      })}
    </>
  );
}

/** Where the dates stand on a supplier's page that its weight is made of. */
export const plannedDatesAnchor = 'planned-dates';

/** Leads to the dates that were counted. */
export function Kept({ plan: { record, supplierSlug } }: { plan: { record: KeepingRecord; supplierSlug: string } }) {
  const t = useTexts(forecastTexts);
  const to = usePaths();
  return <a href={`${to.publicSupplier(supplierSlug)}#${plannedDatesAnchor}`}>{t('record', { ...record })}</a>;
}

function Weight({ plan: { record } }: { plan: ShownPlan }) {
  const weight = useWeight();
  return <>{weight(record)}</>;
}

/** A weight with its arithmetic. */
export function useWeight(): (record: KeepingRecord) => string {
  const t = useTexts(forecastTexts);
  const two = useTwoDecimals();
  const priorAll = prior.kept + prior.missed;
  return (record) => t('weight', { ...record, priorKept: prior.kept, priorAll, weight: two(weightOf(record)) });
}

/** The rules of counting. */
export function HowCounted() {
  const t = useTexts(forecastTexts);
  return (
    <details>
      <summary>{t('how')}</summary>
      <p>{t('howText', { days: graceDays })}</p>
    </details>
  );
}

function Counts({ plan: { state, weight } }: { plan: ShownPlan }) {
  const t = useTexts(forecastTexts);
  const two = useTwoDecimals();
  return <>{state === 'due' ? two(weight) : t(`state_${state}`)}</>;
}

export function useTwoDecimals(): (value: number) => string {
  const format = useFormat();
  return (value) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
