import { and, count, countDistinct, eq, type SQL, sql } from 'drizzle-orm';
import { type Freshness, freshnesses, noFilters, type ProductFilters, partsOf } from '~/workflows/product-query';
import type { ProductType, Rung, SupportLevel } from '~/workflows/words';
import type { Db } from '../client';
import { publicProducts, publicSupport } from '../schema';
import { rungColumn } from './attestations';
import { isFresh, type ProductSelection, productCondition, selectionOf, supportCondition } from './product-filters';

export interface Facet<Value extends string = string> {
  value: Value;
  /** Products that are found when this value is chosen beside the other filters. */
  count: number;
}

export interface Facets {
  interface: Facet[];
  group: Facet[];
  level: Facet<SupportLevel>[];
  rung: Facet<Rung>[];
  /** Only where an interface is asked for: a version says nothing without. */
  version: Facet[];
  municipality: Facet[];
  supplier: (Facet & { name: string })[];
  kle: Facet[];
  type: Facet<ProductType>[];
  fresh: Facet<Freshness>[];
}

/**
 * For each filter its values with what choosing them would find; a value that finds nothing is not listed.
 * @param today yyyy-mm-dd in Copenhagen
 */
export async function countFacets(db: Db, filters: ProductFilters, today: string): Promise<Facets> {
  const selection = await selectionOf(db, filters, today);
  const without = (except: keyof ProductFilters) => productCondition(db, selection, except);
  const [supplier, type, kle, ...rest] = await Promise.all([
    db
      .select({ value: publicProducts.supplierSlug, name: publicProducts.supplierName, count: count() })
      .from(publicProducts)
      .where(without('supplier'))
      .groupBy(publicProducts.supplierSlug, publicProducts.supplierName)
      .orderBy(sql`${publicProducts.supplierName} collate "da-x-icu"`),
    db
      .select({ value: publicProducts.type, count: count() })
      .from(publicProducts)
      .where(without('type'))
      .groupBy(publicProducts.type),
    countKle(db, without('kle')),
    // Several interfaces narrow each other, so their counts keep those already chosen.
    countSupport<string>(db, sql`${publicSupport.interfaceId}`, selection, { keep: filters.match === 'all' }),
    countSupport<string>(db, sql`${publicSupport.groupId}`, selection, { except: 'group' }),
    countSupport<SupportLevel>(db, sql`${publicSupport.level}`, selection, { except: 'level' }),
    countSupport<Rung>(db, rungColumn(today), selection, { except: 'rung' }),
    partsOf(filters.interface).wanted.length === 0
      ? []
      : countSupport<string>(db, sql`${publicSupport.version}`, selection, { except: 'version' }),
    countMunicipalities(db, selection),
    countFresh(db, without('fresh'), today),
  ]);
  const [byInterface, group, level, rung, version, municipality, fresh] = rest;
  return { supplier, type, kle, interface: byInterface, group, level, rung, version, municipality, fresh };
}

function countKle(db: Db, condition: SQL | undefined): Promise<Facet[]> {
  const mainGroup = sql<string>`left(number, 2)`;
  return db
    .select({ value: mainGroup, count: countDistinct(publicProducts.productId) })
    .from(publicProducts)
    .innerJoin(sql`unnest(${publicProducts.kle}) as number`, sql`true`)
    .where(condition)
    .groupBy(mainGroup)
    .orderBy(mainGroup);
}

interface CountOptions {
  /** The facet's own filter, which its counts leave out. */
  except?: 'group' | 'level' | 'rung' | 'version';
  /** Whether the interfaces that are asked for hold for what is counted by interface. */
  keep?: boolean;
}

/** Products by something of their support: of the interfaces asked for, where what is counted is not the interface itself. */
async function countSupport<Value extends string>(
  db: Db,
  column: SQL,
  { filters, clauses, today }: ProductSelection,
  { except, keep = true }: CountOptions,
): Promise<Facet<Value>[]> {
  const used: ProductFilters = { ...filters, ...(except ? { [except]: noFilters[except] } : {}) };
  const counted = keep ? used : { ...used, interface: filters.interface.filter((id) => id.startsWith('-')) };
  const isQualifier = except === 'level' || except === 'rung' || except === 'version';
  const levels = except === 'level' ? everyLevel : supportCondition(used, today);
  const rows = await db
    .select({ value: sql<Value | null>`${column}`.as('value'), count: countDistinct(publicSupport.productId) })
    .from(publicSupport)
    .innerJoin(publicProducts, eq(publicProducts.productId, publicSupport.productId))
    .where(
      and(
        levels,
        isQualifier ? ofAskedInterfaces(filters) : undefined,
        productCondition(db, { filters: isQualifier ? withoutAsked(counted) : counted, clauses, today }),
      ),
    )
    .groupBy(sql`value`)
    .orderBy(sql`value`);
  return rows.flatMap(({ value, count: products }) => (value === null ? [] : [{ value, count: products }]));
}

const everyLevel = sql`true`;

/** What is asked of support is asked of the counted row itself. */
function withoutAsked(filters: ProductFilters): ProductFilters {
  const { interface: interfaces, group } = filters;
  const isExcluded = (value: string) => value.startsWith('-');
  const none = { level: noFilters.level, rung: noFilters.rung, version: noFilters.version };
  return { ...filters, ...none, interface: interfaces.filter(isExcluded), group: group.filter(isExcluded) };
}

function ofAskedInterfaces(filters: ProductFilters): SQL | undefined {
  const { wanted } = partsOf(filters.interface);
  const groups = partsOf(filters.group).wanted;
  return and(
    wanted.length > 0 ? sql`${publicSupport.interfaceId} in ${wanted}` : undefined,
    wanted.length === 0 && groups.length > 0 ? sql`${publicSupport.groupId} in ${groups}` : undefined,
  );
}

async function countMunicipalities(db: Db, { filters, clauses, today }: ProductSelection): Promise<Facet[]> {
  const used = { ...filters, municipality: filters.municipality.filter((code) => code.startsWith('-')) };
  const code = sql<string>`code`;
  return db
    .select({ value: code, count: countDistinct(publicSupport.productId) })
    .from(publicSupport)
    .innerJoin(publicProducts, eq(publicProducts.productId, publicSupport.productId))
    .innerJoin(sql`jsonb_array_elements_text(${publicSupport.municipalities}) as code`, sql`true`)
    .where(
      and(
        supportCondition(used, today),
        ofAskedInterfaces(filters),
        productCondition(db, { filters: used, clauses, today }),
      ),
    )
    .groupBy(code)
    .orderBy(code);
}

async function countFresh(db: Db, condition: SQL | undefined, today: string): Promise<Facet<Freshness>[]> {
  const columns = freshnesses.map((days) => sql<number>`(count(*) filter (where ${isFresh(days, today)}))::int`);
  const rows = await db.execute<Record<string, number>>(
    sql`select ${sql.join(
      columns.map((column, index) => sql`${column} as ${sql.identifier(`d${freshnesses[index]}`)}`),
      sql`, `,
    )} from ${publicProducts} where ${condition ?? sql`true`}`,
  );
  return freshnesses.flatMap((value) => {
    const found = Number(rows[0]?.[`d${value}`] ?? 0);
    return found > 0 ? [{ value, count: found }] : [];
  });
}
