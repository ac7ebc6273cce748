import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { saveAnswers } from '~/db/answers';
import type { CaseRow } from '~/db/cases/case-row';
import { asCaseRow } from '~/db/cases/case-row';
import { sendCaseEvent } from '~/db/cases/send-event';
import { submitDeclaration } from '~/db/cases/submit';
import { giveVerdicts } from '~/db/cases/verdicts';
import type { Database } from '~/db/client';
import { loadDeclaration, mainQuestionnaire } from '~/db/declarations';
import { addPerson } from '~/db/people';
import { cases, questionnaires, submissionAnswers } from '~/db/schema';
import { confirmScope } from '~/db/scope';
import type { Acting, Actor } from '~/workflows/actor';
import { hashOf } from '~/workflows/canonical';
import type { CaseRequest } from '~/workflows/case/events';
import { definitionSchema } from '~/workflows/questionnaire/definition';
import type { Result } from '~/workflows/refusal';
import type { municipalRoles, portalRoles, VerdictKind } from '~/workflows/words';
import { insertSmallCatalogue, smallDefinition } from './decided-product';
import { rawDefinition, rawQuestion } from './questionnaire';
import { makeDeclaration, makeSupplier, makeSupplierPerson, testNow } from './supplier-people';

/** Two municipalities of the small catalogue. */
export const municipalityA = '0101';
export const municipalityB = '0851';

/** The sections of the questionnaire that these cases answer, with two questions each. */
export const caseSectionIds = ['first', 'second'] as const;
export type CaseSectionId = (typeof caseSectionIds)[number];

type ReviewRole = (typeof municipalRoles)[number] | (typeof portalRoles)[number];

/** Everybody who takes part in a case. */
export interface CaseWorld {
  db: Database;
  supplierId: string;
  signatory: Acting & { actor: Actor & { supplierId: string } };
  otherSignatory: Acting;
  editor: Acting;
  supplierAdmin: Acting;
  reviewerA: Acting;
  leadA: Acting;
  reviewerB: Acting;
  leadB: Acting;
  /** Another lead reviewer, of the first municipality, who takes no part. */
  leadC: Acting;
  coordinator: Acting;
  auditor: Acting;
}

/** A small questionnaire and catalogue, a supplier with its people, two municipalities with theirs. */
export async function makeCaseWorld(db: Database): Promise<CaseWorld> {
  await insertSmallCatalogue(db);
  await insertSmallQuestionnaire(db);
  const { supplierId } = await makeSupplier(db);
  const other = await makeSupplier(db);
  return {
    db,
    supplierId,
    signatory: await makeSupplierPerson(db, supplierId, 'signatory'),
    otherSignatory: await makeSupplierPerson(db, other.supplierId, 'signatory'),
    editor: await makeSupplierPerson(db, supplierId, 'editor'),
    supplierAdmin: await makeSupplierPerson(db, supplierId, 'supplier-admin'),
    reviewerA: await makeReviewer(db, 'reviewer', municipalityA),
    leadA: await makeReviewer(db, 'lead-reviewer', municipalityA),
    reviewerB: await makeReviewer(db, 'reviewer', municipalityB),
    leadB: await makeReviewer(db, 'lead-reviewer', municipalityB),
    leadC: await makeReviewer(db, 'lead-reviewer', municipalityA),
    coordinator: await makeReviewer(db, 'coordinator', null),
    auditor: await makeReviewer(db, 'auditor', null),
  };
}

async function insertSmallQuestionnaire(db: Database): Promise<void> {
  const sections = caseSectionIds.map((id) => ({
    id,
    questions: ['one', 'two'].map((name) => rawQuestion({ id: `${id}-${name}`, required: name === 'one' })),
  }));
  const raw = rawDefinition({ sections, evidenceTypes: smallDefinition.evidenceTypes });
  const definition = definitionSchema.parse({ ...raw, slug: mainQuestionnaire });
  await db.insert(questionnaires).values({
    id: randomUUID(),
    slug: mainQuestionnaire,
    version: definition.version,
    definition,
    hash: hashOf(definition),
    publishedAt: testNow,
  });
}

/** Somebody who acts for a municipality, or (code null) for the portal. */
export async function makeReviewer(db: Database, role: ReviewRole, municipalityCode: string | null): Promise<Acting> {
  const name = `Hemmelig ${role} ${randomUUID().slice(0, 8)}`;
  const person = { name, email: `${randomUUID()}@example.org`, memberships: [{ role, municipalityCode }] };
  const added = await addPerson(db, { actor: null, now: testNow }, person);
  if (!added.ok) throw new Error(added.refusal.code);
  const actor = { personId: added.value.id, name, roles: [role], supplierId: null, municipalityCode };
  return { actor, now: testNow };
}

/** The value, or an error that names the refusal. */
export function getValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** One case, with the steps that tests take it through; each reads the case's version anew. */
export class CaseWalk {
  private constructor(
    readonly world: CaseWorld,
    readonly declarationId: string,
    readonly caseId: string,
    /** Moves on a minute with each step. */
    private clock: Date,
  ) {}

  private held: number | null = null;

  /** A case that is there already. @param from when it was last changed */
  static of(world: CaseWorld, ids: { caseId: string; declarationId: string }, from = testNow): CaseWalk {
    return new CaseWalk(world, ids.declarationId, ids.caseId, new Date(from.getTime() + 86_400_000));
  }

  /** A declaration in draft with every question answered. */
  static async begin(world: CaseWorld): Promise<CaseWalk> {
    const { declarationId } = await makeDeclaration(world.db, world.signatory);
    await confirmScope(world.db, world.signatory, { declarationId, expectedConfirmedAt: null, choices: [] });
    const [row] = await world.db.select({ id: cases.id }).from(cases).where(eq(cases.declarationId, declarationId));
    if (!row) throw new Error('The declaration has no case.');
    const walk = new CaseWalk(world, declarationId, row.id, testNow);
    const keys = caseSectionIds.flatMap((id) => [`${id}-one`, `${id}-two`]);
    await walk.answer(Object.fromEntries(keys.map((key) => [key, `Svar på ${key}`])));
    return walk;
  }

  /** The declaration's case that is open now, after this one has ended. */
  async next(): Promise<CaseWalk> {
    const [row] = await this.world.db
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.declarationId, this.declarationId), eq(cases.isOpen, true)));
    if (!row) throw new Error('The declaration has no open case.');
    return new CaseWalk(this.world, this.declarationId, row.id, this.clock);
  }

  /** Everybody sends the version that the case has now, as from screens that were opened at this moment. */
  async holdVersion(): Promise<void> {
    this.held = (await this.row()).version;
  }

  /** The next one acts from a screen that was opened before the last change. */
  async holdOlderVersion(): Promise<void> {
    this.held = (await this.row()).version - 1;
  }

  /** Everybody looks again before they act. */
  dropVersion(): void {
    this.held = null;
  }

  get now(): Date {
    return this.clock;
  }

  wait(milliseconds: number): void {
    this.clock = new Date(this.clock.getTime() + milliseconds);
  }

  private at<A extends Actor | null>(actor: A): { actor: A; now: Date } {
    this.wait(60_000);
    return { actor, now: this.clock };
  }

  async row(): Promise<CaseRow> {
    const [row] = await this.world.db.select().from(cases).where(eq(cases.id, this.caseId));
    if (!row) throw new Error('The case is gone.');
    return asCaseRow(row);
  }

  async answer(values: Readonly<Record<string, string>>): Promise<void> {
    const { answers } = await loadDeclaration(this.world.db, this.declarationId);
    const edits = Object.entries(values).map(([key, value]) => ({
      key,
      value,
      justification: null,
      expectedVersion: answers.get(key)?.version ?? 0,
    }));
    const input = { declarationId: this.declarationId, answers: edits };
    getValue(await saveAnswers(this.world.db, this.at(this.world.signatory.actor), input));
  }

  async trySubmit(acting: Acting = this.world.signatory) {
    const { version } = await this.row();
    const input = { declarationId: this.declarationId, expectedCaseVersion: version };
    return submitDeclaration(this.world.db, this.at(acting.actor), input);
  }

  async submit() {
    return getValue(await this.trySubmit());
  }

  /** @param by null: the portal itself */
  async trySend(by: Acting | null, event: CaseRequest) {
    const version = this.held ?? (await this.row()).version;
    const input = { caseId: this.caseId, expectedVersion: version, event };
    return sendCaseEvent(this.world.db, this.at(by?.actor ?? null), input);
  }

  async send(by: Acting | null, event: CaseRequest) {
    return getValue(await this.trySend(by, event));
  }

  async tryJudge(by: Acting, verdicts: Readonly<Record<string, VerdictKind>>, reason: string | null = 'Fordi.') {
    const { currentSubmissionId } = await this.row();
    const given = await Promise.all(
      Object.entries(verdicts).map(async ([questionKey, kind]) => {
        const [answer] = await this.world.db
          .select({ answerHash: submissionAnswers.answerHash })
          .from(submissionAnswers)
          .where(
            and(
              eq(submissionAnswers.submissionId, currentSubmissionId ?? randomUUID()),
              eq(submissionAnswers.questionKey, questionKey),
            ),
          );
        const answerHash = answer?.answerHash ?? '0'.repeat(64);
        return { questionKey, kind, reason: kind === 'accepted' ? null : reason, answerHash };
      }),
    );
    return giveVerdicts(this.world.db, this.at(by.actor), { caseId: this.caseId, verdicts: given });
  }

  async judge(by: Acting, verdicts: Readonly<Record<string, VerdictKind>>) {
    return getValue(await this.tryJudge(by, verdicts));
  }

  /** Claims a section, judges both of its answers and assesses it. */
  async assess(
    by: Acting,
    sectionId: CaseSectionId,
    kinds: readonly [VerdictKind, VerdictKind] = ['accepted', 'accepted'],
  ) {
    await this.send(by, { type: 'claim', sectionId });
    await this.judge(by, { [`${sectionId}-one`]: kinds[0], [`${sectionId}-two`]: kinds[1] });
    return this.send(by, { type: 'assess', sectionId });
  }

  /** From draft to the lead reviewer's decision, assessed by reviewers of both municipalities. */
  async toDecision(first: readonly [VerdictKind, VerdictKind] = ['accepted', 'accepted']): Promise<void> {
    await this.submit();
    await this.toDecisionFromScreening(first);
  }

  /** The same for a case that has been submitted. */
  async toDecisionFromScreening(first: readonly [VerdictKind, VerdictKind] = ['accepted', 'accepted']): Promise<void> {
    const { coordinator, reviewerA, reviewerB } = this.world;
    await this.send(coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
    await this.assess(reviewerA, 'first', first);
    await this.assess(reviewerB, 'second');
  }

  /** Proposed by the responsible lead reviewer and confirmed by one of another municipality. */
  async decide(outcome: 'approved' | 'partially-approved' | 'rejected'): Promise<void> {
    await this.send(this.world.leadA, { type: 'propose', outcome, reasons: 'Fordi svarene viser det.' });
    await this.send(this.world.leadB, { type: 'confirm', note: '' });
  }
}
