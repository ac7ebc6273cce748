import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { PlannedDate } from '~/workflows/forecast';
import { readyLevels } from '~/workflows/published-rows';
import type { SupportLevel, Text } from '~/workflows/words';
import type { Db } from '../client';
import { interfaces, publicProducts, publicSupport } from '../schema';

/** Levels that need a date. */
const plannedLevels: readonly SupportLevel[] = ['planned', 'in_development'];

/** Support that is planned, as it is published now. */
export interface PublishedPlan {
  slug: string;
  name: string;
  supplierSlug: string;
  supplierName: string;
  interfaceId: string;
  interfaceName: Text;
  groupId: string;
  level: SupportLevel;
  plannedOn: string;
}

/** What is planned for a day, soonest first. */
export async function listPlans(
  db: Db,
  of: { interfaceId?: string; groupId?: string; slug?: string; supplierSlug?: string } = {},
): Promise<PublishedPlan[]> {
  const rows = await db
    .select({
      slug: publicProducts.slug,
      name: publicProducts.name,
      supplierSlug: publicProducts.supplierSlug,
      supplierName: publicProducts.supplierName,
      interfaceId: publicSupport.interfaceId,
      interfaceName: interfaces.name,
      groupId: publicSupport.groupId,
      level: publicSupport.level,
      plannedOn: publicSupport.plannedOn,
    })
    .from(publicSupport)
    .innerJoin(publicProducts, eq(publicProducts.productId, publicSupport.productId))
    .innerJoin(interfaces, eq(interfaces.id, publicSupport.interfaceId))
    .where(
      and(
        isNotNull(publicSupport.plannedOn),
        inArray(publicSupport.level, [...plannedLevels]),
        of.interfaceId === undefined ? undefined : eq(publicSupport.interfaceId, of.interfaceId),
        of.groupId === undefined ? undefined : eq(publicSupport.groupId, of.groupId),
        of.slug === undefined ? undefined : eq(publicProducts.slug, of.slug),
        of.supplierSlug === undefined ? undefined : eq(publicProducts.supplierSlug, of.supplierSlug),
      ),
    )
    .orderBy(publicSupport.plannedOn, publicProducts.slug, publicSupport.interfaceId);
  return rows.flatMap(({ plannedOn, ...row }) => (plannedOn === null ? [] : [{ ...row, plannedOn }]));
}

/** A planned date as its publication said it, with what became of it. */
export interface PublishedPlannedDate extends PlannedDate {
  slug: string;
  /** The product's name when the date was published first. */
  name: string;
  interfaceId: string;
  interfaceName: Text;
  /** The day on which the date was published first, yyyy-mm-dd in Copenhagen. */
  statedOn: string;
}

const inSql = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/**
 * Every date that was ever published as planned, once for each product and interface, under the supplier that said so,
 * with the day on which it was there. The open dump has the same.
 */
export const plannedDatesSql = `
  select promise.*, (
    select min(least((r.from_at at time zone 'Europe/Copenhagen')::date, coalesce(r.since_on, 'infinity')))
    from "published".past_support r
    where r.product_id = promise.product_id and r.interface_id = promise.interface_id
      and r.from_at > promise.stated_at and r.level in (${inSql(readyLevels)})
  ) as ready_on
  from (
    select distinct on (s.product_id, s.interface_id, s.planned_on)
      s.product_id, s.interface_id, s.planned_on, s.from_at as stated_at, p.slug, p.name, p.supplier_slug
    from "published".past_support s
    join "published".past_products p on p.product_id = s.product_id
      and p.from_at <= s.from_at and (p.to_at is null or p.to_at > s.from_at)
    where s.planned_on is not null and s.level in (${inSql(plannedLevels)})
    order by s.product_id, s.interface_id, s.planned_on, s.from_at
  ) as promise`;

/**
 * Every planned date of some suppliers, soonest first. One that is moved before it comes is another date: the first is
 * kept or not too.
 * @param suppliers slugs; null: of all
 */
export async function listPlannedDates(db: Db, suppliers: readonly string[] | null): Promise<PublishedPlannedDate[]> {
  if (suppliers?.length === 0) return [];
  const rows = await db.execute<
    Record<Exclude<keyof PublishedPlannedDate, 'interfaceName' | 'readyOn'>, string> & {
      interfaceName: Text;
      readyOn: string | null;
    }
  >(sql`
    select d.supplier_slug as "supplierSlug", d.slug, d.name, d.interface_id as "interfaceId",
      ${interfaces.name} as "interfaceName", d.planned_on::text as "plannedOn", d.ready_on::text as "readyOn",
      (d.stated_at at time zone 'Europe/Copenhagen')::date::text as "statedOn"
    from (${sql.raw(plannedDatesSql)}) as d
    join ${interfaces} on ${interfaces.id} = d.interface_id
    ${suppliers === null ? sql`` : sql`where d.supplier_slug in ${[...suppliers]}`}
    order by d.supplier_slug, d.planned_on, d.slug, d.interface_id`);
  return [...rows];
}
