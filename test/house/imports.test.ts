import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '~/db/project-root';
import { type Import, importsOf, listSources, packageOf, type Source } from './sources';

const code = ['.ts', '.tsx', '.js'];

/** @returns a line per import that must not be */
function refused(sources: readonly Source[], isAllowed: (found: Import, file: string) => boolean): string[] {
  return sources.flatMap((source) =>
    importsOf(source)
      .filter((found) => !isAllowed(found, source.file))
      .map(({ from }) => `${source.file} imports ${from}`),
  );
}

const isIn = (target: string | null, ...rooms: readonly string[]): boolean =>
  target !== null && rooms.some((room) => target.startsWith(`${room}/`));

describe('the direction app → db → workflows', () => {
  test('workflows is pure: itself, XState, the schema library, hashes and signatures', () => {
    const packages = ['xstate', 'xstate/graph', 'zod', 'zod/mini', 'node:crypto', 'jose'];
    expect(
      refused(
        listSources(['workflows'], code),
        ({ from, target }) => isIn(target, 'workflows') || packages.includes(from),
      ),
    ).toEqual([]);
  });

  test('workflows knows no clock, no chance and no environment', () => {
    const impure = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bprocess\.|\brandomUUID\b|\brandomBytes\b|\bfetch\(/;
    const found = listSources(['workflows'], code).filter(({ text }) => impure.test(text));
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  test('db knows nothing of app, of React and of Remix', () => {
    const isAllowed = ({ from, target }: Import) =>
      target === null ? !/^(?:@remix-run\/|react)/.test(from) : isIn(target, 'db', 'workflows');
    expect(refused(listSources(['db'], code), isAllowed)).toEqual([]);
  });

  test('nothing of ours but tests imports a test', () => {
    const sources = listSources(['app', 'db', 'workflows'], code);
    expect(refused(sources, ({ target }) => !isIn(target, 'test'))).toEqual([]);
  });
});

describe('the browser', () => {
  const browserSources = () =>
    listSources(['app/components', 'app/i18n'], code).filter(({ file }) => !/\.server\.tsx?$/.test(file));

  test('takes nothing of db and of the server but types', () => {
    const isAllowed = ({ target, isType }: Import) =>
      isType || target === null || !(isIn(target, 'db', 'app/server', 'app/cli') || target.endsWith('.server'));
    expect(refused(browserSources(), isAllowed)).toEqual([]);
  });

  test('takes from workflows words, conditions and schemas, never the machine', () => {
    const machine = reaching(
      (found) => packageOf(found.from) === 'xstate' && !found.isType,
      listSources(['workflows'], code),
    );
    const isAllowed = ({ target, isType }: Import) => isType || target === null || !machine.has(target);
    expect(refused(browserSources(), isAllowed)).toEqual([]);
    expect(machine.size).toBeGreaterThan(0);
  });
});

test('every package that is imported is declared', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
  const declared = new Set(Object.keys({ ...dependencies, ...devDependencies }));
  const sources = listSources(['app', 'db', 'workflows', 'test'], code);
  const isAllowed = ({ from, target }: Import) => {
    const name = packageOf(from);
    return target !== null || name === null || declared.has(name);
  };
  expect(refused(sources, isAllowed)).toEqual([]);
});

/** @returns the modules (without extension) that import something, or import one that does */
function reaching(isWanted: (found: Import) => boolean, sources: readonly Source[]): Set<string> {
  const modules = sources.map((source) => ({ name: source.file.replace(/\.tsx?$/, ''), imports: importsOf(source) }));
  const reached = new Set(modules.filter(({ imports }) => imports.some(isWanted)).map(({ name }) => name));
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const { name, imports } of modules) {
      if (imports.some(({ target, isType }) => !isType && target !== null && reached.has(target))) reached.add(name);
    }
  }
  return reached;
}
