import type { SupportLevel } from './words';

/** One product's row: the level of each interface of which something is approved. */
export interface MatrixRow {
  levels: ReadonlyMap<string, SupportLevel>;
}

/** The interfaces of which at least one of the products has an approved answer, in the order given. */
export function declaredInterfaces(interfaceIds: readonly string[], rows: readonly MatrixRow[]): string[] {
  return interfaceIds.filter((id) => rows.some(({ levels }) => levels.has(id)));
}

/**
 * The interfaces on which the products differ, in the order given. That nothing is approved is a difference too; a
 * single product differs from nobody, so it keeps all.
 */
export function differingInterfaces(interfaceIds: readonly string[], rows: readonly MatrixRow[]): string[] {
  if (rows.length < 2) return [...interfaceIds];
  return interfaceIds.filter((id) => new Set(rows.map(({ levels }) => levels.get(id) ?? null)).size > 1);
}
