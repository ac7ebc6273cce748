import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '~/app/auth/session.server';
import { declareConflict } from '~/db/conflicts';
import { identities } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import { createTestDatabase, type TestDatabase } from '../../database';
import { insertDecidedProduct } from '../../factories/decided-product';
import { makePlacedCases } from '../../factories/placed-cases';
import {
  CaseWalk,
  type CaseWorld,
  getValue,
  makeCaseWorld,
  makeReviewer,
  municipalityA,
} from '../../factories/reviewed-case';
import { type InProcessPortal, openInProcess } from '../../in-process-portal';
import { fakeContext } from '../context';

/** By raw HTTP: what a form can mend is told at its field, in the page's language, all at once. */

const now = new Date('2026-11-24T12:00:00Z');
const publicUrl = 'http://localhost:3000';
const files = [
  'routes/layout.tsx',
  ...['routing', 'reasons', 'merge-preview', 'questionnaires'].map((name) => `routes/admin/${name}.tsx`),
  ...['events', 'decision', 'case', 'inbox', 'views', 'bulk-routing', 'hand-over', 'section'].map(
    (name) => `routes/review/${name}.tsx`,
  ),
];

let test: TestDatabase;
let portal: InProcessPortal;
let world: CaseWorld;
let cases: Awaited<ReturnType<typeof makePlacedCases>>;

beforeAll(async () => {
  test = await createTestDatabase({ max: 6 });
  world = await makeCaseWorld(test.db);
  portal = await openInProcess({ db: test.db, now: () => now, publicUrl }, ({ file }) => files.includes(file));
  cases = await makePlacedCases(await CaseWalk.begin(world));
});
afterAll(async () => {
  await portal?.close();
  await test?.drop();
});

async function cookieFor({ actor }: Acting): Promise<string> {
  const identity = { provider: 'demo', subject: actor.personId };
  await test.db
    .insert(identities)
    .values({ ...identity, personId: actor.personId, createdAt: now })
    .onConflictDoNothing();
  const context = fakeContext({ db: test.db, now: () => now, publicUrl });
  const signedIn = getValue(await signIn(new Request(publicUrl), context, { identity, verifiedEmail: null }));
  return signedIn.cookie.split(';')[0] ?? '';
}

/** @returns the status, and what the error summary says: each message with the field it leads to */
async function send(acting: Acting, address: string, fields: Record<string, string>) {
  const headers = {
    Cookie: await cookieFor(acting),
    Origin: publicUrl,
    'Content-Type': 'application/x-www-form-urlencoded',
  };
  const answer = await portal.ask(address, headers, 'POST', new URLSearchParams(fields).toString());
  const summary = answer.text.match(/sd-error-summary[\s\S]*?<\/ul>/)?.[0] ?? '';
  const told = [...summary.matchAll(/<li>(?:<a href="#([^"]*)">)?([^<]*)/g)].map(([, field, text]) => [field, text]);
  return { status: answer.status, told, text: answer.text, location: answer.headers.location ?? '' };
}

async function post(walk: CaseWalk, acting: Acting, page: string, fields: Record<string, string>, prefix = '') {
  const { version } = await walk.row();
  return send(acting, `${prefix}/review/cases/${walk.caseId}/${page}`, { ...fields, version: String(version) });
}

describe('a proposal', () => {
  it('tells all that it lacks at once, each at its field', async () => {
    const walk = await cases['decision.lead']();
    const { status, told, text } = await post(walk, world.leadC, 'decision', { event: 'propose' });
    expect(status).toBe(400);
    expect(told).toEqual([
      ['outcome', 'Vælg en afgørelse.'],
      ['reasons', 'Skriv en begrundelse. Den er nødvendig, når ikke alle svar godkendes.'],
    ]);
    for (const [field] of told) expect(text).toContain(`id="${field}"`);
  });

  it('that does not fit says so at the outcome, and keeps what was written', async () => {
    const walk = await cases['decision.lead']();
    const fields = { event: 'propose', outcome: 'approved', reasons: 'Alt er fint her.' };
    const { status, told, text } = await post(walk, world.leadC, 'decision', fields, '/en');
    expect(status).toBe(400);
    expect(told).toEqual([['outcome', expect.stringContaining('The decision does not fit the verdicts')]]);
    expect(text).toContain('Alt er fint her.');
  });

  it('of somebody who may not propose is refused for that, however much it lacks in fit', async () => {
    const walk = await cases['decision.lead']();
    const fields = { event: 'propose', outcome: 'approved', reasons: 'Alt er fint her.' };
    const { status } = await post(walk, world.reviewerA, 'decision', fields);
    expect(status).toBe(403);
  });
});

describe('a crafted form that routes a case', () => {
  const alone = '0751';

  it('to a municipality without a lead reviewer is refused at the field, in the language of the page', async () => {
    await makeReviewer(test.db, 'reviewer', alone);
    const walk = await cases.screening();
    const fields = { event: 'route', municipalityCode: alone, note: '' };
    const danish = await post(walk, world.coordinator, 'events', fields);
    expect(danish.status).toBe(400);
    const sentence = 'Kommunen har ingen ledende bedømmer, der kan afgøre sagen. Vælg en anden kommune.';
    expect(danish.told).toEqual([['route-municipalityCode', sentence]]);
    const english = await post(walk, world.coordinator, 'events', fields, '/en');
    expect(english.told[0]?.[1]).toBe(
      'The municipality has no lead reviewer who can decide the case. Choose another one.',
    );
    expect((await walk.row()).municipalityCode).toBeNull();
  });

  it('is refused where the only lead reviewer has a conflict of interest, and not where there is another', async () => {
    const walk = await cases.screening();
    const { supplierId } = await walk.row();
    const lead = await makeReviewer(test.db, 'lead-reviewer', alone);
    getValue(await declareConflict(test.db, lead, { supplierId, reason: 'Tidligere ansat.' }));
    const fields = { event: 'route', municipalityCode: alone, note: '' };
    expect((await post(walk, world.coordinator, 'events', fields)).status).toBe(400);
    await makeReviewer(test.db, 'lead-reviewer', alone);
    expect((await post(walk, world.coordinator, 'events', fields)).status).toBe(302);
    expect((await walk.row()).municipalityCode).toBe(alone);
  });
});

describe('the inbox', () => {
  it('tells what a saved view lacks at its field, keeps what was chosen, and says when it is saved', async () => {
    const refused = await send(world.reviewerA, '/review/views?view=mine', { act: 'add', name: ' ', isShared: '1' });
    expect(refused.status).toBe(400);
    expect(refused.told).toEqual([['name', 'Giv visningen et navn på højst 80 tegn.']]);
    expect(refused.text).toMatch(/id="name-error"/);
    expect(refused.text).toMatch(/<input[^>]*name="isShared"[^>]*checked/);
    const saved = await send(world.reviewerA, '/review/views?view=mine', { act: 'add', name: 'Mine', isShared: '1' });
    expect(saved.status).toBe(303);
    const page = await portal.ask(saved.location, { Cookie: await cookieFor(world.reviewerA) });
    expect(page.text).toContain('Visningen er gemt.');
  });

  it('tells all that is missing when cases are routed, and keeps the ticks', async () => {
    const walk = await cases.screening();
    const nothing = await send(world.coordinator, '/review/routing', { municipalityCode: '' });
    expect(nothing.status).toBe(400);
    expect(nothing.told).toEqual([
      ['cases', 'Sæt flueben ved mindst én sag.'],
      ['municipalityCode', 'Vælg en kommune.'],
    ]);
    for (const [field] of nothing.told) expect(nothing.text).toContain(`id="${field}"`);
    const { version } = await walk.row();
    const ticked = await send(world.coordinator, '/review/routing', { case: `${walk.caseId}:${version}` });
    expect(ticked.told).toEqual([['municipalityCode', 'Vælg en kommune.']]);
    expect(ticked.text).toMatch(
      new RegExp(`<input[^>]*value="${walk.caseId}:${version}"[^>]*checked|checked[^>]*value="${walk.caseId}`),
    );
  });
});

describe('cases that are given to somebody, several at once', () => {
  const ticked = async (walk: CaseWalk) => `${walk.caseId}:${(await walk.row()).version}`;

  it('tells what is missing at its field', async () => {
    const nothing = await send(world.coordinator, '/review/routing', { act: 'assign', municipalityCode: '' });
    expect(nothing.status).toBe(400);
    expect(nothing.told).toEqual([
      ['cases', 'Sæt flueben ved mindst én sag.'],
      ['assignee', 'Vælg, hvem der skal have sagerne.'],
    ]);
    const walk = await cases.screening();
    const assignee = `${municipalityA}:${world.reviewerA.actor.personId}`;
    const both = { act: 'assign', case: await ticked(walk), assignee };
    const other = await send(world.coordinator, '/review/routing', {
      ...both,
      municipalityCode: world.leadB.actor.municipalityCode ?? '',
    });
    expect(other).toMatchObject({ status: 400, told: [['assignee', expect.stringContaining('en anden kommune')]] });
    const elsewhere = await send(world.leadB, '/review/routing', both);
    expect(elsewhere).toMatchObject({ status: 400, told: [['assignee', expect.any(String)]] });
    expect((await walk.row()).state).toBe('screening');
  });

  it('does what can be done; the rest is told with its reason and stays ticked', async () => {
    const walk = await cases.screening();
    const partial = await makeReviewer(test.db, 'reviewer', municipalityA);
    getValue(await declareConflict(test.db, partial, { supplierId: world.supplierId, reason: 'Min bror er ansat.' }));
    const box = await ticked(walk);
    const refused = await send(world.leadA, '/review/routing', {
      ...{ act: 'assign', case: box, municipalityCode: municipalityA },
      assignee: `${municipalityA}:${partial.actor.personId}`,
    });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('1 sag er ikke tildelt');
    expect(refused.text).toContain('Den valgte person er inhabil');
    expect(refused.text).toMatch(new RegExp(`<input[^>]*value="${box}"[^>]*checked|checked[^>]*value="${box}`));
    const assignee = `${municipalityA}:${world.reviewerA.actor.personId}`;
    const done = await send(world.leadA, '/review/routing', { act: 'assign', case: box, assignee });
    expect(done.status).toBe(200);
    expect(done.text).toContain('1 sag er tildelt');
    expect(await walk.row()).toMatchObject({ state: 'review', assigneeId: world.reviewerA.actor.personId });
  });
});

describe('a section that is handed over', () => {
  it('tells all that is missing at its field, and afterwards what happened', async () => {
    const walk = await cases['review.claimed']();
    const colleague = await makeReviewer(test.db, 'reviewer', municipalityA);
    const nothing = await post(walk, world.reviewerA, 'sections/first/hand-over', { act: 'hand-over' });
    expect(nothing.status).toBe(400);
    expect(nothing.told).toEqual([
      ['toId', 'Vælg den nye bedømmer.'],
      ['note', 'Skriv en besked til den nye bedømmer.'],
    ]);
    for (const [field] of nothing.told) expect(nothing.text).toContain(`id="${field}-error"`);
    const fields = { act: 'hand-over', toId: colleague.actor.personId, note: 'Jeg er væk.' };
    const given = await post(walk, world.reviewerA, 'sections/first/hand-over', fields);
    expect(given.status).toBe(303);
    const page = await portal.ask(given.location, { Cookie: await cookieFor(world.reviewerA) });
    expect(page.text).toContain('Afsnittet er givet videre.');
  });
});

describe('the coordinator', () => {
  it('is told all that a rule lacks at its field, and what was done with it', async () => {
    const fields = { act: 'add', way: 'least-loaded', name: ' ', position: 'først', mostOpen: '0' };
    const refused = await send(world.coordinator, '/admin/routing', fields);
    expect(refused.status).toBe(400);
    expect(refused.told.map(([field]) => field)).toEqual(['name-new', 'position-new', 'mostOpen-new']);
    for (const [field] of refused.told) expect(refused.text).toContain(`id="${field}-error"`);
    const whole = { ...fields, name: 'Prøve', position: '2', mostOpen: '' };
    const added = await send(world.coordinator, '/admin/routing', whole);
    const page = await portal.ask(added.location, { Cookie: await cookieFor(world.coordinator) });
    expect(page.text).toContain('Reglen er tilføjet.');
  });

  it('is told the same of a reason', async () => {
    const fields = { act: 'add', kind: 'rejected', title: '', text: '' };
    const refused = await send(world.coordinator, '/admin/reasons', fields);
    expect(refused.told).toEqual([
      ['title-new', 'Skriv en titel.'],
      ['text-new', 'Skriv begrundelsen.'],
    ]);
    for (const [field] of refused.told) expect(refused.text).toContain(`id="${field}-error"`);
    const added = await send(world.coordinator, '/admin/reasons', { ...fields, title: 'Ny', text: 'Fordi.' });
    const page = await portal.ask(added.location, { Cookie: await cookieFor(world.coordinator) });
    expect(page.text).toContain('Begrundelsen er føjet til listen.');
  });

  it('is told which name nothing has, when products are to be merged', async () => {
    const headers = { Cookie: await cookieFor(world.coordinator) };
    const { text } = await portal.ask('/admin/merges/preview?kind=product-merge&from=hvad&to=', headers);
    expect(text).toContain('Portalen kender ikke »hvad«.');
    expect(text).toContain('Skriv navnet i alle felter.');
  });

  it('is told all that a merge lacks before it is done', async () => {
    const [from, to] = await Promise.all(
      ['Aa', 'Bb'].map((name) => insertDecidedProduct(test.db, { name: `Et ${name}`, answers: [] })),
    );
    const address = `/admin/merges/preview?kind=product-merge&from=${from?.productSlug}&to=${to?.productSlug}`;
    const headers = { Cookie: await cookieFor(world.coordinator) };
    const { text } = await portal.ask(address, headers);
    const fingerprint = text.match(/name="fingerprint" value="([^"]*)"/)?.[1] ?? '';
    const refused = await send(world.coordinator, address, { fingerprint, reason: 'Kort' });
    expect(refused.told).toEqual([
      ['reason', 'Skriv en begrundelse på 10 til 1.000 tegn.'],
      ['confirmed', 'Sæt kryds ved, at du har læst, hvad der sker.'],
    ]);
    for (const [field] of refused.told) expect(refused.text).toContain(`id="${field}-error"`);
  });

  it('is told all that a hearing lacks before it begins', async () => {
    await test.sql`
      insert into questionnaire_drafts (slug, version, definition, hash, loaded_at)
      select slug, '9.9', jsonb_set(definition, '{version}', '"9.9"'), 'hash', now() from questionnaires limit 1`;
    const [draft] = await test.sql`select slug from questionnaire_drafts`;
    const fields = { act: 'hear', slug: String(draft?.slug), version: '9.9', hash: 'hash', closesOn: '2026-11-25' };
    const refused = await send(world.coordinator, '/admin/questionnaires', { ...fields, introduction: ' ' });
    expect(refused.told).toEqual([
      ['closesOn', 'Vælg en dag, der ligger 7 til 365 dage fra i dag.'],
      ['introduction', 'Skriv, hvad I vil høre om, højst 2.000 tegn.'],
    ]);
    for (const [field] of refused.told) expect(refused.text).toContain(`id="${field}-error"`);
    expect(refused.text).toContain('value="2026-11-25"');
  });
});

describe('evidence', () => {
  it('that is a picture is shown in its place, another file is not', async () => {
    const walk = await cases['review.claimed']();
    const { currentSubmissionId } = await walk.row();
    const file = { type: 'agreement', url: null, municipalityCode: null, observedOn: '2026-11-01', validTo: null };
    const files = ['skaerm.PNG', 'aftale.pdf'].map((fileName, index) => ({
      ...{ ...file, id: `e${index}`, title: fileName, fileName, fileHash: 'a'.repeat(64), hash: 'b'.repeat(64) },
    }));
    await test.sql.begin(async (tx) => {
      // What was sent never changes; here it stands in for a submission that came with files.
      await tx`alter table submissions disable trigger user`;
      await tx`
        update submissions set document = jsonb_set(document, '{answers,0,evidence}', ${JSON.stringify(files)}::text::jsonb)
        where id = ${currentSubmissionId}`;
      await tx`alter table submissions enable trigger user`;
    });
    const headers = { Cookie: await cookieFor(world.reviewerA) };
    const { text } = await portal.ask(`/review/cases/${walk.caseId}/sections/first`, headers);
    const pictures = [...text.matchAll(/<img[^>]*sd-evidence-picture[^>]*>/g)].map(([tag]) => tag);
    expect(pictures).toHaveLength(1);
    expect(pictures[0]).toContain(`src="/review/cases/${walk.caseId}/evidence/e0"`);
    expect(pictures[0]).toContain('alt="skaerm.PNG"');
  });
});
