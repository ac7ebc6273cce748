import { interfaceLabel } from '~/app/published/interface-label';
import { listInterfaceGroups, listInterfaces } from '~/db/catalogue';
import type { Db } from '~/db/client';
import { addCounts, countLevelsByInterface, type LevelCounts, noCounts } from '~/db/published/interfaces';
import type { InterfaceStatus, Text } from '~/workflows/words';

export interface InterfaceReadiness {
  id: string;
  name: Text;
  summary: Text;
  status: InterfaceStatus;
  levels: LevelCounts;
}

export interface GroupReadiness {
  id: string;
  name: Text;
  levels: LevelCounts;
  interfaces: InterfaceReadiness[];
}

/** The catalogue by group, with how many published products have which level. */
export async function loadReadiness(db: Db): Promise<GroupReadiness[]> {
  const [groups, listed, counts] = await Promise.all([
    listInterfaceGroups(db),
    listInterfaces(db),
    countLevelsByInterface(db),
  ]);
  return groups.map(({ id, name }) => {
    const interfaces = listed
      .filter(({ groupId }) => groupId === id)
      .map((entry) => ({
        id: entry.id,
        name: interfaceLabel(entry),
        summary: entry.summary,
        status: entry.status,
        levels: counts.get(entry.id) ?? noCounts,
      }));
    return { id, name, levels: addCounts(interfaces.map(({ levels }) => levels)), interfaces };
  });
}
