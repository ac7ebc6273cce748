import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { productTypeTexts, supportLevelTexts } from '~/app/i18n/words';
import type { FilterOptions } from '~/app/published/filters.server';
import { type ProductFilters, type ProductQuery, writeProductQuery } from '~/workflows/product-query';
import { supportLevels } from '~/workflows/words';
import { type ChosenFilter, FilterGroup, FilterPanel, SearchField } from '..';
import { DateInput } from '../text-fields';

interface ProductFilterPanelProps {
  /** The path of the page without query. */
  action: string;
  query: ProductQuery;
  options: FilterOptions;
  /** What else has to stay in the address. */
  keep?: Readonly<Record<string, string>>;
  children?: React.ReactNode;
}

/** Search and every filter of the public list; a plain GET form. */
export function ProductFilterPanel({ action, query, options, keep = {}, children }: ProductFilterPanelProps) {
  const t = useTexts(publishedTexts);
  const text = useText();
  const levels = useTexts(supportLevelTexts);
  const types = useTexts(productTypeTexts);
  const { filters } = query;
  const chosen = useChosenFilters(query, options, () => action);
  const named = (group: FilterOptions['group']) =>
    group.map(({ value, label, count }) => ({ value, label: text(label), count }));
  return (
    <FilterPanel action={action} chosen={chosen} clearHref={action} keep={keep}>
      <SearchField label={t('searchLabel')} defaultValue={filters.q} />
      {children}
      <FilterGroup name="group" label={t('filterGroup')} options={named(options.group)} chosen={filters.group} />
      <FilterGroup
        name="interface"
        label={t('filterInterface')}
        options={named(options.interface)}
        chosen={filters.interface}
      />
      <FilterGroup
        name="level"
        label={t('filterLevel')}
        options={supportLevels.map((value) => ({ value, label: levels(value) }))}
        chosen={filters.level}
      />
      <FilterGroup
        name="supplier"
        label={t('filterSupplier')}
        options={named(options.supplier)}
        chosen={filters.supplier}
      />
      <FilterGroup
        name="type"
        label={t('filterType')}
        options={options.type.map(({ value, count }) => ({ value, label: types(value), count }))}
        chosen={filters.type}
      />
      <FilterGroup name="kle" label={t('filterKle')} options={named(options.kle)} chosen={filters.kle} />
      <DateInput name="since" label={t('filterSince')} hint={t('filterSinceHint')} defaultValue={filters.since} />
    </FilterPanel>
  );
}

/**
 * The filters in force, each with the address of the page without it.
 * @param href the page with a query
 */
export function useChosenFilters(
  query: ProductQuery,
  options: FilterOptions,
  href: (query: Record<string, string | readonly string[]>) => string,
): ChosenFilter[] {
  const t = useTexts(publishedTexts);
  const text = useText();
  const format = useFormat();
  const levels = useTexts(supportLevelTexts);
  const types = useTexts(productTypeTexts);
  const { filters, sort } = query;
  const without = (change: Partial<ProductFilters>) =>
    href(writeProductQuery({ filters: { ...filters, ...change }, sort }));
  const chosen: ChosenFilter[] = [];
  if (filters.q) chosen.push({ label: t('chosenSearch', { text: filters.q }), removeHref: without({ q: '' }) });
  for (const name of ['group', 'interface', 'supplier', 'kle'] as const) {
    for (const value of filters[name]) {
      const option = options[name].find((each) => each.value === value);
      const rest = filters[name].filter((each) => each !== value);
      chosen.push({ label: option ? text(option.label) : value, removeHref: without({ [name]: rest }) });
    }
  }
  for (const level of filters.level) {
    chosen.push({
      label: levels(level),
      removeHref: without({ level: filters.level.filter((each) => each !== level) }),
    });
  }
  for (const type of filters.type) {
    chosen.push({ label: types(type), removeHref: without({ type: filters.type.filter((each) => each !== type) }) });
  }
  if (filters.since) {
    chosen.push({ label: t('chosenSince', { date: format.date(filters.since) }), removeHref: without({ since: '' }) });
  }
  return chosen;
}
