import { loadDeclaration } from '~/db/declarations';
import { listProposals } from '~/db/open-proposals';
import { decideProposals } from '~/db/proposal-decisions';
import { findNextVersion } from '~/db/renewal-plan';
import { renewDeclaration } from '~/db/renewals';
import type { Desk, Life } from './life';
import { must } from './must';
import { meetCase, writeAnswers } from './supplying';
import type { Story } from './timeline';

/** Moves the declaration to the next version of the questionnaire. */
export async function renew({ db }: Desk, life: Life, now: Date): Promise<void> {
  const { declarationId, editor: actor, product } = life;
  const { questionnaire } = await loadDeclaration(db, declarationId);
  const next = await findNextVersion(db, questionnaire.id);
  if (!next) throw new Error(`${product.name} has no newer version to move to.`);
  const input = { declarationId, toQuestionnaireId: next.questionnaire.id };
  must(await renewDeclaration(db, { actor, now }, input), `the renewal of ${product.name}`);
  life.proposer = null;
  await meetCase(db, life);
}

/** Accepts the earlier answers that still fit, and answers what is left. */
export async function* settle(desk: Desk, life: Life, now: Date): Story {
  const { declarationId, editor: actor, product } = life;
  const accept = (await listProposals(desk.db, declarationId)).map(({ id }) => id);
  const input = { declarationId, accept, decline: [] };
  must(await decideProposals(desk.db, { actor, now }, input), `the earlier answers of ${product.name}`);
  const later = life.clock.soon();
  yield later;
  yield* writeAnswers(desk, life, later);
}
