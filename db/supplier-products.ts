import { eq, inArray } from 'drizzle-orm';
import type { Actor } from '~/workflows/actor';
import { canReadProduct } from '~/workflows/supplier-rights';
import { withPastPlans } from './cases/past-plans';
import type { Db } from './client';
import { type LoadedDeclaration, loadDeclarations } from './declarations';
import { listProducts, type Product } from './products';
import { declarations, products } from './schema';

export interface DeclaredProduct {
  product: Product;
  /** Null: not declared yet. */
  declaration: LoadedDeclaration | null;
}

/**
 * Every product of a supplier with its declaration, by name. The caller has authorized it.
 * @param at.reader whoever it is shown to: products that they have no role for are left out
 * @param at.now for what blocks submission: the planned dates that have passed by then too
 */
export async function listDeclaredProducts(
  db: Db,
  supplierId: string,
  { reader, now }: { reader?: Actor; now?: Date } = {},
): Promise<DeclaredProduct[]> {
  const all = await listProducts(db, supplierId);
  const list = reader ? all.filter((product) => canReadProduct(reader, product)) : all;
  const ids = await db
    .select({ id: declarations.id })
    .from(declarations)
    .innerJoin(products, eq(products.id, declarations.productId))
    .where(
      inArray(
        products.id,
        list.map((product) => product.id),
      ),
    );
  const loaded = await loadDeclarations(
    db,
    ids.map(({ id }) => id),
  );
  const today = now ? await Promise.all(loaded.map((each) => withPastPlans(db, each, now))) : loaded;
  return list.map((product) => ({
    product,
    declaration: today.find(({ declaration }) => declaration.productId === product.id) ?? null,
  }));
}
