import * as z from 'zod';
import { productTypes } from './words';

/** What is wrong with a product's facts; app/i18n/supplier.ts has a sentence for each. */
export const productProblems = [
  'name-required',
  'name-too-long',
  'name-in-use',
  'description-required',
  'description-too-long',
  'type-required',
  'kle-not-valid',
  'kle-unknown',
  'kle-too-many',
  'kitos-not-valid',
  'kitos-in-use',
  'control-characters',
] as const;
export type ProductProblem = (typeof productProblems)[number];

export const productFields = ['name', 'description', 'type', 'kle', 'kitosUuid'] as const;
export type ProductField = (typeof productFields)[number];
export type ProductProblems = Partial<Record<ProductField, ProductProblem>>;

/** Lengths in characters, and the most KLE numbers. */
export const productLimits = { name: 200, description: 2_000, kle: 100 } as const;

/** No control characters and no half surrogate: PostgreSQL and XML can hold neither. */
const oneLine = /^[^\p{Cc}\p{Cs}]*$/u;
const lines = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;

const problem = (message: ProductProblem) => ({ message });

/** What a supplier says of a product, and in which form it is kept; messages are `ProductProblem`s. */
export const productSchema = z.object({
  name: z
    .string(problem('name-required'))
    .trim()
    .min(1, problem('name-required'))
    .max(productLimits.name, problem('name-too-long'))
    .regex(oneLine, problem('control-characters')),
  description: z
    .string(problem('description-required'))
    .trim()
    .min(1, problem('description-required'))
    .max(productLimits.description, problem('description-too-long'))
    .regex(lines, problem('control-characters')),
  type: z.enum(productTypes, problem('type-required')),
  kle: z
    .array(
      z.string(problem('kle-not-valid')).regex(/^\d\d(\.\d\d){0,2}$/, problem('kle-not-valid')),
      problem('kle-not-valid'),
    )
    .max(productLimits.kle, problem('kle-too-many'))
    .transform((numbers) => [...new Set(numbers)].sort()),
  kitosUuid: z
    .string(problem('kitos-not-valid'))
    .trim()
    .toLowerCase()
    .regex(/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/, problem('kitos-not-valid'))
    .nullable()
    .transform((value) => value || null),
});
export type ProductFacts = z.output<typeof productSchema>;

/**
 * Checks a product's facts as far as they can be without the database.
 * @returns the first problem of each field, or the facts as they are kept
 */
export function checkProduct(
  input: unknown,
): { ok: true; facts: ProductFacts } | { ok: false; problems: ProductProblems } {
  const result = productSchema.safeParse(input);
  if (result.success) return { ok: true, facts: result.data };
  const problems: ProductProblems = {};
  for (const { path, message } of result.error.issues) {
    const field = productFields.find((name) => name === path[0]) ?? 'name';
    const code = productProblems.find((known) => known === message);
    problems[field] ??= code ?? 'name-required';
  }
  return { ok: false, problems };
}
