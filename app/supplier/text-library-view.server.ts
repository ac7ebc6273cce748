import { listInterfaces } from '~/db/catalogue';
import type { Db } from '~/db/client';
import { findDeclarationFor, loadDeclarations } from '~/db/declarations';
import { type LibraryText, type LibraryUse, listLibraryTexts, listLibraryUses, listTopics } from '~/db/text-library';
import type { Actor } from '~/workflows/actor';
import { libraryPlaceOf } from '~/workflows/library-text';
import { canEditAnswers } from '~/workflows/supplier-rights';
import type { Text } from '~/workflows/words';
import { questionLinks } from './question-label';

export interface TopicView {
  id: string;
  kind: 'section' | 'question';
  name: Text;
}

/** The answer that a new text begins with. */
export interface KeptAnswer {
  declarationId: string;
  key: string;
  productName: string;
  question: Text;
  body: string;
  questionId: string;
}

type SupplierActor = Actor & { supplierId: string };

export async function textLibraryView(
  db: Db,
  actor: SupplierActor,
  from: { declarationId: string; key: string } | null,
) {
  const texts = await listLibraryTexts(db, actor.supplierId);
  const uses = await listLibraryUses(db, actor, texts);
  return {
    texts: texts.map(({ id, title, body, about }) => ({
      id,
      title,
      body,
      about,
      uses: uses.filter(({ textId }) => textId === id).length,
    })),
    topics: await listTopicViews(db),
    kept: from && (await findKept(db, actor, from)),
    mayChange: canEditAnswers(actor),
  };
}
export type TextLibraryView = Awaited<ReturnType<typeof textLibraryView>>;

async function listTopicViews(db: Db): Promise<TopicView[]> {
  const { sections, questions } = await listTopics(db);
  return [
    ...sections.map(({ id, title }) => ({ id, kind: 'section' as const, name: title })),
    ...questions.map(({ id, text }) => ({ id, kind: 'question' as const, name: text })),
  ];
}

/** @returns null when there is no such answer, or the actor may not read it */
async function findKept(
  db: Db,
  actor: Actor,
  { declarationId, key }: { declarationId: string; key: string },
): Promise<KeptAnswer | null> {
  const loaded = await findDeclarationFor(db, actor, declarationId);
  const question = loaded?.instances.find((instance) => instance.key === key)?.question;
  const place = question ? libraryPlaceOf(question.type) : null;
  if (!loaded || !question || !place) return null;
  const written = loaded.answers.get(key)?.[place];
  const { id: questionId, text } = question;
  const body = typeof written === 'string' ? written : '';
  return { declarationId, key, productName: loaded.product.name, question: text, body, questionId };
}

export async function libraryTextView(db: Db, actor: SupplierActor, { id, title, body, about, version }: LibraryText) {
  const text = (await listLibraryTexts(db, actor.supplierId)).filter((each) => each.id === id);
  return {
    id,
    title,
    body,
    about,
    version,
    uses: await usesView(db, await listLibraryUses(db, actor, text)),
    topics: await listTopicViews(db),
    mayChange: canEditAnswers(actor),
  };
}
export type LibraryTextView = Awaited<ReturnType<typeof libraryTextView>>;

async function usesView(db: Db, uses: readonly LibraryUse[]) {
  const names = new Map((await listInterfaces(db)).map(({ id, name }) => [id, name]));
  const loaded = await loadDeclarations(db, [...new Set(uses.map(({ declarationId }) => declarationId))]);
  return uses.flatMap(({ declarationId, productName, key, how }) => {
    const declaration = loaded.find((each) => each.declaration.id === declarationId);
    const [link] = declaration ? questionLinks(declaration, [key], names) : [];
    return link ? [{ declarationId, productName, how, link }] : [];
  });
}
