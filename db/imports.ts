import { createHash, randomUUID } from 'node:crypto';
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Acting } from '~/workflows/actor';
import { canonicalJson } from '~/workflows/canonical-json';
import { type ComparedImport, compareImport } from '~/workflows/interchange/compare-import';
import type { StagedAnswer } from '~/workflows/interchange/staged-answer';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canEditAnswers } from '~/workflows/supplier-rights';
import type { Db, Transaction } from './client';
import { type EditRefusal, isUuid, type LoadedDeclaration, loadDeclaration, lockDeclaration } from './declarations';
import { appendLog } from './log';
import { listProposals, readPublishedAnswers } from './open-proposals';
import { decideProposals } from './proposal-decisions';
import { writeProposals } from './proposals';
import { imports, people } from './schema';

export type ImportRow = typeof imports.$inferSelect;

/**
 * Keeps what was read from a file until somebody decides on it; no answer is touched. What the same person had waiting
 * for the same declaration is discarded.
 * @param input.answers read and checked (app/exchange)
 */
export function stageImport(
  db: Db,
  acting: Acting,
  input: { declarationId: string; fileName: string; answers: readonly StagedAnswer[] },
): Promise<Result<{ importId: string }, 'not-found' | 'role-required'>> {
  return db.transaction(async (tx) => {
    const { declarationId, fileName } = input;
    const locked = await lockDeclaration(tx, acting.actor, declarationId);
    if (!locked) return refuse('not-found');
    if (!canEditAnswers(acting.actor, locked.product.id)) return refuse('role-required');
    const importId = randomUUID();
    await tx.insert(imports).values({
      id: importId,
      declarationId,
      fileName,
      answers: [...input.answers],
      createdBy: acting.actor.personId,
      createdAt: acting.now,
    });
    await tx
      .update(imports)
      .set({ decidedAs: 'discarded', decidedAt: acting.now, answers: [] })
      .where(
        and(
          eq(imports.declarationId, declarationId),
          eq(imports.createdBy, acting.actor.personId),
          isNull(imports.decidedAs),
          ne(imports.id, importId),
        ),
      );
    await appendLog(tx, acting, {
      action: 'import.stage',
      subject: { type: 'declaration', id: declarationId },
      details: { importId, fileName, answers: input.answers.length },
    });
    return ok({ importId });
  });
}

/** A file that waits, compared with what is there now. */
export interface WaitingImport extends ComparedImport {
  importId: string;
  fileName: string;
  createdAt: Date;
  createdByName: string;
  /** Null while it waits. */
  decidedAs: ImportRow['decidedAs'];
  /** Changes when anything of the comparison does: what a person confirms is what they saw. */
  seen: string;
}

/**
 * @param loaded the declaration that the reader may read
 * @returns undefined when the declaration has no such import
 */
export async function findImport(
  db: Db,
  loaded: LoadedDeclaration,
  importId: string,
): Promise<WaitingImport | undefined> {
  if (!isUuid(importId)) return undefined;
  const [found] = await db
    .select({ row: imports, createdByName: people.name })
    .from(imports)
    .innerJoin(people, eq(people.id, imports.createdBy))
    .where(and(eq(imports.id, importId), eq(imports.declarationId, loaded.declaration.id)));
  if (!found) return undefined;
  const { row, createdByName } = found;
  const { id, fileName, createdAt, decidedAs } = row;
  const compared = await compare(db, loaded, row);
  return { importId: id, fileName, createdAt, decidedAs, createdByName, ...compared, seen: seenOf(compared, loaded) };
}

async function compare(db: Db, loaded: LoadedDeclaration, row: ImportRow): Promise<ComparedImport> {
  const published = await readPublishedAnswers(db, loaded.declaration.id);
  return compareImport(row.answers, { ...loaded, published });
}

function seenOf({ differences }: ComparedImport, { answers }: LoadedDeclaration): string {
  const facts = differences.map(({ key, relation }) => [key, relation, String(answers.get(key)?.version ?? 0)]);
  return createHash('sha256').update(canonicalJson(facts)).digest('hex');
}

/** What a person can want done with a file: write its answers, keep them as proposals, or forget it. */
export const importDecisions = ['apply', 'propose', 'discard'] as const;
export type ImportDecision = (typeof importDecisions)[number];

export type DecideImportRefusal = EditRefusal | 'import-decided' | 'import-has-moved' | 'import-not-possible';

/**
 * Does all of it or nothing. Each answer goes in as a proposal with the file's name, so that where it comes from stays;
 * applying accepts all of them in the same transaction.
 * @param input.seen of the comparison that the person confirms; another one now is the refusal `import-has-moved`
 */
export async function decideImport(
  db: Db,
  acting: Acting,
  input: { declarationId: string; importId: string; decision: ImportDecision; seen: string },
): Promise<Result<{ changed: number }, DecideImportRefusal>> {
  try {
    return await db.transaction((tx) => decideWithin(tx, acting, input));
  } catch (error) {
    // Something was written by then, and none of it is to stay.
    if (error instanceof NotWhole) return refuse(error.code);
    throw error;
  }
}

class NotWhole extends Error {
  constructor(readonly code: DecideImportRefusal) {
    super(code);
  }
}

async function decideWithin(
  tx: Transaction,
  acting: Acting,
  { declarationId, importId, decision, seen }: Parameters<typeof decideImport>[2],
): Promise<Result<{ changed: number }, DecideImportRefusal>> {
  const locked = await lockDeclaration(tx, acting.actor, declarationId);
  if (!locked || !isUuid(importId)) return refuse('not-found');
  if (!canEditAnswers(acting.actor, locked.product.id)) return refuse('role-required');
  const [row] = await tx
    .select()
    .from(imports)
    .where(and(eq(imports.id, importId), eq(imports.declarationId, declarationId)))
    .for('update');
  if (!row) return refuse('not-found');
  if (row.decidedAs !== null) return refuse('import-decided');
  const loaded = await loadDeclaration(tx, declarationId);
  const compared = await compare(tx, loaded, row);
  if (decision !== 'discard' && seenOf(compared, loaded) !== seen) return refuse('import-has-moved');
  const changed = decision === 'discard' ? 0 : await propose(tx, acting, row, compared, decision === 'apply');
  const decidedAs = { apply: 'applied', propose: 'proposed', discard: 'discarded' } as const;
  await tx
    .update(imports)
    .set({ decidedAs: decidedAs[decision], decidedAt: acting.now, answers: [] })
    .where(eq(imports.id, importId));
  await appendLog(tx, acting, {
    action: 'import.decide',
    subject: { type: 'declaration', id: declarationId },
    details: { importId, fileName: row.fileName, decision, changed },
  });
  return ok({ changed });
}

/** @throws NotWhole when not every difference could be proposed, or accepted where that is wanted */
async function propose(
  tx: Transaction,
  acting: Acting,
  { declarationId, fileName }: ImportRow,
  { differences }: ComparedImport,
  isToBeAccepted: boolean,
): Promise<number> {
  const { entries, batchId, proposed, problems } = await writeProposals(tx, acting, {
    declarationId,
    origin: 'import',
    originDetails: { fileName },
    proposals: differences.map(({ key, proposed: { value, justification } }) => ({ key, value, justification })),
    allOrNothing: true,
  });
  if (problems.length > 0 || proposed !== differences.length) throw new NotWhole('import-not-possible');
  if (entries.length > 0) await appendLog(tx, acting, ...entries);
  if (!isToBeAccepted || proposed === 0) return proposed;
  const ids = (await listProposals(tx, declarationId)).filter((each) => each.batchId === batchId).map(({ id }) => id);
  const decided = await decideProposals(tx, acting, { declarationId, accept: ids, decline: [] });
  if (!decided.ok) throw new NotWhole(decided.refusal.code);
  const isWhole = decided.value.accepted.every(({ status }) => status === 'accepted') && ids.length === proposed;
  if (!isWhole) throw new NotWhole('import-not-possible');
  return proposed;
}
