import type { Actor } from '~/workflows/actor';
import { type CaseSnapshot, decideEvent, openSnapshot } from '~/workflows/case/decide-event';
import type { CaseEvent, CaseRequest, SubmissionRequest } from '~/workflows/case/events';
import { type CaseFacts, plainFacts, type VerdictSummary } from '~/workflows/case/facts';
import type { CaseEventType, Outcome, Role } from '~/workflows/words';
import { municipalRoles, portalRoles } from '~/workflows/words';

/** The machine alone, without a database: people, well-formed events, and a case in each of its places. */

export const now = new Date('2026-11-24T12:00:00Z');
/** Long after every deadline that was set `now`. */
export const afterDeadlines = new Date('2027-06-01T12:00:00Z');

export const supplierId = 'supplier';
export const responsible = '0101';
export const otherMunicipality = '0851';

/** Somebody with one role: of the case's supplier, of the responsible municipality, or of the portal. */
export function person(role: Role, change: Partial<Actor> = {}): Actor {
  const isMunicipal = municipalRoles.some((each) => each === role);
  const isPortal = portalRoles.some((each) => each === role);
  return {
    personId: `${role}-person`,
    name: role,
    roles: [role],
    supplierId: isMunicipal || isPortal ? null : supplierId,
    municipalityCode: isMunicipal ? responsible : null,
    ...change,
  };
}

/** Two of four answers approved: every outcome but full approval fits, and there is something to change. */
export const mixedVerdicts: VerdictSummary = {
  total: 4,
  approved: 2,
  notApproved: 2,
  withoutReason: 0,
  unjudgedBySection: {},
};
export const approvedVerdicts: VerdictSummary = { ...mixedVerdicts, approved: 4, notApproved: 0 };

export const facts = (change: Partial<CaseFacts> = {}): CaseFacts => ({
  ...plainFacts,
  verdicts: mixedVerdicts,
  ...change,
});

/** A request of each kind with which nothing is wrong. */
export function request(type: CaseEventType): CaseRequest | SubmissionRequest {
  const note = 'Fordi.';
  switch (type) {
    case 'submit':
    case 'resubmit':
      return { type, submissionId: 'submission', sections: ['first', 'second'], carried: [] };
    case 'route':
      return { type, municipalityCode: responsible, note };
    case 'claim':
    case 'release':
    case 'assess':
    case 'reopen':
      return { type, sectionId: 'first' };
    case 'return-incomplete':
    case 'request-changes':
    case 'open-hearing':
      return { type, note, workingDays: 10 };
    case 'propose':
      return { type, outcome: 'partially-approved', reasons: note };
    case 'expire-soon':
    case 'expire':
    case 'supersede':
      return { type };
    default:
      return { type, note };
  }
}

export function event(by: Actor | null, type: CaseEventType, change: object = {}): CaseEvent {
  return { ...request(type), by, now, facts: facts(), ...change } as CaseEvent;
}

/** Sends events that have to be possible. */
export function walk(snapshot: CaseSnapshot, ...events: readonly CaseEvent[]): CaseSnapshot {
  return events.reduce((before, each) => {
    const decided = decideEvent(before, each);
    if (!decided.ok) throw new Error(`${each.type}: ${decided.refusal.code}`);
    return decided.value.snapshot;
  }, snapshot);
}

// People of earlier steps, so that those who are tried have done nothing yet, save the reviewer of the first section.
const earlierLead = person('lead-reviewer', { personId: 'earlier-lead' });
const confirmer = person('lead-reviewer', { personId: 'confirmer', municipalityCode: otherMunicipality });
const ruler = person('lead-reviewer', { personId: 'ruler', municipalityCode: otherMunicipality });
const otherReviewer = person('reviewer', { personId: 'other-reviewer', municipalityCode: otherMunicipality });
const reviewer = person('reviewer');
const coordinator = person('coordinator');
const signatory = person('signatory');
const second = { sectionId: 'second' };

const draft = openSnapshot({ supplierId, sectionIds: ['first', 'second', 'unasked'] });
const screening = walk(draft, event(signatory, 'submit'));
const waiting = walk(screening, event(coordinator, 'route'));
const claimed = walk(waiting, event(reviewer, 'claim'));
const assessed = walk(claimed, event(reviewer, 'assess'));
const lead = walk(assessed, event(otherReviewer, 'claim', second), event(otherReviewer, 'assess', second));
const proposed = (outcome: Outcome) =>
  walk(lead, event(earlierLead, 'propose', { outcome, facts: verdictsFor(outcome) }));
const verdictsFor = (outcome: Outcome) => facts(outcome === 'approved' ? { verdicts: approvedVerdicts } : {});
const decided = (outcome: Outcome) =>
  walk(proposed(outcome), event(confirmer, 'confirm', { facts: verdictsFor(outcome) }));
const partially = decided('partially-approved');
const appealed = walk(partially, event(signatory, 'appeal'));
const expiring = walk(partially, event(null, 'expire-soon'));

/** A case in each place of the chart where it can rest. */
export const places = {
  draft,
  screening,
  'review.waiting': waiting,
  'review.claimed': claimed,
  'review.assessed': assessed,
  'changes-requested': walk(lead, event(earlierLead, 'request-changes')),
  hearing: walk(lead, event(earlierLead, 'open-hearing')),
  'decision.lead': lead,
  'decision.second-pair-of-eyes': proposed('partially-approved'),
  approved: decided('approved'),
  'partially-approved': partially,
  rejected: decided('rejected'),
  withdrawn: walk(waiting, event(signatory, 'withdraw')),
  appealed,
  upheld: walk(appealed, event(ruler, 'uphold')),
  overturned: walk(appealed, event(ruler, 'overturn')),
  expiring,
  expired: walk(expiring, event(null, 'expire')),
  suspended: walk(partially, event(coordinator, 'suspend')),
  revoked: walk(partially, event(coordinator, 'revoke')),
  superseded: walk(partially, event(null, 'supersede')),
} as const satisfies Readonly<Record<string, CaseSnapshot>>;
export type Place = keyof typeof places;

/** Where a case is, with the first section's state in review. */
export function placeOf({ value }: CaseSnapshot): string {
  if (typeof value === 'string') return value;
  const [state = '', inner] = Object.entries(value)[0] ?? [];
  return `${state}.${typeof inner === 'string' ? inner : String(inner?.first)}`;
}
