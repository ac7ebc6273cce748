import { asc } from 'drizzle-orm';
import type { PublishedCatalogue } from '~/workflows/published-rows';
import type { Db } from '../client';
import { interfaceGroups, interfaces, kleGroups } from '../schema';

/** Every interface, removed ones included (what was declared stays readable), in the catalogue's order. */
export async function loadPublishedCatalogue(db: Db): Promise<PublishedCatalogue> {
  const groups = await db
    .select({ id: interfaceGroups.id, name: interfaceGroups.name, position: interfaceGroups.position })
    .from(interfaceGroups)
    .orderBy(asc(interfaceGroups.position));
  const listed = await db
    .select({
      id: interfaces.id,
      groupId: interfaces.groupId,
      name: interfaces.name,
      position: interfaces.position,
      platform: interfaces.platform,
      details: interfaces.details,
    })
    .from(interfaces)
    .orderBy(asc(interfaces.position));
  const kle = await db.select().from(kleGroups).orderBy(asc(kleGroups.number));
  const groupOrder = new Map(groups.map(({ id }, index) => [id, index]));
  const byGroup = [...listed].sort(
    (a, b) =>
      (groupOrder.get(a.groupId) ?? 0) - (groupOrder.get(b.groupId) ?? 0) ||
      a.position - b.position ||
      (a.id < b.id ? -1 : 1),
  );
  const named = byGroup.map(({ details, ...entry }) => ({ ...entry, alsoCalled: details.alsoCalled ?? [] }));
  return { groups, interfaces: named, kle };
}
