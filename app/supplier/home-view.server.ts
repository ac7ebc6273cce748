import type { DeclaredProduct } from '~/db/supplier-products';
import { isOurTurn, type NextAction, nextActionOf } from '~/workflows/next-action';
import { progressOf } from '~/workflows/questionnaire/effort';
import { isEditableState } from '~/workflows/supplier-rights';
import type { CaseState } from '~/workflows/words';

/** A product as the supplier's home shows it. */
export interface HomeProduct {
  id: string;
  name: string;
  slug: string;
  declarationId: string | null;
  caseNumber: string | null;
  state: CaseState | null;
  /** ISO 8601; the end of the supplier's clock. */
  dueAt: string | null;
  nextAction: NextAction;
  isOurTurn: boolean;
  /** Null unless it can be edited now: what was sent is no longer a matter of progress. */
  progress: { required: number; requiredAnswered: number; missing: number } | null;
  isPublic: boolean;
}

/** @param published the products that the public can read now: also while a newer case is open */
export function homeProductOf({ product, declaration }: DeclaredProduct, published: ReadonlySet<string>): HomeProduct {
  const state = declaration?.case?.state ?? null;
  const nextAction = nextActionOf({
    state,
    isScopeConfirmed: declaration?.declaration.scopeConfirmedAt != null,
    isComplete: declaration?.completeness.isComplete ?? false,
  });
  const ours = isOurTurn(nextAction);
  return {
    id: product.id,
    name: product.name,
    slug: product.slug,
    declarationId: declaration?.declaration.id ?? null,
    caseNumber: declaration?.case?.number ?? null,
    state,
    dueAt: ours ? (declaration?.case?.dueAt?.toISOString() ?? null) : null,
    nextAction,
    isOurTurn: ours,
    progress: declaration && isEditableState(state) ? progressOf(declaration.completeness) : null,
    isPublic: published.has(product.id),
  };
}

/** What the supplier has to do, first what has the nearest deadline. */
export function listNextSteps(products: readonly HomeProduct[]): HomeProduct[] {
  const later = '9999';
  return products
    .filter((product) => product.isOurTurn)
    .sort((a, b) => (a.dueAt ?? later).localeCompare(b.dueAt ?? later) || rank(a) - rank(b));
}

const order: readonly NextAction[] = [
  'answer-hearing',
  'answer-changes',
  'submit',
  'renew',
  'answer',
  'choose-scope',
  'start-again',
  'begin',
];

function rank({ nextAction }: HomeProduct): number {
  return order.indexOf(nextAction);
}
