import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withQuery } from '~/app/paths';
import { noFilters, readProductQuery, writeProductQuery } from '~/workflows/product-query';
import { foldForSearch, namedFirst, readSearch, similarWordsAmong, termsOf } from '~/workflows/search-words';

const known = {
  interfaces: new Set(['SF1500', 'SF1470']),
  groups: new Set(['organisation']),
  kle: new Set(['27', '28']),
  municipalities: new Set(['0101']),
};
const read = (search: string) => readProductQuery(new URLSearchParams(search), known);

describe('reading an address', () => {
  it('takes an empty form for no filter', () => {
    const all = { ok: true, query: { filters: noFilters, sort: 'name', page: 1 } };
    expect(read('')).toEqual(all);
    expect(read('q=&interface=&level=&since=&sort=&page=')).toEqual(all);
  });

  it('reads every filter, each value once', () => {
    expect(
      read('q=+omsorg+&interface=SF1500&interface=SF1500&level=ready&group=organisation&kle=27&type=esdh&page=2'),
    ).toMatchObject({
      ok: true,
      query: {
        filters: { q: 'omsorg', interface: ['SF1500'], level: ['ready'], kle: ['27'], type: ['esdh'] },
        page: 2,
      },
    });
  });

  it.each([
    ['interface=SF9999', 'interface'],
    ['interface=SF1500&interface=__proto__', 'interface'],
    ['level=best', 'level'],
    ['group=x', 'group'],
    ['supplier=A%20B', 'supplier'],
    ['kle=99', 'kle'],
    ['type=constructor', 'type'],
    ['since=2026-02-30', 'since'],
    ['sort=slug%3B+drop', 'sort'],
    ['page=0', 'page'],
    ['page=1e9', 'page'],
    ['since=2026-13-01', 'since'],
    ['rung=top', 'rung'],
    ['municipality=0999', 'municipality'],
    ['fresh=7', 'fresh'],
    ['match=some', 'match'],
    ['interface=--SF1500', 'interface'],
    ['colour=red', 'colour'],
    [`q=${'x'.repeat(201)}`, 'q'],
    [`q=${'a '.repeat(10_000)}`, 'q'],
    [`q=${Array.from({ length: 21 }, (_, index) => `w${index}`).join('+')}`, 'q'],
    [Array.from({ length: 60 }, (_, index) => `supplier=s${index}`).join('&'), 'supplier'],
  ])('refuses %j', (search, parameter) => {
    expect(read(search)).toMatchObject({ ok: false, problem: { parameter } });
  });

  it('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), (given, value) => {
        const search = new URLSearchParams(given);
        for (const name of [...Object.keys(noFilters), 'sort', 'page']) search.append(name, value);
        expect(typeof readProductQuery(search, known).ok).toBe('boolean');
      }),
    );
  });

  it('gives back what was written', () => {
    const filters = {
      ...noFilters,
      q: 'a b',
      interface: ['SF1500', 'SF1470'],
      level: ['ready' as const],
      since: '2026-01-01',
    };
    const query = { filters, sort: 'newest' as const, page: 3 };
    expect(read(withQuery('', writeProductQuery(query)).slice(1))).toEqual({ ok: true, query });
    expect(withQuery('/products', writeProductQuery({ filters: noFilters, sort: 'name', page: 1 }))).toBe('/products');
  });
});

describe('search words', () => {
  it('are the same however they are written', () => {
    expect(foldForSearch('ÅLBORG')).toBe(foldForSearch('aalborg'));
    expect(foldForSearch('Café  Ærø')).toBe('cafe aeroe');
    expect(foldForSearch('A\u030arhus')).toBe(foldForSearch('Aarhus'));
  });

  it('are found in the folded text that they come from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const folded = foldForSearch(text);
        for (const word of termsOf(readSearch(text))) expect(folded).toContain(word);
      }),
    );
  });

  it.each([
    ['a, b; »c d« a', [['a'], ['b'], ['c d'], ['a']], []],
    ['a ELLER b c', [['a', 'b'], ['c']], []],
    ['a OR b OR c', [['a', 'b', 'c']], []],
    ['a -b IKKE c', [['a']], [['b'], ['c']]],
    ['a OG b eller', [['a'], ['b'], ['eller']], []],
    ['ELLER a IKKE', [['a']], []],
    ['"uden slut', [['uden slut']], []],
  ])('%j is read', (query, wanted, unwanted) => {
    const clauses = readSearch(query);
    const terms = (negated: boolean) => clauses.filter((each) => each.negated === negated).map((each) => each.terms);
    expect(terms(false)).toEqual(wanted);
    expect(terms(true)).toEqual(unwanted);
  });

  it.each([
    ['fjorlys', ['fjordlys']],
    ['bygesag', ['byggesag']],
    // Two wrong letters: swapped, missing, too many and other ones.
    ['orgaisatoin', ['organisation']],
    ['rognisation', ['organisation']],
    ['fjrodlsy', ['fjordlys']],
    ['hdebo', ['hedebo']],
    ['pst', ['post']],
    ['past', ['post']],
    // The nearest alone.
    ['sf1501', ['sf1500', 'sf1511']],
    ['englogin', ['englogin']],
    ['enlogin', ['englogin']],
    // Three letters can be anything.
    ['sms', []],
    ['hedbo', ['hedebo']],
    ['okonomi', ['oekonomi']],
    ['organsation', ['organisation']],
    ['sag', []],
    ['byg%', []],
    ['fuldstaendigt andet', []],
  ])('that nobody has are compared with those that somebody has: %s', (word, similar) => {
    const words = ['fjordlys', 'byggesag', 'byggesager', 'hedebo', 'oekonomi', 'organisation', 'sag', 'omsorg', 'post'];
    words.push('sf1500', 'sf1511', 'sf1470', 'englogin', 'login', 'logind');
    expect(similarWordsAmong(words)(word)).toEqual(similar);
  });

  it('bring what is called so to the front, and then what comes from a supplier called so', () => {
    const found = [
      { name: 'Aktindsigt', supplierName: 'Data A/S' },
      { name: 'Byg', supplierName: 'Ørsted Sag ApS' },
      { name: 'Ørsted', supplierName: 'Data A/S' },
      { name: 'Ørsteds Post', supplierName: 'Data A/S' },
    ];
    const names = (terms: string[]) => namedFirst(found, terms).map(({ name }) => name);
    expect(names(['oersted'])).toEqual(['Ørsted', 'Ørsteds Post', 'Byg', 'Aktindsigt']);
    expect(names([])).toEqual(found.map(({ name }) => name));
  });

  it('that nobody has are found at the beginning of longer ones', () => {
    const similarTo = similarWordsAmong(['byggesagsbehandlere', 'bygherrer', 'sagsbehandlere', 'kommune']);
    expect(similarTo('bygesag')).toEqual(['byggesagsbehandlere']);
    expect(similarTo('kombit')).toEqual([]);
  });
});
