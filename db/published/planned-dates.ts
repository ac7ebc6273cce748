import { and, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { PlannedDate } from '~/workflows/forecast';
import type { SupportLevel, Text } from '~/workflows/words';
import type { Db } from '../client';
import { interfaces, pastProducts, pastSupport, publicProducts, publicSupport } from '../schema';

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
  of: { interfaceId?: string; slug?: string; supplierSlug?: string } = {},
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
        of.slug === undefined ? undefined : eq(publicProducts.slug, of.slug),
        of.supplierSlug === undefined ? undefined : eq(publicProducts.supplierSlug, of.supplierSlug),
      ),
    )
    .orderBy(publicSupport.plannedOn, publicProducts.slug, publicSupport.interfaceId);
  return rows.flatMap(({ plannedOn, ...row }) => (plannedOn === null ? [] : [{ ...row, plannedOn }]));
}

const support = sql.raw('s');
const later = sql.raw('r');
const product = sql.raw('p');

/**
 * Every date that was ever published as planned, once for each product and interface, under the supplier that said so,
 * with the day on which it was there. One that is moved before it comes is another date: the first is kept or not too.
 * @param suppliers slugs; null: of all
 */
export async function listPlannedDates(db: Db, suppliers: readonly string[] | null): Promise<PlannedDate[]> {
  if (suppliers?.length === 0) return [];
  const levels = (of: SQL, values: readonly string[]) => sql`${of}.level in ${[...values]}`;
  const rows = await db.execute<{ supplier_slug: string; planned_on: string; ready_on: string | null }>(sql`
    select promise.supplier_slug, promise.planned_on::text, (
      select min(least((${later}.from_at at time zone 'Europe/Copenhagen')::date, coalesce(${later}.since_on, 'infinity')))::text
      from ${pastSupport} ${later}
      where ${later}.product_id = promise.product_id and ${later}.interface_id = promise.interface_id
        and ${later}.from_at > promise.at and ${levels(later, ['in_production', 'ready'])}
    ) as ready_on
    from (
      select distinct on (${support}.product_id, ${support}.interface_id, ${support}.planned_on)
        ${support}.product_id, ${support}.interface_id, ${support}.planned_on, ${support}.from_at as at, ${product}.supplier_slug
      from ${pastSupport} ${support}
      join ${pastProducts} ${product} on ${product}.product_id = ${support}.product_id
        and ${product}.from_at <= ${support}.from_at and (${product}.to_at is null or ${product}.to_at > ${support}.from_at)
      where ${support}.planned_on is not null and ${levels(support, plannedLevels)}
        ${suppliers === null ? sql`` : sql`and ${product}.supplier_slug in ${[...suppliers]}`}
      order by ${support}.product_id, ${support}.interface_id, ${support}.planned_on, ${support}.from_at
    ) as promise
    order by promise.supplier_slug, promise.planned_on, promise.product_id, promise.interface_id`);
  return rows.map((row) => ({
    supplierSlug: row.supplier_slug,
    plannedOn: row.planned_on,
    readyOn: row.ready_on,
  }));
}
