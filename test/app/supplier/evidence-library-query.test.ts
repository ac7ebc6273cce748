import { describe, expect, it } from 'vitest';
import { libraryPageSize, pickRows, readLibraryQuery, writeLibraryQuery } from '~/app/supplier/evidence-library-query';

const rows = Array.from({ length: 45 }, (_, index) => ({
  id: index,
  productId: index % 3 === 0 ? 'a' : 'b',
  age: index < 4 ? ('expired' as const) : ('valid' as const),
  isReplaced: index === 1,
}));
const all = { product: '', needsCare: false, page: 1 };

describe('the evidence that is shown', () => {
  it('comes a page at a time, and a page that is gone is the last', () => {
    expect(pickRows(rows, all)).toMatchObject({ found: 45, page: 1, pages: 5 });
    expect(pickRows(rows, all).rows).toHaveLength(libraryPageSize);
    expect(pickRows(rows, { ...all, page: 9 }).rows.map(({ id }) => id)).toEqual([40, 41, 42, 43, 44]);
    expect(pickRows([], all)).toEqual({ found: 0, page: 1, pages: 1, rows: [] });
  });

  it('is that of a product, or what needs care and was not replaced', () => {
    expect(pickRows(rows, { ...all, product: 'a' }).found).toBe(15);
    expect(pickRows(rows, { ...all, needsCare: true }).rows.map(({ id }) => id)).toEqual([0, 2, 3]);
  });

  it('stands in the address', () => {
    const query = { product: 'a', needsCare: true, page: 2 };
    expect(readLibraryQuery(new URLSearchParams(writeLibraryQuery(query)))).toEqual(query);
    expect(writeLibraryQuery(all)).toBe('');
    expect(readLibraryQuery(new URLSearchParams('page=x&age=y'))).toEqual(all);
  });
});
