import { canonicalJson } from '~/workflows/canonical-json';

/** One row that the files would change. */
export interface ContentChange {
  kind: 'interface-group' | 'interface' | 'municipality' | 'kle-group' | 'questionnaire' | 'order';
  id: string;
  change: 'added' | 'changed' | 'removed' | 'restored' | 'published' | 'drafted';
  /** Old and new values of what differs; for an added row its name only. */
  fields: { field: string; from: unknown; to: unknown }[];
}

/**
 * Compares rows as they are with rows as they should be, by id.
 * @param ignored fields whose differences are told in another way
 * @returns a change for each row that is new or differs; rows that are no longer wanted are left to the caller
 */
export function compareRows<Row extends object>(
  kind: ContentChange['kind'],
  idOf: (row: Row) => string,
  present: readonly Row[],
  wanted: readonly Row[],
  ignored: readonly (keyof Row)[] = [],
): { change: ContentChange; row: Row }[] {
  const before = new Map(present.map((row) => [idOf(row), row]));
  return wanted.flatMap((row) => {
    const id = idOf(row);
    const old = before.get(id);
    const fields = differences(old, row, ignored);
    if (old && fields.length === 0) return [];
    return [{ change: { kind, id, change: old ? ('changed' as const) : ('added' as const), fields }, row }];
  });
}

function differences<Row extends object>(
  old: Row | undefined,
  row: Row,
  ignored: readonly (keyof Row)[],
): ContentChange['fields'] {
  const fields = Object.keys(row) as (keyof Row & string)[];
  return fields
    .filter((field) => !ignored.includes(field))
    .filter((field) => !old || canonicalJson(old[field]) !== canonicalJson(row[field]))
    .map((field) => ({ field, from: old?.[field] ?? null, to: row[field] }));
}
