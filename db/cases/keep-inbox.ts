import { eq, isNotNull, sql } from 'drizzle-orm';
import { type CaseSnapshot, sectionStateOf } from '~/workflows/case/decide-event';
import { type InboxPlace, inboxPlaceOf } from '~/workflows/review/inbox';
import type { CaseState } from '~/workflows/words';
import type { Db } from '../client';
import { caseSections, cases, municipalities, submissionAnswers } from '../schema';

/**
 * What the inbox reads of a case without looking at what was sent: where the case stands, and what its submission
 * counts. Kept with the case by moveCase, in the transaction that moves it, so that a page of the inbox costs the same
 * whether there are a hundred cases or ten thousand.
 */
export interface KeptCounts {
  answersTotal: number;
  answersMoved: number;
  runBy: number;
}

/** Where a case stands in everybody's inbox; null while it was never sent. */
export function placeIn(snapshot: CaseSnapshot, state: CaseState): InboxPlace | null {
  const { sections, submissionId } = snapshot.context;
  if (submissionId === null) return null;
  const isFree = state === 'review' && sections.some((id) => sectionStateOf(snapshot, id) === 'waiting');
  return inboxPlaceOf(state, isFree);
}

/** What a submission counts; it never changes, so neither does this. */
export async function countSubmission(db: Db, submissionId: string): Promise<KeptCounts> {
  const [counted] = await db
    .select({
      answersTotal: sql<number>`count(*)::int`,
      answersMoved: sql<number>`count(*) filter (where ${submissionAnswers.carriedVerdictId} is null)::int`,
    })
    .from(submissionAnswers)
    .where(eq(submissionAnswers.submissionId, submissionId));
  const [named] = await db.execute<{ runBy: number }>(sql`select count(distinct known.code)::int as "runBy"
    from ${submissionAnswers} as given
    cross join lateral jsonb_array_elements_text(
      case when jsonb_typeof(given.value) = 'array' then given.value else '[]' end) as named(code)
    join ${municipalities} as known on known.code = named.code
    where given.submission_id = ${submissionId}`);
  return {
    answersTotal: counted?.answersTotal ?? 0,
    answersMoved: counted?.answersMoved ?? 0,
    runBy: named?.runBy ?? 0,
  };
}

/** What is kept of every case that was sent, counted anew from its sections and answers; changes nothing. */
export async function recountInbox(
  db: Db,
): Promise<
  Map<string, { kept: KeptCounts & { place: InboxPlace | null }; counted: KeptCounts & { place: InboxPlace | null } }>
> {
  const rows = await db
    .select({
      id: cases.id,
      state: cases.state,
      submissionId: sql<string>`${cases.currentSubmissionId}`,
      place: cases.inboxPlace,
      answersTotal: cases.answersTotal,
      answersMoved: cases.answersMoved,
      runBy: cases.runBy,
      isFree: sql<boolean>`exists (select 1 from ${caseSections} where ${caseSections.caseId} = ${cases.id}
        and ${caseSections.state} = 'waiting')`,
    })
    .from(cases)
    .where(isNotNull(cases.currentSubmissionId));
  const all = new Map();
  for (const { id, state, submissionId, isFree, ...kept } of rows) {
    const counted = { place: inboxPlaceOf(state, isFree), ...(await countSubmission(db, submissionId)) };
    all.set(id, { kept, counted });
  }
  return all;
}
