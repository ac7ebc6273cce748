import { useFormat } from '~/app/i18n/format';
import { timeMachineTexts } from '~/app/i18n/time-machine';
import { useTexts } from '~/app/i18n/use-texts';
import { usePaths, withQuery } from '~/app/paths';
import { useViewedDay } from '~/app/viewed-day';
import { dayParameter, type ViewedDay } from '~/workflows/viewed-day';
import { classes } from '../classes';

interface Location {
  pathname: string;
  search: string;
}

/** Says that the page is not as it is today, and leads back. Above the page, so that nobody overlooks it. */
export function DayBand({ viewed, location }: { viewed: ViewedDay; location: Location }) {
  const t = useTexts(timeMachineTexts);
  const format = useFormat();
  const to = usePaths();
  const isPast = viewed.kind === 'past';
  const date = format.date(viewed.day);
  const isFigures = location.pathname.endsWith('/statistics');
  return (
    <section className={classes('sd-day-band', !isPast && 'sd-day-band-future')} aria-label={t('bandLabel')}>
      <div className="sd-container">
        <p className="sd-day-title">{isPast ? t('shownAsOf', { date }) : t('forecastFor', { date })}</p>
        <p>{isPast ? t('pastText') : t('futureText')}</p>
        <p className="sd-day-ways">
          <a href={withQuery(location.pathname, queryOf(location))}>{t('backToToday')}</a>
          {!isPast && !isFigures && <a href={to.statistics()}>{t('forecastFigures')}</a>}
        </p>
      </div>
    </section>
  );
}

/** The way to another day, at the foot of every page that has one. */
export function DayPicker({ location }: { location: Location }) {
  const t = useTexts(timeMachineTexts);
  const viewed = useViewedDay();
  const kept = [...new URLSearchParams(location.search)].filter(([name]) => name !== dayParameter && name !== 'page');
  return (
    <details className="sd-day-picker" open={viewed !== null}>
      <summary>{t('anotherDay')}</summary>
      <form method="get" action={location.pathname}>
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <label className="form-label" htmlFor="day">
          {t('pickDay')}
        </label>
        <span className="form-hint" id="day-hint">
          {t('pickDayHint')}
        </span>
        <span className="sd-day-field">
          <input
            className="form-input"
            type="date"
            id="day"
            name={dayParameter}
            required
            defaultValue={viewed?.day}
            aria-describedby="day-hint"
          />
          <button type="submit" className="button button-secondary">
            {t('showDay')}
          </button>
        </span>
      </form>
    </details>
  );
}

/** The address' own query, without the day. */
function queryOf({ search }: Location): Record<string, string[]> {
  const given = new URLSearchParams(search);
  given.delete(dayParameter);
  return Object.fromEntries([...given.keys()].map((name) => [name, given.getAll(name)]));
}
