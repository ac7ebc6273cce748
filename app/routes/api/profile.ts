import { apiLoader, refuseToChange } from '~/app/api/answer.server';
import { ApiProblem } from '~/app/api/problem';
import { profileTable } from '~/app/api/tables/profile-table';
import {
  loadProfileForecast,
  loadProfileMatch,
  nameRequirements,
  readProfilePage,
} from '~/app/published/profile-page.server';
import type { Offer } from '~/db/published/offers';
import { copenhagenDay } from '~/workflows/day';
import type { Requirement } from '~/workflows/profile';
import type { ProfileForecast } from '~/workflows/profile-forecast';

/** The result of /profile: every product against the requirements in the address, best first. */
export const loader = apiLoader(async ({ request, context }) => {
  const { publicDb: db, now } = context;
  const { catalogue, read } = await readProfilePage(request, db, now());
  if (!read.ok) throw ApiProblem.badQuery(read.problem);
  const { profile } = read;
  const match = await loadProfileMatch(db, profile, now());
  const { matches, fitting, relaxations } = match;
  const forecast = await loadProfileForecast(context, profile, match);
  const requirements = nameRequirements(profile, catalogue);
  return {
    on: profile.on || copenhagenDay(now()),
    requirements: requirements.map(({ interfaceId, name, level, importance, rung, label }) => ({
      interface: interfaceId,
      name,
      level,
      importance,
      rung: rung === '' ? null : rung,
      label,
    })),
    fitting,
    relaxations: relaxations.map(({ index, more }) => ({
      interface: requirements[index]?.interfaceId ?? '',
      more: more.length,
      products: more.map(({ slug }) => slug),
    })),
    ...(forecast && { forecast: forecastOf(forecast, requirements) }),
    data: matches.map(({ product, fits, met, mustMet, isFit }) => ({
      product: { id: product.slug, name: product.name },
      supplier: { id: product.supplierSlug, name: product.supplierName },
      publication: product.publicationNumber,
      isFit,
      met,
      mustMet,
      requirements: Object.fromEntries(
        requirements.map(({ interfaceId }, index) => {
          const offered = product.support.get(interfaceId);
          const { level = null, rung = null, plannedOn = null } = offered ?? {};
          return [interfaceId, { fit: fits[index] ?? 'undeclared', level, rung, plannedOn }];
        }),
      ),
    })),
    next: null,
  };
}, profileTable);

function forecastOf({ fitting, expected, coming }: ProfileForecast<Offer>, requirements: readonly Requirement[]) {
  return {
    fitting,
    expected,
    coming: coming.map(({ product, record, due, weight }) => ({
      product: { id: product.slug, name: product.name },
      weight,
      due: due.map(({ index, ...date }) => ({ interface: requirements[index]?.interfaceId ?? '', record, ...date })),
    })),
  };
}

export const action = refuseToChange;
