import type { TestProject } from 'vitest/node';
import { startTestServer, type TestServer } from './server';

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: Pick<TestServer, 'admin' | 'owner'>;
  }
}

/** Starts one PostgreSQL for the run; each test file copies its template (see test/database.ts). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...server } = await startTestServer();
  project.provide('testServer', server);
  return stop;
}
