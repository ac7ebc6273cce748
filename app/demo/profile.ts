import type { DemoPerson } from '~/app/auth/demo.server';
import type { AnswerValue } from '~/workflows/questionnaire/answer';
import type { QuestionKey } from '~/workflows/questionnaire/instances';
import type { ProductType, SupportLevel } from '~/workflows/words';
import type { Place } from './cast';
import type { Step } from './course';

/** How a product of the demo supports an interface, and what follows from it. */
export interface Support {
  level: SupportLevel;
  /** Why not; for `not_supported` and `not_relevant`. */
  why?: string;
  /** The product that covers it; for `via_other`. */
  through?: string;
  /** What is missing; support is partial then. */
  gap?: string;
  /** Months from the day of loading until it is in production; less than none for a date that has come since it was said. */
  inMonths?: number;
  commitment?: 'contract' | 'roadmap' | 'intention';
  /** Another version than the catalogue's newest. */
  version?: string;
  price?: 'included' | 'addon' | 'project';
}

export const inProduction: Support = { level: 'in_production' };
export const ready: Support = { level: 'ready' };
export const partly = (gap: string, level: 'in_production' | 'ready' = 'in_production'): Support => ({ level, gap });
export const olderVersion = (version: string): Support => ({ level: 'in_production', version });
export const developing = (inMonths: number, commitment: Support['commitment'] = 'roadmap'): Support => ({
  level: 'in_development',
  inMonths,
  commitment,
});
export const planned = (inMonths: number, commitment: Support['commitment'] = 'roadmap'): Support => ({
  level: 'planned',
  inMonths,
  commitment,
});
export const via = (through: string): Support => ({ level: 'via_other', through });
export const unsupported = (why: string): Support => ({ level: 'not_supported', why });
export const irrelevant = (why: string): Support => ({ level: 'not_relevant', why });

export interface Given {
  value: AnswerValue;
  justification?: string;
}

/** A fictional product: what its answers are made from, and what became of it. */
export interface DemoProduct {
  name: string;
  type: ProductType;
  kle: readonly string[];
  description: string;
  version: string;
  /** Service areas of SKI 02.19; empty: not on it. */
  areas?: readonly string[];
  delivery?: 'saas' | 'on_premise' | 'both';
  /** Codes of the municipalities that it is said to be in use in. */
  municipalities: readonly string[];
  /** The year in which the first of them began. */
  since: number;
  /** By interface; what is in scope and not named here is in production. */
  support?: Readonly<Record<string, Support>>;
  /** Proposed interfaces that the supplier took out, with the reason. */
  without?: Readonly<Record<string, string>>;
  /** Further interfaces that the supplier took in, with the reason. */
  added?: Readonly<Record<string, string>>;
  /** Answers that differ from what the product's kind says. */
  answers?: Readonly<Record<QuestionKey, Given>>;
  course: readonly Step[];
}

/** A fictional company with its products. */
export interface DemoSupplier {
  name: string;
  /** The part of its web address before `.example`. */
  domain: string;
  /** Whoever writes, and whoever may sign. */
  editor: string;
  signatory: string;
  /** Which of them the demo's sign-in page offers. */
  subjects?: { editor?: DemoPerson; signatory?: DemoPerson };
  /** Municipalities whose first reviewer has declared a conflict of interest. */
  conflicts?: readonly { place: Place; reason: string }[];
  products: readonly DemoProduct[];
}
