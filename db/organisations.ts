import { eq } from 'drizzle-orm';
import type { Actor } from '~/workflows/actor';
import type { Db } from './client';
import { municipalities, suppliers } from './schema';

/** @returns the name of the supplier or municipality that somebody acts for; undefined for who acts for the portal */
export async function findOrganisationName(
  db: Db,
  { supplierId, municipalityCode }: Pick<Actor, 'supplierId' | 'municipalityCode'>,
): Promise<string | undefined> {
  if (supplierId !== null) {
    const [supplier] = await db.select({ name: suppliers.name }).from(suppliers).where(eq(suppliers.id, supplierId));
    return supplier?.name;
  }
  if (municipalityCode === null) return undefined;
  const [municipality] = await db
    .select({ name: municipalities.name })
    .from(municipalities)
    .where(eq(municipalities.code, municipalityCode));
  return municipality?.name;
}
