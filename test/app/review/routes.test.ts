import { isRouteErrorResponse } from '@remix-run/react';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { signIn } from '~/app/auth/session.server';
import { loader as adminLoader, action as verifyAction } from '~/app/routes/admin/home';
import { loader as caseLoader } from '~/app/routes/review/case';
import { action as conflictsAction, loader as conflictsLoader } from '~/app/routes/review/conflicts';
import { action as decisionAction, loader as decisionLoader } from '~/app/routes/review/decision';
import { action as eventsAction, loader as eventsLoader } from '~/app/routes/review/events';
import { loader as evidenceLoader } from '~/app/routes/review/evidence-file';
import { loader as inboxLoader } from '~/app/routes/review/inbox';
import { action as demandsAction, loader as demandsLoader } from '~/app/routes/review/scope-demands';
import { loader as sectionLoader } from '~/app/routes/review/section';
import { action as verdictsAction, loader as verdictsLoader } from '~/app/routes/review/verdicts';
import { readCaseSection } from '~/db/cases/read';
import { identities, municipalities } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { createTestDatabase, type TestDatabase } from '../../database';
import { CaseWalk, type CaseWorld, makeCaseWorld, municipalityA, municipalityB } from '../../factories/reviewed-case';
import { fakeContext } from '../context';

type Route = (args: { request: Request; context: ReturnType<typeof fakeContext>; params: object }) => unknown;

const origin = 'http://localhost:3000';
let database: TestDatabase;
let world: CaseWorld;
/** In review, the first section claimed by reviewer A. */
let walk: CaseWalk;
const cookies = new Map<Acting, string>();

beforeAll(async () => {
  database = await createTestDatabase();
  world = await makeCaseWorld(database.db);
  const { signatory, reviewerA, leadA, leadB, coordinator, auditor } = world;
  for (const acting of [signatory, reviewerA, leadA, leadB, coordinator, auditor]) {
    cookies.set(acting, await cookieFor(acting));
  }
  walk = await CaseWalk.begin(world);
  await walk.submit();
  await walk.send(coordinator, { type: 'route', municipalityCode: municipalityA, note: '' });
  await walk.send(reviewerA, { type: 'claim', sectionId: 'first' });
});
afterAll(() => database.drop());

async function cookieFor({ actor, now }: Acting): Promise<string> {
  const identity = { provider: 'demo', subject: actor.personId };
  await database.db.insert(identities).values({ ...identity, personId: actor.personId, createdAt: now });
  const signedIn = await signIn(new Request(origin), contextNow(), { identity, verifiedEmail: null });
  if (!signedIn.ok) throw new Error(signedIn.refusal.code);
  return signedIn.value.cookie.split(';')[0] ?? '';
}

function contextNow() {
  return fakeContext({ db: database.db, now: () => new Date('2026-11-24T13:00:00Z') });
}

/** What the actions here say when they refuse, and what the administration says of the log. */
interface Said {
  errors?: { field: string | null }[];
  typed?: Record<string, string>;
  refusal?: { code: string } | null;
  municipalities?: { code: string }[];
  missed?: { event: string }[];
  log?: { problem: unknown };
}

interface Answer {
  status: number;
  location: string | null;
  data: Said;
}

/** What a loader or action answers, whether it returns or throws it. */
async function ask(
  route: unknown,
  by: Acting | null,
  { params = {}, form, path = '/review' }: { params?: object; form?: Record<string, string>; path?: string } = {},
): Promise<Answer> {
  const cookie = by ? (cookies.get(by) ?? '') : '';
  const request = new Request(`${origin}${path}`, {
    headers: cookie ? { Cookie: cookie } : {},
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
  const answered = await Promise.resolve()
    .then(() => (route as Route)({ request, context: contextNow(), params }))
    .catch((thrown: unknown) => thrown);
  if (answered instanceof Response) {
    return { status: answered.status, location: answered.headers.get('Location'), data: {} };
  }
  if (answered instanceof Error) throw answered;
  if (isRouteErrorResponse(answered)) return { status: answered.status, location: null, data: answered.data };
  const wrapped = answered as { type?: string; init?: { status?: number }; data?: Said };
  return wrapped.type === 'DataWithResponseInit'
    ? { status: wrapped.init?.status ?? 200, location: null, data: wrapped.data ?? {} }
    : { status: 200, location: null, data: answered as Said };
}

const inCase = () => ({ case: walk.caseId });
const inSection = () => ({ case: walk.caseId, section: 'first' });

describe('who may read', () => {
  const pages: [string, unknown, () => object, string?][] = [
    ['inbox', inboxLoader, () => ({})],
    ['case', caseLoader, inCase],
    ['events', eventsLoader, inCase],
    ['scope demands', demandsLoader, inCase],
    ['decision', decisionLoader, inCase],
    ['section', sectionLoader, inSection],
    ['verdicts', verdictsLoader, inCase, '/review/x?section=first'],
    ['conflicts', conflictsLoader, () => ({})],
  ];

  it.each(pages)('%s: reviewers, the coordinator and the auditor; suppliers never', async (_, route, params, path) => {
    const asked = { params: params(), ...(path ? { path } : {}) };
    for (const reader of [world.reviewerA, world.leadB, world.coordinator, world.auditor]) {
      expect((await ask(route, reader, asked)).status).toBe(200);
    }
    expect((await ask(route, world.signatory, asked)).status).toBe(403);
    const anonymous = await ask(route, null, asked);
    expect(anonymous.status).toBe(302);
    expect(anonymous.location).toMatch(/^\/sign-in/);
  });

  it('answers 404 for what does not exist, for what was never sent, and for evidence from elsewhere', async () => {
    const draft = await CaseWalk.begin(world);
    for (const id of ['nonsense', '00000000-0000-4000-8000-000000000000', draft.caseId]) {
      for (const route of [caseLoader, decisionLoader, eventsLoader, evidenceLoader]) {
        for (const reader of [world.reviewerA, world.auditor]) {
          expect((await ask(route, reader, { params: { case: id } })).status).toBe(404);
        }
      }
    }
    expect((await ask(sectionLoader, world.reviewerA, { params: { case: walk.caseId, section: 'no' } })).status).toBe(
      404,
    );
    const evidence = { case: walk.caseId, evidence: '00000000-0000-4000-8000-000000000000' };
    expect((await ask(evidenceLoader, world.reviewerA, { params: evidence })).status).toBe(404);
  });

  it('shows the administration to the coordinator and the auditor alone', async () => {
    for (const route of [adminLoader, verifyAction]) {
      const form = route === verifyAction ? { form: { act: 'verify-log' } } : {};
      expect((await ask(route, world.coordinator, form)).status).toBe(200);
      expect((await ask(route, world.auditor, form)).status).toBe(200);
      expect((await ask(route, world.leadA, form)).status).toBe(403);
      expect((await ask(route, world.signatory, form)).status).toBe(403);
    }
    const checked = await ask(verifyAction, world.auditor, { form: {} });
    expect(checked.data.log?.problem).toBeNull();
  });
});

test('a case can only be sent to a municipality that has somebody to decide it', async () => {
  const codes = async (route: unknown, by: Acting, asked: object) =>
    (await ask(route, by, asked)).data.municipalities?.map(({ code }) => code).sort();
  const all = await database.db.$count(municipalities);
  const deciding = await codes(inboxLoader, world.coordinator, { path: '/review?view=routing' });
  expect(deciding).toEqual([municipalityA, municipalityB].sort());
  expect(all).toBeGreaterThan(2);
  expect(await codes(caseLoader, world.coordinator, { params: inCase() })).toEqual(deciding);
  expect(await codes(inboxLoader, world.leadA, { path: '/review?view=routing' })).toEqual([municipalityA]);
});

describe('who may change', () => {
  it('lets neither suppliers nor the auditor act', async () => {
    for (const [route, params] of [
      [eventsAction, inCase()],
      [decisionAction, inCase()],
      [demandsAction, inCase()],
      [conflictsAction, {}],
    ] as const) {
      const version = String((await walk.row()).version);
      const form = { event: 'claim', sectionId: 'second', act: 'demand', interfaceId: 'SF1500', reason: 'x', version };
      for (const by of [world.signatory, world.auditor]) {
        const { status } = await ask(route, by, { params, form: { ...form, supplierId: world.supplierId } });
        expect(status).toBe(403);
      }
    }
  });
});

describe('verdicts', () => {
  const path = '/review/x?section=first';
  const save = (by: Acting, form: Record<string, string>) => ask(verdictsAction, by, { params: inCase(), form, path });

  async function hashes(): Promise<Record<string, string>> {
    const { reviewerA } = world;
    const page = await readCaseSection(database.db, reviewerA, { caseId: walk.caseId, sectionId: 'first' });
    return Object.fromEntries(page?.answers.map(({ answer }) => [`hash:${answer.key}`, answer.answerHash]) ?? []);
  }

  it('come back as they were typed when a reason is missing, and nothing is saved', async () => {
    const form = { ...(await hashes()), event: 'save', 'kind:first-one': 'rejected', 'reason:first-two': 'Hvorfor?' };
    const answer = await save(world.reviewerA, form);
    expect(answer.status).toBe(400);
    expect(answer.data.errors?.map(({ field }) => field)).toEqual(['reason:first-one', 'kind:first-two']);
    expect(answer.data.typed?.['reason:first-two']).toBe('Hvorfor?');
    const page = await readCaseSection(database.db, world.reviewerA, { caseId: walk.caseId, sectionId: 'first' });
    expect(page?.answers.every(({ verdict }) => verdict === null)).toBe(true);
  });

  it('are refused as a conflict on an answer that has moved, and to whoever has not claimed the section', async () => {
    const moved = { 'hash:first-one': 'a'.repeat(64), 'kind:first-one': 'accepted', event: 'save' };
    const answer = await save(world.reviewerA, moved);
    expect(answer.status).toBe(409);
    expect(answer.data.refusal?.code).toBe('answer-has-moved');
    expect(answer.data.errors?.[0]?.field).toBe('kind:first-one');
    const byOther = await save(world.leadB, { ...(await hashes()), event: 'save', 'kind:first-one': 'accepted' });
    expect(byOther.status).toBe(409);
    expect(byOther.data.refusal?.code).toBe('section-claimed-by-other');
  });

  it('finish the section only when each answer is judged, whatever colleagues do in other sections meanwhile', async () => {
    const seen = await hashes();
    const version = String((await walk.row()).version);
    await walk.send(world.leadB, { type: 'claim', sectionId: 'second' });
    const half = await save(world.reviewerA, { ...seen, version, event: 'assess', 'kind:first-one': 'accepted' });
    expect(half.status).toBe(400);
    expect(half.data.errors).toHaveLength(1);
    const whole = await save(world.reviewerA, {
      ...seen,
      version,
      event: 'assess',
      'kind:first-one': 'accepted',
      'reason:first-one': 'Skrevet, før jeg ombestemte mig',
      'kind:first-two': 'needs-elaboration',
      'reason:first-two': 'Vis aftalen.',
    });
    expect([whole.status, whole.location]).toEqual([302, `/review/cases/${walk.caseId}?done=assess`]);
    const page = await readCaseSection(database.db, world.reviewerA, { caseId: walk.caseId, sectionId: 'first' });
    expect(page?.section.state).toBe('assessed');
    expect(page?.answers.map(({ verdict }) => verdict?.reason)).toEqual([null, 'Vis aftalen.']);
  });
});

describe('events', () => {
  const send = (by: Acting, form: Record<string, string>) => ask(eventsAction, by, { params: inCase(), form });

  it('lead into a section that is opened again or taken, since somebody wants to judge there', async () => {
    const decided = await CaseWalk.begin(world);
    await decided.toDecision();
    for (const [event, done] of [
      ['reopen', 'reopen'],
      ['claim', 'claimed'],
    ] as const) {
      const version = String((await decided.row()).version);
      const form = { event, sectionId: 'first', version };
      const answer = await ask(eventsAction, world.reviewerA, { params: { case: decided.caseId }, form });
      expect(answer.location).toBe(`/review/cases/${decided.caseId}/sections/first?done=${done}`);
    }
  });

  it('tell at the field what is missing, and keep what was typed', async () => {
    const version = String((await walk.row()).version);
    const form = { event: 'request-changes', version, note: ' ', workingDays: '20' };
    const answer = await send(world.leadA, form);
    expect(answer.status).toBe(400);
    expect(answer.data.errors?.[0]?.field).toBe('request-changes-note');
    const short = await send(world.leadA, { ...form, note: 'Uddyb.', workingDays: '1' });
    expect(short.status).toBe(400);
    expect(short.data.errors?.[0]?.field).toBe('request-changes-workingDays');
    expect(short.data.typed?.note).toBe('Uddyb.');
  });

  it('say what happened since the form was opened when the case has moved', async () => {
    const seen = await walk.row();
    await walk.send(world.leadB, { type: 'release', sectionId: 'second' });
    const form = { event: 'request-changes', version: String(seen.version), note: 'Uddyb.', workingDays: '20' };
    const answer = await send(world.leadA, form);
    expect(answer.status).toBe(409);
    expect(answer.data.refusal?.code).toBe('case-has-moved');
    expect(answer.data.missed?.map(({ event }) => event)).toEqual(['release']);
    const again = await send(world.leadA, { ...form, version: String(seen.version + 1) });
    expect(again.location).toBe(`/review/cases/${walk.caseId}?done=request-changes`);
  });

  it('read nothing that no form of theirs can have sent', async () => {
    for (const event of ['submit', 'confirm;', '']) {
      expect((await send(world.leadA, { event, version: '1' })).status).toBe(400);
    }
  });
});
