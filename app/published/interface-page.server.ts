import { interfaceLabel } from '~/app/published/interface-label';
import { findInterface, listInterfaceGroups, listInterfaces, listMunicipalities } from '~/db/catalogue';
import type { Db } from '~/db/client';
import { countLevels, listSupporters } from '~/db/published/interfaces';
import { copenhagenDay } from '~/workflows/day';
import type { Text } from '~/workflows/words';

/** Everything that an interface's page shows. */
export async function loadInterfacePage(db: Db, id: string, now: Date) {
  const found = await findInterface(db, id);
  if (!found) return undefined;
  const [groups, listed, municipalities, supporters] = await Promise.all([
    listInterfaceGroups(db),
    listInterfaces(db),
    listMunicipalities(db),
    listSupporters(db, found.id, copenhagenDay(now)),
  ]);
  const names = new Map(municipalities.map(({ code, name }) => [code, name]));
  const labels = new Map(listed.map((entry) => [entry.id, interfaceLabel(entry)]));
  const linkTo = (other: string): { id: string; name: Text } => ({
    id: other,
    name: labels.get(other) ?? { da: other, en: other },
  });
  const { groupId, details, ...entry } = found;
  return {
    ...entry,
    name: interfaceLabel(found),
    group: { id: groupId, name: groups.find((group) => group.id === groupId)?.name ?? { da: groupId, en: groupId } },
    replacedBy: found.replacedBy.map(linkTo),
    dependsOn: found.dependsOn.map(linkTo),
    levels: countLevels(supporters),
    supporters: supporters.map((supporter) => ({
      ...supporter,
      approvedBy: { code: supporter.approvedBy, name: names.get(supporter.approvedBy) ?? supporter.approvedBy },
    })),
  };
}

export type InterfacePage = NonNullable<Awaited<ReturnType<typeof loadInterfacePage>>>;
