import { and, asc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { type FamilyException, findException } from '~/workflows/family';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { Db, Transaction } from './client';
import { listDifferences } from './copied-answers';
import { type LoadedDeclaration, loadDeclarations } from './declarations';
import type { LogEntry } from './log';
import { writeProposals } from './proposals';
import { declarations, familyExceptions, familyMembers, productFamilies, products, proposals } from './schema';

export interface FamilyOffer {
  /** How many answers were proposed, to all members together. */
  proposed: number;
  /** How many members got any. */
  members: number;
  /** For the command to append to the log, last. */
  entries: LogEntry[];
}

/**
 * Offers the source's answers to those that inherit from it, as proposals, where they differ and the member does not
 * except them. Each version of an answer is offered to a member once: what it has declined does not come back until the
 * source says something new. Inside a command that has locked the source's declaration and has authorized; members are
 * locked in the order of their ids.
 * @param only one member; undefined: all of them
 */
export async function offerToMembers(
  tx: Transaction,
  acting: Acting,
  source: LoadedDeclaration,
  only?: string,
): Promise<FamilyOffer> {
  const offer: FamilyOffer = { proposed: 0, members: 0, entries: [] };
  const sourceId = source.declaration.id;
  const [family] = await tx.select().from(productFamilies).where(eq(productFamilies.sourceDeclarationId, sourceId));
  if (!family || family.supplierId !== source.supplier.id) return offer;
  const memberIds = (await lockMembers(tx, family)).filter((id) => only === undefined || id === only);
  const exceptions = await readExceptions(tx, family.id);
  for (const member of await loadDeclarations(tx, memberIds)) {
    const { id } = member.declaration;
    const offered = await readOffered(tx, id, sourceId);
    const originDetails = { familyId: family.id, familyName: family.name, productName: source.product.name };
    const changes = listInherited(source, member, exceptions.get(id) ?? [])
      .filter(({ key, version }) => !offered.has(offerOf(key, version)))
      .map(({ key, value, justification, version }) => ({
        key,
        value,
        justification,
        originDetails: { ...originDetails, declarationId: sourceId, answerVersion: version },
      }));
    if (changes.length === 0) continue;
    const input = { declarationId: id, origin: 'family' as const, originDetails, proposals: changes };
    const { proposed, entries } = await writeProposals(tx, acting, input);
    offer.proposed += proposed;
    offer.members += proposed > 0 ? 1 : 0;
    offer.entries.push(...entries);
  }
  return offer;
}

/** Answers of the source that the member would inherit, and that are others than its own. */
export function listInherited(
  source: LoadedDeclaration,
  member: LoadedDeclaration,
  exceptions: readonly FamilyException[],
) {
  const placed = new Map(member.instances.map((instance) => [instance.key, instance]));
  return listDifferences(source, member).filter(({ key }) => {
    const instance = placed.get(key);
    return instance !== undefined && findException(exceptions, instance) === undefined;
  });
}

/** Those whose product still belongs to the family's supplier: a product that was handed over inherits no more. */
async function lockMembers(tx: Transaction, family: typeof productFamilies.$inferSelect): Promise<string[]> {
  const { id, sourceDeclarationId, supplierId } = family;
  const rows = await tx
    .select({ id: declarations.id })
    .from(declarations)
    .innerJoin(familyMembers, eq(familyMembers.declarationId, declarations.id))
    .innerJoin(products, eq(products.id, declarations.productId))
    .where(
      and(
        eq(familyMembers.familyId, id),
        isNull(familyMembers.leftAt),
        ne(declarations.id, sourceDeclarationId),
        eq(products.supplierId, supplierId),
        isNull(products.endedAt),
      ),
    )
    .orderBy(asc(declarations.id))
    .for('no key update', { of: declarations });
  return rows.map((row) => row.id);
}

/** By declaration. */
export async function readExceptions(db: Db, familyId: string): Promise<Map<string, FamilyException[]>> {
  const rows = await db
    .select()
    .from(familyExceptions)
    .where(eq(familyExceptions.familyId, familyId))
    .orderBy(asc(familyExceptions.createdAt), asc(familyExceptions.part));
  const byMember = new Map<string, FamilyException[]>();
  for (const { declarationId, part, reason } of rows) {
    byMember.set(declarationId, [...(byMember.get(declarationId) ?? []), { part, reason }]);
  }
  return byMember;
}

async function readOffered(tx: Transaction, declarationId: string, sourceId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ key: proposals.questionKey, details: proposals.originDetails })
    .from(proposals)
    .where(
      and(
        eq(proposals.declarationId, declarationId),
        eq(proposals.origin, 'family'),
        sql`${proposals.originDetails} ->> 'declarationId' = ${sourceId}`,
        // What was taken back can be offered again.
        or(isNull(proposals.decidedAs), ne(proposals.decidedAs, 'superseded')),
      ),
    );
  return new Set(rows.map(({ key, details }) => offerOf(key, details.answerVersion ?? 0)));
}

function offerOf(key: QuestionKey, version: number): string {
  return `${version} ${key}`;
}

/** Withdraws what a family has offered and nobody has decided on. @param keys only these; undefined: all */
export async function withdrawOffers(
  tx: Transaction,
  { actor, now }: Acting,
  declarationId: string,
  keys?: readonly QuestionKey[],
): Promise<void> {
  if (keys?.length === 0) return;
  await tx
    .update(proposals)
    .set({ decidedAs: 'superseded', decidedBy: actor.personId, decidedAt: now })
    .where(
      and(
        eq(proposals.declarationId, declarationId),
        eq(proposals.origin, 'family'),
        isNull(proposals.decidedAs),
        keys ? inArray(proposals.questionKey, [...keys]) : undefined,
      ),
    );
}
