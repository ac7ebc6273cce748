import { apiLoader, refuseToChange, requireKnownParameters } from '~/app/api/answer.server';
import { findLedgerHead, listSigningKeys } from '~/db/published/ledger';

/** The signed state of the ledger and the keys that it was signed with. */
export const loader = apiLoader(async ({ request, context }) => {
  requireKnownParameters(new URL(request.url).searchParams, []);
  const head = await findLedgerHead(context.publicDb);
  const { keys } = await listSigningKeys(context.publicDb);
  const shown = head && { size: head.size, root: head.root, at: head.at.toISOString(), jws: head.jws };
  return { data: { head: shown ?? null, keys } };
});

export const action = refuseToChange;
