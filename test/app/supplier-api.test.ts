import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { eq } from 'drizzle-orm';
import { matchRoutes } from 'react-router-dom';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeApi } from '~/app/api/openapi';
import * as declarationRoute from '~/app/routes/supplier-api/declaration';
import * as notFoundRoute from '~/app/routes/supplier-api/not-found';
import * as productsRoute from '~/app/routes/supplier-api/products';
import * as proposalsRoute from '~/app/routes/supplier-api/proposals';
import * as questionsRoute from '~/app/routes/supplier-api/questions';
import { createAddressLimits } from '~/app/server/address-limits';
import { createPortalServer, type PageHandler, serve } from '~/app/server/http';
import { supplierAnswers, supplierProblemSchema } from '~/app/supplier-api/schemas';
import { saveAnswers } from '~/db/answers';
import { makeApiToken, revokeApiToken } from '~/db/api-tokens';
import { loadDeclaration } from '~/db/declarations';
import { listProposals } from '~/db/open-proposals';
import { declarations, requestCounts } from '~/db/schema';
import type { Acting } from '~/workflows/actor';
import type { ApiScope } from '~/workflows/api-token';
import { createTestDatabase, type TestDatabase } from '../database';
import { makeDeclaration, makeSupplier, makeSupplierPerson, testNow } from '../factories/supplier-people';
import { configWith, fakeContext } from './context';

const table = [
  { path: '/api/v1/supplier/products', route: productsRoute },
  { path: '/api/v1/supplier/declarations/:declaration', route: declarationRoute },
  { path: '/api/v1/supplier/declarations/:declaration/questions', route: questionsRoute },
  { path: '/api/v1/supplier/declarations/:declaration/proposals', route: proposalsRoute },
  { path: '/api/v1/supplier/*', route: notFoundRoute },
];
type Handler = (args: Parameters<typeof declarationRoute.action>[0]) => Promise<Response> | Response;

/** What Remix does with a resource route. */
const pages: PageHandler = async (request, context) => {
  const [match] = matchRoutes(table, new URL(request.url).pathname) ?? [];
  const found = table.find(({ path }) => path === match?.route.path);
  if (!match || !found) return new Response('{}', { status: 404 });
  const handler = (
    request.method === 'GET' || request.method === 'HEAD' ? found.route.loader : found.route.action
  ) as Handler;
  return handler({ request, context, params: match.params });
};

let test: TestDatabase;
let server: Server;
let url: string;
let supplierId: string;
let admin: Acting;
let editor: Acting;
let productId: string;
let declarationId: string;
let token: string;

beforeAll(async () => {
  test = await createTestDatabase({ content: true, max: 10 });
  supplierId = (await makeSupplier(test.db)).supplierId;
  admin = await makeSupplierPerson(test.db, supplierId, 'supplier-admin');
  editor = await makeSupplierPerson(test.db, supplierId, 'editor');
  token = (await make()).token;
  server = createPortalServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = { publicUrl: url, apiRateLimit: 40 };
  const { nonce: _, requestId: __, ...portal } = fakeContext({ db: test.db, now: () => testNow, ...settings });
  serve(server, {
    portal,
    pages,
    files: (_request, _response, next) => next(),
    health: () => null,
    kept: null,
    limits: createAddressLimits(portal),
  });
});
beforeEach(async () => {
  await test.db.delete(requestCounts);
  ({ productId, declarationId } = await makeDeclaration(test.db, editor));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await test.drop();
});

async function make(change: { scopes?: ApiScope[]; productId?: string } = {}) {
  const made = await makeApiToken(test.db, admin, {
    name: 'Byggeserver',
    scopes: ['declarations:read', 'proposals:write'],
    productId: null,
    lifetime: 90,
    ...change,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

interface Asked {
  method?: string;
  body?: string;
  headers?: Record<string, string>;
  with?: string | null;
}

function ask(
  path: string,
  { method = 'GET', body, headers = {}, with: bearer = token }: Asked = {},
): Promise<Response> {
  return fetch(`${url}/api/v1/supplier${path}`, {
    method,
    headers: {
      ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
}

const own = (rest = '') => `/declarations/${declarationId}${rest}`;
const read = async () => supplierAnswers.declaration.parse(await (await ask(own())).json());

/** The declaration with these answers, as a client would send it. */
async function bodyWith(values: Record<string, unknown>): Promise<string> {
  const declaration = await read();
  const answers = Object.entries(values).map(([key, value]) => [key, { value, justification: null, evidence: [] }]);
  return JSON.stringify({ ...declaration, answers: { ...declaration.answers, ...Object.fromEntries(answers) } });
}

const put = (body: string, headers: Record<string, string> = {}) => ask(own(), { method: 'PUT', body, headers });
async function refused(response: Response | Promise<Response>) {
  const { status, headers, ...rest } = await response;
  expect(headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
  void rest;
  return { status, problem: supplierProblemSchema.parse(await (await response).json()) };
}

describe('the examples of docs/api.md', () => {
  it('do what is said there, as they stand', async () => {
    const text = await readFile('docs/api.md', 'utf8');
    const [settings = '', reading = '', proposing = '', ...more] = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(
      ([, block]) => block ?? '',
    );
    expect(more).toEqual([]);
    const named = [...settings.matchAll(/^([A-Z]+)=/gm)].map(([, name]) => name);
    const given = { PORTAL: url, TOKEN: token, ID: declarationId };
    expect(named).toEqual(Object.keys(given));
    const folder = await mkdtemp(path.join(tmpdir(), 'snitfladeklar-examples-'));
    // A refusal is to fail the example; what curl tells of its progress is nobody's business.
    await writeFile(path.join(folder, '.curlrc'), 'fail\nsilent\nshow-error\nnoproxy = "*"\n');
    const env = { ...process.env, HOME: folder, CURL_HOME: folder, ...given };
    const run = async (block: string) => {
      const { stdout } = await promisify(execFile)('bash', ['-euc', block], { cwd: folder, env });
      return stdout;
    };
    try {
      expect(await run(reading)).toContain(`"${declarationId}"`);
      const file = path.join(folder, 'declaration.json');
      const declaration = JSON.parse(await readFile(file, 'utf8'));
      declaration.answers['gen-version'] = { value: '4.10', justification: null, evidence: [] };
      await writeFile(file, JSON.stringify(declaration));
      expect(JSON.parse(await run(proposing))).toMatchObject({ data: { proposed: 1 } });
    } finally {
      await rm(folder, { recursive: true });
    }
    expect(await listProposals(test.db, declarationId)).toMatchObject([
      { key: 'gen-version', value: '4.10', origin: 'api' },
    ]);
  });
});

describe('reading', () => {
  it('tells how far one’s own products are, and nothing of others’', async () => {
    const foreign = await makeSupplierPerson(test.db, (await makeSupplier(test.db)).supplierId, 'editor');
    const other = await makeDeclaration(test.db, foreign);
    const response = await ask('/products');
    expect(response.headers.get('Cache-Control')).toBe('private, no-store');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(response.headers.get('RateLimit')).toBe('"default";r=39;t=60');
    const { data } = supplierAnswers.products.parse(await response.json());
    expect(data.find(({ id }) => id === productId)?.declaration).toMatchObject({
      id: declarationId,
      state: 'draft',
      isEditable: true,
      waitingProposals: 0,
    });
    expect(JSON.stringify(data)).not.toContain(other.productId);
    const [hidden, missing] = await Promise.all([
      refused(ask(`/declarations/${other.declarationId}`)),
      refused(ask('/declarations/00000000-0000-4000-8000-000000000000')),
    ]);
    expect(hidden.status).toBe(404);
    expect(hidden).toEqual(missing);
  });

  it('gives the declaration in bytes that its ETag is of, the questions and what is missing', async () => {
    const first = await ask(own());
    const tag = first.headers.get('ETag') ?? '';
    expect(supplierAnswers.declaration.parse(await first.json()).product.id).toBe(productId);
    expect((await ask(own(), { headers: { 'If-None-Match': tag } })).status).toBe(304);
    const { data } = supplierAnswers.questions.parse(await (await ask(own('/questions'))).json());
    expect(data.find(({ key }) => key === 'gen-lifecycle')?.options.map(({ value }) => value)).toContain('active');
    expect(data.some(({ missing }) => missing === 'required')).toBe(true);
  });
});

describe('proposing', () => {
  it('changes no answer: a person finds the proposals, with the name of the system', async () => {
    const response = await put(await bodyWith({ 'gen-version': '4.1', 'gen-lifecycle': 'active' }));
    expect(response.status).toBe(202);
    const { data } = supplierAnswers.proposed.parse(await response.json());
    expect(data).toMatchObject({
      proposed: 2,
      links: { html: `${url}/supplier/declarations/${declarationId}/proposals` },
    });
    expect((await loadDeclaration(test.db, declarationId)).answers.get('gen-version')).toBeUndefined();
    expect(await listProposals(test.db, declarationId)).toMatchObject([
      { key: 'gen-lifecycle', origin: 'api', originDetails: { tokenName: 'Byggeserver' }, relation: 'proposed' },
      { key: 'gen-version', value: '4.1' },
    ]);
    const waiting = supplierAnswers.proposals.parse(await (await ask(own('/proposals'))).json());
    expect(waiting.data.map(({ key }) => key)).toEqual(['gen-lifecycle', 'gen-version']);
  });

  it('what was read and sent back unchanged proposes nothing', async () => {
    const response = await put(JSON.stringify(await read()));
    expect(supplierAnswers.proposed.parse(await response.json()).data.proposed).toBe(0);
  });

  it('a request with a key is done once, however often and at once it comes', async () => {
    const body = await bodyWith({ 'gen-version': '5' });
    const headers = { 'Idempotency-Key': '"9b1c"' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => put(body, headers)));
    const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202]);
    expect(bodies.size).toBe(1);
    expect(answers.filter((answer) => answer.headers.has('Idempotency-Replayed'))).toHaveLength(4);
    const other = await refused(put(await bodyWith({ 'gen-version': '6' }), headers));
    expect(other).toMatchObject({ status: 422, problem: { title: 'Key used before' } });
    expect(await listProposals(test.db, declarationId)).toMatchObject([{ value: '5' }]);
  });

  it('what was read before somebody changed it is refused', async () => {
    const tag = (await ask(own())).headers.get('ETag') ?? '';
    const body = await bodyWith({ 'gen-version': '4.1' });
    const answers = [{ key: 'gen-lifecycle', value: 'active', justification: null, expectedVersion: 0 }];
    await saveAnswers(test.db, editor, { declarationId, answers });
    expect((await refused(put(body, { 'If-Match': tag }))).status).toBe(412);
    const fresh = (await ask(own())).headers.get('ETag') ?? '';
    expect((await put(body, { 'If-Match': fresh })).status).toBe(202);
    expect((await put(body, { 'If-Match': '*' })).status).toBe(202);
  });

  it('each wrong answer is told with its place, and nothing is proposed', async () => {
    const body = await bodyWith({ 'gen-version': 4, 'gen-lifecycle': 'x', 'no/such~question': 'y', 'gen-kle': ['99'] });
    const { status, problem } = await refused(put(body, { 'Idempotency-Key': 'again' }));
    expect(status).toBe(422);
    expect(new Map(problem.errors?.map(({ pointer, detail }) => [pointer, detail]))).toEqual(
      new Map([
        ['/answers/gen-version/value', 'The answer could not be read. Try again.'],
        ['/answers/gen-lifecycle/value', 'Choose one of the options.'],
        ['/answers/no~1such~0question', 'The questionnaire has no such question for this product’s scope.'],
        ['/answers/gen-kle/value', 'Write KLE numbers as 27, 27.12 or 27.12.16, and use only main groups that exist.'],
      ]),
    );
    expect(await listProposals(test.db, declarationId)).toEqual([]);
    expect((await put(await bodyWith({ 'gen-version': '4' }), { 'Idempotency-Key': 'again' })).status).toBe(202);
  });

  it.each([
    ['no JSON', async () => '{', 400, undefined],
    ['a list', async () => '[]', 422, ''],
    ['an unknown version', async () => JSON.stringify({ ...(await read()), schema: 2 }), 422, '/schema'],
    ['an unknown version as text', async () => JSON.stringify({ ...(await read()), schema: '2.0' }), 422, '/schema'],
    ['an unknown field', async () => JSON.stringify({ ...(await read()), __proto: 1 }), 422, ''],
    ['no answers', async () => JSON.stringify({ ...(await read()), answers: undefined }), 422, '/answers'],
    [
      'another product',
      async () => JSON.stringify({ ...(await read()), product: { id: 'x', name: 'x' } }),
      422,
      '/product/id',
    ],
    [
      'another questionnaire',
      async () => JSON.stringify({ ...(await read()), questionnaire: { slug: 'x', version: '9' } }),
      409,
      '/questionnaire',
    ],
    ['a character that cannot be kept', async () => '{"schema":"\\u0000"}', 400, undefined],
  ])('%s is refused', async (_name, body, status, pointer) => {
    const found = await put(await body());
    expect(found.status).toBe(status);
    const problem = (await found.json()) as { errors?: { pointer: string }[] };
    expect(problem.errors?.[0]?.pointer).toBe(pointer);
  });

  it('too much, another content type, another method and a bad key are refused', async () => {
    expect((await put('x'.repeat(10_000_001))).status).toBe(413);
    const body = await bodyWith({});
    expect((await refused(put(body, { 'Content-Type': 'text/plain' }))).status).toBe(415);
    expect((await refused(put(body, { 'Idempotency-Key': 'æ'.repeat(3) }))).status).toBe(400);
    const wrong = await ask(own(), { method: 'DELETE' });
    expect([wrong.status, wrong.headers.get('Allow')]).toEqual([405, 'GET, HEAD, PUT, POST']);
    expect((await ask('/products', { method: 'POST', body: '{}' })).status).toBe(405);
    expect((await refused(ask('/nothing'))).status).toBe(404);
  });

  it('a declaration larger than other content is taken', async () => {
    const body = await bodyWith({ 'gen-version': '4.1' });
    expect((await put(body + ' '.repeat(2_000_000))).status).toBe(202);
  });

  it('waits also while the declaration itself cannot be changed', async () => {
    const body = await bodyWith({ 'gen-version': '4.1' });
    await test.db.update(declarations).set({ updatedAt: testNow }).where(eq(declarations.id, declarationId));
    expect((await ask(own(), { method: 'POST', body })).status).toBe(202);
  });
});

describe('tokens', () => {
  it('without one, or with one that is not good, nothing is answered, and a cookie counts for nothing', async () => {
    const revoked = await make();
    await revokeApiToken(test.db, admin, { tokenId: revoked.id });
    for (const bearer of [null, 'nothing', `snitfladeklar_${'a'.repeat(43)}`, revoked.token]) {
      const response = await ask(own(), { with: bearer, headers: { Cookie: `session=${token}` } });
      expect(response.headers.get('WWW-Authenticate')).toMatch(/^Bearer realm="snitfladeklar"/);
      expect((await refused(response)).status).toBe(401);
    }
    expect((await refused(ask(own(), { with: null, headers: { Authorization: `Basic ${token}` } }))).status).toBe(401);
  });

  it('are good for what they were made for', async () => {
    const reader = await make({ scopes: ['declarations:read'] });
    const writer = await make({ scopes: ['proposals:write'] });
    const { productId: another } = await makeDeclaration(test.db, editor);
    const narrow = await make({ productId: another });
    const body = await bodyWith({ 'gen-version': '4.1' });
    const forbidden = await ask(own(), { method: 'PUT', body, with: reader.token });
    expect(forbidden.headers.get('WWW-Authenticate')).toContain('error="insufficient_scope"');
    expect((await refused(forbidden)).status).toBe(403);
    expect((await refused(ask(own(), { with: writer.token }))).status).toBe(403);
    expect((await refused(ask(own(), { with: narrow.token }))).status).toBe(404);
    expect((await refused(ask(own(), { method: 'PUT', body, with: narrow.token }))).status).toBe(404);
    const { data } = supplierAnswers.products.parse(await (await ask('/products', { with: narrow.token })).json());
    expect(data.map(({ id }) => id)).toEqual([another]);
  });

  it('are held back one by one when they ask too much', async () => {
    const busy = await make();
    const answers = [];
    for (let asked = 0; asked < 41; asked += 1) answers.push(await ask('/products', { with: busy.token }));
    expect(answers.slice(0, 40).every(({ status }) => status === 200)).toBe(true);
    const last = answers[40];
    expect(last?.status).toBe(429);
    expect(last?.headers.get('Retry-After')).toBe('60');
    expect(last?.headers.get('RateLimit')).toBe('"default";r=0;t=60');
    expect((await ask('/products')).status).toBe(200);
  });
});

it('the description names every address with its methods', () => {
  const paths: Record<string, object> = describeApi({ ...configWith(), publicUrl: url }).paths;
  const named = table.filter(({ path }) => !path.endsWith('*')).map(({ path }) => path);
  for (const path of named) {
    const described = paths[path.replace('/api/v1', '').replace(':declaration', '{id}')];
    expect(Object.keys(described ?? {})).toContain('get');
  }
  expect(Object.keys(paths['/supplier/declarations/{id}'] ?? {})).toEqual(['get', 'put', 'post']);
});
