import { eq, sql } from 'drizzle-orm';
import type { SubmissionDocument } from '~/workflows/submission';
import type { Text } from '~/workflows/words';
import { listInterfaces } from '../catalogue';
import type { Db } from '../client';
import { submissions } from '../schema';

export interface SentScopeLine {
  interfaceId: string;
  /** Null: no longer in the catalogue. */
  name: Text | null;
  isProposed: boolean;
  isIncluded: boolean;
  reason: string | null;
}

/**
 * Which interfaces a submission answers for, and which the supplier removed, with the reasons given. Nothing is
 * authorized here.
 * @throws when there is no such submission
 */
export async function readSentScope(db: Db, submissionId: string): Promise<SentScopeLine[]> {
  const [row] = await db
    .select({ scope: sql<SubmissionDocument['scope']>`${submissions.document} -> 'scope'` })
    .from(submissions)
    .where(eq(submissions.id, submissionId));
  if (!row) throw new Error(`There is no submission ${submissionId}.`);
  const names = new Map((await listInterfaces(db)).map(({ id, name }) => [id, name]));
  return row.scope.map((line) => ({ ...line, name: names.get(line.interfaceId) ?? null }));
}
