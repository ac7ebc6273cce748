import * as z from 'zod';
import { apiSchemas } from '~/app/api/schemas';
import { interchangeSchema } from '~/workflows/interchange/declaration';
import { proposalOrigins, proposalRelations } from '~/workflows/proposal';
import { answerProblems } from '~/workflows/questionnaire/answer';
import { caseStates } from '~/workflows/words';

function named<Schema extends z.ZodType>(id: string, description: string, schema: Schema): Schema {
  apiSchemas.add(schema, { id, description });
  return schema;
}

const count = z.int().min(0);
const value = interchangeSchema.shape.answers.valueType.shape.value;
const text = z.strictObject({ da: z.string(), en: z.string() });

/** A declaration in the form of exports and imports; its JSON Schema has an address of its own. */
export const declarationSchema = named(
  'Declaration',
  'A declaration as exports and imports have it; also at /schemas/declaration-1.json.',
  z.strictObject({ ...interchangeSchema.shape }),
);

const declarationStatusSchema = named(
  'DeclarationStatus',
  'How far a declaration is.',
  z.strictObject({
    id: z.uuid(),
    case: z.string().nullable().describe('The number of the case.'),
    state: z.enum(caseStates).nullable(),
    isEditable: z.boolean().describe('Whether proposals can be accepted now; they can be made at any time.'),
    questions: count.describe('Questions that are asked now.'),
    answered: count,
    required: count,
    requiredAnswered: count,
    missing: count.describe('What blocks sending it.'),
    waitingProposals: count,
    links: z.strictObject({ self: z.url(), questions: z.url(), proposals: z.url(), html: z.url() }),
  }),
);

const ownProductSchema = named(
  'OwnProduct',
  'A product of the token’s supplier.',
  z.strictObject({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    declaration: declarationStatusSchema.nullable().describe('Null: not begun.'),
  }),
);

const askedQuestionSchema = named(
  'AskedQuestion',
  'A question that is asked with the present scope and answers.',
  z.strictObject({
    key: z.string().describe('The name of the answer in a declaration.'),
    section: z.string(),
    interface: z.string().nullable(),
    type: z.string(),
    isRequired: z.boolean(),
    text,
    options: z.array(z.strictObject({ value: z.string(), text })),
    isAnswered: z.boolean(),
    missing: z.enum(answerProblems).nullable().describe('What blocks sending the declaration here.'),
  }),
);

const waitingProposalSchema = named(
  'WaitingProposal',
  'An answer that waits for a person.',
  z.strictObject({
    id: z.uuid(),
    key: z.string(),
    value,
    justification: z.string().nullable(),
    origin: z.enum(proposalOrigins),
    relation: z.enum(proposalRelations),
    createdAt: z.iso.datetime(),
  }),
);

const proposedSchema = named(
  'Proposed',
  'What became of a declaration that was sent. No answer has changed: a person decides.',
  z.strictObject({
    batchId: z.uuid(),
    proposed: count.describe('Answers that wait for a person now.'),
    same: count.describe('Answers that are so already, or wait already.'),
    links: z.strictObject({ html: z.url().describe('Where a person decides.') }),
  }),
);

export const supplierProblemSchema = named(
  'SupplierProblem',
  'What went wrong (RFC 9457).',
  z.strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string().describe('JSON Pointer (RFC 6901) into what was sent.'),
          detail: z.string(),
        }),
      )
      .optional(),
  }),
);

function list<Item extends z.ZodType>(id: string, item: Item) {
  return named(id, 'A list.', z.strictObject({ data: z.array(item), next: z.null() }));
}

/** What each address answers with. */
export const supplierAnswers = {
  products: list('OwnProductList', ownProductSchema),
  declaration: declarationSchema,
  questions: list('AskedQuestionList', askedQuestionSchema),
  proposals: list('WaitingProposalList', waitingProposalSchema),
  proposed: named('ProposedItem', 'What became of it.', z.strictObject({ data: proposedSchema })),
};

export type OwnProduct = z.infer<typeof ownProductSchema>;
export type DeclarationStatus = z.infer<typeof declarationStatusSchema>;
export type AskedQuestion = z.infer<typeof askedQuestionSchema>;
export type WaitingProposal = z.infer<typeof waitingProposalSchema>;
export type ProposedAnswer = z.infer<typeof proposedSchema>;
