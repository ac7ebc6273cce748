import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { definitionSchema, type QuestionnaireDefinition } from '~/workflows/questionnaire/definition';
import type { VersionMapping } from '~/workflows/questionnaire/version-mapping';
import type { Db } from '../client';
import { questionnaireHearings } from '../schema';

/** A version that everybody may comment on: exactly what is heard. */
export interface Hearing {
  id: string;
  slug: string;
  version: string;
  definition: QuestionnaireDefinition;
  mapping: VersionMapping | null;
  introduction: string;
  openedAt: Date;
  /** The last day for comments, yyyy-mm-dd. */
  closesOn: string;
  endedAt: Date | null;
  hash: string;
}

/** The hearing of a questionnaire that has not been ended. There is one at most. */
export async function findHearing(db: Db, slug: string): Promise<Hearing | undefined> {
  const [row] = await db
    .select()
    .from(questionnaireHearings)
    .where(and(eq(questionnaireHearings.slug, slug), isNull(questionnaireHearings.endedAt)))
    .orderBy(asc(questionnaireHearings.openedAt))
    .limit(1);
  return row && { ...row, definition: definitionSchema.parse(row.definition) };
}

/** @param id of a hearing, also one that has been ended */
export async function findHearingById(db: Db, id: string): Promise<Hearing | undefined> {
  const [row] = await db.select().from(questionnaireHearings).where(sql`${questionnaireHearings.id}::text = ${id}`);
  return row && { ...row, definition: definitionSchema.parse(row.definition) };
}
