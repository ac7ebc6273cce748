import { and, asc, eq, or, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { publicRedirects } from '../schema';

/** What was merged into something that is public now. */
export interface Merged {
  slug: string;
  name: string;
  mergedAt: Date;
}

/** @param ref a slug, or what it was also found by: a KITOS uuid, a CVR number. @returns the slug of what survives */
export async function findRedirect(db: Db, kind: 'product' | 'supplier', ref: string): Promise<string | undefined> {
  const [row] = await db
    .select({ toSlug: publicRedirects.toSlug })
    .from(publicRedirects)
    .where(
      and(
        eq(publicRedirects.kind, kind),
        or(
          eq(publicRedirects.fromSlug, ref),
          sql`${publicRedirects.kitosUuid}::text = lower(${ref})`,
          eq(publicRedirects.cvr, ref),
        ),
      ),
    )
    .orderBy(asc(publicRedirects.fromSlug))
    .limit(1);
  return row?.toSlug;
}

/** What went up in a product or a supplier, oldest first. */
export async function listMerged(db: Db, kind: 'product' | 'supplier', slug: string): Promise<Merged[]> {
  return db
    .select({ slug: publicRedirects.fromSlug, name: publicRedirects.fromName, mergedAt: publicRedirects.mergedAt })
    .from(publicRedirects)
    .where(and(eq(publicRedirects.kind, kind), eq(publicRedirects.toSlug, slug)))
    .orderBy(asc(publicRedirects.mergedAt), asc(publicRedirects.fromSlug));
}
