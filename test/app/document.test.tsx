import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { Outlet, type RouteObject, useRouteError } from 'react-router-dom';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import { describe, expect, test } from 'vitest';
import { type DocumentFacts, useDocument } from '~/app/document';
import { page } from '~/app/page';
import { projectRoot } from '~/db/project-root';

let facts: DocumentFacts | undefined;

function Probe() {
  facts = useDocument();
  return null;
}

function Failed() {
  useRouteError();
  return <Probe />;
}

const product = page<{ name: string }>({
  title: ({ data, language }) => (language === 'en' ? `${data.name} in English` : data.name),
  description: ({ data }) => `Om ${data.name}`,
  breadcrumbs: ({ paths }) => [{ label: 'It-systemer', href: paths.products() }],
  scripts: true,
});

const pages: RouteObject[] = [
  {
    path: 'products/:slug',
    Component: Probe,
    handle: product,
    loader: ({ params }) => {
      if (params.slug === 'gone') throw new Response(null, { status: 404 });
      if (params.slug === 'broken') throw new Error('broken');
      return { name: 'SagsFlow' };
    },
    action: async ({ request }) => {
      const wanted = (await request.formData()).get('answer');
      if (wanted === 'errors') return { errors: [{ field: 'name', message: 'Skriv et navn' }] };
      if (wanted === 'refusal') return { refusal: { code: 'case-has-moved' } };
      return { errors: [] };
    },
  },
  { path: 'supplier', Component: Probe, handle: page({ title: () => 'Jeres it-systemer' }), loader: () => null },
];

const routes: RouteObject[] = [
  { Component: Outlet, children: [{ path: 'en?', Component: Outlet, ErrorBoundary: Failed, children: pages }] },
];

async function documentOf(address: string, answer?: string): Promise<DocumentFacts> {
  const handler = createStaticHandler(routes);
  const body = answer === undefined ? undefined : new URLSearchParams({ answer });
  const request = new Request(`http://portal.test${address}`, { method: body ? 'POST' : 'GET', body });
  const context = await handler.query(request);
  if (context instanceof Response) throw new Error(`answered ${context.status}`);
  facts = undefined;
  const router = createStaticRouter(handler.dataRoutes, context);
  renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
  if (!facts) throw new Error('The page was not rendered.');
  return facts;
}

describe('the document', () => {
  test('is what the page says of itself, in the language of the path', async () => {
    expect(await documentOf('/products/sagsflow?x=1')).toEqual({
      language: 'da',
      pageTitle: 'SagsFlow',
      title: 'SagsFlow – Snitfladeklar',
      description: 'Om SagsFlow',
      crumbs: [{ label: 'It-systemer', href: '/products' }],
      feed: null,
      structured: null,
      embedded: false,
      scripts: true,
      wide: false,
      indexed: true,
      alternates: [
        { language: 'da', path: '/products/sagsflow' },
        { language: 'en', path: '/en/products/sagsflow' },
      ],
    });
    expect(await documentOf('/en/products/sagsflow')).toMatchObject({
      language: 'en',
      title: 'SagsFlow in English – Snitfladeklar',
      crumbs: [{ href: '/en/products' }],
    });
  });

  test.each(['errors', 'refusal'])('says that something is wrong when the action answers with %s', async (answer) => {
    expect((await documentOf('/products/sagsflow', answer)).title).toBe('Fejl: SagsFlow – Snitfladeklar');
    expect((await documentOf('/en/products/sagsflow', answer)).title).toMatch(/^Error: /);
  });

  test('says nothing of errors when there are none', async () => {
    expect((await documentOf('/products/sagsflow', 'fine')).title).toBe('SagsFlow – Snitfladeklar');
  });

  test('of an error has no scripts, no description, and search engines leave it', async () => {
    const error = { scripts: false, description: null, crumbs: null, indexed: false };
    expect(await documentOf('/products/gone')).toMatchObject({ ...error, pageTitle: 'Siden findes ikke' });
    expect(await documentOf('/products/broken')).toMatchObject({ ...error, pageTitle: 'Der er sket en fejl hos os' });
  });

  test('of a workspace is not for search engines', async () => {
    expect((await documentOf('/supplier')).indexed).toBe(false);
    expect((await documentOf('/en/supplier')).indexed).toBe(false);
  });
});

test('every page of the route table says its title', () => {
  const table = readFileSync(path.join(projectRoot, 'app/routes.js'), 'utf8');
  const files = [...table.matchAll(/'(routes\/[^']+\.tsx)'/g)].map(([, file]) => file ?? '');
  const frames = ['routes/layout.tsx', 'routes/not-found.tsx'];
  const untitled = files
    .filter((file) => !frames.includes(file))
    .filter((file) => {
      const source = readFileSync(path.join(projectRoot, 'app', file), 'utf8');
      return /^export default /m.test(source) && !/^export const handle\b/m.test(source);
    });
  expect(untitled).toEqual([]);
});
