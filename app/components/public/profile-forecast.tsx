import { forecastTexts } from '~/app/i18n/forecast';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { profileTexts } from '~/app/i18n/profile';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths } from '~/app/paths';
import type { NamedRequirement } from '~/app/published/profile-page.server';
import type { KeepingRecord } from '~/workflows/forecast';
import type { DueRequirement } from '~/workflows/profile-forecast';
import { DataTable } from '../data-table';
import { ForecastFrame, Kept, useTwoDecimals, useWeight } from './forecast';

/** Products that are to be expected to meet a profile on a coming day, as its page shows them. */
export interface ShownProfileForecast {
  day: string;
  fitting: number;
  expectedOfComing: number;
  expected: number;
  coming: {
    slug: string;
    name: string;
    supplierSlug: string;
    supplierName: string;
    record: KeepingRecord;
    due: readonly DueRequirement[];
    weight: number;
  }[];
}

/** Which products to expect on the day, with the arithmetic. */
export function ProfileForecastSection({
  forecast: { day, fitting, expectedOfComing, expected, coming },
  requirements,
}: {
  forecast: ShownProfileForecast;
  requirements: readonly NamedRequirement[];
}) {
  const t = useTexts(forecastTexts);
  const words = useTexts(profileTexts);
  const format = useFormat();
  const text = useText();
  const to = usePaths();
  const two = useTwoDecimals();
  const weightOf = useWeight();
  if (coming.length === 0) {
    return (
      <ForecastFrame day={day}>
        <p>{t('profileNothing', { ready: format.number(fitting) })}</p>
        <p>{t('profileLimits')}</p>
      </ForecastFrame>
    );
  }
  const sum = {
    ready: format.number(fitting),
    expected: two(expectedOfComing),
    planned: format.number(coming.length),
    all: two(expected),
  };
  const product = ({ weight, due }: (typeof coming)[number]): string =>
    due.length > 1 ? `${due.map((each) => two(each.weight)).join(' × ')} = ${two(weight)}` : two(weight);
  return (
    <ForecastFrame day={day}>
      <p className="sd-forecast-sum">{t('profileSum', sum)}</p>
      <p>{t('profileLead', { date: format.date(day) })}</p>
      <DataTable
        caption={t('table')}
        hideCaption
        compact
        rows={coming}
        rowKey={({ slug }) => slug}
        columns={[
          {
            id: 'product',
            header: t('columnProduct'),
            rowHeader: true,
            cell: ({ slug, name, supplierName }) => (
              <>
                <a href={to.product(slug)}>{name}</a>
                <span className="sd-matrix-supplier">{supplierName}</span>
              </>
            ),
          },
          {
            id: 'dates',
            header: t('columnDates'),
            cell: ({ due }) =>
              due.map(({ index, plannedOn }) => {
                const requirement = requirements[index];
                return requirement ? (
                  <div key={requirement.interfaceId}>
                    {`${words('numbered', { number: requirement.number, interface: text(requirement.short) })}, ${format.shortDate(plannedOn)}`}
                  </div>
                ) : null;
              }),
          },
          { id: 'record', header: t('columnRecord'), noWrap: true, cell: (plan) => <Kept plan={plan} /> },
          { id: 'weight', header: t('columnWeight'), noWrap: true, cell: ({ record }) => weightOf(record) },
          { id: 'all', header: t('columnProductWeight'), noWrap: true, cell: product },
        ]}
      />
      <p>{t('profileLimits')}</p>
    </ForecastFrame>
  );
}
