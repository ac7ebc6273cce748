import { asc, inArray, sql } from 'drizzle-orm';
import { attestableLevels } from '~/workflows/attestation';
import { cellEnd, type Market, type MarketRow, type MarketSupport, marketProduct, rowEnd } from '~/workflows/market';
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
import { danish, productCondition, productOrders } from './product-filters';
import { supportColumns } from './support';

/**
 * Everything that is published, as lists and filters need it: one row per product, so that ten times the products cost
 * ten times one row and no more.
 * @param today yyyy-mm-dd in Copenhagen, for rungs
 */
export async function loadMarket(db: Db, today: string): Promise<Market> {
  return db.transaction(async (tx) => {
    // Once between two publications, for everybody: it may take longer than what one visitor asks.
    await tx.execute(sql`set local statement_timeout = '60s'`);
    return readMarket(tx, today);
  });
}

async function readMarket(db: Db, today: string): Promise<Market> {
  const place = (sort: 'supplier' | 'newest' | 'ready') =>
    sql<number>`(row_number() over (order by ${sql.join(productOrders[sort], sql`, `)}))::int`;
  const { productId, interfaceId, groupId, level, version, plannedOn, municipalities, evidence } = publicSupport;
  const isAttestable = inArray(level, [...attestableLevels]);
  // As text, not as JSON: of a hundred thousand rows a few thousand are different, and only those are taken apart.
  const cells = sql`concat_ws(${cellEnd}::text, ${interfaceId}, ${groupId}, ${level},
    case when ${evidence} = '[]' then 'claimed' else ${rungColumn(today)} end,
    case when ${isAttestable} then coalesce(attested.count, 0) else 0 end,
    case when disputed.product_id is null then false else ${supportColumns.isDisputed} end,
    coalesce(${plannedOn}::text, ''), coalesce(to_json(${version})::text, ''), ${municipalities}::text)`;
  const support = sql`(
    select ${productId} as product_id,
      string_agg(${cells}, ${rowEnd} order by ${interfaceGroups.position}, ${interfaces.position}, ${interfaces.id}) as cells
    from ${publicSupport}
    join ${interfaces} on ${interfaces.id} = ${interfaceId}
    join ${interfaceGroups} on ${interfaceGroups.id} = ${groupId}
    left join (
      select ${publicAttestations.productId} as product_id, ${publicAttestations.interfaceId} as interface_id, count(*)::int as count
      from ${publicAttestations}
      where ${today}::date between ${publicAttestations.confirmedOn} and ${publicAttestations.validTo}
      group by 1, 2
    ) attested on attested.product_id = ${productId} and attested.interface_id = ${interfaceId}
    left join (
      select distinct ${publicDisputes.productId} as product_id from ${publicDisputes} where ${publicDisputes.resolvedAt} is null
    ) disputed on disputed.product_id = ${productId}
    group by 1
  )`;
  const { slug, name, type, kle, isDemo, supplierSlug, supplierName, outcome, decidedBy, publishedAt } = publicProducts;
  const rows: MarketRow[] = await db
    .select({
      productId: publicProducts.productId,
      ...{ slug, name, type, kle, isDemo, supplierSlug, supplierName, outcome, decidedBy, publishedAt },
      bySupplier: place('supplier'),
      byNewest: place('newest'),
      byReady: place('ready'),
      support: sql<string>`coalesce(s.cells, '')`,
    })
    .from(publicProducts)
    .leftJoin(sql`${support} s`, sql`s.product_id = ${publicProducts.productId}`)
    .orderBy(asc(danish(name)), asc(slug));
  const interned = new Map<string, MarketSupport>();
  return { today, products: rows.map((row) => marketProduct(row, interned)) };
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
