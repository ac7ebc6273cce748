import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases, decisions, submissions, verdicts } from '~/db/schema';
import { readChart } from '~/workflows/case/chart';
import { createTestDatabase, type TestDatabase } from '../../database';
import { CaseWalk, type CaseWorld, makeCaseWorld, municipalityA } from '../../factories/reviewed-case';

/** What a program that goes around the commands, or a person with a psql prompt, is refused. */
let test: TestDatabase;
let world: CaseWorld;
let lead: CaseWalk;
let approved: CaseWalk;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
  lead = await CaseWalk.begin(world);
  await lead.toDecision(['accepted', 'needs-elaboration']);
  approved = await CaseWalk.begin(world);
  await approved.toDecision();
  await approved.decide('approved');
});
afterAll(() => test.drop());

/** The database's message. */
async function messageOf(query: Promise<unknown>): Promise<string> {
  try {
    await query;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? cause.message : String(cause);
  }
  return 'nothing was refused';
}

describe('direct SQL', () => {
  const skip = (state: string, from: CaseWalk) => test.sql`
    update cases set state = ${state}, version = version + 1, snapshot = jsonb_set(snapshot, '{value}', to_jsonb(${state}::text))
    where id = ${from.caseId}`;

  it('cannot skip a state', async () => {
    expect(await messageOf(skip('expired', lead))).toContain('a case cannot go from decision to expired');
    expect(await messageOf(skip('draft', approved))).toContain('a case cannot go from approved to draft');
    expect(await messageOf(skip('somewhere', approved))).toContain('a case cannot go');
  });

  it('cannot approve without a decision', async () => {
    expect(await messageOf(skip('approved', lead))).toContain('not decided without its decision');
  });

  it('cannot let the state and the chart say different things', async () => {
    const query = test.sql`update cases set state = 'expiring', version = version + 1 where id = ${approved.caseId}`;
    expect(await messageOf(query)).toContain('the state of a case is that of its chart');
  });

  it('cannot move a case without counting it, nor to another supplier', async () => {
    const uncounted = test.sql`update cases set due_at = now() where id = ${lead.caseId}`;
    expect(await messageOf(uncounted)).toContain('one event at a time');
    const { supplierId } = await world.otherSignatory.actor;
    const moved = test.sql`update cases set supplier_id = ${supplierId}, version = version + 1 where id = ${lead.caseId}`;
    expect(await messageOf(moved)).toContain('what a case is about never changes');
  });

  it('cannot decide twice, nor change or remove a decision', async () => {
    const [decision] = await test.db.select().from(decisions);
    if (!decision) throw new Error('There is no decision.');
    const twice = test.db.insert(decisions).values({ ...decision, id: randomUUID(), outcome: 'rejected' });
    expect(await messageOf(twice)).toContain('duplicate key');
    expect(await messageOf(test.sql`update decisions set outcome = 'rejected'`)).toContain('append-only');
    expect(await messageOf(test.sql`delete from decisions`)).toContain('append-only');
  });

  it('cannot decide alone, nor with who judged', async () => {
    const { currentSubmissionId } = await lead.row();
    const { leadA, reviewerA } = world;
    const decision = {
      id: randomUUID(),
      caseId: lead.caseId,
      submissionId: currentSubmissionId ?? '',
      outcome: 'rejected' as const,
      municipalityCode: municipalityA,
      proposedBy: leadA.actor.personId,
      decidedAt: lead.now,
    };
    const alone = test.db.insert(decisions).values({ ...decision, confirmedBy: leadA.actor.personId });
    expect(await messageOf(alone)).toContain('nobody confirms what they proposed');
    const judge = test.db.insert(decisions).values({ ...decision, confirmedBy: reviewerA.actor.personId });
    expect(await messageOf(judge)).toContain('nobody confirms a decision on answers that they judged');
  });

  it('cannot change what was sent, judged or opened', async () => {
    expect(await messageOf(test.db.update(submissions).set({ hash: 'x' }))).toContain('append-only');
    expect(await messageOf(test.db.update(verdicts).set({ kind: 'accepted' }))).toContain('replaced, never changed');
    expect(await messageOf(test.sql`update submission_answers set value = '"x"'`)).toContain('append-only');
    expect(await messageOf(test.db.delete(cases))).toContain('never deleted');
    expect(await messageOf(test.db.delete(verdicts))).toContain('never deleted');
  });

  it('cannot doubt an answer without a reason', async () => {
    const query = test.sql`
      insert into verdicts select gen_random_uuid(), case_id, submission_id, declaration_id, question_key || '-x',
        answer_hash, 'rejected', ' ', reviewer_id, municipality_code, given_at from verdicts limit 1`;
    expect(await messageOf(query)).toContain('verdicts_reason');
  });

  it('cannot open a second case of one declaration', async () => {
    const row = await lead.row();
    const query = test.db.insert(cases).values({ ...row, id: randomUUID(), number: '2026-9999' });
    expect(await messageOf(query)).toContain('cases_one_open');
  });
});

describe('the pairs of states that the database accepts', () => {
  /** From state to state in one event, what happens by itself included. */
  function pairsOfChart(): string[] {
    const chart = readChart();
    const onwards = (state: string): string[] => [
      state,
      ...chart
        .filter(
          ({ from, event, to }) => from.state === state && event === null && to.some((each) => each.state !== state),
        )
        .flatMap(({ to }) => to.flatMap((each) => onwards(each.state))),
    ];
    const pairs = chart
      .filter(({ event }) => event !== null)
      .flatMap(({ from, to }) => to.flatMap((each) => onwards(each.state).map((state) => `${from.state} ${state}`)));
    const isPassing = (pair: string) => pair.split(' ').some((state) => state === 'submitted');
    const isStill = (pair: string) => pair.split(' ')[0] === pair.split(' ')[1];
    return [...new Set(pairs.filter((pair) => !isPassing(pair) && !isStill(pair)))].sort();
  }

  it('are those of the chart', async () => {
    const [row] = await test.sql<
      { source: string }[]
    >`select prosrc as source from pg_proc where proname = 'keep_case_way'`;
    const listed = [...(row?.source ?? '').matchAll(/'([a-z-]+ [a-z-]+)'/g)].map((match) => match[1] ?? '');
    const fromDraft = ['draft review', 'draft decision'];
    // A case that was never sent was never routed, so what happens by itself stops at screening.
    expect([...listed].sort()).toEqual(pairsOfChart().filter((pair) => !fromDraft.includes(pair)));
  });
});
