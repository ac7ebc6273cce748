import { isIsoDate } from './questionnaire/answer';
import { mostSearchTerms, readSearch, termsOf } from './search-words';
import { type ProductType, productTypes, type Rung, rungs, type SupportLevel, supportLevels } from './words';

/**
 * What the public list, the matrix and the API can be narrowed by. Empty: not narrowed. In interface, group, supplier,
 * kle, type and municipality a value with a minus before it leaves out what has it (`-SF1500`).
 */
export interface ProductFilters {
  /** A search as `readSearch` reads it. */
  q: string;
  /** Interface ids; a product has to support each of them, or with match `any` one of them. */
  interface: readonly string[];
  match: Match;
  /** Support levels that count; empty: every level with which an interface is, or is to be, supported. */
  level: readonly SupportLevel[];
  /** Steps of the readiness ladder of the support that counts, versions of the interface, municipalities that it names: any. */
  rung: readonly Rung[];
  version: readonly string[];
  municipality: readonly string[];
  /** Interface groups, supplier slugs, KLE main groups, product types: any of them. */
  group: readonly string[];
  supplier: readonly string[];
  kle: readonly string[];
  type: readonly (ProductType | `-${ProductType}`)[];
  /** Published at most so many days ago; empty: whenever. */
  fresh: Freshness | '';
  /** Published on this day or later, yyyy-mm-dd in Copenhagen; empty: whenever. */
  since: string;
}

export const noFilters: ProductFilters = {
  q: '',
  interface: [],
  match: 'all',
  level: [],
  rung: [],
  version: [],
  municipality: [],
  group: [],
  supplier: [],
  kle: [],
  type: [],
  fresh: '',
  since: '',
};

export const matches = ['all', 'any'] as const;
export type Match = (typeof matches)[number];

/** In days. */
export const freshnesses = ['30', '90', '180', '365'] as const;
export type Freshness = (typeof freshnesses)[number];

/** The values that are asked for, and those that are to be left out. */
export function partsOf(values: readonly string[]): { wanted: string[]; unwanted: string[] } {
  return {
    wanted: values.filter((value) => !value.startsWith('-')),
    unwanted: values.filter((value) => value.startsWith('-')).map((value) => value.slice(1)),
  };
}

export const productSorts = ['name', 'supplier', 'newest', 'ready'] as const;
export type ProductSort = (typeof productSorts)[number];

/** What a search for an interface finds where no level is asked for. */
export const supportingLevels: readonly SupportLevel[] = supportLevels.filter(
  (level) => level !== 'not_supported' && level !== 'not_relevant',
);

export interface ProductQuery {
  filters: ProductFilters;
  sort: ProductSort;
  /** From 1 up. */
  page: number;
}

/** What is wrong with an address: the parameter, what stood there, and why it cannot be. */
export interface QueryProblem {
  parameter: string;
  value: string;
  because:
    | 'unknown-value'
    | 'unknown-parameter'
    | 'too-long'
    | 'too-many'
    | 'not-a-day'
    | 'several-days'
    | 'before-first'
    | 'too-far-ahead'
    | 'only-present';
}

export type ReadProductQuery = { ok: true; query: ProductQuery } | { ok: false; problem: QueryProblem };

/** Ids that exist; a filter for another one is a mistake in the address. */
export interface KnownIds {
  interfaces: ReadonlySet<string>;
  groups: ReadonlySet<string>;
  kle: ReadonlySet<string>;
  municipalities: ReadonlySet<string>;
}

const slug = /^[a-z0-9][a-z0-9-]{0,99}$/;
/** What other sites hang onto links to us; it is not looked at. */
export const tracking = /^(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id)$/;
/** Of a list, from 1. */
export function isPageNumber(value: string): value is string {
  return /^[1-9]\d{0,4}$/.test(value);
}

/** A version is what a supplier wrote. */
const version = /^[^\p{C}]{1,60}$/u;
const longestSearch = 200;
/** Of one parameter: as many as anybody needs, and no more than the database should be asked. */
const mostValues = 50;

/** The parameters of an address with filters, all told. */
export const productParameters: readonly string[] = [...Object.keys(noFilters), 'sort', 'page'];

/**
 * Reads the filters of an address; empty values, as a form sends them, count as not given. A name that is no filter is
 * refused: one that is misspelt would otherwise widen the answer unseen.
 * @param others names that the page has beside the filters
 */
export function readProductQuery(
  search: URLSearchParams,
  known: KnownIds,
  others: readonly string[] = [],
): ReadProductQuery {
  const problems: QueryProblem[] = [];
  const blame = (parameter: string, value: string, because: QueryProblem['because'] = 'unknown-value') => {
    problems.push({ parameter, value, because });
  };
  for (const name of search.keys()) {
    const isKnown = productParameters.includes(name) || others.includes(name) || tracking.test(name);
    if (!isKnown) blame(name.slice(0, 100), '', 'unknown-parameter');
  }
  const several = <Value extends string>(parameter: string, isKnown: (value: string) => value is Value): Value[] => {
    const given = [...new Set(search.getAll(parameter).filter((value) => value !== ''))];
    const tooMany = given[mostValues];
    const wrong = given.find((value) => !isKnown(value));
    if (tooMany !== undefined) blame(parameter, tooMany, 'too-many');
    else if (wrong !== undefined) blame(parameter, wrong);
    return given.filter(isKnown);
  };
  const single = <Value extends string>(
    parameter: string,
    fallback: Value,
    isFine: (value: string) => value is Value,
    because?: QueryProblem['because'],
  ): Value => {
    const value = search.get(parameter) || fallback;
    if (value === fallback || isFine(value)) return value as Value;
    blame(parameter, value, because);
    return fallback;
  };
  const filters: ProductFilters = {
    q: readSearchText(search, blame),
    interface: several('interface', orWithout(isIn(known.interfaces))),
    match: single('match', 'all', isOneOf(matches)),
    level: several('level', isOneOf(supportLevels)),
    rung: several('rung', isOneOf(rungs)),
    version: several('version', (value): value is string => version.test(value)),
    municipality: several('municipality', orWithout(isIn(known.municipalities))),
    group: several('group', orWithout(isIn(known.groups))),
    supplier: several(
      'supplier',
      orWithout((value): value is string => slug.test(value)),
    ),
    kle: several('kle', orWithout(isIn(known.kle))),
    type: several('type', orWithout(isOneOf(productTypes))),
    fresh: single('fresh', '', isOneOf(freshnesses)),
    since: single('since', '', (value): value is string => isIsoDate(value), 'not-a-day'),
  };
  const sort = single('sort', 'name', isOneOf(productSorts));
  const page = single('page', '1', isPageNumber);
  const [problem] = problems;
  if (problem) return { ok: false, problem: { ...problem, value: problem.value.slice(0, 100) } };
  return { ok: true, query: { filters, sort, page: Number(page) } };
}

type Blame = (parameter: string, value: string, because: QueryProblem['because']) => void;

function readSearchText(search: URLSearchParams, blame: Blame): string {
  const text = (search.get('q') ?? '').trim();
  if (text.length > longestSearch) {
    blame('q', text, 'too-long');
    return '';
  }
  if (termsOf(readSearch(text)).length > mostSearchTerms) blame('q', text, 'too-many');
  return text;
}

function orWithout<Value extends string>(isKnown: (value: string) => value is Value) {
  return (value: string): value is Value | `-${Value}` =>
    isKnown(value) || (value.startsWith('-') && isKnown(value.slice(1)));
}

function isIn(ids: ReadonlySet<string>) {
  return (value: string): value is string => ids.has(value);
}

export function isOneOf<Word extends string>(words: readonly Word[]) {
  return (value: string): value is Word => words.some((word) => word === value);
}

/** The filters as an address holds them; what is not given is left out. */
export function writeProductQuery({
  filters,
  sort,
  page,
}: {
  filters: ProductFilters;
  sort?: ProductSort;
  page?: number;
}): Record<string, string | readonly string[]> {
  const { q, since, match, ...rest } = filters;
  return {
    q,
    ...rest,
    match: match === 'all' ? '' : match,
    since,
    sort: sort === undefined || sort === 'name' ? '' : sort,
    page: page === undefined || page === 1 ? '' : String(page),
  };
}

/** One of the values that a list is narrowed by; a search is one value. */
export interface FilterValue {
  name: Exclude<keyof ProductFilters, 'match'>;
  value: string;
}

export function listFilterValues(filters: ProductFilters): FilterValue[] {
  const { match: _, ...values } = filters;
  const names = Object.keys(values) as FilterValue['name'][];
  return names.flatMap((name) => {
    const given = filters[name];
    if (typeof given !== 'string') return given.map((value) => ({ name, value }));
    return given === '' ? [] : [{ name, value: given }];
  });
}

/** The same filters with only those of their values that pass. */
export function keepFilterValues(filters: ProductFilters, isKept: (each: FilterValue) => boolean): ProductFilters {
  const names = Object.keys(filters) as (keyof ProductFilters)[];
  const kept = names.map((name): [string, unknown] => {
    const given = filters[name];
    if (name === 'match') return [name, given];
    if (typeof given === 'string') return [name, given !== '' && isKept({ name, value: given }) ? given : ''];
    return [name, given.filter((value) => isKept({ name, value }))];
  });
  return Object.fromEntries(kept) as unknown as ProductFilters;
}
