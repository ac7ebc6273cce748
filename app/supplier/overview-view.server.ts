import { readSupplierCaseOf } from '~/db/cases/read';
import type { Database } from '~/db/client';
import type { LoadedDeclaration } from '~/db/declarations';
import type { DeclaredProduct } from '~/db/supplier-products';
import type { Actor } from '~/workflows/actor';
import { type SectionState, sectionStateOf } from '~/workflows/section-state';
import type { CaseState, Text } from '~/workflows/words';
import { listChanges } from './declaration-view.server';
import type { WaitingRenewal } from './renewal-notice.server';

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
  /** The version that it can be moved to; null: it stands on the newest. */
  renewTo: string | null;
  /** By section. */
  cells: Record<string, OverviewCell>;
}

export interface Overview {
  sections: { id: string; title: Text }[];
  rows: OverviewRow[];
}

/**
 * Products beside sections.
 * @param toChange by declaration: how many answers a reviewer wants changed in each section
 * @param renewals the declarations that a newer version of the questionnaire waits for
 */
export function overviewOf(
  products: readonly DeclaredProduct[],
  toChange: ReadonlyMap<string, Readonly<Record<string, number>>> = new Map(),
  renewals: readonly Pick<WaitingRenewal, 'declarationId' | 'to'>[] = [],
): Overview {
  const sections = new Map<string, { id: string; title: Text }>();
  for (const { declaration } of products) {
    const asked = new Set(declaration?.completeness.sections.map(({ sectionId }) => sectionId));
    for (const { id, title } of declaration?.questionnaire.definition.sections ?? []) {
      if (asked.has(id) && !sections.has(id)) sections.set(id, { id, title });
    }
  }
  return {
    sections: inOrder([...sections.values()], products),
    rows: products.map((product) => {
      const id = product.declaration?.declaration.id;
      const renewTo = renewals.find(({ declarationId }) => declarationId === id)?.to ?? null;
      return { ...rowOf(product, toChange), renewTo };
    }),
  };
}

function inOrder(sections: { id: string; title: Text }[], products: readonly DeclaredProduct[]) {
  const order = products.find(({ declaration }) => declaration)?.declaration?.questionnaire.definition.sections ?? [];
  const place = new Map(order.map(({ id }, index) => [id, index]));
  return sections.sort((a, b) => (place.get(a.id) ?? order.length) - (place.get(b.id) ?? order.length));
}

function rowOf(
  { product, declaration }: DeclaredProduct,
  toChange: Parameters<typeof overviewOf>[1] = new Map(),
): Omit<OverviewRow, 'renewTo'> {
  return {
    productId: product.id,
    name: product.name,
    declarationId: declaration?.declaration.id ?? null,
    state: declaration?.case?.state ?? null,
    cells: declaration ? cellsOf(declaration, toChange.get(declaration.declaration.id) ?? {}) : {},
  };
}

function cellsOf(
  { completeness }: LoadedDeclaration,
  toChange: Readonly<Record<string, number>>,
): Record<string, OverviewCell> {
  return Object.fromEntries(
    completeness.sections.map((section) => {
      const { sectionId, required, requiredAnswered, evidenceRequired, evidenceAttached } = section;
      const state = sectionStateOf(section, toChange[sectionId]);
      return [sectionId, { state, required, requiredAnswered, evidenceRequired, evidenceAttached }];
    }),
  );
}

/** How many answers of each section a reviewer wants changed, for the declarations that were sent back. */
export async function readChangesAsked(
  db: Database,
  acting: { actor: Actor; now: Date },
  products: readonly DeclaredProduct[],
): Promise<Map<string, Record<string, number>>> {
  const asked = new Map<string, Record<string, number>>();
  for (const { declaration } of products) {
    if (declaration?.case?.state !== 'changes-requested') continue;
    const { id } = declaration.declaration;
    const about = await readSupplierCaseOf(db, acting, id);
    const open = listChanges(declaration, about, new Map()).filter(({ isChanged }) => !isChanged);
    asked.set(id, countBySection(open));
  }
  return asked;
}

function countBySection(changes: readonly { sectionId: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { sectionId } of changes) counts[sectionId] = (counts[sectionId] ?? 0) + 1;
  return counts;
}
