import { notFound } from '~/app/auth/actor.server';
import type { FieldProblem } from '~/app/components/error-summary';
import type { PortalContext } from '~/app/context.server';
import { type CaseStep, listCaseSteps } from '~/db/cases/read';
import type { Refusal } from '~/workflows/refusal';

/** What a form gets back when its act was refused: why, what happened meanwhile, and everything that was typed. */
export interface Refused {
  refusal: Refusal | null;
  errors: FieldProblem[];
  typed: Record<string, string>;
  /** What happened in the case since the form was opened, oldest first. */
  missed: CaseStep[];
}

const moved: readonly string[] = [
  'calibration-taken',
  'calibration-task-moved',
  'contradiction-stated-already',
  'attestation-given-already',
  'attestation-has-moved',
  'confirmation-waits-already',
  'confirmation-has-left',
  'case-has-moved',
  'answer-has-moved',
  'answer-not-in-case',
  'case-not-in-review',
  'event-not-possible',
  'section-not-claimed',
  'lease-runs',
  'section-already-claimed',
  'section-claimed-by-other',
  'section-already-assessed',
  'section-not-assessed',
  'section-not-in-case',
  'deadline-still-runs',
  'interface-declared-already',
];
const forbidden: readonly string[] = [
  'calibration-own-verdicts',
  'role-may-not',
  'role-required',
  'not-your-organisation',
  'own-organisation',
  'conflict-of-interest',
  'not-responsible-municipality',
  'not-responsible-nor-claimer',
  'proposer-cannot-confirm',
  'proposer-cannot-return',
  'assessor-cannot-confirm',
  'took-part-earlier',
];

/** 409 where somebody else was faster, 403 where the person may not, 400 where the form has to be corrected. */
export function statusOf({ code }: Refusal): 400 | 403 | 409 {
  if (moved.includes(code)) return 409;
  return forbidden.includes(code) ? 403 : 400;
}

/**
 * @param seenVersion the version of the case that the form showed
 * @throws 404 when the refusal says that there is no such case
 */
export async function refusedBy(
  context: PortalContext,
  refusal: Refusal,
  form: { caseId: string; seenVersion: number; typed: Record<string, string> },
): Promise<Refused> {
  if (refusal.code === 'not-found') throw notFound();
  const isStale = statusOf(refusal) === 409 && form.seenVersion > 0;
  const missed = isStale ? await listCaseSteps(context.db, form.caseId, form.seenVersion) : [];
  return { refusal, errors: [], typed: form.typed, missed };
}

/** The texts of a form; files and repeated fields are not among them. */
export function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

/** @returns the version that a form showed; 0, which no case has, when the field is missing */
export function versionOf(typed: Record<string, string>): number {
  const version = Number(typed.version);
  return Number.isInteger(version) && version > 0 ? version : 0;
}
