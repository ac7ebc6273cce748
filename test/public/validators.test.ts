import { expect, test } from 'vitest';
import { apiValidator, formatFaults, openApiFaults } from './validators';

// A validator that finds nothing in anything would let every page pass: each finds a fault that was put there.

const answer = (type: string, text: string) => ({
  status: 200,
  headers: { 'content-type': type },
  body: Buffer.from(text),
  text,
});

const page =
  '<!DOCTYPE html><html lang="da"><head><title>a</title><meta name="robots" content="noindex"/></head><body><h1>a</h1>';
const feed = '<feed xmlns="http://www.w3.org/2005/Atom"><title>a</title>';

test.each([
  ['text/html', `${page}<p><div></div></p></body></html>`, 'close-order'],
  ['text/html; charset=utf-8', `${page}<img src="/a.png"></body></html>`, 'alt'],
  [
    'text/html',
    `${page}<script type="application/ld+json">{"@context":"https://schema.org","@type":"Dataset","name":"a"}</script></body></html>`,
    'Dataset without license',
  ],
  [
    'text/html',
    `${page}<script type="application/ld+json">{"@context":"https://example.org","@type":"Dataset"}</script></body></html>`,
    'context',
  ],
  ['text/html', `${page.replace('noindex', 'all')}</body></html>`, 'no og:title'],
  ['application/ld+json', '{"name":"a"}', 'Safe mode'],
  ['application/atom+xml', `${feed}<updated>i går</updated></feed>`, 'feed'],
  ['application/feed+json', '{"version":"https://jsonfeed.org/version/1.1","title":"a"}', 'items'],
  ['application/xml', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>', 'element'],
  ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>', 'g'],
  ['application/schema+json', '{"type":"strign"}', 'type'],
  ['text/csv', 'a,b\r\n1\r\n', 'Length'],
  ['text/turtle', '<a> <b> .', 'Expected'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'no zip', 'zip'],
  ['application/json', '{', 'JSON'],
])('a fault is found in %s', async (type, text, word) => {
  expect(String(await formatFaults(answer(type, text)))).toContain(word);
});

test('a fault is found in the description of the API, and in an answer that is not as described', async () => {
  const list = { type: 'object', required: ['data'], properties: { data: { type: 'array' } } };
  const description = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'a', version: '1' },
    paths: {
      '/things/{id}': {
        get: { responses: { 200: { description: 'a', content: { 'application/json': { schema: list } } } } },
      },
    },
  });
  expect(String(await openApiFaults(description))).toContain('path-parameters-defined');
  const faultsOf = apiValidator(description);
  expect(faultsOf('/api/v1/things/1?x=2', answer('application/json', '{"data":[]}'))).toEqual([]);
  expect(faultsOf('/api/v1/things/1', answer('application/json', '{"data":1}'))).toEqual(['/data must be array']);
  expect(faultsOf('/api/v1/things/1', answer('text/csv', 'a'))).toEqual(['200 as text/csv is not described']);
  expect(faultsOf('/api/v1/other', answer('application/json', '{}'))).toEqual(['/api/v1/other is not described']);
});
