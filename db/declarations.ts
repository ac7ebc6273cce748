import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Acting, Actor } from '~/workflows/actor';
import type { Answer } from '~/workflows/questionnaire/answer';
import { type Completeness, completenessOf } from '~/workflows/questionnaire/completeness';
import {
  type Catalogue,
  listInstances,
  type QuestionInstance,
  type QuestionKey,
} from '~/workflows/questionnaire/instances';
import { proposeScope } from '~/workflows/questionnaire/scope';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canEditAnswers, canReadProduct, isEditableState } from '~/workflows/supplier-rights';
import { openCase } from './cases/open-case';
import { getCatalogue } from './catalogue';
import type { Db, Transaction } from './client';
import { appendLog } from './log';
import { writePrefill } from './prefill';
import { getLatestQuestionnaire, getQuestionnaire, type Questionnaire } from './questionnaires';
import { answerEvidence, answers, cases, declarations, evidence, products, scopeEntries, suppliers } from './schema';

export type Declaration = typeof declarations.$inferSelect;
export type Product = typeof products.$inferSelect;
export type Supplier = typeof suppliers.$inferSelect;
export type ScopeEntry = typeof scopeEntries.$inferSelect;
export type Evidence = typeof evidence.$inferSelect;
export type CaseRow = typeof cases.$inferSelect;

/** The questionnaire that a declaration is begun with. */
export const mainQuestionnaire = 'faelleskommunal-infrastruktur';

/** The present answer to a question; version 0: evidence is attached, but nothing was ever written. */
export interface StoredAnswer extends Answer {
  version: number;
  updatedAt: Date | null;
}

/** A declaration with all that its task list, sections, check page and submission are made from. */
export interface LoadedDeclaration {
  declaration: Declaration;
  product: Product;
  supplier: Supplier;
  questionnaire: Questionnaire;
  catalogue: Catalogue;
  scope: ScopeEntry[];
  /** Every question for the scope, in order; `completeness.open` tells which are asked. */
  instances: QuestionInstance[];
  /** Answers of closed questions, and of interfaces no longer in scope, are kept here too. */
  answers: Map<QuestionKey, StoredAnswer>;
  /** Attached evidence in the order in which it was attached. */
  evidence: Map<QuestionKey, Evidence[]>;
  completeness: Completeness;
  /** The open case, else the newest one. */
  case: CaseRow | null;
}

/**
 * Reads declarations whole, in a handful of queries however many they are. Nothing is authorized here.
 * @returns in the order of the ids; ids that do not exist are left out
 */
export async function loadDeclarations(db: Db, declarationIds: readonly string[]): Promise<LoadedDeclaration[]> {
  if (declarationIds.length === 0) return [];
  const ids = [...declarationIds];
  const [rows, scopes, given, attached, caseRows, catalogue] = await Promise.all([
    db
      .select({ declaration: declarations, product: products, supplier: suppliers })
      .from(declarations)
      .innerJoin(products, eq(products.id, declarations.productId))
      .innerJoin(suppliers, eq(suppliers.id, products.supplierId))
      .where(inArray(declarations.id, ids)),
    db.select().from(scopeEntries).where(inArray(scopeEntries.declarationId, ids)),
    db.select().from(answers).where(inArray(answers.declarationId, ids)),
    db
      .select({ questionKey: answerEvidence.questionKey, evidence })
      .from(answerEvidence)
      .innerJoin(evidence, eq(evidence.id, answerEvidence.evidenceId))
      .where(and(inArray(answerEvidence.declarationId, ids), isNull(answerEvidence.detachedAt)))
      .orderBy(asc(answerEvidence.attachedAt), asc(evidence.id)),
    db.select().from(cases).where(inArray(cases.declarationId, ids)).orderBy(desc(cases.isOpen), desc(cases.openedAt)),
    getCatalogue(db),
  ]);
  const loaded = new Map<string, LoadedDeclaration>();
  for (const row of rows) {
    const { id } = row.declaration;
    const parts = {
      ...row,
      questionnaire: await getQuestionnaire(db, row.declaration.questionnaireId),
      catalogue,
      scope: inCatalogueOrder(
        scopes.filter(({ declarationId }) => declarationId === id),
        catalogue,
      ),
      case: caseRows.find(({ declarationId }) => declarationId === id) ?? null,
    };
    loaded.set(
      id,
      assemble(
        parts,
        given.filter(({ declarationId }) => declarationId === id),
        attached.filter((item) => item.evidence.declarationId === id),
      ),
    );
  }
  return ids.flatMap((id) => loaded.get(id) ?? []);
}

function assemble(
  parts: Omit<LoadedDeclaration, 'instances' | 'answers' | 'evidence' | 'completeness'>,
  given: readonly (typeof answers.$inferSelect)[],
  attached: readonly { questionKey: QuestionKey; evidence: Evidence }[],
): LoadedDeclaration {
  const included = new Set(parts.scope.filter(({ isIncluded }) => isIncluded).map(({ interfaceId }) => interfaceId));
  const instances = listInstances(parts.questionnaire.definition, included, parts.catalogue);
  const evidenceByKey = new Map<QuestionKey, Evidence[]>();
  for (const { questionKey, evidence } of attached) {
    evidenceByKey.set(questionKey, [...(evidenceByKey.get(questionKey) ?? []), evidence]);
  }
  const byKey = new Map<QuestionKey, StoredAnswer>();
  for (const [key, list] of evidenceByKey) {
    byKey.set(key, { value: null, justification: null, evidenceCount: list.length, version: 0, updatedAt: null });
  }
  for (const { questionKey, value, justification, version, updatedAt } of given) {
    const evidenceCount = evidenceByKey.get(questionKey)?.length ?? 0;
    byKey.set(questionKey, { value, justification, evidenceCount, version, updatedAt });
  }
  const completeness = completenessOf({ instances, answers: byKey, catalogue: parts.catalogue });
  return { ...parts, instances, answers: byKey, evidence: evidenceByKey, completeness };
}

function inCatalogueOrder(scope: ScopeEntry[], catalogue: Catalogue): ScopeEntry[] {
  const position = new Map([...catalogue.keys()].map((id, index) => [id, index]));
  return scope.sort((a, b) => (position.get(a.interfaceId) ?? 1e6) - (position.get(b.interfaceId) ?? 1e6));
}

/**
 * The one read behind the task list, sections, check page and submission. Nothing is authorized here.
 * @throws when there is no such declaration
 */
export async function loadDeclaration(db: Db, declarationId: string): Promise<LoadedDeclaration> {
  const [loaded] = await loadDeclarations(db, [declarationId]);
  if (!loaded) throw new Error(`There is no declaration ${declarationId}.`);
  return loaded;
}

/**
 * The questions of a declaration alone, in order: what a save has to know of it.
 * @throws when there is no such declaration
 */
export async function readInstances(db: Db, declarationId: string): Promise<QuestionInstance[]> {
  const included = db
    .select({ ids: sql`coalesce(array_agg(${scopeEntries.interfaceId}), '{}')` })
    .from(scopeEntries)
    .where(and(eq(scopeEntries.declarationId, declarations.id), eq(scopeEntries.isIncluded, true)));
  const [[found], catalogue] = await Promise.all([
    db
      .select({ questionnaireId: declarations.questionnaireId, included: sql<string[]>`(${included})` })
      .from(declarations)
      .where(eq(declarations.id, declarationId)),
    getCatalogue(db),
  ]);
  if (!found) throw new Error(`There is no declaration ${declarationId}.`);
  const { definition } = await getQuestionnaire(db, found.questionnaireId);
  return listInstances(definition, new Set(found.included), catalogue);
}

/** @returns undefined when there is none, or the actor may not know that there is one */
export async function findDeclarationFor(
  db: Db,
  actor: Actor,
  declarationId: string,
): Promise<LoadedDeclaration | undefined> {
  return (await findProductOfDeclaration(db, actor, declarationId)) && loadDeclaration(db, declarationId);
}

/** Whose a declaration is, without reading it. @returns undefined as `findDeclarationFor` */
export async function findProductOfDeclaration(
  db: Db,
  actor: Actor,
  declarationId: string,
): Promise<{ id: string; supplierId: string } | undefined> {
  if (!isUuid(declarationId)) return undefined;
  const [product] = await db
    .select({ id: products.id, supplierId: products.supplierId })
    .from(declarations)
    .innerJoin(products, eq(products.id, declarations.productId))
    .where(eq(declarations.id, declarationId));
  return product && canReadProduct(actor, product) ? product : undefined;
}

/** @returns the id of a product's declaration; undefined when none was begun. Nothing is authorized here. */
export async function findDeclarationOfProduct(db: Db, productId: string): Promise<string | undefined> {
  const [found] = await db
    .select({ id: declarations.id })
    .from(declarations)
    .where(and(eq(declarations.productId, productId), eq(declarations.questionnaireSlug, mainQuestionnaire)));
  return found?.id;
}

/** What an id out of an address has to be before PostgreSQL is asked about it. */
export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}

export type EditRefusal = 'not-found' | 'role-required' | 'declaration-not-editable';

/**
 * Locks a declaration for a change by its supplier: every command that changes one begins here, and submission too,
 * so that no edit slips in between what was checked and what was frozen. Order of locks: declaration, then case.
 */
export async function lockForEdit(
  tx: Transaction,
  actor: Actor,
  declarationId: string,
): Promise<Result<{ declaration: Declaration; product: Product; case: CaseRow }, EditRefusal>> {
  // Sent together, done in this order.
  const [locked, [open]] = await Promise.all([
    lockDeclaration(tx, actor, declarationId),
    isUuid(declarationId)
      ? tx
          .select()
          .from(cases)
          .where(and(eq(cases.declarationId, declarationId), eq(cases.isOpen, true)))
          .for('share')
      : [],
  ]);
  if (!locked) return refuse('not-found');
  if (!canEditAnswers(actor, locked.product.id)) return refuse('role-required');
  if (!open || !isEditableState(open.state)) return refuse('declaration-not-editable');
  return ok({ ...locked, case: open });
}

/**
 * Locks a declaration of the actor's own supplier, whatever its state. The weaker lock lets others insert rows that
 * refer to the declaration meanwhile, which a key lock would turn into a deadlock with a case's event.
 */
export async function lockDeclaration(
  tx: Transaction,
  actor: Actor,
  declarationId: string,
): Promise<{ declaration: Declaration; product: Product } | undefined> {
  if (!isUuid(declarationId)) return undefined;
  const [[declaration], [owner]] = await Promise.all([
    tx.select().from(declarations).where(eq(declarations.id, declarationId)).for('no key update'),
    // Done when the lock is held: the product may just have gone to another supplier, or up in another product.
    tx
      .select({ product: products })
      .from(declarations)
      .innerJoin(products, eq(products.id, declarations.productId))
      .where(eq(declarations.id, declarationId)),
  ]);
  if (!declaration || !owner) return undefined;
  const { product } = owner;
  return isOwn(actor, product) && product.endedAt === null ? { declaration, product } : undefined;
}

function isOwn(actor: Actor, product: Product): boolean {
  return product.supplierId === actor.supplierId && canReadProduct(actor, product);
}

/**
 * Begins the declaration of a product with the newest version of the questionnaire: proposes the scope, answers what
 * the product already tells, and opens a case in draft.
 */
export function beginDeclaration(
  db: Db,
  acting: Acting,
  input: { productId: string },
): Promise<Result<{ declarationId: string }, 'not-found' | 'role-required' | 'declaration-exists'>> {
  return db.transaction(async (tx) => {
    const product = await lockProduct(tx, acting.actor, input.productId);
    if (!product) return refuse('not-found');
    if (!canEditAnswers(acting.actor, product.id)) return refuse('role-required');
    const questionnaire = await getLatestQuestionnaire(tx, mainQuestionnaire);
    const [existing] = await tx
      .select({ id: declarations.id })
      .from(declarations)
      .where(and(eq(declarations.productId, product.id), eq(declarations.questionnaireSlug, questionnaire.slug)));
    if (existing) return refuse('declaration-exists');
    const declarationId = randomUUID();
    await insertDeclaration(tx, acting, { declarationId, product, questionnaire });
    await openCase(tx, acting, { declarationId });
    await appendLog(tx, acting, {
      action: 'declaration.begin',
      subject: { type: 'declaration', id: declarationId },
      details: { productId: product.id, questionnaire: questionnaire.slug, version: questionnaire.version },
    });
    return ok({ declarationId });
  });
}

async function lockProduct(tx: Transaction, actor: Actor, productId: string): Promise<Product | undefined> {
  if (!isUuid(productId)) return undefined;
  const [product] = await tx.select().from(products).where(eq(products.id, productId)).for('no key update');
  return product && isOwn(actor, product) && product.endedAt === null ? product : undefined;
}

async function insertDeclaration(
  tx: Transaction,
  acting: Acting,
  { declarationId, product, questionnaire }: { declarationId: string; product: Product; questionnaire: Questionnaire },
): Promise<void> {
  const { now } = acting;
  await tx.insert(declarations).values({
    id: declarationId,
    productId: product.id,
    questionnaireId: questionnaire.id,
    questionnaireSlug: questionnaire.slug,
    createdAt: now,
    updatedAt: now,
  });
  const proposals = proposeScope(questionnaire.definition, product, await getCatalogue(tx));
  if (proposals.length > 0) {
    await tx.insert(scopeEntries).values(
      proposals.map(({ interfaceId }) => ({
        declarationId,
        interfaceId,
        isProposed: true,
        isIncluded: true,
        updatedAt: now,
      })),
    );
  }
  await writePrefill(tx, acting, { declarationId, product, questionnaire });
}

/**
 * Opens a new case in draft after the last one ended: a correction of something published, a renewal, or a new try
 * after a withdrawal or a refusal. The answers are as they were left.
 */
export function reopenDeclaration(
  db: Db,
  acting: Acting,
  input: { declarationId: string },
): Promise<Result<{ declarationId: string }, 'not-found' | 'role-required' | 'case-already-open'>> {
  return db.transaction(async (tx) => {
    const locked = await lockDeclaration(tx, acting.actor, input.declarationId);
    if (!locked) return refuse('not-found');
    if (!canEditAnswers(acting.actor, locked.product.id)) return refuse('role-required');
    const { id } = locked.declaration;
    const [open] = await tx
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.declarationId, id), eq(cases.isOpen, true)));
    if (open) return refuse('case-already-open');
    await openCase(tx, acting, { declarationId: id });
    await appendLog(tx, acting, {
      action: 'declaration.reopen',
      subject: { type: 'declaration', id },
      details: { productId: locked.product.id },
    });
    return ok({ declarationId: id });
  });
}
