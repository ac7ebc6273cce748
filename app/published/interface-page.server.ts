import { interfaceLabel } from '~/app/published/interface-label';
import { refuseQuery } from '~/app/published/query-problem.server';
import { findInterface, listInterfaceGroups, listInterfaces, listMunicipalities } from '~/db/catalogue';
import type { Db } from '~/db/client';
import { countLevels, listSupporters, type SupporterView } from '~/db/published/interfaces';
import { pageSize } from '~/db/published/products';
import { listSunsets, type SetSunset } from '~/db/published/sunsets';
import { copenhagenDay } from '~/workflows/day';
import { type Standing, standingOf, standings, successorOf, withSunsets } from '~/workflows/lifecycle';
import { isOneOf, isPageNumber, supportingLevels } from '~/workflows/product-query';
import { type SupportLevel, supportLevels, type Text } from '~/workflows/words';

/**
 * Everything that an interface's page shows.
 * @param version the one that is asked who is ready for; null: the one to be on
 */
export async function loadInterfacePage(db: Db, id: string, now: Date, version: string | null = null) {
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
  const versions = found.versions.map(({ label }) => label);
  if (version !== null && !versions.includes(version))
    refuseQuery({ parameter: 'version', value: version.slice(0, 100) });
  const target = version ?? targetOf(versions, sunsets);
  const isDeclaring = ({ level }: SupporterView) => supportingLevels.includes(level);
  const declaring = supporters.filter(isDeclaring);
  const standing = (supporter: SupporterView): Standing | null =>
    target !== null && isDeclaring(supporter) ? standingOf(supporter, target, versions) : null;
  return {
    ...entry,
    name: interfaceLabel(found),
    group: { id: groupId, name: groups.find((group) => group.id === groupId)?.name ?? { da: groupId, en: groupId } },
    replacedBy: found.replacedBy.map(linkTo),
    dependsOn: found.dependsOn.map(linkTo),
    versions: withSunsets(found.versions, sunsets).map((each) => ({
      ...each,
      ready: declaring.filter((supporter) => standingOf(supporter, each.label, versions) === 'ready').length,
      declaring: declaring.length,
    })),
    lifecycle: target === null ? null : lifecycleOf(target, sunsets, supporters.map(standing)),
    levels: countLevels(supporters),
    supporters: supporters.map((supporter) => ({
      ...supporter,
      standing: standing(supporter),
      approvedBy: { code: supporter.approvedBy, name: names.get(supporter.approvedBy) ?? supporter.approvedBy },
    })),
  };
}

/** The version that users of one with a sunset should move to, else the newest. @param labels newest first */
function targetOf(labels: readonly string[], [first]: readonly SetSunset[]): string | null {
  return (first && successorOf(first, labels)) ?? labels[0] ?? null;
}

/** How many are ready for a version; null where nobody uses the interface. @param found null: does not use it */
function lifecycleOf(target: string, sunsets: readonly SetSunset[], found: readonly (Standing | null)[]) {
  const counted = standings.flatMap((standing) => {
    const count = found.filter((each) => each === standing).length;
    return count > 0 ? [{ standing, count }] : [];
  });
  if (counted.length === 0) return null;
  return {
    target,
    sunsets: sunsets.flatMap(({ label, sunsetOn }) => (sunsetOn === null ? [] : [{ label, sunsetOn }])),
    standings: counted,
  };
}

/** Which of the products a reader wants to see. */
export interface SupporterQuery {
  level: SupportLevel | null;
  standing: Standing | null;
  /** Of which version the standing is. */
  version: string | null;
  page: number;
}

/** @throws a 400 that names the parameter */
export function readSupporterQuery(request: Request): SupporterQuery {
  const given = new URL(request.url).searchParams;
  const read = <Value extends string>(parameter: string, isRight: (value: string) => value is Value): Value | null => {
    const value = given.get(parameter) || null;
    if (value === null || isRight(value)) return value;
    return refuseQuery({ parameter, value: value.slice(0, 100) });
  };
  return {
    level: read('level', isOneOf(supportLevels)),
    standing: read('standing', isOneOf(standings)),
    version: given.get('version') || null,
    page: Number(read('page', isPageNumber) ?? 1),
  };
}

/** One page of the products that are asked for. */
export function narrowSupporters(
  supporters: InterfacePage['supporters'],
  { level, standing, page }: Omit<SupporterQuery, 'version'>,
) {
  const found = supporters.filter(
    (each) => (level === null || each.level === level) && (standing === null || each.standing === standing),
  );
  return { shown: found.slice((page - 1) * pageSize, page * pageSize), pages: Math.ceil(found.length / pageSize) };
}

export type InterfacePage = NonNullable<Awaited<ReturnType<typeof loadInterfacePage>>>;
