import { createContext, useContext, useId } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, test } from 'vitest';
import { LanguageContext } from '~/app/i18n/language';
import { kept } from '~/app/kept-parts';
import { keptParts } from '~/app/kept-texts.server';
import { usePaths } from '~/app/paths';
import { writeMarkup } from '~/app/plain-markup';
import { ViewedDayContext } from '~/app/viewed-day';
import type { ViewedDay } from '~/workflows/viewed-day';

beforeEach(() => keptParts.clear());

let written = 0;

interface LinkProps {
  slug: string;
  name: string;
  about?: object | null;
}

const Link = kept(function Link({ slug, name }: LinkProps) {
  written += 1;
  return <a href={usePaths().product(slug)}>{name}</a>;
});

/** How often the part was written for these pages. */
function countWritten(...pages: React.ReactElement[]): number {
  written = 0;
  for (const page of pages) writeMarkup(page);
  return written;
}

test('is written once, and says the same again and as React would', () => {
  const page = (
    <p>
      <Link slug="a" name={'<A> »'} /> and <Link slug="a" name={'<A> »'} />
    </p>
  );
  expect(countWritten(page, page)).toBe(1);
  expect(writeMarkup(page)).toBe(renderToStaticMarkup(page));
});

test('is another one with other props, wherever one ends and the next begins', () => {
  const about = {};
  expect(
    countWritten(
      <Link slug="a" name="b" />,
      <Link slug="ab" name="" />,
      <Link slug={'a"\u0000name\u00001"b'} name="b" />,
      <Link slug="a" name="b" about={null} />,
      <Link slug="a" name="b" about={about} />,
      <Link slug="a" name="b" about={{}} />,
      <Link slug="a" name="b" about={about} />,
    ),
  ).toBe(6);
});

test('is another one in another language, and as of another day', () => {
  const link = <Link slug="a" name="b" />;
  const on = (day: string) => ({ kind: 'past', day }) as ViewedDay;
  const pages = [
    link,
    <LanguageContext.Provider key="0" value="en">
      {link}
    </LanguageContext.Provider>,
    <ViewedDayContext.Provider key="1" value={on('2026-01-01')}>
      {link}
    </ViewedDayContext.Provider>,
    <ViewedDayContext.Provider key="2" value={on('2026-01-02')}>
      {link}
    </ViewedDayContext.Provider>,
  ];
  expect(countWritten(...pages, ...pages)).toBe(4);
  for (const page of pages) expect(writeMarkup(page)).toBe(renderToStaticMarkup(page));
});

const Who = createContext('nobody');
const Named = kept(function Named() {
  return <b>{useContext(Who)}</b>;
});
const Numbered = kept(function Numbered() {
  return <b id={useId()} />;
});

test('may not read what its key does not hold', () => {
  expect(() => writeMarkup(<Named />)).toThrow('what its key does not hold');
  expect(() => writeMarkup(<Numbered />)).toThrow('ids of its own');
  expect(keptParts.size).toBe(0);
});
