import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fireDueClocks, listDueClocks } from '~/db/cases/clocks';
import { readCase, readSupplierCaseOf } from '~/db/cases/read';
import { listInbox } from '~/db/cases/read-inbox';
import { connect } from '~/db/client';
import { decisions, log, publications, publicProducts } from '~/db/schema';
import { expiresAt, expiresSoonAt } from '~/workflows/validity';
import { dueAfter } from '~/workflows/working-days';
import { createTestDatabase, type TestDatabase } from '../../database';
import { CaseWalk, type CaseWorld, makeCaseWorld, municipalityA } from '../../factories/reviewed-case';

let test: TestDatabase;
let world: CaseWorld;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());

async function count(caseId: string, action: string): Promise<number> {
  return test.db.$count(log, and(eq(log.subjectId, caseId), eq(log.action, action)));
}

it('deadlines fire once, at their end and not before, however often and by how many they are looked at', async () => {
  const heard = await CaseWalk.begin(world);
  await heard.toDecision(['rejected', 'accepted']);
  await heard.send(world.leadA, { type: 'open-hearing', note: 'Vi kender til et brud.', workingDays: 10 });
  const asked = await CaseWalk.begin(world);
  await asked.toDecision(['rejected', 'accepted']);
  await asked.send(world.leadA, { type: 'request-changes', note: 'Uddyb.', workingDays: 20 });

  const { dueAt } = await heard.row();
  // Ten working days from Tuesday 24 November 2026, to the end of the day in Copenhagen.
  expect(dueAt?.toISOString()).toBe('2026-12-08T22:59:59.000Z');
  if (!dueAt) return;
  expect(await fireDueClocks(test.db, new Date(dueAt.getTime() - 1))).toEqual([]);
  const fired = await Promise.all([1, 2, 3].map(() => fireDueClocks(test.db, dueAt)));
  expect(fired.flat()).toMatchObject([{ caseId: heard.caseId, state: 'decision' }]);
  expect((await heard.row()).dueAt).toBeNull();
  expect(await count(heard.caseId, 'case.close-hearing')).toBe(1);

  // The server was down over the other deadline.
  const later = new Date('2027-02-01T12:00:00Z');
  expect(await fireDueClocks(test.db, later)).toMatchObject([{ caseId: asked.caseId, state: 'decision' }]);
  expect(await fireDueClocks(test.db, later)).toEqual([]);
  expect(await count(asked.caseId, 'case.lapse')).toBe(1);
});

it('a municipality has a deadline of its own while it holds the ball; the supplier is not shown it', async () => {
  const walk = await CaseWalk.begin(world);
  await walk.submit();
  const deadlines = async () => {
    const { dueAt, reviewDueAt, stateSince } = await walk.row();
    const days = reviewDueAt && reviewDueAt.getTime() === dueAfter(stateSince, 30).getTime() ? 30 : reviewDueAt;
    return { supplier: dueAt !== null, review: days };
  };
  expect(await deadlines()).toEqual({ supplier: false, review: null });
  await walk.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
  expect(await deadlines()).toEqual({ supplier: false, review: 30 });
  const acting = { actor: world.leadA.actor, now: walk.now };
  const { reviewDueAt } = await walk.row();
  expect((await readCase(test.db, acting, walk.caseId))?.dueAt).toEqual(reviewDueAt);
  expect(await readSupplierCaseOf(test.db, world.signatory, walk.declarationId)).toMatchObject({ dueAt: null });
  const late = { ...acting, now: new Date((reviewDueAt?.getTime() ?? 0) + 1) };
  const overdue = async (at: typeof acting) => {
    const query = { view: 'available', sort: 'due', direction: 'ascending', search: '', only: ['overdue'] } as const;
    return (await listInbox(test.db, at.actor, query, at.now)).rows.map(({ id }) => id);
  };
  expect(await overdue(acting)).not.toContain(walk.caseId);
  expect(await overdue(late)).toContain(walk.caseId);
  await walk.assess(world.reviewerA, 'first', ['rejected', 'accepted']);
  await walk.assess(world.reviewerB, 'second');
  await walk.send(world.leadA, { type: 'open-hearing', note: 'Vi kender til et brud.', workingDays: 10 });
  expect(await deadlines()).toEqual({ supplier: true, review: null });
  await walk.send(world.signatory, { type: 'answer-hearing', note: 'Det er rettet.' });
  expect(await deadlines()).toEqual({ supplier: false, review: 30 });
});

describe('a publication gets old', () => {
  const endOf = async (walk: CaseWalk) => {
    const [row] = await test.db
      .select({ publishedAt: publications.publishedAt })
      .from(publications)
      .innerJoin(decisions, eq(decisions.id, publications.decisionId))
      .where(eq(decisions.caseId, walk.caseId));
    if (!row) throw new Error('Nothing is published.');
    return row.publishedAt;
  };
  const isPublic = async (walk: CaseWalk) =>
    (await test.db.$count(publicProducts, eq(publicProducts.productId, (await walk.row()).productId))) === 1;

  it('its supplier is told thirty days before, and it leaves the public at its end; each once, by several processes', async () => {
    const walk = await CaseWalk.begin(world);
    await walk.toDecision();
    await walk.decide('approved');
    const publishedAt = await endOf(walk);
    const soon = expiresSoonAt(publishedAt);
    const end = expiresAt(publishedAt);
    const other = connect(test.target, { applicationName: 'second-process', max: 3 });
    const fire = (now: Date) => Promise.all([test.db, other.db, test.db, other.db].map((db) => fireDueClocks(db, now)));
    try {
      expect((await fire(new Date(soon.getTime() - 1))).flat()).toEqual([]);
      expect((await fire(soon)).flat()).toMatchObject([{ caseId: walk.caseId, state: 'expiring' }]);
      expect(await isPublic(walk)).toBe(true);
      expect((await fire(new Date(end.getTime() - 1))).flat()).toEqual([]);
      expect((await fire(end)).flat()).toMatchObject([{ caseId: walk.caseId, state: 'expired' }]);
      expect((await fire(new Date(end.getTime() + 1e10))).flat()).toEqual([]);
    } finally {
      await other.close();
    }
    expect(await isPublic(walk)).toBe(false);
    expect(await count(walk.caseId, 'case.expire-soon')).toBe(1);
    expect(await count(walk.caseId, 'case.expire')).toBe(1);
  });

  it('after a year’s downtime the supplier is still told first; what is suspended waits', async () => {
    const walk = await CaseWalk.begin(world);
    await walk.toDecision();
    await walk.decide('approved');
    const late = new Date(expiresAt(await endOf(walk)).getTime() + 1e10);
    await walk.send(world.coordinator, { type: 'suspend', note: 'Vi undersøger sagen.' });
    expect(await listDueClocks(test.db, late)).toEqual([]);
    await walk.send(world.coordinator, { type: 'reinstate', note: 'Det er i orden.' });
    expect(await fireDueClocks(test.db, late)).toMatchObject([{ caseId: walk.caseId, state: 'expiring' }]);
    expect(await fireDueClocks(test.db, late)).toMatchObject([{ caseId: walk.caseId, state: 'expired' }]);
  });
});
