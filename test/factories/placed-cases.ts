import type { Place } from './case-machine';
import { copyCase } from './copied-cases';
import { type CaseWalk, makeReviewer, municipalityA } from './reviewed-case';

/**
 * For each place a maker of cases that are there: copies of one that commands have brought as far as it can be copied.
 * Of the world's people the coordinator, the signatory, both reviewers and the lead reviewer who takes no part elsewhere
 * have acted in them.
 */
export async function makePlacedCases(draft: CaseWalk): Promise<Readonly<Record<Place, () => Promise<CaseWalk>>>> {
  const { db, leadB, leadC, signatory, coordinator, reviewerA, reviewerB } = draft.world;
  const note = 'Fordi.';
  const one = async (of: CaseWalk): Promise<CaseWalk> => {
    const [copy] = await copyCase(of, 1);
    if (!copy) throw new Error('No copy was made.');
    return copy;
  };
  type Step = (walk: CaseWalk) => Promise<unknown>;
  const from =
    (of: CaseWalk, ...steps: Step[]) =>
    async () => {
      const walk = await one(of);
      for (const step of steps) await step(walk);
      return walk;
    };
  const reach = (of: CaseWalk, ...steps: Step[]): Promise<CaseWalk> => from(of, ...steps)();
  // The lead reviewer who is tried has done nothing yet, so a colleague of the same municipality proposes.
  const propose = (outcome: 'approved' | 'partially-approved' | 'rejected'): Step => {
    return (walk) => walk.send(leadC, { type: 'propose', outcome, reasons: note });
  };
  const confirmer = await makeReviewer(db, 'lead-reviewer', leadB.actor.municipalityCode);
  const confirm: Step = (walk) => walk.send(confirmer, { type: 'confirm', note: '' });
  const judge = (first: 'accepted' | 'rejected'): Step[] => [
    (walk) => walk.judge(reviewerA, { 'first-one': first, 'first-two': 'accepted' }),
    (walk) => walk.send(reviewerA, { type: 'assess', sectionId: 'first' }),
  ];
  const screening = await reach(draft, (walk) => walk.submit());
  const waiting = await reach(screening, (walk) =>
    walk.send(coordinator, { type: 'route', municipalityCode: municipalityA, note }),
  );
  const claimed = await reach(waiting, (walk) => walk.send(reviewerA, { type: 'claim', sectionId: 'first' }));
  const assessed = await reach(claimed, ...judge('rejected'));
  const lead = await reach(assessed, (walk) => walk.assess(reviewerB, 'second'));
  const accepted = await reach(claimed, ...judge('accepted'), (walk) => walk.assess(reviewerB, 'second'));
  const proposed = await reach(lead, propose('partially-approved'));
  const appeal: Step = (walk) => walk.send(signatory, { type: 'appeal', note });
  const appealed = [confirm, appeal];
  const ruler = await makeReviewer(db, 'lead-reviewer', leadB.actor.municipalityCode);
  const soon: Step = (walk) => walk.send(null, { type: 'expire-soon' });
  const rule =
    (type: 'uphold' | 'overturn'): Step =>
    (walk) =>
      walk.send(ruler, { type, note });
  const end =
    (type: 'suspend' | 'revoke'): Step =>
    (walk) =>
      walk.send(coordinator, { type, note });
  const ask = { note, workingDays: 10 };
  return {
    draft: from(draft),
    screening: from(screening),
    'review.waiting': from(waiting),
    'review.claimed': from(claimed),
    'review.assessed': from(assessed),
    'changes-requested': from(lead, (walk) => walk.send(leadC, { type: 'request-changes', ...ask })),
    hearing: from(lead, (walk) => walk.send(leadC, { type: 'open-hearing', ...ask })),
    'decision.lead': from(lead),
    'decision.second-pair-of-eyes': from(proposed),
    approved: from(accepted, propose('approved'), confirm),
    'partially-approved': from(proposed, confirm),
    rejected: from(lead, propose('rejected'), confirm),
    withdrawn: from(waiting, (walk) => walk.send(signatory, { type: 'withdraw', note })),
    appealed: from(proposed, ...appealed),
    upheld: from(proposed, ...appealed, rule('uphold')),
    overturned: from(proposed, ...appealed, rule('overturn')),
    expiring: from(proposed, confirm, soon),
    expired: from(proposed, confirm, soon, (walk) => walk.send(null, { type: 'expire' })),
    suspended: from(proposed, confirm, end('suspend')),
    revoked: from(proposed, confirm, end('revoke')),
    superseded: from(proposed, confirm, (walk) => walk.send(null, { type: 'supersede' })),
  };
}
