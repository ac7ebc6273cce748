import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { PublicAnswer } from '~/workflows/publication';
import type { Rung, SupportLevel } from '~/workflows/words';
import type { Db } from '../client';
import { interfaceGroups, interfaces, publicDisputes, publicProducts, publicSupport } from '../schema';
import { type Proof, type Proven, provenOn, supportProof } from './attestations';
import { jsonRows } from './json-rows';

/** How a product supports an interface, as lists and the matrix show it. */
export interface SupportView {
  productId: string;
  interfaceId: string;
  groupId: string;
  level: SupportLevel;
  /** On the day asked for; it falls by itself when the evidence or the attestations run out. */
  rung: Rung;
  /** How many municipalities attest on that day that they run it. */
  attestedBy: number;
  version: string | null;
  plannedOn: string | null;
  sinceOn: string | null;
  approvedOn: string;
  /** A municipality's code. */
  approvedBy: string;
  /** Whether a dispute about any of the answers stands. */
  isDisputed: boolean;
}

export interface SupportDetail extends SupportView {
  answers: PublicAnswer[];
}

/** Named in full: in a query of one table drizzle would leave the table's name out, and the inner table's would be meant. */
const support = sql.raw('"published"."support"');
const dispute = sql.raw('"dispute"');

export const supportColumns = {
  productId: publicSupport.productId,
  interfaceId: publicSupport.interfaceId,
  groupId: publicSupport.groupId,
  level: publicSupport.level,
  version: publicSupport.version,
  plannedOn: publicSupport.plannedOn,
  sinceOn: publicSupport.sinceOn,
  approvedOn: publicSupport.approvedOn,
  approvedBy: publicSupport.approvedBy,
  isDisputed: sql<boolean>`exists (
    select 1 from ${publicDisputes} ${dispute}
    where ${dispute}.product_id = ${support}.product_id
      and ${dispute}.resolved_at is null
      and ${support}.answers @> jsonb_build_array(jsonb_build_object('key', ${dispute}.question_key))
  )`,
};

const catalogueOrder = [asc(interfaceGroups.position), asc(interfaces.position), asc(interfaces.id)];

/**
 * Support of several products, in the catalogue's order.
 * @param today yyyy-mm-dd in Copenhagen
 */
export async function listSupport(db: Db, productIds: readonly string[], today: string): Promise<SupportView[]> {
  if (productIds.length === 0) return [];
  const rows = await db
    .select({ ...supportColumns, ...supportProof })
    .from(publicSupport)
    .innerJoin(interfaces, eq(interfaces.id, publicSupport.interfaceId))
    .innerJoin(interfaceGroups, eq(interfaceGroups.id, publicSupport.groupId))
    .where(inArray(publicSupport.productId, [...productIds]))
    .orderBy(...catalogueOrder);
  return rows.map((row) => supportView(row, today));
}

/** The support of the product around, with every approved answer and its proof (`supportView`), in the catalogue's order. */
export const supportDetails = jsonRows<Omit<SupportDetail, keyof Proven> & Proof>(
  { ...supportColumns, ...supportProof, answers: publicSupport.answers },
  {
    from: sql`${publicSupport}
      join ${interfaces} on ${interfaces.id} = ${publicSupport.interfaceId}
      join ${interfaceGroups} on ${interfaceGroups.id} = ${publicSupport.groupId}
      where ${publicSupport.productId} = ${publicProducts.productId}`,
    order: catalogueOrder,
  },
);

/** A row as it is shown: how far it is proven instead of what proves it. */
export function supportView<Row extends Proof>(
  row: Row,
  today: string,
): Omit<Row, 'evidence' | 'attestations'> & Proven {
  const { evidence, attestations, ...shown } = row;
  return { ...shown, ...provenOn({ level: row.level, evidence, attestations }, today) };
}
