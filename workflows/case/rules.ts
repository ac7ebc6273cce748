import type { Actor } from '../actor';
import type { Refusal } from '../refusal';
import type { Outcome } from '../words';
import { type CaseEvent, deadlines } from './events';
import type { CaseContext, VerdictSummary } from './facts';

export interface Situation {
  context: CaseContext;
  event: CaseEvent;
}

/** A guard with a name: whether it holds, and what the person reads when it does not. Pure. */
interface Rule {
  refusal: string;
  /** True for rules about what comes with the event; a list of buttons cannot know that yet. */
  isAboutPayload?: boolean;
  holds(situation: Situation): boolean;
  params?(situation: Situation): Refusal['params'];
}

const isResponsible = ({ context, event }: Situation): boolean =>
  event.by === null || (event.by.municipalityCode !== null && event.by.municipalityCode === context.municipalityCode);

const isResponsibleLead = (situation: Situation): boolean =>
  isResponsible(situation) && (situation.event.by?.roles.includes('lead-reviewer') ?? true);

const isSender = (event: CaseEvent, personId: string | undefined): boolean =>
  event.by !== null && event.by.personId === personId;

const isClaimer = ({ context, event }: Situation): boolean =>
  'sectionId' in event && isSender(event, context.claims[event.sectionId]);

const claimedAny = ({ context, event }: Situation): boolean =>
  Object.values(context.claims).some((personId) => isSender(event, personId));

const isWithin = (event: CaseEvent, { least, most }: { least: number; most: number }): boolean =>
  !('workingDays' in event) || (event.workingDays >= least && event.workingDays <= most);

/** What an outcome demands of the verdicts: it may neither approve more than was judged good, nor less. */
export function outcomeFits(outcome: Outcome, { total, approved, notApproved }: VerdictSummary): boolean {
  if (outcome === 'approved') return total > 0 && approved === total;
  if (outcome === 'partially-approved') return approved > 0 && notApproved > 0;
  return notApproved > 0;
}

const unjudged = ({ context, event }: Situation): number =>
  context.sections.reduce((sum, id) => sum + (event.facts.verdicts.unjudgedBySection[id] ?? 0), 0);

const unjudgedHere = ({ event }: Situation): number =>
  'sectionId' in event ? (event.facts.verdicts.unjudgedBySection[event.sectionId] ?? 0) : 0;

const hasText = (text: string | undefined): boolean => (text ?? '').trim() !== '';

const isSystemOr = (by: Actor | null, check: (actor: Actor) => boolean): boolean => by === null || check(by);

export const rules = {
  'own-supplier': {
    refusal: 'not-your-organisation',
    holds: ({ context, event }) => isSystemOr(event.by, ({ supplierId }) => supplierId === context.supplierId),
  },
  complete: {
    refusal: 'declaration-not-complete',
    holds: ({ event }) => event.facts.missingAnswers === 0,
    params: ({ event }) => ({ count: event.facts.missingAnswers }),
  },
  'not-own-organisation': {
    refusal: 'own-organisation',
    holds: ({ context, event }) =>
      isSystemOr(event.by, ({ supplierId }) => supplierId !== context.supplierId && !event.facts.belongsToSupplier),
  },
  'no-conflict': {
    refusal: 'conflict-of-interest',
    holds: ({ event }) => event.by === null || !event.facts.hasConflict,
  },
  'known-municipality': {
    refusal: 'municipality-unknown',
    isAboutPayload: true,
    holds: ({ event }) => event.facts.isKnownMunicipality,
  },
  'municipality-has-lead': {
    refusal: 'municipality-without-lead',
    isAboutPayload: true,
    // Nobody there could propose a decision, so the case would stand still.
    holds: ({ event }) => event.facts.hasLead,
  },
  'routes-to-own-municipality': {
    refusal: 'route-to-own-municipality-only',
    isAboutPayload: true,
    holds: ({ event }) =>
      isSystemOr(
        event.by,
        ({ roles, municipalityCode }) =>
          roles.includes('coordinator') || ('municipalityCode' in event && event.municipalityCode === municipalityCode),
      ),
  },
  assignable: {
    refusal: 'assignee-unfit',
    isAboutPayload: true,
    holds: ({ event }) => event.facts.isAssignable,
  },
  'coordinator-or-responsible-lead': {
    refusal: 'not-responsible-municipality',
    // The rules choose once; nothing is routed again by itself.
    holds: (situation) => {
      const { by } = situation.event;
      return by !== null && (by.roles.includes('coordinator') || isResponsibleLead(situation));
    },
  },
  'not-begun-elsewhere': {
    refusal: 'review-has-begun',
    isAboutPayload: true,
    holds: ({ context, event }) =>
      ('municipalityCode' in event && event.municipalityCode === context.municipalityCode) ||
      Object.keys(context.claims).length === 0,
  },
  'has-note': {
    refusal: 'note-needed',
    isAboutPayload: true,
    holds: ({ event }) => 'note' in event && hasText(event.note),
  },
  'changes-deadline': {
    refusal: 'deadline-out-of-bounds',
    isAboutPayload: true,
    holds: ({ event }) => isWithin(event, deadlines.changes),
    params: () => ({ least: deadlines.changes.least, most: deadlines.changes.most }),
  },
  'hearing-deadline': {
    refusal: 'deadline-out-of-bounds',
    isAboutPayload: true,
    holds: ({ event }) => isWithin(event, deadlines.hearing),
    params: () => ({ least: deadlines.hearing.least, most: deadlines.hearing.most }),
  },
  claimer: { refusal: 'section-claimed-by-other', holds: isClaimer },
  'claimer-or-responsible-lead': {
    refusal: 'section-claimed-by-other',
    holds: (situation) => isClaimer(situation) || isResponsibleLead(situation),
  },
  'section-judged': {
    refusal: 'verdicts-missing',
    holds: (situation) => unjudgedHere(situation) === 0,
    params: (situation) => ({ count: unjudgedHere(situation) }),
  },
  responsible: { refusal: 'not-responsible-municipality', holds: isResponsible },
  'responsible-lead-or-claimer': {
    refusal: 'not-responsible-nor-claimer',
    holds: (situation) => isResponsibleLead(situation) || claimedAny(situation),
  },
  'responsible-lead-or-assessor': {
    refusal: 'not-responsible-nor-claimer',
    holds: (situation) => isResponsibleLead(situation) || isClaimer(situation),
  },
  'section-in-case': {
    refusal: 'section-not-in-case',
    holds: ({ context, event }) => 'sectionId' in event && context.sections.includes(event.sectionId),
  },
  'something-to-change': {
    refusal: 'nothing-to-change',
    holds: ({ event }) => event.facts.verdicts.notApproved > 0 || event.facts.scopeDemands > 0,
  },
  due: {
    refusal: 'deadline-still-runs',
    holds: ({ context, event }) => context.dueAt !== null && event.now.getTime() >= Date.parse(context.dueAt),
  },
  'all-judged': {
    refusal: 'verdicts-missing',
    holds: (situation) => unjudged(situation) === 0,
    params: (situation) => ({ count: unjudged(situation) }),
  },
  'outcome-fits': {
    refusal: 'outcome-does-not-fit',
    isAboutPayload: true,
    holds: ({ event }) => 'outcome' in event && outcomeFits(event.outcome, event.facts.verdicts),
    params: ({ event }) => ({ approved: event.facts.verdicts.approved, total: event.facts.verdicts.total }),
  },
  'has-reasons': {
    refusal: 'reasons-needed',
    isAboutPayload: true,
    holds: ({ event }) => 'outcome' in event && (event.outcome === 'approved' || hasText(event.reasons)),
  },
  'answers-have-reasons': {
    refusal: 'answer-reasons-missing',
    holds: ({ event }) => event.facts.verdicts.withoutReason === 0,
    params: ({ event }) => ({ count: event.facts.verdicts.withoutReason }),
  },
  'proposal-fits': {
    refusal: 'outcome-does-not-fit',
    holds: ({ context, event }) =>
      context.proposal !== null && outcomeFits(context.proposal.outcome, event.facts.verdicts),
    params: ({ event }) => ({ approved: event.facts.verdicts.approved, total: event.facts.verdicts.total }),
  },
  'confirmer-is-not-proposer': {
    refusal: 'proposer-cannot-confirm',
    holds: ({ context, event }) => !isSender(event, context.proposal?.proposedBy),
  },
  'confirmer-has-not-assessed': {
    refusal: 'assessor-cannot-confirm',
    holds: ({ context, event }) =>
      isSystemOr(event.by, ({ personId }) => !context.assessors.includes(personId) && !event.facts.hasJudged),
  },
  'returner-is-not-proposer': {
    refusal: 'proposer-cannot-return',
    holds: ({ context, event }) => !isSender(event, context.proposal?.proposedBy),
  },
  'took-no-part': {
    refusal: 'took-part-earlier',
    holds: ({ context, event }) =>
      isSystemOr(event.by, ({ personId }) => !context.participants.includes(personId) && !event.facts.hasJudged),
  },
  published: {
    refusal: 'nothing-published',
    holds: ({ context }) => context.outcome === 'approved' || context.outcome === 'partially-approved',
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof rules;
export type RuleRefusal = (typeof rules)[RuleName]['refusal'];

/** The rule as the common shape; `rules` itself keeps the exact names and refusals. */
export function getRule(name: RuleName): Rule {
  return rules[name];
}
