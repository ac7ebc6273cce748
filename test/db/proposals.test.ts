import { randomUUID } from 'node:crypto';
import { and, asc, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveAnswers } from '~/db/answers';
import { sendCaseEvent } from '~/db/cases/send-event';
import { loadDeclaration } from '~/db/declarations';
import { countProposals, listProposals } from '~/db/open-proposals';
import { type DecideInput, decideProposals } from '~/db/proposal-decisions';
import { proposeAnswers } from '~/db/proposals';
import { cases, log, proposals as proposalRows } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson } from '../factories/supplier-people';

let test: TestDatabase;
let editor: Acting;
let signatory: Acting;
let admin: Acting;
let foreign: Acting;
let declarationId: string;

beforeAll(async () => {
  test = await createTestDatabase({ content: true });
  const { supplierId } = await makeSupplier(test.db);
  editor = await makeSupplierPerson(test.db, supplierId, 'editor');
  signatory = await makeSupplierPerson(test.db, supplierId, 'signatory');
  admin = await makeSupplierPerson(test.db, supplierId, 'supplier-admin');
  foreign = await makeSupplierPerson(test.db, (await makeSupplier(test.db)).supplierId, 'editor', 'signatory');
});
beforeEach(async () => {
  declarationId = (await makeDeclaration(test.db, editor)).declarationId;
});
afterAll(() => test.drop());

async function propose(values: Record<string, unknown>, rest: { allOrNothing?: boolean } = {}, acting = editor) {
  const result = await proposeAnswers(test.db, acting, {
    declarationId,
    origin: 'import',
    originDetails: { fileName: 'svar.xlsx' },
    proposals: Object.entries(values).map(([key, value]) => ({ key, value, justification: null })),
    ...rest,
  });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

async function decide(input: Partial<DecideInput>, acting = editor) {
  const result = await decideProposals(test.db, acting, { declarationId, accept: [], decline: [], ...input });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

async function save(key: string, value: unknown, expectedVersion = 0) {
  const answers = [{ key, value, justification: null, expectedVersion }];
  const saved = await saveAnswers(test.db, editor, { declarationId, answers });
  expect(saved).toMatchObject({ ok: true, value: { outcomes: [{ status: 'saved' }] } });
}

const present = async (key: string) => (await loadDeclaration(test.db, declarationId)).answers.get(key);

describe('proposing', () => {
  it('changes no answer, and leaves out what is answered so already', async () => {
    await save('gen-lifecycle', 'active');
    const made = await propose({ 'gen-version': ' 4.1 ', 'gen-lifecycle': 'active' });
    expect(made).toMatchObject({ proposed: 1, same: 1, problems: [] });
    expect(await present('gen-version')).toBeUndefined();
    expect(await listProposals(test.db, declarationId)).toMatchObject([
      {
        key: 'gen-version',
        value: '4.1',
        origin: 'import',
        relation: 'proposed',
        present: null,
        batchId: made.batchId,
      },
    ]);
  });

  it('checks each as a save would, and stores the others or none as asked', async () => {
    const values = {
      'gen-version': '4.1',
      'gen-nothing': 'x',
      'gen-municipalities': ['9999'],
      'gen-eol-date': 'i dag',
    };
    const problems = [
      { key: 'gen-nothing', problem: 'unknown-question' },
      { key: 'gen-municipalities', problem: 'not-a-municipality' },
      { key: 'gen-eol-date', problem: 'not-a-date' },
    ];
    expect(await propose(values, { allOrNothing: true })).toMatchObject({ proposed: 0, problems });
    expect(await listProposals(test.db, declarationId)).toEqual([]);
    expect(await propose(values)).toMatchObject({ proposed: 1, problems });
  });

  it('supersedes an older open one of the same origin only', async () => {
    await propose({ 'gen-version': '4.1' });
    await propose({ 'gen-version': '4.2' });
    const proposal = { key: 'gen-version', value: '4.3', justification: null };
    await proposeAnswers(test.db, editor, { declarationId, origin: 'api', originDetails: {}, proposals: [proposal] });
    const open = await listProposals(test.db, declarationId);
    expect(open.map(({ value }) => value)).toEqual(['4.2', '4.3']);
    expect(await countProposals(test.db, [declarationId])).toEqual(new Map([[declarationId, 2]]));
    const rows = await test.db.select().from(proposalRows).where(eq(proposalRows.declarationId, declarationId));
    expect(rows.find(({ value }) => value === '4.1')?.decidedAs).toBe('superseded');
  });
});

describe('deciding', () => {
  it('accepts as a save by that person, and declines without a trace in the answers', async () => {
    await propose({ 'gen-version': '4.1', 'gen-former-name': 'Gammelt navn' });
    const open = await listProposals(test.db, declarationId);
    const idOf = (key: string) => open.find((each) => each.key === key)?.id ?? '';
    const decided = await decide({ accept: [idOf('gen-version')], decline: [idOf('gen-former-name')] });
    expect(decided).toMatchObject({ accepted: [{ status: 'accepted', version: 1 }], gone: [] });
    expect(await present('gen-version')).toMatchObject({ value: '4.1', version: 1 });
    expect(await present('gen-former-name')).toBeUndefined();
    expect(await listProposals(test.db, declarationId)).toEqual([]);
    const entries = await test.db
      .select({ action: log.action })
      .from(log)
      .where(and(eq(log.subjectId, declarationId), like(log.action, 'proposal.%')))
      .orderBy(asc(log.number));
    expect(entries.map(({ action }) => action)).toEqual(['proposal.make', 'proposal.accept', 'proposal.decline']);
  });

  it('overwrites nothing that came meanwhile, until the person has seen it', async () => {
    await propose({ 'gen-version': '4.1' });
    await save('gen-version', '5.0');
    const [open] = await listProposals(test.db, declarationId);
    expect(open).toMatchObject({ relation: 'overrides', present: { value: '5.0', version: 1 } });
    const id = open?.id ?? '';
    expect(await decide({ accept: [id] })).toMatchObject({ accepted: [{ status: 'conflict' }] });
    expect(await present('gen-version')).toMatchObject({ value: '5.0' });
    expect(await decide({ accept: [id], seen: { [id]: 1 } })).toMatchObject({ accepted: [{ status: 'accepted' }] });
    expect(await present('gen-version')).toMatchObject({ value: '4.1', version: 2 });
  });

  it('is done once: two colleagues at the same time are one answer', async () => {
    await propose({ 'gen-version': '4.1' });
    const id = (await listProposals(test.db, declarationId))[0]?.id ?? '';
    const both = await Promise.all([decide({ accept: [id] }), decide({ decline: [id] })]);
    expect(both.filter(({ gone }) => gone.includes(id))).toHaveLength(1);
  });

  it('of two origins at one question, the second is a conflict and not an overwriting', async () => {
    await propose({ 'gen-version': '4.1' });
    const proposal = { key: 'gen-version', value: '4.3', justification: null };
    await proposeAnswers(test.db, editor, { declarationId, origin: 'api', originDetails: {}, proposals: [proposal] });
    const ids = (await listProposals(test.db, declarationId)).map(({ id }) => id);
    const { accepted } = await decide({ accept: ids });
    expect(accepted.map(({ status }) => status)).toEqual(['accepted', 'conflict']);
    expect(await listProposals(test.db, declarationId)).toHaveLength(1);
  });

  it('waits while the declaration cannot be changed: it can be declined, not accepted', async () => {
    await propose({ 'gen-version': '4.1' });
    const [open] = await test.db.select().from(cases).where(eq(cases.declarationId, declarationId));
    const input = { caseId: open?.id ?? '', expectedVersion: open?.version ?? 0 };
    const ended = await sendCaseEvent(test.db, signatory, { ...input, event: { type: 'withdraw', note: 'Udgår' } });
    expect(ended).toMatchObject({ ok: true });
    expect(await propose({ 'gen-former-name': 'Før' })).toMatchObject({ proposed: 1 });
    const ids = (await listProposals(test.db, declarationId)).map(({ id }) => id);
    const refused = await decideProposals(test.db, editor, { declarationId, accept: ids, decline: [] });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'declaration-not-editable' } });
    expect(await decide({ decline: ids })).toMatchObject({ declined: ids });
  });
});

describe('what belongs to another supplier', () => {
  it('is as what does not exist, and another role is told so', async () => {
    const made = { origin: 'api' as const, originDetails: {}, proposals: [] };
    const commands = (acting: Acting, id: string) =>
      Promise.all([
        proposeAnswers(test.db, acting, { ...made, declarationId: id }),
        decideProposals(test.db, acting, { declarationId: id, accept: [], decline: [] }),
      ]);
    const nowhere = await commands(foreign, randomUUID());
    expect(nowhere.map((result) => (result.ok ? 'ok' : result.refusal.code))).toEqual(['not-found', 'not-found']);
    expect(await commands(foreign, declarationId)).toEqual(nowhere);
    expect(await commands(foreign, "' or 1=1")).toEqual(nowhere);
    const asAdmin = await commands(admin, declarationId);
    expect(asAdmin.map((result) => (result.ok ? 'ok' : result.refusal.code))).toEqual([
      'role-required',
      'role-required',
    ]);
  });

  it('is not decided through a declaration of their own', async () => {
    await propose({ 'gen-version': '4.1' });
    const [open] = await listProposals(test.db, declarationId);
    const id = open?.id ?? '';
    const theirs = await makeDeclaration(test.db, foreign);
    const input = { declarationId: theirs.declarationId, accept: [id], decline: [] };
    const result = await decideProposals(test.db, foreign, input);
    expect(result).toEqual({ ok: true, value: { accepted: [], declined: [], gone: [id] } });
    expect(await listProposals(test.db, declarationId)).toHaveLength(1);
  });
});
