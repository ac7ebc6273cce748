import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '~/workflows/actor';
import { type CaseFacts, noVerdicts, type VerdictSummary } from '~/workflows/case/facts';
import { approvingVerdicts } from '~/workflows/words';
import type { Db } from '../client';
import { hasConflict } from '../conflicts';
import { conflictsOfInterest, memberships, municipalities, people, scopeEntries, suppliers, verdicts } from '../schema';
import type { CaseRow } from './case-row';
import { type CountedVerdicts, countVerdictsInForce } from './verdicts-in-force';

export interface FactsInput {
  row: Pick<CaseRow, 'id' | 'supplierId' | 'declarationId' | 'currentSubmissionId'>;
  actor: Actor | null;
  /** The municipality that a `route` names. */
  municipalityCode?: string | undefined;
  /** Whom a `route` names there. */
  assigneeId?: string | undefined;
  missingAnswers?: number | undefined;
}

/** What the machine has to know beyond its own state. Read in the transaction that has locked the case. */
export async function loadFacts(
  db: Db,
  { row, actor, municipalityCode, assigneeId, missingAnswers = 0 }: FactsInput,
): Promise<CaseFacts> {
  // Sent together: the connection answers them one after the other, but nobody waits for each in turn.
  const [isConflicted, belongs, hasJudged, scopeDemands, isKnown, hasLead, isAssignable, verdictSummary] =
    await Promise.all([
      actor !== null && hasConflict(db, { personId: actor.personId, supplierId: row.supplierId }),
      actor !== null && belongsToSupplier(db, actor, row.supplierId),
      actor !== null && hasJudgedIn(db, actor, row.id),
      db.$count(scopeEntries, and(eq(scopeEntries.demandedByCaseId, row.id), eq(scopeEntries.isIncluded, false))),
      municipalityCode === undefined || isKnownMunicipality(db, municipalityCode),
      municipalityCode === undefined || hasImpartialLead(db, municipalityCode, row.supplierId),
      assigneeId === undefined || isFit(db, { assigneeId, municipalityCode, supplierId: row.supplierId }),
      summarizeVerdicts(db, row.currentSubmissionId),
    ]);
  return {
    hasConflict: isConflicted,
    belongsToSupplier: belongs,
    hasJudged,
    missingAnswers,
    scopeDemands,
    isKnownMunicipality: isKnown,
    hasLead,
    isAssignable,
    verdicts: verdictSummary,
  };
}

/** By a role of their own in the supplier, or because their municipality is the supplier. */
async function belongsToSupplier(db: Db, actor: Actor, supplierId: string): Promise<boolean> {
  const roles = await db.$count(
    memberships,
    and(eq(memberships.personId, actor.personId), eq(memberships.supplierId, supplierId), isNull(memberships.endedAt)),
  );
  if (roles > 0 || actor.municipalityCode === null) return roles > 0;
  const [same] = await db
    .select({ code: municipalities.code })
    .from(municipalities)
    .innerJoin(suppliers, eq(suppliers.cvr, municipalities.cvr))
    .where(and(eq(suppliers.id, supplierId), eq(municipalities.code, actor.municipalityCode)));
  return same !== undefined;
}

async function hasJudgedIn(db: Db, actor: Actor, caseId: string): Promise<boolean> {
  const [verdict] = await db
    .select({ id: verdicts.id })
    .from(verdicts)
    .where(and(eq(verdicts.caseId, caseId), eq(verdicts.reviewerId, actor.personId)))
    .limit(1);
  return verdict !== undefined;
}

async function isKnownMunicipality(db: Db, code: string): Promise<boolean> {
  return (await db.$count(municipalities, eq(municipalities.code, code))) > 0;
}

/** Somebody there could propose a decision, now or when they are back. */
async function hasImpartialLead(db: Db, municipalityCode: string, supplierId: string): Promise<boolean> {
  const [lead] = await db
    .select({ personId: people.id })
    .from(memberships)
    .innerJoin(people, and(eq(people.id, memberships.personId), isNull(people.endedAt)))
    .where(
      and(
        eq(memberships.municipalityCode, municipalityCode),
        eq(memberships.role, 'lead-reviewer'),
        isNull(memberships.endedAt),
        sql`not exists (select 1 from ${conflictsOfInterest} where ${conflictsOfInterest.personId} = ${people.id}
          and ${conflictsOfInterest.supplierId} = ${supplierId} and ${conflictsOfInterest.endedAt} is null)`,
      ),
    )
    .limit(1);
  return lead !== undefined;
}

/** Whoever is named reviews for the municipality, and nothing stands between them and the supplier. */
async function isFit(
  db: Db,
  {
    assigneeId,
    municipalityCode,
    supplierId,
  }: { assigneeId: string; municipalityCode?: string | undefined; supplierId: string },
): Promise<boolean> {
  if (municipalityCode === undefined || (await hasConflict(db, { personId: assigneeId, supplierId }))) return false;
  const roles = await db
    .select({ role: memberships.role, code: memberships.municipalityCode, supplierId: memberships.supplierId })
    .from(memberships)
    .innerJoin(people, and(eq(people.id, memberships.personId), isNull(people.endedAt)))
    .where(and(eq(memberships.personId, assigneeId), isNull(memberships.endedAt)));
  const reviews = roles.some(
    ({ role, code }) => code === municipalityCode && (role === 'reviewer' || role === 'lead-reviewer'),
  );
  return reviews && roles.every((role) => role.supplierId !== supplierId);
}

/** What stands in the verdicts in force on a submission. */
export async function summarizeVerdicts(db: Db, submissionId: string | null): Promise<VerdictSummary> {
  if (submissionId === null) return noVerdicts;
  const counted = await countVerdictsInForce(db, submissionId);
  const unjudged = counted.filter(({ kind }) => kind === null);
  const approved = counted.filter(({ kind }) => approvingVerdicts.some((each) => each === kind));
  const notApproved = counted.filter((each) => each.kind !== null && !approved.includes(each));
  return {
    total: sumOf(counted),
    approved: sumOf(approved),
    notApproved: sumOf(notApproved),
    withoutReason: sumOf(notApproved.filter(({ hasReason }) => !hasReason)),
    unjudgedBySection: Object.fromEntries(unjudged.map(({ sectionId, answers }) => [sectionId, answers])),
  };
}

function sumOf(counted: readonly CountedVerdicts[]): number {
  return counted.reduce((sum, { answers }) => sum + answers, 0);
}
