import type { PortalContext } from '~/app/context.server';
import { findInterfaceGroup, listInterfaces } from '~/db/catalogue';
import type { Db } from '~/db/client';
import { listGroupSupporters } from '~/db/published/groups';
import { noCounts } from '~/db/published/interfaces';
import { listSunsets } from '~/db/published/sunsets';
import { copenhagenDay } from '~/workflows/day';
import { withSunsets } from '~/workflows/lifecycle';
import type { Text } from '~/workflows/words';
import { loadGroupCurves } from './figures.server';
import { loadForecast } from './forecast.server';
import { interfaceLabel } from './interface-label';
import { type GroupReadiness, loadReadiness } from './readiness.server';

/** Products on the page; the list of all of them is a link away. */
const mostSupporters = 50;

/** What there is about an interface group; undefined where there is no such group. @param most of its products */
export async function loadInterfaceGroup(
  { publicDb: db, now }: Pick<PortalContext, 'publicDb' | 'now'>,
  id: string,
  most?: number,
) {
  const group = await findReadiness(db, id);
  if (!group) return undefined;
  const today = copenhagenDay(now());
  const [curves, supporting, sunsets] = await Promise.all([
    loadGroupCurves(db, group, today),
    listGroupSupporters(db, id, most),
    listComingSunsets(db, id, today),
  ]);
  return { group, curves, ...supporting, sunsets };
}

/** Everything that the page of an interface group shows. */
export async function loadInterfaceGroupPage(
  context: Pick<PortalContext, 'publicDb' | 'viewedDay' | 'now'>,
  id: string,
) {
  const found = await loadInterfaceGroup(context, id, mostSupporters);
  if (!found) return undefined;
  const { levels } = found.group;
  const [forecast, platforms] = await Promise.all([
    loadForecast(context, { groupId: found.group.id }, levels.in_production + levels.ready),
    listPlatforms(context.publicDb, id),
  ]);
  return { ...found, platforms, forecast };
}

export type InterfaceGroupPage = NonNullable<Awaited<ReturnType<typeof loadInterfaceGroupPage>>>;

/** The group with the same figures as the page of figures has; empty where all its interfaces have been removed. */
async function findReadiness(db: Db, id: string): Promise<GroupReadiness | undefined> {
  const present = (await loadReadiness(db)).find((each) => each.id === id);
  if (present) return present;
  const emptied = await findInterfaceGroup(db, id);
  return emptied && { id, name: emptied.name, levels: noCounts, interfaces: [] };
}

async function listPlatforms(db: Db, groupId: string): Promise<string[]> {
  const inGroup = (await listInterfaces(db)).filter((entry) => entry.groupId === groupId);
  return [...new Set(inGroup.map(({ platform }) => platform))];
}

export interface ComingSunset {
  interfaceId: string;
  name: Text;
  version: string;
  /** yyyy-mm-dd */
  sunsetOn: string;
}

/**
 * Versions that go out of use, soonest first: the coordinator's days, else the catalogue's.
 * @param groupId of whose interfaces; null: of all
 */
export async function listComingSunsets(db: Db, groupId: string | null, today: string): Promise<ComingSunset[]> {
  const [listed, sunsets] = await Promise.all([listInterfaces(db), listSunsets(db)]);
  return listed
    .filter((entry) => groupId === null || entry.groupId === groupId)
    .flatMap((entry) => {
      const own = sunsets.filter(({ interfaceId }) => interfaceId === entry.id);
      return withSunsets(entry.versions, own).flatMap(({ label, sunsetOn }) =>
        sunsetOn !== null && sunsetOn >= today
          ? [{ interfaceId: entry.id, name: interfaceLabel(entry), version: label, sunsetOn }]
          : [],
      );
    })
    .sort((one, other) => one.sunsetOn.localeCompare(other.sunsetOn));
}
