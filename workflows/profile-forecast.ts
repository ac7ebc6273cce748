import { type KeepingRecord, noRecord, weightOf } from './forecast';
import type { OfferedProduct, ProductMatch, Requirement } from './profile';

/** A requirement that a product does not meet today, and the date on which it is planned to. */
export interface DueRequirement {
  /** Of the requirement, from 0. */
  index: number;
  plannedOn: string;
  weight: number;
}

/** A product that would fit on a coming day if its planned dates are kept. */
export interface ExpectedFit<Product> {
  product: Product;
  record: KeepingRecord;
  due: DueRequirement[];
  /** The weights of all dates multiplied. */
  weight: number;
}

export interface ProfileForecast<Product> {
  /** Products that fit today. */
  fitting: number;
  /** Those that may come, the likeliest first. */
  coming: ExpectedFit<Product>[];
  expectedOfComing: number;
  expected: number;
}

/**
 * Which products are to be expected to meet every absolute requirement on a coming day. A planned date promises that the
 * interface is there, neither that it is in production nor that it is proven, so such requirements have to be met today.
 */
export function forecastProfile<Product extends OfferedProduct & { supplierSlug: string }>(
  requirements: readonly Requirement[],
  matches: readonly ProductMatch<Product>[],
  { records, day, today }: { records: ReadonlyMap<string, KeepingRecord>; day: string; today: string },
): ProfileForecast<Product> {
  const coming = matches.flatMap(({ product, fits, isFit }) => {
    if (isFit) return [];
    const record = records.get(product.supplierSlug) ?? noRecord;
    const due: DueRequirement[] = [];
    for (const [index, requirement] of requirements.entries()) {
      if (requirement.importance !== 'must' || fits[index] === 'met') continue;
      const plannedOn = product.support.get(requirement.interfaceId)?.plannedOn ?? null;
      const canBeMet = fits[index] === 'later' && requirement.level !== 'in_production' && requirement.rung === '';
      if (!canBeMet || plannedOn === null || plannedOn < today || plannedOn > day) return [];
      due.push({ index, plannedOn, weight: weightOf(record) });
    }
    return [{ product, record, due, weight: due.reduce((all, { weight }) => all * weight, 1) }];
  });
  coming.sort((one, two) => two.weight - one.weight || (one.product.slug < two.product.slug ? -1 : 1));
  const fitting = matches.filter(({ isFit }) => isFit).length;
  const expectedOfComing = coming.reduce((sum, { weight }) => sum + weight, 0);
  return { fitting, coming, expectedOfComing, expected: fitting + expectedOfComing };
}
