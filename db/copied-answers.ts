import { and, asc, count, desc, eq, isNotNull, ne } from 'drizzle-orm';
import type { Acting, Actor } from '~/workflows/actor';
import { isOwnFact, isSameAnswer } from '~/workflows/proposal';
import type { AnswerValue } from '~/workflows/questionnaire/answer';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canReadProduct } from '~/workflows/supplier-rights';
import type { Db } from './client';
import { findDeclarationFor, type LoadedDeclaration } from './declarations';
import { type Proposed, type ProposedAnswer, proposeAnswers } from './proposals';
import { answers, declarations, products } from './schema';

/** A declaration of the same supplier that answers can be fetched from. */
export interface CopySource {
  declarationId: string;
  productName: string;
  answered: number;
}

/** The other declarations of the same supplier to the same questionnaire, as far as the actor may read them; those that answer most first. */
export async function listCopySources(
  db: Db,
  actor: Actor,
  { declaration, supplier }: Pick<LoadedDeclaration, 'declaration' | 'supplier'>,
): Promise<CopySource[]> {
  const rows = await db
    .select({ declarationId: declarations.id, product: products, answered: count(answers.questionKey) })
    .from(declarations)
    .innerJoin(products, eq(products.id, declarations.productId))
    .leftJoin(answers, and(eq(answers.declarationId, declarations.id), isNotNull(answers.value)))
    .where(
      and(
        eq(products.supplierId, supplier.id),
        eq(declarations.questionnaireSlug, declaration.questionnaireSlug),
        ne(declarations.id, declaration.id),
      ),
    )
    .groupBy(declarations.id, products.id)
    .orderBy(desc(count(answers.questionKey)), asc(products.name), asc(declarations.id));
  return rows
    .filter(({ product, answered }) => answered > 0 && canReadProduct(actor, product))
    .map(({ declarationId, product, answered }) => ({ declarationId, productName: product.name, answered }));
}

/** What fetching would propose. @returns undefined when the source is none that the actor can fetch from */
export async function findCopy(
  db: Db,
  actor: Actor,
  loaded: LoadedDeclaration,
  sourceId: string,
): Promise<{ source: LoadedDeclaration; changes: ProposedAnswer[] } | undefined> {
  const source = await findDeclarationFor(db, actor, sourceId);
  if (!source || source.supplier.id !== loaded.supplier.id || source.declaration.id === loaded.declaration.id) {
    return undefined;
  }
  if (source.declaration.questionnaireSlug !== loaded.declaration.questionnaireSlug) return undefined;
  const from = { productName: source.product.name, declarationId: source.declaration.id };
  const changes = listDifferences(source, loaded).map(({ version, ...change }) => ({
    ...change,
    originDetails: { ...from, answerVersion: version },
  }));
  return { source, changes };
}

/**
 * Answers that the source gives to questions that it is asked, and that differ here. An unanswered question at the
 * source says nothing, and what is a fact of the one product only is not fetched.
 */
export function listDifferences(
  source: LoadedDeclaration,
  loaded: LoadedDeclaration,
): { key: QuestionKey; value: AnswerValue; justification: string | null; version: number }[] {
  return loaded.instances.flatMap(({ key }) => {
    const given = source.answers.get(key);
    if (!given || given.value === null || !source.completeness.open.has(key) || isOwnFact(key)) return [];
    const present = loaded.answers.get(key) ?? { value: null, justification: null };
    if (isSameAnswer(present, given)) return [];
    return [{ key, value: given.value, justification: given.justification, version: given.version }];
  });
}

/** Proposes the answers of another declaration of the same supplier, each with where it comes from. */
export async function copyAnswers(
  db: Db,
  acting: Acting,
  input: { declarationId: string; sourceId: string },
): Promise<Result<Proposed, 'not-found' | 'role-required'>> {
  const { declarationId } = input;
  const loaded = await findDeclarationFor(db, acting.actor, declarationId);
  const copy = loaded && (await findCopy(db, acting.actor, loaded, input.sourceId));
  if (!copy) return refuse('not-found');
  const originDetails = { productName: copy.source.product.name, declarationId: copy.source.declaration.id };
  if (copy.changes.length === 0) return ok({ batchId: '', proposed: 0, same: 0, problems: [] });
  return proposeAnswers(db, acting, { declarationId, origin: 'copy', originDetails, proposals: copy.changes });
}
