import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveAnswers } from '~/db/answers';
import type { Transaction } from '~/db/client';
import { ReadOnlyProblem } from '~/db/log';
import { declarations, logHead, portalSettings, products } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson } from '../factories/supplier-people';

/**
 * Commands send a lock and what is read under it together. What they decide by must be what holds once they have the
 * lock, not what held when they asked for it.
 */
let test: TestDatabase;
let editor: Acting;
let otherSupplier: string;
let ids: { declarationId: string; productId: string };
let version = 0;

beforeAll(async () => {
  test = await createTestDatabase({ content: true });
  const { supplierId } = await makeSupplier(test.db);
  editor = await makeSupplierPerson(test.db, supplierId, 'editor');
  otherSupplier = (await makeSupplier(test.db)).supplierId;
  ids = await makeDeclaration(test.db, editor);
});
afterAll(() => test.drop());

async function save() {
  const edit = { key: 'gen-version', value: `v${version}`, justification: null, expectedVersion: version };
  const saved = await saveAnswers(test.db, editor, { declarationId: ids.declarationId, answers: [edit] });
  if (saved.ok) version += 1;
  return saved.ok ? 'saved' : saved.refusal.code;
}

/** What becomes of a save that waits for a lock while something else changes under it. */
async function saveBehind(lock: (tx: Transaction) => Promise<unknown>, change: (tx: Transaction) => Promise<unknown>) {
  let saving: Promise<unknown> = Promise.resolve();
  await test.db.transaction(async (tx) => {
    await lock(tx);
    saving = save().catch((error: unknown) => error);
    await expect.poll(countWaiting).toBe(1);
    await change(tx);
  });
  return saving;
}

/** Outside of the transaction, which would see what went on when it first looked. */
async function countWaiting(): Promise<number> {
  const rows = await test.db.execute(sql`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  return rows.length;
}

// Again and again, so that the statements are prepared in the later rounds and were not in the first.
it.each([1, 2, 3, 4])(
  'the switch that was thrown while a command waited for the log holds for it (round %d)',
  async () => {
    const turn = (isReadOnly: boolean) => ({ isReadOnly, readOnlyReason: isReadOnly ? 'Fejl.' : '' });
    const settings = eq(portalSettings.id, 1);
    const outcome = await saveBehind(
      (tx) => tx.select().from(logHead).for('update'),
      (tx) => tx.update(portalSettings).set(turn(true)).where(settings),
    );
    expect(outcome).toBeInstanceOf(ReadOnlyProblem);
    await test.db.update(portalSettings).set(turn(false)).where(settings);
    expect(await save()).toBe('saved');
  },
);

it.each([1, 2, 3, 4])(
  'a product that went away while a command waited for its declaration is gone (round %d)',
  async () => {
    const { supplierId } = editor.actor;
    const move = (to: string) => ({ supplierId: to });
    const product = eq(products.id, ids.productId);
    const outcome = await saveBehind(
      (tx) => tx.select().from(declarations).where(eq(declarations.id, ids.declarationId)).for('update'),
      (tx) => tx.update(products).set(move(otherSupplier)).where(product),
    );
    expect(outcome).toBe('not-found');
    await test.db
      .update(products)
      .set(move(supplierId ?? ''))
      .where(product);
    expect(await save()).toBe('saved');
  },
);
