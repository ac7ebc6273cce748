import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { and, eq } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { work } from '~/app/server/worker';
import { saveAnswers } from '~/db/answers';
import { attachEvidence } from '~/db/attached-evidence';
import { listPastPlans, withPastPlans } from '~/db/cases/past-plans';
import { loadDeclaration } from '~/db/declarations';
import { addEvidence } from '~/db/evidence';
import { listLibrary } from '~/db/evidence-library';
import { remindOfEvidence } from '~/db/evidence-reminders';
import { proposeAnswers } from '~/db/proposals';
import { evidence, outbox, people } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { deltaOf } from '~/workflows/case/delta';
import { freezeDeclaration } from '~/workflows/freeze-declaration';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson } from '../factories/supplier-people';
import { startMailServer } from '../mail-server';

const store = {
  put: () => {
    throw new Error('No file is sent in these tests.');
  },
};

let test: TestDatabase;
let acting: Acting;
let supplierId: string;

beforeAll(async () => {
  test = await createTestDatabase({ content: true });
  ({ supplierId } = await makeSupplier(test.db));
  acting = await makeSupplierPerson(test.db, supplierId, 'editor', 'signatory');
});
afterAll(() => test.drop());

async function add(declarationId: string, change: object = {}, replacesId?: string, questionKeys = ['gen-version']) {
  const facts = {
    type: 'test_report',
    title: 'Testrapport',
    url: 'https://eksempel.dk/rapport',
    municipalityCode: '',
    observedOn: '2026-01-10',
    validTo: '',
    ...change,
  };
  const input = { declarationId, questionKeys, facts, file: null, ...(replacesId ? { replacesId } : {}) };
  return addEvidence(test.db, store, acting, input);
}

async function added(...input: Parameters<typeof add>): Promise<string> {
  const result = await add(...input);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value.evidenceId;
}

const idsAt = async (declarationId: string, key: string) =>
  ((await loadDeclaration(test.db, declarationId)).evidence.get(key) ?? []).map(({ id }) => id);

describe('evidence that is replaced', () => {
  it('hands its answers on and stays with its history', async () => {
    const { declarationId } = await makeDeclaration(test.db, acting);
    const old = await added(declarationId, {}, undefined, ['gen-version', 'gen-former-name']);
    const newer = await added(declarationId, { productVersion: '4.2', environment: 'production' }, old);
    expect(await idsAt(declarationId, 'gen-version')).toEqual([newer]);
    expect(await idsAt(declarationId, 'gen-former-name')).toEqual([newer]);
    const library = await listLibrary(test.db, acting.actor, supplierId);
    expect(library.find((item) => item.evidence.id === old)).toMatchObject({ replacedById: newer, questionKeys: [] });
    const now = library.find((item) => item.evidence.id === newer);
    expect(now?.evidence).toMatchObject({ replacesId: old, productVersion: '4.2', environment: 'production' });
    expect([...(now?.questionKeys ?? [])].sort()).toEqual(['gen-former-name', 'gen-version']);
  });

  it('has to be of the same declaration', async () => {
    const elsewhere = await added((await makeDeclaration(test.db, acting)).declarationId);
    const { declarationId } = await makeDeclaration(test.db, acting);
    expect(await add(declarationId, {}, elsewhere)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await idsAt(declarationId, 'gen-version')).toEqual([]);
  });
});

describe('evidence of another product', () => {
  it('is copied once, however many answers it backs, and never from another supplier', async () => {
    const source = await added((await makeDeclaration(test.db, acting)).declarationId, { title: 'Delt rapport' });
    const { declarationId } = await makeDeclaration(test.db, acting);
    for (const questionKey of ['gen-version', 'gen-former-name']) {
      const place = { declarationId, evidenceId: source, questionKey };
      expect(await attachEvidence(test.db, acting, place)).toMatchObject({ ok: true });
    }
    const copies = await test.db
      .select()
      .from(evidence)
      .where(and(eq(evidence.declarationId, declarationId), eq(evidence.title, 'Delt rapport')));
    expect(copies).toHaveLength(1);
    expect(await idsAt(declarationId, 'gen-former-name')).toEqual([copies[0]?.id]);

    const rival = await makeSupplier(test.db);
    const stranger = await makeSupplierPerson(test.db, rival.supplierId, 'editor');
    const { declarationId: theirs } = await makeDeclaration(test.db, stranger);
    const place = { declarationId: theirs, evidenceId: source, questionKey: 'gen-version' };
    expect(await attachEvidence(test.db, stranger, place)).toMatchObject({ refusal: { code: 'not-found' } });
  });
});

describe('reminders of evidence', () => {
  const noon = (day: string) => new Date(`${day}T11:00:00Z`);
  const notices = async (title: string) =>
    (await test.db.select().from(outbox))
      .map(({ payload }) => JSON.stringify(payload))
      .filter((payload) => payload.includes('evidence-expires') && payload.includes(title));

  it('are queued once at 30 and once at 7 days, also by two workers at once', async () => {
    const { declarationId } = await makeDeclaration(test.db, acting);
    await added(declarationId, { title: 'Udløbsprøve', validTo: '2031-06-30' });
    await remindOfEvidence(test.db, noon('2031-05-30'));
    expect(await notices('Udløbsprøve')).toHaveLength(0);
    await Promise.all([1, 2, 3].map(() => remindOfEvidence(test.db, noon('2031-05-31'))));
    expect(await notices('Udløbsprøve')).toHaveLength(1);
    await remindOfEvidence(test.db, noon('2031-06-23'));
    await remindOfEvidence(test.db, noon('2031-06-24'));
    expect(await notices('Udløbsprøve')).toHaveLength(2);
    expect((await notices('Udløbsprøve'))[0]).toContain(acting.actor.personId);
  });

  it('come by mail the next morning, once to each who may answer for the product, also with two workers', async () => {
    const { declarationId } = await makeDeclaration(test.db, acting);
    await added(declarationId, { title: 'Sikkerhedstest', validTo: '2033-06-30' });
    const server = await startMailServer();
    const folder = mkdtempSync(path.join(tmpdir(), 'snitfladeklar-heads-'));
    const worker = (day: string) => ({
      config: {
        publicUrl: 'https://portal.example.dk',
        sessionSecret: 'secret',
        logHeadsFile: path.join(folder, 'log-heads.jsonl'),
        smtpUrl: server.url,
        mailFrom: 'portal@example.dk',
        wellKnownAllowLocal: false,
      },
      db: test.db,
      signer: null,
      log: pino({ level: 'silent' }),
      now: () => noon(day),
    });
    const arrived = () => server.received.filter(({ raw }) => raw.includes('Sikkerhedstest')).flatMap(({ to }) => to);
    try {
      await Promise.all([work(worker('2033-05-31')), work(worker('2033-05-31'))]);
      expect(arrived()).toEqual([]);
      await Promise.all([work(worker('2033-06-01')), work(worker('2033-06-01'))]);
      await work(worker('2033-06-01'));
      const [person] = await test.db.select().from(people).where(eq(people.id, acting.actor.personId));
      expect(arrived()).toEqual([person?.email]);
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  });

  it('say nothing of what was replaced or has run out', async () => {
    const { declarationId } = await makeDeclaration(test.db, acting);
    const old = await added(declarationId, { title: 'Afløst', validTo: '2032-06-30' });
    await added(declarationId, { title: 'Ny' }, old);
    await added(declarationId, { title: 'Forbi', validTo: '2032-06-01' });
    await remindOfEvidence(test.db, noon('2032-06-10'));
    expect(await notices('Afløst')).toHaveLength(0);
    expect(await notices('Forbi')).toHaveLength(0);
  });
});

describe('a planned date that has passed', () => {
  it('is refused at its place when it is new, and left alone when it was written in time', async () => {
    const { declarationId } = await makeDeclaration(test.db, acting);
    const [entry] = (await loadDeclaration(test.db, declarationId)).scope;
    const key = `if-planned-date@${entry?.interfaceId}`;
    const save = (value: string, expectedVersion: number, day: string) =>
      saveAnswers(
        test.db,
        { ...acting, now: new Date(`${day}T11:00:00Z`) },
        { declarationId, answers: [{ key, value, justification: null, expectedVersion }] },
      );
    const past = { key, status: 'problem', problem: 'planned-date-past', field: 'value' };
    expect(await save('2031-03-01', 0, '2031-03-02')).toMatchObject({ value: { outcomes: [past] } });
    expect(await save('2031-03-01', 0, '2031-03-01')).toMatchObject({ value: { outcomes: [{ status: 'saved' }] } });
    expect(await save('2031-03-01', 1, '2031-06-01')).toMatchObject({ value: { outcomes: [{ status: 'unchanged' }] } });
    expect(await save('2031-04-01', 1, '2031-06-01')).toMatchObject({ value: { outcomes: [past] } });
  });

  it('blocks submission at its place from the day after, unless it was approved as it stands', async () => {
    const { declarationId } = await makeDeclaration(test.db, acting);
    const { scope } = await loadDeclaration(test.db, declarationId);
    const about = scope.find(({ isIncluded }) => isIncluded)?.interfaceId;
    const key = `if-planned-date@${about}`;
    const answers = [
      { key: `if-support@${about}`, value: 'planned', justification: null, expectedVersion: 0 },
      { key, value: '2031-03-01', justification: null, expectedVersion: 0 },
    ];
    await saveAnswers(test.db, { ...acting, now: new Date('2031-02-01T11:00:00Z') }, { declarationId, answers });
    const blockedOn = async (day: string) => {
      const loaded = await loadDeclaration(test.db, declarationId);
      const { completeness } = await withPastPlans(test.db, loaded, new Date(`${day}T11:00:00Z`));
      return completeness.sections.flatMap(({ missing }) => missing).find((item) => item.key === key)?.problem;
    };
    expect(await blockedOn('2031-03-01')).toBeUndefined();
    expect(await blockedOn('2031-03-02')).toBe('planned-date-past');
    const loaded = await loadDeclaration(test.db, declarationId);
    const document = freezeDeclaration({ ...loaded, open: loaded.completeness.open });
    const [answerHash = ''] = document.answers
      .filter((answer) => answer.key === key)
      .map((answer) => answer.answerHash);
    const approval = { id: 'v1', questionKey: key, answerHash, kind: 'accepted' as const, givenAt: acting.now };
    const delta = deltaOf(document.answers, [approval]);
    expect(listPastPlans(document, delta, new Date('2031-03-02T11:00:00Z'))).toEqual([]);
  });

  it('is refused as a proposal too, whatever machine comes with it', async () => {
    const { declarationId } = await makeDeclaration(test.db, acting);
    const [entry] = (await loadDeclaration(test.db, declarationId)).scope;
    const key = `if-planned-date@${entry?.interfaceId}`;
    const propose = (value: string) =>
      proposeAnswers(
        test.db,
        { ...acting, now: new Date('2031-03-02T11:00:00Z') },
        {
          declarationId,
          origin: 'api',
          originDetails: {},
          proposals: [{ key, value, justification: null }],
        },
      );
    const past = { key, problem: 'planned-date-past', field: 'value' };
    expect(await propose('2031-03-01')).toMatchObject({ value: { proposed: 0, problems: [past] } });
    expect(await propose('2031-03-02')).toMatchObject({ value: { proposed: 1, problems: [] } });
  });
});
