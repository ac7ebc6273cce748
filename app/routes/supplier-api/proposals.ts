import { jsonAnswer, refuseToWrite, supplierApi } from '~/app/supplier-api/answer.server';
import { requireOwnDeclaration } from '~/app/supplier-api/own-declaration.server';
import type { WaitingProposal } from '~/app/supplier-api/schemas';
import { listProposals } from '~/db/open-proposals';

/** The proposals that wait for a person, wherever they come from. */
export const loader = supplierApi('declarations:read', async (asked) => {
  const { declaration } = await requireOwnDeclaration(asked);
  const open = await listProposals(asked.context.db, declaration.id);
  const data = open.map(
    ({ id, key, value, justification, origin, relation, createdAt }): WaitingProposal => ({
      id,
      key,
      value,
      justification,
      origin,
      relation,
      createdAt: createdAt.toISOString(),
    }),
  );
  return jsonAnswer(JSON.stringify({ data, next: null }));
});

export const action = refuseToWrite;
