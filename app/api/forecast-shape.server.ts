import type { PortalContext } from '~/app/context.server';
import { loadForecast } from '~/app/published/forecast.server';
import type { listPlans } from '~/db/published/planned-dates';

/**
 * What an answer about a coming day has beside today's facts; nothing on any other day.
 * @param of whose plans
 * @param ready how much is in production or ready today
 */
export async function forecastShape(context: PortalContext, of: Parameters<typeof listPlans>[1], ready: number) {
  const forecast = await loadForecast(context, of, ready);
  if (!forecast) return {};
  const { day, plans, ...sums } = forecast;
  return {
    forecast: {
      on: day,
      ...sums,
      plans: plans.map(
        ({ slug, name, interfaceId, supplierSlug, supplierName, level, plannedOn, record, weight, state }) => ({
          product: { id: slug, name },
          interface: interfaceId,
          supplier: { id: supplierSlug, name: supplierName },
          ...{ level, plannedOn, record, weight, state },
        }),
      ),
    },
  };
}
