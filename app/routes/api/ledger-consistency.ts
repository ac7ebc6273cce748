import { apiLoader, refuseToChange, requireKnownParameters } from '~/app/api/answer.server';
import { readCount } from '~/app/api/cursor';
import { ApiProblem } from '~/app/api/problem';
import { findGrowth } from '~/db/published/ledger';

/** That the ledger has only grown since the head of `from` entries (RFC 9162, 2.1.4). */
export const loader = apiLoader(async ({ request, context }) => {
  const search = new URL(request.url).searchParams;
  requireKnownParameters(search, ['from']);
  const growth = await findGrowth(context.publicDb, readCount(search, 'from') ?? 0);
  if (!growth) throw ApiProblem.badParameter('from');
  return { data: growth };
});

export const action = refuseToChange;
