import { randomUUID } from 'node:crypto';
import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { type Acting, hasRole } from '~/workflows/actor';
import { ok, type Result, refuse } from '~/workflows/refusal';
import {
  isMerge,
  isRegistryReason,
  type RegistryKind,
  type RegistryRefusal,
  type RegistryStep,
  registryReason,
} from '~/workflows/registry';
import type { Db, Transaction } from '../client';
import { isUuid } from '../declarations';
import { appendLog } from '../log';
import { queueNotice } from '../mail/plain-notice';
import { endPublication, moveToPresentSupplier, separatePublication } from '../publication';
import { keepPast } from '../publication/past';
import { publishAttestations } from '../publication/public-attestations';
import { lockReadModel } from '../publication/read-model';
import { writeRedirects } from '../publication/redirects';
import { writeSplits } from '../publication/splits';
import { cases, declarations, memberships, products, registryChanges, suppliers } from '../schema';
import { lockSlugs } from '../suppliers';
import { listPresentProducts, lockProducts, lockSubjects, productFacts } from './facts';
import { fingerprintOf, type RegistryPlan } from './plan';
import { planChange, type RegistryRequest } from './plan-change';
import { RowsHaveMoved, takeSteps, takeStepsBack } from './steps';

export interface Preview extends RegistryPlan {
  /** Whoever confirms has seen exactly this. */
  fingerprint: string;
}

/** What a merge or a split would do. Changes nothing. */
export async function previewChange(
  db: Db,
  { actor, now }: Acting,
  request: RegistryRequest,
): Promise<Result<Preview, RegistryRefusal>> {
  if (!hasRole(actor, 'coordinator', 'auditor')) return refuse('role-required');
  const plan = await planChange(db, request, { personId: actor.personId, now });
  return plan.ok ? ok({ ...plan.value, fingerprint: fingerprintOf(plan.value) }) : plan;
}

export interface ChangeInput {
  request: RegistryRequest;
  reason: string;
  /** Of the preview that was confirmed; null: whoever asks has none, as at the command line. */
  fingerprint: string | null;
  /** That the preview was read. */
  confirmed: boolean;
}

/** Merges or splits, in one transaction. */
export async function makeChange(
  db: Db,
  acting: Acting,
  input: ChangeInput,
): Promise<Result<{ changeId: string; plan: RegistryPlan }, RegistryRefusal>> {
  try {
    return await db.transaction((tx) => change(tx, acting, input));
  } catch (error) {
    if (error instanceof RowsHaveMoved) return refuse('registry-has-moved');
    throw error;
  }
}

async function change(
  tx: Transaction,
  acting: Acting,
  input: ChangeInput,
): Promise<Result<{ changeId: string; plan: RegistryPlan }, RegistryRefusal>> {
  const { actor, now } = acting;
  if (!hasRole(actor, 'coordinator')) return refuse('role-required');
  await lockSlugs(tx);
  await lockSubjects(tx, input.request);
  const planned = await planChange(tx, input.request, { personId: actor.personId, now });
  if (!planned.ok) return planned;
  const plan = planned.value;
  if (plan.refusal) return { ok: false, refusal: plan.refusal };
  if (input.fingerprint !== null && input.fingerprint !== fingerprintOf(plan)) return refuse('registry-has-moved');
  const reason = input.reason.trim();
  if (!isRegistryReason(reason)) return refuse('registry-reason-needed', registryReason);
  if (!input.confirmed) return refuse('registry-not-confirmed');
  const { kind, from, to, moves, steps } = plan;
  await takeSteps(tx, steps);
  await countUp(tx, steps);
  const changeId = randomUUID();
  await tx.insert(registryChanges).values({
    id: changeId,
    kind,
    fromId: from.id,
    toId: to.id,
    reason,
    moves,
    steps,
    doneBy: actor.personId,
    doneAt: now,
  });
  await publishChange(tx, { kind, fromId: from.id, steps, now, isUndone: false });
  await tell(tx, now, isMerge(kind) ? 'registry-merged' : 'registry-split', plan);
  await appendLog(tx, acting, {
    action: `registry.${kind}`,
    subject: { type: kind.startsWith('product') ? 'product' : 'supplier', id: from.id },
    details: { changeId, to: to.id, reason, moves, steps },
  });
  return ok({ changeId, plan });
}

/** Undoes one: every row goes back to what it was, unless somebody has changed it since. Then nothing is undone. */
export async function undoChange(
  db: Db,
  acting: Acting,
  input: { changeId: string; reason: string; confirmed: boolean },
): Promise<Result<{ changeId: string }, RegistryRefusal>> {
  try {
    return await db.transaction(async (tx) => {
      const { actor, now } = acting;
      if (!hasRole(actor, 'coordinator')) return refuse('role-required');
      if (!isUuid(input.changeId)) return refuse('not-found');
      await lockSlugs(tx);
      const [change] = await tx
        .select()
        .from(registryChanges)
        .where(eq(registryChanges.id, input.changeId))
        .for('update');
      if (!change) return refuse('not-found');
      if (change.undoneAt) return refuse('registry-undone');
      const reason = input.reason.trim();
      if (!isRegistryReason(reason)) return refuse('registry-reason-needed', registryReason);
      if (!input.confirmed) return refuse('registry-not-confirmed');
      await lockProducts(tx, [change.fromId, ...touched(change.steps, 'products')]);
      const obstacle = await whyNotUndone(tx, change);
      if (obstacle) return refuse(obstacle);
      await takeStepsBack(tx, change.steps, now);
      await countUp(tx, change.steps);
      const { id, kind, fromId, toId, steps } = change;
      await tx
        .update(registryChanges)
        .set({ undoneAt: now, undoneBy: actor.personId, undoReason: reason })
        .where(eq(registryChanges.id, id));
      await publishChange(tx, { kind, fromId, steps, now, isUndone: true });
      const [from, to] = await Promise.all([nameOf(tx, fromId), nameOf(tx, toId)]);
      await tell(tx, now, 'registry-undone', { kind, from: { id: fromId, name: from }, to: { id: toId, name: to } });
      await appendLog(tx, acting, {
        action: 'registry.undo',
        subject: { type: kind.startsWith('product') ? 'product' : 'supplier', id: fromId },
        details: { changeId: id, kind, to: toId, reason },
      });
      return ok({ changeId: id });
    });
  } catch (error) {
    if (error instanceof RowsHaveMoved) return refuse('registry-undo-moved', { table: error.table });
    throw error;
  }
}

export type RegistryChange = Omit<typeof registryChanges.$inferSelect, 'steps'> & {
  from: string;
  to: string;
};

/** Every merge and split, newest first. */
export async function listChanges(db: Db, changeId?: string): Promise<RegistryChange[]> {
  if (changeId !== undefined && !isUuid(changeId)) return [];
  const rows = await db
    .select()
    .from(registryChanges)
    .where(changeId === undefined ? undefined : eq(registryChanges.id, changeId))
    .orderBy(desc(registryChanges.doneAt), desc(registryChanges.id));
  const named: RegistryChange[] = [];
  for (const { steps: _, ...row } of rows) {
    named.push({ ...row, from: await nameOf(db, row.fromId), to: await nameOf(db, row.toId) });
  }
  return named;
}

/** Forms that were opened before are shown what changed. */
async function countUp(tx: Transaction, steps: readonly RegistryStep[]): Promise<void> {
  const ids = touched(steps, 'products');
  if (ids.length === 0) return;
  await tx
    .update(products)
    .set({ version: sql`${products.version} + 1` })
    .where(inArray(products.id, ids));
}

function touched(steps: readonly RegistryStep[], table: string): string[] {
  return [...new Set(steps.flatMap((step) => (step.do === 'set' && step.table === table ? step.ids : [])))];
}

interface Published {
  kind: RegistryKind;
  fromId: string;
  steps: readonly RegistryStep[];
  now: Date;
  isUndone: boolean;
}

/** What the public sees follows in the same transaction. */
async function publishChange(tx: Transaction, { kind, fromId, steps, now, isUndone }: Published): Promise<void> {
  await lockReadModel(tx);
  if (kind === 'product-merge') {
    const own = await tx.select({ id: declarations.id }).from(declarations).where(eq(declarations.productId, fromId));
    for (const { id: declarationId } of own) {
      if (isUndone) await separatePublication(tx, { declarationId, now });
      else await endPublication(tx, { declarationId, because: 'merged', now });
    }
    const attested = touched(steps, 'attestations');
    if (attested.length > 0) await publishAttestations(tx, { ids: attested, productId: null, now });
  }
  if (kind === 'supplier-merge' || kind === 'supplier-split') {
    await moveToPresentSupplier(tx, touched(steps, 'products'));
  }
  await writeRedirects(tx);
  await writeSplits(tx);
  await keepPast(tx, { productId: null, now });
}

async function whyNotUndone(
  tx: Transaction,
  { kind, fromId, toId, doneAt, steps }: typeof registryChanges.$inferSelect,
): Promise<RegistryRefusal | null> {
  const later = and(
    isNull(registryChanges.undoneAt),
    gt(registryChanges.doneAt, doneAt),
    inArray(registryChanges.fromId, [fromId, toId]),
  );
  if ((await tx.$count(registryChanges, later)) > 0) return 'registry-undo-order';
  if (kind === 'product-merge') {
    const [from] = await tx.select().from(products).where(eq(products.id, fromId));
    const present = from ? await listPresentProducts(tx, from.supplierId) : [];
    return present.some(({ name }) => name.toLowerCase() === from?.name.toLowerCase()) ? 'registry-name-in-use' : null;
  }
  if (kind === 'product-split') {
    const isDeclared = (await tx.$count(cases, eq(cases.productId, toId))) > 0;
    return isDeclared ? 'registry-undo-used' : null;
  }
  const moved = touched(steps, 'products');
  const rows = await tx.select().from(products).where(inArray(products.id, moved));
  const facts = await productFacts(tx, rows);
  if (facts.some(({ hasBusyCase }) => hasBusyCase)) return 'registry-case-open';
  if (facts.some(({ hasOpenTransfer }) => hasOpenTransfer)) return 'registry-transfer-open';
  const isNew = steps.some((step) => step.do === 'add' && step.table === 'suppliers');
  if (!isNew) return null;
  // What was made with the split ends with it: nothing else may hang on it by now.
  const others = (await listPresentProducts(tx, toId)).filter(({ id }) => !moved.includes(id));
  const came = touched(steps, 'memberships');
  const joined = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.supplierId, toId), isNull(memberships.endedAt)));
  return others.length > 0 || joined.some(({ id }) => !came.includes(id)) ? 'registry-undo-used' : null;
}

async function nameOf(db: Db, id: string): Promise<string> {
  const [product] = await db.select({ name: products.name }).from(products).where(eq(products.id, id));
  if (product) return product.name;
  const [supplier] = await db.select({ name: suppliers.name }).from(suppliers).where(eq(suppliers.id, id));
  return supplier?.name ?? '';
}

async function tell(
  tx: Transaction,
  now: Date,
  about: 'registry-merged' | 'registry-split' | 'registry-undone',
  { kind, from, to }: Pick<RegistryPlan, 'kind'> & Record<'from' | 'to', { id: string; name: string }>,
): Promise<void> {
  const owners = kind.startsWith('supplier')
    ? [from.id, to.id]
    : (await tx.select({ id: products.supplierId }).from(products).where(eq(products.id, from.id))).map(({ id }) => id);
  for (const adminsOf of owners) {
    await queueNotice(tx, now, {
      about,
      to: { adminsOf },
      params: { from: from.name, to: to.name },
      link: { page: 'home' },
    });
  }
}
