import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusalTexts } from '~/app/i18n/refusals';
import { partsOf, type TextEntry, type Texts } from '~/app/i18n/texts';
import { projectRoot } from '~/db/project-root';
import { languages } from '~/workflows/words';

const modules = import.meta.glob<Record<string, unknown>>('/app/i18n/*.ts', { eager: true });

function isEntry(value: unknown): value is TextEntry {
  return typeof value === 'object' && value !== null && 'da' in value && 'en' in value;
}

function isTexts(value: unknown): value is Texts {
  return typeof value === 'object' && value !== null && Object.values(value).some(isEntry);
}

interface Group {
  name: string;
  file: string;
  texts: Texts;
}

const groups: Group[] = Object.entries(modules).flatMap(([file, exports]) =>
  Object.entries(exports).flatMap(([name, texts]) => (isTexts(texts) ? [{ name, file, texts }] : [])),
);

function formsOf(entry: TextEntry, language: (typeof languages)[number]): string[] {
  const text = entry[language];
  return typeof text === 'string' ? [text] : [text.one, text.other];
}

function placeholdersOf(entry: TextEntry, language: (typeof languages)[number]): string[] {
  const names = formsOf(entry, language).flatMap((form) =>
    partsOf(form).flatMap((part) => ('name' in part ? [part.name] : [])),
  );
  return [...new Set(names)].sort();
}

/** Every source file that may use a text, without the texts themselves. */
function readSources(...folders: string[]): string {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => path.join(folder, file)),
    )
    .filter((file) => !Object.keys(modules).includes(`/${file}`) || file.endsWith('refusals.ts'))
    .map((file) => readFileSync(path.join(projectRoot, file), 'utf8'))
    .join('\n');
}

test('the texts are found', () => {
  expect(groups.map(({ name }) => name)).toEqual(expect.arrayContaining(['commonTexts', 'refusalTexts', 'authTexts']));
});

describe.each(groups)('$name', ({ texts }) => {
  test.each(languages)('has every text in %s, and no text has loose ends', (language) => {
    for (const [key, entry] of Object.entries(texts)) {
      for (const form of formsOf(entry, language)) {
        expect(form, key).not.toBe('');
        expect(form, key).toBe(form.trim());
        expect(form, key).not.toMatch(/TODO|\{\}|\{ | \}|\{\{/);
      }
    }
  });

  test('has the same placeholders in both languages, and a count where a text has forms', () => {
    for (const [key, entry] of Object.entries(texts)) {
      expect(placeholdersOf(entry, 'en'), key).toEqual(placeholdersOf(entry, 'da'));
      expect(typeof entry.en, key).toBe(typeof entry.da);
    }
  });
});

/** Keys that are put together, such as `view_${view}`. */
function composedKeys(sources: string): RegExp[] {
  return [...sources.matchAll(/`([A-Za-z0-9_-]{3,})\$\{[^}`]+\}([A-Za-z0-9_-]*)`/g)].map(
    ([, start, end]) => new RegExp(`^${start}[A-Za-z0-9_-]+${end}$`),
  );
}

/** Their keys are the words of closed vocabularies, looked up by the word itself. */
const vocabularies = '/app/i18n/words.ts';

test('no text is unused', () => {
  // Some keys are words that the core or the database speaks; the generated documentation speaks too.
  const sources = readSources('app', 'db', 'workflows', 'test/generate');
  const composed = composedKeys(sources);
  const unused = groups
    .filter(({ file, name }) => file !== vocabularies && name !== 'refusalTexts')
    .flatMap(({ name, texts }) =>
      Object.keys(texts)
        .filter((key) => !sources.includes(`'${key}'`) && !sources.includes(`${name}.${key}`))
        .filter((key) => !composed.some((pattern) => pattern.test(key)))
        .map((key) => `${name}.${key}`),
    );
  expect(unused).toEqual([]);
});

test('every refusal has a sentence', () => {
  const sources = readSources('app', 'db', 'workflows');
  const codes = [...sources.matchAll(/\brefuse(?:<[^>]*>)?\(\s*'([^']+)'/g)].map(([, code]) => code ?? '');
  expect(codes.length).toBeGreaterThan(0);
  const without = [...new Set(codes)].filter((code) => !Object.hasOwn(refusalTexts, code));
  expect(without).toEqual([]);
});

test('every sentence of a refusal has its code somewhere', () => {
  const sources = readSources('app', 'db', 'workflows').replace(
    readFileSync(path.join(projectRoot, 'app/i18n/refusals.ts'), 'utf8'),
    '',
  );
  const orphans = Object.keys(refusalTexts).filter((code) => code !== 'unknown' && !sources.includes(`'${code}'`));
  expect(orphans).toEqual([]);
});
