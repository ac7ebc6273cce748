import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { useLoaderData, useParams } from '@remix-run/react';
import { expect, test } from 'vitest';
import * as entry from '~/app/entry.server';
import { page } from '~/app/page';
import * as root from '~/app/root';
import * as layout from '~/app/routes/layout';
import * as about from '~/app/routes/public/about';
import { answerDirectly, withOutcomes } from '~/app/server/direct-pages';
import { bytesOf, WholeResponse } from '~/app/server/whole-response';
import { fakeContext } from './context';

const loader = ({ params }: { params: Record<string, string | undefined> }) => ({
  name: `»${params.slug}«`,
  at: new Date(0),
});
const product = {
  loader,
  handle: page<typeof loader>({
    title: ({ data }) => data.name,
    breadcrumbs: ({ params, paths }) => [{ label: String(params.slug), href: paths.products() }],
    feed:
      ({ paths }) =>
      (file) =>
        paths.productsFeed(file),
  }),
  links: () => [{ rel: 'preload', href: '/some.png', as: 'image' }],
  default: function Product() {
    const { name, at } = useLoaderData<typeof loader>();
    if (name === '»broken«') throw new Error('broken');
    return (
      <p>
        {name} {useParams().slug} {at.getTime()}
      </p>
    );
  },
};
const route = (id: string, parentId: string | undefined, path: string | undefined, module: object) => ({
  [id]: { id, parentId, path, module: module as never, hasLoader: 'loader' in module },
});
const routes = {
  ...route('root', undefined, '', root),
  ...route('routes/layout', 'root', 'en?', layout),
  ...route('about', 'routes/layout', 'about', about),
  ...route('product', 'routes/layout', 'products/:slug', product),
} as unknown as ServerBuild['routes'];
const build = withOutcomes({
  mode: 'production',
  entry: { module: entry },
  routes,
  assets: { version: '1', url: '/m.js', entry: { module: '/e.js', imports: [] }, routes: routes as never },
  publicPath: '/',
  assetsBuildDirectory: '',
  isSpaMode: false,
  basename: '/',
  future: { v3_singleFetch: true, v3_relativeSplatPath: true },
} as unknown as ServerBuild);

const remix = createRequestHandler(build, 'production');
const direct = answerDirectly(build, () => build, remix);
const context = () => ({ ...fakeContext(), remember: async () => null as never });

test.each(['/about', '/en/about?x=1&y=%C3%A6', '/products/a%20b', '/en/products/%C3%A6', '/products/a?on=2026-01-01'])(
  '%s is what Remix writes, byte for byte',
  async (address) => {
    const request = () => new Request(`http://localhost:3000${address}`);
    const [given, expected] = [await direct(request(), context()), await remix(request(), context())];
    expect(given).toBeInstanceOf(WholeResponse);
    expect((await bytesOf(given)).toString()).toBe(await expected.text());
    expect([given.status, ...given.headers]).toEqual([expected.status, ...expected.headers]);
  },
);

test('where a component breaks the error page is Remix’s', async () => {
  const response = await direct(new Request('http://localhost:3000/products/broken'), context());
  expect(response.status).toBe(500);
  expect(await response.text()).toContain('<html lang="da"');
});
