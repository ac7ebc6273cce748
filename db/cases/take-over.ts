import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, max } from 'drizzle-orm';
import { type Acting, type Actor, hasRole } from '~/workflows/actor';
import { plainFacts } from '~/workflows/case/facts';
import { mayKnowCase } from '~/workflows/case/visibility';
import { copenhagenDay } from '~/workflows/day';
import { noteProblem } from '~/workflows/note';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { type Lease, leaseEndsAt, mayTakeOver } from '~/workflows/review/lease';
import { listAbsences } from '../absences';
import type { Db, Transaction } from '../client';
import { appendLog } from '../log';
import { queueNotice } from '../mail/plain-notice';
import { getPortalSettings } from '../portal-settings';
import {
  caseNotes,
  caseSections,
  memberships,
  people,
  products,
  sectionHandovers,
  submissionAnswers,
  verdicts,
} from '../schema';
import { type CaseRow, lockCase } from './case-row';
import { loadFacts } from './load-facts';
import { moveCase } from './move-case';

export interface SectionLease {
  sectionId: string;
  reviewerId: string;
  /** When others may take the section over, unless more is done in it. */
  endsAt: Date;
  /** The reviewer is away today. */
  isAway: boolean;
  /** The one who asks may take it over now. */
  mayTakeOver: boolean;
}

interface SectionInput {
  caseId: string;
  sectionId: string;
  expectedVersion: number;
}

/** Most characters of the note to whoever takes a section on. */
const noteLimit = 2_000;

/** How long each claimed section of a case is still its reviewer's. */
export async function listLeases(db: Db, actor: Actor, caseId: string, now: Date): Promise<SectionLease[]> {
  const claimed = await readClaimed(db, caseId);
  if (claimed.length === 0) return [];
  const { leaseHours } = await getPortalSettings(db);
  const today = copenhagenDay(now);
  const ids = claimed.map(({ reviewerId }) => reviewerId);
  const absent = (await listAbsences(db, today, ids)).filter(({ startsOn }) => startsOn <= today);
  return claimed.map(({ sectionId, ...lease }) => {
    const absence = absent.find(({ personId }) => personId === lease.reviewerId);
    const rules = { leaseHours, isAway: absence !== undefined, substituteId: absence?.substituteId ?? null };
    return {
      sectionId,
      reviewerId: lease.reviewerId,
      endsAt: leaseEndsAt(lease, rules),
      isAway: rules.isAway,
      mayTakeOver: mayTakeOver(lease, rules, actor.personId, now),
    };
  });
}

/** Claimed sections, with the latest of the claim and the verdicts that its reviewer gave there. */
async function readClaimed(db: Db, caseId: string): Promise<({ sectionId: string } & Lease)[]> {
  const rows = await db
    .select({
      sectionId: caseSections.sectionId,
      reviewerId: caseSections.reviewerId,
      since: caseSections.since,
      judgedAt: max(verdicts.givenAt),
    })
    .from(caseSections)
    .leftJoin(verdicts, and(eq(verdicts.caseId, caseSections.caseId), eq(verdicts.reviewerId, caseSections.reviewerId)))
    .leftJoin(
      submissionAnswers,
      and(
        eq(submissionAnswers.submissionId, verdicts.submissionId),
        eq(submissionAnswers.questionKey, verdicts.questionKey),
        eq(submissionAnswers.sectionId, caseSections.sectionId),
      ),
    )
    .where(and(eq(caseSections.caseId, caseId), eq(caseSections.state, 'claimed')))
    .groupBy(caseSections.caseId, caseSections.sectionId);
  return rows.flatMap(({ sectionId, reviewerId, since, judgedAt }) =>
    reviewerId === null ? [] : [{ sectionId, reviewerId, workedAt: judgedAt && judgedAt > since ? judgedAt : since }],
  );
}

/**
 * Takes a claimed section over after its lease has ended, or while its reviewer is away. The former reviewer gets a mail.
 * @returns `lease-runs` (params: date) while the reviewer is at work; else what a claim is refused with
 */
export function takeOverSection(
  db: Db,
  acting: Acting,
  input: SectionInput,
): Promise<Result<{ version: number }, string>> {
  return passOn(db, acting, input, async (tx, row, fromId) => {
    const leases = await listLeases(tx, acting.actor, row.id, acting.now);
    const lease = leases.find(({ sectionId }) => sectionId === input.sectionId);
    if (fromId === acting.actor.personId) return refuse('section-already-claimed');
    if (!lease?.mayTakeOver) return refuse('lease-runs', { date: copenhagenDay(lease?.endsAt ?? acting.now) });
    return ok({ kind: 'take-over' as const, to: acting.actor, note: '' });
  });
}

/** Gives one's own claimed section to a colleague who reviews, with a note. The new reviewer gets a mail. */
export function handOverSection(
  db: Db,
  acting: Acting,
  input: SectionInput & { toId: string; note: string },
): Promise<Result<{ version: number }, string>> {
  return passOn(db, acting, input, async (tx, _row, fromId) => {
    const note = input.note.trim();
    if (fromId !== acting.actor.personId) return refuse('section-claimed-by-other');
    if (note === '') return refuse('note-needed');
    const problem = noteProblem(note, noteLimit);
    if (problem) return { ok: false, refusal: problem };
    const to = await findReviewer(tx, input.toId);
    if (!to || to.personId === fromId) return refuse('substitute-unknown');
    return ok({ kind: 'hand-over' as const, to, note });
  });
}

type Agreed = Result<{ kind: 'take-over' | 'hand-over'; to: Actor; note: string }, string>;

function passOn(
  db: Db,
  acting: Acting,
  { caseId, sectionId, expectedVersion }: SectionInput,
  agree: (tx: Transaction, row: CaseRow, fromId: string) => Promise<Agreed>,
): Promise<Result<{ version: number }, string>> {
  return db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId);
    if (!row || !mayKnowCase(acting.actor, row)) return refuse('not-found');
    if (row.version !== expectedVersion) return refuse('case-has-moved', { version: row.version });
    const claimed = (await readClaimed(tx, caseId)).find((each) => each.sectionId === sectionId);
    if (!claimed) return refuse('section-not-claimed');
    const agreed = await agree(tx, row, claimed.reviewerId);
    if (!agreed.ok) return agreed;
    const { kind, to, note } = agreed.value;
    const moved = await claimFor(tx, { row, sectionId, fromId: claimed.reviewerId, to, now: acting.now });
    if (!moved.ok) return moved;
    const handover = { caseId, sectionId, kind, fromId: claimed.reviewerId, toId: to.personId, note };
    await tx.insert(sectionHandovers).values({ id: randomUUID(), ...handover, at: acting.now });
    if (note !== '') await writeNote(tx, acting, caseId, note);
    await tell(tx, row, { ...handover, now: acting.now });
    await appendLog(tx, acting, {
      action: `case.${kind}`,
      subject: { type: 'case', id: caseId },
      details: { number: row.number, version: moved.value.version, ...handover },
    });
    return moved;
  });
}

/**
 * Released by its former reviewer, claimed by the new one: two steps that the machine knows, in one transaction. The
 * end of a lease is a release that the former reviewer agreed to when claiming, so nothing more is asked of them; the
 * new one has to be free to claim it like anybody else, or neither step is kept.
 */
async function claimFor(
  tx: Transaction,
  step: { row: CaseRow; sectionId: string; fromId: string; to: Actor; now: Date },
): Promise<Result<{ version: number }, string>> {
  const { row, sectionId, fromId, to, now } = step;
  // Asked first, so that a refusal leaves nothing half done.
  const facts = await loadFacts(tx, { row, actor: to });
  if (facts.hasConflict) return refuse('conflict-of-interest');
  if (facts.belongsToSupplier) return refuse('own-organisation');
  if (!hasRole(to, 'reviewer', 'lead-reviewer')) return refuse('role-required');
  const former: Actor = { personId: fromId, name: '', roles: ['reviewer'], supplierId: null, municipalityCode: null };
  const released = await moveCase(tx, {
    row,
    acting: { actor: former, now },
    request: { type: 'release', sectionId },
    facts: plainFacts,
  });
  if (!released.ok) return released;
  const again = await lockCase(tx, row.id);
  if (!again) throw new Error(`Case ${row.id} is gone under its lock.`);
  const claimed = await moveCase(tx, {
    row: again,
    acting: { actor: to, now },
    request: { type: 'claim', sectionId },
    facts,
  });
  if (!claimed.ok) throw new Error(`A released section could not be claimed: ${claimed.refusal.code}`);
  return ok({ version: claimed.value.version });
}

/** @returns somebody who reviews for a municipality */
async function findReviewer(tx: Transaction, personId: string): Promise<Actor | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(personId)) return undefined;
  const rows = await tx
    .select({ name: people.name, role: memberships.role, municipalityCode: memberships.municipalityCode })
    .from(memberships)
    .innerJoin(people, and(eq(people.id, memberships.personId), isNull(people.endedAt)))
    .where(
      and(
        eq(memberships.personId, personId),
        inArray(memberships.role, ['reviewer', 'lead-reviewer']),
        isNull(memberships.endedAt),
      ),
    );
  const [first] = rows;
  if (!first) return undefined;
  const roles = rows.map(({ role }) => role);
  return { personId, name: first.name, roles, supplierId: null, municipalityCode: first.municipalityCode };
}

/** Read with the case’s other notes, by the municipalities only. */
async function writeNote(tx: Transaction, { actor, now }: Acting, caseId: string, text: string): Promise<void> {
  const note = { caseId, event: 'hand-over', audience: 'internal' as const, text, personId: actor.personId };
  await tx.insert(caseNotes).values({ id: randomUUID(), ...note, writtenAt: now });
}

async function tell(
  tx: Transaction,
  row: CaseRow,
  handover: { caseId: string; kind: 'take-over' | 'hand-over'; fromId: string; toId: string; now: Date },
): Promise<void> {
  const { kind, fromId, toId, caseId, now } = handover;
  const [product] = await tx.select({ name: products.name }).from(products).where(eq(products.id, row.productId));
  await queueNotice(tx, now, {
    about: kind === 'take-over' ? 'review-taken-over' : 'review-handed-over',
    to: { personIds: [kind === 'take-over' ? fromId : toId] },
    params: { number: row.number, product: product?.name ?? '' },
    link: { page: 'review-case', caseId },
  });
}
