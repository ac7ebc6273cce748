import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { refuseProductMerge } from '~/workflows/registry';
import type { Db } from '../client';
import {
  apiTokens,
  attestations,
  cases,
  declarations,
  disputes,
  evidence,
  familyMembers,
  invitations,
  membershipProducts,
  publications,
  sectionAssignments,
  stewards,
  wellKnownSources,
} from '../schema';
import { type ProductRow, productFacts } from './facts';
import { PlanBuilder, type RegistryPlan } from './plan';
import { setStep } from './steps';

/**
 * One product goes up in another of the same supplier. The survivor's declaration lives on; the other one's, with its
 * cases, letters and publications, stays as it is, to be read and cited. What points at a product points at the survivor.
 */
export async function planProductMerge(
  db: Db,
  { from, to, now }: { from: ProductRow; to: ProductRow; now: Date },
): Promise<RegistryPlan> {
  const at = now.toISOString();
  const plan = new PlanBuilder();
  const [source, survivor] = await productFacts(db, [from, to]);
  // The same product twice: there is one row of facts.
  const refused = source && refuseProductMerge(source, survivor ?? source);
  const pair = { from, to, at };
  await tellHistory(db, plan, pair);
  await moveAttestations(db, plan, pair);
  await movePeople(db, plan, pair);
  await moveMachines(db, plan, pair);
  await leaveFamilies(db, plan, pair);
  if (from.kitosUuid !== null) {
    if (to.kitosUuid === null) {
      plan.tell('kitos', 'moves', 1, [from.kitosUuid]);
      plan.take(
        ...setStep('products', [from.id], { kitos_uuid: from.kitosUuid }, { kitos_uuid: null }),
        ...setStep('products', [to.id], { kitos_uuid: null }, { kitos_uuid: from.kitosUuid }),
      );
    } else {
      plan.tell('kitos', 'stays', 1, [from.kitosUuid]);
      plan.collide('both-kitos');
    }
  }
  plan.take(...setStep('products', [from.id], { ended_at: null }, { ended_at: at }));
  if (source?.hasDeclaration && survivor?.hasDeclaration) plan.collide('both-declared');
  const { moves, collisions, steps } = plan;
  const params = source?.sourceOf.length ? { names: source.sourceOf.join(', ') } : undefined;
  return {
    kind: 'product-merge',
    from: { id: from.id, slug: from.slug, name: from.name },
    to: { id: to.id, slug: to.slug, name: to.name },
    refusal: refused ? { code: refused, ...(params && { params }) } : null,
    moves,
    collisions,
    steps,
  };
}

interface Pair {
  from: ProductRow;
  to: ProductRow;
  at: string;
}

/** What stays where it is. */
async function tellHistory(db: Db, plan: PlanBuilder, { from }: Pair): Promise<void> {
  const own = db.select({ id: declarations.id }).from(declarations).where(eq(declarations.productId, from.id));
  plan.tell('declarations', 'stays', await db.$count(declarations, eq(declarations.productId, from.id)));
  const numbers = await db.select({ number: cases.number }).from(cases).where(eq(cases.productId, from.id));
  plan.tell(
    'cases',
    'stays',
    numbers.length,
    numbers.map(({ number }) => number),
  );
  plan.tell('publications', 'stays', await db.$count(publications, eq(publications.productSlug, from.slug)));
  plan.tell('evidence', 'stays', await db.$count(evidence, inArray(evidence.declarationId, own)));
  plan.tell(
    'disputes',
    'stays',
    await db.$count(disputes, and(eq(disputes.productId, from.id), sql`${disputes.state} <> 'unconfirmed'`)),
  );
}

/** Municipalities run what the survivor is now. One that has attested both keeps its statement about the survivor. */
async function moveAttestations(db: Db, plan: PlanBuilder, { from, to }: Pair): Promise<void> {
  const rows = await db
    .select()
    .from(attestations)
    .where(and(inArray(attestations.productId, [from.id, to.id]), isNull(attestations.endedAt)))
    .orderBy(attestations.id);
  const keyOf = (row: (typeof rows)[number]) => `${row.municipalityCode} ${row.interfaceId}`;
  const present = new Set(rows.filter(({ productId }) => productId === to.id).map(keyOf));
  const theirs = rows.filter(({ productId }) => productId === from.id);
  const moving = theirs.filter((row) => !present.has(keyOf(row)));
  if (moving.length < theirs.length) plan.collide('both-attested');
  plan.tell('attestations', 'moves', moving.length);
  plan.tell('attestations', 'stays', theirs.length - moving.length);
  plan.take(
    ...setStep(
      'attestations',
      moving.map(({ id }) => id),
      { product_id: from.id },
      { product_id: to.id },
    ),
  );
}

/** Whoever was let in for the one is let in for the other; the survivor has room for two stewards. */
async function movePeople(db: Db, plan: PlanBuilder, { from, to, at }: Pair): Promise<void> {
  const links = await db
    .select()
    .from(membershipProducts)
    .where(inArray(membershipProducts.productId, [from.id, to.id]))
    .orderBy(membershipProducts.membershipId);
  const has = new Set(links.filter(({ productId }) => productId === to.id).map(({ membershipId }) => membershipId));
  const theirs = links.filter(({ productId }) => productId === from.id);
  const moving = theirs.filter(({ membershipId }) => !has.has(membershipId));
  if (moving.length < theirs.length) plan.collide('both-members');
  plan.tell('people', 'moves', moving.length);
  plan.take(
    ...setStep(
      'membership_products',
      moving.map(({ membershipId }) => membershipId),
      { product_id: from.id },
      { product_id: to.id },
      'membership_id',
    ),
  );
  const looking = await db
    .select()
    .from(stewards)
    .where(and(inArray(stewards.productId, [from.id, to.id]), isNull(stewards.endedAt)))
    .orderBy(stewards.place);
  const kept = looking.filter(({ productId }) => productId === to.id);
  const free = [1, 2].filter((place) => kept.every((each) => each.place !== place));
  for (const steward of looking.filter(({ productId }) => productId === from.id)) {
    const place = kept.some(({ personId }) => personId === steward.personId) ? undefined : free.shift();
    plan.tell('stewards', place === undefined ? 'ends' : 'moves', 1);
    if (place === undefined) {
      plan.collide('both-stewards');
      plan.take(...setStep('stewards', [steward.id], { ended_at: null }, { ended_at: at }));
    } else {
      const before = { product_id: from.id, place: steward.place };
      plan.take(...setStep('stewards', [steward.id], before, { product_id: to.id, place }));
    }
  }
  const invited = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
        sql`${from.id}::uuid = any(${invitations.productIds})`,
      ),
    );
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

async function moveMachines(db: Db, plan: PlanBuilder, { from, to }: Pair): Promise<void> {
  const tokens = await db
    .select({ id: apiTokens.id, name: apiTokens.name })
    .from(apiTokens)
    .where(and(eq(apiTokens.productId, from.id), isNull(apiTokens.revokedAt)))
    .orderBy(apiTokens.id);
  plan.tell(
    'tokens',
    'moves',
    tokens.length,
    tokens.map(({ name }) => name),
  );
  plan.take(
    ...setStep(
      'api_tokens',
      tokens.map(({ id }) => id),
      { product_id: from.id },
      { product_id: to.id },
    ),
  );
  const sources = await db
    .select()
    .from(wellKnownSources)
    .where(inArray(wellKnownSources.productId, [from.id, to.id]));
  const theirs = sources.find(({ productId }) => productId === from.id);
  if (!theirs) return;
  if (sources.length === 1) {
    plan.tell('well-known', 'moves', 1, [theirs.url]);
    plan.take(...setStep('well_known_sources', [theirs.url], { product_id: from.id }, { product_id: to.id }, 'url'));
    return;
  }
  plan.tell('well-known', 'stays', 1, [theirs.url]);
  plan.collide('both-well-known');
}

/** What a declaration that nobody goes on with was part of. */
async function leaveFamilies(db: Db, plan: PlanBuilder, { from, at }: Pair): Promise<void> {
  const own = db.select({ id: declarations.id }).from(declarations).where(eq(declarations.productId, from.id));
  const members = await db
    .select()
    .from(familyMembers)
    .where(and(inArray(familyMembers.declarationId, own), isNull(familyMembers.leftAt)));
  plan.tell('families', 'ends', members.length);
  plan.take(
    ...setStep(
      'family_members',
      members.map(({ familyId, declarationId }) => `${familyId}:${declarationId}`),
      { left_at: null },
      { left_at: at },
      'family_id:declaration_id',
    ),
  );
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
      { ended_at: at, ended_as: 'taken-back' },
    ),
  );
}
