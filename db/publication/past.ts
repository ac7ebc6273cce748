import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from '../client';
import {
  pastAttestations,
  pastDisputes,
  pastProducts,
  pastSupport,
  publicAttestations,
  publicDisputes,
  publicProducts,
  publicSupport,
} from '../schema';

interface Kept {
  present: PgTable;
  past: PgTable;
  /** What a row of the present is told from others by, as the database names it. */
  key: readonly string[];
  /** Columns of the past that the present does not have, as expressions on the present row `p`. */
  more?: Readonly<Record<string, string>>;
}

/** Every table of the read model that can change, with the one that keeps what it was. */
export const keptTables: readonly Kept[] = [
  {
    present: publicProducts,
    past: pastProducts,
    key: ['product_id'],
    more: { supplier_website: '(select s.website from published.suppliers s where s.slug = p.supplier_slug)' },
  },
  { present: publicSupport, past: pastSupport, key: ['product_id', 'interface_id'] },
  { present: publicDisputes, past: pastDisputes, key: ['dispute_id'] },
  { present: publicAttestations, past: pastAttestations, key: ['attestation_id'] },
];

/**
 * Writes down what of the read model is another than before: rows that are no longer as they were end now, those that
 * stand now begin now. Call it last in the transaction that changed the read model, which holds its lock.
 * @param productId null: of every product
 */
export async function keepPast(
  tx: Transaction,
  { productId, now }: { productId: string | null; now: Date },
): Promise<void> {
  for (const kept of keptTables) {
    const [present, past] = [kept.present, kept.past];
    const columns = keptColumns(present);
    const row = (name: string): SQL => sql.raw(`row(${columns.map((column) => `${name}.${column}`).join(', ')})`);
    const isSame = sql`${sql.raw(kept.key.map((each) => `p.${each} = h.${each}`).join(' and '))} and ${row('p')} is not distinct from ${row('h')}`;
    const isOver = sql`h.to_at is null ${ofProduct('h', productId)} and not exists (select 1 from ${present} p where ${isSame})`;
    // What was public for no time at all was seen by nobody.
    await tx.execute(sql`delete from ${past} h where ${isOver} and h.from_at >= ${now.toISOString()}::timestamptz`);
    await tx.execute(sql`update ${past} h set to_at = ${now.toISOString()}::timestamptz where ${isOver}`);
    const more = Object.entries(kept.more ?? {});
    const names = [...columns, ...more.map(([name]) => name)].join(', ');
    const values = [...columns.map((column) => `p.${column}`), ...more.map(([, value]) => value)].join(', ');
    await tx.execute(sql`
      insert into ${past} (from_at, ${sql.raw(names)})
      select ${now.toISOString()}::timestamptz, ${sql.raw(values)} from ${present} p
      where true ${ofProduct('p', productId)} and not exists (select 1 from ${past} h where h.to_at is null and ${isSame})`);
  }
}

/** Columns that are written, as the database names them; the others follow from these. */
export function keptColumns(table: PgTable): string[] {
  return Object.entries(getTableColumns(table))
    .filter(([, column]) => column.generated === undefined)
    .map(([name]) => toSnakeCase(name));
}

function ofProduct(name: string, productId: string | null): SQL {
  return productId === null ? sql`` : sql`and ${sql.raw(name)}.product_id = ${productId}`;
}
