import { and, asc, inArray, isNull } from 'drizzle-orm';
import type { Db, Transaction } from '~/db/client';
import { interfaceGroups, interfaces, interfaceVersions } from '~/db/schema';
import type { CatalogueContent, CatalogueInterface } from '~/workflows/catalogue';
import { type ContentChange, compareRows } from './plan';

type GroupRow = typeof interfaceGroups.$inferSelect;
type VersionRow = Omit<typeof interfaceVersions.$inferSelect, 'interfaceId' | 'position'>;
/** An interface with its versions, as one thing that changes. */
type InterfaceRow = typeof interfaces.$inferSelect & { versions: VersionRow[] };

/** What has to be written so that the tables are as the catalogue's file. */
export interface CataloguePlan {
  changes: ContentChange[];
  groups: GroupRow[];
  interfaces: InterfaceRow[];
  /** Ids of interfaces that are no longer in the file. */
  removed: string[];
}

/** Compares the tables with the catalogue. Nothing is written. */
export async function planCatalogueRows(db: Db, catalogue: CatalogueContent): Promise<CataloguePlan> {
  const present = await readInterfaces(db);
  const wanted = catalogue.interfaces.map(rowOf);
  const presentGroups = await db.select().from(interfaceGroups);
  const wantedGroups = catalogue.groups.map(({ id, name }, position) => ({ id, name, position }));
  const groups = compareRows<GroupRow>('interface-group', ({ id }) => id, presentGroups, wantedGroups, ['position']);
  const rows = compareRows<InterfaceRow>('interface', ({ id }) => id, present, wanted, ['position', 'removedOn']);
  const wantedIds = new Set(wanted.map(({ id }) => id));
  const removed = present.filter(({ id, removedOn }) => removedOn === null && !wantedIds.has(id)).map(({ id }) => id);
  const restored = present.filter(({ id, removedOn }) => removedOn !== null && wantedIds.has(id)).map(({ id }) => id);
  return {
    changes: [
      ...groups.map(({ change }) => change),
      ...rows.map(({ change }) => change),
      ...removed.map((id) => emptyChange(id, 'removed')),
      ...restored.map((id) => emptyChange(id, 'restored')),
      ...orderChange(presentGroups, wantedGroups, 'interface-groups'),
      ...orderChange(
        present.filter(({ removedOn }) => removedOn === null),
        wanted,
        'interfaces',
      ),
    ],
    groups: wantedGroups,
    interfaces: wanted,
    removed,
  };
}

function emptyChange(id: string, change: 'removed' | 'restored'): ContentChange {
  return { kind: 'interface', id, change, fields: [] };
}

/** Whether rows that stay have moved among themselves: new rows between them alone are no news. */
function orderChange(present: readonly Placed[], wanted: readonly Placed[], id: string): ContentChange[] {
  const idsOf = (rows: readonly Placed[]) => [...rows].sort((a, b) => a.position - b.position).map((row) => row.id);
  const staying = new Set(idsOf(present).filter((each) => wanted.some((row) => row.id === each)));
  const from = idsOf(present).filter((each) => staying.has(each));
  const to = idsOf(wanted).filter((each) => staying.has(each));
  if (from.join() === to.join()) return [];
  return [{ kind: 'order', id, change: 'changed', fields: [{ field: 'order', from, to }] }];
}

interface Placed {
  id: string;
  position: number;
}

async function readInterfaces(db: Db): Promise<InterfaceRow[]> {
  const rows = await db.select().from(interfaces).orderBy(asc(interfaces.position));
  const versions = await db.select().from(interfaceVersions).orderBy(asc(interfaceVersions.position));
  return rows.map((row) => ({
    ...row,
    versions: versions
      .filter(({ interfaceId }) => interfaceId === row.id)
      .map(({ label, availableOn, sunsetOn, retiredOn }) => ({ label, availableOn, sunsetOn, retiredOn })),
  }));
}

function rowOf(entry: CatalogueInterface, position: number): InterfaceRow {
  const { services, serviceVersions, roles, dataDelimitations, moreSources, alsoCalled, ...rest } = entry;
  const { group, versions, bilateral, ...same } = rest;
  const lists = {
    alsoCalled,
    services,
    serviceVersions,
    roles,
    dataDelimitations,
    moreSources,
    terms: bilateral ? ['bilateral'] : [],
  };
  return {
    ...same,
    groupId: group,
    position,
    details: Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    removedOn: null,
    versions,
  };
}

/**
 * Writes a plan.
 * @param today yyyy-mm-dd, the day on the tombstones
 */
export async function writeCatalogueRows(tx: Transaction, plan: CataloguePlan, today: string): Promise<void> {
  for (const { id, ...set } of plan.groups) {
    await tx
      .insert(interfaceGroups)
      .values({ id, ...set })
      .onConflictDoUpdate({ target: interfaceGroups.id, set });
  }
  for (const { versions: _, id, ...set } of plan.interfaces) {
    await tx
      .insert(interfaces)
      .values({ id, ...set })
      .onConflictDoUpdate({ target: interfaces.id, set });
  }
  await writeVersions(tx, plan);
  if (plan.removed.length > 0) {
    const gone = and(inArray(interfaces.id, plan.removed), isNull(interfaces.removedOn));
    await tx.update(interfaces).set({ removedOn: today }).where(gone);
  }
}

/** Versions have no life of their own: what the log tells of their interface is their history. */
async function writeVersions(tx: Transaction, plan: CataloguePlan): Promise<void> {
  const ids = plan.interfaces.map(({ id }) => id);
  await tx.delete(interfaceVersions).where(inArray(interfaceVersions.interfaceId, ids));
  const rows = plan.interfaces.flatMap(({ id, versions }) =>
    versions.map((version, position) => ({ interfaceId: id, position, ...version })),
  );
  if (rows.length > 0) await tx.insert(interfaceVersions).values(rows);
}
