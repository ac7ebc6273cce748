import { expect, test } from 'vitest';
import { Matrix } from '~/app/components/public/matrix';
import { LanguageContext } from '~/app/i18n/language';
import { keptParts } from '~/app/kept-texts.server';
import { writeMarkup } from '~/app/plain-markup';
import { makeMatrix } from '~/app/published/compare-page.server';
import type { PublicCatalogue } from '~/app/published/filters.server';
import { sharedItem } from '~/app/published/product-item';
import { sameContent } from '~/app/published/same-content.server';
import type { MarketProduct, MarketSupport } from '~/workflows/market';
import { noFilters } from '~/workflows/product-query';
import type { Language } from '~/workflows/words';

const name = { da: 'Navn', en: 'Name' };

/** As after a publication: everything is loaded again, into other objects. */
function load(change: { support?: Partial<MarketSupport>; interfaceName?: string } = {}) {
  const catalogue: PublicCatalogue = {
    interfaces: [{ id: 'SF1', groupId: 'g', name: { ...name, da: change.interfaceName ?? 'Navn' } }],
    groups: [{ id: 'g', name }],
    kle: [],
    municipalities: { '0751': 'Aarhus Kommune' },
  };
  const support: MarketSupport = {
    interfaceId: 'SF1',
    groupId: 'g',
    level: 'ready',
    version: null,
    plannedOn: null,
    rung: 'claimed',
    attestedBy: 0,
    isDisputed: false,
    municipalities: [],
    ...change.support,
  };
  const product: MarketProduct = {
    productId: '1',
    slug: 'a',
    name: 'Alfa',
    type: 'esdh',
    kle: [],
    isDemo: false,
    supplierSlug: 's',
    supplierName: 'S',
    outcome: 'approved',
    decidedBy: '0751',
    publishedOn: '2026-11-02',
    order: { supplier: 1, newest: 1, ready: 1 },
    support: [support],
  };
  const query = { filters: noFilters, sort: 'name', page: 1 } as const;
  return { catalogue, product, matrix: makeMatrix([product], query, { catalogue, onlyDifferences: false }) };
}

const draw = ({ matrix }: ReturnType<typeof load>, language: Language = 'da') =>
  writeMarkup(
    <LanguageContext.Provider value={language}>
      <Matrix products={matrix.products} columns={matrix.columns} />
    </LanguageContext.Provider>,
  );

test('what says the same is the same object, whatever it was loaded with', () => {
  const [first, second] = [load(), load()];
  expect(second.matrix.products[0]).toBe(first.matrix.products[0]);
  expect(second.matrix.columns).toBe(first.matrix.columns);
  expect(sameContent({ a: 1 })).not.toBe(sameContent({ a: '1' }));
});

test('a row of the matrix is found again after a publication of something else, and only then', () => {
  keptParts.clear();
  const before = draw(load());
  const known = keptParts.size;
  expect(draw(load())).toBe(before);
  expect(keptParts.size).toBe(known);
  expect(draw(load({ support: { isDisputed: true } }))).not.toBe(before);
  expect(draw(load({ support: { level: 'planned', plannedOn: '2027-01-01' } }))).toMatch(/2027/);
  expect(draw(load({ interfaceName: 'Andet navn' }))).toContain('Andet navn');
  expect(draw(load(), 'en')).not.toBe(before);
  expect(draw(load())).toBe(before);
});

test('a list’s product is one object for each list of what is asked, and follows its municipality’s name', () => {
  const { product, catalogue } = load();
  const item = sharedItem(product, catalogue.municipalities, ['SF1']);
  expect(sharedItem(product, catalogue.municipalities, ['SF1'])).toBe(item);
  expect(sharedItem(product, catalogue.municipalities, []).asked).toEqual([]);
  expect(sharedItem(product, { '0751': 'Aarhus' }, ['SF1']).decidedBy).toBe('Aarhus');
});
