import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Actor } from '~/workflows/actor';
import { type FamilyException, findException, type Inheritance, inheritanceOf } from '~/workflows/family';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { canReadProduct } from '~/workflows/supplier-rights';
import type { Db } from './client';
import { isUuid, type LoadedDeclaration, loadDeclaration, loadDeclarations } from './declarations';
import { readExceptions } from './family-offers';
import { declarations, familyMembers, productFamilies, products, proposals } from './schema';

/** How each answer of a member stands to the source's, by question; questions with nothing to tell are left out. */
export type Inherited = Map<QuestionKey, { how: Inheritance; reason: string | null; sourceVersion: number }>;

export interface FamilyMember {
  loaded: LoadedDeclaration;
  exceptions: FamilyException[];
  inherited: Inherited;
  /** Offers that nobody has decided on. */
  waiting: number;
}

export interface LoadedFamily {
  id: string;
  name: string;
  source: LoadedDeclaration;
  /** By the product's name; those that the actor may read. */
  members: FamilyMember[];
}

/** The families of the actor's supplier that they may know: the source or a member is theirs to read. By name. */
export async function listFamilies(db: Db, actor: Actor): Promise<LoadedFamily[]> {
  if (actor.supplierId === null) return [];
  const rows = await db
    .select()
    .from(productFamilies)
    .where(eq(productFamilies.supplierId, actor.supplierId))
    .orderBy(asc(productFamilies.name));
  const families: LoadedFamily[] = [];
  for (const row of rows) {
    const family = await loadFamily(db, actor, row);
    if (family) families.push(family);
  }
  return families;
}

/** @returns undefined when there is none, or the actor may not know that there is one */
export async function findFamily(db: Db, actor: Actor, familyId: string): Promise<LoadedFamily | undefined> {
  if (!isUuid(familyId) || actor.supplierId === null) return undefined;
  const [row] = await db
    .select()
    .from(productFamilies)
    .where(and(eq(productFamilies.id, familyId), eq(productFamilies.supplierId, actor.supplierId)));
  return row && loadFamily(db, actor, row);
}

async function loadFamily(
  db: Db,
  actor: Actor,
  { id, name, supplierId, sourceDeclarationId }: typeof productFamilies.$inferSelect,
): Promise<LoadedFamily | undefined> {
  const memberIds = await db
    .select({ id: familyMembers.declarationId })
    .from(familyMembers)
    .where(and(eq(familyMembers.familyId, id), isNull(familyMembers.leftAt)));
  const ids = [sourceDeclarationId, ...memberIds.map((row) => row.id)];
  const [source, ...members] = await loadDeclarations(db, ids);
  if (!source || source.supplier.id !== supplierId) return undefined;
  const readable = members.filter(({ product }) => product.supplierId === supplierId && canReadProduct(actor, product));
  if (!canReadProduct(actor, source.product) && readable.length === 0) return undefined;
  const exceptions = await readExceptions(db, id);
  const waiting = await countWaiting(db, id, readable);
  return {
    id,
    name,
    source,
    members: readable
      .map((loaded) => ({
        loaded,
        exceptions: exceptions.get(loaded.declaration.id) ?? [],
        inherited: inheritedBy(source, loaded, exceptions.get(loaded.declaration.id) ?? []),
        waiting: waiting.get(loaded.declaration.id) ?? 0,
      }))
      .sort((a, b) => a.loaded.product.name.localeCompare(b.loaded.product.name, 'da')),
  };
}

/** Offers about questions that the member is asked, by declaration. */
async function countWaiting(
  db: Db,
  familyId: string,
  members: readonly LoadedDeclaration[],
): Promise<Map<string, number>> {
  const rows = await db
    .select({ declarationId: proposals.declarationId, key: proposals.questionKey })
    .from(proposals)
    .innerJoin(familyMembers, eq(familyMembers.declarationId, proposals.declarationId))
    .where(and(eq(familyMembers.familyId, familyId), eq(proposals.origin, 'family'), isNull(proposals.decidedAs)));
  const counted = new Map<string, number>();
  for (const { declaration, instances } of members) {
    const asked = new Set(instances.map(({ key }) => key));
    const own = rows.filter(({ declarationId, key }) => declarationId === declaration.id && asked.has(key));
    counted.set(declaration.id, own.length);
  }
  return counted;
}

function inheritedBy(
  source: LoadedDeclaration,
  member: LoadedDeclaration,
  exceptions: readonly FamilyException[],
): Inherited {
  const inherited: Inherited = new Map();
  for (const instance of member.instances) {
    const { key } = instance;
    const given = source.completeness.open.has(key) ? source.answers.get(key) : undefined;
    const exception = findException(exceptions, instance);
    const how = inheritanceOf(key, given, member.answers.get(key), exception !== undefined);
    if (how) inherited.set(key, { how, reason: exception?.reason ?? null, sourceVersion: given?.version ?? 0 });
  }
  return inherited;
}

export interface FamilyOf {
  id: string;
  name: string;
  source: { declarationId: string; productName: string };
  isSource: boolean;
}

/** The family of one declaration, as source or as member; undefined: it is in none. Nothing is authorized here. */
export async function findFamilyOf(
  db: Db,
  { declaration, supplier }: Pick<LoadedDeclaration, 'declaration' | 'supplier'>,
): Promise<FamilyOf | undefined> {
  const [row] = await db
    .select({ family: productFamilies, product: products })
    .from(productFamilies)
    .innerJoin(declarations, eq(declarations.id, productFamilies.sourceDeclarationId))
    .innerJoin(products, eq(products.id, declarations.productId))
    .leftJoin(familyMembers, and(eq(familyMembers.familyId, productFamilies.id), isNull(familyMembers.leftAt)))
    .where(
      and(
        eq(productFamilies.supplierId, supplier.id),
        eq(products.supplierId, supplier.id),
        or(eq(productFamilies.sourceDeclarationId, declaration.id), eq(familyMembers.declarationId, declaration.id)),
      ),
    )
    .limit(1);
  if (!row) return undefined;
  const { id, name, sourceDeclarationId } = row.family;
  return {
    id,
    name,
    source: { declarationId: sourceDeclarationId, productName: row.product.name },
    isSource: sourceDeclarationId === declaration.id,
  };
}

/** How a member's answers stand to the source's. Empty for a source. Nothing is authorized here. */
export async function readInherited(db: Db, family: FamilyOf, member: LoadedDeclaration): Promise<Inherited> {
  if (family.isSource) return new Map();
  const exceptions = (await readExceptions(db, family.id)).get(member.declaration.id) ?? [];
  return inheritedBy(await loadDeclaration(db, family.source.declarationId), member, exceptions);
}
