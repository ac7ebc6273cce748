import type { SaveResult } from '~/db/answers';
import type { Db } from '~/db/client';
import type { LoadedDeclaration } from '~/db/declarations';
import { decideProposals } from '~/db/proposal-decisions';
import type { Acting } from '~/workflows/actor';
import type { Refusal } from '~/workflows/refusal';
import type { SectionIntent } from './section-intent.server';

type AtQuestion = Extract<SectionIntent, { kind: 'accept' | 'decline' }>;

/**
 * Decides on the proposal whose button was pressed in a section's form, after the form was saved: what the person had
 * in the field is what they saw beside the proposal.
 * @returns why not; null: it is decided, or a colleague already had
 */
export async function decideAtQuestion(
  db: Db,
  acting: Acting,
  { declaration }: Pick<LoadedDeclaration, 'declaration'>,
  { kind, key, proposalId }: AtQuestion,
  { outcomes }: SaveResult,
): Promise<Refusal | null> {
  const saved = outcomes.find((outcome) => outcome.key === key);
  const seen = saved && 'version' in saved ? { [proposalId]: saved.version } : {};
  const ids = { accept: kind === 'accept' ? [proposalId] : [], decline: kind === 'decline' ? [proposalId] : [] };
  const decided = await decideProposals(db, acting, { declarationId: declaration.id, ...ids, seen });
  if (!decided.ok) return decided.refusal;
  const refused = decided.value.accepted.find(({ status }) => status !== 'accepted');
  return refused ? { code: 'proposal-not-accepted' } : null;
}
