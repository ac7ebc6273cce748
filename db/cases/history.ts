import { and, asc, eq, sql } from 'drizzle-orm';
import { type CaseEventType, type CaseState, caseEvents, caseStates } from '~/workflows/words';
import type { Db } from '../client';
import { log, municipalities, people } from '../schema';

/** One step of a case, as the log tells it. */
export interface CaseStep {
  event: CaseEventType | 'open';
  at: Date;
  from: CaseState | null;
  to: CaseState;
  /** The case's version after it. */
  version: number;
  sectionId: string | null;
  personId: string | null;
  /** Never shown to the supplier where it is a reviewer's. */
  personName: string | null;
  /** The supplier's id, the municipality's code, or `portal`. */
  organisation: string;
  municipalityName: string | null;
}

/** A case's way so far, oldest first. Nothing is authorized here. */
export async function listCaseSteps(db: Db, caseId: string, sinceVersion = 0): Promise<CaseStep[]> {
  const rows = await db
    .select({
      action: log.action,
      at: log.at,
      details: log.details,
      personId: log.personId,
      personName: people.name,
      organisation: log.organisation,
      municipalityName: municipalities.name,
    })
    .from(log)
    .leftJoin(people, eq(people.id, log.personId))
    .leftJoin(municipalities, eq(municipalities.code, log.organisation))
    .where(and(eq(log.subjectType, 'case'), eq(log.subjectId, caseId), sql`${log.action} like 'case.%'`))
    .orderBy(asc(log.number));
  return rows
    .map(({ action, details, ...rest }) => ({
      ...rest,
      event: eventOf(action),
      from: caseStates.find((state) => state === details.from) ?? null,
      to: caseStates.find((state) => state === details.to) ?? 'draft',
      version: typeof details.version === 'number' ? details.version : 1,
      sectionId: typeof details.sectionId === 'string' ? details.sectionId : null,
    }))
    .filter(({ version }) => version > sinceVersion);
}

function eventOf(action: string): CaseStep['event'] {
  return caseEvents.find((event) => action === `case.${event}`) ?? 'open';
}
