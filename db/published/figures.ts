import { inArray, type SQL, sql } from 'drizzle-orm';
import { smallUpTo } from '~/workflows/figures';
import { readyLevels } from '~/workflows/published-rows';
import type { ProductType, Rung } from '~/workflows/words';
import type { Db } from '../client';
import { pastSupport, publicProducts, publicSupport } from '../schema';
import { rungColumn } from './attestations';

/** How many products had an interface, or one of a group, in production or ready at the end of a day. */
export interface CurvePoint {
  day: string;
  products: number;
}

/** By id; what nobody ever had ready is not in it. */
export interface ReadinessCurves {
  interfaces: ReadonlyMap<string, readonly CurvePoint[]>;
  groups: ReadonlyMap<string, readonly CurvePoint[]>;
}

/**
 * @param days yyyy-mm-dd in Copenhagen, oldest first
 * @param groupId of one group alone
 */
export async function loadCurves(db: Db, days: readonly string[], groupId?: string): Promise<ReadinessCurves> {
  const [interfaces, groups] = await Promise.all([
    countBy(db, 'interface_id', days, groupId),
    countBy(db, 'group_id', days, groupId),
  ]);
  return { interfaces, groups };
}

async function countBy(db: Db, column: 'interface_id' | 'group_id', days: readonly string[], groupId?: string) {
  const of = sql.raw(`s.${column}`);
  const end = sql`((d.day::date + 1)::timestamp at time zone 'Europe/Copenhagen')`;
  const rows = await db.execute<{ day: string; id: string; products: number }>(sql`
    select d.day, ${of} as id, count(distinct s.product_id)::int as products
    from unnest(${sql.param(`{${days.join(',')}}`)}::text[]) as d(day)
    join ${pastSupport} s on s.from_at < ${end} and (s.to_at is null or s.to_at >= ${end})
    where s.level in ${[...readyLevels]} ${groupId === undefined ? sql`` : sql`and s.group_id = ${groupId}`}
    group by 1, 2`);
  const counts = new Map<string, Map<string, number>>();
  for (const { id, day, products } of rows) {
    const ofOne = counts.get(id) ?? new Map<string, number>();
    counts.set(id, ofOne.set(day, products));
  }
  return new Map(
    [...counts].map(([id, ofOne]) => [id, days.map((day) => ({ day, products: ofOne.get(day) ?? 0 }))] as const),
  );
}

/** Approved support that is in production or ready, by how far it is proven. @param day yyyy-mm-dd in Copenhagen */
export async function countRungs(db: Db, day: string): Promise<Partial<Record<Rung, number>>> {
  const rows = await db
    .select({ rung: sql<Rung>`${rungColumn(day)}`.as('rung'), count: sql<number>`count(*)::int` })
    .from(publicSupport)
    .where(inArray(publicSupport.level, [...readyLevels]))
    .groupBy(sql`rung`);
  return Object.fromEntries(rows.map(({ rung, count }) => [rung, count]));
}

/** Products of a kind, and how many of them have at least one interface in production or ready. */
export interface Coverage {
  type: ProductType;
  /** Runs in few municipalities, as its supplier names them. */
  isSmall: boolean;
  products: number;
  covered: number;
  /** Interfaces in production or ready, of all of them together. */
  interfaces: number;
}

export async function countCoverage(db: Db): Promise<Coverage[]> {
  const named: SQL<number> = sql`(
    select count(distinct code) from ${publicSupport} s, jsonb_array_elements_text(s.municipalities) as code
    where s.product_id = ${publicProducts.productId})`;
  const isSmall = sql<boolean>`${named} <= ${smallUpTo}`;
  const counted = db
    .select({
      type: publicProducts.type,
      isSmall: isSmall.as('is_small'),
      ready: sql<number>`cardinality(${publicProducts.readyInterfaceIds})`.as('ready'),
    })
    .from(publicProducts)
    .as('counted');
  return db
    .select({
      type: counted.type,
      isSmall: counted.isSmall,
      products: sql<number>`count(*)::int`,
      covered: sql<number>`(count(*) filter (where ${counted.ready} > 0))::int`,
      interfaces: sql<number>`sum(${counted.ready})::int`,
    })
    .from(counted)
    .groupBy(counted.type, counted.isSmall)
    .orderBy(counted.type, counted.isSmall);
}
