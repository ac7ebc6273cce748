import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { type Competence, isLimited } from '~/workflows/review/competence';
import type { Db } from '../client';
import { caseSections, cases } from '../schema';

/** What is ready to claim, to somebody who knows some sections only. */
export interface InboxCompetence {
  sectionIds: Competence;
  /** Cases in which at least one section that they know waits for a reviewer. */
  inside: number;
  /** All cases that are ready to claim. */
  all: number;
}

/** Cases in which at least one of the known sections waits; undefined where there is no limit. */
export function waitsWithin(competence: Competence): SQL | undefined {
  if (!isLimited(competence)) return undefined;
  return sql`${cases.id} in (select ${caseSections.caseId} from ${caseSections}
    where ${caseSections.state} = 'waiting' and ${inArray(caseSections.sectionId, [...competence])})`;
}

/** @param all cases that are ready to claim; @returns null where there is no limit */
export async function countWithin(db: Db, competence: Competence, all: number): Promise<InboxCompetence | null> {
  const within = waitsWithin(competence);
  if (within === undefined) return null;
  const inside = await db.$count(cases, and(eq(cases.inboxPlace, 'available'), within));
  return { sectionIds: competence, inside, all };
}
