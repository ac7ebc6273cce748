import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorker, work } from '~/app/server/worker';
import { listMails } from '~/db/mail/list';
import { settleNotices } from '~/db/mail/prepare';
import { afterQuiet } from '~/workflows/mail-plan';
import { createTestDatabase, type TestDatabase } from '../../database';
import { CaseWalk, type CaseWorld, makeCaseWorld, municipalityA } from '../../factories/reviewed-case';
import { startMailServer } from '../../mail-server';

let test: TestDatabase;
let world: CaseWorld;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
});
afterAll(() => test.drop());

const log = pino({ level: 'silent' });
const publicUrl = 'https://portal.example.dk';
const folder = mkdtempSync(path.join(tmpdir(), 'snitfladeklar-heads-'));
const logHeadsFile = path.join(folder, 'log-heads.jsonl');
afterAll(() => rmSync(folder, { recursive: true }));

it('after a week’s downtime one round fires the deadline and tells of it, once', async () => {
  const server = await startMailServer();
  try {
    const walk = await CaseWalk.begin(world);
    await walk.submit();
    await walk.send(world.coordinator, { type: 'return-incomplete', note: 'Der mangler svar.', workingDays: 10 });
    const { dueAt } = await walk.row();
    if (!dueAt) throw new Error('No clock runs.');
    await settleNotices(test.db, walk.now);
    await settleNotices(test.db, new Date(walk.now.getTime() + 1));
    // A week later, in the morning: what is no decision leaves in office hours.
    const workingHour = afterQuiet(new Date(dueAt.getTime() + 7 * 86_400_000));
    const config = {
      publicUrl,
      sessionSecret: 'secret',
      logHeadsFile,
      smtpUrl: server.url,
      mailFrom: 'portal@example.dk',
      wellKnownAllowLocal: false,
    };
    const options = { config, db: test.db, signer: null, log, now: () => workingHour };
    await Promise.all([work(options), work(options)]);
    await work(options);
    expect((await walk.row()).state).toBe('screening');
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.to).toEqual([(await listMails(test.db))[0]?.address]);
  } finally {
    await server.stop();
  }
});

it('works until it is stopped, and without a mail server only shows what it wrote', async () => {
  const walk = await CaseWalk.begin(world);
  await walk.submit();
  await walk.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
  const config = {
    publicUrl,
    sessionSecret: 'secret',
    logHeadsFile,
    smtpUrl: null,
    mailFrom: null,
    wellKnownAllowLocal: false,
  };
  const worker = startWorker({ config, db: test.db, signer: null, log, now: () => walk.now });
  await expect.poll(async () => (await listMails(test.db, 'shown')).length).toBeGreaterThan(0);
  await worker.stop();
});
