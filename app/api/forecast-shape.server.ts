import type { PortalContext } from '~/app/context.server';
import { loadForecast } from '~/app/published/forecast.server';
import type { listPlans } from '~/db/published/planned-dates';
import { isReady } from '~/workflows/published-rows';
import type { SupportLevel } from '~/workflows/words';

/**
 * What an answer about a coming day has beside today's facts; nothing on any other day.
 * @param of whose plans
 * @param support what is published of it
 */
export async function forecastShape(
  context: PortalContext,
  of: Parameters<typeof listPlans>[1],
  support: readonly { level: SupportLevel }[],
) {
  const ready = support.filter(({ level }) => isReady(level)).length;
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
