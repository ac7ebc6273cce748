import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import {
  type AttestationRefusal,
  type AttestationState,
  attestableLevels,
  attestationStateOn,
  attestedUntil,
  decideAttestation,
  mayAttest,
} from '~/workflows/attestation';
import { copenhagenDay } from '~/workflows/day';
import { ok, type Result, refuse } from '~/workflows/refusal';
import type { SupportLevel } from '~/workflows/words';
import type { Db, Transaction } from './client';
import { hasConflict } from './conflicts';
import { isUuid } from './declarations';
import { appendLog } from './log';
import { publishAttestations } from './publication/public-attestations';
import { attestations, products, publicProducts, publicSupport, suppliers } from './schema';

export type Attestation = typeof attestations.$inferSelect;

/**
 * A municipality says, by one of its own, that it runs a product with an interface in production. One that has run out
 * is replaced; one that holds is renewed by `changeAttestation`.
 * @param input.slug the product's; only what is public can be attested
 * @param input.sinceOn yyyy-mm-dd
 * @param input.isNamed whether everybody may read the municipality's name
 */
export function attest(
  db: Db,
  acting: Acting,
  input: { slug: string; interfaceId: string; sinceOn: string; isNamed: boolean },
): Promise<Result<{ id: string; validTo: string }, AttestationRefusal | 'not-found'>> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    if (!mayAttest(actor)) return refuse('role-required');
    const about = await findPublicSupport(tx, input.slug, input.interfaceId);
    if (!about) return refuse('not-found');
    const { productId, supplierId, level } = about;
    const present = await lockPresent(tx, actor.municipalityCode, productId, input.interfaceId);
    const today = copenhagenDay(now);
    const facts = {
      level,
      hasConflict: await hasConflict(tx, { personId: actor.personId, supplierId }),
      presentValidTo: present?.validTo,
      today,
    };
    const decided = decideAttestation(actor, facts, input.sinceOn);
    if (!decided.ok) return decided;
    if (present) await end(tx, present, now, 'replaced');
    const id = randomUUID();
    const made = {
      id,
      municipalityCode: actor.municipalityCode,
      productId,
      interfaceId: input.interfaceId,
      sinceOn: input.sinceOn,
      isNamed: input.isNamed,
      confirmedOn: today,
      validTo: decided.value.validTo,
      confirmedBy: actor.personId,
      createdAt: now,
    };
    const [added] = await tx.insert(attestations).values(made).onConflictDoNothing().returning({ id: attestations.id });
    // A colleague was faster.
    if (!added) return refuse('attestation-given-already');
    await publishAttestations(tx, { ids: [id], productId, now });
    await appendLog(tx, acting, entryOf('give', made));
    return ok({ id, validTo: made.validTo });
  });
}

export const attestationChanges = ['renew', 'withdraw', 'name', 'unname'] as const;
export type AttestationChange = (typeof attestationChanges)[number];

/**
 * Renews an attestation for another term from today, withdraws it, or gives or takes back the consent to be named.
 * Anybody who speaks for the municipality may; one of another municipality is not there.
 * @param input.expectedVersion the version that the person saw
 */
export function changeAttestation(
  db: Db,
  acting: Acting,
  input: { id: string; expectedVersion: number; change: AttestationChange },
): Promise<Result<null, AttestationRefusal | 'not-found' | 'attestation-has-moved'>> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    if (!mayAttest(actor)) return refuse('role-required');
    const [row] = isUuid(input.id)
      ? await tx.select().from(attestations).where(eq(attestations.id, input.id)).for('update')
      : [];
    if (row?.municipalityCode !== actor.municipalityCode) return refuse('not-found');
    if (row.endedAt !== null || row.version !== input.expectedVersion) return refuse('attestation-has-moved');
    const changed = input.change === 'renew' ? await renew(tx, acting, row) : await change(tx, row, input.change, now);
    if (!changed.ok) return changed;
    await publishAttestations(tx, { ids: changed.value, productId: row.productId, now });
    await appendLog(tx, acting, entryOf(input.change, row));
    return ok(null);
  });
}

/** One that still holds goes on; after a gap it is a new one, so that the days between stay without. */
async function renew(tx: Transaction, { actor, now }: Acting, row: Attestation) {
  const today = copenhagenDay(now);
  const about = await findSupportOf(tx, row);
  if (!about) return refuse('attestation-not-public');
  if (await hasConflict(tx, { personId: actor.personId, supplierId: about.supplierId })) {
    return refuse('conflict-of-interest');
  }
  const validTo = attestedUntil(today);
  if (row.validTo >= today) {
    await tx
      .update(attestations)
      .set({ validTo, confirmedBy: actor.personId, version: row.version + 1 })
      .where(eq(attestations.id, row.id));
    return ok([row.id]);
  }
  await end(tx, row, now, 'replaced');
  const id = randomUUID();
  await tx
    .insert(attestations)
    .values({ ...row, id, confirmedOn: today, validTo, confirmedBy: actor.personId, createdAt: now, version: 1 });
  return ok([row.id, id]);
}

async function change(tx: Transaction, row: Attestation, what: Exclude<AttestationChange, 'renew'>, now: Date) {
  if (what === 'withdraw') {
    await end(tx, row, now, 'withdrawn');
  } else {
    await tx
      .update(attestations)
      .set({ isNamed: what === 'name', version: row.version + 1 })
      .where(eq(attestations.id, row.id));
  }
  return ok([row.id]);
}

async function end(tx: Transaction, row: Attestation, now: Date, because: Attestation['endedBecause']): Promise<void> {
  await tx
    .update(attestations)
    .set({ endedAt: now, endedBecause: because, version: row.version + 1 })
    .where(eq(attestations.id, row.id));
}

async function lockPresent(tx: Transaction, municipalityCode: string, productId: string, interfaceId: string) {
  const [present] = await tx
    .select()
    .from(attestations)
    .where(
      and(
        eq(attestations.municipalityCode, municipalityCode),
        eq(attestations.productId, productId),
        eq(attestations.interfaceId, interfaceId),
        isNull(attestations.endedAt),
      ),
    )
    .for('update');
  return present;
}

async function findPublicSupport(db: Db, slug: string, interfaceId: string) {
  const [row] = await db
    .select({ productId: publicSupport.productId, level: publicSupport.level, supplierId: products.supplierId })
    .from(publicSupport)
    .innerJoin(products, eq(products.id, publicSupport.productId))
    .where(and(eq(products.slug, slug), eq(publicSupport.interfaceId, interfaceId)));
  return row;
}

/** @returns undefined where nothing that can be attested is public about it any more */
async function findSupportOf(db: Db, { productId, interfaceId }: Attestation) {
  const [row] = await db
    .select({ supplierId: products.supplierId })
    .from(publicSupport)
    .innerJoin(products, eq(products.id, publicSupport.productId))
    .where(
      and(
        eq(publicSupport.productId, productId),
        eq(publicSupport.interfaceId, interfaceId),
        inArray(publicSupport.level, [...attestableLevels]),
      ),
    );
  return row;
}

/** An attestation as its municipality reads it. */
export interface ListedAttestation extends Pick<Attestation, 'id' | 'version' | 'interfaceId' | 'sinceOn' | 'validTo'> {
  isNamed: boolean;
  state: AttestationState;
  productName: string;
  productSlug: string;
  supplierName: string;
  /** Whether it counts: something that can be attested is public about it. */
  isPublic: boolean;
}

/** The municipality's attestations that were not withdrawn, those that end first at the top. */
export async function listAttestations(db: Db, municipalityCode: string, today: string): Promise<ListedAttestation[]> {
  const rows = await db
    .select({
      attestation: attestations,
      productName: products.name,
      productSlug: products.slug,
      supplierName: suppliers.name,
      level: publicSupport.level,
    })
    .from(attestations)
    .innerJoin(products, eq(products.id, attestations.productId))
    .innerJoin(suppliers, eq(suppliers.id, products.supplierId))
    .leftJoin(
      publicSupport,
      and(
        eq(publicSupport.productId, attestations.productId),
        eq(publicSupport.interfaceId, attestations.interfaceId),
        inArray(publicSupport.level, [...attestableLevels]),
      ),
    )
    .where(and(eq(attestations.municipalityCode, municipalityCode), isNull(attestations.endedAt)))
    .orderBy(asc(attestations.validTo), asc(products.name), asc(attestations.interfaceId));
  return rows.map(({ attestation, level, ...product }) => {
    const { id, version, interfaceId, sinceOn, validTo, isNamed } = attestation;
    const state = attestationStateOn(attestation, today);
    return { id, version, interfaceId, sinceOn, validTo, isNamed, state, ...product, isPublic: level !== null };
  });
}

/** Something that a municipality can attest. */
export interface AttestableSupport {
  productSlug: string;
  productName: string;
  supplierName: string;
  interfaceId: string;
  level: SupportLevel;
  /** In production since, as the approved answer says. */
  sinceOn: string | null;
}

/**
 * What the municipality can attest and does not yet: of one product, or, where none is named, of all whose approved
 * answers name the municipality as a user.
 * @param today yyyy-mm-dd in Copenhagen
 */
export function listAttestable(
  db: Db,
  { municipalityCode, today, slug }: { municipalityCode: string; today: string; slug?: string },
): Promise<AttestableSupport[]> {
  const isNamedIn = sql`${publicSupport.municipalities} @> ${JSON.stringify([municipalityCode])}::jsonb`;
  return db
    .select({
      productSlug: publicProducts.slug,
      productName: publicProducts.name,
      supplierName: publicProducts.supplierName,
      interfaceId: publicSupport.interfaceId,
      level: publicSupport.level,
      sinceOn: publicSupport.sinceOn,
    })
    .from(publicSupport)
    .innerJoin(publicProducts, eq(publicProducts.productId, publicSupport.productId))
    .leftJoin(
      attestations,
      and(
        eq(attestations.productId, publicSupport.productId),
        eq(attestations.interfaceId, publicSupport.interfaceId),
        eq(attestations.municipalityCode, municipalityCode),
        isNull(attestations.endedAt),
        sql`${attestations.validTo} >= ${today}::date`,
      ),
    )
    .where(
      and(
        isNull(attestations.id),
        inArray(publicSupport.level, [...attestableLevels]),
        slug === undefined ? isNamedIn : eq(publicProducts.slug, slug),
      ),
    )
    .orderBy(desc(isNamedIn), asc(publicProducts.name), asc(publicSupport.interfaceId));
}

type Described = Pick<Attestation, 'id' | 'productId' | 'interfaceId' | 'municipalityCode' | 'sinceOn' | 'isNamed'>;

function entryOf(
  verb: 'give' | AttestationChange,
  { id, productId, interfaceId, municipalityCode, sinceOn, isNamed }: Described,
) {
  return {
    action: `attestation.${verb}`,
    subject: { type: 'product', id: productId },
    details: { attestationId: id, interfaceId, municipalityCode, sinceOn, isNamed },
  };
}
