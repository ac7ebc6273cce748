import { describe, expect, test } from 'vitest';
import { listSources } from './sources';

const rooms = ['app', 'db', 'workflows', 'test'];
const code = ['.ts', '.tsx', '.js'];

test('files have kebab-case names, and none is a drawer', () => {
  const odd = listSources(rooms, code)
    .map(({ file }) => file)
    .filter((file) => {
      const name = file.split('/').at(-1) ?? '';
      return !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)+$/.test(name) || /^(?:utils?|helpers?|manager)\./.test(name);
    });
  expect(odd).toEqual([]);
});

test('no file names a machine’s own paths', () => {
  const machine = /(?:^|[\s'"`(=])\/(?:work|home|Users|root)\/\w/m;
  const found = listSources([...rooms, 'docs', 'public']).filter(({ text }) => machine.test(text));
  expect(found.map(({ file }) => file)).toEqual([]);
});

test('no secret lies in a file', () => {
  const secret = new RegExp(
    ['-----BEGIN [A-Z ]*PRIVATE', ' KEY-----|\\bAKIA[0-9A-Z]{16}\\b|\\bghp_[A-Za-z0-9]{36}\\b'].join(''),
  );
  const found = listSources([...rooms, 'docs', 'public']).filter(({ text }) => secret.test(text));
  expect(found.map(({ file }) => file)).toEqual([]);
});

test('no test is left out or runs alone', () => {
  const left = /\b(?:test|it|describe)\.(?:skip|only|todo|fails|skipIf|runIf)\b|\bxit\(|\bxdescribe\(/;
  const tests = listSources(['test'], code).filter(({ file }) => file !== 'test/house/files.test.ts');
  expect(tests.filter(({ text }) => left.test(text)).map(({ file }) => file)).toEqual([]);
});

test('types are not switched off', () => {
  const off = /@ts-(?:ignore|nocheck)/;
  const sources = listSources(rooms, ['.ts', '.tsx']).filter(({ file }) => file !== 'test/house/files.test.ts');
  expect(sources.filter(({ text }) => off.test(text)).map(({ file }) => file)).toEqual([]);
});

test('what people wrote becomes markup by a renderer alone', () => {
  const raw = /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write\(/;
  const found = listSources(['app'], ['.ts', '.tsx']).filter(({ text }) => raw.test(text));
  // The renderer of pages without scripts, which is compared with React's (test/app/plain-markup.test.tsx); data for search
  // engines, in which every `<` is escaped (test/app/sitemap.test.ts).
  expect(found.map(({ file }) => file)).toEqual(['app/markup-attributes.ts', 'app/plain-markup.ts', 'app/root.tsx']);
});

test('a form with fields that browsers check themselves leaves it to the portal, whose errors are in the page’s language', () => {
  const checked = /type="(?:email|url)"/;
  const found = listSources(['app'], ['.tsx']).filter(({ text }) => checked.test(text) && !text.includes('noValidate'));
  expect(found.map(({ file }) => file)).toEqual([]);
});

describe('the database', () => {
  const writers = (table: string): string[] => {
    const drizzle = new RegExp(`\\.(?:update|insert|delete)\\(\\s*(?:schema\\.)?${table}\\s*\\)`);
    const sql = new RegExp(`\\b(?:update|insert into|delete from)\\s+(?:"?public"?\\.)?"?${table}"?\\b`, 'i');
    return listSources(['app', 'db'], ['.ts', '.tsx'])
      .filter(({ text }) => drizzle.test(text) || sql.test(text))
      .map(({ file }) => file);
  };

  test('a case is written in db/cases only', () => {
    const elsewhere = writers('cases').filter((file) => !/^db\/cases(?:\/|[.-])/.test(file));
    expect(elsewhere).toEqual([]);
    expect(writers('cases')).not.toEqual([]);
  });

  test('a case’s state is written by one file', () => {
    const setsState = listSources(['db'], ['.ts']).filter(({ text }) => /\.update\(\s*cases\s*\)\s*\.set\(/.test(text));
    expect(setsState.map(({ file }) => file).length).toBe(1);
  });

  test('the log is written by db/log.ts only', () => {
    expect(writers('log')).toEqual(['db/log.ts']);
  });

  test('app writes no table itself', () => {
    const written = listSources(['app'], ['.ts', '.tsx']).filter(({ text }) =>
      /\.(?:insert|update|delete)\([a-zA-Z]+\)\s*\.(?:values|set|where)\(/.test(text),
    );
    expect(written.map(({ file }) => file)).toEqual([]);
  });
});
