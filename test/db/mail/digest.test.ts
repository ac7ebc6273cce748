import { randomUUID } from 'node:crypto';
import { eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { composer } from '~/app/mail/compose';
import { digestComposer } from '~/app/mail/digest';
import { smtpDelivery } from '~/app/mail/smtp';
import { escalateReviews } from '~/db/cases/escalation';
import { connect, type Database } from '~/db/client';
import { countHeldNotices, makeDigests } from '~/db/mail/digest';
import { queueNotice } from '~/db/mail/plain-notice';
import { type Preparing, prepareMails } from '~/db/mail/prepare';
import { sendDueMails } from '~/db/mail/send';
import { saveMailWish } from '~/db/mail/wishes';
import { caseEscalations, heldNotices, mailDigests, mails, mailWishes, outbox, people } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { copenhagenDay, endOfDay } from '~/workflows/working-days';
import { createTestDatabase, type TestDatabase } from '../../database';
import { CaseWalk, type CaseWorld, makeCaseWorld, municipalityA } from '../../factories/reviewed-case';
import { startMailServer } from '../../mail-server';

const publicUrl = 'https://portal.example.dk';
/** Tuesday, one o’clock in Copenhagen. */
const tuesday = new Date('2026-12-01T12:00:00Z');
const wednesdayAtEight = new Date('2026-12-02T07:00:00Z');

let test: TestDatabase;
let world: CaseWorld;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());
beforeEach(async () => {
  for (const table of [heldNotices, mailDigests, mails, outbox, mailWishes]) await test.db.delete(table);
});

const preparing = (now: Date, change: Partial<Preparing> = {}): Preparing => ({
  now,
  delivery: 'smtp',
  compose: composer(publicUrl),
  composeDigest: digestComposer(publicUrl),
  onError: (error) => {
    throw error;
  },
  ...change,
});

/** One round of a worker. */
async function round(now: Date, db: Database = test.db): Promise<void> {
  await prepareMails(db, preparing(now));
  await makeDigests(db, preparing(now));
}

const remind = (now: Date, to: Acting, title: string) =>
  test.db.transaction((tx) =>
    queueNotice(tx, now, {
      about: 'evidence-expires',
      to: { personIds: [to.actor.personId] },
      params: { title, product: 'Omsorg', supplier: 'Eksempel A/S', date: '2026-12-30' },
      link: { page: 'declaration', declarationId: randomUUID() },
      topic: 'reminders',
    }),
  );

const steward = (now: Date, to: Acting) =>
  test.db.transaction((tx) =>
    queueNotice(tx, now, {
      about: 'steward',
      to: { personIds: [to.actor.personId] },
      params: { product: 'Omsorg', supplier: 'Eksempel A/S' },
      link: { page: 'home' },
    }),
  );

const mailsOf = (to: Acting) => test.db.select().from(mails).where(eq(mails.personId, to.actor.personId));

describe('the daily mail', () => {
  it('holds all of a person’s reminders, and nobody else’s', async () => {
    await remind(tuesday, world.editor, 'Testrapport');
    await remind(tuesday, world.editor, 'Aftale');
    await remind(tuesday, world.signatory, 'Certifikat');
    await round(tuesday);
    expect(await test.db.$count(mails)).toBe(0);
    expect(await countHeldNotices(test.db)).toBe(3);
    await round(new Date(wednesdayAtEight.getTime() - 1));
    expect(await test.db.$count(mails)).toBe(0);
    await round(wednesdayAtEight);
    const [mine, ...more] = await mailsOf(world.editor);
    expect(more).toEqual([]);
    expect(mine?.subject).toBe('2 beskeder fra Snitfladeklar');
    expect(mine?.text).toContain('1. Dokumentation for Omsorg udløber den 30. december 2026');
    expect(mine?.text).toContain('»Testrapport«');
    expect(mine?.text).toContain('»Aftale«');
    expect(mine?.text + (mine?.html ?? '')).not.toContain('Certifikat');
    // A single one is a mail like any other.
    expect(await mailsOf(world.signatory)).toMatchObject([
      { subject: 'Dokumentation for Omsorg udløber den 30. december 2026' },
    ]);
    expect(await countHeldNotices(test.db)).toBe(0);
  });

  it('is one, made by several processes at once, and reaches its receiver once', async () => {
    for (let count = 0; count < 12; count += 1) await remind(tuesday, world.editor, `Bilag ${count}`);
    const other = connect(test.target, { applicationName: 'second-process', max: 3 });
    const server = await startMailServer();
    try {
      await Promise.all([round(tuesday), round(tuesday, other.db), round(tuesday)]);
      const morning = [1, 2, 3].flatMap(() => [round(wednesdayAtEight), round(wednesdayAtEight, other.db)]);
      await Promise.all(morning);
      const deliver = smtpDelivery({ smtpUrl: server.url, mailFrom: 'p@example.dk', publicUrl, sessionSecret: 's' });
      const send = (db: Database) => sendDueMails(db, { now: () => wednesdayAtEight, deliver });
      await Promise.all([send(test.db), send(other.db)]);
      expect(server.received).toHaveLength(1);
      expect(await mailsOf(world.editor)).toMatchObject([{ subject: '12 beskeder fra Snitfladeklar' }]);
    } finally {
      await other.close();
      await server.stop();
    }
  });

  it('comes once a day: what is due too late for it waits until tomorrow', async () => {
    await remind(tuesday, world.editor, 'Testrapport');
    await round(tuesday);
    await round(wednesdayAtEight);
    // As by a process whose clock is a little behind, and that commits after the mail was made.
    await remind(tuesday, world.editor, 'Aftale');
    await prepareMails(test.db, preparing(new Date(wednesdayAtEight.getTime() - 1)));
    await round(new Date(wednesdayAtEight.getTime() + 60_000));
    expect(await mailsOf(world.editor)).toHaveLength(1);
    await round(new Date('2026-12-03T07:00:00Z'));
    expect(await mailsOf(world.editor)).toHaveLength(2);
  });

  it.each([
    ['Christmas', '2026-12-23T14:00:00Z', '2026-12-28T07:00:00Z'],
    ['Easter and the change to summer time', '2027-03-24T14:00:00Z', '2027-03-30T06:00:00Z'],
    ['the change to winter time', '2026-10-23T14:00:00Z', '2026-10-26T07:00:00Z'],
  ])('waits over %s, looked at every three hours', async (_, from, until) => {
    await remind(new Date(from), world.editor, 'Testrapport');
    await remind(new Date(from), world.editor, 'Aftale');
    for (let now = Date.parse(from); now < Date.parse(until); now += 3 * 3_600_000) {
      await round(new Date(Math.min(now, Date.parse(until) - 1)));
    }
    await round(new Date(Date.parse(until) - 1));
    expect(await test.db.$count(mails)).toBe(0);
    await round(new Date(until));
    await round(new Date(until));
    expect(await mailsOf(world.editor)).toMatchObject([{ subject: '2 beskeder fra Snitfladeklar' }]);
  });

  it('after a week’s downtime that ends on a Saturday is one, on Monday', async () => {
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-03']) {
      const now = new Date(`${day}T12:00:00Z`);
      await remind(now, world.editor, day);
      if (day !== '2026-12-03') await prepareMails(test.db, preparing(now));
    }
    await round(new Date('2026-12-12T12:00:00Z'));
    expect(await test.db.$count(mails)).toBe(0);
    await round(new Date('2026-12-14T09:00:00Z'));
    // What was noticed only on the Saturday is for Monday as well.
    expect(await mailsOf(world.editor)).toMatchObject([{ subject: '3 beskeder fra Snitfladeklar' }]);
    await round(new Date('2026-12-15T07:00:00Z'));
    expect(await test.db.$count(mails)).toBe(1);
  });

  it('tells nothing to whoever left while it waited', async () => {
    await remind(tuesday, world.editor, 'Testrapport');
    await round(tuesday);
    const { personId } = world.editor.actor;
    await test.db.update(people).set({ endedAt: tuesday }).where(eq(people.id, personId));
    await round(wednesdayAtEight);
    await test.db.update(people).set({ endedAt: null }).where(eq(people.id, personId));
    expect(await test.db.$count(mails)).toBe(0);
    expect(await countHeldNotices(test.db)).toBe(0);
  });
});

describe('quiet hours', () => {
  const evening = new Date('2026-12-01T19:00:00Z');

  it('hold news back until morning, but no decision and nothing for those who want it at any hour', async () => {
    await saveMailWish(test.db, world.signatory.actor.personId, { gathers: 'nothing', keepsQuiet: false });
    await steward(evening, world.editor);
    await steward(evening, world.signatory);
    await round(evening);
    expect(await mailsOf(world.editor)).toMatchObject([{ nextAttemptAt: wednesdayAtEight, leaves: 'office-hours' }]);
    expect(await mailsOf(world.signatory)).toMatchObject([{ nextAttemptAt: evening, leaves: 'at-once' }]);
    const walk = await CaseWalk.begin(world);
    await walk.toDecision(['accepted', 'accepted']);
    await test.db.delete(outbox).where(isNull(outbox.sentAt));
    await walk.send(world.leadA, { type: 'propose', outcome: 'approved', reasons: '' });
    await walk.send(world.leadB, { type: 'confirm', note: '' });
    await round(evening);
    const decided = await mailsOf(world.editor);
    expect(decided.filter(({ leaves }) => leaves === 'at-once')).toMatchObject([{ nextAttemptAt: evening }]);
  });

  it('hold a mail back too that has to be tried again', async () => {
    await steward(new Date('2026-12-01T15:59:30Z'), world.editor);
    await round(new Date('2026-12-01T15:59:30Z'));
    const refuse = async () => ({ kind: 'refused' as const, isFinal: false, error: 'busy' });
    await sendDueMails(test.db, { now: () => new Date('2026-12-01T15:59:40Z'), deliver: refuse });
    expect(await mailsOf(world.editor)).toMatchObject([{ attempts: 1, nextAttemptAt: wednesdayAtEight }]);
  });

  it('are left to those who want everything in one mail', async () => {
    await saveMailWish(test.db, world.editor.actor.personId, { gathers: 'everything', keepsQuiet: true });
    await steward(tuesday, world.editor);
    await remind(tuesday, world.editor, 'Testrapport');
    await round(tuesday);
    await round(wednesdayAtEight);
    expect(await mailsOf(world.editor)).toMatchObject([{ subject: '2 beskeder fra Snitfladeklar' }]);
  });
});

describe('a review that takes too long', () => {
  it('is told of to the coordinators once, some working days after its clock ran out', async () => {
    const walk = await CaseWalk.begin(world);
    await walk.submit();
    await walk.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
    expect(copenhagenDay((await walk.row()).stateSince)).toBe('2026-11-24');
    // Thirty working days and five, over Christmas and New Year.
    const told = endOfDay('2027-01-18');
    expect(await escalateReviews(test.db, new Date(told.getTime() - 1))).toEqual([]);
    const rounds = await Promise.all([1, 2, 3].map(() => escalateReviews(test.db, told)));
    expect(rounds.flat()).toMatchObject([{ caseId: walk.caseId, state: 'review', dueAt: endOfDay('2027-01-11') }]);
    expect(await escalateReviews(test.db, endOfDay('2027-08-01'))).toEqual([]);
    await test.db.delete(outbox).where(eq(outbox.kind, 'case-notice'));
    await round(told);
    await round(new Date('2027-01-19T07:00:00Z'));
    expect(await mailsOf(world.coordinator)).toMatchObject([{ subject: expect.stringContaining('er over tiden') }]);
    expect(await test.db.$count(mails)).toBe(1);
    // Assessed and waiting for a decision: another clock.
    await walk.assess(world.reviewerA, 'first');
    await walk.assess(world.reviewerB, 'second');
    expect(await escalateReviews(test.db, told)).toMatchObject([{ state: 'decision' }]);
    expect(await test.db.$count(caseEscalations, eq(caseEscalations.caseId, walk.caseId))).toBe(2);
  });
});
