import { apiLoader, refuseToChange, requireKnownParameters } from '~/app/api/answer.server';
import { readCount } from '~/app/api/cursor';
import { ledgerPageSize, listLedgerEntries } from '~/db/published/ledger';

/** Every signed entry, in the order of the tree: whoever keeps them can compute each head. */
export const loader = apiLoader(async ({ request, context }) => {
  const search = new URL(request.url).searchParams;
  requireKnownParameters(search, ['cursor']);
  const from = readCount(search, 'cursor') ?? 0;
  const { entries, hasMore } = await listLedgerEntries(context.publicDb, from);
  return { data: entries, next: hasMore ? String(from + ledgerPageSize) : null };
});

export const action = refuseToChange;
