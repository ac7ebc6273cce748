import { apiLoader, refuseToChange, requireKnownParameters } from '~/app/api/answer.server';
import { readCount } from '~/app/api/cursor';
import { headShape } from '~/app/api/shapes.server';
import { ledgerPageSize, listLedgerHeads } from '~/db/published/ledger';

/** Every signed state of the ledger: whoever kept one finds it here again, or knows that something is wrong. */
export const loader = apiLoader(async ({ request, context }) => {
  const search = new URL(request.url).searchParams;
  requireKnownParameters(search, ['cursor']);
  const from = readCount(search, 'cursor') ?? 0;
  const { heads, hasMore } = await listLedgerHeads(context.publicDb, from);
  return { data: heads.map(headShape), next: hasMore ? String(from + ledgerPageSize) : null };
});

export const action = refuseToChange;
