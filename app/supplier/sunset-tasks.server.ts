import type { Database } from '~/db/client';
import { listSunsetTasks } from '~/db/lifecycle';
import type { DeclaredProduct } from '~/db/supplier-products';
import { copenhagenDay } from '~/workflows/day';
import type { CountedTask } from './sunset-tasks';

const day = 86_400_000;

/** The tasks of the products that a person may see, with the days that are left. */
export async function loadSunsetTasks(
  db: Database,
  { supplierId, now }: { supplierId: string; now: Date },
  products: readonly DeclaredProduct[],
): Promise<CountedTask[]> {
  const declarations = new Map(products.map(({ product, declaration }) => [product.id, declaration]));
  const today = Date.parse(copenhagenDay(now));
  const tasks = await listSunsetTasks(db, supplierId);
  return tasks
    .filter(({ productId }) => declarations.has(productId))
    .map((task) => ({
      ...task,
      declarationId: declarations.get(task.productId)?.declaration.id ?? null,
      daysLeft: Math.round((Date.parse(task.sunsetOn) - today) / day),
    }));
}
