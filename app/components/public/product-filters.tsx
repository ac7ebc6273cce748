import { findingTexts } from '~/app/i18n/finding';
import { useFormat } from '~/app/i18n/format';
import { useText } from '~/app/i18n/language';
import { publishedTexts } from '~/app/i18n/published';
import { useTexts } from '~/app/i18n/use-texts';
import { productTypeTexts, rungTexts, supportLevelTexts } from '~/app/i18n/words';
import type { FilterOptions } from '~/app/published/filters.server';
import { type LongFilter, wholeFilter } from '~/app/published/long-filters';
import {
  type FilterValue,
  freshnesses,
  keepFilterValues,
  listFilterValues,
  type ProductFilters,
  type ProductQuery,
  writeProductQuery,
} from '~/workflows/product-query';
import { type ProductType, type Rung, rungs, type SupportLevel, supportLevels } from '~/workflows/words';
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
  const finding = useTexts(findingTexts);
  const steps = useTexts(rungTexts);
  const { filters } = query;
  const chosen = useChosenFilters(query, options, () => action);
  const named = (group: FilterOptions['group']) =>
    group.map(({ value, label, count }) => ({ value, label: text(label), count }));
  const long = (name: LongFilter) => {
    const total = options.totals[name];
    return {
      name,
      chosen: filters[name],
      asked: options.whole === name,
      ...(total === undefined ? {} : { more: { total, name: wholeFilter } }),
    };
  };
  return (
    <FilterPanel action={action} chosen={chosen} clearHref={action} keep={keep} open={options.whole !== ''}>
      <SearchField label={t('searchLabel')} hint={finding('searchSyntax')} defaultValue={filters.q} />
      {children}
      <FilterGroup {...long('group')} label={t('filterGroup')} options={named(options.group)} />
      <FilterGroup {...long('interface')} label={t('filterInterface')} options={named(options.interface)} />
      {filters.interface.length > 1 && (
        <FilterGroup
          name="match"
          label={finding('filterMatch')}
          options={[
            { value: 'all', label: finding('matchAll') },
            { value: 'any', label: finding('matchAny') },
          ]}
          chosen={[filters.match]}
          single
        />
      )}
      {(options.version.length > 0 || filters.version.length > 0) && (
        <FilterGroup
          {...long('version')}
          label={finding('filterVersion')}
          options={withChosen(named(options.version), filters.version)}
        />
      )}
      <FilterGroup
        name="level"
        label={t('filterLevel')}
        options={supportLevels.map((value) => ({ value, label: levels(value), count: countOf(options.level, value) }))}
        chosen={filters.level}
      />
      <FilterGroup
        name="rung"
        label={finding('filterRung')}
        options={rungs
          .filter((value) => filters.rung.includes(value) || countOf(options.rung, value) > 0)
          .map((value) => ({ value, label: steps(value), count: countOf(options.rung, value) }))}
        chosen={filters.rung}
      />
      <FilterGroup {...long('supplier')} label={t('filterSupplier')} options={named(options.supplier)} />
      <FilterGroup
        name="type"
        label={t('filterType')}
        options={options.type.map(({ value, count }) => ({ value, label: types(value), count }))}
        chosen={filters.type}
      />
      <FilterGroup {...long('kle')} label={t('filterKle')} options={named(options.kle)} />
      {(options.municipality.length > 0 || filters.municipality.length > 0) && (
        <FilterGroup
          {...long('municipality')}
          label={finding('filterMunicipality')}
          options={named(options.municipality)}
        />
      )}
      <FilterGroup
        name="fresh"
        label={finding('filterFresh')}
        options={freshnesses
          .filter((value) => filters.fresh === value || countOf(options.fresh, value) > 0)
          .map((value) => ({ value, label: finding('fresh', { days: value }), count: countOf(options.fresh, value) }))}
        chosen={filters.fresh === '' ? [] : [filters.fresh]}
        single
      />
      {excludedOf(filters).map(([name, value]) => (
        <input key={`${name}${value}`} type="hidden" name={name} value={value} />
      ))}
      <DateInput name="since" label={t('filterSince')} hint={t('filterSinceHint')} defaultValue={filters.since} />
    </FilterPanel>
  );
}

const excluding = ['group', 'interface', 'supplier', 'kle', 'type', 'municipality'] as const;

/** What is left out stays in the form: no box is there to tick for it. */
function excludedOf(filters: ProductFilters): [string, string][] {
  return excluding.flatMap((name) =>
    filters[name].filter((value) => value.startsWith('-')).map((value): [string, string] => [name, value]),
  );
}

function countOf(facet: readonly { value: string; count: number }[], value: string): number {
  return facet.find((each) => each.value === value)?.count ?? 0;
}

type NamedOption = { value: string; label: string; count: number };

function withChosen(options: NamedOption[], chosen: readonly string[]): NamedOption[] {
  const missing = chosen.filter((value) => !options.some((option) => option.value === value));
  return [...options, ...missing.map((value) => ({ value, label: value, count: 0 }))];
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
  const finding = useTexts(findingTexts);
  const steps = useTexts(rungTexts);
  const { filters, sort } = query;
  const named = ({ name, value }: FilterValue): string => {
    if (name === 'type') return types(value as ProductType);
    if (!isExcluding(name)) return value;
    const option = options[name].find((each) => each.value === value);
    return option ? text(option.label) : value;
  };
  const wordsOf = ({ name, value }: FilterValue): string => {
    switch (name) {
      case 'q':
        return t('chosenSearch', { text: value });
      case 'level':
        return levels(value as SupportLevel);
      case 'rung':
        return steps(value as Rung);
      case 'version':
        return finding('chosenVersion', { version: value });
      case 'fresh':
        return finding('fresh', { days: value });
      case 'since':
        return t('chosenSince', { date: format.date(value) });
      default:
        return value.startsWith('-')
          ? finding('chosenNot', { filter: named({ name, value: value.slice(1) }) })
          : named({ name, value });
    }
  };
  return listFilterValues(filters).map((filter) => {
    const rest = keepFilterValues(filters, ({ name, value }) => name !== filter.name || value !== filter.value);
    const { name, value } = filter;
    const canExclude = isExcluding(name) && !value.startsWith('-');
    return {
      filter,
      label: wordsOf(filter),
      removeHref: href(writeProductQuery({ filters: rest, sort })),
      ...(canExclude && {
        excludeHref: href(writeProductQuery({ filters: { ...rest, [name]: [...rest[name], `-${value}`] }, sort })),
      }),
    };
  });
}

function isExcluding(name: string): name is (typeof excluding)[number] {
  return excluding.some((each) => each === name);
}
