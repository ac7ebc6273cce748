import { answerShape } from '~/app/answer-words';
import { listNamesIn } from '~/db/answer-names';
import { listInterfaces } from '~/db/catalogue';
import type { Db } from '~/db/client';
import { findCopy, listCopySources } from '~/db/copied-answers';
import type { LoadedDeclaration } from '~/db/declarations';
import { readPublishedAnswers } from '~/db/open-proposals';
import type { Actor } from '~/workflows/actor';
import { type ComparableAnswer, relateProposal } from '~/workflows/proposal';
import { canEditAnswers } from '~/workflows/supplier-rights';
import type { Text } from '~/workflows/words';
import { questionLinks } from './question-label';

/**
 * What can be fetched from where.
 * @param sourceId of the chosen declaration; null: none is chosen yet
 * @returns undefined when the chosen one is none to fetch from
 */
export async function findCopyView(db: Db, actor: Actor, loaded: LoadedDeclaration, sourceId: string | null) {
  const copy = sourceId === null ? null : await findCopy(db, actor, loaded, sourceId);
  if (copy === undefined) return undefined;
  const names = new Map((await listInterfaces(db)).map(({ id, name }) => [id, name]));
  const published = await readPublishedAnswers(db, loaded.declaration.id);
  const changes = (copy?.changes ?? []).flatMap(({ key }) =>
    changeView(loaded, copy?.source, key, { names, published }),
  );
  return {
    declarationId: loaded.declaration.id,
    productName: loaded.product.name,
    sources: await listCopySources(db, actor, loaded),
    preview: copy && {
      sourceId: copy.source.declaration.id,
      productName: copy.source.product.name,
      isAllowed: actor.supplierId === loaded.supplier.id && canEditAnswers(actor, loaded.product.id),
      changes,
    },
    names: await listNamesIn(
      db,
      changes.flatMap((change) => [
        change.present?.value ?? null,
        change.proposed.value,
        change.published?.value ?? null,
      ]),
    ),
  };
}
export type CopyView = NonNullable<Awaited<ReturnType<typeof findCopyView>>>;

function changeView(
  loaded: LoadedDeclaration,
  source: LoadedDeclaration | undefined,
  key: string,
  { names, published }: { names: ReadonlyMap<string, Text>; published: ReadonlyMap<string, ComparableAnswer> },
) {
  const [link] = questionLinks(loaded, [key], names);
  const question = loaded.instances.find((instance) => instance.key === key)?.question;
  const given = source?.answers.get(key);
  if (!link || !question || !given) return [];
  const proposed = { value: given.value, justification: given.justification };
  const answer = loaded.answers.get(key);
  const present = answer ? { value: answer.value, justification: answer.justification } : null;
  const relation = relateProposal(present ?? undefined, published.get(key), proposed);
  const approved = relation === 'disagrees' ? (published.get(key) ?? null) : null;
  return [{ key, link, shape: answerShape(question), present, proposed, published: approved, relation }];
}
