import { apiLoader, refuseToChange, requireKnownParameters } from '~/app/api/answer.server';
import { ApiProblem } from '~/app/api/problem';
import { findSignedDeclaration } from '~/db/published/ledger';
import { copenhagenDay } from '~/workflows/day';

/** A publication with its signature and its place in the ledger; `?publication=` names an earlier one. */
export const loader = apiLoader(async ({ request, params, context }) => {
  const search = new URL(request.url).searchParams;
  requireKnownParameters(search, ['publication']);
  const asked = search.get('publication');
  if (asked !== null && !/^[1-9]\d{0,8}$/.test(asked)) throw ApiProblem.badParameter('publication');
  const found = await findSignedDeclaration(context.publicDb, {
    slug: params.id ?? '',
    today: copenhagenDay(context.now()),
    ...(asked === null ? {} : { number: Number(asked) }),
  });
  if (!found) throw ApiProblem.notFound();
  return { ...found };
});

export const action = refuseToChange;
