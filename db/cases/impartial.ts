import { type Actor, hasRole } from '~/workflows/actor';
import { getRule } from '~/workflows/case/rules';
import type { Refusal } from '~/workflows/refusal';
import type { Db } from '../client';
import type { CaseRow } from './case-row';
import { loadFacts } from './load-facts';

/**
 * Why somebody may not review in a case, if there is a reason: their role, their own organisation, or a conflict of
 * interest. The same rules as the machine's, for what reviewers do between its events.
 */
export async function findReviewRefusal(db: Db, actor: Actor, row: CaseRow): Promise<Refusal | undefined> {
  if (!hasRole(actor, 'reviewer', 'lead-reviewer')) return { code: 'role-required' };
  const facts = await loadFacts(db, { row, actor });
  const event = { type: 'claim', sectionId: '', by: actor, now: row.stateSince, facts } as const;
  const failed = (['not-own-organisation', 'no-conflict'] as const)
    .map(getRule)
    .find((rule) => !rule.holds({ context: row.snapshot.context, event }));
  return failed && { code: failed.refusal };
}
