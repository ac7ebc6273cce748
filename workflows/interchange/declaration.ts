import * as z from 'zod';
import { canonicalJson } from '../canonical-json';
import type { AnswerValue } from '../questionnaire/answer';
import type { QuestionInstance, QuestionKey } from '../questionnaire/instances';

/** The one version there is. A form that older readers would misread gets a new number. */
export const interchangeVersion = 1;

/** UTF-8 bytes of a declaration's file; one that answers every question at full length stays below. */
export const interchangeLimit = 10_000_000;

const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.array(z.record(z.string(), z.string())),
  z.null(),
]);

/**
 * A declaration on its way out of the portal or into it. Whether an answer fits its question is the questionnaire's
 * matter (`checkAnswer`), not this schema's: a file is read as a whole, and each answer is judged at its place.
 */
export const interchangeSchema = z.strictObject({
  schema: z.literal(interchangeVersion).describe('Version of this format.'),
  questionnaire: z.strictObject({ slug: z.string(), version: z.string() }),
  product: z.strictObject({ id: z.string(), name: z.string() }),
  scope: z.array(z.string()).describe('Ids of the interfaces in scope.'),
  answers: z
    .record(
      z.string(),
      z.strictObject({
        value,
        justification: z.string().nullable(),
        evidence: z.array(z.string()).describe('Ids of attached evidence; the files are not carried.'),
        mark: z
          .string()
          .optional()
          .describe('What the answer was when it was exported. Leave it as it is, or leave it out.'),
      }),
    )
    .describe('By question key: the id of the question, or question@interface.'),
});

export type InterchangeDeclaration = z.infer<typeof interchangeSchema>;

/** What an export is made from. */
export interface ExportedDeclaration {
  questionnaire: { slug: string; version: string };
  product: { id: string; name: string };
  scope: readonly string[];
  /** The questions that are asked; answers to others stay behind. */
  instances: readonly QuestionInstance[];
  answers: ReadonlyMap<QuestionKey, { value: AnswerValue; justification: string | null }>;
  /** Ids of evidence by question. */
  evidence: ReadonlyMap<QuestionKey, readonly string[]>;
}

/** Every asked question has its entry, answered or not, so that the file shows what can be filled in. */
export function toInterchange(from: ExportedDeclaration): InterchangeDeclaration {
  const entries = from.instances.map(({ key }): [QuestionKey, InterchangeDeclaration['answers'][string]] => {
    const { value = null, justification = null } = from.answers.get(key) ?? {};
    return [key, { value, justification, evidence: [...(from.evidence.get(key) ?? [])] }];
  });
  return {
    schema: interchangeVersion,
    questionnaire: from.questionnaire,
    product: from.product,
    scope: [...from.scope],
    answers: Object.fromEntries(entries),
  };
}

/** @returns canonical JSON: the same declaration is the same text */
export function writeInterchange(declaration: InterchangeDeclaration): string {
  return `${canonicalJson(declaration)}\n`;
}

/** Why a text is no declaration; `wrong-form` names the first place as a path. */
export type InterchangeProblem =
  | { problem: 'too-large' | 'not-json' }
  | { problem: 'unknown-schema'; found: string }
  | { problem: 'wrong-form'; path: readonly PropertyKey[] };

/**
 * Which other version of the format a value says that it is in, at most 40 characters of it: as a number or as somebody
 * else's text ("2.0"). The known version in quotes is that version, in the wrong form.
 * @returns null where it says none, or the known one
 */
export function unknownVersionOf(raw: unknown): string | null {
  const said = typeof raw === 'object' && raw !== null && 'schema' in raw ? raw.schema : undefined;
  if (typeof said !== 'number' && typeof said !== 'string') return null;
  const version = String(said).trim();
  return version === '' || version === String(interchangeVersion) ? null : version.slice(0, 40);
}

/** Reads what `writeInterchange` wrote, or somebody else in its form. A byte order mark is passed over. */
export function readInterchange(
  text: string,
): { ok: true; declaration: InterchangeDeclaration } | ({ ok: false } & InterchangeProblem) {
  if (new TextEncoder().encode(text).length > interchangeLimit) return { ok: false, problem: 'too-large' };
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, problem: 'not-json' };
  }
  const found = unknownVersionOf(raw);
  if (found !== null) return { ok: false, problem: 'unknown-schema', found };
  const read = interchangeSchema.safeParse(raw);
  if (read.success) return { ok: true, declaration: read.data };
  return { ok: false, problem: 'wrong-form', path: read.error.issues[0]?.path ?? [] };
}
