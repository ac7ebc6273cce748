import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPeople } from '~/app/auth/demo.server';
import { passesModulus11 } from '~/app/demo/fictional-cvr';
import { demoBegins, isDemoCutShort, loadDemo } from '~/app/demo/load';
import { folderStorage } from '~/app/storage/folder-storage';
import { listDueClocks } from '~/db/cases/clocks';
import { loadContent } from '~/db/content';
import { verifyLog } from '~/db/log';
import { listPeople } from '~/db/people';
import { rebuildPublished } from '~/db/publication';
import { caseStates } from '~/workflows/words';
import { createTestDatabase, type TestDatabase } from '../../database';

const now = new Date('2026-11-24T10:00:00Z');

let folder: string;
let database: TestDatabase;
let again: TestDatabase;

const load = ({ db }: TestDatabase) =>
  loadDemo({
    db,
    storage: folderStorage(folder),
    now: () => now,
    publicUrl: 'http://localhost:3000',
    say: () => undefined,
  });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'demo-'));
  database = await createTestDatabase();
  again = await createTestDatabase();
  for (const { db } of [database, again]) await loadContent(db, { now: demoBegins(now) });
  await Promise.all([load(database), load(again)]);
}, 600_000);

afterAll(async () => {
  await Promise.all([database.drop(), again.drop()]);
  await rm(folder, { recursive: true });
});

/** What the public reads, without the ids that are drawn at random. */
async function readPublished({ sql }: TestDatabase) {
  const publications = await sql`
    select product_slug, number, document, published_at, ended_at, ended_because
    from published.publications order by product_slug, number`;
  const products = await sql`select to_jsonb(p) - 'product_id' as row from published.products p order by slug`;
  const suppliers = await sql`select * from published.suppliers order by slug`;
  return { publications: [...publications], products: [...products], suppliers: [...suppliers] };
}

describe('the demo data', () => {
  test('has at least 12 suppliers and 40 products, all marked as fictional', async () => {
    const suppliers = await database.sql`select name, cvr, is_demo from suppliers`;
    expect(suppliers.length).toBeGreaterThanOrEqual(12);
    expect(suppliers.filter(({ is_demo }) => !is_demo)).toEqual([]);
    expect(suppliers.filter(({ cvr }) => passesModulus11(cvr))).toEqual([]);
    const [products] = await database.sql`select count(*)::int as count from products`;
    expect(products?.count).toBeGreaterThanOrEqual(40);
  });

  test('has a case in every state that a case can be found in', async () => {
    const found = await database.sql`select distinct state from cases`;
    // Receipt is passed through within the submission itself: see the chart.
    const expected = caseStates.filter((state) => state !== 'submitted');
    expect(found.map(({ state }) => state).sort()).toEqual([...expected].sort());
    const steps =
      await database.sql`select distinct snapshot #>> '{value,decision}' as step from cases where state = 'decision'`;
    expect(steps.map(({ step }) => step).sort()).toEqual(['lead', 'second-pair-of-eyes']);
    const sections = await database.sql`
      select distinct s.state from case_sections s join cases c on c.id = s.case_id where c.state = 'review'`;
    expect(sections.map(({ state }) => state).sort()).toEqual(['assessed', 'claimed', 'waiting']);
  });

  test('has what the states do not tell: a delta review, a demand, a renewal, drafts in several degrees', async () => {
    const [delta] = await database.sql`
      select count(*)::int as count from cases c join case_sections s on s.case_id = c.id
      where c.state = 'review' and s.is_carried`;
    expect(delta?.count).toBeGreaterThan(0);
    const [demand] = await database.sql`
      select count(*)::int as count from scope_entries where demand_reason is not null and is_included`;
    expect(demand?.count).toBeGreaterThan(0);
    const [renewal] = await database.sql`
      select count(*)::int as count from published.publications where number > 1 and ended_at is null`;
    expect(renewal?.count).toBeGreaterThan(1);
    const drafts = await database.sql`
      select count(a.question_key)::int as answers from cases c
      left join answers a on a.declaration_id = c.declaration_id
      where c.state = 'draft' and c.current_submission_id is null group by c.id`;
    expect(new Set(drafts.map(({ answers }) => answers)).size).toBeGreaterThan(2);
  });

  test('has objections in each stage, and second reviews of which one is not done', async () => {
    const states = await database.sql`select state, count(*)::int as count from disputes group by state order by state`;
    expect([...states]).toEqual([
      { state: 'answered', count: 2 },
      { state: 'contradicted', count: 1 },
      { state: 'open', count: 1 },
      { state: 'received', count: 1 },
    ]);
    const [reviews] = await database.sql`
      select count(*)::int as all, count(done_at)::int as done from calibrations`;
    expect(reviews).toEqual({ all: 8, done: 7 });
  });

  test('lets everybody sign in whom the sign-in page offers', async () => {
    const people = await listPeople(database.db, { provider: 'demo' });
    const subjects = people.flatMap(({ identities }) => identities.map(({ subject }) => subject));
    expect(subjects.sort()).toEqual([...demoPeople].sort());
    expect(people.filter(({ memberships }) => memberships.length === 0)).toEqual([]);
  });

  test('shows the public a market, and nothing of what was not approved', async () => {
    const [shown] = await database.sql`select count(*)::int as count from published.products`;
    expect(shown?.count).toBeGreaterThanOrEqual(20);
    const hidden = await database.sql`
      select p.slug from published.products p where not exists (
        select 1 from cases c where c.product_id = p.product_id and (
          c.state in ('approved', 'partially-approved', 'expiring')
          or c.state in ('upheld', 'appealed') and exists (
            select 1 from decisions d where d.case_id = c.id and d.outcome <> 'rejected')))`;
    expect([...hidden]).toEqual([]);
    const unapproved = await database.sql`
      select p.slug, s.interface_id from published.support s join published.products p using (product_id)
      where not exists (
        select 1 from verdicts v join cases c on c.id = v.case_id
        where c.product_id = p.product_id and v.question_key = 'if-support@' || s.interface_id
          and v.kind in ('accepted', 'accepted-with-remark') and v.replaced_at is null)`;
    expect([...unapproved]).toEqual([]);
  });

  test('can be made anew from the decisions', async () => {
    const before = await readPublished(database);
    await rebuildPublished(database.db);
    expect(await readPublished(database)).toEqual(before);
  });

  test('has a whole log in the order of time, with nothing in the future', async () => {
    expect((await verifyLog(database.db)).problem).toBeNull();
    const [times] = await database.sql`
      select count(*) filter (where at < before)::int as backwards, max(at) as last, min(at) as first
      from (select at, lag(at) over (order by number) as before from log) as entries`;
    expect(times?.backwards).toBe(0);
    expect(Date.parse(times?.last)).toBeLessThan(now.getTime());
    expect(Date.parse(times?.first)).toBeGreaterThan(now.getTime() - 480 * 86_400_000);
  });

  test('leaves no deadline that has passed already', async () => {
    expect(await listDueClocks(database.db, now)).toEqual([]);
  });

  test('is the same when it is loaded at the same moment elsewhere', async () => {
    expect(await readPublished(again)).toEqual(await readPublished(database));
    const cases = ({ sql }: TestDatabase) => sql`
      select c.number, p.slug, c.state, c.version, c.due_at, c.state_since
      from cases c join products p on p.id = c.product_id order by c.number`;
    expect([...(await cases(again))]).toEqual([...(await cases(database))]);
  });

  test('is not loaded twice', async () => {
    expect(await load(database)).toBeUndefined();
    expect(await isDemoCutShort(database.db)).toBe(false);
  });
});
