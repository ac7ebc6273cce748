import * as z from 'zod';
import { type DataProblem, problemsOf } from '../catalogue';
import { idSchema, type QuestionnaireDefinition, textSchema } from './definition';
import { type MappingNotice, mappingNotices, mappingProblems } from './mapping-check';

/** How a question of a new version stands to the version before (domain.md, questionnaire rules). */
export const questionRelations = ['unchanged', 'reworded', 'stricter', 'split', 'merged', 'new', 'retired'] as const;
export type QuestionRelation = (typeof questionRelations)[number];

const one = z.strictObject({ question: idSchema, why: textSchema });

/**
 * What became of every question of the version before: data beside the questions (`changes.yaml`), never in them, so
 * that a published version stays the same to the letter. `why` is told to suppliers and to the public.
 */
export const mappingSchema = z.strictObject({
  /** The version before. */
  from: z.string().regex(/^\d+\.\d+$/, 'must be a version, e.g. 1.0'),
  /** Same type, wording and options: the answer keeps its value and its approval. */
  unchanged: z.array(idSchema).default([]),
  /** Same meaning in other words: the answer still fits, but a person has to say so. */
  reworded: z.array(one).default([]),
  /** Asks for more than before: a new answer, with the old one beside it. */
  stricter: z.array(one).default([]),
  /** One question became several. */
  split: z.array(z.strictObject({ question: idSchema, into: z.array(idSchema), why: textSchema })).default([]),
  /** Several questions became one. */
  merged: z.array(z.strictObject({ questions: z.array(idSchema), into: idSchema, why: textSchema })).default([]),
  retired: z.array(one).default([]),
  new: z.array(one).default([]),
});
export type VersionMapping = z.infer<typeof mappingSchema>;

export type CheckedMapping =
  | { ok: true; mapping: VersionMapping; notices: MappingNotice[] }
  | { ok: false; problems: DataProblem[] };

/**
 * Checks what a new version says about the one before, before anybody can move to it: every old and every new question
 * is named once and nothing else is; what is called unchanged has the same hash; what is called reworded can still hold
 * every answer that was possible.
 * @param raw the data, e.g. from YAML
 * @returns every problem at once, with its path into the data; else also `notices`: unchanged or reworded questions that
 *   are asked or judged under other conditions than before
 */
export function checkMapping(
  before: QuestionnaireDefinition,
  after: QuestionnaireDefinition,
  raw: unknown,
): CheckedMapping {
  const parsed = mappingSchema.safeParse(raw);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const mapping = parsed.data;
  const problems = mappingProblems(before, after, mapping);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, mapping, notices: mappingNotices(before, after, mapping) };
}

/** Where a question of the new version comes from. */
export interface Origin {
  relation: Exclude<QuestionRelation, 'retired'>;
  /** Ids of the questions of the version before whose answers it can start from. */
  from: readonly string[];
  why: { da: string; en: string } | null;
}

/** Every question of the new version, by its id. */
export function originsOf(mapping: VersionMapping): Map<string, Origin> {
  const origins = new Map<string, Origin>();
  for (const id of mapping.unchanged) origins.set(id, { relation: 'unchanged', from: [id], why: null });
  for (const { question, why } of mapping.reworded)
    origins.set(question, { relation: 'reworded', from: [question], why });
  for (const { question, why } of mapping.stricter)
    origins.set(question, { relation: 'stricter', from: [question], why });
  for (const { question, into, why } of mapping.split) {
    for (const id of into) origins.set(id, { relation: 'split', from: [question], why });
  }
  for (const { questions, into, why } of mapping.merged)
    origins.set(into, { relation: 'merged', from: questions, why });
  for (const { question, why } of mapping.new) origins.set(question, { relation: 'new', from: [], why });
  return origins;
}

/** What became of every question of the version before, by its id. */
export function fatesOf(mapping: VersionMapping): Map<string, Exclude<QuestionRelation, 'new'>> {
  return new Map([
    ...mapping.unchanged.map((id) => [id, 'unchanged'] as const),
    ...mapping.reworded.map(({ question }) => [question, 'reworded'] as const),
    ...mapping.stricter.map(({ question }) => [question, 'stricter'] as const),
    ...mapping.split.map(({ question }) => [question, 'split'] as const),
    ...mapping.merged.flatMap(({ questions }) => questions.map((id) => [id, 'merged'] as const)),
    ...mapping.retired.map(({ question }) => [question, 'retired'] as const),
  ]);
}
