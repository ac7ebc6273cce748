// Vitest's options; remix.config.js hands them on. Projects, so that a run starts only what its tests need:
//   unit      the pure core and the house: no database
//   database  db and app: one PostgreSQL for the run, a copied template database per file
//   journeys  a real browser against the built portal: only when the runner asks. TEST_JOURNEYS is 1 for all of them, or
//             the name of a part (below), so that no part keeps a core waiting for long
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const shared = {
  environment: 'node',
  setupFiles: ['test/setup/console.ts', 'test/setup/random.ts'],
  // Two cores; a worker each.
  maxWorkers: 2,
  // Other work may share the machine; a test that hangs is still told from a slow one.
  testTimeout: 120_000,
  hookTimeout: 60_000,
  // A second, which is the default, is short on a busy machine; what never comes is told of all the same.
  expect: { poll: { timeout: 30_000 } },
  unstubEnvs: true,
};

const onServer = process.env.TEST_DATABASE === 'server';
/** What goes over every page, over every route; the main job and what a start does; the rest is what else people do. */
const parts = {
  pages: ['test/journeys/pages.test.ts'],
  routes: ['test/journeys/routes.test.ts'],
  main: ['test/journeys/{autosave,browser-bundle,gallery,keyboard,main-job,server-bundle,start}.test.ts'],
};
const part = process.env.TEST_JOURNEYS ?? '';

/** What is about the machine and the routes; what it asks of a database is tested on both by others. */
const onceIsEnough = ['test/app/review/case-events.test.ts', 'test/db/cases/random-walks.test.ts'];

/** On the second database only what has a database: the rest would say the same again. */
function listDatabaseTests() {
  const files = ['db', 'app'].flatMap((room) =>
    readdirSync(path.join('test', room), { recursive: true, encoding: 'utf8' }).map((file) => `test/${room}/${file}`),
  );
  return files.filter(
    (file) =>
      /\.test\.tsx?$/.test(file) &&
      !onceIsEnough.includes(file) &&
      (file.startsWith('test/db/') || /from '[./~]+(?:test\/)?database'/.test(readFileSync(file, 'utf8'))),
  );
}

const journeys = {
  extends: true,
  test: {
    name: 'journeys',
    // What people do and what a start does rests on the database; what pages look like and the rights of routes do not.
    include: onServer
      ? ['test/journeys/{main-job,start}.test.ts']
      : (parts[part] ?? ['test/journeys/**/*.test.{ts,tsx}']),
    exclude: part === 'people' ? Object.values(parts).flat() : [],
    globalSetup: ['test/setup/journeys.ts'],
    testTimeout: 1_200_000,
    hookTimeout: 960_000,
    // One browser and one portal at a time.
    fileParallelism: false,
  },
};

/** @type {import('vitest/node').InlineConfig} */
export const vitestOptions = {
  ...shared,
  projects: [
    { extends: true, test: { name: 'unit', include: ['test/{workflows,house}/**/*.test.{ts,tsx}'] } },
    {
      extends: true,
      test: {
        name: 'database',
        include: onServer ? listDatabaseTests() : ['test/{db,app,public}/**/*.test.{ts,tsx}'],
        globalSetup: ['test/setup/database.ts'],
      },
    },
    ...(process.env.TEST_JOURNEYS ? [journeys] : []),
  ],
};
