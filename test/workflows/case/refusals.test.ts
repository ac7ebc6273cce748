import { describe, expect, it } from 'vitest';
import { refusalTexts } from '~/app/i18n/refusals';
import { decideEvent, listEventsFor } from '~/workflows/case/decide-event';
import type { CaseEvent } from '~/workflows/case/events';
import { noVerdicts } from '~/workflows/case/facts';
import { rules } from '~/workflows/case/rules';
import type { CaseEventType } from '~/workflows/words';
import {
  afterDeadlines,
  approvedVerdicts,
  event,
  facts,
  mixedVerdicts,
  now,
  otherMunicipality,
  type Place,
  person,
  places,
  walk,
} from '../../factories/case-machine';

const reviewer = person('reviewer');
const lead = person('lead-reviewer');
const coordinator = person('coordinator');
const signatory = person('signatory');
const elsewhere = person('lead-reviewer', { personId: 'elsewhere', municipalityCode: otherMunicipality });
/** Claimed nothing. */
const bystander = person('reviewer', { personId: 'bystander' });
const proposer = person('lead-reviewer', { personId: 'earlier-lead' });
const confirmer = person('lead-reviewer', { personId: 'confirmer', municipalityCode: otherMunicipality });

function refusalOf(place: Place, sent: CaseEvent) {
  const decided = decideEvent(places[place], sent);
  return decided.ok ? 'allowed' : decided.refusal;
}

const codes: [code: string, place: Place, sent: CaseEvent][] = [
  ['role-required', 'draft', event(person('editor'), 'submit')],
  ['role-required', 'decision.second-pair-of-eyes', event(reviewer, 'confirm')],
  ['role-required', 'approved', event(lead, 'expire')],
  ['not-your-organisation', 'draft', event(person('signatory', { supplierId: 'another' }), 'submit')],
  ['declaration-not-complete', 'draft', event(signatory, 'submit', { facts: facts({ missingAnswers: 3 }) })],
  ['own-organisation', 'review.waiting', event(reviewer, 'claim', { facts: facts({ belongsToSupplier: true }) })],
  ['own-organisation', 'review.waiting', event(person('reviewer', { supplierId: 'supplier' }), 'claim')],
  ['own-organisation', 'approved', event(coordinator, 'suspend', { facts: facts({ belongsToSupplier: true }) })],
  ['conflict-of-interest', 'review.waiting', event(reviewer, 'claim', { facts: facts({ hasConflict: true }) })],
  [
    'conflict-of-interest',
    'decision.second-pair-of-eyes',
    event(elsewhere, 'confirm', { facts: facts({ hasConflict: true }) }),
  ],
  ['municipality-unknown', 'screening', event(coordinator, 'route', { facts: facts({ isKnownMunicipality: false }) })],
  ['municipality-without-lead', 'screening', event(coordinator, 'route', { facts: facts({ hasLead: false }) })],
  ['assignee-unfit', 'screening', event(coordinator, 'route', { facts: facts({ isAssignable: false }) })],
  ['review-has-begun', 'review.claimed', event(coordinator, 'route', { municipalityCode: otherMunicipality })],
  [
    'not-responsible-municipality',
    'review.waiting',
    event(elsewhere, 'route', { municipalityCode: otherMunicipality }),
  ],
  ['route-to-own-municipality-only', 'screening', event(elsewhere, 'route')],
  ['note-needed', 'screening', event(coordinator, 'return-incomplete', { note: '  ' })],
  ['note-needed', 'partially-approved', event(signatory, 'appeal', { note: '' })],
  ['deadline-out-of-bounds', 'decision.lead', event(lead, 'request-changes', { workingDays: 1 })],
  ['deadline-out-of-bounds', 'decision.lead', event(lead, 'open-hearing', { workingDays: 41 })],
  ['section-already-claimed', 'review.claimed', event(lead, 'claim')],
  ['section-already-claimed', 'review.claimed', event(reviewer, 'claim')],
  ['section-not-claimed', 'review.waiting', event(reviewer, 'assess')],
  ['section-not-claimed', 'review.waiting', event(reviewer, 'release')],
  ['section-already-assessed', 'review.assessed', event(reviewer, 'assess')],
  ['section-not-assessed', 'review.claimed', event(reviewer, 'reopen')],
  ['section-not-in-case', 'review.waiting', event(reviewer, 'claim', { sectionId: 'unasked' })],
  ['section-not-in-case', 'review.waiting', event(reviewer, 'reopen', { sectionId: 'unasked' })],
  ['section-not-in-case', 'decision.lead', event(lead, 'reopen', { sectionId: 'unasked' })],
  ['section-not-in-case', 'review.waiting', event(reviewer, 'claim', { sectionId: '__proto__' })],
  ['section-claimed-by-other', 'review.claimed', event(lead, 'assess')],
  ['section-claimed-by-other', 'review.claimed', event(bystander, 'release')],
  [
    'verdicts-missing',
    'review.claimed',
    event(reviewer, 'assess', { facts: facts({ verdicts: { ...mixedVerdicts, unjudgedBySection: { first: 2 } } }) }),
  ],
  [
    'verdicts-missing',
    'decision.lead',
    event(lead, 'propose', { facts: facts({ verdicts: { ...mixedVerdicts, unjudgedBySection: { second: 1 } } }) }),
  ],
  ['not-responsible-municipality', 'decision.lead', event(elsewhere, 'propose')],
  ['not-responsible-municipality', 'hearing', event(elsewhere, 'close-hearing', { now: afterDeadlines })],
  ['not-responsible-nor-claimer', 'review.claimed', event(bystander, 'request-changes')],
  ['not-responsible-nor-claimer', 'decision.lead', event(bystander, 'reopen')],
  [
    'nothing-to-change',
    'decision.lead',
    event(lead, 'request-changes', { facts: facts({ verdicts: approvedVerdicts }) }),
  ],
  ['deadline-still-runs', 'hearing', event(null, 'close-hearing')],
  ['deadline-still-runs', 'changes-requested', event(lead, 'lapse')],
  ['outcome-does-not-fit', 'decision.lead', event(lead, 'propose', { outcome: 'approved' })],
  [
    'outcome-does-not-fit',
    'decision.lead',
    event(lead, 'propose', { outcome: 'rejected', facts: facts({ verdicts: approvedVerdicts }) }),
  ],
  [
    'outcome-does-not-fit',
    'decision.lead',
    event(lead, 'propose', { facts: facts({ verdicts: { ...mixedVerdicts, approved: 0, notApproved: 4 } }) }),
  ],
  [
    'outcome-does-not-fit',
    'decision.lead',
    event(lead, 'propose', { outcome: 'approved', facts: facts({ verdicts: noVerdicts }) }),
  ],
  ['reasons-needed', 'decision.lead', event(lead, 'propose', { reasons: ' ' })],
  [
    'answer-reasons-missing',
    'decision.lead',
    event(lead, 'propose', { facts: facts({ verdicts: { ...mixedVerdicts, withoutReason: 1 } }) }),
  ],
  ['proposer-cannot-confirm', 'decision.second-pair-of-eyes', event(proposer, 'confirm')],
  ['proposer-cannot-return', 'decision.second-pair-of-eyes', event(proposer, 'return')],
  [
    'assessor-cannot-confirm',
    'decision.second-pair-of-eyes',
    event(person('lead-reviewer', { personId: 'reviewer-person' }), 'confirm'),
  ],
  [
    'assessor-cannot-confirm',
    'decision.second-pair-of-eyes',
    event(elsewhere, 'confirm', { facts: facts({ hasJudged: true }) }),
  ],
  [
    'outcome-does-not-fit',
    'decision.second-pair-of-eyes',
    event(elsewhere, 'confirm', { facts: facts({ verdicts: approvedVerdicts }) }),
  ],
  ['took-part-earlier', 'appealed', event(confirmer, 'uphold')],
  ['took-part-earlier', 'appealed', event(proposer, 'overturn')],
  ['took-part-earlier', 'appealed', event(elsewhere, 'uphold', { facts: facts({ hasJudged: true }) })],
  ['event-not-possible', 'approved', event(elsewhere, 'confirm')],
  ['event-not-possible', 'draft', event(reviewer, 'claim')],
];

describe('the first guard that fails says why', () => {
  it.each(codes)('%s in %s', (code, place, sent) => expect(refusalOf(place, sent)).toMatchObject({ code }));

  it('every rule is shown to refuse here, or where only publications are concerned', () => {
    const shown = new Set(codes.map(([code]) => code));
    const missing = Object.values(rules).filter(({ refusal }) => !shown.has(refusal));
    expect(missing.map(({ refusal }) => refusal)).toEqual(['nothing-published']);
  });

  it('a ruling on a rejection leaves nothing to suspend', () => {
    const rejected = places.rejected;
    const ruler = person('lead-reviewer', { personId: 'ruler' });
    const upheld = walk(rejected, event(signatory, 'appeal'), event(ruler, 'uphold'));
    const decided = decideEvent(upheld, event(coordinator, 'suspend'));
    expect(decided.ok ? 'allowed' : decided.refusal).toEqual({ code: 'nothing-published' });
  });

  it('tells how many, so that the sentence can', () => {
    expect(refusalOf('draft', event(signatory, 'submit', { facts: facts({ missingAnswers: 3 }) }))).toEqual({
      code: 'declaration-not-complete',
      params: { count: 3 },
    });
  });

  it('has a sentence in both languages for each', () => {
    const all = [...new Set([...codes.map(([code]) => code), 'nothing-published'])];
    expect(all.filter((code) => !(code in refusalTexts))).toEqual([]);
  });
});

describe('four eyes', () => {
  it('a lead reviewer who has assessed may propose, and another then confirms', () => {
    const both = person('lead-reviewer', { personId: 'both' });
    const claimed = walk(places['review.waiting'], event(both, 'claim'), event(both, 'assess'));
    const second = { sectionId: 'second' };
    const assessed = walk(claimed, event(both, 'claim', second), event(both, 'assess', second), event(both, 'propose'));
    expect(decideEvent(assessed, event(both, 'confirm')).ok).toBe(false);
    expect(decideEvent(assessed, event(lead, 'confirm')).ok).toBe(true);
  });

  it('remembers who assessed over a round of changes', () => {
    const again = walk(
      places['changes-requested'],
      event(signatory, 'resubmit', { carried: ['first', 'second'] }),
      event(lead, 'propose'),
    );
    const asLead = person('lead-reviewer', { personId: 'reviewer-person' });
    const decided = decideEvent(again, event(asLead, 'confirm'));
    expect(decided.ok ? 'allowed' : decided.refusal.code).toBe('assessor-cannot-confirm');
  });
});

describe('the review', () => {
  it('is over at once when nothing moved, and opens only what did', () => {
    const none = walk(places['changes-requested'], event(signatory, 'resubmit', { carried: ['first', 'second'] }));
    expect(none.value).toEqual({ decision: 'lead' });
    const one = walk(places['changes-requested'], event(signatory, 'resubmit', { carried: ['second'] }));
    expect(one.value).toEqual({ review: { first: 'waiting', second: 'assessed', unasked: 'assessed' } });
  });

  it('has a region for a section that is new since the case was opened', () => {
    const moved = { ...places['changes-requested'], sectionIds: ['first', 'second', 'unasked', 'new'] };
    const sections = ['first', 'second', 'new'];
    const again = walk(moved, event(signatory, 'resubmit', { sections, carried: ['first', 'second'] }));
    expect(again.value).toEqual({
      review: { first: 'assessed', second: 'assessed', unasked: 'assessed', new: 'waiting' },
    });
    expect(decideEvent(again, event(reviewer, 'claim', { sectionId: 'new' })).ok).toBe(true);
  });

  it('reopens one section and leaves the other assessed', () => {
    const reopened = walk(places['decision.lead'], event(lead, 'reopen'));
    expect(reopened.value).toEqual({ review: { first: 'waiting', second: 'assessed', unasked: 'assessed' } });
  });

  it('starts and stops the clock for whoever holds the ball', () => {
    // Ten working days from Tuesday 24 November 2026.
    expect(places.hearing.context.dueAt).toBe('2026-12-08T22:59:59.000Z');
    expect(walk(places.hearing, event(signatory, 'answer-hearing')).context.dueAt).toBeNull();
    expect(walk(places['changes-requested'], event(signatory, 'resubmit')).context.dueAt).toBeNull();
  });
});

describe('effects', () => {
  const effectsOf = (place: Place, sent: CaseEvent) => {
    const decided = decideEvent(places[place], sent);
    return decided.ok ? decided.value.effects.map(({ kind }) => kind) : decided.refusal;
  };

  it('publish what was approved, and only that', () => {
    expect(effectsOf('decision.second-pair-of-eyes', event(elsewhere, 'confirm'))).toEqual([
      'decide',
      'publish',
      'notify',
    ]);
    const rejecting = walk(places['decision.lead'], event(proposer, 'propose', { outcome: 'rejected' }));
    const decided = decideEvent(rejecting, event(elsewhere, 'confirm'));
    expect(decided.ok && decided.value.effects.map(({ kind }) => kind)).toEqual(['decide', 'notify']);
  });

  it.each([
    ['approved', 'withdraw', signatory],
    ['partially-approved', 'suspend', coordinator],
    ['suspended', 'revoke', coordinator],
    ['expiring', 'expire', null],
  ] as const)('from %s, %s ends the publication', (place, type, by) =>
    expect(effectsOf(place, event(by, type))).toContain('end-publication'),
  );

  it('a withdrawal before the decision has nothing to end', () => {
    expect(effectsOf('review.waiting', event(signatory, 'withdraw'))).toEqual(['notify']);
  });
});

describe('the list of buttons', () => {
  const list = (place: Place, actor: Parameters<typeof listEventsFor>[1], change = {}) =>
    listEventsFor(places[place], actor, facts(change), now);

  it('has what the role may send, with the reason where something else stands in the way', () => {
    expect(list('review.claimed', reviewer)).toEqual([
      { event: 'claim', sectionId: 'second', allowed: true },
      { event: 'release', sectionId: 'first', allowed: true },
      { event: 'assess', sectionId: 'first', allowed: true },
      { event: 'request-changes', sectionId: null, allowed: true },
    ]);
    expect(list('decision.second-pair-of-eyes', proposer)).toEqual([
      { event: 'return', sectionId: null, allowed: false, refusal: { code: 'proposer-cannot-return' } },
      { event: 'confirm', sectionId: null, allowed: false, refusal: { code: 'proposer-cannot-confirm' } },
    ]);
  });

  it('does not ask for what comes with the event', () => {
    expect(list('decision.lead', lead).find(({ event: type }) => type === 'propose')).toMatchObject({ allowed: true });
    expect(list('screening', coordinator)).toMatchObject([{ event: 'route', allowed: true }, { allowed: true }]);
  });

  it('is empty for those who only read', () => {
    for (const place of Object.keys(places) as Place[]) {
      expect(list(place, person('auditor'))).toEqual([]);
      expect(list(place, person('municipal-admin'))).toEqual([]);
    }
  });

  it('never allows what the machine refuses, and the other way round', () => {
    for (const place of Object.keys(places) as Place[]) {
      for (const actor of [signatory, reviewer, lead, coordinator, null]) {
        for (const listed of list(place, actor)) {
          const sectionId = listed.sectionId ?? 'first';
          const outcome = { outcome: 'partially-approved' };
          const decided = decideEvent(
            places[place],
            event(actor, listed.event as CaseEventType, { sectionId, ...outcome }),
          );
          expect(`${place} ${listed.event} ${decided.ok}`).toBe(`${place} ${listed.event} ${listed.allowed}`);
        }
      }
    }
  });
});

describe('a snapshot', () => {
  it('is plain JSON, and the same event gives the same result after it was stored', () => {
    for (const snapshot of Object.values(places)) {
      const stored = JSON.parse(JSON.stringify(snapshot));
      expect(stored).toEqual(snapshot);
      const sent = event(lead, 'claim');
      expect(decideEvent(stored, sent)).toEqual(decideEvent(snapshot, sent));
    }
  });

  it('is left alone by a refusal', () => {
    const before = JSON.stringify(places['review.claimed']);
    decideEvent(places['review.claimed'], event(lead, 'assess'));
    expect(JSON.stringify(places['review.claimed'])).toBe(before);
  });
});
