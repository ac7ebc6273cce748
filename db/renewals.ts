import { randomUUID } from 'node:crypto';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { isEmpty } from '~/workflows/questionnaire/answer';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { type AnswerNeeded, listSetAside, type RelatedAnswers } from '~/workflows/questionnaire/related-answers';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canEditAnswers, isEditableState } from '~/workflows/supplier-rights';
import { writeAnswers } from './answer-rows';
import { openCase } from './cases/open-case';
import type { Db, Transaction } from './client';
import { type CaseRow, type LoadedDeclaration, loadDeclaration, lockDeclaration } from './declarations';
import { appendLog, type LogEntry } from './log';
import { writeProposals } from './proposals';
import { findNextVersion, type NextVersion, relateLoaded } from './renewal-plan';
import { cases, declarations, proposals, renewals } from './schema';

export type Renewal = typeof renewals.$inferSelect;

export type RenewalRefusal =
  | 'not-found'
  | 'role-required'
  | 'declaration-not-editable'
  | 'no-newer-version'
  | 'renewal-has-moved';

export interface Renewed {
  renewalId: string;
  related: RelatedAnswers;
}

/**
 * Moves a declaration to the next version of its questionnaire, in one transaction. Answers to unchanged questions stay
 * as they are, and with their hash the verdict that carries over on submission. Answers to reworded questions become
 * proposals that one click confirms; answers to stricter ones are taken out and kept beside the question. Where no case
 * is open, one is opened in draft.
 * @param input.toQuestionnaireId the version that the page showed
 * @returns `renewal-has-moved` when a colleague was faster or yet another version has come
 */
export function renewDeclaration(
  db: Db,
  acting: Acting,
  input: { declarationId: string; toQuestionnaireId: string },
): Promise<Result<Renewed, RenewalRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockDeclaration(tx, acting.actor, input.declarationId);
    if (!locked) return refuse('not-found');
    const { declaration, product } = locked;
    if (!canEditAnswers(acting.actor, product.id)) return refuse('role-required');
    if (declaration.questionnaireId === input.toQuestionnaireId) return refuse('renewal-has-moved');
    const next = await findNextVersion(tx, declaration.questionnaireId);
    if (!next) return refuse('no-newer-version');
    if (next.questionnaire.id !== input.toQuestionnaireId) return refuse('renewal-has-moved');
    const open = await lockOpenCase(tx, declaration.id);
    if (open && !isEditableState(open.state)) return refuse('declaration-not-editable');
    const loaded = await loadDeclaration(tx, declaration.id);
    const related = relateLoaded(loaded, { ...next, definition: next.questionnaire.definition });
    const renewalId = randomUUID();
    const entries = await move(tx, acting, { loaded, next, related, renewalId });
    if (!open) await openCase(tx, acting, { declarationId: declaration.id });
    await appendLog(tx, acting, ...entries);
    return ok({ renewalId, related });
  });
}

async function lockOpenCase(tx: Transaction, declarationId: string): Promise<CaseRow | undefined> {
  const [open] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.declarationId, declarationId), eq(cases.isOpen, true)))
    .for('share');
  return open;
}

interface Move {
  loaded: LoadedDeclaration;
  next: NextVersion;
  related: RelatedAnswers;
  renewalId: string;
}

async function move(tx: Transaction, acting: Acting, { loaded, next, related, renewalId }: Move): Promise<LogEntry[]> {
  const { id: declarationId } = loaded.declaration;
  const subject = { type: 'declaration', id: declarationId };
  const aside = listSetAside(next.mapping, loaded.answers);
  await tx
    .update(declarations)
    .set({ questionnaireId: next.questionnaire.id, updatedAt: acting.now })
    .where(eq(declarations.id, declarationId));
  const cleared = aside.map(({ key }) => ({
    key,
    value: null,
    justification: null,
    version: (loaded.answers.get(key)?.version ?? 0) + 1,
  }));
  await writeAnswers(tx, acting, declarationId, cleared);
  await supersedeOthers(tx, acting, declarationId);
  const fromVersion = loaded.questionnaire.version;
  const toVersion = next.questionnaire.version;
  const proposed = await writeProposals(tx, acting, {
    declarationId,
    origin: 'renewal',
    originDetails: { fromVersion, toVersion },
    proposals: related.toConfirm,
  });
  await tx.insert(renewals).values({
    id: renewalId,
    declarationId,
    fromQuestionnaireId: loaded.questionnaire.id,
    toQuestionnaireId: next.questionnaire.id,
    toConfirm: related.toConfirm,
    toAnswer: needed(related, aside, proposed.problems),
    movedBy: acting.actor.personId,
    movedAt: acting.now,
  });
  const counts = {
    carried: related.carried.length,
    toConfirm: related.toConfirm.length,
    toAnswer: related.toAnswer.length,
    dropped: related.dropped.map(({ key }) => key),
  };
  const setAside = aside.map(({ key, value, justification }) => ({
    action: 'answer.set-aside',
    subject,
    details: { key, from: { value, justification }, version: (loaded.answers.get(key)?.version ?? 0) + 1, renewalId },
  }));
  return [
    { action: 'declaration.renew', subject, details: { renewalId, from: fromVersion, to: toVersion, ...counts } },
    ...setAside,
    ...proposed.entries,
  ];
}

/**
 * What has to be answered, and what was answered before: of the questions that are asked now, and of those that may come
 * to be asked, whose earlier answer would be out of sight otherwise.
 */
function needed(
  { toAnswer, toConfirm }: RelatedAnswers,
  aside: ReturnType<typeof listSetAside>,
  unfit: readonly { key: string }[],
): Renewal['toAnswer'] {
  const confirmed = new Set(toConfirm.map(({ key }) => key));
  for (const { key } of unfit) confirmed.delete(key);
  const listed = new Set(toAnswer.map(({ key }) => key));
  const rest = aside.filter(({ key }) => !listed.has(key) && !confirmed.has(key));
  return [...toAnswer, ...rest.map(({ relation, ...earlier }) => ({ key: earlier.key, relation, earlier: [earlier] }))];
}

/** Proposals of an earlier renewal are about an earlier wording. */
async function supersedeOthers(tx: Transaction, { actor, now }: Acting, declarationId: string): Promise<void> {
  await tx
    .update(proposals)
    .set({ decidedAs: 'superseded', decidedBy: actor.personId, decidedAt: now })
    .where(and(eq(proposals.declarationId, declarationId), isWaiting));
}

const isWaiting = and(eq(proposals.origin, 'renewal'), isNull(proposals.decidedAs));

/** The last move of each declaration; those that never moved are left out. Nothing is authorized here. */
export async function listRenewals(db: Db, declarationIds: readonly string[]): Promise<Map<string, Renewal>> {
  if (declarationIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(renewals)
    .where(inArray(renewals.declarationId, [...declarationIds]))
    .orderBy(desc(renewals.movedAt));
  const last = new Map<string, Renewal>();
  for (const row of rows) if (!last.has(row.declarationId)) last.set(row.declarationId, row);
  return last;
}

/** What a renewal still asks of the supplier. */
export interface OpenRenewal {
  renewal: Renewal;
  /** Ids of the proposals that a click confirms, by question. */
  toConfirm: Map<string, string>;
  /** Questions without an answer yet. */
  toAnswer: Renewal['toAnswer'];
}

/** @returns undefined when the declaration has not been moved to the version it stands on */
export async function findOpenRenewal(db: Db, loaded: LoadedDeclaration): Promise<OpenRenewal | undefined> {
  const { id, questionnaireId } = loaded.declaration;
  const renewal = (await listRenewals(db, [id])).get(id);
  if (!renewal || renewal.toQuestionnaireId !== questionnaireId) return undefined;
  const waiting = await listUnconfirmed(db, loaded);
  const declined = renewal.toConfirm.map(
    (earlier): AnswerNeeded => ({ key: earlier.key, relation: 'reworded', earlier: [earlier] }),
  );
  const toAnswer = [...renewal.toAnswer, ...declined].filter(
    ({ key }) => loaded.completeness.open.has(key) && !waiting.has(key) && !isAnswered(loaded, key),
  );
  return { renewal, toConfirm: waiting, toAnswer };
}

type Answered = Pick<LoadedDeclaration, 'declaration' | 'answers' | 'completeness'>;

function isAnswered({ answers }: Pick<Answered, 'answers'>, key: QuestionKey): boolean {
  const answer = answers.get(key);
  return answer !== undefined && (!isEmpty(answer.value) || answer.evidenceCount > 0);
}

/**
 * The earlier answers that wait for their one click, as ids of proposals by question: of questions that are asked, and
 * that nobody has answered otherwise. Sending without them would drop them unseen.
 */
export async function listUnconfirmed(db: Db, loaded: Answered): Promise<Map<QuestionKey, string>> {
  const rows = await db
    .select({ id: proposals.id, key: proposals.questionKey })
    .from(proposals)
    .where(and(eq(proposals.declarationId, loaded.declaration.id), isWaiting));
  const open = rows.filter(({ key }) => loaded.completeness.open.has(key) && !isAnswered(loaded, key));
  return new Map(open.map(({ id, key }) => [key, id]));
}
