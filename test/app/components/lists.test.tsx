import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DataTable, FilterPanel, Pagination, SummaryList, SupportMatrixCell } from '~/app/components';
import { workspacesOf } from '~/app/components/frame/person';
import { visiblePages } from '~/app/components/pagination';
import { Matrix } from '~/app/components/public/matrix';
import { ProductSummary } from '~/app/components/public/product-summary';
import { paths } from '~/app/paths';

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [4, 12, [1, 2, 3, 4, 5, null, 12]],
  [6, 12, [1, null, 5, 6, 7, null, 12]],
  [12, 12, [1, null, 11, 12]],
])('page %i of %i shows %j', (page, pages, expected) => {
  expect(visiblePages(page, pages)).toEqual(expected);
});

test('one page needs no way to others', () => {
  expect(renderToStaticMarkup(<Pagination page={1} pages={1} href={String} />)).toBe('');
});

test('a table that scrolls can be reached by keyboard and has a name', () => {
  const html = renderToStaticMarkup(
    <DataTable
      caption="Sager"
      sticky="header"
      rows={[{ id: 'a' }]}
      rowKey={(row) => row.id}
      columns={[{ id: 'id', header: 'Sag', rowHeader: true, cell: (row) => row.id }]}
    />,
  );
  expect(html).toMatch(/role="region" aria-label="Sager[^"]*" tabindex="0"/);
  expect(html).toContain('<th scope="row">a</th>');
});

test('adjacent columns of a group have its name above them in common', () => {
  const column = (id: string, group?: string) => ({ id, header: id, cell: () => id, ...(group ? { group } : {}) });
  const columns = [column('it'), column('a', 'G'), column('b', 'G'), column('c', 'H'), column('d', 'G')];
  const html = renderToStaticMarkup(<DataTable caption="Sager" rows={['x']} rowKey={(row) => row} columns={columns} />);
  const [, first = '', second = ''] = (/<thead>(.*)<\/thead>/.exec(html)?.[1] ?? '').split('<tr>');
  expect(first).toContain('<th scope="col" rowspan="2">it</th>');
  expect([...first.matchAll(/scope="colgroup" colSpan="(\d)"><span>(.)/gi)].map(([, ...group]) => group)).toEqual([
    ['2', 'G'],
    ['1', 'H'],
    ['1', 'G'],
  ]);
  expect([...second.matchAll(/<th scope="col">(.)/g)].map(([, id]) => id)).toEqual(['a', 'b', 'c', 'd']);
});

test('what was not answered is said', () => {
  const html = renderToStaticMarkup(
    <SummaryList rows={[{ id: 'q', question: 'Hvorfor?', answer: '', changeHref: '/q' }]} />,
  );
  expect(html).toContain('Ikke besvaret');
  expect(html).toMatch(/Ret<span class="sr-only"> Hvorfor\?<\/span>/);
});

test('filters are a plain GET form that keeps what else is in the address', () => {
  const html = renderToStaticMarkup(
    <FilterPanel action="/products" chosen={[]} clearHref="/products" keep={{ sort: 'name' }}>
      <span />
    </FilterPanel>,
  );
  expect(html).toContain('<form method="get" action="/products"');
  expect(html).toContain('<input type="hidden" name="sort" value="name"/>');
});

test('nothing approved leads nowhere and shows no step', () => {
  const html = renderToStaticMarkup(<SupportMatrixCell level={null} rung="in-use" href="/products/x" />);
  expect(html).toContain('Ikke erklæret');
  expect(html).not.toContain('<a');
  expect(html).not.toContain('rung-');
});

test('a workspace is shown to whom it is open', () => {
  const keysFor = (...roles: Parameters<typeof workspacesOf>[0]) =>
    workspacesOf(roles, paths('da')).map(({ key }) => key);
  expect(keysFor('editor')).toEqual(['supplierWorkspace']);
  expect(keysFor('lead-reviewer')).toEqual(['reviewWorkspace', 'conflicts']);
  expect(keysFor('coordinator')).toEqual(['reviewWorkspace', 'adminWorkspace']);
  expect(keysFor()).toEqual([]);
});

test('a cell of the matrix names its product and its interface in a list of links too', () => {
  const text = (words: string) => ({ da: words, en: words });
  const html = renderToStaticMarkup(
    <Matrix
      products={[
        {
          slug: 'main',
          name: 'Sagen',
          isDemo: false,
          supplier: { slug: 's', name: 'S' },
          support: {
            SF1: {
              interfaceId: 'SF1',
              level: 'ready',
              rung: 'reviewed',
              attestedBy: 0,
              plannedOn: null,
              isDisputed: false,
            },
          },
        },
      ]}
      columns={[{ id: 'SF1', short: text('SF1 Organisation'), name: text('SF1 Organisation'), group: text('g') }]}
    />,
  );
  const words = (id: string) =>
    new RegExp(`<a[^>]* id="${id}"[^>]*>(.*?)</a>|<a id="${id}"[^>]*>(.*?)</a>`).exec(html)?.slice(1).join('');
  const cell = /<a[^>]*class="sd-cell"[^>]*aria-labelledby="([^"]*)"/.exec(html)?.[1] ?? '';
  const named = cell.split(' ').map((id) =>
    words(id)
      ?.replace(/<[^>]+>/g, ' ')
      .trim(),
  );
  expect(named.slice(0, 2)).toEqual(['Sagen', 'SF1 Organisation']);
  expect(named[2]).toMatch(/Klar\s+Gennemgået/);
  expect(new Set(cell.split(' ').map((id) => html.split(`id="${id}"`).length))).toEqual(new Set([2]));
});

test('a product says first how much is there and how far that is proven; plans do not count', () => {
  const rows = [
    { level: 'in_production', rung: 'reviewed' },
    { level: 'ready', rung: 'claimed' },
    { level: 'in_production', rung: 'reviewed' },
    { level: 'planned', rung: 'checked' },
  ] as const;
  const words = renderToStaticMarkup(<ProductSummary rows={rows} />)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  expect(words).toContain('3 snitflader er i drift eller klar');
  expect(words).toMatch(/2 Gennemgået 1 Påstået/);
  expect(words).not.toContain('Maskinkontrolleret');
  expect(renderToStaticMarkup(<ProductSummary rows={[{ level: 'planned', rung: 'claimed' }]} />)).toBe('');
});
