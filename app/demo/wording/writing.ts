import type { Catalogue, QuestionKey } from '~/workflows/questionnaire/instances';
import { addDays } from '~/workflows/working-days';
import {
  type DemoProduct,
  type DemoSupplier,
  developing,
  type Given,
  inProduction,
  planned,
  ready,
  type Support,
} from '../profile';
import { numberFrom, pickFrom } from '../seed';

/** Whose answers are written, and when. Days are yyyy-mm-dd in Copenhagen. */
export interface Writing {
  supplier: DemoSupplier;
  product: DemoProduct;
  support: ReadonlyMap<string, Support>;
  /** Answers that the profile states itself. */
  said: ReadonlyMap<QuestionKey, Given>;
  catalogue: Catalogue;
  /** The interfaces that are declared. */
  scope: ReadonlySet<string>;
  municipalityNames: ReadonlyMap<string, string>;
  writtenOn: string;
  loadedOn: string;
}

export function supportOf({ support, product }: Writing, interfaceId: string): Support {
  return support.get(interfaceId) ?? usualSupport(product, interfaceId);
}

/** What nobody has said anything about: in production, but a product that is young is not there yet everywhere. */
function usualSupport({ name, since }: DemoProduct, interfaceId: string): Support {
  if (since < 2021 || interfaceId === 'administrationsmodul') return inProduction;
  const draw = numberFrom(`${name} ${interfaceId} support`, 12);
  if (draw < 2) return ready;
  if (draw === 2) return developing(4 + numberFrom(`${name} ${interfaceId} months`, 7));
  return draw === 3 ? planned(7 + numberFrom(`${name} ${interfaceId} months`, 6)) : inProduction;
}

/** Whether the interface is declared, and supported now or soon. */
export function supports(writing: Writing, interfaceId: string): boolean {
  if (!writing.scope.has(interfaceId)) return false;
  const { level } = supportOf(writing, interfaceId);
  return level === 'in_production' || level === 'ready' || level === 'in_development';
}

/** One of several ways to say something; the same product always says it the same way. */
export function said(writing: Writing, about: string, ways: readonly string[]): string {
  return pickFrom(`${writing.product.name} ${about}`, ways);
}

export function chosen<T>(writing: Writing, about: string, choices: readonly T[]): T {
  return pickFrom(`${writing.product.name} ${about}`, choices);
}

/** The first of a month, so many months after a day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** When an interface was last tested with a good result: some weeks before it is stated. */
export function testedOn(writing: Writing, interfaceId: string): string {
  const weeksBefore = pickFrom(`${writing.product.name} ${interfaceId} tested`, [3, 5, 8]);
  return addDays(writing.writtenOn, -7 * weeksBefore);
}

/** The version as the catalogue calls it, or the service's own number where the catalogue has none. */
export function versionOf(writing: Writing, interfaceId: string): string {
  const { version } = supportOf(writing, interfaceId);
  return version ?? writing.catalogue.get(interfaceId)?.versions[0] ?? '1.0';
}

/** The municipalities that use an interface with the product: the basic ones all of them, others some. */
export function usersOf(writing: Writing, interfaceId: string): string[] {
  const { municipalities, name } = writing.product;
  if (['SF1511', 'SF1514', 'SF1500', 'administrationsmodul'].includes(interfaceId)) return [...municipalities];
  const least = Math.ceil(municipalities.length / 2);
  return municipalities.slice(0, pickFrom(`${name} ${interfaceId} users`, [least, municipalities.length]));
}
