import { asc, eq, isNull } from 'drizzle-orm';
import type { Catalogue } from '~/workflows/questionnaire/instances';
import type { Db } from './client';
import { interfaceGroups, interfaces, interfaceVersions, kleGroups, loadedContent, municipalities } from './schema';

export type InterfaceVersion = Pick<
  typeof interfaceVersions.$inferSelect,
  'label' | 'availableOn' | 'sunsetOn' | 'retiredOn'
>;
/** An interface of the catalogue with its versions, newest first. */
export type CatalogueInterface = typeof interfaces.$inferSelect & { versions: InterfaceVersion[] };
export type InterfaceGroup = typeof interfaceGroups.$inferSelect;
export type Municipality = typeof municipalities.$inferSelect;
export type KleGroup = typeof kleGroups.$inferSelect;

/** What was read last, by the hash of the catalogue that it came from: the same hash, the same interfaces. */
let kept: { hash: string; interfaces: readonly CatalogueInterface[]; catalogue: Catalogue } | null = null;

/** The interfaces as rules need them, by id in the catalogue's order; removed ones are not among them. */
export async function getCatalogue(db: Db): Promise<Catalogue> {
  return (await read(db)).catalogue;
}

/** The interfaces in the catalogue's order, group by group; removed ones are not among them. */
export async function listInterfaces(db: Db): Promise<readonly CatalogueInterface[]> {
  return (await read(db)).interfaces;
}

/** An interface by its SF number or slug, also when it has been removed (`removedOn` is its tombstone). */
export async function findInterface(db: Db, id: string): Promise<CatalogueInterface | undefined> {
  const present = (await read(db)).interfaces.find((entry) => entry.id === id);
  if (present) return present;
  const [row] = await db.select().from(interfaces).where(eq(interfaces.id, id));
  if (!row) return undefined;
  const versions = await db
    .select()
    .from(interfaceVersions)
    .where(eq(interfaceVersions.interfaceId, id))
    .orderBy(asc(interfaceVersions.position));
  return { ...row, versions: versions.map(versionOf) };
}

/** The groups that have interfaces, in the catalogue's order. */
export async function listInterfaceGroups(db: Db): Promise<InterfaceGroup[]> {
  const groups = await db.select().from(interfaceGroups).orderBy(asc(interfaceGroups.position));
  const used = new Set((await listInterfaces(db)).map(({ groupId }) => groupId));
  return groups.filter(({ id }) => used.has(id));
}

/** A group by its id, also when all its interfaces have been removed: what was published names it. */
export async function findInterfaceGroup(db: Db, id: string): Promise<InterfaceGroup | undefined> {
  const [row] = await db.select().from(interfaceGroups).where(eq(interfaceGroups.id, id));
  return row;
}

/** The municipalities in Danish alphabetical order. */
export async function listMunicipalities(db: Db): Promise<Municipality[]> {
  const rows = await db.select().from(municipalities);
  return rows.sort((a, b) => danish.compare(a.name, b.name));
}

export async function findMunicipality(db: Db, code: string): Promise<Municipality | undefined> {
  const [row] = await db.select().from(municipalities).where(eq(municipalities.code, code));
  return row;
}

/** KLE main groups by number. */
export function listKleGroups(db: Db): Promise<KleGroup[]> {
  return db.select().from(kleGroups).orderBy(asc(kleGroups.number));
}

const danish = new Intl.Collator('da');

async function read(db: Db) {
  const [loaded] = await db.select().from(loadedContent).where(eq(loadedContent.name, 'catalogue'));
  if (loaded && kept?.hash === loaded.hash) return kept;
  const list = await readInterfaces(db);
  const now = { hash: loaded?.hash ?? '', interfaces: list, catalogue: catalogueOf(list) };
  if (loaded) kept = now;
  return now;
}

async function readInterfaces(db: Db): Promise<CatalogueInterface[]> {
  const rows = await db
    .select({ entry: interfaces })
    .from(interfaces)
    .innerJoin(interfaceGroups, eq(interfaceGroups.id, interfaces.groupId))
    .where(isNull(interfaces.removedOn))
    .orderBy(asc(interfaceGroups.position), asc(interfaces.position));
  const versions = await db.select().from(interfaceVersions).orderBy(asc(interfaceVersions.position));
  return rows.map(({ entry }) => ({
    ...entry,
    versions: versions.filter(({ interfaceId }) => interfaceId === entry.id).map(versionOf),
  }));
}

function versionOf({ label, availableOn, sunsetOn, retiredOn }: InterfaceVersion): InterfaceVersion {
  return { label, availableOn, sunsetOn, retiredOn };
}

function catalogueOf(list: readonly CatalogueInterface[]): Catalogue {
  return new Map(
    list.map(({ id, groupId, status, versions }) => [
      id,
      { id, groupId, status, versions: versions.map(({ label }) => label) },
    ]),
  );
}
