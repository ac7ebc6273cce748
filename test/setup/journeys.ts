import type { TestProject } from 'vitest/node';
import { ensureBuilt } from '../../app/server/prepare.js';
import { findBrowser } from '../runner/browser.js';
import { startTestServer } from './server';

declare module 'vitest' {
  export interface ProvidedContext {
    browserPath: string;
    /** With TEST_DATABASE=server each portal gets a database of its own there; else its own embedded PostgreSQL. */
    onServer: boolean;
  }
}

/** The journeys need the built portal, a browser and, on the second database, a server. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browserPath = findBrowser();
  if (browserPath === null) throw new Error('There is no Chromium: npm test gets one, or set CHROME_PATH.');
  project.provide('browserPath', browserPath);
  await ensureBuilt();
  const onServer = process.env.TEST_DATABASE === 'server';
  project.provide('onServer', onServer);
  if (!onServer) return async () => undefined;
  const { stop, ...server } = await startTestServer();
  project.provide('testServer', server);
  return stop;
}
