import type { LoadedDeclaration } from '~/db/declarations';
import type { DeclaredProduct } from '~/db/supplier-products';
import { type SectionState, sectionStateOf } from '~/workflows/section-state';
import type { CaseState, Text } from '~/workflows/words';

export interface OverviewCell {
  state: SectionState;
  required: number;
  requiredAnswered: number;
  evidenceRequired: number;
  evidenceAttached: number;
}

export interface OverviewRow {
  productId: string;
  name: string;
  declarationId: string | null;
  state: CaseState | null;
  /** By section. */
  cells: Record<string, OverviewCell>;
}

export interface Overview {
  sections: { id: string; title: Text }[];
  rows: OverviewRow[];
}

/** Products beside sections; a section that any of the questionnaires has is a column. */
export function overviewOf(products: readonly DeclaredProduct[]): Overview {
  const sections = new Map<string, { id: string; title: Text }>();
  for (const { declaration } of products) {
    const asked = new Set(declaration?.completeness.sections.map(({ sectionId }) => sectionId));
    for (const { id, title } of declaration?.questionnaire.definition.sections ?? []) {
      if (asked.has(id) && !sections.has(id)) sections.set(id, { id, title });
    }
  }
  return { sections: inOrder([...sections.values()], products), rows: products.map(rowOf) };
}

function inOrder(sections: { id: string; title: Text }[], products: readonly DeclaredProduct[]) {
  const order = products.find(({ declaration }) => declaration)?.declaration?.questionnaire.definition.sections ?? [];
  const place = new Map(order.map(({ id }, index) => [id, index]));
  return sections.sort((a, b) => (place.get(a.id) ?? order.length) - (place.get(b.id) ?? order.length));
}

function rowOf({ product, declaration }: DeclaredProduct): OverviewRow {
  return {
    productId: product.id,
    name: product.name,
    declarationId: declaration?.declaration.id ?? null,
    state: declaration?.case?.state ?? null,
    cells: declaration ? cellsOf(declaration) : {},
  };
}

function cellsOf({ completeness }: LoadedDeclaration): Record<string, OverviewCell> {
  return Object.fromEntries(
    completeness.sections.map((section) => {
      const { sectionId, required, requiredAnswered, evidenceRequired, evidenceAttached } = section;
      const state = sectionStateOf(section);
      return [sectionId, { state, required, requiredAnswered, evidenceRequired, evidenceAttached }];
    }),
  );
}
