import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { refuseSupplierMove } from '~/workflows/registry';
import type { Db } from '../client';
import {
  apiTokens,
  cases,
  conflictsOfInterest,
  declarations,
  evidence,
  familyMembers,
  invitations,
  libraryTexts,
  membershipProducts,
  memberships,
  productFamilies,
  products,
  publications,
  sectionAssignments,
  stewards,
} from '../schema';
import { listPresentProducts, type ProductRow, productFacts, type SupplierRow } from './facts';
import { PlanBuilder, type RegistryPlan } from './plan';
import { setStep } from './steps';

/** To whom products go: a supplier that is there, or one that is made with the split. */
export type Receiver = { supplier: SupplierRow } | { isNew: true; id: string; cvr: string; name: string; slug: string };

export interface SupplierMove {
  kind: 'supplier-merge' | 'supplier-split';
  from: SupplierRow;
  to: Receiver;
  /** Split: the products that go. Merge: all go. */
  productIds: readonly string[];
  /** Who does it: transfers are in somebody's name. */
  personId: string;
  now: Date;
}

interface Moving {
  from: SupplierRow;
  toId: string;
  /** Also those that ended earlier, where all go. */
  rows: ProductRow[];
  isAll: boolean;
  at: string;
  personId: string;
}

/**
 * Products go to another supplier, with everything that belongs to them. In a merge all of them go, with the people and
 * what the supplier has besides products, and the supplier ends.
 */
export async function planSupplierMove(db: Db, move: SupplierMove): Promise<RegistryPlan> {
  const { kind, from, to, now, personId } = move;
  const isAll = kind === 'supplier-merge';
  const receiver = 'supplier' in to ? to.supplier : { ...to, endedAt: null, isDemo: from.isDemo };
  const plan = new PlanBuilder();
  const present = await listPresentProducts(db, from.id);
  const ended = isAll ? await db.select().from(products).where(eq(products.supplierId, from.id)) : [];
  const chosen = present.filter(({ id }) => isAll || move.productIds.includes(id));
  const facts = await productFacts(db, present);
  const taken = new Set((await listPresentProducts(db, receiver.id)).map(({ name }) => name.toLowerCase()));
  const sameNames = chosen.filter(({ name }) => taken.has(name.toLowerCase())).map(({ name }) => name);
  const refused = refuseSupplierMove(
    kind,
    { id: from.id, isEnded: from.endedAt !== null, isDemo: from.isDemo, products: facts },
    { id: receiver.id, isEnded: receiver.endedAt !== null, isDemo: receiver.isDemo },
    { moving: facts.filter(({ id }) => chosen.some((each) => each.id === id)), sameNames },
  );
  const rows = [...chosen, ...ended.filter(({ endedAt }) => endedAt !== null)];
  const moving: Moving = { from, toId: receiver.id, rows, isAll, at: now.toISOString(), personId };
  if ('isNew' in to) addSupplier(plan, to, moving);
  await moveProducts(db, plan, moving);
  const mixed = await moveFamilies(db, plan, moving);
  await moveTokens(db, plan, moving);
  if (isAll) await moveEveryone(db, plan, moving);
  else await moveRestricted(db, plan, moving);
  await copyConflicts(db, plan, moving);
  if (isAll) plan.take(...setStep('suppliers', [from.id], { ended_at: null }, { ended_at: moving.at }));
  const refusal = refused ?? (mixed.length > 0 ? ('registry-family-mixed' as const) : null);
  const names = refused ? sameNames : mixed;
  const { moves, collisions, steps } = plan;
  return {
    kind,
    from: { id: from.id, slug: from.slug, name: from.name },
    to: { id: receiver.id, slug: receiver.slug, name: receiver.name },
    refusal: refusal ? { code: refusal, params: { names: names.join(', ') } } : null,
    moves,
    collisions,
    steps,
  };
}

function addSupplier(plan: PlanBuilder, to: Extract<Receiver, { isNew: true }>, { from, at }: Moving): void {
  const row = { id: to.id, cvr: to.cvr, name: to.name, slug: to.slug, is_demo: from.isDemo, created_at: at };
  plan.take({ do: 'add', table: 'suppliers', row, undo: 'end' });
}

/** The same as a transfer that both accepted, and told of as one. */
async function moveProducts(db: Db, plan: PlanBuilder, { from, toId, rows, at, personId }: Moving): Promise<void> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  const own = db.select({ id: declarations.id }).from(declarations).where(inArray(declarations.productId, ids));
  const owner = { from: { supplier_id: from.id }, to: { supplier_id: toId } };
  plan.tell(
    'products',
    'moves',
    ids.length,
    rows.map(({ name }) => name),
  );
  plan.tell('declarations', 'moves', await db.$count(declarations, inArray(declarations.productId, ids)));
  plan.tell('cases', 'stays', await db.$count(cases, inArray(cases.productId, ids)));
  const slugs = rows.map(({ slug }) => slug);
  plan.tell('publications', 'moves', await db.$count(publications, inArray(publications.productSlug, slugs)));
  plan.take(...setStep('products', ids, owner.from, owner.to));
  const files = await db
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.supplierId, from.id), inArray(evidence.declarationId, own)))
    .orderBy(evidence.id);
  plan.tell('evidence', 'moves', files.length);
  plan.take(
    ...setStep(
      'evidence',
      files.map(({ id }) => id),
      owner.from,
      owner.to,
    ),
  );
  for (const productId of ids) {
    const row = {
      id: randomUUID(),
      product_id: productId,
      from_supplier_id: from.id,
      to_supplier_id: toId,
      offered_by: personId,
      created_at: at,
      decided_as: 'accepted',
      decided_by: personId,
      decided_at: at,
    };
    plan.take({ do: 'add', table: 'product_transfers', row, undo: 'end' });
  }
}

/** @returns families that would be torn apart */
async function moveFamilies(db: Db, plan: PlanBuilder, { from, toId, rows, isAll }: Moving): Promise<string[]> {
  const families = await db
    .select({ id: productFamilies.id, name: productFamilies.name, source: declarations.productId })
    .from(productFamilies)
    .innerJoin(declarations, eq(declarations.id, productFamilies.sourceDeclarationId))
    .where(eq(productFamilies.supplierId, from.id))
    .orderBy(productFamilies.name);
  const taken = new Set(
    (await db.select().from(productFamilies).where(eq(productFamilies.supplierId, toId))).map(({ name }) => name),
  );
  const goes = new Set(rows.map(({ id }) => id));
  const mixed: string[] = [];
  for (const { id, name, source } of families) {
    const members = await db
      .select({ productId: declarations.productId })
      .from(familyMembers)
      .innerJoin(declarations, eq(declarations.id, familyMembers.declarationId))
      .where(and(eq(familyMembers.familyId, id), isNull(familyMembers.leftAt)));
    const going = [source, ...members.map(({ productId }) => productId)].map((productId) => goes.has(productId));
    if (!isAll && going.every((each) => !each)) continue;
    if (!isAll && !going.every((each) => each)) {
      mixed.push(name);
      continue;
    }
    const isTaken = taken.has(name);
    if (isTaken) plan.collide('family-names');
    const kept = isTaken ? `${name} (${from.name})` : name;
    plan.tell('families', 'moves', 1, [kept]);
    plan.take(...setStep('product_families', [id], { supplier_id: from.id, name }, { supplier_id: toId, name: kept }));
  }
  return mixed;
}

/** A token for one product goes with it. One that opens everything would open what it never did before: it ends. */
async function moveTokens(db: Db, plan: PlanBuilder, { from, toId, rows, isAll, at }: Moving): Promise<void> {
  const tokens = await db
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.supplierId, from.id), isNull(apiTokens.revokedAt)))
    .orderBy(apiTokens.id);
  const going = tokens.filter(({ productId }) => rows.some(({ id }) => id === productId));
  const wide = isAll ? tokens.filter(({ productId }) => productId === null) : [];
  plan.tell(
    'tokens',
    'moves',
    going.length,
    going.map(({ name }) => name),
  );
  plan.tell(
    'tokens',
    'ends',
    wide.length,
    wide.map(({ name }) => name),
  );
  if (wide.length > 0) plan.collide('wide-tokens');
  plan.take(
    ...setStep(
      'api_tokens',
      going.map(({ id }) => id),
      { supplier_id: from.id },
      { supplier_id: toId },
    ),
    ...setStep(
      'api_tokens',
      wide.map(({ id }) => id),
      { revoked_at: null },
      { revoked_at: at },
    ),
  );
}

/**
 * Everybody goes along, and nobody gets to more than they did: their roles hold for the products they came with. The
 * survivor's administrators are the administrators; where it has none, those who came are.
 */
async function moveEveryone(db: Db, plan: PlanBuilder, { from, toId, rows, at }: Moving): Promise<void> {
  const all = await db
    .select()
    .from(memberships)
    .where(and(inArray(memberships.supplierId, [from.id, toId]), isNull(memberships.endedAt)))
    .orderBy(memberships.id);
  const there = all.filter(({ supplierId }) => supplierId === toId);
  const isManaged = there.some(({ role }) => role === 'supplier-admin');
  const owner = { from: { supplier_id: from.id }, to: { supplier_id: toId } };
  for (const { id, personId, role, onlyChosenProducts } of all.filter(({ supplierId }) => supplierId === from.id)) {
    const has = there.some((each) => each.personId === personId && each.role === role);
    if (has || (role === 'supplier-admin' && isManaged)) {
      if (!has) plan.collide('admins-of-survivor');
      plan.tell('people', 'ends', 1);
      plan.take(...setStep('memberships', [id], { ended_at: null }, { ended_at: at }));
      continue;
    }
    plan.tell('people', 'moves', 1);
    const isNarrowed = there.length > 0 && !onlyChosenProducts && role !== 'supplier-admin';
    if (!isNarrowed) {
      plan.take(...setStep('memberships', [id], owner.from, owner.to));
      continue;
    }
    plan.collide('restricted-people');
    const before = { ...owner.from, only_chosen_products: false };
    plan.take(...setStep('memberships', [id], before, { ...owner.to, only_chosen_products: true }));
    for (const product of rows.filter(({ endedAt }) => endedAt === null)) {
      const row = { membership_id: id, product_id: product.id };
      plan.take({ do: 'add', table: 'membership_products', row, undo: 'remove' });
    }
  }
  const texts = await db
    .select({ id: libraryTexts.id, title: libraryTexts.title })
    .from(libraryTexts)
    .where(eq(libraryTexts.supplierId, from.id))
    .orderBy(libraryTexts.id);
  plan.tell(
    'library',
    'moves',
    texts.length,
    texts.map(({ title }) => title),
  );
  plan.take(
    ...setStep(
      'library_texts',
      texts.map(({ id }) => id),
      owner.from,
      owner.to,
    ),
  );
  const invited = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.supplierId, from.id), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)));
  plan.tell('invitations', 'ends', invited.length);
  plan.take(
    ...setStep(
      'invitations',
      invited.map(({ id }) => id),
      { withdrawn_at: null },
      { withdrawn_at: at },
    ),
  );
}

/** Whoever was let in for the products that go, and for no other, goes along; everybody else's part in them ends. */
async function moveRestricted(db: Db, plan: PlanBuilder, { from, toId, rows, at }: Moving): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const held = await db
    .select({
      id: memberships.id,
      personId: memberships.personId,
      products: sql<string[]>`array_agg(${membershipProducts.productId}::text)`,
    })
    .from(memberships)
    .innerJoin(membershipProducts, eq(membershipProducts.membershipId, memberships.id))
    .where(
      and(eq(memberships.supplierId, from.id), isNull(memberships.endedAt), eq(memberships.onlyChosenProducts, true)),
    )
    .groupBy(memberships.id);
  const going = held.filter((each) => each.products.every((id) => ids.includes(id)));
  plan.tell('people', 'moves', going.length);
  plan.take(
    ...setStep(
      'memberships',
      going.map(({ id }) => id),
      { supplier_id: from.id },
      { supplier_id: toId },
    ),
  );
  if (ids.length === 0) return;
  const looking = await db
    .select()
    .from(stewards)
    .where(and(inArray(stewards.productId, ids), isNull(stewards.endedAt)));
  const left = looking.filter(({ personId }) => going.every((each) => each.personId !== personId));
  plan.tell('stewards', 'ends', left.length);
  plan.take(
    ...setStep(
      'stewards',
      left.map(({ id }) => id),
      { ended_at: null },
      { ended_at: at },
    ),
  );
  const own = db.select({ id: declarations.id }).from(declarations).where(inArray(declarations.productId, ids));
  const handed = await db
    .select({ id: sectionAssignments.id })
    .from(sectionAssignments)
    .where(and(inArray(sectionAssignments.declarationId, own), isNull(sectionAssignments.endedAt)));
  plan.tell('handovers', 'ends', handed.length);
  plan.take(
    ...setStep(
      'section_assignments',
      handed.map(({ id }) => id),
      { ended_at: null, ended_as: null },
      { ended_at: at, ended_as: 'left' },
    ),
  );
}

/** Whoever must not decide about the one must not decide about what it became. */
async function copyConflicts(db: Db, plan: PlanBuilder, { from, toId, at }: Moving): Promise<void> {
  const rows = await db
    .select()
    .from(conflictsOfInterest)
    .where(and(inArray(conflictsOfInterest.supplierId, [from.id, toId]), isNull(conflictsOfInterest.endedAt)))
    .orderBy(conflictsOfInterest.id);
  const has = new Set(rows.filter(({ supplierId }) => supplierId === toId).map(({ personId }) => personId));
  for (const { personId, supplierId, reason } of rows) {
    if (supplierId !== from.id || has.has(personId)) continue;
    plan.tell('conflicts', 'moves', 1);
    const row = { id: randomUUID(), person_id: personId, supplier_id: toId, reason, declared_at: at };
    plan.take({ do: 'add', table: 'conflicts_of_interest', row, undo: 'end' });
  }
}
