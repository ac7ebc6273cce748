import type { SupportLevel } from './words';

/** One product's row: each interface of which something is approved, once. */
export interface MatrixRow {
  support: readonly { interfaceId: string; level: SupportLevel }[];
}

/** The interfaces of which at least one of the products has an approved answer, in the order given. */
export function declaredInterfaces(interfaceIds: readonly string[], rows: readonly MatrixRow[]): string[] {
  const declared = new Set(rows.flatMap(({ support }) => support.map(({ interfaceId }) => interfaceId)));
  return interfaceIds.filter((id) => declared.has(id));
}

/**
 * The interfaces on which the products differ, in the order given. That nothing is approved is a difference too; a
 * single product differs from nobody, so it keeps all.
 */
export function differingInterfaces(interfaceIds: readonly string[], rows: readonly MatrixRow[]): string[] {
  if (rows.length < 2) return [...interfaceIds];
  const levels = new Map<string, { first: SupportLevel; same: number }>();
  for (const { support } of rows) {
    for (const { interfaceId, level } of support) {
      const known = levels.get(interfaceId);
      if (!known) levels.set(interfaceId, { first: level, same: 1 });
      else if (known.first === level) known.same += 1;
    }
  }
  return interfaceIds.filter((id) => {
    const same = levels.get(id)?.same;
    return same !== undefined && same < rows.length;
  });
}
