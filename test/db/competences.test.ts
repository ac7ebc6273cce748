import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InboxRow, listInbox } from '~/db/cases/read-inbox';
import { planRoutings } from '~/db/cases/routing';
import { listCompetences, listCompetencesFor, readCompetence, setCompetence } from '~/db/competences';
import { verifyLog } from '~/db/log';
import { endRole, giveRole } from '~/db/people';
import { readPersonalData } from '~/db/personal-data';
import { switchAutomaticRouting } from '~/db/portal-settings';
import { addRoutingRule } from '~/db/routing-rules';
import { log } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import type { InboxQuery } from '~/workflows/review/inbox';
import { createTestDatabase, type TestDatabase } from '../database';
import {
  CaseWalk,
  type CaseWorld,
  getValue,
  makeCaseWorld,
  makeReviewer,
  municipalityA,
  municipalityB,
} from '../factories/reviewed-case';

let test: TestDatabase;
let world: CaseWorld;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
  getValue(await switchAutomaticRouting(test.db, world.coordinator, { isAutomatic: false }));
});
afterAll(() => test.drop());

const set = (by: Acting | null, person: Acting, sectionIds: string[], municipalityCode = municipalityA) => {
  const acting = by ?? { actor: null, now: world.coordinator.now };
  return setCompetence(test.db, acting, { personId: person.actor.personId, municipalityCode, sectionIds });
};
const codeOf = (result: Awaited<ReturnType<typeof set>>) => (result.ok ? 'ok' : result.refusal.code);
const logged = async () =>
  (await test.db.select().from(log).where(eq(log.action, 'person.competence.set'))).map(({ details }) => details);

async function inReview(): Promise<CaseWalk> {
  const walk = await CaseWalk.begin(world);
  await walk.submit();
  await walk.send(world.coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
  return walk;
}

describe('what somebody knows', () => {
  it('is set by whoever gives roles there, of those who review there, in sections of the questionnaire', async () => {
    const { coordinator, reviewerA, reviewerB, leadA, auditor, signatory } = world;
    const adminA = await makeReviewer(test.db, 'municipal-admin', municipalityA);
    for (const by of [reviewerA, leadA, auditor, signatory]) {
      expect(codeOf(await set(by, reviewerA, ['first']))).toBe('role-required');
    }
    expect(codeOf(await set(adminA, reviewerB, ['first'], municipalityB))).toBe('role-required');
    expect(codeOf(await set(adminA, reviewerB, ['first']))).toBe('membership-unknown');
    expect(codeOf(await set(coordinator, adminA, ['first']))).toBe('membership-unknown');
    expect(codeOf(await set(coordinator, reviewerA, ['first', 'third']))).toBe('sections-unknown');
    expect(await logged()).toEqual([]);
    expect(codeOf(await set(adminA, reviewerA, ['second', 'first', 'second']))).toBe('ok');
    expect(await readCompetence(test.db, reviewerA.actor)).toEqual(['first', 'second']);
    expect(codeOf(await set(null, reviewerA, ['first']))).toBe('ok');
    expect(await readCompetence(test.db, reviewerA.actor)).toEqual(['first']);
    const [seen] = await listCompetencesFor(test.db, auditor.actor, reviewerA.actor.personId);
    expect(seen).toMatchObject({ municipalityCode: municipalityA, sectionIds: ['first'], canSet: false });
    expect(await listCompetencesFor(test.db, adminA.actor, reviewerB.actor.personId)).toEqual([]);
  });

  it('stands in the log with what it was, a change that is none does not, and in the person’s own data', async () => {
    const before = (await logged()).length;
    getValue(await set(world.coordinator, world.leadA, ['second']));
    getValue(await set(world.coordinator, world.leadA, ['second']));
    getValue(await set(world.coordinator, world.leadA, []));
    expect((await logged()).slice(before)).toEqual([
      { municipalityCode: municipalityA, sectionIds: ['second'], before: [] },
      { municipalityCode: municipalityA, sectionIds: [], before: ['second'] },
    ]);
    expect(await verifyLog(test.db)).toMatchObject({ problem: null });
    const held = await readPersonalData(test.db, world.leadA.actor.personId);
    expect(held.competences).toMatchObject([{ municipalityCode: municipalityA, sectionIds: [] }]);
  });

  it('stays with somebody whose role there becomes another, and holds for nobody who does not review', async () => {
    const person = await makeReviewer(test.db, 'reviewer', municipalityA);
    const { personId } = person.actor;
    getValue(await set(world.coordinator, person, ['second']));
    const membership = { role: 'lead-reviewer', municipalityCode: municipalityA } as const;
    getValue(await giveRole(test.db, world.coordinator, { personId, membership }));
    expect(await listCompetences(test.db, personId)).toHaveLength(1);
    getValue(await endRole(test.db, world.coordinator, { personId, role: 'reviewer' }));
    const lead = { ...person.actor, roles: ['lead-reviewer'] as const };
    expect(await readCompetence(test.db, lead)).toEqual(['second']);
    expect(await readCompetence(test.db, { ...lead, roles: ['municipal-admin'] })).toEqual([]);
    expect(await readCompetence(test.db, { ...lead, municipalityCode: municipalityB })).toEqual([]);
    getValue(await endRole(test.db, world.coordinator, { personId, role: 'lead-reviewer' }));
    expect(await listCompetences(test.db, personId)).toEqual([]);
  });
});

describe('the inbox of somebody who knows some sections', () => {
  const read = (acting: Acting, more: Partial<InboxQuery> = {}) => {
    const query = { view: 'available', sort: 'since', direction: 'ascending', search: '', ...more } as const;
    return listInbox(test.db, acting.actor, query, acting.now);
  };
  const numbersOf = (rows: InboxRow[]) => rows.map(({ number }) => number).sort();

  it('shows and counts the cases in which one of them waits, and all of them when asked', async () => {
    const reader = await makeReviewer(test.db, 'reviewer', municipalityA);
    const walks = [await inReview(), await inReview(), await inReview()];
    const [free, taken, other] = walks;
    if (!free || !taken || !other) throw new Error('Three cases are in review.');
    await taken.send(world.reviewerB, { type: 'claim', sectionId: 'second' });
    await other.send(world.reviewerB, { type: 'claim', sectionId: 'first' });
    const all = await read(reader);
    expect(all.competence).toBeNull();
    expect(all.rows).toHaveLength(3);
    expect(all.rows.every(({ nextFree, sections }) => !nextFree?.isKnown && sections.waitingKnown === 0)).toBe(true);

    getValue(await set(world.coordinator, reader, ['second']));
    const narrow = await read(reader);
    const mine = [await free.row(), await other.row()].map(({ number }) => number).sort();
    expect(numbersOf(narrow.rows)).toEqual(mine);
    expect(narrow.total).toBe(2);
    expect(narrow.counts.available).toBe(2);
    expect(narrow.competence).toEqual({ sectionIds: ['second'], inside: 2, all: 3 });
    // What is known is offered first, though another section comes before it.
    const row = narrow.rows.find(({ id }) => id === free.caseId);
    expect(row).toMatchObject({ nextFree: { id: 'second', isKnown: true }, sections: { waiting: 2, waitingKnown: 1 } });

    const wide = await read(reader, { isWide: true });
    expect(wide.rows).toHaveLength(3);
    // The number on the tab stays what the tab opens with.
    expect([wide.total, wide.counts.available]).toEqual([3, 2]);
    const outside = wide.rows.find(({ id }) => id === taken.caseId);
    expect(outside).toMatchObject({ nextFree: { id: 'first', isKnown: false }, sections: { waitingKnown: 0 } });

    // Search and filters hold together with it; other tabs know nothing of it.
    const number = (await taken.row()).number;
    expect((await read(reader, { search: number })).total).toBe(0);
    expect((await read(reader, { search: number, isWide: true })).total).toBe(1);
    expect((await read(reader, { only: ['no-conflict'] })).total).toBe(2);
    expect((await read(reader, { view: 'mine' })).counts.available).toBe(2);
    expect((await read(world.reviewerB)).competence).toBeNull();

    // Outside what they know they may claim all the same.
    await taken.send(reader, { type: 'claim', sectionId: 'first' });
    expect((await read(reader, { view: 'mine' })).rows.map(({ id }) => id)).toEqual([taken.caseId]);
  });

  it('counts no section that waits in a case that is not ready to claim', async () => {
    const reader = await makeReviewer(test.db, 'reviewer', municipalityA);
    getValue(await set(world.coordinator, reader, ['second']));
    const walk = await inReview();
    const before = await read(reader);
    await walk.assess(world.reviewerB, 'first', ['accepted', 'needs-elaboration']);
    await walk.send(world.leadA, { type: 'request-changes', note: 'Uddyb.', workingDays: 20 });
    const after = await read(reader);
    expect(after.competence?.inside).toBe((before.competence?.inside ?? 0) - 1);
    expect(after.rows.some(({ id }) => id === walk.caseId)).toBe(false);
  });
});

describe('a rule that names a person', () => {
  it('names one who knows the section, though another has fewer cases', async () => {
    const walk = await CaseWalk.begin(world);
    await walk.submit();
    const rule = {
      name: 'Andet afsnit',
      position: 1,
      way: 'least-loaded',
      sectionIds: ['second'],
      municipalityCodes: [municipalityB],
      mostOpen: null,
      toPerson: true,
    };
    getValue(await addRoutingRule(test.db, world.coordinator, rule));
    const knows = await makeReviewer(test.db, 'reviewer', municipalityB);
    const busy = await makeReviewer(test.db, 'reviewer', municipalityB);
    getValue(await set(world.coordinator, world.reviewerB, ['first'], municipalityB));
    getValue(await set(world.coordinator, busy, ['first'], municipalityB));
    getValue(await set(world.coordinator, knows, ['second'], municipalityB));
    const other = await inReview();
    await other.send(knows, { type: 'claim', sectionId: 'first' });
    const [plan] = await planRoutings(test.db, world.coordinator.now, [walk.caseId]);
    expect(plan?.routing).toMatchObject({
      personId: knows.actor.personId,
      reason: { person: { openCases: 1, candidates: 1, isByCompetence: true } },
    });
  });
});
