import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { type Acting, hasRole } from '~/workflows/actor';
import { type NoteProblem, noteLimit, noteProblem } from '~/workflows/note';
import { ok, type Refusal, type Result, refuse } from '~/workflows/refusal';
import { type VerdictKind, verdictKinds } from '~/workflows/words';
import type { Database, Db } from './client';
import { appendLog } from './log';
import { cannedReasons } from './schema';

export type CannedReason = typeof cannedReasons.$inferSelect;
export type ReasonedKind = Exclude<VerdictKind, 'accepted'>;

/** Verdicts that need a reason, so that one can be picked for them. */
export const reasonedKinds = verdictKinds.filter((kind): kind is ReasonedKind => kind !== 'accepted');

/** The longest title, in characters. */
export const reasonTitleLimit = 80;

export type ReasonRefusal =
  | 'role-required'
  | 'not-found'
  | 'reason-title-needed'
  | 'reason-text-needed'
  | NoteProblem
  | 'reason-has-moved'
  | 'request-not-understood';

/** The reasons that can be picked, by verdict and title. @param all ended ones too */
export async function listCannedReasons(db: Db, { all = false } = {}): Promise<CannedReason[]> {
  const rows = await db
    .select()
    .from(cannedReasons)
    .where(all ? undefined : isNull(cannedReasons.endedAt))
    .orderBy(asc(cannedReasons.title), asc(cannedReasons.id));
  return rows.sort((a, b) => reasonedKinds.indexOf(a.kind) - reasonedKinds.indexOf(b.kind));
}

interface ReasonText {
  kind: string;
  title: string;
  text: string;
}

function checkText({
  kind,
  title,
  text,
}: ReasonText): Result<Pick<CannedReason, 'kind' | 'title' | 'text'>, ReasonRefusal> {
  const known = reasonedKinds.find((each) => each === kind);
  if (!known) return refuse('request-not-understood');
  const given = { kind: known, title: title.trim(), text: text.trim() };
  const [gap] = listReasonGaps(given);
  return gap ? { ok: false, refusal: gap.refusal } : ok(given);
}

/** Everything that has to be corrected in the words of a reason, each at its field. */
export function listReasonGaps({ title, text }: Pick<ReasonText, 'title' | 'text'>): ReasonGap[] {
  const problems = [
    { field: 'title', refusal: problemOf(title, 'reason-title-needed', reasonTitleLimit) },
    { field: 'text', refusal: problemOf(text, 'reason-text-needed', noteLimit) },
  ] as const;
  return problems.flatMap(({ field, refusal }) => (refusal ? [{ field, refusal }] : []));
}

export interface ReasonGap {
  field: 'title' | 'text';
  refusal: Refusal<'reason-title-needed' | 'reason-text-needed' | NoteProblem>;
}

function problemOf(words: string, missing: 'reason-title-needed' | 'reason-text-needed', most: number) {
  return words.trim() === '' ? { code: missing } : noteProblem(words.trim(), most);
}

/** Adds a reason that reviewers can pick. For the coordinator. */
export function addCannedReason(
  db: Database,
  acting: Acting,
  input: ReasonText,
): Promise<Result<{ id: string }, ReasonRefusal>> {
  return db.transaction(async (tx) => {
    if (!hasRole(acting.actor, 'coordinator')) return refuse('role-required');
    const checked = checkText(input);
    if (!checked.ok) return checked;
    const id = randomUUID();
    const by = { changedAt: acting.now, changedBy: acting.actor.personId };
    await tx.insert(cannedReasons).values({ id, ...checked.value, ...by, version: 1 });
    await appendLog(tx, acting, {
      action: 'reason.add',
      subject: { type: 'canned-reason', id },
      details: { ...checked.value },
    });
    return ok({ id });
  });
}

/**
 * Changes a reason, or ends it. Verdicts that were given with it keep the words they were given with.
 * @param input.expectedVersion the version that the form showed
 * @param input.end true: it can no longer be picked; the texts are left as they are
 * @returns `reason-has-moved` when somebody else was faster
 */
export function changeCannedReason(
  db: Database,
  acting: Acting,
  input: { id: string; expectedVersion: number; end: boolean } & ReasonText,
): Promise<Result<{ id: string }, ReasonRefusal>> {
  return db.transaction(async (tx) => {
    if (!hasRole(acting.actor, 'coordinator')) return refuse('role-required');
    if (!/^[0-9a-f-]{36}$/.test(input.id)) return refuse('not-found');
    const [row] = await tx.select().from(cannedReasons).where(eq(cannedReasons.id, input.id)).for('update');
    if (!row) return refuse('not-found');
    if (row.version !== input.expectedVersion || row.endedAt) return refuse('reason-has-moved');
    const checked = input.end ? ok({}) : checkText(input);
    if (!checked.ok) return checked;
    const change = { ...checked.value, ...(input.end ? { endedAt: acting.now } : {}) };
    await tx
      .update(cannedReasons)
      .set({ ...change, version: row.version + 1, changedAt: acting.now, changedBy: acting.actor.personId })
      .where(and(eq(cannedReasons.id, row.id), eq(cannedReasons.version, row.version)));
    await appendLog(tx, acting, {
      action: input.end ? 'reason.end' : 'reason.change',
      subject: { type: 'canned-reason', id: row.id },
      details: { ...change, before: { kind: row.kind, title: row.title, text: row.text } },
    });
    return ok({ id: row.id });
  });
}
