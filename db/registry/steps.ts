import { type SQL, sql } from 'drizzle-orm';
import type { RegistryStep } from '~/workflows/registry';
import type { Transaction } from '../client';

/** The tables and columns that a merge or a split may write; anything else in a stored step is refused. */
const writable: Readonly<Record<string, readonly string[]>> = {
  suppliers: ['ended_at'],
  products: ['ended_at', 'supplier_id', 'kitos_uuid'],
  attestations: ['product_id'],
  evidence: ['supplier_id'],
  stewards: ['product_id', 'place', 'ended_at'],
  section_assignments: ['ended_at', 'ended_as'],
  product_families: ['supplier_id', 'name'],
  family_members: ['left_at'],
  library_texts: ['supplier_id'],
  memberships: ['supplier_id', 'only_chosen_products', 'ended_at'],
  membership_products: ['product_id'],
  invitations: ['withdrawn_at'],
  api_tokens: ['supplier_id', 'product_id', 'revoked_at'],
  well_known_sources: ['next_pull_at', 'product_id'],
  product_transfers: ['decided_as'],
  conflicts_of_interest: ['ended_at'],
};

/** Rows of a table are not as they were when the steps were planned. Whatever was done until then is rolled back. */
export class RowsHaveMoved extends Error {
  constructor(readonly table: string) {
    super(`Rows of ${table} have moved.`);
  }
}

/** Carries steps out, in their order. @throws RowsHaveMoved */
export async function takeSteps(tx: Transaction, steps: readonly RegistryStep[]): Promise<void> {
  for (const step of steps) {
    if (step.do === 'add') await add(tx, step);
    else await set(tx, step, step.from, step.to);
  }
}

/**
 * Goes the same way back, from the last step to the first.
 * @param now when what was added ends
 * @throws RowsHaveMoved when somebody has changed one since
 */
export async function takeStepsBack(tx: Transaction, steps: readonly RegistryStep[], now: Date): Promise<void> {
  for (const step of [...steps].reverse()) {
    if (step.do === 'add') await takeOut(tx, step, now);
    else await set(tx, step, step.to, step.from);
  }
}

type SetStep = Extract<RegistryStep, { do: 'set' }>;
type AddStep = Extract<RegistryStep, { do: 'add' }>;

/** One row of them all that is not as expected, and nothing counts. */
async function set(
  tx: Transaction,
  { table, key, ids }: SetStep,
  expected: SetStep['from'],
  wanted: SetStep['to'],
): Promise<void> {
  const columns = Object.keys(wanted);
  requireWritable(table, columns);
  const assignments = columns.map((name) => sql`${sql.identifier(name)} = ${wanted[name]}`);
  const conditions = Object.keys(expected).map(
    (name) => sql`${sql.identifier(name)} is not distinct from ${expected[name]}`,
  );
  const changed = await tx.execute(sql`
    update ${sql.identifier(table)} set ${sql.join(assignments, sql`, `)}
    where ${keyOf(key)} in ${ids} and ${sql.join(conditions, sql` and `)} returning 1`);
  if (changed.length !== ids.length) throw new RowsHaveMoved(table);
}

/** Most rows have an id; links have two, written with a colon between them. */
function keyOf(key: string): SQL {
  const [first = '', second] = key.split(':');
  const one = sql.identifier(first);
  return second === undefined ? sql`${one}::text` : sql`(${one}::text || ':' || ${sql.identifier(second)}::text)`;
}

async function add(tx: Transaction, { table, row }: AddStep): Promise<void> {
  if (!(table in addable)) throw new Error(`A merge or a split adds nothing to ${table}.`);
  const names = Object.keys(row);
  const columns = names.map((name) => sql.identifier(name));
  const values = names.map((name) => {
    const value = row[name];
    return Array.isArray(value)
      ? sql`array(select jsonb_array_elements_text(${JSON.stringify(value)}::jsonb))`
      : sql`${value}`;
  });
  await tx.execute(
    sql`insert into ${sql.identifier(table)} (${sql.join(columns, sql`, `)}) values (${sql.join(values, sql`, `)})`,
  );
}

/** How what was added is found again. */
const addable: Readonly<Record<string, readonly string[]>> = {
  suppliers: ['id'],
  products: ['id'],
  memberships: ['id'],
  stewards: ['id'],
  conflicts_of_interest: ['id'],
  product_transfers: ['id'],
  membership_products: ['membership_id', 'product_id'],
};

async function takeOut(tx: Transaction, { table, row, undo }: AddStep, now: Date): Promise<void> {
  const key = addable[table] ?? [];
  if (key.length === 0) throw new Error(`A merge or a split adds nothing to ${table}.`);
  const isRow = sql.join(
    key.map((name) => sql`${sql.identifier(name)} = ${row[name]}`),
    sql` and `,
  );
  // A link between two rows is no record of its own: the log tells that it was there.
  if (undo === 'remove') await tx.execute(sql`delete from ${sql.identifier(table)} where ${isRow}`);
  else if (table === 'product_transfers') {
    await tx.execute(sql`update product_transfers set decided_as = 'taken-back' where ${isRow}`);
  } else {
    const at = now.toISOString();
    await tx.execute(sql`update ${sql.identifier(table)} set ended_at = coalesce(ended_at, ${at}) where ${isRow}`);
  }
}

function requireWritable(table: string, columns: readonly string[]): void {
  const allowed = writable[table] ?? [];
  if (columns.some((name) => !allowed.includes(name))) throw new Error(`A merge or a split does not write ${table}.`);
}

/** Collects steps and what is told of them. Rows that change alike are one step. */
export function setStep(
  table: string,
  ids: readonly string[],
  from: SetStep['from'],
  to: SetStep['to'],
  key = 'id',
): RegistryStep[] {
  return ids.length === 0 ? [] : [{ do: 'set', table, key, ids: [...ids], from, to }];
}
