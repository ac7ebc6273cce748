import * as z from 'zod';
import type { Actor } from '../actor';
import { type NoteProblem, noteLimit, noteProblem } from '../note';
import type { Refusal } from '../refusal';
import { outcomes } from '../words';
import type { CaseFacts } from './facts';

/** Working days a supplier gets when nobody says otherwise, and the bounds of what can be said. */
export const deadlines = {
  changes: { usual: 20, least: 5, most: 60 },
  hearing: { usual: 10, least: 5, most: 40 },
} as const;

/** Which characters it may have, and how many, is told by `eventNoteProblem`. */
const note = z.string().trim().default('');
const sectionId = z.string().min(1).max(100);
const workingDays = (usual: number) => z.coerce.number().int().default(usual);

const withNote = <T extends string>(type: T) => z.object({ type: z.literal(type), note });
const aboutSection = <T extends string>(type: T) => z.object({ type: z.literal(type), sectionId });

/**
 * What people and the portal's clocks may ask of a case, with what comes along. `submit` and `resubmit` are missing:
 * they carry a submission and are sent by submitDeclaration alone.
 */
export const caseEventSchema = z.discriminatedUnion('type', [
  withNote('withdraw'),
  z.object({
    type: z.literal('route'),
    municipalityCode: z.string().regex(/^\d{4}$/),
    /** Who is to handle it there. */
    personId: z.string().uuid().optional(),
    note,
  }),
  z.object({ type: z.literal('return-incomplete'), note, workingDays: workingDays(deadlines.changes.usual) }),
  aboutSection('claim'),
  aboutSection('release'),
  aboutSection('assess'),
  aboutSection('reopen'),
  z.object({ type: z.literal('request-changes'), note, workingDays: workingDays(deadlines.changes.usual) }),
  withNote('lapse'),
  z.object({ type: z.literal('open-hearing'), note, workingDays: workingDays(deadlines.hearing.usual) }),
  withNote('answer-hearing'),
  withNote('close-hearing'),
  z.object({ type: z.literal('propose'), outcome: z.enum(outcomes), reasons: note }),
  withNote('return'),
  withNote('confirm'),
  z.object({ type: z.literal('expire-soon') }),
  z.object({ type: z.literal('expire') }),
  withNote('suspend'),
  withNote('reinstate'),
  withNote('revoke'),
  z.object({ type: z.literal('supersede') }),
  withNote('appeal'),
  withNote('uphold'),
  withNote('overturn'),
]);

/** A request as it comes from a form, the command line or the API. */
export type CaseRequest = z.infer<typeof caseEventSchema>;

/** What is wrong with the words that come along, if any do. */
export function eventNoteProblem(request: CaseRequest): Refusal<NoteProblem> | undefined {
  if (request.type === 'propose') return noteProblem(request.reasons, noteLimit);
  return 'note' in request ? noteProblem(request.note, noteLimit) : undefined;
}

/** The two events that bring a submission. */
export interface SubmissionRequest {
  type: 'submit' | 'resubmit';
  submissionId: string;
  /** The sections that have answers in the submission. */
  sections: string[];
  /** Those of them in which nothing moved since it was approved. */
  carried: string[];
}

/** Who sends an event, when, and what the command knows of the case's surroundings. Null is the portal itself. */
export interface Circumstances {
  by: Actor | null;
  now: Date;
  facts: CaseFacts;
}

export type CaseEvent = (CaseRequest | SubmissionRequest) & Circumstances;

/**
 * Reads a request from a form's fields (`event` names it) or from JSON.
 * @returns undefined for what no form of the portal can have sent
 */
export function readCaseRequest(fields: Readonly<Record<string, unknown>>): CaseRequest | undefined {
  const { event, ...payload } = fields;
  const given = Object.entries(payload).filter(([, value]) => value !== '');
  const result = caseEventSchema.safeParse({ ...Object.fromEntries(given), type: event });
  return result.success ? result.data : undefined;
}
