import { and, desc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { declareConflict } from '~/db/conflicts';
import { verifyLog } from '~/db/log';
import { log, outbox, threadMessages, threads } from '~/db/schema';
import { listMentionable, listOpenThreads, listThreads, resolveThread, writeMessage } from '~/db/threads';
import type { Acting } from '~/workflows/actor';
import type { Result } from '~/workflows/refusal';
import type { ThreadAudience } from '~/workflows/thread';
import { createTestDatabase, type TestDatabase } from '../database';
import { CaseWalk, type CaseWorld, getValue, makeCaseWorld, municipalityA } from '../factories/reviewed-case';

let test: TestDatabase;
let world: CaseWorld;
let walk: CaseWalk;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());
beforeEach(async () => {
  walk = await CaseWalk.begin(world);
  await walk.submit();
  await walk.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
});

const codeOf = (result: Result<unknown>) => (result.ok ? 'allowed' : result.refusal.code);
const write = (by: Acting, audience: ThreadAudience, text = 'Hvor er aftalen?', mentions: string[] = []) => {
  // Messages of the same moment have no order.
  walk.wait(1_000);
  return writeMessage(
    test.db,
    { actor: by.actor, now: walk.now },
    { caseId: walk.caseId, questionKey: 'first-one', audience, text, mentions },
  );
};
const read = async (reader: 'review' | 'supplier') =>
  (await listThreads(test.db, { caseId: walk.caseId, reader }))['first-one'] ?? [];
const lastNotice = async () => {
  const { number } = await walk.row();
  const [row] = await test.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.kind, 'plain-notice'), sql`${outbox.payload} -> 'params' ->> 'number' = ${number}`))
    .orderBy(desc(outbox.createdAt));
  return row?.payload;
};

describe('threads', () => {
  it('among reviewers are never read by the supplier, in shared ones no reviewer is named', async () => {
    getValue(await write(world.reviewerA, 'internal', 'Tvivlsomt.'));
    getValue(await write(world.reviewerA, 'shared'));
    getValue(await write(world.signatory, 'shared', 'Den er vedlagt.'));
    const supplier = await read('supplier');
    expect(supplier.map(({ audience }) => audience)).toEqual(['shared']);
    expect(supplier[0]?.messages.map(({ person, isSupplier }) => [person, isSupplier])).toEqual([
      [null, false],
      [null, true],
    ]);
    expect(JSON.stringify(supplier)).not.toContain('Hemmelig');
    const review = await read('review');
    expect(review.map(({ audience }) => audience).sort()).toEqual(['internal', 'shared']);
    expect(review.flatMap(({ messages }) => messages.map(({ person }) => person))).toContain(
      world.reviewerA.actor.name,
    );
  });

  it('are written by who may: each side, within the case, while it goes on', async () => {
    expect(codeOf(await write(world.signatory, 'internal'))).toBe('not-found');
    expect(codeOf(await write(world.otherSignatory, 'shared'))).toBe('not-found');
    expect(codeOf(await write(world.supplierAdmin, 'shared'))).toBe('role-required');
    expect(codeOf(await write(world.auditor, 'internal'))).toBe('role-required');
    expect(codeOf(await write(world.editor, 'shared', '   '))).toBe('message-empty');
    const acting = { actor: world.leadC.actor, now: walk.now };
    getValue(await declareConflict(test.db, acting, { supplierId: world.supplierId, reason: 'Fætter.' }));
    expect(codeOf(await write(world.leadC, 'internal'))).toBe('conflict-of-interest');
    const elsewhere = {
      caseId: walk.caseId,
      questionKey: 'third',
      audience: 'shared',
      text: 'Hm',
      mentions: [],
    } as const;
    expect(codeOf(await writeMessage(test.db, world.reviewerA, elsewhere))).toBe('answer-not-in-case');
    await walk.send(world.signatory, { type: 'withdraw', note: '' });
    expect(codeOf(await write(world.reviewerA, 'shared'))).toBe('thread-closed');
  });

  it('are resolved by reviewers, and opened again by the next message', async () => {
    getValue(await write(world.reviewerA, 'shared'));
    const place = { caseId: walk.caseId, questionKey: 'first-one', audience: 'shared', isResolved: true } as const;
    expect(codeOf(await resolveThread(test.db, world.editor, place))).toBe('role-required');
    getValue(await resolveThread(test.db, world.reviewerA, place));
    expect((await read('supplier'))[0]?.resolvedAt).not.toBeNull();
    expect(await listOpenThreads(test.db, { caseId: walk.caseId, reader: 'review' })).toEqual([]);
    getValue(await write(world.editor, 'shared', 'Én ting til.'));
    expect((await read('supplier'))[0]?.resolvedAt).toBeNull();
    expect(await listOpenThreads(test.db, { caseId: walk.caseId, reader: 'supplier' })).toMatchObject([
      { questionKey: 'first-one', audience: 'shared' },
    ]);
  });

  it('tell the other side, or who is mentioned, without a word of what was written', async () => {
    const known = await listMentionable(test.db, await walk.row());
    expect(known.map(({ personId }) => personId)).toContain(world.leadA.actor.personId);
    expect(known.map(({ personId }) => personId)).not.toContain(world.signatory.actor.personId);
    const mentions = [world.leadA.actor.personId, world.signatory.actor.personId];
    getValue(await write(world.reviewerA, 'internal', 'Hemmeligt indhold', mentions));
    expect(await lastNotice()).toMatchObject({
      about: 'thread-mention',
      to: { personIds: [world.leadA.actor.personId] },
    });
    walk.wait(60_000);
    getValue(await write(world.reviewerA, 'shared', 'Hemmeligt indhold'));
    const notice = await lastNotice();
    expect(notice).toMatchObject({ about: 'thread-message', link: { page: 'thread' } });
    expect(JSON.stringify(notice)).toContain(world.editor.actor.personId);
    expect(JSON.stringify(notice)).not.toContain('Hemmeligt indhold');
    walk.wait(60_000);
    await walk.send(world.reviewerA, { type: 'claim', sectionId: 'first' });
    getValue(await write(world.editor, 'shared', 'Svar'));
    expect(await lastNotice()).toMatchObject({ to: { personIds: [world.reviewerA.actor.personId] } });
  });

  it('are kept as they were written, in the log too', async () => {
    getValue(await write(world.reviewerA, 'internal'));
    await expect(test.db.update(threadMessages).set({ text: 'Andet' })).rejects.toThrow();
    await expect(test.db.update(threads).set({ audience: 'shared' })).rejects.toThrow();
    const [row] = await test.db.select().from(log).orderBy(desc(log.number)).limit(1);
    expect(row).toMatchObject({ action: 'thread.write', details: { audience: 'internal', text: 'Hvor er aftalen?' } });
    expect(await verifyLog(test.db)).toMatchObject({ problem: null });
  });
});
