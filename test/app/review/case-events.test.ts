import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '~/app/auth/session.server';
import { refusalSentence } from '~/app/i18n/refusals';
import { statusOf } from '~/app/review/refused.server';
import { statusOfRefusal } from '~/app/supplier/declaration.server';
import type { CaseRow } from '~/db/cases/case-row';
import { loadFacts } from '~/db/cases/load-facts';
import { verifyLog } from '~/db/log';
import { identities } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { decideEvent } from '~/workflows/case/decide-event';
import { type CaseEvent, type CaseRequest, readCaseRequest } from '~/workflows/case/events';
import type { CaseFacts } from '~/workflows/case/facts';
import { mayKnowCase } from '~/workflows/case/visibility';
import type { Refusal } from '~/workflows/refusal';
import { type CaseEventType, caseEvents, roles, supplierRoles } from '~/workflows/words';
import { createTestDatabase, type TestDatabase } from '../../database';
import { type Place, placeOf, places } from '../../factories/case-machine';
import { makePlacedCases } from '../../factories/placed-cases';
import { CaseWalk, makeCaseWorld, makeReviewer, municipalityA } from '../../factories/reviewed-case';
import { type InProcessPortal, openInProcess } from '../../in-process-portal';
import { fakeContext } from '../context';

/**
 * Every state × event × role by HTTP. What has to come of it is asked of the machine, with the facts that the database
 * has; the machine itself is held against a table written by hand (test/workflows/case/matrix.test.ts). What it refuses
 * has its guard's answer and leaves the case as it was; what it takes brings the case where it says.
 */

/** When everything is sent: long after every deadline. */
const late = new Date('2027-06-01T12:00:00Z');
const publicUrl = 'http://localhost:3000';
const files = ['routes/layout.tsx', 'routes/review/events.tsx', 'routes/supplier/events.tsx'];

let test: TestDatabase;
let portal: InProcessPortal;
let people: ReadonlyMap<string, { acting: Acting; cookie: string }>;
let cases: Readonly<Record<Place, () => Promise<CaseWalk>>>;

beforeAll(async () => {
  test = await createTestDatabase({ max: 6 });
  const world = await makeCaseWorld(test.db);
  portal = await openInProcess({ db: test.db, now: () => late, publicUrl }, ({ file }) => files.includes(file));
  const { signatory, editor, supplierAdmin, otherSignatory, reviewerA, leadA, leadB, coordinator, auditor } = world;
  const municipalAdmin = await makeReviewer(test.db, 'municipal-admin', municipalityA);
  const all = { signatory, editor, supplierAdmin, otherSignatory, reviewerA, leadA, leadB, municipalAdmin };
  const signedIn = Object.entries({ ...all, coordinator, auditor }).map(async ([name, acting]) => {
    return [name, { acting, cookie: await cookieFor(acting) }] as const;
  });
  people = new Map(await Promise.all(signedIn));
  cases = await makePlacedCases(await CaseWalk.begin(world));
});
afterAll(async () => {
  await portal?.close();
  await test?.drop();
});

async function cookieFor({ actor, now }: Acting): Promise<string> {
  const identity = { provider: 'demo', subject: actor.personId };
  await test.db.insert(identities).values({ ...identity, personId: actor.personId, createdAt: now });
  const context = fakeContext({ db: test.db, now: () => late, publicUrl });
  const signedIn = await signIn(new Request(publicUrl), context, { identity, verifiedEmail: null });
  if (!signedIn.ok) throw new Error(signedIn.refusal.code);
  return signedIn.value.cookie.split(';')[0] ?? '';
}

interface Try {
  name: string;
  acting: Acting;
  cookie: string;
  type: CaseEventType;
}

const isOfSupplier = ({ actor }: Acting) => supplierRoles.some((role) => actor.roles.includes(role));
// A supplier's page has forms for these; of any other it says that no form of the portal has sent it.
const supplierForms: readonly CaseEventType[] = ['submit', 'resubmit', 'withdraw', 'appeal', 'answer-hearing'];
const submissions: readonly CaseEventType[] = ['submit', 'resubmit'];

/** What comes along with every event: each takes what it needs. */
const fields = {
  note: 'Fordi.',
  reasons: 'Fordi.',
  workingDays: '10',
  municipalityCode: municipalityA,
  sectionId: 'first',
  outcome: 'partially-approved',
};

/** What the machine says of it. */
function askMachine(row: CaseRow, { acting, type }: Try, facts: CaseFacts) {
  // Of a submission only whether it may be sent: what carries over is another test's matter.
  const sections = { submissionId: 'new', sections: ['first', 'second'], carried: ['second'] };
  const request = submissions.includes(type) ? { type, ...sections } : requestOf(type);
  return decideEvent(row.snapshot, { ...request, by: acting.actor, now: late, facts } as CaseEvent);
}

/** As the portal reads the fields of a form. */
function requestOf(type: CaseEventType): CaseRequest {
  const request = readCaseRequest({ ...fields, event: type });
  if (!request) throw new Error(`${type} cannot be read.`);
  return request;
}

/** @param asData only what the action says, as a page with scripts asks for it; else the whole page */
async function post(walk: CaseWalk, row: CaseRow, { acting, cookie, type }: Try, asData: boolean) {
  const address = isOfSupplier(acting)
    ? `/supplier/declarations/${walk.declarationId}/events`
    : `/review/cases/${walk.caseId}/events`;
  const body = new URLSearchParams({
    ...fields,
    event: type,
    case: walk.caseId,
    version: String(row.version),
    confirm: 'on',
  });
  const headers = {
    Cookie: cookie,
    Origin: publicUrl,
    'Content-Type': 'application/x-www-form-urlencoded',
  };
  return portal.ask(`${address}${asData ? '.data' : ''}`, headers, 'POST', body.toString());
}

/** Nobody reviews what has not been sent: also the auditor, who may read drafts, finds none among the cases. */
function hasPage(acting: Acting, row: CaseRow): boolean {
  return mayKnowCase(acting.actor, row) && (isOfSupplier(acting) || row.currentSubmissionId !== null);
}

/** What a refusal has to look like from outside. */
function expectedOf({ acting, type }: Try, row: CaseRow, refusal: Refusal): { status: number; code: string | null } {
  if (!hasPage(acting, row)) return { status: 404, code: null };
  if (isOfSupplier(acting)) {
    if (!supplierForms.includes(type)) return { status: 400, code: null };
    // Told before the machine is asked: there is nothing to send any more.
    const isClosed = submissions.includes(type) && !row.isOpen;
    const told = isClosed ? { code: 'declaration-not-editable' } : refusal;
    return { status: statusOfRefusal(told), code: told.code };
  }
  if (submissions.includes(type)) return { status: 400, code: null };
  return { status: statusOf(refusal), code: refusal.code };
}

const placeNames = Object.keys(places) as Place[];
/** Each guard's sentence is read once, on the page that a browser without scripts is shown. */
const read = new Set<string>();
let tried = 0;
let taken = 0;

describe.each(placeNames)('in %s', (place) => {
  it('everybody may do by HTTP what the machine says, and nothing else', { timeout: 600_000 }, async () => {
    const walk = await cases[place]();
    const row = await walk.row();
    expect(placeOf(row.snapshot)).toBe(place);
    const refused: (() => Promise<void>)[] = [];
    const permitted: (() => Promise<void>)[] = [];
    for (const [name, person] of people) {
      const { actor } = person.acting;
      const facts = await loadFacts(test.db, { row, actor, municipalityCode: municipalityA });
      for (const type of caseEvents) {
        const attempt = { name, type, ...person };
        const decided = askMachine(row, attempt, facts);
        const refusal = decided.ok ? { code: 'not-found' } : decided.refusal;
        if (!decided.ok || !hasPage(person.acting, row)) refused.push(() => expectRefusal(walk, row, attempt, refusal));
        else permitted.push(() => expectTaken(place, attempt, placeOf(decided.value.snapshot)));
      }
    }
    tried += refused.length + permitted.length;
    taken += permitted.length;
    await runAll(refused);
    const { version, snapshot } = await walk.row();
    expect({ version, snapshot }).toEqual({ version: row.version, snapshot: row.snapshot });
    await runAll(permitted);
  });
});

/** Four at a time: a page waits for its database more than it works. */
async function runAll(tasks: (() => Promise<void>)[]): Promise<void> {
  const lane = async () => {
    for (let task = tasks.pop(); task; task = tasks.pop()) await task();
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
}

async function expectRefusal(walk: CaseWalk, row: CaseRow, attempt: Try, refusal: Refusal): Promise<void> {
  const { status, code } = expectedOf(attempt, row, refusal);
  const about = `${attempt.name} sends ${attempt.type}`;
  const answer = await post(walk, row, attempt, true);
  expect(`${about}: ${answer.status}`, answer.text).toBe(`${about}: ${status}`);
  if (code === null) return;
  expect(answer.text, about).toContain(`"${code}"`);
  if (read.has(code)) return;
  read.add(code);
  const page = await post(walk, row, attempt, false);
  const sentence = refusalSentence({ ...refusal, code }, 'da');
  expect({ status: page.status, says: plain(page.text).includes(plain(sentence)) }, about).toEqual({
    status,
    says: true,
  });
}

const plain = (html: string) =>
  html
    .replaceAll(/<!-- -->/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"');

async function expectTaken(place: Place, attempt: Try, to: string): Promise<void> {
  const walk = await cases[place]();
  const before = await walk.row();
  const answer = await post(walk, before, attempt, false);
  const after = await walk.row();
  const about = `${attempt.name} sends ${attempt.type}`;
  expect(`${about}: ${answer.status} ${placeOf(after.snapshot)}`, answer.text).toBe(`${about}: 302 ${to}`);
  expect(after.version, about).toBe(before.version + 1);
}

it('that was all of it, many guards spoke, and the log is whole', async () => {
  const asked = new Set([...people.values()].flatMap(({ acting }) => acting.actor.roles));
  expect([...asked].toSorted()).toEqual([...roles].toSorted());
  expect(tried).toBe(placeNames.length * caseEvents.length * people.size);
  expect(taken).toBeGreaterThan(70);
  expect(read.size).toBeGreaterThan(10);
  expect((await verifyLog(test.db)).problem).toBeNull();
});
