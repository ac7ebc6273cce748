import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '~/db/project-root';

const folder = path.join(projectRoot, 'build', 'client');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });

/** What would be in a script if a part of the server were, whatever a minifier calls its functions. */
const traces: Record<string, RegExp> = {
  'the case’s machine': /xstate\.(?:init|stop|done|error)/,
  'the database layer': /drizzle:|pg_advisory|SCRAM-SHA-256/,
  'the settings': /SESSION_SECRET|DATABASE_URL/,
  'what only Node has': /["']node:[a-z]+["']|\bprocess\.env\.[A-Z]/,
};

test.each(Object.entries(traces))('no script in the browser holds %s', (_name, trace) => {
  const scripts = files.filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((file) => trace.test(readFileSync(path.join(folder, file), 'utf8')))).toEqual([]);
});

test('no source map and no source is given out', () => {
  expect(files.filter((file) => /\.(?:map|tsx?|ya?ml)$/.test(file))).toEqual([]);
});
