import { notFound, requireReviewReader } from '~/app/auth/actor.server';
import type { PortalContext } from '~/app/context.server';
import { findCaseFor, type ReviewedCase, readCase } from '~/db/cases/read';
import { readCompetence } from '~/db/competences';
import { type Actor, hasRole } from '~/workflows/actor';
import type { Competence } from '~/workflows/review/competence';
import { copenhagenDay } from '~/workflows/working-days';

/** A case that was sent. */
export type SentCase = ReviewedCase & { submission: NonNullable<ReviewedCase['submission']> };

export interface Reader {
  personId: string;
  municipalityCode: string | null;
  canReview: boolean;
  isLead: boolean;
  isCoordinator: boolean;
}

export interface Reading {
  actor: Actor;
  reader: Reader;
  /** Today in Copenhagen, yyyy-mm-dd. */
  today: string;
  reviewed: SentCase;
  /** The sections that the reader knows; empty: no limit. */
  competence: Competence;
}

/**
 * Every loader and action about a case begins here.
 * @throws a redirect to the sign-in page; 403 for suppliers; 404 for what does not exist, was never sent, or is a case
 *   of the reader's own company, which the supplier's pages show without the reviewers' names
 */
export async function requireReading(
  request: Request,
  context: PortalContext,
  caseId: string | undefined,
): Promise<Reading> {
  const actor = await requireReviewReader(request, context);
  const now = context.now();
  const reviewed = await readCase(context.db, { actor, now }, caseId ?? '');
  if (!reviewed?.submission || reviewed.supplier.id === actor.supplierId) throw notFound();
  return {
    actor,
    reader: readerOf(actor),
    today: copenhagenDay(now),
    competence: await readCompetence(context.db, actor),
    reviewed: { ...reviewed, submission: reviewed.submission },
  };
}

/**
 * The same for a command that reads the case itself, under its lock: which it is, and no more.
 * @throws as requireReading
 */
export async function requireSentCase(
  request: Request,
  context: PortalContext,
  caseId: string | undefined,
): Promise<{ actor: Actor; id: string; version: number; submissionId: string }> {
  const actor = await requireReviewReader(request, context);
  const row = await findCaseFor(context.db, actor, caseId ?? '');
  if (!row?.currentSubmissionId || row.supplierId === actor.supplierId) throw notFound();
  return { actor, id: row.id, version: row.version, submissionId: row.currentSubmissionId };
}

export function readerOf(actor: Actor): Reader {
  return {
    personId: actor.personId,
    municipalityCode: actor.municipalityCode,
    canReview: hasRole(actor, 'reviewer', 'lead-reviewer'),
    isLead: hasRole(actor, 'lead-reviewer'),
    isCoordinator: hasRole(actor, 'coordinator'),
  };
}
