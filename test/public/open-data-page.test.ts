import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '~/test/database';
import { type InProcessPortal, openInProcess } from '~/test/in-process-portal';
import { makePublicWorld } from './secrets';

let database: TestDatabase;
let portal: InProcessPortal;

beforeAll(async () => {
  database = await createTestDatabase();
  await makePublicWorld(database);
  portal = await openInProcess({ db: database.db, now: () => new Date('2026-11-30T12:00:00Z') });
});
afterAll(async () => {
  await portal?.close();
  await database?.drop();
});

test.each([
  ['/about/data', 'Data og API'],
  ['/en/about/data', 'Data and API'],
])('%s leads to data only, and all of it is there', async (path, title) => {
  const { status, text } = await portal.ask(path);
  expect(status).toBe(200);
  expect(text).toContain(`<h1>${title}</h1>`);
  const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'));
  const links = [...main.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
  const data = links.filter((href) => /^\/(?:api|catalog|(?:en\/)?products\/feed)/.test(href));
  expect(data.length).toBeGreaterThan(20);
  const answers = await Promise.all(data.map(async (href) => [href, (await portal.ask(href)).status] as const));
  // The nightly dump is made by the running portal; here it has not been night yet.
  const notYet = (href: string) => href.endsWith('/dump/manifest.json');
  expect(answers.filter(([href, code]) => code !== (notYet(href) ? 404 : 200))).toEqual([]);
});
