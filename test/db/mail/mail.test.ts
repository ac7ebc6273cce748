import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { composer } from '~/app/mail/compose';
import { digestComposer } from '~/app/mail/digest';
import { smtpDelivery } from '~/app/mail/smtp';
import { connect } from '~/db/client';
import { declareConflict } from '~/db/conflicts';
import { countStuckNotices, listMails, retryMails } from '~/db/mail/list';
import { type Preparing, prepareMails } from '~/db/mail/prepare';
import { sendDueMails } from '~/db/mail/send';
import { mails, outbox, people } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { leaseMilliseconds, waits } from '~/workflows/mail-attempts';
import { afterQuiet } from '~/workflows/mail-plan';
import { createTestDatabase, type TestDatabase } from '../../database';
import { CaseWalk, type CaseWorld, makeCaseWorld, municipalityA } from '../../factories/reviewed-case';
import { type MailServerOptions, startMailServer } from '../../mail-server';

const publicUrl = 'https://portal.example.dk';
const mailFrom = 'Snitfladeklar <portal@example.dk>';
const start = new Date('2026-12-01T12:00:00Z');
const minutes = (count: number): Date => new Date(start.getTime() + count * 60_000);

let test: TestDatabase;
let world: CaseWorld;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.db.delete(mails);
  await test.db.delete(outbox);
});

const prepare = (change: Partial<Preparing> = {}, db = test.db) =>
  prepareMails(db, {
    now: start,
    delivery: 'smtp',
    compose: composer(publicUrl),
    composeDigest: digestComposer(publicUrl),
    onError: (error) => {
      throw error;
    },
    ...change,
  });
const deliverTo = (smtpUrl: string) => smtpDelivery({ smtpUrl, mailFrom, publicUrl, sessionSecret: 'secret' });
const send = (smtpUrl: string, now: Date, db = test.db) =>
  sendDueMails(db, { now: () => now, deliver: deliverTo(smtpUrl) });
const personIds = (...acting: Acting[]) => acting.map(({ actor }) => actor.personId).sort();

async function receivers(): Promise<string[]> {
  const rows = await test.db.select({ personId: mails.personId }).from(mails);
  return rows.map(({ personId }) => personId ?? '').sort();
}

async function withServer<T>(
  options: MailServerOptions,
  work: (server: Awaited<ReturnType<typeof startMailServer>>) => Promise<T>,
): Promise<T> {
  const server = await startMailServer(options);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

describe('who gets a mail', () => {
  it('the coordinator of a submission, the municipality’s reviewers of a new case, the supplier’s people of a decision', async () => {
    const walk = await CaseWalk.begin(world);
    await walk.submit();
    await prepare();
    expect(await receivers()).toEqual(personIds(world.coordinator));
    await test.db.delete(mails);
    await walk.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
    await prepare();
    expect(await receivers()).toEqual(personIds(world.leadA, world.leadC, world.reviewerA));
    await test.db.delete(mails);
    await walk.assess(world.reviewerA, 'first');
    await walk.assess(world.reviewerB, 'second');
    await walk.send(world.leadA, { type: 'propose', outcome: 'approved', reasons: 'Hemmelig begrundelse.' });
    await prepare();
    expect(await receivers()).toEqual(personIds(world.leadC));
    await test.db.delete(mails);
    await walk.send(world.leadB, { type: 'confirm', note: '' });
    await prepare();
    expect(await receivers()).toEqual(personIds(world.editor, world.signatory));
    // Neither a reviewer's name nor what they wrote leaves the portal.
    const written = await test.db.select().from(mails);
    for (const { subject, text, html } of written) expect(subject + text + html).not.toContain('Hemmelig');
  });

  it('nobody who has declared a conflict of interest, and nobody who has left', async () => {
    const other = await makeOtherWorld();
    const walk = await CaseWalk.begin(other.world);
    await walk.submit();
    await walk.send(other.world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
    await declareConflict(other.test.db, other.world.leadA, { supplierId: other.world.supplierId, reason: 'Familie.' });
    await other.test.db.update(people).set({ endedAt: start }).where(eq(people.id, other.world.leadC.actor.personId));
    await prepare({}, other.test.db);
    const rows = await other.test.db.select({ personId: mails.personId }).from(mails);
    // Nor the coordinator, who would be told to route what is routed.
    expect(rows.map(({ personId }) => personId).sort()).toEqual(personIds(other.world.reviewerA));
    await other.test.drop();
  });
});

async function makeOtherWorld() {
  const other = await createTestDatabase();
  return { test: other, world: await makeCaseWorld(other.db) };
}

describe('sending', () => {
  async function oneNotice(): Promise<void> {
    const walk = await CaseWalk.begin(world);
    await walk.submit();
  }

  it('each mail once, by several processes at once, with both parts and a Message-ID of its own', async () => {
    await oneNotice();
    await oneNotice();
    await oneNotice();
    const other = connect(test.target, { applicationName: 'second-process', max: 3 });
    await withServer({}, async ({ url, received }) => {
      await Promise.all([prepare(), prepare({}, other.db), prepare()]);
      await Promise.all([send(url, start), send(url, start, other.db), send(url, start)]);
      await other.close();
      expect(received).toHaveLength(3);
      const ids = received.map(({ raw }) => /^Message-ID: <(.+)@portal\.example\.dk>/im.exec(raw)?.[1]);
      expect(new Set(ids).size).toBe(3);
      expect(received[0]?.from).toBe('portal@example.dk');
      expect(received[0]?.raw).toMatch(/Content-Type: text\/plain/i);
      expect(received[0]?.raw).toMatch(/Content-Type: text\/html/i);
      expect(received[0]?.raw).toMatch(/^Auto-Submitted: auto-generated/im);
      expect(await send(url, minutes(10_000))).toBe(0);
    });
  });

  it('a server that is down costs only time', async () => {
    await oneNotice();
    await prepare();
    const gone = await startMailServer();
    await gone.stop();
    expect(await send(gone.url, start)).toBe(0);
    expect(await listMails(test.db, 'waiting')).toMatchObject([{ attempts: 1, state: 'waiting' }]);
    expect(await send(gone.url, minutes(0.5))).toBe(0);
    await withServer({ port: gone.port }, async ({ received }) => {
      expect(await send(gone.url, minutes(1))).toBe(1);
      expect(received).toHaveLength(1);
    });
    expect(await listMails(test.db)).toMatchObject([{ state: 'sent', attempts: 2, lastError: null }]);
  });

  it('an address that is refused for good fails at once; one that is refused for now is tried for days, in office hours', async () => {
    await oneNotice();
    await prepare();
    await withServer({ refuse: () => 550 }, ({ url }) => send(url, start));
    expect(await listMails(test.db)).toMatchObject([{ state: 'failed', attempts: 1 }]);
    expect(await retryMails(test.db, start)).toBe(1);
    await withServer({ refuse: () => 450 }, async ({ url }) => {
      let now = start;
      for (const wait of waits) {
        await send(url, now);
        expect(await listMails(test.db)).toMatchObject([{ state: 'waiting' }]);
        now = afterQuiet(new Date(now.getTime() + wait * 60_000));
      }
      await send(url, now);
      expect(await listMails(test.db)).toMatchObject([{ state: 'failed', attempts: waits.length + 1 }]);
    });
    expect(await retryMails(test.db, minutes(9_000))).toBe(1);
    await withServer({}, async ({ url }) => expect(await send(url, minutes(9_000))).toBe(1));
  });

  it('a process killed between the server’s yes and the mark: the same mail again, under the same Message-ID', async () => {
    await oneNotice();
    await prepare();
    await withServer({}, async ({ url, received }) => {
      const deliver = deliverTo(url);
      const killed = sendDueMails(test.db, {
        now: () => start,
        deliver: async (mail) => {
          await deliver(mail);
          throw new Error('killed');
        },
      });
      await expect(killed).rejects.toThrow('killed');
      expect(await send(url, new Date(start.getTime() + leaseMilliseconds - 1))).toBe(0);
      expect(await send(url, new Date(start.getTime() + leaseMilliseconds))).toBe(1);
      const ids = received.map(({ raw }) => /^Message-ID: (.+)$/im.exec(raw)?.[1]);
      expect(ids).toHaveLength(2);
      expect(new Set(ids).size).toBe(1);
    });
  });

  it('without a mail server mails are shown and never sent, not even later', async () => {
    await oneNotice();
    await prepare({ delivery: 'inbox' });
    await withServer({}, async ({ url }) => expect(await send(url, minutes(9_000))).toBe(0));
    expect(await listMails(test.db)).toMatchObject([{ state: 'shown', attempts: 0 }]);
  });
});

it('a notice that no mail can be made of is left after some tries, is counted, and does not hold up the rest', async () => {
  const walk = await CaseWalk.begin(world);
  await walk.submit();
  const [good] = await test.db.select().from(outbox);
  if (!good) throw new Error('No notice.');
  await test.db.insert(outbox).values({ ...good, id: crypto.randomUUID(), payload: {}, createdAt: new Date(0) });
  const errors: unknown[] = [];
  expect(await prepare({ onError: (error) => errors.push(error) })).toBe(1);
  for (let round = 0; round < 6; round += 1) await prepare({ onError: (error) => errors.push(error) });
  expect(errors).toHaveLength(5);
  expect(await countStuckNotices(test.db)).toBe(1);
  expect(await retryMails(test.db, start)).toBe(1);
  expect(await countStuckNotices(test.db)).toBe(0);
});
