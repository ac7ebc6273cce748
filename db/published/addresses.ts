import { asc } from 'drizzle-orm';
import type { Db } from '../client';
import { publicProducts } from '../schema';

/** The address name of every published product and when its present publication is from, first published first. */
export function listProductAddresses(db: Db): Promise<{ slug: string; publishedAt: Date }[]> {
  return db
    .select({ slug: publicProducts.slug, publishedAt: publicProducts.publishedAt })
    .from(publicProducts)
    .orderBy(asc(publicProducts.firstPublishedAt), asc(publicProducts.slug));
}
