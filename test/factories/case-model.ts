import type { CaseRequest } from '~/workflows/case/events';
import type { Outcome, Role, VerdictKind } from '~/workflows/words';

/**
 * A second account of a case, written by hand from domain.md and the decision records and never from the machine: what
 * the random walks compare the real commands with. It knows people by name, two sections with two answers each, and
 * says of each act whether it is taken and where the case then is. Why an act is refused is not its business.
 */

/** How many acts a random walk takes: enough to come through a review, a decision and an appeal. */
export const actsOfWalk = 50;

export const modelSections = ['first', 'second'] as const;
export type ModelSection = (typeof modelSections)[number];
export const modelAnswers = ['first-one', 'first-two', 'second-one', 'second-two'] as const;
export type ModelAnswer = (typeof modelAnswers)[number];

export interface ModelPerson {
  name: string;
  role: Role;
  /** Of the case's own supplier, a municipality's code, or something else (another supplier, the portal). */
  of: 'supplier' | 'elsewhere' | string;
}

type Place =
  | 'draft'
  | 'screening'
  | 'review'
  | 'changes-requested'
  | 'hearing'
  | 'lead'
  | 'second-pair-of-eyes'
  | Outcome
  | 'withdrawn'
  | 'appealed'
  | 'upheld'
  | 'overturned'
  | 'expiring'
  | 'expired'
  | 'suspended'
  | 'revoked'
  | 'superseded';

export type ModelAct =
  | { kind: 'send'; by: ModelPerson | null; request: CaseRequest; isStale: boolean }
  | { kind: 'submit'; by: ModelPerson }
  | { kind: 'judge'; by: ModelPerson; answer: ModelAnswer; verdict: VerdictKind }
  | { kind: 'edit'; answer: ModelAnswer }
  | { kind: 'wait' };

const isApproving = (kind: VerdictKind | undefined) => kind === 'accepted' || kind === 'accepted-with-remark';
const sectionOf = (answer: ModelAnswer) => (answer.startsWith('first') ? 'first' : 'second');
const answersOf = (section: ModelSection) => modelAnswers.filter((answer) => sectionOf(answer) === section);

/** Changes itself with each act that is taken. */
export class CaseModel {
  place: Place = 'draft';
  outcome: Outcome | null = null;
  municipality: string | null = null;
  readonly sections: Record<ModelSection, 'waiting' | 'claimed' | 'assessed'> = { first: 'waiting', second: 'waiting' };
  private claimedBy: Partial<Record<ModelSection, string>> = {};
  private readonly assessors = new Set<string>();
  private readonly judges = new Set<string>();
  private readonly participants = new Set<string>();
  private proposal: { by: string; outcome: Outcome } | null = null;
  /** Each edit gives an answer a new text; a verdict stands on the text that it was given on. */
  private readonly texts: Record<ModelAnswer, number> = {
    'first-one': 0,
    'first-two': 0,
    'second-one': 0,
    'second-two': 0,
  };
  private sent: Partial<Record<ModelAnswer, number>> = {};
  private readonly verdicts = new Map<string, VerdictKind>();
  private inForce = new Map<ModelAnswer, VerdictKind>();
  private clock: 'stopped' | 'runs' | 'run-out' = 'stopped';
  private suspendedFrom: Place | null = null;

  /** Whether the act is taken; what is refused changes nothing. */
  take(act: ModelAct): boolean {
    if (act.kind === 'wait') {
      if (this.clock === 'runs') this.clock = 'run-out';
      return true;
    }
    if (act.kind === 'edit') return this.edit(act.answer);
    if (act.kind === 'submit') return this.submit(act.by);
    if (act.kind === 'judge') return this.judge(act);
    return !act.isStale && this.mayKnow(act.by) && this.send(act.by, act.request);
  }

  /** By hand: structuredClone took most of a walk's time. */
  copy(): CaseModel {
    return Object.assign(new CaseModel(), this, {
      sections: { ...this.sections },
      claimedBy: { ...this.claimedBy },
      assessors: new Set(this.assessors),
      judges: new Set(this.judges),
      participants: new Set(this.participants),
      texts: { ...this.texts },
      sent: { ...this.sent },
      verdicts: new Map(this.verdicts),
      inForce: new Map(this.inForce),
    });
  }

  /** Who has claimed the section of an answer. */
  claimerOf(answer: ModelAnswer): string | undefined {
    return this.claimedBy[sectionOf(answer)];
  }

  isJudged(answer: ModelAnswer): boolean {
    return this.inForce.has(answer);
  }

  /** Public while it is approved, in part or whole, and nothing has ended it. */
  get isPublic(): boolean {
    const isApproved = this.outcome === 'approved' || this.outcome === 'partially-approved';
    return isApproved && !['withdrawn', 'suspended', 'revoked', 'expired'].includes(this.place);
  }

  private mayKnow(by: ModelPerson | null): boolean {
    if (by === null || by.of === 'supplier' || by.role === 'auditor') return true;
    const isSent = Object.keys(this.sent).length > 0;
    return isSent && ['reviewer', 'lead-reviewer', 'municipal-admin', 'coordinator'].includes(by.role);
  }

  private edit(answer: ModelAnswer): boolean {
    if (this.place !== 'draft' && this.place !== 'changes-requested') return false;
    this.texts[answer] += 1;
    return true;
  }

  private submit(by: ModelPerson): boolean {
    if (by.of !== 'supplier' || by.role !== 'signatory') return false;
    if (this.place !== 'draft' && this.place !== 'changes-requested') return false;
    this.sent = { ...this.texts };
    this.inForce = new Map();
    for (const answer of modelAnswers) {
      const kind = this.verdicts.get(`${answer} ${this.texts[answer]}`);
      if (kind && isApproving(kind)) this.inForce.set(answer, kind);
    }
    for (const section of modelSections) {
      const isCarried = answersOf(section).every((answer) => this.inForce.has(answer));
      this.sections[section] = isCarried ? 'assessed' : 'waiting';
    }
    this.claimedBy = {};
    this.proposal = null;
    this.clock = 'stopped';
    this.toReview();
    return true;
  }

  /** A case that is not routed waits in the screening; one with nothing to look at goes on to the decision. */
  private toReview(): void {
    if (this.municipality === null) this.place = 'screening';
    else this.place = modelSections.every((section) => this.sections[section] === 'assessed') ? 'lead' : 'review';
  }

  private judge({ by, answer, verdict }: { by: ModelPerson; answer: ModelAnswer; verdict: VerdictKind }): boolean {
    const section = sectionOf(answer);
    if (by.role !== 'reviewer' && by.role !== 'lead-reviewer') return false;
    if (this.place !== 'review' || this.sections[section] !== 'claimed' || this.claimedBy[section] !== by.name) {
      return false;
    }
    this.verdicts.set(`${answer} ${this.sent[answer]}`, verdict);
    this.inForce.set(answer, verdict);
    this.judges.add(by.name);
    return true;
  }

  private get tally() {
    const kinds = modelAnswers.map((answer) => this.inForce.get(answer));
    const approved = kinds.filter(isApproving).length;
    const unjudged = kinds.filter((kind) => kind === undefined).length;
    return { approved, unjudged, doubted: kinds.length - approved - unjudged };
  }

  private fits(outcome: Outcome): boolean {
    const { approved, doubted, unjudged } = this.tally;
    if (unjudged > 0) return false;
    if (outcome === 'approved') return doubted === 0;
    return doubted > 0 && (outcome === 'rejected' || approved > 0);
  }

  private send(by: ModelPerson | null, request: CaseRequest): boolean {
    const is = (...roles: Role[]) => by !== null && roles.includes(by.role);
    const isOurs = is('lead-reviewer') && by?.of === this.municipality;
    const isTime = (by === null || isOurs) && this.clock === 'run-out';
    const isSupplier = (...roles: Role[]) => is(...roles) && by?.of === 'supplier';
    const name = by?.name ?? '';
    const isIn = (...places: Place[]) => places.includes(this.place);
    const go = (place: Place, isPart = true): true => {
      if (isPart && by) this.participants.add(name);
      this.place = place;
      return true;
    };
    switch (request.type) {
      case 'withdraw': {
        const isRuled = isIn('upheld', 'overturned') && this.outcome !== 'rejected';
        const canEnd = isIn('approved', 'partially-approved', 'expiring', 'expired', 'suspended') || isRuled;
        const isOpen = isIn(
          'draft',
          'screening',
          'review',
          'changes-requested',
          'hearing',
          'lead',
          'second-pair-of-eyes',
        );
        return isSupplier('signatory', 'supplier-admin') && (isOpen || canEnd) && go('withdrawn', false);
      }
      case 'route': {
        const mayRoute =
          by === null || is('coordinator') || (is('lead-reviewer') && by.of === request.municipalityCode);
        const isSame = request.municipalityCode === this.municipality;
        const mayAgain = isIn('review') && (isSame || Object.keys(this.claimedBy).length === 0);
        const isTheirs = is('coordinator') || by?.of === this.municipality;
        if (!mayRoute || !(isIn('screening') || (mayAgain && isTheirs))) return false;
        this.municipality = request.municipalityCode;
        if (by) this.participants.add(name);
        this.toReview();
        return true;
      }
      case 'return-incomplete':
        if (!is('coordinator', 'lead-reviewer') || !isIn('screening')) return false;
        this.clock = 'runs';
        return go('changes-requested');
      case 'claim':
      case 'release':
      case 'assess':
      case 'reopen':
        return this.sendSection(by, request.type, request.sectionId as ModelSection, isOurs);
      case 'request-changes': {
        const hasClaimed = is('reviewer', 'lead-reviewer') && Object.values(this.claimedBy).includes(name);
        if (!(isOurs || hasClaimed) || !isIn('review', 'lead') || this.tally.doubted === 0) return false;
        this.clock = 'runs';
        this.proposal = null;
        return go('changes-requested');
      }
      case 'lapse': {
        if (!isTime || !isIn('changes-requested')) return false;
        this.clock = 'stopped';
        for (const section of modelSections) {
          if (this.sections[section] !== 'claimed') continue;
          this.sections[section] = 'waiting';
          delete this.claimedBy[section];
        }
        if (by) this.participants.add(name);
        this.toReview();
        return true;
      }
      case 'open-hearing':
        if (!isOurs || !isIn('lead')) return false;
        this.clock = 'runs';
        return go('hearing');
      case 'answer-hearing':
        if (!isSupplier('signatory') || !isIn('hearing')) return false;
        this.clock = 'stopped';
        return go('lead', false);
      case 'close-hearing':
        if (!isTime || !isIn('hearing')) return false;
        this.clock = 'stopped';
        return go('lead');
      case 'propose':
        if (!isOurs || !isIn('lead') || !this.fits(request.outcome)) return false;
        this.proposal = { by: name, outcome: request.outcome };
        return go('second-pair-of-eyes');
      case 'return':
        if (!is('lead-reviewer') || !isIn('second-pair-of-eyes') || this.proposal?.by === name) return false;
        this.proposal = null;
        return go('lead');
      case 'confirm': {
        const isFresh = !this.assessors.has(name) && !this.judges.has(name) && this.proposal?.by !== name;
        if (!is('lead-reviewer') || !isIn('second-pair-of-eyes') || !isFresh || !this.proposal) return false;
        this.outcome = this.proposal.outcome;
        return go(this.proposal.outcome);
      }
      case 'expire-soon': {
        const isLive =
          isIn('approved', 'partially-approved') || (isIn('upheld', 'overturned') && this.outcome !== 'rejected');
        return by === null && isLive && go('expiring');
      }
      case 'expire':
        return by === null && isIn('expiring') && go('expired');
      case 'supersede': {
        const hasBeenPublic = isIn('approved', 'partially-approved', 'expiring', 'expired', 'suspended');
        const isRuled = isIn('upheld', 'overturned') && this.outcome !== 'rejected';
        return by === null && (hasBeenPublic || isRuled) && go('superseded');
      }
      case 'suspend': {
        const isLive = isIn('approved', 'partially-approved', 'expiring');
        if (!is('coordinator') || !(isLive || (isIn('upheld') && this.outcome !== 'rejected'))) return false;
        this.suspendedFrom = this.place;
        return go('suspended');
      }
      case 'reinstate': {
        const from = this.suspendedFrom;
        if (!is('coordinator') || !isIn('suspended') || from === null) return false;
        this.suspendedFrom = null;
        return go(from);
      }
      case 'revoke': {
        const isLive = isIn('approved', 'partially-approved', 'expiring', 'expired', 'suspended');
        const isRuled = isIn('upheld', 'overturned') && this.outcome !== 'rejected';
        return is('coordinator') && (isLive || isRuled) && go('revoked');
      }
      case 'appeal':
        return isSupplier('signatory') && isIn('partially-approved', 'rejected') && go('appealed', false);
      case 'uphold':
      case 'overturn': {
        const tookPart = this.participants.has(name) || this.judges.has(name);
        if (!is('lead-reviewer') || !isIn('appealed') || tookPart) return false;
        return go(request.type === 'uphold' ? 'upheld' : 'overturned');
      }
      default:
        throw new Error(`The model does not know ${JSON.stringify(request satisfies never)}.`);
    }
  }

  private sendSection(
    by: ModelPerson | null,
    type: 'claim' | 'release' | 'assess' | 'reopen',
    section: ModelSection,
    isOurs: boolean,
  ): boolean {
    if (by?.role !== 'reviewer' && by?.role !== 'lead-reviewer') return false;
    const isMine = this.claimedBy[section] === by.name;
    const state = this.sections[section];
    if (type === 'reopen' && this.place === 'lead') {
      if (!isOurs && !isMine) return false;
    } else if (this.place !== 'review') return false;
    else if (state !== { claim: 'waiting', release: 'claimed', assess: 'claimed', reopen: 'assessed' }[type])
      return false;
    if (type === 'release' && !isMine && !isOurs) return false;
    if (type === 'assess' && (!isMine || answersOf(section).some((answer) => !this.inForce.has(answer)))) return false;
    this.participants.add(by.name);
    if (type === 'claim') {
      this.sections[section] = 'claimed';
      this.claimedBy[section] = by.name;
    } else if (type === 'assess') {
      this.sections[section] = 'assessed';
      this.assessors.add(by.name);
      this.toReview();
    } else {
      this.sections[section] = 'waiting';
      delete this.claimedBy[section];
      this.place = 'review';
    }
    return true;
  }
}
