import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '~/db/project-root';

const folder = path.join(projectRoot, 'build', 'server');

/** A file of the server's bundle: what was put into it, and which others it reads before it runs. */
function readBundle(file: string): { sources: string[]; imports: string[] } {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const map = JSON.parse(readFileSync(path.join(folder, `${file}.map`), 'utf8')) as { sources: string[] };
  const imports = [...text.matchAll(/(?:^|[;}\n])(?:import|export)(?:[^'"();]*?from)?\s*"(\.{1,2}\/[^"]+)"/g)];
  return {
    sources: map.sources.map((source) => source.replace(/^(?:\.\.\/)+/, '')),
    imports: imports.map(([, target = '']) => path.join(path.dirname(file), target)),
  };
}

/** Everything that is read before the first page can be answered. */
function readStart(entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const read = (file: string): string[] => {
    if (seen.has(file)) return [];
    seen.add(file);
    const { sources, imports } = readBundle(file);
    return [...sources, ...imports.flatMap(read)];
  };
  return entries.flatMap(read);
}

const chunks = readdirSync(path.join(folder, 'chunks')).filter((name) => name.endsWith('.js'));
const pages = chunks.filter((name) => name.startsWith('server-build')).map((name) => path.join('chunks', name));

test('a start reads no library that is wanted only when it is used', () => {
  const sources = readStart(['main.js', ...pages]);
  expect(pages).toHaveLength(1);
  expect(sources.length, 'the sources are told').toBeGreaterThan(800);
  expect(sources).toContain('app/server/main.ts');
  const seldom = /node_modules\/(?:pdfkit|docx|nodemailer|openid-client|@aws-sdk|badge-maker|yaml|undici|commander)\//;
  expect(sources.filter((source) => seldom.test(source))).toEqual([]);
});

test('the operator’s commands read neither React’s pages nor what a start does not read', () => {
  const sources = readStart(['cli.js']);
  expect(sources).toContain('app/server/cli.ts');
  expect(sources.filter((source) => source.startsWith('app/routes/'))).toEqual([]);
});

test('each module of ours is in one file only, so that what it keeps is kept once', () => {
  const files = ['main.js', 'cli.js', ...chunks.map((name) => path.join('chunks', name))];
  const own = files
    .flatMap((file) => readBundle(file).sources)
    .filter((source) => /^(?:app|db|workflows)\//.test(source));
  expect(own.length).toBeGreaterThan(800);
  expect(own.filter((source, at) => own.indexOf(source) !== at)).toEqual([]);
});

test('every file that the server names for browsers is there', () => {
  const files = ['main.js', ...chunks.map((name) => path.join('chunks', name))];
  const named = files.flatMap((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    return [...text.matchAll(/"\/(assets\/[\w.-]+\.\w+)"/g)].map(([, name = '']) => name);
  });
  expect(named.length).toBeGreaterThan(50);
  const client = path.join(projectRoot, 'build', 'client');
  expect([...new Set(named)].filter((name) => !existsSync(path.join(client, name)))).toEqual([]);
});
