import { apiLoader, refuseToChange, requireKnownParameters } from '~/app/api/answer.server';
import { ApiProblem } from '~/app/api/problem';
import { ledgerPageSize, listLedgerEntries } from '~/db/published/ledger';

/** Every signed entry, in the order of the tree: whoever keeps them can compute each head. */
export const loader = apiLoader(async ({ request, context }) => {
  const search = new URL(request.url).searchParams;
  requireKnownParameters(search, ['cursor']);
  const cursor = search.get('cursor') ?? '0';
  if (!/^\d{1,12}$/.test(cursor)) throw ApiProblem.badParameter('cursor');
  const from = Number(cursor);
  const { entries, hasMore } = await listLedgerEntries(context.publicDb, from);
  return { data: entries, next: hasMore ? String(from + ledgerPageSize) : null };
});

export const action = refuseToChange;
