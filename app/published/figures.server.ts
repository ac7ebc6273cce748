import type { Db } from '~/db/client';
import {
  type Coverage,
  type CurvePoint,
  countCoverage,
  countRungs,
  loadCurves,
  type ReadinessCurves,
} from '~/db/published/figures';
import { findFirstDay } from '~/db/published/first-day';
import { curveDays } from '~/workflows/figures';
import type { Rung, Text } from '~/workflows/words';
import type { GroupReadiness } from './readiness.server';

/** The curve of a group with those of its interfaces that anybody had ready. */
export interface GroupCurves {
  id: string;
  name: Text;
  points: readonly CurvePoint[];
  interfaces: { id: string; name: Text; points: readonly CurvePoint[] }[];
}

export interface Figures {
  days: string[];
  curves: GroupCurves[];
  rungs: Partial<Record<Rung, number>>;
  coverage: Coverage[];
}

/** @param day yyyy-mm-dd in Copenhagen, up to which is counted */
export async function loadFigures(db: Db, groups: readonly GroupReadiness[], day: string): Promise<Figures> {
  const days = curveDays(day, await findFirstDay(db));
  const [curves, rungs, coverage] = await Promise.all([loadCurves(db, days), countRungs(db, day), countCoverage(db)]);
  return {
    days,
    rungs,
    coverage,
    curves: groups.flatMap((group) => curvesOf(group, curves) ?? []),
  };
}

/** The curves of one group as the page of figures has them; null: nobody ever had anything in it ready. */
export async function loadGroupCurves(
  db: Db,
  group: NamedGroup,
  day: string,
): Promise<{ days: string[]; curves: GroupCurves } | null> {
  const days = curveDays(day, await findFirstDay(db));
  const curves = curvesOf(group, await loadCurves(db, days, group.id));
  return curves && { days, curves };
}

type NamedGroup = Pick<GroupReadiness, 'id' | 'name'> & { interfaces: readonly { id: string; name: Text }[] };

function curvesOf({ id, name, interfaces }: NamedGroup, curves: ReadinessCurves): GroupCurves | null {
  const points = curves.groups.get(id);
  const ofInterfaces = interfaces.flatMap((each) => {
    const own = curves.interfaces.get(each.id);
    return own ? [{ id: each.id, name: each.name, points: own }] : [];
  });
  return points ? { id, name, points, interfaces: ofInterfaces } : null;
}
