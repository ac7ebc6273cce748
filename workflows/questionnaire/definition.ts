import * as z from 'zod';
import { interfaceStatuses, productTypes, supportLevels } from '../words';

/**
 * A questionnaire as data: the YAML in db/content/questionnaires has this shape, and everything that is shown,
 * checked, frozen, exported or published about a question is derived from it. See docs/questionnaire.md.
 */

const wordsSchema = z.string('is missing').regex(/\S/, 'is empty');

/** A text for people: every language of the portal, or it is refused. */
export const textSchema = z.strictObject({ da: wordsSchema, en: wordsSchema });

export const questionTypes = [
  'support_level',
  'text',
  'long_text',
  'single_choice',
  'multi_choice',
  'yes_no',
  'yes_no_explain',
  'number',
  'date',
  'version',
  'url',
  'email',
  'uuid',
  'cvr',
  'checkbox',
  'kle_list',
  'municipality_list',
  'table',
  /** Answered by attaching evidence; has no value of its own. */
  'evidence',
] as const;
export type QuestionType = (typeof questionTypes)[number];

export const idSchema = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower case letters, digits and hyphens');
const supportSchema = z.enum(supportLevels);

/**
 * When a question is asked. In the interface template, `question` names the question of the same interface, or a general
 * one. A condition over an unanswered or hidden question is not met, `notIn` included; `not` turns round whatever it
 * holds, so `not` over an unanswered question is met.
 */
export type Condition =
  | { question: string; in: string[] }
  | { question: string; notIn: string[] }
  | { question: string; gt: number }
  | { anyInterface: string[]; supportIn: (typeof supportLevels)[number][] }
  | { interfaceStatusIn: (typeof interfaceStatuses)[number][] }
  /** The version answered there is not the newest one of the interface in the catalogue. */
  | { olderThanNewest: string }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ question: idSchema, in: z.array(z.string()).min(1) }),
      z.strictObject({ question: idSchema, notIn: z.array(z.string()).min(1) }),
      z.strictObject({ question: idSchema, gt: z.number() }),
      z.strictObject({ anyInterface: z.array(z.string()).min(1), supportIn: z.array(supportSchema).min(1) }),
      z.strictObject({ interfaceStatusIn: z.array(z.enum(interfaceStatuses)).min(1) }),
      z.strictObject({ olderThanNewest: idSchema }),
      z.strictObject({ all: z.array(conditionSchema).min(1) }),
      z.strictObject({ any: z.array(conditionSchema).min(1) }),
      z.strictObject({ not: conditionSchema }),
    ],
    'is no condition: it is one of question with in, notIn or gt; anyInterface with supportIn; interfaceStatusIn; olderThanNewest; all; any; not',
  ),
);

const optionSchema = z.strictObject({ value: z.string().regex(/^[A-Za-z0-9_.]+$/), text: textSchema });
const columnSchema = z.strictObject({
  id: idSchema,
  text: textSchema,
  type: z.enum(['text', 'date', 'municipality']).default('text'),
});

export const questionSchema = z.strictObject({
  id: idSchema,
  type: z.enum(questionTypes),
  required: z.boolean(),
  /** How much it counts in the overview: 1 context, 2 normal, 3 decisive. */
  weight: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  text: textSchema,
  /** How to answer, and why it is asked. */
  help: textSchema,
  /** An example of evidence, or of an answer, that a reviewer would accept. */
  evidenceExample: textSchema,
  options: z.array(optionSchema).min(2).optional(),
  columns: z.array(columnSchema).min(1).optional(),
  showIf: conditionSchema.optional(),
  /** Types of evidence that suit; the first is the best. */
  evidence: z.array(z.string()).default([]),
  /**
   * Whether the answer cannot be submitted without evidence. For `yes_no` and `yes_no_explain` this holds for a yes
   * only: a no has nothing to prove.
   */
  evidenceRequired: z.boolean().default(false),
  /** Whether an approved answer is shown to everybody. */
  public: z.boolean(),
  /** Asked only when one of these is in the product's scope; empty: always. */
  interfaces: z.array(z.string()).default([]),
  /** `source`: the demand was read at the source; `design`: our own proposal. */
  basis: z.enum(['source', 'design']),
  source: z.string().min(1),
});
export type Question = z.infer<typeof questionSchema>;

export const sectionSchema = z.strictObject({
  id: idSchema,
  /** The interface group whose interfaces are declared here; null for the general sections. */
  group: idSchema.nullable(),
  title: textSchema,
  introduction: textSchema,
  questions: z.array(questionSchema),
});
export type Section = z.infer<typeof sectionSchema>;

const scopeRuleSchema = z.strictObject({
  interfaces: z.array(z.string()).min(1),
  /** Any of these KLE main groups or product types; a rule with neither holds for every product. */
  kle: z.array(z.string().regex(/^\d\d$/)).default([]),
  productTypes: z.array(z.enum(productTypes)).default([]),
  /** Why the interface matters for such a product. */
  reason: textSchema,
});
export type ScopeRule = z.infer<typeof scopeRuleSchema>;

export const definitionSchema = z.strictObject({
  slug: idSchema,
  version: z.string().regex(/^\d+\.\d+$/),
  title: textSchema,
  introduction: textSchema,
  supportScale: z
    .array(
      z.strictObject({ value: supportSchema, text: textSchema, explanation: textSchema, kravmotorAnswer: z.string() }),
    )
    .length(supportLevels.length),
  evidenceTypes: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z_]+$/),
      text: textSchema,
      proves: textSchema,
      /** Whether the public may follow its link. Files are never public. */
      public: z.boolean(),
    }),
  ),
  /** What a reviewer checks before giving a verdict. */
  reviewChecks: z.array(z.strictObject({ id: idSchema, text: textSchema })),
  scopeRules: z.array(scopeRuleSchema),
  /** Asked once for each interface in scope, in the section of the interface's group. */
  interfaceTemplate: z.array(questionSchema).min(1),
  sections: z.array(sectionSchema).min(1),
});
export type QuestionnaireDefinition = z.infer<typeof definitionSchema>;
