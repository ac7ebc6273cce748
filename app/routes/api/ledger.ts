import { apiLoader, refuseToChange, requireKnownParameters } from '~/app/api/answer.server';
import { headShape } from '~/app/api/shapes.server';
import { findLedgerHead, listSigningKeys } from '~/db/published/ledger';

/** The signed state of the ledger and the keys that it was signed with. */
export const loader = apiLoader(async ({ request, context }) => {
  requireKnownParameters(new URL(request.url).searchParams, []);
  const head = await findLedgerHead(context.publicDb);
  const { keys } = await listSigningKeys(context.publicDb);
  return { data: { head: head ? headShape(head) : null, keys } };
});

export const action = refuseToChange;
