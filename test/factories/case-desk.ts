import { type Actor, hasRole } from '~/workflows/actor';
import {
  type CaseSnapshot,
  decideEvent,
  decisionStepOf,
  openSnapshot,
  sectionStateOf,
  stateOf,
} from '~/workflows/case/decide-event';
import { deltaOf } from '~/workflows/case/delta';
import type { CaseRequest, SubmissionRequest } from '~/workflows/case/events';
import { type CaseFacts, plainFacts, type VerdictSummary } from '~/workflows/case/facts';
import { mayKnowCase } from '~/workflows/case/visibility';
import { approvingVerdicts, type VerdictKind } from '~/workflows/words';
import { type WalkerName, walkers } from './case-acts';
import { type ModelAct, type ModelAnswer, type ModelPerson, modelAnswers, modelSections } from './case-model';

/**
 * A case on a desk instead of in a database: the real machine and the real delta, with facts kept in memory. Random walks
 * go through it a hundred times faster than through the commands, which walk a part of the same sequences.
 */

const sectionOf = (answer: ModelAnswer) => (answer.startsWith('first') ? 'first' : 'second');
const supplierId = 'supplier';

function actorOf({ name, role, of }: ModelPerson): Actor {
  const isSupplier = ['editor', 'signatory', 'supplier-admin'].includes(role);
  const isOfTheDesk = of === 'supplier' ? supplierId : 'another';
  return {
    personId: name,
    name,
    roles: [role],
    supplierId: isSupplier ? isOfTheDesk : null,
    municipalityCode: isSupplier || of === 'elsewhere' ? null : of,
  };
}

const actors = new Map(
  Object.entries(walkers).map(([name, person]) => [name, actorOf({ name: name as WalkerName, ...person })]),
);

interface Verdict {
  kind: VerdictKind;
  givenAt: Date;
}

export class CaseDesk {
  private snapshot: CaseSnapshot = openSnapshot({ supplierId, sectionIds: [...modelSections] });
  private now = new Date('2026-11-24T09:00:00Z');
  private submissions = 0;
  private readonly texts = new Map<ModelAnswer, number>(modelAnswers.map((answer) => [answer, 0]));
  private sent = new Map<ModelAnswer, string>();
  /** What stands on the answers of the present submission: given on it, or carried over. */
  private inForce = new Map<ModelAnswer, VerdictKind>();
  private readonly judges = new Set<string>();
  /** The last verdict on each text of an answer. */
  private readonly verdicts = new Map<string, Verdict>();

  /** @returns whether the act was taken */
  perform(act: ModelAct): boolean {
    this.now = new Date(this.now.getTime() + (act.kind === 'wait' ? 200 * 86_400_000 : 60_000));
    switch (act.kind) {
      case 'wait':
        return true;
      case 'edit':
        return this.edit(act.answer);
      case 'submit':
        return this.submit(this.actor(act.by));
      case 'judge':
        return this.judge(this.actor(act.by), act.answer, act.verdict);
      case 'send':
        return !act.isStale && this.send(act.by && this.actor(act.by), act.request);
    }
  }

  get place(): string {
    return decisionStepOf(this.snapshot) ?? stateOf(this.snapshot);
  }

  get sections() {
    return modelSections.map((id) => sectionStateOf(this.snapshot, id));
  }

  get outcome() {
    return this.snapshot.context.outcome;
  }

  private actor({ name }: ModelPerson): Actor {
    const actor = actors.get(name);
    if (!actor) throw new Error(`Nobody is called ${name}.`);
    return actor;
  }

  private edit(answer: ModelAnswer): boolean {
    if (!['draft', 'changes-requested'].includes(stateOf(this.snapshot))) return false;
    this.texts.set(answer, (this.texts.get(answer) ?? 0) + 1);
    return true;
  }

  private submit(by: Actor): boolean {
    const answers = modelAnswers.map((key) => ({
      key,
      sectionId: sectionOf(key),
      answerHash: `${key} ${this.texts.get(key)}`,
    }));
    const earlier = [...this.verdicts].map(([hash, { kind, givenAt }]) => {
      return { id: hash, questionKey: hash.split(' ')[0] ?? '', answerHash: hash, kind, givenAt };
    });
    const { sections, carriedSections, carried } = deltaOf(answers, earlier);
    const type = stateOf(this.snapshot) === 'changes-requested' ? 'resubmit' : 'submit';
    const submissionId = `submission ${this.submissions + 1}`;
    if (!this.send(by, { type, submissionId, sections, carried: carriedSections })) return false;
    this.submissions += 1;
    this.inForce = new Map();
    for (const key of modelAnswers) {
      const kind = this.verdicts.get(carried.get(key) ?? '')?.kind;
      if (kind) this.inForce.set(key, kind);
    }
    this.sent = new Map(answers.map(({ key, answerHash }) => [key, answerHash]));
    return true;
  }

  private judge(by: Actor, answer: ModelAnswer, kind: VerdictKind): boolean {
    const { claims } = this.snapshot.context;
    const section = sectionOf(answer);
    const hash = this.sent.get(answer);
    if (hash === undefined || !this.isKnownTo(by) || !hasRole(by, 'reviewer', 'lead-reviewer')) return false;
    if (stateOf(this.snapshot) !== 'review' || sectionStateOf(this.snapshot, section) !== 'claimed') return false;
    if (claims[section] !== by.personId) return false;
    this.verdicts.set(hash, { kind, givenAt: this.now });
    this.inForce.set(answer, kind);
    this.judges.add(by.personId);
    return true;
  }

  private isKnownTo(by: Actor): boolean {
    return mayKnowCase(by, { supplierId, productId: 'product', currentSubmissionId: this.submissions ? 'sent' : null });
  }

  private send(by: Actor | null, request: CaseRequest | SubmissionRequest): boolean {
    if (by && !this.isKnownTo(by)) return false;
    const decided = decideEvent(this.snapshot, { ...request, by, now: this.now, facts: this.facts(by) });
    if (decided.ok) this.snapshot = decided.value.snapshot;
    return decided.ok;
  }

  private facts(by: Actor | null): CaseFacts {
    return { ...plainFacts, hasJudged: by !== null && this.judges.has(by.personId), verdicts: this.summary() };
  }

  private summary(): VerdictSummary {
    const kinds = [...this.sent.keys()].map((answer) => ({ answer, kind: this.inForce.get(answer) }));
    const unjudged = kinds.filter(({ kind }) => kind === undefined);
    const approved = kinds.filter(({ kind }) => approvingVerdicts.some((each) => each === kind)).length;
    const unjudgedBySection: Record<string, number> = {};
    for (const { answer } of unjudged) {
      unjudgedBySection[sectionOf(answer)] = (unjudgedBySection[sectionOf(answer)] ?? 0) + 1;
    }
    const notApproved = kinds.length - approved - unjudged.length;
    return { total: kinds.length, approved, notApproved, withoutReason: 0, unjudgedBySection };
  }
}
