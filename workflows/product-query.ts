import { isIsoDate } from './questionnaire/answer';
import { type ProductType, productTypes, type SupportLevel, supportLevels } from './words';

/** What the public list, the matrix and the API can be narrowed by. Empty: not narrowed. */
export interface ProductFilters {
  q: string;
  /** Interface ids; a product has to support each of them. */
  interface: readonly string[];
  /** Support levels that count; empty: every level with which an interface is, or is to be, supported. */
  level: readonly SupportLevel[];
  /** Interface groups, supplier slugs, KLE main groups, product types: any of them. */
  group: readonly string[];
  supplier: readonly string[];
  kle: readonly string[];
  type: readonly ProductType[];
  /** Published on this day or later, yyyy-mm-dd in Copenhagen; empty: whenever. */
  since: string;
}

export const noFilters: ProductFilters = {
  q: '',
  interface: [],
  level: [],
  group: [],
  supplier: [],
  kle: [],
  type: [],
  since: '',
};

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

/** What is wrong with an address: the parameter, and what stood there. */
export interface QueryProblem {
  parameter: string;
  value: string;
}

export type ReadProductQuery = { ok: true; query: ProductQuery } | { ok: false; problem: QueryProblem };

/** Ids that exist; a filter for another one is a mistake in the address. */
export interface KnownIds {
  interfaces: ReadonlySet<string>;
  groups: ReadonlySet<string>;
  kle: ReadonlySet<string>;
}

const slug = /^[a-z0-9][a-z0-9-]{0,99}$/;
/** Of one parameter: as many as anybody needs, and no more than the database should be asked. */
const mostValues = 50;

/** Reads the filters of an address; empty values, as a form sends them, count as not given. */
export function readProductQuery(search: URLSearchParams, known: KnownIds): ReadProductQuery {
  const problems: QueryProblem[] = [];
  const several = <Value extends string>(parameter: string, isKnown: (value: string) => value is Value): Value[] => {
    const given = [...new Set(search.getAll(parameter).filter((value) => value !== ''))];
    const wrong = given.length > mostValues ? given[mostValues] : given.find((value) => !isKnown(value));
    if (wrong !== undefined) problems.push({ parameter, value: wrong });
    return given.filter(isKnown);
  };
  const single = (parameter: string, fallback: string, isFine: (value: string) => boolean): string => {
    const value = search.get(parameter) || fallback;
    if (value !== fallback && !isFine(value)) problems.push({ parameter, value });
    return value;
  };
  const filters: ProductFilters = {
    q: single('q', '', (value) => value.length <= 200).trim(),
    interface: several('interface', isIn(known.interfaces)),
    level: several('level', isOneOf(supportLevels)),
    group: several('group', isIn(known.groups)),
    supplier: several('supplier', (value): value is string => slug.test(value)),
    kle: several('kle', isIn(known.kle)),
    type: several('type', isOneOf(productTypes)),
    since: single('since', '', isIsoDate),
  };
  const sort = single('sort', 'name', isOneOf(productSorts));
  const page = single('page', '1', (value) => /^[1-9]\d{0,4}$/.test(value));
  const [problem] = problems;
  if (problem) return { ok: false, problem: { ...problem, value: problem.value.slice(0, 100) } };
  return {
    ok: true,
    query: { filters, sort: productSorts.find((each) => each === sort) ?? 'name', page: Number(page) },
  };
}

function isIn(ids: ReadonlySet<string>) {
  return (value: string): value is string => ids.has(value);
}

function isOneOf<Word extends string>(words: readonly Word[]) {
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
  const { q, since, ...lists } = filters;
  return {
    q,
    ...lists,
    since,
    sort: sort === undefined || sort === 'name' ? '' : sort,
    page: page === undefined || page === 1 ? '' : String(page),
  };
}
