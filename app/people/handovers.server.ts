import { isEditableFor } from '~/app/supplier/declaration.server';
import type { Db } from '~/db/client';
import type { LoadedDeclaration } from '~/db/declarations';
import { type Handover, listAnswerers, listHandovers, messageLimit } from '~/db/handovers';
import type { Actor } from '~/workflows/actor';
import { canEditAnswers } from '~/workflows/supplier-rights';

/** The sections of a declaration and in whose hands they are. @param chosen the section that the address names */
export async function handoversView(db: Db, actor: Actor, loaded: LoadedDeclaration, chosen: string | null) {
  const { declaration, product, questionnaire } = loaded;
  const used = new Set(loaded.instances.map(({ sectionId }) => sectionId));
  const sections = questionnaire.definition.sections.filter(({ id }) => used.has(id));
  const isEditable = isEditableFor(actor, loaded);
  const answerers = isEditable ? await listAnswerers(db, product) : [];
  return {
    declarationId: declaration.id,
    productName: product.name,
    ownId: actor.personId,
    isEditable,
    mayAnswer: actor.supplierId === product.supplierId && canEditAnswers(actor, product.id),
    messageLimit,
    sections: sections.map(({ id, title }) => ({ id, title })),
    chosen: sections.find(({ id }) => id === chosen)?.id ?? null,
    answerers: answerers.map(({ personId, name }) => ({ personId, name })),
    handovers: (await listHandovers(db, declaration.id)).map(({ since, ...handover }) => ({
      ...handover,
      since: since.toISOString(),
      title: questionnaire.definition.sections.find(({ id }) => id === handover.sectionId)?.title ?? {
        da: handover.sectionId,
        en: handover.sectionId,
      },
    })),
  };
}
export type HandoversView = Awaited<ReturnType<typeof handoversView>>;

/** In whose hands a section is, as the task list and the section itself say it. */
export interface HeldSection {
  id: string;
  assigneeName: string;
  assignedByName: string;
  message: string | null;
  isMine: boolean;
  /** Taken by oneself: nobody asked for it. */
  isOwnChoice: boolean;
}

export function heldBy(handover: Handover, actor: Actor): HeldSection {
  const { id, assigneeName, assignedByName, message, assigneeId, assignedBy } = handover;
  const isMine = assigneeId === actor.personId;
  return { id, assigneeName, assignedByName, message, isMine, isOwnChoice: assigneeId === assignedBy };
}
