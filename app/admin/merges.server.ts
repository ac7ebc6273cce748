import type { Db } from '~/db/client';
import { findProductByRef, findSupplierByRef } from '~/db/registry/facts';
import type { RegistryRequest } from '~/db/registry/plan-change';
import { registryKinds } from '~/workflows/registry';

/** What somebody chose: the fields of the form as they are in the address of the preview. */
export interface MergeFields {
  kind: string;
  from: string;
  to: string;
  name: string;
  cvr: string;
  kitos: string;
  products: string;
}

const names = ['kind', 'from', 'to', 'name', 'cvr', 'kitos', 'products'] as const;

export function mergeFieldsOf(search: URLSearchParams): MergeFields {
  const read = (name: string) => (search.get(name) ?? '').slice(0, 4_000);
  return Object.fromEntries(names.map((name) => [name, read(name)])) as unknown as MergeFields;
}

/** The names that were given for what there should be already, and that nothing has; empty: none was given. */
export async function listUnknownRefs(db: Db, asked: RegistryRequest): Promise<string[]> {
  const isOfProducts = asked.kind === 'product-merge' || asked.kind === 'product-split';
  const unknown: string[] = [];
  for (const ref of 'to' in asked ? [asked.from, asked.to] : [asked.from]) {
    if (!(await (isOfProducts ? findProductByRef(db, ref) : findSupplierByRef(db, ref)))) unknown.push(ref);
  }
  for (const ref of asked.kind === 'supplier-split' ? asked.products : []) {
    if (!(await findProductByRef(db, ref))) unknown.push(ref);
  }
  return [...new Set(unknown)];
}

/** @returns undefined for a kind that there is not */
export function mergeRequestOf(fields: MergeFields): RegistryRequest | undefined {
  const kind = registryKinds.find((each) => each === fields.kind);
  const from = refOf(fields.from);
  if (kind === 'product-merge' || kind === 'supplier-merge') return { kind, from, to: refOf(fields.to) };
  if (kind === 'product-split') return { kind, from, name: fields.name.trim(), takesKitos: fields.kitos === '1' };
  if (kind !== 'supplier-split') return undefined;
  const products = fields.products.split(/[\n,]/).map(refOf).filter(Boolean);
  return { kind, from, cvr: fields.cvr.trim(), name: fields.name.trim(), products };
}

/** The name in an address, of whatever was pasted: a whole address, a path, or the name alone. */
function refOf(text: string): string {
  const [, slug] = /\/(?:products|suppliers)\/([^/?#]+)/.exec(text) ?? [];
  return (slug ?? text).trim().toLowerCase();
}
