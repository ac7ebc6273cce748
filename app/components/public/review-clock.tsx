import { useFormat } from '~/app/i18n/format';
import { reviewClockTexts } from '~/app/i18n/review-clock';
import { useTexts } from '~/app/i18n/use-texts';
import { caseStateTexts } from '~/app/i18n/words';
import { expectedDecision, queueStep, type ReviewClock, type StateClock } from '~/workflows/review-clock';
import { DataTable } from '..';

/** How long reviews take, for everybody: in words, as a table, and each row as a bar. */
export function ReviewClockFigures({ clock, computedAt }: { clock: ReviewClock; computedAt: Date }) {
  const t = useTexts(reviewClockTexts);
  const format = useFormat();
  const expected = expectedDecision(clock, computedAt);
  const { wholeMedianDays: median, wholePercentile90Days: most, queue } = clock;
  return (
    <section aria-labelledby="review-clock">
      <h2 id="review-clock">{t('heading')}</h2>
      <p>{t('lead', { days: clock.periodDays })}</p>
      <ul>
        <li>
          {median === null || most === null
            ? t('tooFew')
            : t('whole', { median: format.number(median), most: format.number(most) })}
        </li>
        {expected && <li>{t('expected', { from: format.date(computedAt), to: format.date(expected) })}</li>}
        <li>{queue === null ? t('queueShort', { count: queueStep }) : t('queue', { count: queue })}</li>
      </ul>
      <States states={clock.states} />
      <p className="sd-muted">{t('computed', { date: format.date(computedAt) })}</p>
    </section>
  );
}

function States({ states }: { states: readonly StateClock[] }) {
  const t = useTexts(reviewClockTexts);
  const words = useTexts(caseStateTexts);
  const format = useFormat();
  const longest = Math.max(1, ...states.map(({ percentile90Days }) => percentile90Days ?? 0));
  const days = (value: number | null): string => (value === null ? t('few') : format.number(value));
  return (
    <DataTable
      caption={t('table')}
      compact
      onPhone="scroll"
      rows={states}
      rowKey={({ state }) => state}
      columns={[
        { id: 'state', header: t('columnState'), rowHeader: true, cell: ({ state }) => words(state) },
        { id: 'bar', header: t('columnBar'), cell: (row) => <ClockBar clock={row} longest={longest} /> },
        { id: 'median', header: t('columnMedian'), numeric: true, cell: ({ medianDays }) => days(medianDays) },
        {
          id: 'most',
          header: t('columnMost'),
          numeric: true,
          cell: ({ percentile90Days }) => days(percentile90Days),
        },
        {
          id: 'stays',
          header: t('columnStays'),
          numeric: true,
          cell: ({ medianDays, stays }) => (medianDays === null ? t('few') : format.number(stays)),
        },
      ]}
    />
  );
}

/** A thin line to the 90th percentile, a thick one to the median: told apart by shape, not by colour. */
function ClockBar({ clock: { medianDays, percentile90Days }, longest }: { clock: StateClock; longest: number }) {
  const t = useTexts(reviewClockTexts);
  const format = useFormat();
  if (medianDays === null || percentile90Days === null) return <>–</>;
  const width = (days: number): string => `${Math.round((days / longest) * 1000) / 10}%`;
  return (
    <svg
      className="sd-clock-bar"
      role="img"
      aria-label={t('bar', { median: format.number(medianDays), most: format.number(percentile90Days) })}
      width="100%"
      height="14"
      focusable="false"
    >
      <rect className="sd-clock-most" x="0" y="5" width={width(percentile90Days)} height="4" />
      <rect className="sd-clock-median" x="0" y="0" width={width(medianDays)} height="14" />
    </svg>
  );
}
