import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { InboxPlace } from '~/workflows/review/inbox';
import type { FrozenEvidence, SubmissionDocument } from '~/workflows/submission';
import type { CaseState, Outcome, VerdictKind } from '~/workflows/words';
import { municipalities } from './catalogue';
import { answerValue, createdAt, id, moment } from './columns';
import { declarations } from './declarations';
import { people } from './people';
import { questionnaires } from './questionnaires';
import { products, suppliers } from './suppliers';

/** The review of a declaration, from draft to its one decision and what follows. Written only by db/cases/send-event.ts. */
export const cases = pgTable(
  'cases',
  {
    id: id(),
    /** Shown to people, e.g. 2026-0042. */
    number: text().notNull().unique(),
    declarationId: uuid()
      .notNull()
      .references(() => declarations.id),
    productId: uuid()
      .notNull()
      .references(() => products.id),
    supplierId: uuid()
      .notNull()
      .references(() => suppliers.id),
    state: text().$type<CaseState>().notNull(),
    /** The XState machine's persisted snapshot. */
    snapshot: jsonb().$type<unknown>().notNull(),
    /** Counts up with each event; a screen that shows an older one gets a conflict. */
    version: integer().notNull(),
    /** False when nothing more can be done by the supplier or reviewers before a decision is public or final. */
    isOpen: boolean().notNull(),
    /** The municipality that decides; set when the case is routed. */
    municipalityCode: text().references(() => municipalities.code),
    currentSubmissionId: uuid(),
    /** The end of the present clock (changes due, hearing), if one runs. */
    dueAt: moment(),
    /** When the municipality is to be done, while it holds the ball; as the coordinator's limit was when the clock began. */
    reviewDueAt: moment(),
    openedAt: moment().notNull(),
    stateSince: moment().notNull(),
    /** Who is to handle it in the municipality; others may take part all the same. */
    assigneeId: uuid().references(() => people.id),
    /** Where it stands in everybody's inbox; null: nowhere, it was never sent. With the three below kept for the inbox, so that a page of it counts and sorts without reading what was sent (`rebuildInbox` gives the same). */
    inboxPlace: text().$type<InboxPlace>(),
    /** Answers of the present submission, and those of them in which something moved since they were approved. */
    answersTotal: integer().notNull().default(0),
    answersMoved: integer().notNull().default(0),
    /** How many municipalities run the product, as far as the present submission says. */
    runBy: integer().notNull().default(0),
  },
  (table) => [
    uniqueIndex('cases_one_open').on(table.declarationId).where(sql`${table.isOpen}`),
    index('cases_state').on(table.state, table.stateSince),
    index('cases_supplier').on(table.supplierId),
    index('cases_declaration').on(table.declarationId),
    index('cases_inbox').on(table.inboxPlace, table.stateSince, table.number),
    index('cases_assignee').on(table.assigneeId),
  ],
);

/** The review regions of a case, one per section, as the machine has them; for inboxes. Written with the case's state. */
export const caseSections = pgTable(
  'case_sections',
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    sectionId: text().notNull(),
    state: text().$type<'waiting' | 'claimed' | 'assessed'>().notNull(),
    /** Nothing in it moved since it was last approved. */
    isCarried: boolean().notNull(),
    reviewerId: uuid().references(() => people.id),
    since: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.sectionId] }),
    index('case_sections_reviewer').on(table.reviewerId),
    // What could be claimed in which section: the inbox of somebody who knows some of them.
    index('case_sections_waiting').on(table.sectionId, table.caseId).where(sql`${table.state} = 'waiting'`),
  ],
);

/** An immutable, numbered snapshot of a declaration sent for review (a trigger refuses any change). */
export const submissions = pgTable(
  'submissions',
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    declarationId: uuid()
      .notNull()
      .references(() => declarations.id),
    questionnaireId: uuid()
      .notNull()
      .references(() => questionnaires.id),
    /** From 1 up within the declaration. */
    number: integer().notNull(),
    /** The product, the scope and the wording of questions and answers as they were sent. */
    document: jsonb().$type<SubmissionDocument>().notNull(),
    /** SHA-256 of the document's canonical JSON. */
    hash: text().notNull(),
    submittedBy: uuid()
      .notNull()
      .references(() => people.id),
    submittedAt: moment().notNull(),
  },
  (table) => [
    unique('submissions_number').on(table.declarationId, table.number),
    index('submissions_case').on(table.caseId),
  ],
);

/** The answers of a submission, one row each, with the hash that verdicts are tied to. Immutable. */
export const submissionAnswers = pgTable(
  'submission_answers',
  {
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    questionKey: text().notNull(),
    sectionId: text().notNull(),
    interfaceId: text(),
    position: integer().notNull(),
    value: answerValue(),
    justification: text(),
    evidence: jsonb().$type<FrozenEvidence[]>().notNull(),
    /** SHA-256 over question version, answer and evidence. */
    answerHash: text().notNull(),
    /** The approving verdict on the same hash that carries over; null: a reviewer has to look. */
    carriedVerdictId: uuid(),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.questionKey] })],
);

/** A reviewer's judgement of one answer. A changed mind is a new row; the older one is marked as replaced. */
export const verdicts = pgTable(
  'verdicts',
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    declarationId: uuid()
      .notNull()
      .references(() => declarations.id),
    questionKey: text().notNull(),
    answerHash: text().notNull(),
    kind: text().$type<VerdictKind>().notNull(),
    reason: text(),
    reviewerId: uuid()
      .notNull()
      .references(() => people.id),
    municipalityCode: text()
      .notNull()
      .references(() => municipalities.code),
    givenAt: moment().notNull(),
    replacedAt: moment(),
  },
  (table) => [
    uniqueIndex('verdicts_current').on(table.submissionId, table.questionKey).where(sql`${table.replacedAt} is null`),
    index('verdicts_hash').on(table.declarationId, table.questionKey, table.answerHash),
  ],
);

/** Decision: the one outcome of a case and of its submission. Immutable. */
export const decisions = pgTable('decisions', {
  id: id(),
  caseId: uuid()
    .notNull()
    .unique()
    .references(() => cases.id),
  submissionId: uuid()
    .notNull()
    .unique()
    .references(() => submissions.id),
  outcome: text().$type<Outcome>().notNull(),
  reasons: text(),
  municipalityCode: text()
    .notNull()
    .references(() => municipalities.code),
  proposedBy: uuid()
    .notNull()
    .references(() => people.id),
  confirmedBy: uuid()
    .notNull()
    .references(() => people.id),
  decidedAt: moment().notNull(),
});

/** What the supplier and reviewers write to each other about a case as a whole, and why an event was sent. */
export const caseNotes = pgTable(
  'case_notes',
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    /** The event of the machine that the note came with, or `hand-over`. */
    event: text().notNull(),
    /** `shared` is read by the supplier too. */
    audience: text().$type<'shared' | 'internal'>().notNull(),
    text: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    writtenAt: createdAt(),
  },
  (table) => [index('case_notes_case').on(table.caseId)],
);
