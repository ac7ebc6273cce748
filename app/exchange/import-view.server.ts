import { answerShape } from '~/app/answer-words';
import { isEditableFor } from '~/app/supplier/declaration.server';
import { questionLinks } from '~/app/supplier/question-label';
import { listNamesIn } from '~/db/answer-names';
import { listInterfaces } from '~/db/catalogue';
import type { Db } from '~/db/client';
import type { LoadedDeclaration } from '~/db/declarations';
import { findImport } from '~/db/imports';
import type { Actor } from '~/workflows/actor';
import { canEditAnswers } from '~/workflows/supplier-rights';

/**
 * What a file would change, for its page.
 * @returns undefined when the declaration has no such import
 */
export async function findImportView(db: Db, actor: Actor, loaded: LoadedDeclaration, importId: string) {
  const found = await findImport(db, loaded, importId);
  if (!found) return undefined;
  const names = new Map((await listInterfaces(db)).map(({ id, name }) => [id, name]));
  const changes = found.differences.flatMap((difference) => {
    const [link] = questionLinks(loaded, [difference.key], names);
    const question = loaded.instances.find(({ key }) => key === difference.key)?.question;
    return link && question ? [{ ...difference, link, shape: answerShape(question) }] : [];
  });
  const { fileName, createdAt, createdByName, decidedAs, seen, same, left, gone } = found;
  return {
    declarationId: loaded.declaration.id,
    productName: loaded.product.name,
    importId,
    fileName,
    createdAt: createdAt.toISOString(),
    createdByName,
    decidedAs,
    seen,
    same,
    left,
    gone,
    stale: changes.filter(({ isStale }) => isStale).length,
    isOwn: actor.supplierId === loaded.supplier.id && canEditAnswers(actor, loaded.product.id),
    isEditable: isEditableFor(actor, loaded),
    changes,
    names: await listNamesIn(
      db,
      changes.flatMap(({ present, proposed, published }) => [
        present?.value ?? null,
        proposed.value,
        published?.value ?? null,
      ]),
    ),
  };
}
export type ImportView = NonNullable<Awaited<ReturnType<typeof findImportView>>>;
