import type { Db, Transaction } from '~/db/client';
import { kleGroups, municipalities } from '~/db/schema';
import type { KleGroupContent, MunicipalityContent } from '~/workflows/catalogue';
import { type ContentChange, compareRows } from './plan';

/** Rows to write. Rows that are in the database only stay: people and products refer to them, and an installation may have more KLE numbers than the file. */
export interface ReferencePlan<Row> {
  changes: ContentChange[];
  rows: Row[];
}

export async function planMunicipalities(
  db: Db,
  wanted: readonly MunicipalityContent[],
): Promise<ReferencePlan<MunicipalityContent>> {
  const present = await db.select().from(municipalities);
  const found = compareRows<MunicipalityContent>('municipality', ({ code }) => code, present, wanted);
  return { changes: found.map(({ change }) => change), rows: found.map(({ row }) => row) };
}

export async function planKleGroups(
  db: Db,
  wanted: readonly KleGroupContent[],
): Promise<ReferencePlan<KleGroupContent>> {
  const present = await db.select().from(kleGroups);
  const found = compareRows<KleGroupContent>('kle-group', ({ number }) => number, present, wanted);
  return { changes: found.map(({ change }) => change), rows: found.map(({ row }) => row) };
}

export async function writeMunicipalities(tx: Transaction, rows: readonly MunicipalityContent[]): Promise<void> {
  for (const { code, ...set } of rows) {
    await tx
      .insert(municipalities)
      .values({ code, ...set })
      .onConflictDoUpdate({ target: municipalities.code, set });
  }
}

export async function writeKleGroups(tx: Transaction, rows: readonly KleGroupContent[]): Promise<void> {
  for (const { number, ...set } of rows) {
    await tx
      .insert(kleGroups)
      .values({ number, ...set })
      .onConflictDoUpdate({ target: kleGroups.number, set });
  }
}
