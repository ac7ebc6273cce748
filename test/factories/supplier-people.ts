import type { Database } from '~/db/client';
import { beginDeclaration } from '~/db/declarations';
import { addPerson } from '~/db/people';
import { createProduct } from '~/db/products';
import { createSupplier } from '~/db/suppliers';
import type { Acting, Actor } from '~/workflows/actor';
import type { supplierRoles } from '~/workflows/words';

type SupplierRole = (typeof supplierRoles)[number];

/** When the tests happen unless they say otherwise. */
export const testNow = new Date('2026-11-24T12:00:00Z');

let count = 0;

/** A supplier of the test's own; names and numbers never repeat. */
export async function makeSupplier(db: Database, name = 'Eksempel'): Promise<{ supplierId: string; cvr: string }> {
  count += 1;
  const cvr = String(10_000_000 + count);
  const input = { cvr, name: `${name} ${count} A/S`, website: null, isDemo: true };
  const made = await createSupplier(db, { actor: null, now: testNow }, input);
  if (!made.ok) throw new Error(made.refusal.code);
  return { supplierId: made.value.supplierId, cvr };
}

/** Somebody who acts for the supplier, and when. */
export async function makeSupplierPerson(
  db: Database,
  supplierId: string,
  ...roles: SupplierRole[]
): Promise<Acting & { actor: Actor & { supplierId: string } }> {
  count += 1;
  const held = roles.length > 0 ? roles : (['editor'] as const);
  const added = await addPerson(
    db,
    { actor: null, now: testNow },
    {
      name: `Person ${count}`,
      email: `person-${count}@example.org`,
      memberships: held.map((role) => ({ role, supplierId })),
    },
  );
  if (!added.ok) throw new Error(added.refusal.code);
  const { id, name } = added.value;
  return { actor: { personId: id, name, roles: held, supplierId, municipalityCode: null }, now: testNow };
}

/** What the product form would send. */
export function productFacts(change: Record<string, unknown> = {}) {
  count += 1;
  return {
    name: `Omsorgssystem ${count}`,
    description: 'Planlægger og dokumenterer hjemmepleje.',
    type: 'fagsystem',
    kle: ['27.36'],
    kitosUuid: null,
    ...change,
  };
}

/** A product of the actor's supplier with a declaration in draft. */
export async function makeDeclaration(db: Database, acting: Acting, change: Record<string, unknown> = {}) {
  const product = await createProduct(db, acting, productFacts(change));
  if (!product.ok) throw new Error(JSON.stringify(product));
  const begun = await beginDeclaration(db, acting, { productId: product.value.id });
  if (!begun.ok) throw new Error(begun.refusal.code);
  return { productId: product.value.id, declarationId: begun.value.declarationId };
}
