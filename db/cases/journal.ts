import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { SubmissionDocument } from '~/workflows/submission';
import type { Db } from '../client';
import {
  caseNotes,
  cases,
  decisions,
  files,
  letters,
  log,
  municipalities,
  people,
  products,
  submissions,
  suppliers,
  threadMessages,
  threads,
  verdicts,
} from '../schema';

/** Everything about one case that belongs in a municipality's own records system. */
export interface Journal {
  case: {
    id: string;
    number: string;
    state: string;
    openedAt: Date;
    stateSince: Date;
    municipality: { code: string; name: string } | null;
    supplier: { name: string; cvr: string };
    product: { id: string; name: string };
  };
  submissions: {
    id: string;
    number: number;
    submittedAt: Date;
    submittedBy: string;
    hash: string;
    document: SubmissionDocument;
  }[];
  /** Replaced ones too, oldest first. */
  verdicts: (Omit<typeof verdicts.$inferSelect, 'reviewerId' | 'declarationId'> & { reviewer: string })[];
  decision:
    | (Omit<typeof decisions.$inferSelect, 'proposedBy' | 'confirmedBy'> & { proposedBy: string; confirmedBy: string })
    | null;
  notes: { event: string; audience: 'shared' | 'internal'; text: string; writtenAt: Date; by: string }[];
  messages: { questionKey: string; audience: 'shared' | 'internal'; text: string; writtenAt: Date; by: string }[];
  letters: { code: string; sentAt: Date; pdf: Uint8Array; pdfHash: string }[];
  /** Of the submissions' evidence, each file once. */
  files: { hash: string; size: number; name: string }[];
  /** The rows about the case, with their place in the chain. */
  log: (typeof log.$inferSelect)[];
}

/**
 * Reads a case for export. Nothing is authorized here.
 * @returns undefined when there is no such case, or nothing of it was ever sent: a supplier's draft is nobody's record
 */
export async function findJournal(db: Db, caseId: string): Promise<Journal | undefined> {
  const head = await findHead(db, caseId);
  if (!head) return undefined;
  const sent = await listSubmissions(db, caseId);
  if (sent.length === 0) return undefined;
  return {
    case: head,
    submissions: sent,
    verdicts: await listVerdicts(db, caseId),
    decision: await findDecision(db, caseId),
    notes: await listNotes(db, caseId),
    messages: await listMessages(db, caseId),
    letters: await listLetters(db, caseId),
    files: await listFiles(db, sent),
    log: await db
      .select()
      .from(log)
      .where(and(eq(log.subjectType, 'case'), eq(log.subjectId, caseId)))
      .orderBy(asc(log.number)),
  };
}

/** @returns the id of the case with this number, e.g. 2026-0042 */
export async function findCaseByNumber(db: Db, number: string): Promise<string | undefined> {
  const [row] = await db.select({ id: cases.id }).from(cases).where(eq(cases.number, number));
  return row?.id;
}

async function findHead(db: Db, caseId: string): Promise<Journal['case'] | undefined> {
  const [row] = await db
    .select({
      id: cases.id,
      number: cases.number,
      state: cases.state,
      openedAt: cases.openedAt,
      stateSince: cases.stateSince,
      municipality: { code: municipalities.code, name: municipalities.name },
      supplier: { name: suppliers.name, cvr: suppliers.cvr },
      product: { id: products.id, name: products.name },
    })
    .from(cases)
    .innerJoin(suppliers, eq(suppliers.id, cases.supplierId))
    .innerJoin(products, eq(products.id, cases.productId))
    .leftJoin(municipalities, eq(municipalities.code, cases.municipalityCode))
    .where(eq(cases.id, caseId));
  return row;
}

function listSubmissions(db: Db, caseId: string): Promise<Journal['submissions']> {
  const { id, number, submittedAt, hash, document } = submissions;
  return db
    .select({ id, number, submittedAt, submittedBy: people.name, hash, document })
    .from(submissions)
    .innerJoin(people, eq(people.id, submissions.submittedBy))
    .where(eq(submissions.caseId, caseId))
    .orderBy(asc(number));
}

async function listVerdicts(db: Db, caseId: string): Promise<Journal['verdicts']> {
  const rows = await db
    .select({ verdict: verdicts, reviewer: people.name })
    .from(verdicts)
    .innerJoin(people, eq(people.id, verdicts.reviewerId))
    .where(eq(verdicts.caseId, caseId))
    .orderBy(asc(verdicts.givenAt), asc(verdicts.questionKey));
  return rows.map(({ verdict: { reviewerId: _, declarationId: __, ...verdict }, reviewer }) => ({
    ...verdict,
    reviewer,
  }));
}

async function findDecision(db: Db, caseId: string): Promise<Journal['decision']> {
  const [row] = await db.select().from(decisions).where(eq(decisions.caseId, caseId));
  if (!row) return null;
  const both = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(or(eq(people.id, row.proposedBy), eq(people.id, row.confirmedBy)));
  const nameOf = (id: string) => both.find((person) => person.id === id)?.name ?? id;
  return { ...row, proposedBy: nameOf(row.proposedBy), confirmedBy: nameOf(row.confirmedBy) };
}

function listNotes(db: Db, caseId: string): Promise<Journal['notes']> {
  const { event, audience, text, writtenAt } = caseNotes;
  return db
    .select({ event, audience, text, writtenAt, by: people.name })
    .from(caseNotes)
    .innerJoin(people, eq(people.id, caseNotes.personId))
    .where(eq(caseNotes.caseId, caseId))
    .orderBy(asc(writtenAt));
}

function listMessages(db: Db, caseId: string): Promise<Journal['messages']> {
  const { questionKey, audience } = threads;
  const { text, writtenAt } = threadMessages;
  return db
    .select({ questionKey, audience, text, writtenAt, by: people.name })
    .from(threadMessages)
    .innerJoin(threads, eq(threads.id, threadMessages.threadId))
    .innerJoin(people, eq(people.id, threadMessages.personId))
    .where(eq(threads.caseId, caseId))
    .orderBy(asc(writtenAt));
}

async function listLetters(db: Db, caseId: string): Promise<Journal['letters']> {
  const { code, sentAt, pdf, pdfHash } = letters;
  const rows = await db.select({ code, sentAt, pdf, pdfHash }).from(letters).where(eq(letters.caseId, caseId));
  return rows.flatMap((row) =>
    row.sentAt && row.pdf && row.pdfHash
      ? [{ code: row.code, sentAt: row.sentAt, pdf: row.pdf, pdfHash: row.pdfHash }]
      : [],
  );
}

async function listFiles(db: Db, sent: Journal['submissions']): Promise<Journal['files']> {
  const names = new Map<string, string>();
  for (const { document } of sent) {
    for (const { evidence } of document.answers) {
      for (const { fileHash, fileName } of evidence) if (fileHash) names.set(fileHash, fileName ?? fileHash);
    }
  }
  if (names.size === 0) return [];
  const kept = await db
    .select({ hash: files.hash, size: files.size })
    .from(files)
    .where(inArray(files.hash, [...names.keys()]))
    .orderBy(asc(files.hash));
  return kept.map(({ hash, size }) => ({ hash, size, name: names.get(hash) ?? hash }));
}
