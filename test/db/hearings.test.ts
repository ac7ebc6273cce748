import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answerComment,
  commentInHearing,
  confirmComment,
  findUnconfirmedComment,
  listComments,
} from '~/db/hearing-comments';
import { endHearing, listHearings, openHearing } from '~/db/hearings';
import { addPerson } from '~/db/people';
import { findHearing } from '~/db/published/hearings';
import { getPublishedVersion } from '~/db/published/version';
import { publishDraft } from '~/db/questionnaire-drafts';
import { hearingComments, outbox, questionnaireDrafts } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import type { Result } from '~/workflows/refusal';
import { createTestDatabase, type TestDatabase } from '../database';
import { definitionOf, rawQuestion } from '../factories/questionnaire';
import { getValue } from '../factories/reviewed-case';

let database: TestDatabase;
let coordinator: Acting;
const now = new Date('2026-11-24T12:00:00Z');
const later = new Date('2026-12-24T12:00:00Z');
const definition = definitionOf({ sections: [{ id: 'general', questions: [rawQuestion({ id: 'gen-one' })] }] });
const { slug, version } = definition;
const draft = { slug, version, hash: 'draft-hash' };
const hearing = { ...draft, closesOn: '2026-12-10', introduction: 'Er spørgsmålet til at svare på?' };
const words = { name: 'Hanne', email: 'hanne@odder.example', organisation: 'Odder Kommune', body: 'Det er for langt.' };
const tokenHashOf = (secretOf: string) => createHash('sha256').update(secretOf).digest('hex');

beforeAll(async () => {
  database = await createTestDatabase();
  const row = { ...draft, definition, mapping: null, loadedAt: now };
  await database.db.insert(questionnaireDrafts).values(row);
  const input = { name: 'K', email: 'k@example.org', memberships: [{ role: 'coordinator' as const }] };
  const { id, name } = getValue(await addPerson(database.db, { actor: null, now }, input));
  const actor = { personId: id, name, roles: ['coordinator' as const], supplierId: null, municipalityCode: null };
  coordinator = { actor, now };
});
afterAll(() => database.drop());

const codeOf = async (result: Promise<Result<unknown>>) => {
  const found = await result;
  return found.ok ? 'ok' : found.refusal.code;
};
const open = (change: object = {}, by: Acting = coordinator) => openHearing(database.db, by, { ...hearing, ...change });
const comment = (change: object = {}, at = now) =>
  commentInHearing(
    database.db,
    at,
    { ...words, slug, questionId: 'gen-one', language: 'en', ...change },
    { subject: 'keyed hash', tokenHashOf },
  );

test('a draft is heard, commented on, answered and then published', async () => {
  const { db } = database;
  expect(await findHearing(db, slug)).toBeUndefined();
  expect(await codeOf(open({ hash: 'another' }))).toBe('draft-has-changed');
  expect(await codeOf(open({ closesOn: '2026-11-25' }))).toBe('hearing-day');
  expect(await codeOf(open({ introduction: ' ' }))).toBe('hearing-introduction');
  const reviewer = { ...coordinator, actor: { ...coordinator.actor, roles: ['reviewer' as const] } };
  expect(await codeOf(open({}, reviewer))).toBe('role-required');
  const before = await getPublishedVersion(db);
  const { hearingId } = getValue(await open());
  // Kept pages end with it.
  expect(await getPublishedVersion(db)).toBeGreaterThan(before);
  expect(await findHearing(db, slug)).toMatchObject({
    version,
    closesOn: '2026-12-10',
    introduction: hearing.introduction,
  });
  expect(await codeOf(open())).toBe('hearing-runs');

  expect(await codeOf(comment({ questionId: 'unknown' }))).toBe('not-found');
  expect(await codeOf(comment({ body: '' }))).toBe('request-not-understood');
  expect(await codeOf(comment({}, later))).toBe('not-found');
  expect(getValue(await comment())).toEqual({ state: 'unconfirmed' });
  // Nobody reads it, and it holds nothing back, before the mail's link is used.
  expect(await listComments(db, hearingId)).toEqual([]);
  const [row] = await db.select().from(hearingComments);
  const tokenHash = row?.tokenHash ?? '';
  expect(await findUnconfirmedComment(db, now, tokenHash)).toMatchObject({ body: words.body });
  expect(await codeOf(confirmComment(db, later, tokenHash))).toBe('link-not-valid');
  expect(await codeOf(confirmComment(db, now, tokenHash))).toBe('ok');
  expect(await codeOf(confirmComment(db, now, tokenHash))).toBe('link-not-valid');
  const { personId } = coordinator.actor;
  const known = { ...words, slug, questionId: null, language: 'da' as const };
  expect(getValue(await commentInHearing(db, now, known, { personId }))).toEqual({ state: 'received' });
  expect(await listHearings(db)).toMatchObject([{ id: hearingId, comments: 2, waiting: 2 }]);

  const publish = (at: Date) => codeOf(publishDraft(db, { ...coordinator, now: at }, draft));
  expect(await publish(now)).toBe('hearing-not-over');
  expect(await publish(later)).toBe('hearing-comments-open');
  const comments = await listComments(db, hearingId);
  const [first, second] = ['gen-one', null].map((id) => comments.find(({ questionId }) => questionId === id));
  const answer = (id = '', expectedVersion = 0, as: 'answered' | 'closed' = 'answered', text = 'Den bliver kortere.') =>
    codeOf(answerComment(db, coordinator, { commentId: id, expectedVersion, as, answer: text }));
  expect(await answer(first?.id, first?.version, 'answered', ' ')).toBe('comment-answer');
  expect(await answer(first?.id, first?.version)).toBe('ok');
  expect(await answer(first?.id, first?.version)).toBe('comment-has-moved');
  expect(await answer(second?.id, second?.version, 'closed', '')).toBe('ok');
  const mails = await db.select({ payload: outbox.payload }).from(outbox);
  expect(mails.map(({ payload }) => payload)).toContainEqual(
    expect.objectContaining({
      about: 'hearing-answered',
      to: { address: words.email, language: 'en' },
      params: expect.objectContaining({ answer: 'Den bliver kortere.' }),
    }),
  );
  expect(await publish(later)).toBe('ok');
  expect(await findHearing(db, slug)).toBeUndefined();
  expect(await listHearings(db)).toMatchObject([{ endedBecause: 'published' }]);
  expect(await codeOf(endHearing(db, coordinator, { hearingId }))).toBe('hearing-ended');
});

test('what nobody confirms is forgotten; too many from one address are held back', async () => {
  const { db } = database;
  const again = { ...draft, version: '9.0' };
  await db
    .insert(questionnaireDrafts)
    .values({ ...again, definition: { ...definition, version: '9.0' }, mapping: null, loadedAt: now });
  getValue(await open({ ...again, closesOn: '2027-02-01' }));
  getValue(await comment());
  getValue(await comment({ email: 'en.anden@odder.example' }, later));
  const [late] = await db
    .select()
    .from(hearingComments)
    .where(eq(hearingComments.state, 'unconfirmed'))
    .orderBy(hearingComments.createdAt);
  expect(late).toMatchObject({ name: '', email: '', body: '' });
  const tries = [];
  for (let each = 0; each < 11; each += 1) tries.push(await codeOf(comment({}, later)));
  expect(tries.at(-1)).toBe('too-many-attempts');
});
