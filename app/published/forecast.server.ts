import type { PortalContext } from '~/app/context.server';
import { listPlannedDates, listPlans, type PublishedPlan } from '~/db/published/planned-dates';
import { copenhagenDay } from '~/workflows/day';
import { type Forecast, forecast, recordsOf } from '~/workflows/forecast';
import type { Text } from '~/workflows/words';
import type { GroupReadiness } from './readiness.server';

/** A forecast with the day that it is for. */
export type ShownForecast = Forecast<PublishedPlan> & { day: string };

/**
 * What is to be expected on the day that a page is asked for; null where that is not a coming day.
 * @param of whose plans
 * @param ready what is there today
 */
export async function loadForecast(
  { publicDb: db, viewedDay, now }: Pick<PortalContext, 'publicDb' | 'viewedDay' | 'now'>,
  of: Parameters<typeof listPlans>[1],
  ready: number,
): Promise<ShownForecast | null> {
  if (viewedDay?.kind !== 'future') return null;
  const { day } = viewedDay;
  const today = copenhagenDay(now());
  const plans = await listPlans(db, of);
  const suppliers = [...new Set(plans.map(({ supplierSlug }) => supplierSlug))];
  const records = recordsOf(await listPlannedDates(db, suppliers), today);
  return { day, ...forecast({ ready, plans, records }, { day, today }) };
}

export interface GroupForecast {
  id: string;
  name: Text;
  ready: number;
  planned: number;
  expectedOfPlanned: number;
  expected: number;
}

/** The same by group, for all products. */
export async function loadGroupForecasts(
  { publicDb: db, viewedDay, now }: Pick<PortalContext, 'publicDb' | 'viewedDay' | 'now'>,
  groups: readonly GroupReadiness[],
): Promise<{ day: string; groups: GroupForecast[] } | null> {
  if (viewedDay?.kind !== 'future') return null;
  const { day } = viewedDay;
  const today = copenhagenDay(now());
  const plans = await listPlans(db);
  const records = recordsOf(await listPlannedDates(db, null), today);
  const forecasts = groups.map(({ id, name, levels }) => {
    const ready = levels.in_production + levels.ready;
    const own = plans.filter(({ groupId }) => groupId === id);
    const { planned, expectedOfPlanned, expected } = forecast({ ready, plans: own, records }, { day, today });
    return { id, name, ready, planned, expectedOfPlanned, expected };
  });
  return { day, groups: forecasts.filter(({ ready, planned }) => ready + planned > 0) };
}
