import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { type AttestedPeriod, attestableLevels, holdsOn, isAttestable } from '~/workflows/attestation';
import { groupBy } from '~/workflows/group-by';
import type { PublicEvidence } from '~/workflows/publication';
import { rungOf } from '~/workflows/rung';
import type { Rung, SupportLevel } from '~/workflows/words';
import type { Db } from '../client';
import { publicAttestations, publicSupport } from '../schema';

/** What proves a support level, as it is kept. */
export interface Proof {
  level: SupportLevel;
  evidence: readonly PublicEvidence[];
  attestations: readonly AttestedPeriod[];
}

/** How far a support level is proven on a day. */
export interface Proven {
  rung: Rung;
  /** How many municipalities attest on that day that they run it. */
  attestedBy: number;
}

/**
 * The one way from what is kept to a rung; `rungColumn` says the same to the database. Machine checks are not kept yet.
 * @param day yyyy-mm-dd in Copenhagen
 */
export function provenOn({ level, evidence, attestations }: Proof, day: string): Proven {
  const holding = isAttestable(level) ? attestations.filter((each) => holdsOn(each, day)) : [];
  // Only approved answers are in the read model.
  const facts = { evidence, isReviewed: true, attestationsValidTo: holding.map(({ validTo }) => validTo) };
  return { rung: rungOf(facts, day), attestedBy: holding.length };
}

/** Both named in full: in a query of one table drizzle would leave the table's name out. */
const support = sql.raw('"published"."support"');
const attestation = sql.raw('"attestation"');
const ofSupport = sql`${publicAttestations} ${attestation}
  where ${attestation}.product_id = ${support}.product_id and ${attestation}.interface_id = ${support}.interface_id`;

/** What lists need to know how far support is proven. */
export const supportProof = {
  evidence: sql<PublicEvidence[]>`${publicSupport.evidence}`,
  attestations: sql<AttestedPeriod[]>`coalesce((
    select jsonb_agg(jsonb_build_object(
      'confirmedOn', ${attestation}.confirmed_on, 'validTo', ${attestation}.valid_to)) from ${ofSupport}), '[]')`,
};

/** The rung of a support, as `provenOn` has it, in SQL. @param day yyyy-mm-dd in Copenhagen */
export function rungColumn(day: string): SQL<Rung> {
  const path = '$[*] ? (@.validTo == null || @.validTo >= $today)';
  const isDocumented = sql`jsonb_path_exists(${publicSupport.evidence}, ${path}::jsonpath, ${JSON.stringify({ today: day })}::jsonb)`;
  const isAttested = and(
    inArray(publicSupport.level, [...attestableLevels]),
    sql`exists (select 1 from ${ofSupport} and ${day}::date between ${attestation}.confirmed_on and ${attestation}.valid_to)`,
  );
  return sql<Rung>`case when not ${isDocumented} then 'claimed' when ${isAttested} then 'in-use' else 'reviewed' end`;
}

/** Whether a municipality, under its name, attests on a day that it runs a support; with `namesMunicipality` beside it. */
export function isAttestedBy(code: string, day: string): SQL | undefined {
  return and(
    inArray(publicSupport.level, [...attestableLevels]),
    sql`exists (select 1 from ${ofSupport} and ${attestation}.municipality_code = ${code}
      and ${day}::date between ${attestation}.confirmed_on and ${attestation}.valid_to)`,
  );
}

/** A municipality's statement that agreed to be named. */
export interface NamedAttestation {
  interfaceId: string;
  municipalityCode: string;
  sinceOn: string;
  validTo: string;
}

/** Those of a product that hold on a day and name their municipality; the others are counted alone. */
export async function listNamedAttestations(db: Db, productId: string, day: string): Promise<NamedAttestation[]> {
  const rows = await db
    .select()
    .from(publicAttestations)
    .where(eq(publicAttestations.productId, productId))
    .orderBy(asc(publicAttestations.sinceOn), asc(publicAttestations.attestationId));
  return rows.flatMap((row) => {
    const { interfaceId, municipalityCode, sinceOn, validTo } = row;
    const isShown = municipalityCode !== null && sinceOn !== null && holdsOn(row, day);
    return isShown ? [{ interfaceId, municipalityCode, sinceOn, validTo }] : [];
  });
}

/** Joins a statement to what it is about. */
export const isOfSupport = and(
  eq(publicSupport.productId, publicAttestations.productId),
  eq(publicSupport.interfaceId, publicAttestations.interfaceId),
);

/** Beside `isOfSupport`: whether a statement holds on a day, as `holdsOn` and `isAttestable` have it. */
export function attestationHolds(day: string): SQL | undefined {
  return and(
    inArray(publicSupport.level, [...attestableLevels]),
    sql`${day}::date between ${publicAttestations.confirmedOn} and ${publicAttestations.validTo}`,
  );
}

/** What a municipality, under its name, attests on a day that it runs; only of products that are public. */
export async function listAttestedIn(
  db: Db,
  code: string,
  day: string,
): Promise<{ productId: string; interfaceId: string; sinceOn: string | null }[]> {
  return db
    .select({
      productId: publicAttestations.productId,
      interfaceId: publicAttestations.interfaceId,
      sinceOn: publicAttestations.sinceOn,
    })
    .from(publicAttestations)
    .innerJoin(publicSupport, isOfSupport)
    .where(and(eq(publicAttestations.municipalityCode, code), attestationHolds(day)))
    .orderBy(asc(publicAttestations.sinceOn), asc(publicAttestations.attestationId));
}

/** By product slug and interface: for publications of the past, which stand in no table by interface. */
export async function loadAttestedPeriods(
  db: Db,
  slugs?: readonly string[],
): Promise<(slug: string, interfaceId: string) => readonly AttestedPeriod[]> {
  const rows = await db
    .select()
    .from(publicAttestations)
    .where(slugs && inArray(publicAttestations.productSlug, [...slugs]));
  const byPlace = groupBy(rows, ({ productSlug, interfaceId }) => `${productSlug} ${interfaceId}`);
  return (slug, interfaceId) => byPlace.get(`${slug} ${interfaceId}`) ?? [];
}
