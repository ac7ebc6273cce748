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

export interface ProductGroup {
  kind: 'ours' | 'theirs' | 'rest';
  products: HomeProduct[];
}

/** As many products as can be looked through without being folded. */
const unfolded = 10;

/** @returns the products by whose turn it is, empty groups left out; null: there are few enough to stand together */
export function groupProducts(products: readonly HomeProduct[]): ProductGroup[] | null {
  if (products.length <= unfolded) return null;
  const kinds = ['ours', 'theirs', 'rest'] as const;
  return kinds
    .map((kind) => ({ kind, products: products.filter((product) => groupOf(product) === kind) }))
    .filter((group) => group.products.length > 0);
}

function groupOf({ nextAction }: HomeProduct): ProductGroup['kind'] {
  if (isOurTurn(nextAction)) return 'ours';
  return nextAction === 'wait' ? 'theirs' : 'rest';
}

/** @returns the products whose name or case number has the text in it; null where no text was asked for */
export function findProducts(products: readonly HomeProduct[], asked: string | null) {
  const text = asked?.trim().slice(0, 200) ?? '';
  if (text === '') return null;
  const wanted = text.toLocaleLowerCase('da');
  const has = (each: string | null) => each?.toLocaleLowerCase('da').includes(wanted);
  return { text, found: products.filter(({ name, caseNumber }) => has(name) || has(caseNumber)) };
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
