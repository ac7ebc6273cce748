import * as z from 'zod';
import { isWebAddress } from './web-address';

/** What is wrong with a supplier's facts. */
export const supplierProblems = ['cvr-not-valid', 'name-required', 'name-too-long', 'website-not-valid'] as const;
export type SupplierProblem = (typeof supplierProblems)[number];

const problem = (message: SupplierProblem) => ({ message });

/** The facts of a company; messages are `SupplierProblem`s. */
export const supplierSchema = z.object({
  cvr: z.string(problem('cvr-not-valid')).regex(/^\d{8}$/, problem('cvr-not-valid')),
  name: z
    .string(problem('name-required'))
    .trim()
    .min(1, problem('name-required'))
    .max(200, problem('name-too-long'))
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, problem('name-required')),
  website: z
    .string(problem('website-not-valid'))
    .max(2_000, problem('website-not-valid'))
    .refine(isWebAddress, problem('website-not-valid'))
    .nullable(),
});
export type SupplierInput = z.input<typeof supplierSchema>;
