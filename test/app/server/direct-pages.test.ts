import type { AppLoadContext, LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import { beforeEach, expect, test } from 'vitest';
import type { DirectPage } from '~/app/direct-page';
import { page } from '~/app/page';
import { answerDirectly, withOutcomes } from '~/app/server/direct-pages';
import { bytesOf, WholeResponse } from '~/app/server/whole-response';
import { fakeContext } from '../context';

const calls: string[] = [];
beforeEach(() => void calls.splice(0));

/** A route whose loader does what the address asks for. */
function loaderOf(id: string) {
  return async ({ request, params }: LoaderFunctionArgs) => {
    calls.push(`${id} ${params.slug ?? ''}`);
    const wanted = new URL(request.url).searchParams.get(id);
    if (wanted === 'throw') throw new Response(null, { status: 404 });
    if (wanted === 'break') throw new Error('broken');
    if (wanted === 'answer') return new Response('own');
    if (wanted === 'with-init') return { type: 'DataWithResponseInit', data: {}, init: { status: 201 } };
    return wanted === 'nothing' ? undefined : { from: id };
  };
}

const handle = page({ title: () => 'A page' });
const shown = { default: () => null, handle };
const route = (id: string, path: string, module: object, parentId?: string) => ({
  [id]: { id, path, parentId, module: { loader: loaderOf(id), ...module } },
});
const routes = {
  ...route('root', '', { default: () => null }),
  ...route('product', 'products/:slug', shown, 'root'),
  ...route('live', 'live', { ...shown, handle: page({ title: () => 'Live', scripts: true }) }, 'root'),
  ...route('headed', 'headed', { ...shown, headers: () => ({}) }, 'root'),
  ...route('file', 'file', {}, 'root'),
  ...route('work', 'supplier', shown, 'root'),
};
const given: DirectPage[] = [];
const entry = {
  module: {
    writeDirectly: (direct: DirectPage) => {
      given.push(direct);
      if (direct.url.searchParams.has('unwritable')) throw new Error('unwritable');
      return Buffer.from('written');
    },
  },
};
const build = withOutcomes({ routes, entry } as unknown as ServerBuild);

/** Stands for Remix: calls the loaders of the address as it would. */
async function remix(request: Request, context: AppLoadContext): Promise<Response> {
  const args = { request, context, params: { slug: 'a' } };
  for (const id of ['root', 'product']) {
    await Promise.resolve(build.routes[id]?.module.loader?.(args as LoaderFunctionArgs)).catch(() => null);
  }
  return new Response('by Remix');
}

const answer = answerDirectly(build, () => build, remix);
const ask = async (address: string, init?: RequestInit) =>
  (await bytesOf(await answer(new Request(`http://localhost${address}`, init), fakeContext()))).toString();

test('a public page without scripts is written of what its loaders give', async () => {
  expect(await ask('/products/a?x=1')).toBe('written');
  expect(calls).toEqual(['root a', 'product a']);
  const last = given.at(-1);
  expect(last?.loaderData).toEqual({ root: { from: 'root' }, product: { from: 'product' } });
  expect(last?.matches.map(({ route: { id }, params }) => [id, params])).toEqual([
    ['root', { slug: 'a' }],
    ['product', { slug: 'a' }],
  ]);
});

test.each([
  '/products/a?product=throw',
  '/products/a?root=throw',
  '/products/a?product=break',
  '/products/a?product=answer',
  '/products/a?product=with-init',
  '/products/a?product=nothing',
  '/products/a?unwritable',
])('%s is left to Remix, and no loader is called twice', async (address) => {
  expect(await ask(address)).toBe('by Remix');
  expect(calls).toEqual(['root a', 'product a']);
});

test('a page that cannot be written here is told of: it would only be slow', async () => {
  const told: unknown[] = [];
  const context = fakeContext();
  context.log.warn = ((details: { path: string }) => void told.push(details.path)) as typeof context.log.warn;
  await answer(new Request('http://localhost/products/a?unwritable'), context);
  await answer(new Request('http://localhost/products/a'), context);
  expect(told).toEqual(['/products/a']);
});

test.each([
  ['/products/a', { method: 'POST' }],
  ['/products/a', { method: 'HEAD' }],
  ['/products/a.data', {}],
  ['/products/a?_routes=product', {}],
  ['/live', {}],
  ['/headed', {}],
  ['/file', {}],
  ['/supplier', {}],
  ['/nowhere/at/all', {}],
])('%s %o is Remix’s alone', async (address, init) => {
  const before = given.length;
  expect(await ask(address, init)).toBe('by Remix');
  expect(given).toHaveLength(before);
  expect(calls).toEqual(['root a', 'product a']);
});

test('what was loaded for one request is not given to another', async () => {
  await ask('/products/a');
  await ask('/products/b');
  expect(calls).toEqual(['root a', 'product a', 'root b', 'product b']);
});

test('a whole answer can be read as any other', async () => {
  const whole = () => new WholeResponse(Buffer.from('æ'), { headers: { 'Content-Type': 'text/html' } });
  expect(await whole().text()).toBe('æ');
  expect(await new Response(whole().body).text()).toBe('æ');
  expect(Buffer.from(await whole().arrayBuffer()).toString()).toBe('æ');
});
