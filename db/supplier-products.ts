import { eq } from 'drizzle-orm';
import type { Db } from './client';
import { type LoadedDeclaration, loadDeclarations } from './declarations';
import { listProducts, type Product } from './products';
import { declarations, products } from './schema';

export interface DeclaredProduct {
  product: Product;
  /** Null: not declared yet. */
  declaration: LoadedDeclaration | null;
}

/** Every product of a supplier with its declaration, by name. The caller has authorized it. */
export async function listDeclaredProducts(db: Db, supplierId: string): Promise<DeclaredProduct[]> {
  const list = await listProducts(db, supplierId);
  const ids = await db
    .select({ id: declarations.id })
    .from(declarations)
    .innerJoin(products, eq(products.id, declarations.productId))
    .where(eq(products.supplierId, supplierId));
  const loaded = await loadDeclarations(
    db,
    ids.map(({ id }) => id),
  );
  return list.map((product) => ({
    product,
    declaration: loaded.find(({ declaration }) => declaration.productId === product.id) ?? null,
  }));
}
