import type { PortalContext } from '~/app/context.server';
import type { EvidenceFields } from '~/app/supplier/read-evidence-form.server';
import { listInterfaces } from '~/db/catalogue';
import type { Database } from '~/db/client';
import type { LoadedDeclaration } from '~/db/declarations';
import { proposeAnswers } from '~/db/proposals';
import { findEvidenceFor } from '~/db/read-evidence';
import type { Acting, Actor } from '~/workflows/actor';
import { safeFileName } from '~/workflows/evidence-file';
import {
  factsOfReport,
  isPassed,
  listTestedInterfaces,
  proposedByReport,
  type TestReport,
} from '~/workflows/test-report';
import { readTestReport, reportLimits } from './read-test-report.server';

/** The form's fields, with what was left empty as the report tells it. What a person has typed stands. */
export function withReport(fields: EvidenceFields, report: TestReport, today: string): EvidenceFields {
  const told = factsOfReport(report, today);
  return {
    ...fields,
    observedOn: fields.observedOn || told.observedOn,
    productVersion: fields.productVersion || told.productVersion,
    environment: fields.environment || told.environment,
  };
}

/** Proposes what a report speaks for. A proposal that somebody has declined is not made again by the same report. */
export async function proposeFromReport(
  db: Database,
  acting: Acting,
  loaded: LoadedDeclaration,
  read: { report: TestReport; evidenceId: string; fileName: string },
): Promise<void> {
  const answers = proposedByReport(read.report, askedIn(loaded), loaded.answers);
  if (answers.length === 0) return;
  await proposeAnswers(db, acting, {
    declarationId: loaded.declaration.id,
    origin: 'evidence',
    originDetails: { fileName: safeFileName(read.fileName), evidenceId: read.evidenceId },
    proposals: answers,
    leaveOut: 'waiting-or-declined',
  });
}

function askedIn({ scope }: LoadedDeclaration): string[] {
  return scope.filter(({ isIncluded }) => isIncluded).map(({ interfaceId }) => interfaceId);
}

/**
 * What was read in the report of a piece of evidence: beside what its evidence says, and by interface.
 * @returns null where the declaration has no such evidence, or its file is no report
 */
export async function findReportView(
  { db, storage }: PortalContext,
  actor: Actor,
  loaded: LoadedDeclaration,
  evidenceId: string | null,
) {
  const found = evidenceId === null ? undefined : await findEvidenceFor(db, actor, evidenceId);
  if (found?.evidence.declarationId !== loaded.declaration.id || !found.file) return null;
  if (found.file.size > reportLimits.bytes) return null;
  const content = await storage.get(found.file.hash);
  if (!content) return null;
  const bytes = new Uint8Array(await new Response(content).arrayBuffer());
  const report = readTestReport(found.evidence.fileName ?? '', bytes);
  if (!report) return null;
  const names = new Map((await listInterfaces(db)).map(({ id, name }) => [id, name]));
  const asked = new Set(askedIn(loaded));
  const { observedOn, productVersion, environment } = found.evidence;
  return {
    title: found.evidence.title,
    stated: { observedOn, productVersion, environment },
    told: { observedOn: report.observedOn, productVersion: report.productVersion, environment: report.environment },
    interfaces: listTestedInterfaces(report, [...names.keys()]).map((tested) => ({
      ...tested,
      name: names.get(tested.interfaceId) ?? { da: tested.interfaceId, en: tested.interfaceId },
      isPassed: isPassed(tested),
      isAsked: asked.has(tested.interfaceId),
    })),
  };
}
export type ReportView = NonNullable<Awaited<ReturnType<typeof findReportView>>>;
