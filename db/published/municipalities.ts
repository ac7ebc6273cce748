import { and, asc, count, eq, isNotNull, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import type { Db } from '../client';
import {
  interfaceGroups,
  interfaces,
  municipalities,
  publicAttestations,
  publicProducts,
  publicSupport,
} from '../schema';
import { attestationHolds, isOfSupport, listAttestedIn } from './attestations';
import { danish } from './product-filters';

export interface MunicipalityView {
  code: string;
  name: string;
  region: string;
  cvr: string;
  /** Products that it runs, as approved answers name it in production or as it attests itself. */
  products: number;
  /** Products whose present publication it decided on. */
  decisions: number;
}

/** The municipality codes in an approved answer, wherever the questionnaire asks for municipalities. */
const namedCodes = sql`jsonb_array_elements_text(${publicSupport.municipalities})`;
const isInProduction = eq(publicSupport.level, 'in_production');

/** All 98 municipalities, by name. @param day yyyy-mm-dd in Copenhagen */
export async function listMunicipalityViews(db: Db, day: string): Promise<MunicipalityView[]> {
  const [rows, used, decided] = await Promise.all([
    db
      .select()
      .from(municipalities)
      .orderBy(asc(danish(municipalities.name))),
    countUse(db, day),
    db
      .select({ code: publicProducts.decidedBy, products: count() })
      .from(publicProducts)
      .groupBy(publicProducts.decidedBy),
  ]);
  const decisions = new Map(decided.map(({ code, products }) => [code, products]));
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    region: row.region,
    cvr: row.cvr,
    products: used.get(row.code) ?? 0,
    decisions: decisions.get(row.code) ?? 0,
  }));
}

async function countUse(db: Db, day: string): Promise<ReadonlyMap<string, number>> {
  const named = db
    .select({ productId: publicSupport.productId, code: sql<string>`${namedCodes}`.as('code') })
    .from(publicSupport)
    .where(isInProduction);
  const attested = db
    .select({ productId: publicAttestations.productId, code: sql<string>`${publicAttestations.municipalityCode}` })
    .from(publicAttestations)
    .innerJoin(publicSupport, isOfSupport)
    .where(and(isNotNull(publicAttestations.municipalityCode), attestationHolds(day)));
  const used = union(named, attested).as('used');
  const rows = await db
    .select({ code: used.code, products: sql<number>`count(distinct ${used.productId})::int` })
    .from(used)
    .groupBy(used.code);
  return new Map(rows.map(({ code, products }) => [code, products]));
}

export async function findMunicipalityView(db: Db, code: string, day: string): Promise<MunicipalityView | undefined> {
  return (await listMunicipalityViews(db, day)).find((municipality) => municipality.code === code);
}

export interface MunicipalUse {
  productId: string;
  interfaceId: string;
  sinceOn: string | null;
  /** The municipality itself says so, under its name. */
  isAttested: boolean;
}

/**
 * Which product a municipality runs with which interface: what it attests itself, also where no supplier has named it,
 * then what else approved answers say.
 * @param day yyyy-mm-dd in Copenhagen
 */
export async function listUseIn(db: Db, code: string, day: string): Promise<MunicipalUse[]> {
  const [declared, attested] = await Promise.all([listDeclaredIn(db, code), listAttestedIn(db, code, day)]);
  const known = new Set(attested.map(placeOf));
  return [
    ...attested.map((use) => ({ ...use, isAttested: true })),
    ...declared.filter((use) => !known.has(placeOf(use))).map((use) => ({ ...use, isAttested: false })),
  ];
}

const placeOf = ({ productId, interfaceId }: { productId: string; interfaceId: string }) =>
  `${productId} ${interfaceId}`;

async function listDeclaredIn(db: Db, code: string): Promise<Omit<MunicipalUse, 'isAttested'>[]> {
  const named = sql`exists (select 1 from (select ${namedCodes} as code) as named where named.code = ${code})`;
  return db
    .select({
      productId: publicSupport.productId,
      interfaceId: publicSupport.interfaceId,
      sinceOn: publicSupport.sinceOn,
    })
    .from(publicSupport)
    .innerJoin(interfaces, eq(interfaces.id, publicSupport.interfaceId))
    .innerJoin(interfaceGroups, eq(interfaceGroups.id, publicSupport.groupId))
    .where(sql`${isInProduction} and ${named}`)
    .orderBy(asc(interfaceGroups.position), asc(interfaces.position));
}
