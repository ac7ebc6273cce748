import { interfaceLabel } from '~/app/published/interface-label';
import { findInterface, listInterfaceGroups, listInterfaces, listMunicipalities } from '~/db/catalogue';
import type { Db } from '~/db/client';
import { countLevels, listSupporters, type SupporterView } from '~/db/published/interfaces';
import { listSunsets, type SetSunset } from '~/db/published/sunsets';
import { copenhagenDay } from '~/workflows/day';
import { groupBy } from '~/workflows/group-by';
import { standingOf, successorOf, withSunsets } from '~/workflows/lifecycle';
import { supportingLevels } from '~/workflows/product-query';
import type { Text } from '~/workflows/words';

/** Everything that an interface's page shows. */
export async function loadInterfacePage(db: Db, id: string, now: Date) {
  const found = await findInterface(db, id);
  if (!found) return undefined;
  const [groups, listed, municipalities, supporters, sunsets] = await Promise.all([
    listInterfaceGroups(db),
    listInterfaces(db),
    listMunicipalities(db),
    listSupporters(db, found.id, copenhagenDay(now)),
    listSunsets(db, found.id),
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
    versions: withSunsets(found.versions, sunsets),
    lifecycle: lifecycleOf(found.versions, sunsets, supporters),
    levels: countLevels(supporters),
    supporters: supporters.map((supporter) => ({
      ...supporter,
      approvedBy: { code: supporter.approvedBy, name: names.get(supporter.approvedBy) ?? supporter.approvedBy },
    })),
  };
}

/**
 * Who is ready for the version that users of one with a sunset should move to, else for the newest; null where the
 * interface has no versions or nobody uses it.
 */
function lifecycleOf(
  versions: readonly { label: string }[],
  sunsets: readonly SetSunset[],
  supporters: readonly SupporterView[],
) {
  const labels = versions.map(({ label }) => label);
  const [first] = sunsets;
  const target = (first && successorOf(first, labels)) ?? labels[0];
  const declaring = supporters.filter(({ level }) => supportingLevels.includes(level));
  if (target === undefined || declaring.length === 0) return null;
  const byStanding = groupBy(declaring, (supporter) => standingOf(supporter, target, labels));
  return {
    target,
    sunsets: sunsets.flatMap(({ label, sunsetOn }) => (sunsetOn === null ? [] : [{ label, sunsetOn }])),
    standings: (['ready', 'behind', 'unknown'] as const).flatMap((standing) => {
      const products = (byStanding.get(standing) ?? []).map(({ slug, name, supplierName, version }) => ({
        ...{ slug, name, supplierName, version },
      }));
      return products.length > 0 ? [{ standing, products }] : [];
    }),
  };
}

export type InterfacePage = NonNullable<Awaited<ReturnType<typeof loadInterfacePage>>>;
