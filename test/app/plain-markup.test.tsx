import { Component, createContext, Fragment, forwardRef, memo, useContext, useId, useMemo, useState } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Frame } from '~/app/components/frame/frame';
import { Matrix } from '~/app/components/public/matrix';
import { ProductFilterPanel } from '~/app/components/public/product-filters';
import { ProductList } from '~/app/components/public/product-list';
import { SupportTable } from '~/app/components/public/support-table';
import { keptParts } from '~/app/kept-texts.server';
import { writeMarkup } from '~/app/plain-markup';
import type { ProductItem } from '~/app/published/product-item';
import { noFilters } from '~/workflows/product-query';

const Place = createContext('nowhere');

function Where() {
  return <i>{useContext(Place)}</i>;
}

class Old extends Component<{ start: number }, { count: number }> {
  static override contextType = Place;
  override state = { count: this.props.start };

  static getDerivedStateFromProps(_props: object, { count }: { count: number }) {
    return { count: count + 1 };
  }

  override render() {
    return <b title={String(this.context)}>{this.state.count}</b>;
  }
}

const Forwarded = forwardRef<HTMLElement, { children: string }>(({ children }, ref) => <u ref={ref}>{children}</u>);
const Remembered = memo(({ text }: { text: string }) => <s>{text}</s>);

function Hooks() {
  const [count] = useState(() => 2);
  const doubled = useMemo(() => count * 2, [count]);
  return <input id={useId() && 'one'} defaultValue={doubled} />;
}

function Broken(): never {
  throw new Error('broken');
}

const raw = { __html: '{"a":"<b>"}' };
const hostile = `</script><b a='1' b="2">&amp;`;
const text = { da: hostile, en: hostile };
const answer = {
  interfaceId: 'SF1',
  level: 'planned',
  rung: 'in-use',
  attestedBy: 2,
  plannedOn: '2027-01-01',
} as const;
const row = { ...answer, sinceOn: null, version: '3.0', approvedOn: '2026-11-02', approvedBy: '0751' };
const product: ProductItem = {
  slug: 'a',
  name: hostile,
  type: 'esdh',
  isDemo: true,
  supplier: { slug: 's', name: hostile },
  outcome: 'approved',
  decidedBy: 'Aarhus',
  publishedOn: '2026-11-02',
  levels: [{ level: 'planned', count: 1204 }],
  asked: [{ ...answer, isDisputed: true }],
};
const options = [{ value: 'x', label: text, count: 3 }];
const none = {
  interface: [],
  group: [],
  level: [],
  rung: [],
  version: [],
  municipality: [],
  kle: [],
  type: [],
  fresh: [],
  totals: { supplier: 40 },
  whole: 'supplier' as const,
};

describe('the same text as React writes', () => {
  test.each([
    ['texts and numbers', <p key="0">{[hostile, 1, -0.5, null, false, true, undefined, '']}</p>],
    [
      'contexts',
      <Place.Provider key="0" value="out">
        <Where />
        <Place.Provider value={hostile}>
          <Where />
        </Place.Provider>
        <Where />
        <Place.Consumer>{(at) => at}</Place.Consumer>
      </Place.Provider>,
    ],
    ['a context without a provider', <Where key="0" />],
    [
      'classes, references, memory and hooks',
      <Place.Provider key="0" value="here">
        <Old start={1} />
        <Forwarded>a</Forwarded>
        <Remembered text="b" />
        <Hooks />
      </Place.Provider>,
    ],
    [
      'a document',
      <html key="0" lang="da">
        <head>
          <meta charSet="utf-8" />
          <meta httpEquiv="x" content={hostile} />
          <title>a</title>
          <link rel="preload" crossOrigin="anonymous" hrefLang="en" href="/a?b&c" />
        </head>
        <body
          suppressHydrationWarning
          tabIndex={-1}
          data-a={1}
          data-b={hostile}
          aria-hidden={true}
          hidden={false}
          onClick={() => undefined}
        />
      </html>,
    ],
    // biome-ignore lint/security/noDangerouslySetInnerHtml: a text of this test
    ['raw text', <script key="0" type="application/ld+json" dangerouslySetInnerHTML={raw} />],
    [
      'drawings',
      // biome-ignore lint/a11y/noSvgWithoutTitle: nobody sees it
      <svg
        key="0"
        viewBox="0 0 1 1"
        focusable="false"
        role="img"
        strokeWidth={2}
        textAnchor="middle"
        xmlns="http://www.w3.org/2000/svg"
      >
        <use href="/a#b" xlinkHref="#c" />
        <path d="M0" fillOpacity={0.5} strokeDasharray="1 2" vectorEffect="non-scaling-stroke" />
      </svg>,
    ],
    ['styles', <p key="0" style={{ width: '50%', zIndex: 2, marginTop: 3, '--own': hostile } as object} />],
    [
      'boxes and fields',
      <form key="0" action="/a" noValidate>
        <input type="checkbox" name="a" value="1" defaultChecked />
        <input type="radio" checked={false} readOnly value={hostile} />
        <input disabled required maxLength={3} autoComplete="off" inputMode="numeric" />
        <textarea name="t" rows={3} defaultValue={`\n${hostile}`} />
        <button type="submit" formNoValidate>
          x
        </button>
      </form>,
    ],
    [
      'choices',
      <Fragment key="0">
        <select defaultValue="b" name="s">
          <option value="a">A</option>
          <optgroup label="g">
            <option value="b">B</option>
          </optgroup>
        </select>
        <select multiple defaultValue={['a', 'c']}>
          <option>a</option>
          <option>b</option>
          <option>c</option>
        </select>
        <select>
          <option value="a">A</option>
        </select>
      </Fragment>,
    ],
    [
      'tables',
      <table key="0">
        <tbody>
          <tr>
            <th colSpan={6} scope="rowgroup">
              a
            </th>
            <td rowSpan={2} headers="x" />
          </tr>
        </tbody>
      </table>,
    ],
    [
      'the frame',
      <Frame
        key="0"
        demo
        person={{ name: hostile, organisation: 'o', roles: [] }}
        readOnly={hostile}
        location={{ pathname: '/products', search: '?a=1&b=2' }}
        questionnaireSlug="q"
        crumbs={[{ label: 'a', href: '/a' }]}
        title={hostile}
        wide
      >
        x
      </Frame>,
    ],
    ['the list', <ProductList key="0" products={[product]} asked={{ SF1: text }} />],
    [
      'the filters',
      <ProductFilterPanel
        key="0"
        action="/products"
        query={{ filters: { ...noFilters, q: hostile, supplier: ['x'], kle: ['-1'] }, sort: 'name', page: 1 }}
        options={{ ...none, supplier: options }}
        keep={{ sort: 'newest' }}
      />,
    ],
    [
      'support',
      <SupportTable
        key="0"
        groups={[{ id: 'g', name: text, rows: [{ ...row, name: text, isDisputed: true, answers: [] }] }]}
        names={{ kle: {}, municipalities: { '0751': 'Aarhus' } }}
        today="2026-11-30"
      />,
    ],
    [
      'the matrix',
      <Matrix
        key="0"
        products={[{ ...product, support: { SF1: { ...answer, isDisputed: false } } }]}
        columns={[
          { id: 'SF1', short: text, name: text, group: text },
          { id: 'SF2', short: text, name: text, group: text },
        ]}
      />,
    ],
  ])('%s', (_name, page) => {
    keptParts.clear();
    // The second time with the parts that the first has kept.
    for (const _ of [1, 2]) {
      // Which React writes only where it streams.
      expect(writeMarkup(page).replace(/^<!DOCTYPE html>/, '')).toBe(renderToStaticMarkup(page));
    }
  });
});

test('what throws is thrown, and React goes on to work', () => {
  expect(() => writeMarkup(<Broken />)).toThrow('broken');
  expect(renderToStaticMarkup(<Hooks />)).toContain('value="4"');
});

test('what is no element is refused, not written', () => {
  const promise = Promise.resolve('a') as unknown as string;
  expect(() => writeMarkup(promise)).toThrow();
});

test('a page longer than what is put together at once is whole', () => {
  const long = Array.from({ length: 9_000 }, (_, number) => `${number} – æ`).map((text) => <li key={text}>{text}</li>);
  expect(writeMarkup(<ul>{long}</ul>)).toBe(renderToStaticMarkup(<ul>{long}</ul>));
});
