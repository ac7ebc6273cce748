import * as z from 'zod';
import { isIsoDate } from './questionnaire/answer';
import { isWebAddress } from './web-address';
import { type EvidenceEnvironment, evidenceEnvironments } from './words';

/** What a supplier says of a piece of evidence; app/i18n/supplier.ts has a sentence for each problem. */
export const evidenceProblems = [
  'type-required',
  'title-required',
  'title-too-long',
  'control-characters',
  'url-not-valid',
  'url-or-file',
  'municipality-not-valid',
  'municipality-required',
  'observed-required',
  'observed-not-valid',
  'observed-in-future',
  'valid-to-not-valid',
  'valid-to-before-observed',
  'question-required',
  'product-version-not-valid',
  'environment-not-valid',
] as const;
export type EvidenceProblem = (typeof evidenceProblems)[number];

export const evidenceFields = [
  'type',
  'title',
  'url',
  'file',
  'municipalityCode',
  'observedOn',
  'validTo',
  'productVersion',
  'environment',
  'questionKeys',
] as const;
export type EvidenceField = (typeof evidenceFields)[number];

/** In characters. */
export const evidenceTitleLimit = 200;
export const productVersionLimit = 60;

/** The evidence type that names a municipality that confirms. */
export const referenceType = 'municipality_reference';

export interface EvidenceFacts {
  type: string;
  title: string;
  url: string | null;
  municipalityCode: string | null;
  /** yyyy-mm-dd. */
  observedOn: string;
  validTo: string | null;
  /** What it was seen on: the product's version, and where it ran. Null: not stated. */
  productVersion: string | null;
  environment: EvidenceEnvironment | null;
}

const problem = (message: EvidenceProblem) => ({ message });
const orNull = (value: string) => value || null;

const factsSchema = z.object({
  type: z.string(problem('type-required')),
  title: z
    .string(problem('title-required'))
    .trim()
    .min(1, problem('title-required'))
    .max(evidenceTitleLimit, problem('title-too-long'))
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, problem('control-characters')),
  url: z
    .string(problem('url-not-valid'))
    .trim()
    .max(2_000, problem('url-not-valid'))
    .refine((value) => value === '' || isWebAddress(value), problem('url-not-valid'))
    .transform(orNull),
  municipalityCode: z
    .string(problem('municipality-not-valid'))
    .regex(/^(\d{4})?$/, problem('municipality-not-valid'))
    .transform(orNull),
  observedOn: z
    .string(problem('observed-required'))
    .min(1, problem('observed-required'))
    .refine(isIsoDate, problem('observed-not-valid')),
  validTo: z
    .string(problem('valid-to-not-valid'))
    .refine((value) => value === '' || isIsoDate(value), problem('valid-to-not-valid'))
    .transform(orNull),
  // What was written before these were asked for has neither.
  productVersion: z
    .string(problem('product-version-not-valid'))
    .trim()
    .max(productVersionLimit, problem('product-version-not-valid'))
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, problem('product-version-not-valid'))
    .default('')
    .transform(orNull),
  environment: z
    .enum(['', ...evidenceEnvironments], problem('environment-not-valid'))
    .default('')
    .transform((value) => value || null),
});

export type EvidenceProblems = Partial<Record<EvidenceField, EvidenceProblem>>;

export interface EvidenceContext {
  /** The ids of the questionnaire's evidence types. */
  types: ReadonlySet<string>;
  municipalities: ReadonlySet<string>;
  /** Today in Copenhagen, yyyy-mm-dd. */
  today: string;
  hasFile: boolean;
}

/**
 * Checks what was said of a piece of evidence. It is a link, a file, or a municipality that confirms.
 * @returns the first problem of each field, or the facts as they are kept
 */
export function checkEvidence(
  input: unknown,
  context: EvidenceContext,
): { ok: true; facts: EvidenceFacts } | { ok: false; problems: EvidenceProblems } {
  const result = factsSchema.safeParse(input);
  if (!result.success) {
    return { ok: false, problems: { ...placeProblems(placeIn(input), context), ...problemsOf(result.error.issues) } };
  }
  const facts = result.data;
  const problems = { ...placeProblems(facts, context), ...dateProblems(facts, context) };
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, facts };
}

type Place = Pick<EvidenceFacts, 'type' | 'url' | 'municipalityCode'>;

/** What was said of where it is, also where other fields are wrong: all problems are told at once. */
function placeIn(input: unknown): Place {
  const given: object = typeof input === 'object' && input !== null ? input : {};
  const text = (name: string) => {
    const value: unknown = Reflect.get(given, name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return { type: text('type'), url: text('url') || null, municipalityCode: text('municipalityCode') || null };
}

function problemsOf(issues: readonly { path: PropertyKey[]; message: string }[]): EvidenceProblems {
  const problems: EvidenceProblems = {};
  for (const { path, message } of issues) {
    const field = evidenceFields.find((name) => name === path[0]) ?? 'title';
    problems[field] ??= evidenceProblems.find((code) => code === message) ?? 'title-required';
  }
  return problems;
}

function placeProblems({ type, url, municipalityCode }: Place, context: EvidenceContext): EvidenceProblems {
  const problems: EvidenceProblems = {};
  const isReference = type === referenceType;
  if (!context.types.has(type)) problems.type = 'type-required';
  if (url !== null && context.hasFile) problems.url = 'url-or-file';
  if (url === null && !context.hasFile && !isReference) problems.url = 'url-or-file';
  if (municipalityCode !== null && !context.municipalities.has(municipalityCode)) {
    problems.municipalityCode = 'municipality-not-valid';
  } else if (isReference && municipalityCode === null) {
    problems.municipalityCode = 'municipality-required';
  }
  return problems;
}

function dateProblems({ observedOn, validTo }: EvidenceFacts, { today }: EvidenceContext): EvidenceProblems {
  const problems: EvidenceProblems = {};
  if (observedOn > today) problems.observedOn = 'observed-in-future';
  if (validTo !== null && validTo < observedOn) problems.validTo = 'valid-to-before-observed';
  return problems;
}
