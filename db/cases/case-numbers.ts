import { and, inArray, isNotNull } from 'drizzle-orm';
import type { Db } from '../client';
import { cases } from '../schema';

/** The numbers that people know cases by, of those that were sent. */
export async function listCaseNumbers(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: cases.id, number: cases.number })
    .from(cases)
    .where(and(inArray(cases.id, [...ids]), isNotNull(cases.currentSubmissionId)));
  return new Map(rows.map(({ id, number }) => [id, number]));
}
