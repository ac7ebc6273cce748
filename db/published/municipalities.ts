import { asc, count, eq, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { interfaceGroups, interfaces, municipalities, publicProducts, publicSupport } from '../schema';
import { danish } from './product-filters';

export interface MunicipalityView {
  code: string;
  name: string;
  region: string;
  cvr: string;
  /** Products whose approved answers name it in production. */
  products: number;
  /** Products whose present publication it decided on. */
  decisions: number;
}

/** The municipality codes in an approved answer, wherever the questionnaire asks for municipalities. */
const namedCodes = sql`jsonb_array_elements_text(${publicSupport.municipalities})`;
const isInProduction = eq(publicSupport.level, 'in_production');

/** All 98 municipalities, by name. */
export async function listMunicipalityViews(db: Db): Promise<MunicipalityView[]> {
  const [rows, used, decided] = await Promise.all([
    db
      .select()
      .from(municipalities)
      .orderBy(asc(danish(municipalities.name))),
    countUse(db),
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

async function countUse(db: Db): Promise<ReadonlyMap<string, number>> {
  const named = db
    .select({ productId: publicSupport.productId, code: sql<string>`${namedCodes}`.as('code') })
    .from(publicSupport)
    .where(isInProduction)
    .as('named');
  const rows = await db
    .select({ code: named.code, products: sql<number>`count(distinct ${named.productId})::int` })
    .from(named)
    .groupBy(named.code);
  return new Map(rows.map(({ code, products }) => [code, products]));
}

export async function findMunicipalityView(db: Db, code: string): Promise<MunicipalityView | undefined> {
  return (await listMunicipalityViews(db)).find((municipality) => municipality.code === code);
}

export interface MunicipalUse {
  productId: string;
  interfaceId: string;
  sinceOn: string | null;
}

/** Which product a municipality runs with which interface, as suppliers' approved answers name it. */
export async function listUseIn(db: Db, code: string): Promise<MunicipalUse[]> {
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
