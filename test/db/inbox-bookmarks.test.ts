import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countSubmission } from '~/db/cases/keep-inbox';
import { listInbox } from '~/db/cases/read-inbox';
import { addInboxBookmark, endInboxBookmark, listInboxBookmarks } from '~/db/inbox-bookmarks';
import { changePortalSettings } from '~/db/portal-settings';
import { cases, submissionAnswers } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import type { InboxFilter } from '~/workflows/review/inbox';
import { createTestDatabase, type TestDatabase } from '../database';
import {
  CaseWalk,
  type CaseWorld,
  getValue,
  makeCaseWorld,
  municipalityA,
  municipalityB,
} from '../factories/reviewed-case';

let test: TestDatabase;
let world: CaseWorld;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());

const names = async ({ actor }: Acting) => (await listInboxBookmarks(test.db, actor)).map(({ name }) => name);

describe('saved views', () => {
  it('are one’s own, or shared with those who work in the same place', async () => {
    const { leadA, reviewerA, reviewerB, coordinator } = world;
    const view = { name: 'Over fristen', search: 'view=waiting&only=overdue', isShared: true };
    const { id } = getValue(await addInboxBookmark(test.db, leadA, view));
    getValue(await addInboxBookmark(test.db, leadA, { ...view, name: 'Mit eget', isShared: false }));
    expect(await names(leadA)).toEqual(['Mit eget', 'Over fristen']);
    expect(await names(reviewerA)).toEqual(['Over fristen']);
    expect(await names(reviewerB)).toEqual([]);
    expect(await names(coordinator)).toEqual([]);
    expect(await endInboxBookmark(test.db, reviewerA, { id })).toMatchObject({ refusal: { code: 'not-found' } });
    getValue(await endInboxBookmark(test.db, leadA, { id }));
    expect(await names(reviewerA)).toEqual([]);
    const nameless = await addInboxBookmark(test.db, leadA, { ...view, name: '  ' });
    expect(nameless).toMatchObject({ refusal: { code: 'bookmark-not-whole' } });
  });
});

describe('filters', () => {
  const found = async (only: InboxFilter[], now: Date) => {
    const query = { view: 'waiting', sort: 'since', direction: 'ascending', search: '', only } as const;
    const inbox = await listInbox(test.db, world.leadA.actor, query, now);
    expect(inbox.total).toBe(inbox.rows.length);
    return inbox.rows.map(({ id }) => id);
  };

  it('keep what is overdue, has high impact and may be acted in', async () => {
    const walk = await CaseWalk.begin(world);
    await walk.submit();
    await walk.send(world.coordinator, { type: 'return-incomplete', note: 'Mangler.', workingDays: 5 });
    const { dueAt } = await walk.row();
    const due = dueAt ?? new Date(0);
    expect(await found([], walk.now)).toEqual([walk.caseId]);
    expect(await found(['overdue'], walk.now)).toEqual([]);
    expect(await found(['overdue', 'no-conflict'], new Date(due.getTime() + 1))).toEqual([walk.caseId]);
    expect(await found(['high-impact'], walk.now)).toEqual([]);
  });

  it('count a case as high impact from as many municipalities as the coordinator sets', async () => {
    const walk = await CaseWalk.begin(world);
    await walk.submit();
    await walk.send(world.coordinator, { type: 'return-incomplete', note: 'Mangler.', workingDays: 5 });
    const { currentSubmissionId, version } = await walk.row();
    await test.db.insert(submissionAnswers).values({
      submissionId: currentSubmissionId ?? '',
      questionKey: 'first-municipalities',
      sectionId: 'first',
      position: 9,
      // A code that no municipality has is not counted, and neither is one that is named twice.
      value: [municipalityA, municipalityB, municipalityB, '9999'],
      evidence: [],
      answerHash: '0'.repeat(64),
    });
    // As the submission would have counted it.
    const kept = await countSubmission(test.db, currentSubmissionId ?? '');
    expect(kept.runBy).toBe(2);
    await test.db
      .update(cases)
      .set({ ...kept, version: version + 1 })
      .where(eq(cases.id, walk.caseId));
    expect(await found(['high-impact'], walk.now)).toEqual([]);
    const limits = {
      leaseHours: 120,
      highImpactFrom: 2,
      reviewDays: 30,
      escalateDays: 5,
      expiredDays: 30,
      expectedVersion: 1,
    };
    getValue(await changePortalSettings(test.db, world.coordinator, limits));
    expect(await found(['high-impact'], walk.now)).toEqual([walk.caseId]);
  });
});
