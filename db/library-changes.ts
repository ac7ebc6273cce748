import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Acting, Actor } from '~/workflows/actor';
import { isLine, isText } from '~/workflows/email-address';
import { insertLibraryText, libraryLimits, libraryPlaceOf, replaceLibraryText } from '~/workflows/library-text';
import type { ComparableAnswer } from '~/workflows/proposal';
import type { Question } from '~/workflows/questionnaire/definition';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import { ok, type Result, refuse } from '~/workflows/refusal';
import { canEditAnswers, canReadProduct } from '~/workflows/supplier-rights';
import { type SaveResult, writeEdits } from './answers';
import type { Database, Db, Transaction } from './client';
import { type EditRefusal, isUuid, loadDeclaration, lockForEdit } from './declarations';
import { appendLog, type LogEntry } from './log';
import { writeProposals } from './proposals';
import { declarations, libraryTexts, libraryUses, products } from './schema';
import { findLibraryText, type LibraryText, listTopics, readWaitingTexts } from './text-library';

export type LibraryRefusal =
  | 'not-found'
  | 'role-required'
  | 'library-title-missing'
  | 'library-body-missing'
  | 'library-about-unknown'
  | 'library-text-has-moved';

export interface LibraryInput {
  title: string;
  body: string;
  /** The id of a question or a section; null: it is for anything. */
  about: string | null;
}

/**
 * Adds a text. For whoever may answer.
 * @param input.from the answer that it was kept from: it is a use of the text
 */
export function addLibraryText(
  db: Database,
  acting: Acting,
  input: LibraryInput & { from?: { declarationId: string; key: QuestionKey } },
): Promise<Result<{ id: string }, LibraryRefusal>> {
  return db.transaction(async (tx) => {
    const { actor, now } = acting;
    if (actor.supplierId === null || !canEditAnswers(actor)) return refuse('role-required');
    const checked = await checkText(tx, input);
    if (!checked.ok) return checked;
    const id = randomUUID();
    await tx.insert(libraryTexts).values({
      id,
      supplierId: actor.supplierId,
      ...checked.value,
      version: 1,
      createdBy: actor.personId,
      createdAt: now,
      updatedAt: now,
    });
    if (input.from) await addUse(tx, acting, id, input.from);
    await appendLog(tx, acting, entryOf('library.add', id, { ...checked.value }));
    return ok({ id });
  });
}

/**
 * Changes a text, and offers the change to the answers in which it stands as it was: as proposals of the origin
 * `library`, never silently. Declarations are locked in the order of their ids.
 * @param input.expectedVersion the version that the form showed
 */
export function changeLibraryText(
  db: Database,
  acting: Acting,
  input: LibraryInput & { id: string; expectedVersion: number },
): Promise<Result<{ proposed: number }, LibraryRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockText(tx, acting.actor, input);
    if (!locked.ok) return locked;
    const checked = await checkText(tx, input);
    if (!checked.ok) return checked;
    const before = locked.value;
    const after = { ...before, ...checked.value, version: before.version + 1, updatedAt: acting.now };
    await tx.update(libraryTexts).set(after).where(eq(libraryTexts.id, before.id));
    const offered = before.body === after.body ? noOffer : await offerToUses(tx, acting, before, after);
    const entry = entryOf('library.change', before.id, { ...checked.value, before: before.body });
    await appendLog(tx, acting, entry, ...offered.entries);
    return ok({ proposed: offered.proposed });
  });
}

/** Takes a text off the list. The answers that it was put into stay as they are. */
export function retireLibraryText(
  db: Database,
  acting: Acting,
  input: { id: string; expectedVersion: number },
): Promise<Result<{ id: string }, LibraryRefusal>> {
  return db.transaction(async (tx) => {
    const locked = await lockText(tx, acting.actor, input);
    if (!locked.ok) return locked;
    const { id, version } = locked.value;
    await tx
      .update(libraryTexts)
      .set({ retiredAt: acting.now, version: version + 1, updatedAt: acting.now })
      .where(eq(libraryTexts.id, id));
    await appendLog(tx, acting, entryOf('library.retire', id, {}));
    return ok({ id });
  });
}

/**
 * Puts a text into an answer, after what stands there: a person's own edit, saved as any other.
 * @returns `library-not-here` when the question takes no prose, or there is no such text
 */
export function insertFromLibrary(
  db: Database,
  acting: Acting,
  input: { declarationId: string; key: QuestionKey; textId: string },
): Promise<Result<SaveResult, EditRefusal | 'library-not-here'>> {
  return db.transaction(async (tx) => {
    const { declarationId, key } = input;
    const editable = await lockForEdit(tx, acting.actor, declarationId);
    if (!editable.ok) return editable;
    const text = await findLibraryText(tx, acting.actor, input.textId);
    const loaded = await loadDeclaration(tx, declarationId);
    const question = loaded.instances.find((instance) => instance.key === key)?.question;
    const place = question ? libraryPlaceOf(question.type) : null;
    if (!text || !place) return refuse('library-not-here');
    const present = loaded.answers.get(key);
    const { value = null, justification = null, version = 0 } = present ?? {};
    const written = place === 'value' ? value : justification;
    const prose = insertLibraryText(typeof written === 'string' ? written : '', text.body);
    const edit = { key, value, justification, expectedVersion: version, [place]: prose };
    const saved = await writeEdits(tx, acting, declarationId, [edit]);
    if (!saved.outcomes.some(({ status }) => status === 'problem')) await addUse(tx, acting, text.id, input);
    if (saved.entries.length > 0) await appendLog(tx, acting, ...saved.entries);
    return ok({ outcomes: saved.outcomes });
  });
}

async function addUse(
  tx: Transaction,
  { actor, now }: Acting,
  libraryTextId: string,
  { declarationId, key }: { declarationId: string; key: QuestionKey },
): Promise<void> {
  if (!isUuid(declarationId)) return;
  const [product] = await tx
    .select({ id: products.id, supplierId: products.supplierId })
    .from(declarations)
    .innerJoin(products, eq(products.id, declarations.productId))
    .where(eq(declarations.id, declarationId));
  if (!product || product.supplierId !== actor.supplierId || !canReadProduct(actor, product)) return;
  await tx
    .insert(libraryUses)
    .values({ libraryTextId, declarationId, questionKey: key, usedAt: now })
    .onConflictDoNothing();
}

const noOffer = { proposed: 0, entries: [] as LogEntry[] };

async function offerToUses(tx: Transaction, acting: Acting, before: LibraryText, after: LibraryText) {
  const offer = { proposed: 0, entries: [] as LogEntry[] };
  const uses = await tx.select().from(libraryUses).where(eq(libraryUses.libraryTextId, before.id));
  const originDetails = { libraryTextId: after.id, libraryTitle: after.title, libraryVersion: after.version };
  for (const declarationId of await lockUses(tx, before.supplierId, uses)) {
    const loaded = await loadDeclaration(tx, declarationId);
    const open = new Map(
      (await readWaitingTexts(tx, declarationId)).map((proposal) => [proposal.questionKey, proposal]),
    );
    const changes = uses
      .filter((use) => use.declarationId === declarationId)
      .flatMap(({ questionKey: key }) => {
        const question = loaded.instances.find((instance) => instance.key === key)?.question;
        // A change that waits already goes along: otherwise the newer proposal would take it away.
        const base = open.get(key) ?? loaded.answers.get(key);
        const changed = question && base && replaceIn(question, base, before.body, after.body);
        return changed ? [{ key, ...changed }] : [];
      });
    if (changes.length === 0) continue;
    const input = { declarationId, origin: 'library' as const, originDetails, proposals: changes };
    const { proposed, entries } = await writeProposals(tx, acting, input);
    offer.proposed += proposed;
    offer.entries.push(...entries);
  }
  return offer;
}

function replaceIn(
  { type }: Question,
  { value, justification }: ComparableAnswer,
  before: string,
  after: string,
): ComparableAnswer | undefined {
  const place = libraryPlaceOf(type);
  if (place === 'value' && typeof value === 'string') {
    const prose = replaceLibraryText(value, before, after);
    return prose === undefined ? undefined : { value: prose, justification };
  }
  const prose = place === 'justification' ? replaceLibraryText(justification ?? '', before, after) : undefined;
  return prose === undefined ? undefined : { value, justification: prose };
}

async function lockUses(
  tx: Transaction,
  supplierId: string,
  uses: readonly { declarationId: string }[],
): Promise<string[]> {
  if (uses.length === 0) return [];
  const ids = uses.map(({ declarationId }) => declarationId);
  const rows = await tx
    .select({ id: declarations.id })
    .from(declarations)
    .innerJoin(products, eq(products.id, declarations.productId))
    .where(and(inArray(declarations.id, ids), eq(products.supplierId, supplierId)))
    .orderBy(asc(declarations.id))
    .for('no key update', { of: declarations });
  return rows.map(({ id }) => id);
}

async function lockText(
  tx: Transaction,
  actor: Actor,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<Result<LibraryText, LibraryRefusal>> {
  if (actor.supplierId === null || !isUuid(id)) return refuse('not-found');
  const [row] = await tx.select().from(libraryTexts).where(eq(libraryTexts.id, id)).for('update');
  if (!row || row.supplierId !== actor.supplierId) return refuse('not-found');
  if (!canEditAnswers(actor)) return refuse('role-required');
  if (row.version !== expectedVersion || row.retiredAt) return refuse('library-text-has-moved');
  return ok(row);
}

async function checkText(db: Db, { title, body, about }: LibraryInput): Promise<Result<LibraryInput, LibraryRefusal>> {
  const checked = { title: title.trim(), body: body.trim().replaceAll('\r\n', '\n'), about: about || null };
  if (!isLine(checked.title, libraryLimits.title))
    return refuse('library-title-missing', { most: libraryLimits.title });
  if (!isText(checked.body, libraryLimits.body)) return refuse('library-body-missing', { most: libraryLimits.body });
  if (checked.about !== null && !(await isTopic(db, checked.about))) return refuse('library-about-unknown');
  return ok(checked);
}

async function isTopic(db: Db, id: string): Promise<boolean> {
  const { sections, questions } = await listTopics(db);
  return [...sections, ...questions].some((topic) => topic.id === id);
}

function entryOf(action: string, id: string, details: LogEntry['details']): LogEntry {
  return { action, subject: { type: 'library-text', id }, details };
}
