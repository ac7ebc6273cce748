import { setImmediate as nextTurn } from 'node:timers/promises';
import { createContext, useContext, useId } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { contentOf, findDrawn, forgetDrawn } from '~/app/drawn-parts.server';
import { LanguageContext } from '~/app/i18n/language';
import { drawnOnce } from '~/app/kept-parts';
import { usePaths } from '~/app/paths';
import { writeMarkup } from '~/app/plain-markup';
import { ViewedDayContext } from '~/app/viewed-day';
import type { Language } from '~/workflows/words';

beforeEach(forgetDrawn);

interface View {
  slug: string;
  disputed: boolean;
}

let drawings = 0;
const Part = drawnOnce<View>('part', function Part({ slug, disputed }) {
  drawings += 1;
  return (
    <a href={usePaths().product(slug)}>
      {slug} æ{disputed && <b>disputed</b>}
    </a>
  );
});

/** As a loader and its page do it. */
function show(view: View, language: Language = 'da'): string {
  const content = contentOf(view);
  const drawn = findDrawn('part', language, content);
  return writeMarkup(
    <LanguageContext.Provider value={language}>
      <p>before {drawn ? <Part drawn={drawn} view={null} /> : <Part drawn={{ content }} view={view} />} after</p>
    </LanguageContext.Provider>,
  );
}

const isKept = (view: View, language: Language = 'da') => findDrawn('part', language, contentOf(view)) !== undefined;

async function keep(view: View, language: Language = 'da'): Promise<void> {
  show(view, language);
  await vi.waitFor(() => expect(isKept(view, language)).toBe(true));
}

test('what is drawn once is not drawn again, and is the same', async () => {
  const view = { slug: 'a', disputed: false };
  const first = show(view);
  await nextTurn();
  expect(isKept(view)).toBe(true);
  drawings = 0;
  expect(show({ ...view })).toBe(first);
  expect(first).toBe('<p>before <a href="/products/a">a æ</a> after</p>');
  expect(drawings).toBe(0);
});

test('another content and another language have another text', async () => {
  const view = { slug: 'a', disputed: false };
  await keep(view);
  expect(show({ ...view, disputed: true })).toContain('<b>disputed</b>');
  expect(show(view, 'en')).toContain('href="/en/products/a"');
  await keep(view, 'en');
  expect(show(view)).toContain('href="/products/a"');
  expect(show(view, 'en')).toContain('href="/en/products/a"');
});

test('of another day, and where there is no content to know it by, nothing is kept', async () => {
  const view = { slug: 'a', disputed: false };
  const shown = { kind: 'past', day: '2026-11-01' } as const;
  for (const [content, day] of [
    [contentOf(view), shown],
    ['', null],
  ] as const) {
    for (const _ of [1, 2, 3]) {
      writeMarkup(
        <ViewedDayContext.Provider value={day}>
          <Part drawn={{ content }} view={view} />
        </ViewedDayContext.Provider>,
      );
    }
  }
  await nextTurn();
  expect(isKept(view)).toBe(false);
  expect(findDrawn('part', 'da', '')).toBeUndefined();
});

test('a content tells every value from every other', () => {
  const values = [1, '1', null, undefined, [], {}, new Map([[1, 2]]), new Map([[1, 3]]), new Set(), new Set([1])];
  const dates = [new Date(0), new Date(1), new Date(0).toISOString()];
  const contents = [...values, ...dates].map((value) => contentOf({ value }));
  expect(new Set(contents).size).toBe(contents.length);
  expect(() => contentOf({ value: () => 1 })).toThrow();
});

const Other = createContext('other');
const Reading = drawnOnce<View>('reading', () => <p>{useContext(Other)}</p>);
const Numbered = drawnOnce<View>('numbered', () => <p id={useId()} />);

test.each([
  ['reads something else', Reading],
  ['asks for an id', Numbered],
])('a part that %s is refused', (_what, Refused) => {
  const view = { slug: 'a', disputed: false };
  expect(() => writeMarkup(<Refused drawn={{ content: 'x' }} view={view} />)).toThrow(/kept part/);
});

test('without its text and without its view a part fails, instead of leaving a hole', () => {
  expect(() => writeMarkup(<Part drawn={{ content: 'unknown' }} view={null} />)).toThrow(/neither/);
});
