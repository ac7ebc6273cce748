import type { ProductType, Text } from '../words';
import type { QuestionnaireDefinition } from './definition';
import type { Catalogue } from './instances';

export interface ScopeProposal {
  interfaceId: string;
  /** Why it matters for such a product: the reasons of every rule that met. */
  reasons: Text[];
}

/**
 * The interfaces that matter for a product, from its KLE areas and type. Retired and replaced ones are never proposed.
 * @param product its KLE numbers at any level (only the main group counts) and its type
 * @returns proposals in the catalogue's order
 */
export function proposeScope(
  definition: QuestionnaireDefinition,
  product: { kle: readonly string[]; type: ProductType },
  catalogue: Catalogue,
): ScopeProposal[] {
  const mainGroups = new Set(product.kle.map((number) => number.slice(0, 2)));
  const reasons = new Map<string, Text[]>();
  for (const rule of definition.scopeRules) {
    const holdsForAll = rule.kle.length === 0 && rule.productTypes.length === 0;
    const meets =
      holdsForAll || rule.kle.some((group) => mainGroups.has(group)) || rule.productTypes.includes(product.type);
    if (!meets) continue;
    for (const id of rule.interfaces) reasons.set(id, [...(reasons.get(id) ?? []), rule.reason]);
  }
  return [...catalogue.values()]
    .filter(({ id, status }) => reasons.has(id) && status !== 'retired' && status !== 'replaced')
    .map(({ id }) => ({ interfaceId: id, reasons: reasons.get(id) ?? [] }));
}
