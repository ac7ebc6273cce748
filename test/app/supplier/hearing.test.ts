import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '~/app/auth/session.server';
import { identities } from '~/db/schema';
import { createTestDatabase, type TestDatabase } from '../../database';
import { CaseWalk, type CaseWorld, makeCaseWorld } from '../../factories/reviewed-case';
import { type InProcessPortal, openInProcess } from '../../in-process-portal';
import { fakeContext } from '../context';

const publicUrl = 'http://localhost:3000';
const files = ['routes/layout.tsx', 'routes/supplier/events.tsx', 'routes/supplier/declaration.tsx'];

let test: TestDatabase;
let world: CaseWorld;
let walk: CaseWalk;
let portal: InProcessPortal;
let cookie: string;

beforeAll(async () => {
  test = await createTestDatabase();
  world = await makeCaseWorld(test.db);
  walk = await CaseWalk.begin(world);
  await walk.toDecision(['rejected', 'accepted']);
  await walk.send(world.leadA, { type: 'open-hearing', note: 'En kommune melder om brud.', workingDays: 10 });
  const now = () => walk.now;
  const identity = { provider: 'demo', subject: 'signatory' };
  const { personId } = world.signatory.actor;
  await test.db.insert(identities).values({ ...identity, personId, createdAt: walk.now });
  const context = fakeContext({ db: test.db, now, publicUrl });
  const signedIn = await signIn(new Request(publicUrl), context, { identity, verifiedEmail: null });
  cookie = signedIn.ok ? (signedIn.value.cookie.split(';')[0] ?? '') : '';
  portal = await openInProcess({ db: test.db, now, publicUrl }, ({ file }) => files.includes(file));
});
afterAll(async () => {
  await portal?.close();
  await test?.drop();
});

const page = () => `/supplier/declarations/${walk.declarationId}`;
const open = (query = '') => portal.ask(page() + query, { Cookie: cookie });

async function answer(note: string) {
  const { version } = await walk.row();
  const body = new URLSearchParams({ event: 'answer-hearing', case: walk.caseId, version: String(version), note });
  const headers = { Cookie: cookie, Origin: publicUrl, 'Content-Type': 'application/x-www-form-urlencoded' };
  return portal.ask(`${page()}/events`, headers, 'POST', body.toString());
}

it('the supplier answers a hearing before everything else on the page, is told at the field what is missing, and then reads both', async () => {
  const { text } = await open();
  expect(text).toContain('En kommune melder om brud.');
  expect(text.indexOf('value="answer-hearing"')).toBeLessThan(text.indexOf('/sections/'));
  const empty = await answer('  ');
  expect(empty.status).toBe(400);
  const field = `answer-hearing-note-${walk.caseId}`;
  expect(empty.text).toContain(`href="#${field}"`);
  expect(empty.text).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
  const sent = await answer('Det er rettet i maj.');
  expect([sent.status, sent.headers.location]).toEqual([302, `${page()}?done=answer-hearing`]);
  const after = await open('?done=answer-hearing');
  expect(after.text).toContain('Jeres svar på partshøringen er sendt');
  for (const said of ['En kommune melder om brud.', 'Det er rettet i maj.']) expect(after.text).toContain(said);
});
