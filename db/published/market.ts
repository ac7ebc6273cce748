import { inArray, sql } from 'drizzle-orm';
import { attestableLevels } from '~/workflows/attestation';
import { type Market, type MarketRow, type MarketSupports, marketOf } from '~/workflows/market';
import { noFilters } from '~/workflows/product-query';
import type { SearchClause } from '~/workflows/search-words';
import type { Db } from '../client';
import {
  interfaceGroups,
  interfaces,
  publicAttestations,
  publicDisputes,
  publicProducts,
  publicSupport,
} from '../schema';
import { rungColumn } from './attestations';
import { productCondition, productOrders } from './product-filters';
import { supportColumns } from './support';

/**
 * Everything that is published, as lists and filters need it. Of a million rows of support a few thousand differ: each of
 * those comes once, with the products that have it, so that ten times the products are ten times as many numbers.
 * @param today yyyy-mm-dd in Copenhagen, for rungs
 */
export async function loadMarket(db: Db, today: string): Promise<Market> {
  return db.transaction(async (tx) => {
    // Once between two publications, for everybody: it may take longer than what one visitor asks.
    await tx.execute(sql`set local statement_timeout = '60s'`);
    const [rows, supports] = await Promise.all([readProducts(tx), readSupports(tx, today)]);
    return marketOf(today, rows, supports);
  });
}

const byName = sql.join(productOrders.name, sql`, `);

function readProducts(db: Db): Promise<MarketRow[]> {
  const place = (sort: 'supplier' | 'newest' | 'ready') =>
    sql<number>`(row_number() over (order by ${sql.join(productOrders[sort], sql`, `)}))::int`;
  const { productId, slug, name, type, kle, isDemo, supplierSlug, supplierName, outcome, decidedBy, publishedAt } =
    publicProducts;
  return db
    .select({
      ...{ productId, slug, name, type, kle, isDemo, supplierSlug, supplierName, outcome, decidedBy, publishedAt },
      bySupplier: place('supplier'),
      byNewest: place('newest'),
      byReady: place('ready'),
    })
    .from(publicProducts)
    .orderBy(...productOrders.name);
}

async function readSupports(db: Db, today: string): Promise<MarketSupports> {
  const { productId, interfaceId, groupId, level, version, plannedOn, municipalities, evidence } = publicSupport;
  // Nearly all support rests on no evidence, and looking into none would be most of the work.
  const rung = sql`case when ${evidence} = '[]' then 'claimed' else ${rungColumn(today)} end`;
  const isAttestable = inArray(level, [...attestableLevels]);
  // What the supplier names and what municipalities attest under their names, each once.
  const usedIn = sql`case when ${isAttestable} and attested.codes <> '[]' then (
    select jsonb_agg(distinct code) from jsonb_array_elements(coalesce(${municipalities}, '[]') || attested.codes) as code)
    else ${municipalities} end`;
  const [found] = await db.execute<MarketSupports & Record<string, unknown>>(sql`
    with placed as materialized (
      select ${publicProducts.productId} as product_id, row_number() over (order by ${byName}) as place from ${publicProducts}
    ), attested as (
      select ${publicAttestations.productId} as product_id, ${publicAttestations.interfaceId} as interface_id, count(*)::int as count,
        coalesce(jsonb_agg(distinct ${publicAttestations.municipalityCode})
          filter (where ${publicAttestations.municipalityCode} is not null), '[]') as codes
      from ${publicAttestations}
      where ${today}::date between ${publicAttestations.confirmedOn} and ${publicAttestations.validTo}
      group by 1, 2
    ), disputed as (
      select distinct ${publicDisputes.productId} as product_id from ${publicDisputes} where ${publicDisputes.resolvedAt} is null
    ), said as (
      select ${interfaceId} as interface_id, ${groupId} as group_id, ${level} as level, ${version} as version,
        ${plannedOn} as planned_on, ${usedIn} as municipalities, ${rung} as rung,
        case when ${isAttestable} then coalesce(attested.count, 0) else 0 end as attested_by,
        case when disputed.product_id is null then false else ${supportColumns.isDisputed} end as is_disputed,
        string_agg(placed.place::text, ',') as places
      from ${publicSupport}
      join placed on placed.product_id = ${productId}
      left join attested on attested.product_id = ${productId} and attested.interface_id = ${interfaceId}
      left join disputed on disputed.product_id = ${productId}
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9
    )
    select
      (select coalesce(json_agg(product_id order by place), '[]') from placed) as "productIds",
      (select coalesce(json_agg(json_build_object(
          'interfaceId', said.interface_id, 'groupId', said.group_id, 'level', said.level, 'version', said.version,
          'plannedOn', said.planned_on, 'municipalities', coalesce(said.municipalities, '[]'), 'rung', said.rung,
          'attestedBy', said.attested_by, 'isDisputed', said.is_disputed, 'places', said.places)
          order by ${interfaceGroups.position}, ${interfaces.position}, ${interfaces.id}), '[]')
        from said
        join ${interfaces} on ${interfaces.id} = said.interface_id
        join ${interfaceGroups} on ${interfaceGroups.id} = said.group_id) as "rows"`);
  return found ?? { productIds: [], rows: [] };
}

/** The products that a search finds, whatever else they are. */
export async function findProductIds(
  db: Db,
  clauses: readonly SearchClause[],
  today: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ productId: publicProducts.productId })
    .from(publicProducts)
    .where(productCondition(db, { filters: noFilters, clauses, today }));
  return new Set(rows.map(({ productId }) => productId));
}
