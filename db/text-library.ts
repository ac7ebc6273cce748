import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '~/workflows/actor';
import { libraryPlaceOf } from '~/workflows/library-text';
import type { ComparableAnswer } from '~/workflows/proposal';
import type { Question, Section } from '~/workflows/questionnaire/definition';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { canReadProduct } from '~/workflows/supplier-rights';
import type { Db } from './client';
import { isUuid, loadDeclaration, mainQuestionnaire } from './declarations';
import { getLatestQuestionnaire } from './questionnaires';
import { declarations, libraryTexts, libraryUses, products, proposals } from './schema';

export type LibraryText = typeof libraryTexts.$inferSelect;

/** The texts of a supplier that can be inserted, by title. The caller has authorized it. */
export function listLibraryTexts(db: Db, supplierId: string): Promise<LibraryText[]> {
  return db
    .select()
    .from(libraryTexts)
    .where(and(eq(libraryTexts.supplierId, supplierId), isNull(libraryTexts.retiredAt)))
    .orderBy(asc(libraryTexts.title), asc(libraryTexts.id));
}

/** @returns undefined when there is none, or it is another supplier's, or it was removed */
export async function findLibraryText(db: Db, actor: Actor, id: string): Promise<LibraryText | undefined> {
  if (actor.supplierId === null || !isUuid(id)) return undefined;
  return (await listLibraryTexts(db, actor.supplierId)).find((text) => text.id === id);
}

/** An answer into which a text was put, as it is now. */
export interface LibraryUse {
  textId: string;
  declarationId: string;
  productName: string;
  key: QuestionKey;
  /** Whether the text stands in the answer as it is in the library; `waiting`: a change of it has been offered. */
  how: 'as-is' | 'edited' | 'waiting';
}

/** Where texts were put in, as far as the actor may read it; by product. */
export async function listLibraryUses(db: Db, actor: Actor, texts: readonly LibraryText[]): Promise<LibraryUse[]> {
  if (texts.length === 0) return [];
  const rows = await db
    .select({ use: libraryUses, product: products })
    .from(libraryUses)
    .innerJoin(declarations, eq(declarations.id, libraryUses.declarationId))
    .innerJoin(products, eq(products.id, declarations.productId))
    .where(
      inArray(
        libraryUses.libraryTextId,
        texts.map(({ id }) => id),
      ),
    )
    .orderBy(asc(products.name), asc(libraryUses.questionKey));
  const readable = rows.filter(({ product }) => canReadProduct(actor, product));
  const answers = await readUsed(
    db,
    readable.map(({ use }) => use.declarationId),
  );
  return readable.flatMap(({ use, product }): LibraryUse[] => {
    const text = texts.find(({ id }) => id === use.libraryTextId);
    if (!text) return [];
    const present = answers.present.get(`${use.declarationId} ${use.questionKey}`) ?? '';
    const waits = answers.waiting.has(`${use.declarationId} ${use.questionKey} ${text.id}`);
    const how = present.includes(text.body) ? 'as-is' : waits ? 'waiting' : 'edited';
    return [
      { textId: text.id, declarationId: use.declarationId, productName: product.name, key: use.questionKey, how },
    ];
  });
}

async function readUsed(db: Db, declarationIds: readonly string[]) {
  const ids = [...new Set(declarationIds)];
  const present = new Map<string, string>();
  const waiting = new Set<string>();
  for (const id of ids) {
    const { answers } = await loadDeclaration(db, id);
    for (const [key, answer] of answers) present.set(`${id} ${key}`, proseOf(answer).join('\n'));
    for (const { questionKey, originDetails } of await readWaitingTexts(db, id)) {
      waiting.add(`${id} ${questionKey} ${originDetails.libraryTextId}`);
    }
  }
  return { present, waiting };
}

function proseOf({ value, justification }: ComparableAnswer): string[] {
  return [...(typeof value === 'string' ? [value] : []), ...(justification ? [justification] : [])];
}

/** Changes of texts that wait at a declaration's answers. Nothing is authorized here. */
export function readWaitingTexts(db: Db, declarationId: string) {
  return db
    .select()
    .from(proposals)
    .where(
      and(eq(proposals.declarationId, declarationId), eq(proposals.origin, 'library'), isNull(proposals.decidedAs)),
    );
}

/** The sections, and the questions that take prose, that a text can be about; of the newest questionnaire. */
export async function listTopics(db: Db): Promise<{ sections: readonly Section[]; questions: Question[] }> {
  const { definition } = await getLatestQuestionnaire(db, mainQuestionnaire);
  const questions = [...definition.sections.flatMap((section) => section.questions), ...definition.interfaceTemplate];
  return {
    sections: definition.sections,
    questions: questions.filter(({ type }) => libraryPlaceOf(type) !== null),
  };
}
