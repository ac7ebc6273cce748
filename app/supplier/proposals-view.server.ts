import { listNamesIn } from '~/db/answer-names';
import { listInterfaces } from '~/db/catalogue';
import type { Db } from '~/db/client';
import type { LoadedDeclaration } from '~/db/declarations';
import { listProposals } from '~/db/open-proposals';
import type { Actor } from '~/workflows/actor';
import { canEditAnswers } from '~/workflows/supplier-rights';
import { isEditableFor } from './declaration.server';
import { type ProposalView, proposalViewOf, valuesIn } from './proposal-view';
import { type QuestionLink, questionLinks } from './question-label';

/** A proposal and where its question stands. */
export type PlacedProposal = ProposalView & { link: QuestionLink };

/** The proposals of a declaration, what came together standing together. */
export async function proposalsView(db: Db, actor: Actor, loaded: LoadedDeclaration) {
  const open = await listProposals(db, loaded.declaration.id);
  const names = new Map((await listInterfaces(db)).map(({ id, name }) => [id, name]));
  const placed = open.flatMap((proposal): PlacedProposal[] => {
    const view = proposalViewOf(loaded, proposal);
    const [link] = questionLinks(loaded, [proposal.key], names);
    return view && link ? [{ ...view, link }] : [];
  });
  const batches = [...new Set(placed.map(({ batchId }) => batchId))].reverse();
  return {
    declarationId: loaded.declaration.id,
    productName: loaded.product.name,
    isEditable: isEditableFor(actor, loaded),
    isOwn: actor.supplierId === loaded.supplier.id && canEditAnswers(actor, loaded.product.id),
    total: placed.length,
    batches: batches.map((id) => ({ id, proposals: placed.filter(({ batchId }) => batchId === id) })),
    names: await listNamesIn(db, valuesIn(open)),
  };
}
export type ProposalsView = Awaited<ReturnType<typeof proposalsView>>;
