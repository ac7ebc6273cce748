import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Acting, Actor } from '~/workflows/actor';
import { isText } from '~/workflows/email-address';
import type { QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canEditAnswers, canReadProduct } from '~/workflows/supplier-rights';
import type { Text } from '~/workflows/words';
import type { Db, Transaction } from './client';
import { type Colleague, listColleagues } from './colleagues';
import { type EditRefusal, isUuid, lockDeclaration, lockForEdit } from './declarations';
import { appendLog } from './log';
import { queueNotice } from './mail/plain-notice';
import { getQuestionnaire } from './questionnaires';
import { declarations, people, products, sectionAssignments, suppliers } from './schema';

/** A section that somebody has been asked to answer. */
export interface Handover {
  id: string;
  sectionId: string;
  assigneeId: string;
  assigneeName: string;
  assignedBy: string;
  assignedByName: string;
  message: string | null;
  since: Date;
}

export const messageLimit = 1_000;

export type HandoverRefusal = EditRefusal | 'assignee-cannot-edit' | 'message-not-valid';

/** The sections of a declaration that are in somebody's hands. The caller has authorized the declaration. */
export async function listHandovers(db: Db, declarationId: string): Promise<Handover[]> {
  const assigner = alias(people, 'assigner');
  return db
    .select({
      id: sectionAssignments.id,
      sectionId: sectionAssignments.sectionId,
      assigneeId: sectionAssignments.assigneeId,
      assigneeName: people.name,
      assignedBy: sectionAssignments.assignedBy,
      assignedByName: assigner.name,
      message: sectionAssignments.message,
      since: sectionAssignments.createdAt,
    })
    .from(sectionAssignments)
    .innerJoin(people, eq(people.id, sectionAssignments.assigneeId))
    .innerJoin(assigner, eq(assigner.id, sectionAssignments.assignedBy))
    .where(and(eq(sectionAssignments.declarationId, declarationId), isNull(sectionAssignments.endedAt)))
    .orderBy(sectionAssignments.createdAt);
}

/** Those of a supplier who may answer for a product. The caller has authorized it. */
export async function listAnswerers(db: Db, product: { id: string; supplierId: string }): Promise<Colleague[]> {
  const colleagues = await listColleagues(db, product.supplierId);
  return colleagues.filter((colleague) => canEditAnswers(actorOf(colleague, product.supplierId), product.id));
}

/**
 * Asks a colleague to answer a section. A section is in one pair of hands: whoever had it before is told. It takes
 * nothing from anybody: everybody with the right to may still answer.
 * @param input.message for the colleague, or empty
 */
export function handOver(
  db: Db,
  acting: Acting,
  input: { declarationId: string; sectionId: string; assigneeId: string; message: string },
): Promise<Result<{ handoverId: string }, HandoverRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockForEdit(tx, acting.actor, input.declarationId);
    if (!locked.ok) return locked;
    const { declaration, product } = locked.value;
    const { definition } = await getQuestionnaire(tx, declaration.questionnaireId);
    const section = definition.sections.find(({ id }) => id === input.sectionId);
    if (!section) return refuse('not-found');
    const answerers = await listAnswerers(tx, product);
    if (!answerers.some(({ personId }) => personId === input.assigneeId)) return refuse('assignee-cannot-edit');
    const message = input.message.trim() || null;
    if (message !== null && !isText(message, messageLimit)) return refuse('message-not-valid', { limit: messageLimit });
    const [before] = await endOpen(tx, acting.now, input.declarationId, input.sectionId, 'handed-on');
    const handoverId = randomUUID();
    await tx.insert(sectionAssignments).values({
      id: handoverId,
      declarationId: input.declarationId,
      sectionId: input.sectionId,
      assigneeId: input.assigneeId,
      assignedBy: acting.actor.personId,
      message,
      createdAt: acting.now,
    });
    const about = { product: product.name, section: section.title, supplierId: product.supplierId };
    if (input.assigneeId !== acting.actor.personId) await tell(tx, acting, 'handover', input, about, input.assigneeId);
    const loser = before?.assigneeId;
    if (loser && loser !== input.assigneeId && loser !== acting.actor.personId) {
      await tell(tx, acting, 'handover-back', input, about, loser);
    }
    await appendLog(tx, acting, {
      action: 'section.hand-over',
      subject: { type: 'declaration', id: input.declarationId },
      details: { sectionId: input.sectionId, to: input.assigneeId, message },
    });
    return ok({ handoverId });
  });
}

/**
 * Ends a handover: whoever has the section reports it done or hands it back; everybody else who may answer takes it
 * back. The other side is told.
 */
export function endHandover(
  db: Db,
  acting: Acting,
  input: { declarationId: string; handoverId: string; as: 'done' | 'taken-back' },
): Promise<Result<null, 'not-found' | 'role-required'>> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    const locked = await lockDeclaration(tx, actor, input.declarationId);
    if (!locked || !isUuid(input.handoverId)) return refuse('not-found');
    const [row] = await tx
      .select()
      .from(sectionAssignments)
      .where(and(eq(sectionAssignments.id, input.handoverId), isNull(sectionAssignments.endedAt)))
      .for('update');
    if (!row || row.declarationId !== input.declarationId) return refuse('not-found');
    const isAssignee = row.assigneeId === actor.personId;
    const mayEnd = input.as === 'done' ? isAssignee : canEditAnswers(actor, locked.product.id);
    if (!mayEnd) return refuse('role-required');
    await tx
      .update(sectionAssignments)
      .set({ endedAt: now, endedAs: input.as })
      .where(eq(sectionAssignments.id, row.id));
    const { definition } = await getQuestionnaire(tx, locked.declaration.questionnaireId);
    const title = titleOf(definition, row.sectionId);
    const about = { product: locked.product.name, section: title, supplierId: locked.product.supplierId };
    const other = isAssignee ? row.assignedBy : row.assigneeId;
    if (other !== actor.personId) {
      const subject = { declarationId: row.declarationId, sectionId: row.sectionId };
      const returned = isAssignee ? 'handover-returned' : 'handover-back';
      await tell(tx, acting, input.as === 'done' ? 'handover-done' : returned, subject, about, other);
    }
    await appendLog(tx, acting, {
      action: `section.${input.as}`,
      subject: { type: 'declaration', id: row.declarationId },
      details: { sectionId: row.sectionId, assigneeId: row.assigneeId },
    });
    return ok(null);
  });
}

function endOpen(tx: Transaction, now: Date, declarationId: string, sectionId: string, endedAs: 'handed-on') {
  return tx
    .update(sectionAssignments)
    .set({ endedAt: now, endedAs })
    .where(
      and(
        eq(sectionAssignments.declarationId, declarationId),
        eq(sectionAssignments.sectionId, sectionId),
        isNull(sectionAssignments.endedAt),
      ),
    )
    .returning({ assigneeId: sectionAssignments.assigneeId });
}

async function tell(
  tx: Transaction,
  { now }: Acting,
  about: 'handover' | 'handover-done' | 'handover-back' | 'handover-returned',
  { declarationId, sectionId }: { declarationId: string; sectionId: string },
  { product, section, supplierId }: { product: string; section: Text; supplierId: string },
  personId: string,
): Promise<void> {
  const [supplier] = await tx.select({ name: suppliers.name }).from(suppliers).where(eq(suppliers.id, supplierId));
  await queueNotice(tx, now, {
    about,
    to: { personIds: [personId] },
    params: { product, section: section.da, sectionEn: section.en, supplier: supplier?.name ?? '' },
    link: { page: 'section', declarationId, sectionId },
    topic: 'handovers',
  });
}

/** A colleague as the rules of rights know them. */
function actorOf({ personId, name, roles }: Colleague, supplierId: string): Actor {
  const restricted = roles.flatMap(({ role, productIds }) =>
    productIds === null ? [] : [[role, productIds] as const],
  );
  return {
    personId,
    name,
    roles: roles.map(({ role }) => role),
    supplierId,
    municipalityCode: null,
    restrictedTo: Object.fromEntries(restricted),
  };
}

/** A section that somebody has been handed, with what it is about. */
export interface ReceivedHandover {
  id: string;
  declarationId: string;
  sectionId: string;
  title: Text;
  productName: string;
  assignedByName: string;
  /** They took it themselves. */
  isOwnChoice: boolean;
  message: string | null;
  since: Date;
}

/** The sections that somebody has been handed, over all products of their supplier that they may still know of. */
export async function listHandoversTo(db: Db, actor: Actor): Promise<ReceivedHandover[]> {
  if (actor.supplierId === null) return [];
  const rows = await db
    .select({
      id: sectionAssignments.id,
      declarationId: sectionAssignments.declarationId,
      sectionId: sectionAssignments.sectionId,
      product: { id: products.id, supplierId: products.supplierId, name: products.name },
      questionnaireId: declarations.questionnaireId,
      assignedByName: people.name,
      isOwnChoice: sql<boolean>`${sectionAssignments.assignedBy} = ${sectionAssignments.assigneeId}`,
      message: sectionAssignments.message,
      since: sectionAssignments.createdAt,
    })
    .from(sectionAssignments)
    .innerJoin(declarations, eq(declarations.id, sectionAssignments.declarationId))
    .innerJoin(products, eq(products.id, declarations.productId))
    .innerJoin(people, eq(people.id, sectionAssignments.assignedBy))
    .where(
      and(
        eq(sectionAssignments.assigneeId, actor.personId),
        isNull(sectionAssignments.endedAt),
        eq(products.supplierId, actor.supplierId),
      ),
    )
    .orderBy(sectionAssignments.createdAt);
  const readable = rows.filter(({ product }) => canReadProduct(actor, product));
  return Promise.all(
    readable.map(async ({ product, questionnaireId, ...row }) => ({
      ...row,
      productName: product.name,
      title: titleOf((await getQuestionnaire(db, questionnaireId)).definition, row.sectionId),
    })),
  );
}

function titleOf({ sections }: QuestionnaireDefinition, sectionId: string): Text {
  return sections.find(({ id }) => id === sectionId)?.title ?? { da: sectionId, en: sectionId };
}
