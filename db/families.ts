import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Acting, Actor } from '~/workflows/actor';
import { isLine, isText } from '~/workflows/email-address';
import { type FamilyPart, findException, interfacePart, sectionPart } from '~/workflows/family';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canEditAnswers, canReadProduct } from '~/workflows/supplier-rights';
import type { Database, Transaction } from './client';
import { isUuid, type LoadedDeclaration, loadDeclaration, lockDeclaration, type Product } from './declarations';
import { offerToMembers, withdrawOffers } from './family-offers';
import { appendLog, type LogEntry } from './log';
import { declarations, familyExceptions, familyMembers, productFamilies, products } from './schema';

/** Characters. */
export const familyLimits = { name: 100, reason: 500 } as const;

export type FamilyRefusal =
  | 'not-found'
  | 'role-required'
  | 'family-name-missing'
  | 'family-name-in-use'
  | 'family-choose-product'
  | 'family-already-in-one'
  | 'family-other-questionnaire'
  | 'family-part-unknown'
  | 'family-reason-missing';

type Family = typeof productFamilies.$inferSelect;

/** Begins a family whose source is a declaration that is in none yet. For whoever may answer it. */
export function createFamily(
  db: Database,
  acting: Acting,
  input: { name: string; sourceDeclarationId: string },
): Promise<Result<{ familyId: string }, FamilyRefusal>> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    const name = input.name.trim();
    if (!isLine(name, familyLimits.name)) return refuse('family-name-missing', { most: familyLimits.name });
    if (input.sourceDeclarationId === '') return refuse('family-choose-product');
    const locked = await lockDeclaration(tx, actor, input.sourceDeclarationId);
    if (!locked) return refuse('not-found');
    if (!canEditAnswers(actor, locked.product.id)) return refuse('role-required');
    const { supplierId } = locked.product;
    if (await isInFamily(tx, locked.declaration.id)) return refuse('family-already-in-one');
    const familyId = randomUUID();
    const made = await tx
      .insert(productFamilies)
      .values({ id: familyId, supplierId, name, sourceDeclarationId: locked.declaration.id, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: productFamilies.id });
    if (made.length === 0) return refuse('family-name-in-use', { name });
    await appendLog(tx, acting, entryOf('family.create', familyId, { name, source: locked.declaration.id }));
    return ok({ familyId });
  });
}

/** Lets a declaration inherit from the family's source: what the source answers is offered to it at once. */
export function joinFamily(
  db: Database,
  acting: Acting,
  input: { familyId: string; declarationId: string },
): Promise<Result<{ proposed: number }, FamilyRefusal>> {
  return db.transaction(async (tx) => {
    if (input.declarationId === '') return refuse('family-choose-product');
    const found = await lockFamily(tx, acting.actor, input.familyId);
    if (!found.ok) return found;
    const { family, source } = found.value;
    const member = await lockDeclaration(tx, acting.actor, input.declarationId);
    if (!member) return refuse('not-found');
    if (!canEditAnswers(acting.actor, member.product.id)) return refuse('role-required');
    const { id, questionnaireSlug } = member.declaration;
    if (questionnaireSlug !== source.declaration.questionnaireSlug) return refuse('family-other-questionnaire');
    if (await isInFamily(tx, id)) return refuse('family-already-in-one');
    await tx
      .insert(familyMembers)
      .values({ familyId: family.id, declarationId: id, joinedAt: acting.now })
      .onConflictDoUpdate({
        target: [familyMembers.familyId, familyMembers.declarationId],
        set: { joinedAt: acting.now, leftAt: null },
      });
    const { proposed, entries } = await offerToMembers(tx, acting, source, id);
    await appendLog(tx, acting, entryOf('family.join', family.id, { declarationId: id }), ...entries);
    return ok({ proposed });
  });
}

/** Ends the inheritance. The member's answers stay as they are; offers that nobody has decided on are withdrawn. */
export function leaveFamily(
  db: Database,
  acting: Acting,
  input: { familyId: string; declarationId: string },
): Promise<Result<{ declarationId: string }, FamilyRefusal>> {
  return db.transaction(async (tx) => {
    const found = await lockMember(tx, acting.actor, input);
    if (!found.ok) return found;
    const { declarationId } = input;
    await tx.update(familyMembers).set({ leftAt: acting.now }).where(memberIs(input));
    await tx
      .delete(familyExceptions)
      .where(and(eq(familyExceptions.familyId, input.familyId), eq(familyExceptions.declarationId, declarationId)));
    await withdrawOffers(tx, acting, declarationId);
    await appendLog(tx, acting, entryOf('family.leave', input.familyId, { declarationId }));
    return ok({ declarationId });
  });
}

/** Offers the source's answers, as they are now, to all members. @returns how many answers, to how many members */
export function offerFamily(
  db: Database,
  acting: Acting,
  input: { familyId: string },
): Promise<Result<{ proposed: number; members: number }, FamilyRefusal>> {
  return db.transaction(async (tx) => {
    const found = await lockFamily(tx, acting.actor, input.familyId);
    if (!found.ok) return found;
    const { family, source } = found.value;
    if (!canEditAnswers(acting.actor, source.product.id)) return refuse('role-required');
    const { proposed, members, entries } = await offerToMembers(tx, acting, source);
    await appendLog(tx, acting, entryOf('family.offer', family.id, { proposed, members }), ...entries);
    return ok({ proposed, members });
  });
}

/** "The same as …, except": a part that the member answers for itself from now on, and why. */
export function exceptPart(
  db: Database,
  acting: Acting,
  input: { familyId: string; declarationId: string; part: FamilyPart; reason: string },
): Promise<Result<{ part: FamilyPart }, FamilyRefusal>> {
  return db.transaction(async (tx) => {
    const found = await lockMember(tx, acting.actor, input);
    if (!found.ok) return found;
    const { familyId, declarationId, part } = input;
    const reason = input.reason.trim();
    const loaded = await loadDeclaration(tx, declarationId);
    if (!isPartOf(loaded, part)) return refuse('family-part-unknown');
    if (!isText(reason, familyLimits.reason)) return refuse('family-reason-missing', { most: familyLimits.reason });
    await tx
      .insert(familyExceptions)
      .values({ familyId, declarationId, part, reason, createdAt: acting.now })
      .onConflictDoUpdate({
        target: [familyExceptions.familyId, familyExceptions.declarationId, familyExceptions.part],
        set: { reason },
      });
    const excepted = loaded.instances.filter((instance) => findException([{ part, reason }], instance));
    await withdrawOffers(
      tx,
      acting,
      declarationId,
      excepted.map(({ key }) => key),
    );
    await appendLog(tx, acting, entryOf('family.except', familyId, { declarationId, part, reason }));
    return ok({ part });
  });
}

/** The member inherits a part again: where it differs, the source's answers are offered. */
export function inheritPart(
  db: Database,
  acting: Acting,
  input: { familyId: string; declarationId: string; part: FamilyPart },
): Promise<Result<{ proposed: number }, FamilyRefusal>> {
  return db.transaction(async (tx) => {
    const found = await lockMember(tx, acting.actor, input);
    if (!found.ok) return found;
    const { familyId, declarationId, part } = input;
    await tx
      .delete(familyExceptions)
      .where(
        and(
          eq(familyExceptions.familyId, familyId),
          eq(familyExceptions.declarationId, declarationId),
          eq(familyExceptions.part, part),
        ),
      );
    const { proposed, entries } = await offerToMembers(tx, acting, found.value.source, declarationId);
    await appendLog(tx, acting, entryOf('family.inherit', familyId, { declarationId, part }), ...entries);
    return ok({ proposed });
  });
}

function isPartOf({ instances }: LoadedDeclaration, part: FamilyPart): boolean {
  return instances.some(
    ({ key, sectionId, interfaceId }) =>
      part === key || part === sectionPart(sectionId) || (interfaceId !== null && part === interfacePart(interfaceId)),
  );
}

type Locked = Result<{ family: Family; source: LoadedDeclaration }, FamilyRefusal>;

/** The family, its source locked as in a submission: the source's declaration before any member's. */
async function lockFamily(tx: Transaction, actor: Actor, familyId: string): Promise<Locked> {
  if (!isUuid(familyId) || actor.supplierId === null) return refuse('not-found');
  const [family] = await tx.select().from(productFamilies).where(eq(productFamilies.id, familyId));
  if (!family || family.supplierId !== actor.supplierId) return refuse('not-found');
  await tx
    .select({ id: declarations.id })
    .from(declarations)
    .where(eq(declarations.id, family.sourceDeclarationId))
    .for('no key update');
  const source = await loadDeclaration(tx, family.sourceDeclarationId);
  // A source that went to another supplier offers nothing any more.
  if (source.supplier.id !== family.supplierId) return refuse('not-found');
  return (await canReadAny(tx, actor, family, source.product)) ? ok({ family, source }) : refuse('not-found');
}

async function canReadAny(tx: Transaction, actor: Actor, family: Family, source: Product): Promise<boolean> {
  if (canReadProduct(actor, source)) return true;
  const members = await tx
    .select({ id: products.id, supplierId: products.supplierId })
    .from(familyMembers)
    .innerJoin(declarations, eq(declarations.id, familyMembers.declarationId))
    .innerJoin(products, eq(products.id, declarations.productId))
    .where(and(eq(familyMembers.familyId, family.id), isNull(familyMembers.leftAt)));
  return members.some((product) => canReadProduct(actor, product));
}

async function lockMember(
  tx: Transaction,
  actor: Actor,
  input: { familyId: string; declarationId: string },
): Promise<Locked> {
  const found = await lockFamily(tx, actor, input.familyId);
  if (!found.ok) return found;
  const member = await lockDeclaration(tx, actor, input.declarationId);
  if (!member) return refuse('not-found');
  const [row] = await tx.select().from(familyMembers).where(memberIs(input));
  if (!row) return refuse('not-found');
  return canEditAnswers(actor, member.product.id) ? found : refuse('role-required');
}

function memberIs({ familyId, declarationId }: { familyId: string; declarationId: string }) {
  return and(
    eq(familyMembers.familyId, familyId),
    eq(familyMembers.declarationId, declarationId),
    isNull(familyMembers.leftAt),
  );
}

/** As source or as member; asked while the declaration is locked, so that nobody puts it into another meanwhile. */
async function isInFamily(tx: Transaction, declarationId: string): Promise<boolean> {
  const [asSource] = await tx
    .select({ id: productFamilies.id })
    .from(productFamilies)
    .where(eq(productFamilies.sourceDeclarationId, declarationId));
  const [asMember] = await tx
    .select({ id: familyMembers.familyId })
    .from(familyMembers)
    .where(and(eq(familyMembers.declarationId, declarationId), isNull(familyMembers.leftAt)));
  return asSource !== undefined || asMember !== undefined;
}

function entryOf(action: string, id: string, details: LogEntry['details']): LogEntry {
  return { action, subject: { type: 'family', id }, details };
}
