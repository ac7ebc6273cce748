import { describe, expect, it } from 'vitest';
import type { Actor } from '~/workflows/actor';
import { decideEvent } from '~/workflows/case/decide-event';
import { type CaseEventType, caseEvents, type Role, roles } from '~/workflows/words';
import {
  afterDeadlines,
  approvedVerdicts,
  event,
  facts,
  otherMunicipality,
  type Place,
  person,
  placeOf,
  places,
} from '../../factories/case-machine';

/**
 * Every state × event × role. The table is written by hand from domain.md and the decision records, never from the
 * machine: per place and event, who may send it and where the case then is. Everything that is not in it is refused.
 *
 * The people: one for each role, of the case's supplier or of the responsible municipality. None has done anything in
 * the case, except that the reviewer has claimed (and assessed) the first section where the place says so.
 */
type Sender = Role | 'portal';
type Row = readonly [senders: readonly Sender[], to: string];

const supplierWithdraws = { withdraw: [['signatory', 'supplier-admin'], 'withdrawn'] } as const;
const publicationEndsForGood = {
  revoke: [['coordinator'], 'revoked'],
  supersede: [['portal'], 'superseded'],
  ...supplierWithdraws,
} as const;

const publicationEnds = { suspend: [['coordinator'], 'suspended'], ...publicationEndsForGood } as const;

const matrix: Readonly<Record<Place, Partial<Record<CaseEventType, Row>>>> = {
  draft: { submit: [['signatory'], 'screening'], ...supplierWithdraws },
  screening: {
    route: [['coordinator', 'lead-reviewer', 'portal'], 'review.waiting'],
    'return-incomplete': [['coordinator', 'lead-reviewer'], 'changes-requested'],
    ...supplierWithdraws,
  },
  'review.waiting': {
    route: [['coordinator', 'lead-reviewer'], 'review.waiting'],
    claim: [['reviewer', 'lead-reviewer'], 'review.claimed'],
    'request-changes': [['lead-reviewer'], 'changes-requested'],
    ...supplierWithdraws,
  },
  'review.claimed': {
    route: [['coordinator', 'lead-reviewer'], 'review.claimed'],
    release: [['reviewer', 'lead-reviewer'], 'review.waiting'],
    assess: [['reviewer'], 'review.assessed'],
    'request-changes': [['reviewer', 'lead-reviewer'], 'changes-requested'],
    ...supplierWithdraws,
  },
  'review.assessed': {
    route: [['coordinator', 'lead-reviewer'], 'review.assessed'],
    reopen: [['reviewer', 'lead-reviewer'], 'review.waiting'],
    'request-changes': [['reviewer', 'lead-reviewer'], 'changes-requested'],
    ...supplierWithdraws,
  },
  'changes-requested': {
    resubmit: [['signatory'], 'review.waiting'],
    // Every section was assessed, so the review is over as soon as it goes on.
    lapse: [['lead-reviewer', 'portal'], 'decision.lead'],
    ...supplierWithdraws,
  },
  hearing: {
    'answer-hearing': [['signatory'], 'decision.lead'],
    'close-hearing': [['lead-reviewer', 'portal'], 'decision.lead'],
    ...supplierWithdraws,
  },
  'decision.lead': {
    propose: [['lead-reviewer'], 'decision.second-pair-of-eyes'],
    reopen: [['reviewer', 'lead-reviewer'], 'review.waiting'],
    'request-changes': [['reviewer', 'lead-reviewer'], 'changes-requested'],
    'open-hearing': [['lead-reviewer'], 'hearing'],
    ...supplierWithdraws,
  },
  'decision.second-pair-of-eyes': {
    return: [['lead-reviewer'], 'decision.lead'],
    confirm: [['lead-reviewer'], 'partially-approved'],
    ...supplierWithdraws,
  },
  approved: { 'expire-soon': [['portal'], 'expiring'], ...publicationEnds },
  'partially-approved': {
    'expire-soon': [['portal'], 'expiring'],
    appeal: [['signatory'], 'appealed'],
    ...publicationEnds,
  },
  rejected: { appeal: [['signatory'], 'appealed'] },
  withdrawn: {},
  appealed: { uphold: [['lead-reviewer'], 'upheld'], overturn: [['lead-reviewer'], 'overturned'] },
  upheld: { 'expire-soon': [['portal'], 'expiring'], ...publicationEnds },
  overturned: {
    'expire-soon': [['portal'], 'expiring'],
    revoke: [['coordinator'], 'revoked'],
    supersede: [['portal'], 'superseded'],
    ...supplierWithdraws,
  },
  expiring: { expire: [['portal'], 'expired'], ...publicationEnds },
  expired: { ...publicationEndsForGood },
  suspended: {
    reinstate: [['coordinator'], 'partially-approved'],
    revoke: [['coordinator'], 'revoked'],
    supersede: [['portal'], 'superseded'],
    ...supplierWithdraws,
  },
  revoked: {},
  superseded: {},
};

const senders: readonly Sender[] = [...roles, 'portal'];
const placeNames = Object.keys(matrix) as Place[];

function actorOf(sender: Sender): Actor | null {
  return sender === 'portal' ? null : person(sender);
}

/** Verdicts that fit what the case is about, and a moment at which its deadline has passed. */
function sent(place: Place, type: CaseEventType, by: Actor | null) {
  const verdicts = place === 'approved' ? { facts: facts({ verdicts: approvedVerdicts }) } : {};
  return event(by, type, { now: afterDeadlines, ...verdicts });
}

describe.each(placeNames)('in %s', (place) => {
  const snapshot = places[place];

  it('the test really begins there', () => expect(placeOf(snapshot)).toBe(place));

  it.each(caseEvents)('%s', (type) => {
    const [allowed, to]: Row = matrix[place][type] ?? [[], ''];
    for (const sender of senders) {
      const decided = decideEvent(snapshot, sent(place, type, actorOf(sender)));
      const expected = allowed.includes(sender) ? to : 'refused';
      expect(`${sender}: ${decided.ok ? placeOf(decided.value.snapshot) : 'refused'}`).toBe(`${sender}: ${expected}`);
    }
  });
});

describe('people of elsewhere', () => {
  const stranger = person('signatory', { personId: 'stranger', supplierId: 'another' });
  const strangerAdmin = person('supplier-admin', { personId: 'stranger', supplierId: 'another' });
  const elsewhere = person('lead-reviewer', { personId: 'elsewhere', municipalityCode: otherMunicipality });
  const nobody = person('signatory', { roles: [] });

  it.each(placeNames)('another supplier can do nothing in %s', (place) => {
    for (const actor of [stranger, strangerAdmin, nobody]) {
      for (const type of caseEvents) expect(decideEvent(places[place], sent(place, type, actor)).ok).toBe(false);
    }
  });

  it.each(placeNames)('the auditor and the editor can do nothing in %s', (place) => {
    for (const role of ['auditor', 'editor', 'municipal-admin'] as const) {
      for (const type of caseEvents) expect(decideEvent(places[place], sent(place, type, person(role))).ok).toBe(false);
    }
  });

  // One municipality's review counts for all: others review and confirm, but do not lead.
  const openToAll: Partial<Record<Place, readonly CaseEventType[]>> = {
    screening: ['return-incomplete'],
    'review.waiting': ['claim'],
    'review.assessed': ['reopen'],
    'decision.second-pair-of-eyes': ['return', 'confirm'],
    appealed: ['uphold', 'overturn'],
  };
  it.each(placeNames)("another municipality's lead reviewer in %s", (place) => {
    const possible = caseEvents.filter((type) => decideEvent(places[place], sent(place, type, elsewhere)).ok);
    expect(possible).toEqual(openToAll[place] ?? []);
  });
});
